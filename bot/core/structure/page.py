"""What each line of a page is, and the meta data that its edges show."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.core.article import BlockKind, Detail
from bot.core.span import Span
from bot.core.structure.boilerplate import is_boilerplate_anywhere, is_boilerplate_at_edge, is_list_label
from bot.core.structure.credits import Credit, is_clock, is_date_label, is_role, read_credit
from bot.core.structure.lines import Line, after_markup, starts_markup
from bot.core.structure.outlets import dateline_outlet, match_dateline, stated_outlet
from bot.core.structure.stamps import Stamp, find_stamp
from bot.core.text.sentences import split_sentences

_OWN_URL = re.compile(
    r"(?:source|read (?:it |this |the (?:full )?(?:article|story|original) )?(?:at|here|on)|(?:the )?original(?: article| story)?"
    r"|url|link|permalink|canonical|retrieved from|(?:originally |first )?published (?:at|on)|available at)\s*:?\s*<?"
    r"(?P<url>https?://[^\s/<>]+/[^\s<>]*[^\s<>/.,;)])/?>?\.?",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:(?:world|news|politics|business|sports?|opinion|culture|local|breaking|home|europe|asia|africa|americas"
    r"|middle east|health|science|technology|tech|economy|finance|markets|entertainment|lifestyle|travel|live|exclusive"
    r"|analysis|explainer|national|international|crime|courts?|environment|education|top stories|press release"
    r"|for immediate release)\b[\s&|/:-]*+)++\W*+"
    r"|\w+(?:\s?[>›»/]\s?[\w ]{2,20}){1,4}\W*+",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?:[.!?…:;,][\"'”’»)\]]*|[,:;])$")
_LONGEST_TITLE = 220
_LONGEST_HEADING = 90
_MOST_ABOVE_TITLE = 4
_MOST_BELOW_SIGN_OFF = 5
_MOST_AROUND = 12
"""Lines looked at between title and text, at most."""


@dataclass(slots=True)
class Page:
    """What was found so far; `kinds` by the place of a line."""

    kinds: dict[int, BlockKind] = field(default_factory=dict)
    credits: list[Credit] = field(default_factory=list)
    title: Span | None = None
    url: Span | None = None


def find_title(text: str, lines: list[Line]) -> int | None:
    """Return which line is the title: the first but for labels, dates and by-lines; None for prose without one."""
    for at, line in enumerate(lines[: _MOST_ABOVE_TITLE + 1]):
        words = line.span.of(text)
        if starts_markup(text, line.span) == "#":
            return at
        above = len(lines) > at + 1 and (
            _SECTION.fullmatch(words) or is_boilerplate_anywhere(words) or is_clock(words)
        )
        credit = read_credit(text, line.span)
        if not above and (credit is None or credit.name_only):
            return at if len(lines) > 1 and _is_title(text, line.span) else None
    return None


def _is_title(text: str, line: Span) -> bool:
    if line.length > _LONGEST_TITLE or match_dateline(text, line):
        return False
    words = line.of(text)
    if words.endswith(("…", "...", "!", "?")) or _is_headline_case(words):
        return True
    return not _STOP.search(words) and not any(
        sentence.of(text).endswith(".") for sentence in split_sentences(text, line)
    )


def _is_headline_case(words: str) -> bool:
    """Whether Nearly All Longer Words Have a Capital, as in American headlines."""
    longer = [word for word in words.split() if sum(map(str.isalpha, word)) > 3]
    capital = [word for word in longer if word.lstrip("“‘\"'(")[:1].isupper()]
    return len(longer) > 3 and len(capital) >= 0.9 * len(longer)


def read_page(text: str, lines: list[Line], title: int | None, taken: dict[int, BlockKind]) -> Page:
    """Return what the lines are that no post has `taken`."""
    page = Page(kinds=dict(taken))
    body = 0
    if title is not None:
        for at in range(title):
            _edge(text, lines, at, page, label=True)
        page.kinds[title] = BlockKind.TITLE
        page.title = after_markup(text, lines[title].span)
        body = title + 1
    body = _read_top(text, lines, body, page)
    end = _read_bottom(text, lines, body, page)
    _read_middle(text, lines, range(body, end), page)
    return page


def _read_top(text: str, lines: list[Line], start: int, page: Page) -> int:
    """Read credits, labels and sub-titles above the first paragraph; return where that stands."""
    last = start
    for at in range(start, min(start + _MOST_AROUND, len(lines))):
        if at in page.kinds or not (_edge(text, lines, at, page) or _is_deck(text, lines, at, page)):
            break
        last = at + 1
    return last


def _is_deck(text: str, lines: list[Line], at: int, page: Page) -> bool:
    """A line without a stop between the title and the text is a sub-title."""
    if page.title is None or at + 1 >= len(lines) or not _is_heading(text, lines[at].span, _LONGEST_TITLE):
        return False
    page.kinds[at] = BlockKind.HEADING
    return True


def _read_bottom(text: str, lines: list[Line], body: int, page: Page) -> int:
    """Read credits and boilerplate below the last paragraph; return where they start."""
    end = min(_above_lists(text, lines, body, page), _below_sign_off(text, lines, body, page))
    while end > body and end - 1 not in page.kinds and _edge(text, lines, end - 1, page, bottom=True):
        end -= 1
    return end


def _below_sign_off(text: str, lines: list[Line], body: int, page: Page) -> int:
    """Take what follows a name and a date at the end as the page's; return where it starts."""
    end = len(lines)
    for at in range(end - 2, max(body, end - _MOST_BELOW_SIGN_OFF) - 1, -1):
        if {at, at + 1} & page.kinds.keys():
            return end
        name, date = read_credit(text, lines[at].span), read_credit(text, lines[at + 1].span)
        if name and name.author and date and date.published and not date.author:
            rest = range(at + 2, end)
            page.kinds |= dict.fromkeys(
                (here for here in rest if here not in page.kinds), BlockKind.BOILERPLATE
            )
            return at + 2
    return end


def _above_lists(text: str, lines: list[Line], body: int, page: Page) -> int:
    """Take the tags, links or contacts under a label at the very end as the page's; return where they start."""
    end = len(lines)
    for at in range(end - 1, max(body, end - _MOST_AROUND) - 1, -1):
        words = lines[at].span.of(text)
        if at in page.kinds or len(words) > _LONGEST_HEADING or words.endswith((".", "”", '"', "?", "!")):
            return end
        if is_list_label(words):
            page.kinds |= dict.fromkeys(range(at, end), BlockKind.BOILERPLATE)
            return at
    return end


def _edge(
    text: str, lines: list[Line], at: int, page: Page, *, bottom: bool = False, label: bool = False
) -> bool:
    """Give a line at the edge its kind; False when it is the article's."""
    span = lines[at].span
    words = after_markup(text, span).of(text)
    url = _OWN_URL.fullmatch(words)
    if url:
        page.url = page.url or Span(*(text.index(words, span.start) + offset for offset in url.span("url")))
        page.kinds[at] = BlockKind.BOILERPLATE
        return True
    credit = read_credit(text, span)
    under = page.kinds.get(at - 1) in {BlockKind.BYLINE, BlockKind.DATELINE}
    if credit and (not credit.name_only or (under if credit.outlet else _beside_a_date(text, lines, at))):
        page.credits.append(credit)
        page.kinds[at] = BlockKind.BYLINE if credit.author or credit.outlet else BlockKind.DATELINE
        return True
    if at and page.kinds.get(at - 1) is BlockKind.BYLINE and is_role(words):
        page.kinds[at] = BlockKind.BYLINE
        return True
    if is_clock(words) or is_date_label(words):
        page.kinds[at] = BlockKind.DATELINE
        return True
    known = is_boilerplate_at_edge(words) if bottom else is_boilerplate_anywhere(words)
    if known or (label and _SECTION.fullmatch(words)):
        page.kinds[at] = BlockKind.BOILERPLATE
        return True
    return False


def _beside_a_date(text: str, lines: list[Line], at: int) -> bool:
    """Whether the line below (or above) is a date or a role, as under or over a writer's name."""
    if at + 1 < len(lines) and is_role(lines[at + 1].span.of(text)):
        return True
    near = [read_credit(text, lines[place].span) for place in (at + 1, at - 1) if 0 <= place < len(lines)]
    return any(credit and not credit.author and not credit.outlet for credit in near)


def _read_middle(text: str, lines: list[Line], inside: range, page: Page) -> None:
    kinds = page.kinds
    free = [at for at in inside if at not in kinds]
    stops = sum(_STOP.search(lines[at].span.of(text)[-4:]) is not None for at in free)
    punctuated = stops * 2 >= len(free)
    for at in free:
        words = lines[at].span.of(text)
        if is_boilerplate_anywhere(words):
            kinds[at] = BlockKind.BOILERPLATE
        elif is_clock(words):
            kinds[at] = BlockKind.DATELINE
        elif starts_markup(text, lines[at].span).startswith("#") or (
            punctuated
            and at + 1 in inside
            and kinds.get(at + 1) in {None, BlockKind.POST}
            and _is_heading(text, lines[at].span, _LONGEST_HEADING)
        ):
            kinds[at] = BlockKind.HEADING


def _is_heading(text: str, span: Span, longest: int) -> bool:
    words = span.of(text)
    return (
        len(words) <= longest
        and not _STOP.search(words)
        and not any(mark in words for mark in (": ", "? ", "! ", "://"))
        and len(split_sentences(text, span)) == 1
        and (words[0].isupper() or words[0].isdigit())
        and not starts_markup(text, span)
    )


def details(text: str, page: Page, lines: list[Line]) -> dict[str, Detail | None]:
    """Return the meta data of the page by the name of its field, all inferred."""
    author = next((credit.author for credit in page.credits if credit.author), None)
    outlet = next((credit.outlet for credit in page.credits if credit.outlet), None)
    boilerplate = [line.span for at, line in enumerate(lines) if page.kinds.get(at) is BlockKind.BOILERPLATE]
    prose = [line.span for at, line in enumerate(lines) if at not in page.kinds]
    first = prose[0] if prose else None
    return {
        "title": _inferred(text, page.title),
        "author": _inferred(text, author),
        "outlet": stated_outlet(text, boilerplate)
        or _inferred(text, outlet)
        or (dateline_outlet(text, first) if first else None),
        "published": _published(text, page, first),
        "url": _inferred(text, page.url),
    }


def _inferred(text: str, span: Span | None) -> Detail | None:
    return Detail(span.of(text), span, inferred=True) if span else None


def _published(text: str, page: Page, first: Span | None) -> Detail | None:
    """The date of publication, else that of the last update, else the full date of a dateline."""
    stamps: list[Stamp | None] = [credit.published for credit in page.credits]
    stamps += [credit.updated for credit in page.credits]
    dateline = match_dateline(text, first) if first else None
    if dateline:
        stamps.append(find_stamp(text, dateline.start(), dateline.end()))
    for stamp in stamps:
        if stamp and stamp.iso:
            return Detail(stamp.iso, stamp.span, inferred=True)
    return None
