"""Whether those whom a message names as speakers are those to whom the article gives the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.core.names.titles import COURTESY
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.core.text.tokens import forms
from bot.core.text.words import word_set
from bot.core.voices import Voice, words

_ANYBODY: Final = word_set(
    "he she they it we you i who somebody someone people everybody everyone man woman "
    "spokesman spokeswoman spokesperson spokespeople source sources report reports media news press "
    "article articles story text piece page author writer post paper headline experts expert observers analysts "
    "statement other others one another speaker former then president mr mrs ms dr sir dame"
)
"""Words that name nobody: what is said of them is not held against the article."""
_THE_ARTICLE: Final = word_set(
    "article articles story text piece page paper report headline post seed author"
)
_CAPITAL: Final = re.compile(r"(?<!\w)[A-ZÀ-ÞŁŠŽ]")


def fits(store: FactStore, place: int, window: Span, named: str) -> bool | None:
    """Return whether the article at `place` gives `window` to `named`; None where it cannot be told.

    A person is known by the surname, and by no other given name; an institution by a word of its name or role.
    """
    telling = [word for word in words(named) if word not in COURTESY]
    if not telling or set(telling) & _THE_ARTICLE or _is_publisher(store, place, telling):
        return None
    speaking = [voice for voice in store.voices[place] if any(map(window.meets, voice.statements))]
    if any(_is(voice, telling, named) for voice in speaking):
        return True
    telling = [word for word in telling if word not in _ANYBODY]
    if not telling:
        return None
    if _CAPITAL.search(named) and not _is_mentioned(store, place, telling):
        return False
    return False if _is_given(store, place, window) else None


def speakers(store: FactStore, place: int, window: Span) -> tuple[Span, ...]:
    """Return the fullest namings of those to whom the article gives a stretch of its text."""
    return tuple(voice.name for voice in store.voices[place] if any(map(window.meets, voice.statements)))


def _is(voice: Voice, telling: list[str], named: str) -> bool:
    known = voice.names | voice.roles
    capital = [word for word in telling if _is_capital(word, named)]
    if not capital:
        return any(word in known for word in telling)
    if all(word in known for word in capital):
        return True
    return capital[-1] in voice.names and len(voice.names) == 1


def _is_capital(word: str, named: str) -> bool:
    return any(
        fold(each).text.startswith(word) and each[0].isupper() for each in re.findall(r"[^\s]+", named)
    )


def _is_publisher(store: FactStore, place: int, telling: list[str]) -> bool:
    article = store.entries[place].article
    details = (article.outlet, article.author)
    return any(set(telling) <= set(words(detail.value)) for detail in details if detail)


def _is_mentioned(store: FactStore, place: int, telling: list[str]) -> bool:
    return telling[-1] in {
        word.removesuffix("'s") for word in forms(fold(store.entries[place].article.text).text)
    }


def _is_given(store: FactStore, place: int, window: Span) -> bool:
    """Whether the article says of some source that these are its words, and leaves it not open which."""
    return any(chain(speakers(store, place, window), _sources(store, place, window)))


def _sources(store: FactStore, place: int, window: Span) -> Iterator[Span]:
    for piece in store.pieces_in(place, window):
        local = store.local(place, piece.start)
        for report in local.reports:
            if report.source is not None and report.content.meets(window):
                yield report.source
