"""What is extracted from an article: quotes, figures, sources, dates. Every word of them is a span."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.core.span import Span


class Force(StrEnum):
    """How strongly a reporting verb commits its source."""

    SAID = "said"
    CLAIMED = "claimed"
    ALLEGED = "alleged"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    ECHOED = "echoed"
    WROTE = "wrote"
    ASKED = "asked"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class Link:
    """One step of an attribution chain.

    `source` is the mention that stands at this step ("she", "City officials in Almaty"), None when the article
    does not name it; `name` the fullest naming of the same source in this article, when it is another span;
    `cue` the words that report ("said", "According to", "citing").
    """

    source: Span | None
    name: Span | None
    cue: Span | None
    force: Force


Chain = tuple[Link, ...]
"""Ordered from the utterer towards the page; the article itself is the silent last link."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have spoken. `mention` is the naming nearest to the words ("she", "Ms Brandt").

    `name` is the fullest naming of the same source in the article ("Maria Zakharova"), None when `mention` is all
    there is; `role` the words that say what they are ("Russian foreign ministry spokeswoman"). Where two sources
    fit equally `candidates` has both and the speaker is not resolved.
    """

    mention: Span
    name: Span | None = None
    role: Span | None = None
    candidates: tuple[Span, ...] = ()

    @property
    def best(self) -> Span:
        """The fullest naming."""
        return self.name or self.mention


class QuoteKind(StrEnum):
    """The kinds of quotation."""

    DIRECT = "direct"
    """Speech: a clause of its own with a cue and a speaker."""
    PARTIAL = "partial"
    """Some words of a speaker inside the reporter's sentence."""
    NESTED = "nested"
    """A quotation inside another."""
    BLOCK = "block"
    """A passage of another outlet, marked as a whole."""
    RELAYED = "relayed"
    """Somebody's summary of another's words, in marks."""
    SCARE = "scare"
    """Words held at a distance; never given a speaker."""
    HEADLINE = "headline"
    """Words in marks in a title or heading."""
    POST = "post"
    """An embedded post."""


class Repair(StrEnum):
    """What had to be assumed about the marks of a quotation."""

    REVERSED = "an opening mark stands where a closing one belongs"
    UNCLOSED = "the closing mark is missing"
    UNOPENED = "the opening mark is missing"
    CONTINUED = "each paragraph opens again, only the last one closes"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text between marks, before anybody asks who spoke.

    `words` is without the marks, `marked` with them; `depth` is 0 outside other quotations.
    """

    words: Span
    marked: Span
    depth: int = 0
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody reporting something: "City officials said …", "according to …".

    `content` is the reported clause or quotation(s) without the cue; `source` None in passives without an agent
    ("are being reported").
    """

    content: Span
    source: Span | None
    cue: Span
    force: Force


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody is said to have spoken or written. `span` is without marks, `marked` with them."""

    span: Span
    marked: Span
    kind: QuoteKind
    speaker: Speaker | None = None
    chain: Chain = ()
    repairs: tuple[Repair, ...] = ()
    post: int | None = None
    """For a post: its place in `Article.posts`."""


class Bound(StrEnum):
    """How a figure binds its value."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount. `span` is the number expression ("2,000", "more than" excluded; "dozens").

    `low` and `high` are equal for a single value; for a vague amount `low` is its base (dozens: 12). `unit` is the
    unit or the thing counted as the article has it ("police officers", "per cent", "€"), `unit_name` the same in
    its usual short form ("police officers", "%", "€").
    """

    span: Span
    low: float
    high: float
    vague: bool = False
    bound: Bound = Bound.EXACT
    qualifier: Span | None = None
    unit: Span | None = None
    unit_name: str | None = None
    event: Span | None = None
    """What happened to the thing counted ("injured", "killed"), where the words say so."""
    subset_of: Span | None = None
    place: Span | None = None
    when: Span | None = None
    chain: Chain = ()
    hypothetical: bool = False
    comparison: bool = False
    negated: Span | None = None
    """The word by which the article says that it is not so ("denied", "not"), None where the amount is stated."""


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    GROUP = "group"
    POST = "post"
    LINK = "link"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something the article cites. `name` is its fullest naming; `named` is False for "officials"."""

    name: Span
    kind: SourceKind
    named: bool
    mentions: tuple[Span, ...]
    cited_for: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression resolved: `first` to `last` day, both included (equal for one day).

    `iso` is as precise as the words ("2022-01-06", "2022-01", "2022"). `ambiguous` lists the other reading of
    "01/06/2022" where nothing decides.
    """

    span: Span
    first: dt.date
    last: dt.date
    iso: str
    relative: bool = False
    ambiguous: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one article, each kind in the order of the text."""

    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: tuple[Source, ...] = ()
    dates: tuple[Dated, ...] = ()
    reports: tuple[Report, ...] = ()
