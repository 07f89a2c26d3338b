"""The shape of a gold file: what may be labelled in an article. An unknown key or value is an error."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812  the field of a post is called `date`
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

QuoteKindName = Literal["direct", "partial", "nested", "block", "relayed", "scare", "headline"]
BoundName = Literal["exact", "about", "nearly", "more than", "at least", "less than", "at most"]
SourceKindName = Literal["person", "organisation", "outlet", "group", "post", "link", "document"]
Why = Literal["unknown name", "not given", "vague only", "false premise", "elsewhere"]
Style = Literal["plain", "typo", "chat", "synonym", "accent"]


class _Label(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Anchor(_Label):
    """Words of the article; see the module's docstring."""

    at: str
    nth: int | None = Field(default=None, ge=1)


AnchorLike = str | Anchor


class QuoteGold(_Label):
    """One quotation; `at` lists its paragraphs when it runs over several. `kind` lists what is acceptable.

    `speaker` None: naming nobody is right; with `mentions` naming one of them is right too.
    """

    at: AnchorLike | list[AnchorLike]
    kind: QuoteKindName | list[QuoteKindName]
    speaker: str | None
    mentions: list[str] = []


class FigureGold(_Label):
    """One amount. `unit` lists acceptable words; None among them, or no list, accepts the absence of a unit.

    A flag that is None may be either.
    """

    at: AnchorLike
    value: float | tuple[float, float]
    unit: list[str | None] = []
    vague: bool = False
    bound: BoundName | list[BoundName] = "exact"
    reporter: str | list[str | None] | None = None
    hypothetical: bool | None = False
    comparison: bool | None = False


class SourceGold(_Label):
    """Somebody the article cites. `also` lists other acceptable names; `optional` ones may be missed."""

    name: str
    also: list[str] = []
    kind: SourceKindName | list[SourceKindName]
    named: bool = True
    cited_for: list[AnchorLike] = []
    optional: bool = False


class PostGold(_Label):
    """An embedded post: `text` as `first words [...] last words`."""

    text: AnchorLike
    author: str
    handle: str | None
    date: Date | None


class QuestionGold(_Label):
    """A question: `answer` lists passages any of which will do; `why` says why there is none."""

    q: str
    answer: list[AnchorLike] = []
    why: Why | None = None
    style: Style = "plain"


class GoldFile(_Label):
    """Everything a gold file may hold. `optional_*` may be found or not."""

    manner: str
    quotes: list[QuoteGold] = []
    optional_quotes: list[AnchorLike] = []
    figures: list[FigureGold] = []
    optional_figures: list[AnchorLike] = []
    traps: list[AnchorLike] = []
    sources: list[SourceGold] = []
    posts: list[PostGold] = []
    questions: list[QuestionGold] = []
