"""Names of months and days, and the words that turn them towards the past or the future."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS: Final = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

MONTH_NUMBER: Final = MappingProxyType(
    {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
WEEKDAY_NUMBER: Final = MappingProxyType(
    {name.lower(): number for number, name in enumerate(WEEKDAYS)}
    | {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
"""Monday is 0, as in `datetime.date.weekday`."""

FESTIVE: Final = frozenset(
    {"black", "good", "bloody", "palm", "easter", "ash", "super", "cyber", "holy", "maundy"}
)
"""Before a weekday: a name, no date ("Black Friday")."""
HABITUAL: Final = frozenset({"every", "each", "any", "most", "a", "some", "alternate"})
"""Before a weekday: a custom, no date."""
PAPERS: Final = (
    "Times|Telegraph|Mirror|Mail|Express|Herald|Post|People|Independent|Night|Business|World|Star|Sun"
)
"""After a weekday: the name of a paper ("Sunday Times") or programme."""

SPELLED: Final = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
        )
    }
    | {
        word: number
        for number, word in enumerate(["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"], 11)
    }
    | {word: number for number, word in enumerate(["seventeen", "eighteen", "nineteen", "twenty"], 17)}
    | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
)
QUARTERS: Final = MappingProxyType({"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4})

YEAR_STRONG: Final = frozenset(["in", "since", "during", "until", "till", "throughout"])
"""Before four digits: a year, unless persons or units follow."""
YEAR_WEAK: Final = frozenset(
    [
        "by",
        "from",
        "of",
        "to",
        "after",
        "before",
        "between",
        "and",
        "for",
        "the",
        "early",
        "late",
        "mid",
        "spring",
        "summer",
        "autumn",
        "winter",
        "fall",
        "year",
        "through",
        "into",
        "post",
        "pre",
        "circa",
        "beyond",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "our",
        "(",
        "[",
        "/",
        "-",
        "–",
        "—",
        ",",
    ]
)
"""Before four digits from 1500 on: a year, unless something countable follows."""
EVENTS: Final = frozenset(
    [
        "elections",
        "protests",
        "games",
        "olympics",
        "polls",
        "riots",
        "talks",
        "results",
        "sales",
        "earnings",
        "attacks",
        "floods",
        "fires",
        "wars",
        "films",
        "championships",
        "finals",
        "olympians",
        "prices",
        "levels",
        "figures",
        "estimates",
    ]
)
"""Plurals that follow a year more often than a count."""
