"""Cards of a checked message: each item's verdict, and what differs in words, so that no colour has to say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.core.article import Article
from bot.core.span import Span
from bot.services.cards.receipt import link, receipt
from bot.services.cards.values import Block, Card, Cited, Pieces, Role, block, card
from bot.services.checking.values import Checked, Item, Kind, Reason, Verdict, Why
from bot.services.visible import one_line

_LONGEST: Final = 120
"""Characters of the message that one line repeats."""
_SHOWN: Final = 6
"""Differences of one item that are told; the rest is counted."""
_QUOTED: Final = {
    Verdict.EXACT: "the article has these very words",
    Verdict.TYPOGRAPHY: "the article has these words; only marks, case or spaces differ",
    Verdict.TRIMMED: "the article has these words and goes on",
    Verdict.WRONG_SPEAKER: "the article has these words, but not from this speaker",
    Verdict.SPLICED: "the article has these words, but not together",
    Verdict.ALTERED: "the article has it otherwise",
    Verdict.NOT_CHECKABLE: "there is nothing in it to compare",
    Verdict.NOT_FOUND: "the loaded articles have nothing like it",
}
_TOLD: Final = _QUOTED | {
    Verdict.EXACT: "it stands so in the article",
    Verdict.WRONG_SPEAKER: "the article has this, but not from this speaker",
    Verdict.NOT_CHECKABLE: "it is told in other words, which are not compared",
}
_KINDS: Final = {Kind.QUOTE: "quotation", Kind.STATEMENT: "statement", Kind.FIGURE: "figure"}
_DIFFERS: Final = {
    Why.NUMBER: "number or what it counts",
    Why.PAIRING: "which figure belongs to what",
    Why.NEGATION: "yes or no",
    Why.NAME: "name",
    Why.HEDGE: "how sure or how exact",
    Why.DIRECTION: "more or less, before or after",
    Why.WORDS: "words",
    Why.SPEAKER: "who says so",
    Why.SPLICE: "pieces put together",
    Why.CUT: "left out",
}


def check_cards(checked: Checked) -> tuple[Card, ...]:
    """Return one card for each item, and one for what was left out or that there was nothing to check."""
    cards = [_item(checked.text, item) for item in checked.items]
    if not cards:
        cards.append(
            _said(
                "There is nothing to check: no words in quotation marks, no statement of somebody, no figure."
            )
        )
    if checked.left_out:
        cards.append(_said(f"{checked.left_out} more were not checked: send them in a message of their own."))
    return tuple(cards)


def _said(text: str) -> Card:
    return card((block(Role.NOTE, text),))


def _item(text: str, item: Item) -> Card:
    told = (_QUOTED if item.kind is Kind.QUOTE else _TOLD)[item.verdict]
    verdict = item.verdict.value.replace("_", " ")
    return card(
        (
            block(Role.LEAD, f"{verdict}: {told}"),
            block(Role.WHO, f"{_KINDS[item.kind]} in the message: “{_words(text, item.span)}”"),
            *_differences(text, item),
            *_passage(item),
        )
    )


def _differences(text: str, item: Item) -> Iterator[Block]:
    told = [reason for reason in item.reasons if reason.why in _DIFFERS]
    for reason in told[:_SHOWN]:
        yield block(Role.NOTE, f"{_DIFFERS[reason.why]}: ", *_both(text, item.article, reason))
    if len(told) > _SHOWN:
        yield block(Role.NOTE, f"and {len(told) - _SHOWN} more differences")


def _both(text: str, article: Article | None, reason: Reason) -> Pieces:
    ours = f"the message has “{_words(text, reason.claim)}”" if reason.claim else "the message lacks it"
    if reason.passage is None or article is None:
        return (f"{ours}, the article lacks it",)
    return (f"{ours}, the article has “", Cited(article, reason.passage), "”")


def _words(text: str, span: Span) -> str:
    words = one_line(span.of(text))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"


def _passage(item: Item) -> Iterator[Block | None]:
    if item.article is None or item.passage is None:
        return
    first = item.article.sentence_at(item.passage.start) or item.passage
    last = item.article.sentence_at(item.passage.end - 1) or item.passage
    around = first.join(last).join(item.passage)
    strong = (item.passage,) if item.passage != around else ()
    yield block(Role.PASSAGE, Cited(item.article, around, strong))
    yield receipt(item.article, around)
    yield link(item.article, around)
