"""All voices of a store by the words of their names and roles, so that a question meets only those it may mean."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.core.voices import Voice, slips_in

Postings = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class VoiceTable:
    """The voices in the order of their articles, each with the place of its article."""

    listed: tuple[tuple[int, Voice], ...]
    _names: Postings
    _roles: Postings

    @classmethod
    def build(cls, voices: Sequence[Sequence[Voice]]) -> VoiceTable:
        """List the voices of all articles, which are given by the places of the articles."""
        listed = tuple((place, voice) for place, several in enumerate(voices) for voice in several)
        names = _posted(voice.names for _, voice in listed)
        return cls(listed, names, _posted(voice.roles for _, voice in listed))

    def among(self, word: str) -> frozenset[int]:
        """Return the numbers of the voices that have `word` in a name or role, with or without an s or a slip."""
        found: set[int] = set()
        slips = slips_in(word)
        for postings in (self._names, self._roles):
            meant = {word, word.removesuffix("s"), f"{word}s"}
            if slips:
                near = process.extract(
                    word, postings.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None
                )
                meant.update(form for form, _, _ in near)
            for form in meant:
                found.update(postings.get(form, ()))
        return frozenset(found)

    def spelt_like(self, word: str, likeness: float) -> frozenset[int]:
        """Return the numbers of the voices with a word in their names that is at least so alike (Jaro-Winkler)."""
        near = process.extract(
            word, self._names.keys(), scorer=JaroWinkler.similarity, score_cutoff=likeness, limit=None
        )
        return frozenset(number for form, _, _ in near for number in self._names[form])


def _posted(words: Iterable[frozenset[str]]) -> Postings:
    found: dict[str, array[int]] = {}
    for number, several in enumerate(words):
        for word in several:
            found.setdefault(word, array("I")).append(number)
    return found
