"""What a question gets: an answer or a refusal. Both say what was searched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.core.article import Article
from bot.core.facts import Dated, Figure, Quote, Source
from bot.core.span import Span
from bot.core.store import RECEIPT_LENGTH

Fact = Quote | Figure | Dated | Source


@dataclass(frozen=True, slots=True)
class Receipt:
    """What proves a passage: `paragraphs` first and last, offsets as code points, start of the article's SHA-256."""

    article: str
    paragraphs: tuple[int, int] | None
    start: int
    end: int
    hash: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of an article."""

    article: Article
    span: Span

    @property
    def text(self) -> str:
        """The words, verbatim."""
        return self.span.of(self.article.text)

    @property
    def id(self) -> str:
        """The permanent id that `passage` opens: `<article id>:<start>-<end>`."""
        return f"{self.article.id}:{self.span.start}-{self.span.end}"

    @property
    def receipt(self) -> Receipt:
        """Where the words stand."""
        first = self.article.block_at(self.span.start)
        last = self.article.block_at(max(self.span.start, self.span.end - 1))
        paragraphs = (first.number, last.number) if first and last else None
        return Receipt(
            self.article.id, paragraphs, self.span.start, self.span.end, self.article.sha256[:RECEIPT_LENGTH]
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that answers. `highlights` are the question's words in it, `fact` what answers by itself."""

    passage: Passage
    score: float
    highlights: tuple[Span, ...] = ()
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Passages, best first.

    `read_as` pairs typed words with the words they were read as; `closest_only` marks the second band: the
    closest passages, which may not answer; `ask_back` are the readings between which the user is asked to choose.
    """

    question: str
    hits: tuple[Hit, ...]
    searched: tuple[str, ...]
    read_as: tuple[tuple[str, str], ...] = ()
    closest_only: bool = False
    ask_back: tuple[str, ...] = ()


class RefusalCode(StrEnum):
    """Why there is no answer."""

    NO_TERMS = "NO_TERMS"
    """None of the question's words stands in the articles, or it has no words."""
    TERMS_APART = "TERMS_APART"
    """Its words stand in the articles, but nowhere together."""
    VETOED = "VETOED"
    """A passage is similar, but a name, a number or the speaker differs."""
    OUT_OF_DATE_RANGE = "OUT_OF_DATE_RANGE"
    """It asks about a time of which the articles do not speak."""
    NO_ARTICLE = "NO_ARTICLE"
    """There is no article, or not the one asked for."""
    AMBIGUOUS = "AMBIGUOUS"
    """It fits several things equally."""
    UNKNOWN_NAME = "UNKNOWN_NAME"
    """It names somebody or something that no article names."""
    NO_SUCH_FACT = "NO_SUCH_FACT"
    """The articles speak of it without giving what is asked: a number, a date, a statement."""
    BAD_ID = "BAD_ID"
    """A passage id that names no passage."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, in one sentence, and what comes nearest.

    `missing` are the question's words found nowhere; `suggestions` near spellings, or names to choose from.
    """

    question: str
    code: RefusalCode
    reason: str
    searched: tuple[str, ...]
    missing: tuple[str, ...] = ()
    nearest: tuple[Hit, ...] = ()
    suggestions: tuple[str, ...] = ()


Reply = Answer | Refusal
