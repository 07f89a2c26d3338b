"""One seed: bytes in, an article or the reasons why there is none."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from bot.core.facts import Repair
from bot.core.marks import find_quotations
from bot.services.seeds.decode import decode, decode_page
from bot.services.seeds.faults import Fault, Severity, place_of

if TYPE_CHECKING:
    from bot.core.article import Article

PAGES = frozenset({".html", ".htm"})
_NOT_IN_A_SLUG = re.compile(r"[\W_]+")
_REPAIRED = (Repair.REVERSED, Repair.UNCLOSED, Repair.UNOPENED)
_MOST_WARNINGS = 50
"""Warnings about marks for one file; more would hide those of other files."""


def slug(name: str) -> str:
    """Return the id of the seed in the file called `name`: its letters and digits, joined by hyphens."""
    return _NOT_IN_A_SLUG.sub("-", PurePath(name).stem.casefold()).strip("-") or "article"


def read_seed(path: str, data: bytes) -> tuple[Article | None, tuple[Fault, ...]]:
    """Return the article in `data` and all faults, sorted; no article where one of them is an error.

    `path` names the seed in the faults and gives the article its id; its suffix says whether it is a page.
    """
    if PurePath(path).suffix.lower() in PAGES:
        article, faults = _read_page(path, data)
    else:
        article, faults = _read_text(path, data)
    if article:
        faults += _unbalanced(path, article)
    if any(fault.is_error for fault in faults):
        article = None
    return article, tuple(sorted(faults))


def _read_text(path: str, data: bytes) -> tuple[Article | None, list[Fault]]:
    # The rules of structure take a fifth of a start, which needs none where all seeds are known already.
    from bot.core.structure import read_article  # noqa: PLC0415 – see above
    from bot.services.seeds.matter import read_front_matter  # noqa: PLC0415 – see above

    text, faults = decode(path, data)
    if text is None:
        return None, faults
    matter, more = read_front_matter(path, text)
    article = read_article(text, id=slug(path), front_matter=matter)
    if not article.sentences:
        more.append(
            Fault(path, 0, 0, Severity.ERROR, "an article", "no text that could be one", "Add the article.")
        )
    return article, faults + more


def _read_page(path: str, data: bytes) -> tuple[Article | None, list[Fault]]:
    # As for text.
    from bot.core.structure import read_article  # noqa: PLC0415 – see above
    from bot.services.seeds.page import read_page  # noqa: PLC0415 – see above

    html, faults = decode_page(path, data)
    if html is None:
        return None, faults
    found = read_page(html)
    if found is None:
        advice = "Save the page as text, or paste the article into a .txt file."
        return None, [*faults, Fault(path, 0, 0, Severity.ERROR, "an article in the page", "none", advice)]
    text, matter = found
    return read_article(text, id=slug(path), front_matter=matter), faults


def _unbalanced(path: str, article: Article) -> list[Fault]:
    """Warn about quotation marks that had to be repaired."""
    faults: list[Fault] = []
    for quotation in find_quotations(article):
        for repair in quotation.repairs:
            if repair in _REPAIRED:
                place = place_of(article.text, quotation.marked.start)
                advice = "It was read as if repaired; the text stays as it is."
                faults.append(
                    Fault(path, *place, Severity.WARNING, "balanced quotation marks", repair.value, advice)
                )
    return faults[:_MOST_WARNINGS]
