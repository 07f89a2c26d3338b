"""Questions about generated sentences, with slips of the keyboard."""

from __future__ import annotations

import random
from typing import NamedTuple

from benchmarks.scale.corpus import Corpus

KINDS = ("0", "1", "2", "first")
"""Slips in a question: none, one, two, or one in the first letter of a word."""
_OPENINGS = ("", "", "what about ", "tell me about ", "what happened with ")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Question(NamedTuple):
    """What is asked, the sentence that answers, and the kind of slips."""

    text: str
    sentence: int
    kind: str


def questions(corpus: Corpus, count: int, seed: int = 2) -> list[Question]:
    """Return `count` questions of each kind, mixed: 3 to 8 telling words of a sentence, in any order."""
    rng = random.Random(seed)  # noqa: S311 – the same questions each time
    able = [number for number, words in enumerate(corpus.content) if len(_long(words)) >= 3]
    found = [_question(rng, corpus, rng.choice(able), kind) for kind in KINDS for _ in range(count)]
    rng.shuffle(found)
    return found


def _long(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if len(word) > 4 and word.isalpha()]


def _question(rng: random.Random, corpus: Corpus, sentence: int, kind: str) -> Question:
    telling = list(dict.fromkeys(corpus.content[sentence]))
    asked = rng.sample(telling, min(len(telling), rng.randint(3, 8)))
    while len(_long(tuple(asked))) < 2:
        asked = rng.sample(telling, min(len(telling), rng.randint(3, 8)))
    if rng.random() < 0.5:
        asked = [word.lower() for word in asked]
    for _ in range(int(kind) if kind.isdigit() else 1):
        place = rng.choice([at for at, word in enumerate(asked) if len(word) > 4 and word.isalpha()])
        asked[place] = _slip(rng, asked[place], first=kind == "first")
    return Question(rng.choice(_OPENINGS) + " ".join(asked), sentence, kind)


def _slip(rng: random.Random, word: str, *, first: bool) -> str:
    """Return the word with one letter changed, lost, doubled up or swapped with the next."""
    at = 0 if first else rng.randint(1, len(word) - 2)
    other = rng.choice([letter for letter in _LETTERS if letter != word[at].lower()])
    way = rng.choice(("change", "lose", "add", "swap"))
    if way == "change":
        return word[:at] + other + word[at + 1 :]
    if way == "lose":
        return word[:at] + word[at + 1 :]
    if way == "add":
        return word[:at] + other + word[at:]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return swapped if swapped != word else word[:at] + other + word[at + 1 :]
