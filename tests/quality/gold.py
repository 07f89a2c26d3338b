"""The labelled corpus: how gold files are read and tied to the words of their articles.

An anchor quotes the article. `|bars|` mark the part that is meant when context is needed to find it, ` [...] `
leaves out a stretch in the middle, `nth` counts occurrences from 1 and is required only where the words stand more
than once. An anchor whose words do not stand in the article, or stand there more often than it admits, raises
`GoldError` with the file and the words.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.core.span import Span
from tests.quality.labels import Anchor, AnchorLike, FigureGold, GoldFile, PostGold, QuestionGold, SourceGold

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FLOORS = CORPUS / "floors.yaml"
ELISION = " [...] "


class GoldError(ValueError):
    """A gold file that does not fit its article."""


@dataclass(frozen=True)
class Segment:
    """One paragraph's part of a gold quotation, without marks."""

    span: Span
    kinds: tuple[str, ...]
    speakers: tuple[str, ...]
    """Acceptable names, the best first."""
    open: bool
    """Whether naming nobody is right: the article does not say who spoke."""


@dataclass(frozen=True)
class LabelledFigure:
    """A gold figure with its place."""

    span: Span
    label: FigureGold


@dataclass(frozen=True)
class LabelledSource:
    """A gold source with the places of what it is cited for."""

    label: SourceGold
    cited_for: tuple[Span, ...]


@dataclass(frozen=True)
class LabelledPost:
    """A gold post with its place."""

    span: Span
    label: PostGold


@dataclass(frozen=True)
class LabelledQuestion:
    """A gold question with the passages that answer it."""

    label: QuestionGold
    answers: tuple[Span, ...]


@dataclass(frozen=True)
class Labelled:
    """One article of the corpus and its gold, every anchor resolved."""

    id: str
    text: str
    manner: str
    segments: tuple[Segment, ...]
    optional_quotes: tuple[Span, ...]
    figures: tuple[LabelledFigure, ...]
    optional_figures: tuple[Span, ...]
    traps: tuple[Span, ...]
    sources: tuple[LabelledSource, ...]
    posts: tuple[LabelledPost, ...]
    questions: tuple[LabelledQuestion, ...]


def resolve(text: str, anchor: AnchorLike) -> Span:
    """Return the span an anchor means; `GoldError` when it is not there or not unique."""
    anchor = anchor if isinstance(anchor, Anchor) else Anchor(at=anchor)
    spans = _occurrences(text, anchor.at)
    if anchor.nth is None and len(spans) > 1:
        raise GoldError(f"{anchor.at!r} stands {len(spans)} times; add context or nth")
    place = (anchor.nth or 1) - 1
    if place >= len(spans):
        raise GoldError(f"{anchor.at!r} stands {len(spans)} times, asked for number {place + 1}")
    return spans[place]


def _occurrences(text: str, at: str) -> tuple[Span, ...]:
    before, meant, after = _bars(at)
    first, _, last = meant.partition(ELISION)
    pattern = re.escape(before) + "(" + re.escape(first)
    if last:
        pattern += ".*?" + re.escape(last)
    pattern += ")" + re.escape(after)
    return tuple(Span(*found.span(1)) for found in re.finditer(f"(?={pattern})", text, re.DOTALL))


def _bars(at: str) -> tuple[str, str, str]:
    parts = at.split("|")
    if len(parts) not in (1, 3) or not parts[len(parts) // 2].strip():
        raise GoldError(f"{at!r} needs no bar or two, with words between them")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else ("", at, "")


def label(article_id: str, text: str, gold: GoldFile) -> Labelled:
    """Tie a gold file to its article's text."""

    def place(anchors: list[AnchorLike]) -> tuple[Span, ...]:
        return tuple(resolve(text, anchor) for anchor in anchors)

    segments = [
        Segment(
            span,
            _as_tuple(quote.kind),
            tuple(filter(None, (quote.speaker, *quote.mentions))),
            quote.speaker is None,
        )
        for quote in gold.quotes
        for span in place(quote.at if isinstance(quote.at, list) else [quote.at])
    ]
    return Labelled(
        id=article_id,
        text=text,
        manner=gold.manner,
        segments=tuple(sorted(segments, key=lambda segment: segment.span)),
        optional_quotes=place(gold.optional_quotes),
        figures=tuple(LabelledFigure(resolve(text, figure.at), figure) for figure in gold.figures),
        optional_figures=place(gold.optional_figures),
        traps=place(gold.traps),
        sources=tuple(LabelledSource(source, place(source.cited_for)) for source in gold.sources),
        posts=tuple(LabelledPost(resolve(text, post.text), post) for post in gold.posts),
        questions=tuple(
            LabelledQuestion(_checked(question), place(question.answer)) for question in gold.questions
        ),
    )


def _as_tuple(kind: str | list[Any]) -> tuple[str, ...]:
    return (kind,) if isinstance(kind, str) else tuple(kind)


def _checked(question: QuestionGold) -> QuestionGold:
    if bool(question.answer) == bool(question.why):
        raise GoldError(f"{question.q!r} needs either an answer or a reason why there is none")
    return question


def load(folder: Path = CORPUS) -> tuple[Labelled, ...]:
    """Read every `NAME.txt` of the folder with its `NAME.gold.yaml`, in the order of names."""
    texts = sorted(folder.glob("*.txt"))
    golds = {path.name.removesuffix(".gold.yaml") for path in folder.glob("*.gold.yaml")}
    if strays := golds ^ {path.stem for path in texts}:
        raise GoldError(f"articles without gold or gold without article: {sorted(strays)}")
    return tuple(_load_one(path) for path in texts)


def _load_one(path: Path) -> Labelled:
    gold_path = path.with_name(path.stem + ".gold.yaml")
    try:
        gold = GoldFile.model_validate(yaml.safe_load(gold_path.read_text(encoding="utf-8")))
        return label(path.stem, path.read_bytes().decode("utf-8"), gold)
    except (GoldError, ValidationError, yaml.YAMLError) as error:
        raise GoldError(f"{gold_path.name}: {error}") from error


def digest(folder: Path = CORPUS) -> str:
    """Return the sha256 over names and bytes of all articles and gold files."""
    total = hashlib.sha256()
    for path in sorted((*folder.glob("*.txt"), *folder.glob("*.gold.yaml")), key=lambda path: path.name):
        content = path.read_bytes()
        total.update(f"{path.name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()
