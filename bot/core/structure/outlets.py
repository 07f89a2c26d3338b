"""How a page names its outlet: in its rights line, its mission, a dateline, the tail of a by-line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.article import Detail
from bot.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

AGENCIES = frozenset(
    {
        "reuters",
        "ap",
        "afp",
        "upi",
        "dpa",
        "efe",
        "ansa",
        "tass",
        "xinhua",
        "interfax",
        "bloomberg",
        "kyodo",
        "pti",
    }
    | {"associated press", "the associated press", "agence france-presse", "press association", "pa media"}
)
_OUTLET_WORD = re.compile(
    r"\b(?:press|news|newsroom|times|post|herald|daily|agency|tribune|journal|gazette|guardian|telegraph|bbc|cnn|radio"
    r"|tv|mail|chronicle|observer|standard|mirror|echo|courier|argus|examiner|register|dispatch|wire|network|media"
    r"|monitor|weekly|magazine|bulletin|ledger|sentinel|independent|globe|inquirer|reporter|online|desk|leader"
    r"|messenger|mercury|advertiser|broadcasting)\b",
    re.IGNORECASE,
)
_WORD = r"[A-Z0-9](?:[\w&’'-]|\.(?=\w))*"
_NAME = rf"(?P<outlet>(?:[Tt]he )?{_WORD}(?: (?:of|the|and|&|for|de|la|le|{_WORD})){{0,6}}?)"
_STATED = (
    # The surest first.
    re.compile(
        rf"(?:©|\(c\)|(?i:copyright))[\s©]*(?:\(c\)\s*)?(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?)?,?\s*(?:by\s+)?{_NAME}"
        r"(?=\.(?:\s|$)|,|\s*[|·•–—]|\s-\s|\s+(?i:all rights)|\s*$)"
    ),
    re.compile(rf"^{_NAME}(?:['’]s|['’]) (?:mission|purpose|aim|goal) is to\b"),
    re.compile(rf"\b(?:published|appeared) (?:on|in|by|at) {_NAME}(?=[.,]|\s+(?:on|and|under|in)\b|$)"),
    re.compile(
        rf"^{_NAME} is an? (?:[\w-]+[ ,]+){{0,5}}(?:newspaper|news (?:site|agency|outlet|organi[sz]ation|website|service)"
        r"|newsroom|magazine|broadcaster)\b"
    ),
    re.compile(rf"^(?:Follow|Like|Find|Join|FOLLOW) (?!us\b|Us\b|US\b){_NAME} on\b"),
    re.compile(rf"^(?:Subscribe to|Support|About) {_NAME}[.!]?$"),
)
_HOST = re.compile(r"(?:https?://(?:www\.)?|\bwww\.)(?P<outlet>[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+)")
_NO_OUTLET = re.compile(r"(?:the )?(?:authors?|us|story|article|this|our|all rights.*|\d+)", re.IGNORECASE)
_DATELINE = re.compile(
    # A place in capitals, then a country, a day, an agency, a dash: ALMATY, Kazakhstan (Reuters) –
    r"(?P<place>[^\W\d_a-z][A-Z’'.À-Þ-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ’'.-]+){0,3}"
    r"(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2})?(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}\.?(?:\s\d{4})?))?)"
    r"\s?(?:\((?P<agency>[^)\n]{2,40})\))?\s?(?:—|–|--|-|:)\s"
)
_AGENCY_DATELINE = re.compile(
    # A place not in capitals is one only before an agency: Berlin (dpa) –
    r"(?P<place>[A-ZÀ-Þ][\w’'.-]+(?:[ /][A-ZÀ-Þ][\w’'.-]+){0,2}(?:,\s[A-Z][\w.]+(?:\s\d{1,2})?(?:,\s\d{4})?){0,2})"
    r",?\s?\((?P<agency>[^)\n]{2,40})\)\s?(?:—|–|--|-|:)\s"
)


def match_dateline(text: str, paragraph: Span) -> re.Match[str] | None:
    """Return the place, day and agency before a paragraph: "ALMATY, Kazakhstan (Reuters) – "."""
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    if found:
        return found
    found = _AGENCY_DATELINE.match(text, paragraph.start, paragraph.end)
    return found if found and is_outlet(found["agency"]) else None


def stated_outlet(text: str, spans: Iterable[Span]) -> Detail | None:
    """Return the outlet that the publisher's boilerplate states; an address's host only where no name stands."""
    boilerplate = tuple(spans)
    for pattern in (*_STATED, _HOST):
        for span in boilerplate:
            found = pattern.search(span.of(text))
            if found and not _NO_OUTLET.fullmatch(found["outlet"]):
                return _detail(text, span.start + found.start("outlet"), span.start + found.end("outlet"))
    return None


def _detail(text: str, start: int, end: int) -> Detail:
    span = Span(start, end)
    return Detail(span.of(text), span, inferred=True)


def dateline_outlet(text: str, paragraph: Span) -> Detail | None:
    """Return the agency of a dateline."""
    found = match_dateline(text, paragraph)
    if not found or not found["agency"] or not is_outlet(found["agency"]):
        return None
    return _detail(text, *found.span("agency"))


def is_outlet(words: str) -> bool:
    """Whether some words name a news outlet, by a known agency or a word that papers are called by."""
    return words.lower() in AGENCIES or (words[:1].isupper() and _OUTLET_WORD.search(words) is not None)
