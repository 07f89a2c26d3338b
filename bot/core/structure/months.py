"""The names of months, weekdays and time zones that stand in date lines.

English with the short forms of news desks, and the languages whose pages are most often copied along with it.
"""

from __future__ import annotations

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "en short": "jan feb mar apr - jun jul aug sept oct nov dec",
    "en shorter": "- - - - - - - - sep - - -",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "- - maart - mei - - augustus - - - -",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}

MONTHS = {
    name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), 1) if name != "-"
}
"""Lower-case name to number, 1 to 12."""

WEEKDAYS = {
    name: number
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "mon tues weds thur fri sat sun",
        "mon tue wed thurs fri sat sun",
    )
    for number, name in enumerate(names.split())
}
"""Lower-case name to number, Monday is 0 as in `datetime.date.weekday`."""

ZONES = {
    "gmt": "+00:00",
    "utc": "+00:00",
    "z": "+00:00",
    "est": "-05:00",
    "edt": "-04:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cet": "+01:00",
    "cest": "+02:00",
}
"""Names of time zones that mean one offset; "ET" and "CST" mean several and are left open."""
