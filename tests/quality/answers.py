"""Score answers: the right passage first, and a refusal where the article does not say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.span import Span
from tests.quality.gold import Labelled, LabelledQuestion
from tests.quality.outcome import Outcome, show


@dataclass(frozen=True)
class Asked:
    """What a question got: the passages best first, none of them when it was refused."""

    refused: bool
    passages: tuple[Span, ...]


def score_answer(labelled: Labelled, question: LabelledQuestion, asked: Asked) -> Iterator[Outcome]:
    """Hit at first place and no refusal where the article answers; a refusal where it does not."""
    label, told = question.label, _told(labelled, question, asked)
    if label.why is not None:
        yield Outcome("answers.refusal_recall", label.why, asked.refused, told)
        return
    hit = _hit(question, asked)
    yield Outcome("answers.hit_at_1", question_kind(label.q), hit, told)
    yield Outcome("answers.hit_at_1_by_style", label.style, hit, "")
    yield Outcome("answers.answerable_not_refused", label.style, not asked.refused, told)


def score_among_all(labelled: Labelled, question: LabelledQuestion, asked: Asked) -> Iterator[Outcome]:
    """Hit or rightful refusal when the article is asked by its id while others are loaded."""
    right = asked.refused if question.label.why else _hit(question, asked)
    kind = "unanswerable" if question.label.why else "answerable"
    yield Outcome("answers.right_among_all", kind, right, _told(labelled, question, asked))


def _hit(question: LabelledQuestion, asked: Asked) -> bool:
    return bool(asked.passages) and any(asked.passages[0].covers(place) for place in question.answers)


def _told(labelled: Labelled, question: LabelledQuestion, asked: Asked) -> str:
    wanted = question.label.why or show(labelled.text, question.answers[0])
    got = (
        show(labelled.text, asked.passages[0])
        if asked.passages
        else "a refusal"
        if asked.refused
        else "nothing"
    )
    return f"{labelled.id}: {question.label.q!r} wants {wanted}, got {got}"


def question_kind(question: str) -> str:
    """Return the class of a question: what it asks for, by its words."""
    words = question.casefold()
    table = (
        ("how many", ("how many", "how much", "how long", "how old", "how large", "how high")),
        ("said", (" say", " tell", " told", " said", " wrote", " write", " call ", "promise")),
        ("who", ("who", "which source", "which paper", "which newspaper")),
        ("when", ("when",)),
        ("where", ("where",)),
    )
    return next((kind for kind, cues in table if any(cue in words for cue in cues)), "what")
