"""The cases of one article: what somebody writes, and what a check has to say of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from tests.mutations.kinds import CHANGES, MEANING_KEPT, NUMBER

_SENTENCE: Final = re.compile(r"(?:^|(?<=[.!?] ))[A-Z][^\n“”\"«»‘]{30,400}?[.!?](?=\s|$)", re.MULTILINE)
_FRONT: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_WHITE: Final = re.compile(r"\s+")


_QUOTED: Final = re.compile(r"[“\"]([^“”\"\n]{25,300})[,.?!][”\"]")
_NAME: Final = r"([A-Z][\w’'-]+ [A-Z][\w’'-]+)"
_WHO: Final = re.compile(
    rf",? (?:said (?:the )?(?:[a-z]+ ){{0,4}}{_NAME}|{_NAME},? (?:[^“”\"\n.]{{0,60}}, )?(?:said|told)\b)"
)
"""A full name and "said" right after the words: nobody can read another speaker there."""
NOBODY: Final = "Wendel Ashgrove"
"""A name that no article has."""
_UNRELATED: Final = (
    "Seventeen bagpipes were auctioned beneath the velodrome while a choir rehearsed sea shanties.",
    "Grandmaster Oyelaran sacrificed both rooks before resigning the exhibition in Reykjavik.",
)
SPEAKER_KEPT, SPEAKER_CHANGED, SPLICED, UNRELATED = (
    "speaker kept",
    "speaker exchanged",
    "two quotes spliced",
    "unrelated text",
)
_FIGURE: Final = re.compile(
    r"(?:^|(?<=[.!?] ))[A-Z][^\n“”\"«»‘.!?]*?(?<![\d\w.,£$€-])(?<!\d\s)\d{2,3}(?:,\d{3})* [a-z]{4,}s\b[^\n“”\"«»‘.!?]*[.]"
    r"(?=\s|$)",
    re.MULTILINE,
)
"""A sentence with a number and what it counts, and no marks, full stops or decimals inside."""
_COUNTED: Final = re.compile(r"(?<![\d\w.,£$€-])(?<!\d\s)\d{2,3}(?:,\d{3})* (?=[a-z]{4,}s\b)")
_UNBOUND: Final = re.compile(
    r"\b(?:about|nearly|almost|around|roughly|more than|less than|fewer than|at least) $"
)
FIGURE_KEPT, FIGURE_CHANGED, FIGURE_UNBOUND, FIGURE_THING = (
    "figure kept",
    "figure changed",
    "figure without its bound",
    "figure of another thing",
)
OTHERS: Final = (
    *(SPEAKER_KEPT, SPEAKER_CHANGED, SPLICED, UNRELATED),
    *(FIGURE_KEPT, FIGURE_CHANGED, FIGURE_UNBOUND, FIGURE_THING),
)
"""What is made of quotations with their speakers, or of nothing, and not of one sentence."""


class Case(NamedTuple):
    """`text` is the message; `original` the article's words; `verdicts` those that are right; `reason` "" for none."""

    change: str
    article: str
    text: str
    original: str
    verdicts: frozenset[str]
    reason: str


def cases_of(article: str, text: str, seed: int = 0) -> Iterator[Case]:
    """Yield every case of an article's raw text: each sentence without marks of its own, in each way that applies.

    Left out are changes that by chance give words which the article has elsewhere, or a number that stands anywhere
    in it: they may be true of it as well.
    """
    body = _FRONT.sub("", text)
    numbers = {found[0].replace(",", "") for found in NUMBER.finditer(body)}
    plain = _plain(body)
    for sentence in _SENTENCE.finditer(body):
        original = sentence[0]
        for name, change in CHANGES.items():
            rng = random.Random(f"{seed}/{article}/{sentence.start()}/{name}")  # noqa: S311 – repeatable on purpose
            altered = change.alter(original, rng)
            if altered is None or (
                name not in MEANING_KEPT and _may_be_true(altered, name, plain, numbers, original)
            ):
                continue
            yield Case(
                name, article, f"The article says: “{altered}”", original, change.verdicts, change.reason
            )


def spoken_cases(article: str, text: str) -> Iterator[Case]:
    """Yield cases of who said it: the one who did, somebody else quoted in the article, two quotes made one."""
    body = _FRONT.sub("", text)
    quoted = list(_QUOTED.finditer(body))
    after = [(found[1], _WHO.match(body, found.end())) for found in quoted]
    said = [(words, who[1] or who[2]) for words, who in after if who is not None]
    for words, speaker in said:
        yield Case(SPEAKER_KEPT, article, f"{speaker} said: “{words}”", words, frozenset({"EXACT"}), "")
        for other in sorted({NOBODY, *(name for _, name in said)} - {speaker}):
            if (words, other) not in said:
                wrong = frozenset({"WRONG_SPEAKER"})
                yield Case(SPEAKER_CHANGED, article, f"{other} said: “{words}”", words, wrong, "speaker")
    for first, second in pairwise(found[1] for found in quoted):
        joined = f"The article says: “{first}, {second[0].lower()}{second[1:]}”"
        yield Case(SPLICED, article, joined, first, frozenset({"SPLICED"}), "splice")
    for words in _UNRELATED:
        yield Case(
            UNRELATED, article, f"The article says: “{words}”", "", frozenset({"NOT_FOUND"}), "missing"
        )


def figure_cases(article: str, text: str, seed: int = 0) -> Iterator[Case]:
    """Yield cases of figures without marks: a sentence as it stands, and with one figure's value, bound or thing changed."""
    body = _FRONT.sub("", text)
    numbers = {found[0].replace(",", "") for found in NUMBER.finditer(body)}
    wrong = frozenset({"ALTERED", "NOT_FOUND"})
    for sentence in _FIGURE.finditer(body):
        whole = sentence[0]
        rng = random.Random(f"{seed}/{article}/{sentence.start()}/figure")  # noqa: S311 – repeatable on purpose
        found = rng.choice(list(_COUNTED.finditer(whole)))
        before, after = whole[: found.start()], whole[found.end() :]
        yield Case(FIGURE_KEPT, article, whole, whole, frozenset({"EXACT"}), "")
        value = int(found[0].replace(",", ""))
        other = f"{value + rng.choice([1, 3, 10, 100]):,}"
        if other.replace(",", "") not in numbers:
            yield Case(FIGURE_CHANGED, article, f"{before}{other} {after}", whole, wrong, "number")
        bound = _UNBOUND.search(before)
        if bound:
            yield Case(
                FIGURE_UNBOUND, article, f"{before[: bound.start()]}{found[0]}{after}", whole, wrong, "hedge"
            )
        thing = after.partition(" ")[2]
        yield Case(FIGURE_THING, article, f"{before}{found[0]}bassoons {thing}", whole, wrong, "number")


def _may_be_true(altered: str, name: str, plain: str, numbers: set[str], original: str) -> bool:
    if altered == original or _plain(altered).rstrip(".!?") in plain:
        return True
    if name not in {"digit swap", "magnitude"}:
        return False
    before = {found[0].replace(",", "") for found in NUMBER.finditer(original)}
    after = {found[0].replace(",", "") for found in NUMBER.finditer(altered)}
    return bool((after - before) & numbers) or not after - before


def _plain(text: str) -> str:
    return _WHITE.sub(" ", text).casefold()
