"""Units of measure: every written form, with the usual short form it is shown by."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_TIME: Final = MappingProxyType(
    {
        "seconds": "s sec secs second seconds",
        "minutes": "min mins minute minutes",
        "hours": "h hr hrs hour hours",
        "days": "day days",
        "weeks": "wk wks week weeks",
        "months": "month months fortnight fortnights",
        "years": "yr yrs year years",
        "decades": "decade decades",
        "centuries": "century centuries",
        "milliseconds": "ms millisecond milliseconds",
    }
)
_LENGTH: Final = MappingProxyType(
    {
        "km": "km kms kilometre kilometres kilometer kilometers",
        "m": "m metre metres meter meters",
        "cm": "cm centimetre centimetres centimeter centimeters",
        "mm": "mm millimetre millimetres millimeter millimeters",
        "miles": "mi mile miles",
        "yards": "yd yds yard yards",
        "ft": "ft foot feet",
        "in": "in inch inches",
        "acres": "acre acres",
        "hectares": "ha hectare hectares",
        "nm": "nm nanometre nanometres nanometer nanometers",
    }
)
_WEIGHT_VOLUME: Final = MappingProxyType(
    {
        "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
        "g": "g gram grams gramme grammes",
        "mg": "mg milligram milligrams",
        "tons": "ton tons",
        "tonnes": "t tonne tonnes",
        "lb": "lb lbs pound-mass",
        "ounces": "oz ounce ounces",
        "litres": "l litre litres liter liters",
        "ml": "ml millilitre millilitres milliliter milliliters",
        "gallons": "gal gallon gallons",
        "barrels": "bbl barrel barrels",
        "bpd": "bpd",
        "calories": "cal kcal calorie calories",
    }
)
_POWER_DATA: Final = MappingProxyType(
    {
        "kW": "kw kilowatt kilowatts",
        "MW": "mw megawatt megawatts",
        "GW": "gw gigawatt gigawatts",
        "kWh": "kwh kilowatt-hour kilowatt-hours",
        "MWh": "mwh",
        "watts": "watt watts",
        "volts": "volt volts",
        "hp": "hp horsepower",
        "Hz": "hz hertz",
        "MHz": "mhz",
        "GHz": "ghz",
        "KB": "kb kilobyte kilobytes",
        "MB": "mb megabyte megabytes",
        "GB": "gb gigabyte gigabytes",
        "TB": "tb terabyte terabytes",
        "decibels": "db decibel decibels",
        "ppm": "ppm",
        "mph": "mph",
        "km/h": "kph kmh km/h",
        "knots": "knot knots",
        "°": "degree degrees °",
        "°C": "c °c celsius centigrade",
        "°F": "f °f fahrenheit",
        "K": "kelvin",
    }
)
_SHARE: Final = MappingProxyType(
    {
        "%": "% percent per\u00a0cent pct percentage",
        "basis points": "bps",
        "fold": "fold",
        "times": "x times",
    }
)
_MONEY: Final = MappingProxyType(
    {
        "$": "dollar dollars buck bucks",
        "cents": "cent cents",
        "€": "euro euros eur",
        "£": "quid sterling gbp",
        "USD": "usd",
        "¥": "yen",
        "yuan": "yuan renminbi rmb",
        "roubles": "rouble roubles ruble rubles",
        "rupees": "rupee rupees",
        "francs": "franc francs",
        "krona": "krona kronor krone kroner",
        "pesos": "peso pesos",
        "tenge": "tenge",
        "lira": "lira liras",
        "won": "won",
        "zloty": "zloty zlotys",
        "hryvnia": "hryvnia hryvnias",
        "pence": "p pence",
        "pounds": "pound pounds",
    }
)

UNITS: Final = MappingProxyType(
    {
        form.replace("\u00a0", " "): name
        for table in (_TIME, _LENGTH, _WEIGHT_VOLUME, _POWER_DATA, _SHARE, _MONEY)
        for name, forms in table.items()
        for form in forms.split(" ")
    }
)
"""Lower-case written form to short form."""

GLUED_ONLY: Final = frozenset({"s", "m", "h", "g", "c", "f", "p", "x", "l", "t", "k", "b", "in"})
"""Letters that are a unit only right behind digits ("20C", "5m"), or behind a space before a stop."""

CAPITAL_UNITS: Final = frozenset({"C", "F", "X"})
"""Single capital letters that are a unit right behind digits; "5G" is a name."""

SIGNS: Final = "$£€¥₹₽₩₺₴₪₦₫₱฿₸"
"""Currency signs."""

CODES: Final = (
    "USD EUR GBP JPY CHF CAD AUD NZD CNY RMB RUB INR KZT UAH TRY PLN SEK NOK DKK BRL MXN ZAR HKD SGD KRW Rs"
)
"""Currency codes that stand before the amount ("EUR 5m")."""
