"""Whom "he", "she" or "they" stands for: resolved where the text is clear, else left open.

The order of preference is the usual one of salience: who spoke last and who is the subject of a clause before
objects, objects before possessives and names after prepositions, the near before the far. A conflict of gender
excludes; a person without a name ("a spokesman") who would win leaves the pronoun open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from bot.core.article import Article
from bot.core.names import Gender, Mention, NameKind
from bot.core.names.titles import HE_ROLES, ROLES, SHE_ROLES
from bot.core.span import Span

_BACK = 4
"""Sentences before the pronoun's own that are looked at."""

_FARTHEST = 14
"""Sentences looked at where those of a quotation stand between."""

_MOST = 40
"""Mentions looked at; keeps lists of thousands of names from costing more than a sentence."""

_REACH = 700
"""Characters in which persons without a name are looked for."""

_MARGIN = 0.7
"""How much the best must lead; below it two readings are equally good and neither is taken."""

_NEAR = (2.5, 2.0, 1.0, 0.4, 0.0)
"""Worth of a mention by sentences between it and the pronoun."""

_SUBJECT, _OWNER, _OBJECT, _OBLIQUE = 2.5, 0.8, 0.8, 0.0
_SPOKE_LAST, _SPOKE_BEFORE = 2.0, 0.6
_GENDER_KNOWN = 1.2

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = "it"
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})

_PREPOSITION = re.compile(
    r"\b(?:of|for|with|to|by|against|from|about|on|at|in|over|under|between|among|like|than|behind|near|after"
    r"|before|toward|towards|including|and|or)\s(?:the\s|former\s|[A-Z][\w.]*\s|[a-z-]+\s){0,3}$"
)
_VERB = re.compile(
    r"(?:,\s(?:who|which|[^,.;“”\"]{3,90},)|\s\([^)]{1,40}\)|\shimself|\sherself|\salso|\slater|\snow|\sthen|\sjust|\sstill"
    r"|\seven|\snever|\stoo|\sonce|\sagain|\shere|\son\s[A-Z]\w+day|\s[A-Z]\w+day|\s[a-z]+ly){0,2}"
    r"\s(?:[a-z]+(?:ed|es|[^s]s)|ha[sd]|have|is|are|was|were|will|would|could|can|may|might|must|did|said|told|wrote|spoke|met|went"
    r"|made|took|gave|won|lost|ran|came|left|began|began|knew|saw|thought|felt|held|kept|found|got|became)\b"
)
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|asked|added|wrote|argued|explained|replied|noted|warned|insisted|continued)\s"
    r"(?:[A-Z][\w.]*\s|(?!(?:he|she|they|it|we|i|you|that|if|whether|to|of|on|in|at|with|for|about|would|by|his|her)\b)[a-z-]+\s){0,4}$"
)
_UNNAMED = re.compile(
    r"\b(?P<lead>[Aa]|[Aa]n|[Aa]nother|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|\w+['’]s)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]{3,})\b(?!\s[A-Z])"
)


_OPENING = re.compile(
    r"(?:(?:But|And|Yet|So|Earlier|Later|Still|Meanwhile|Then|Now|Also),?\s|(?:On|In)\s[A-Z]\w+,?\s)?"
    r"(?:(?:[A-Z][\w.&-]*|[a-z]+(?:-[A-Z]?[a-z]+)?)\s){0,7}"
)
"""What may stand before the name that opens a sentence: a conjunction, a day, a role."""
_EXPLAINED = re.compile(r",\s(?:an?|the|who|one|now|his|her|\d{2},)\s|,\s\d{2},\s|\s\([^)]{1,30}\)[,\s]")
_JOINED = re.compile(r"\s(?:and|or)\s(?:[a-z]+\s)?[A-Z]")
"""One of two who are named together: "he" after them is neither."""
_CLOSED = re.compile(
    r",\s(?:\d{2},\s)?(?:also\s|later\s|who\s[^,]{3,90},\s)?(?:sa(?:id|ys)|told|is|was|has|had|wrote|added|asked|[a-z]+ed)\b"
)
"""The end of an apposition that names the subject: "the mayor's lawyer, Ada Kent, said"."""
_SUBJECT_PRONOUN = re.compile(r"((?P<he>He)|She)\b(?!['’]s\b)")


class _Candidate(NamedTuple):
    mention: Mention | None
    score: float


def resolve_pronoun(
    article: Article,
    mentions: Sequence[Mention],
    span: Span,
    prefer: Sequence[Span] = (),
    spoken: Spoken | None = None,
) -> Mention | None:
    """Return the mention that the pronoun at `span` stands for, None where the text leaves it open.

    `mentions` are those of `find_mentions`, `prefer` the recent speakers, the last one last, each where it spoke
    or as its fullest naming. `spoken` tells what stands in quotations: outside them a pronoun means nobody who is
    only named inside, and sentences inside do not part it from its name.
    """
    if spoken is not None:
        mentions = spoken.mentions_for(span)
    word = span.of(article.text).casefold()
    if word in _THEY or word == _IT:
        return _group(article, mentions, span, spoken)
    gender = Gender.HE if word in _HE else Gender.SHE if word in _SHE else None
    if gender is None:
        return None
    span = _first_of_run(article, mentions, span, gender, spoken)
    window = _window(article, span, spoken)
    scores: dict[Span, _Candidate] = {}
    near = _before(mentions, window[0].start, span.start)
    fitting = [
        mention
        for mention in near
        if mention.kind is NameKind.PERSON and mention.gender in (gender, Gender.OPEN)
    ]
    if prefer and _superseded(article, prefer[-1], near, fitting):
        prefer = ()
    for mention in fitting:
        score = _score(article.text, mention, window, prefer, gender)
        known = scores.get(mention.full)
        if known is None or known.score <= score:
            scores[mention.full] = _Candidate(mention, score)
    roles = frozenset(mention.role for mention in near if mention.role is not None)
    unnamed = [
        one
        for place, one in _unnamed(article.text, window, span, gender, prefer)
        if not any(role.covers(place) for role in roles) and not _explained(article.text, place, near)
    ]
    return _best([*scores.values(), *unnamed])


class Spoken:
    """Tells which names a pronoun can mean: outside a quotation nobody who is named inside one."""

    def __init__(self, mentions: Sequence[Mention], spoken: Iterable[Span]) -> None:
        self._mentions = mentions
        self._spans = list(_apart(spoken))
        self._outside = [mention for mention in mentions if not self.hold(mention.span)]

    def mentions_for(self, pronoun: Span) -> Sequence[Mention]:
        """Return the mentions among which `pronoun` has its name."""
        return self._mentions if self.hold(pronoun) else self._outside

    def hold(self, span: Span) -> bool:
        """Whether `span` stands whole in a quotation."""
        place = bisect_right(self._spans, span.start, key=attrgetter("start")) - 1
        return place >= 0 and self._spans[place].end >= span.end


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the outermost of spans that lie apart or inside each other, in order."""
    end = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.end > end:
            yield span
            end = span.end


def _superseded(article: Article, speaker: Span, near: Sequence[Mention], fitting: Sequence[Mention]) -> bool:
    """Whether somebody else became the subject in a sentence after that of the last speaker."""
    spoke = next((mention for mention in reversed(near) if _is(mention, speaker)), None)
    place = spoke.span if spoke is not None else speaker
    spoken = article.sentence_at(place.start)
    return spoken is not None and any(
        mention.span.start >= spoken.end and _function(article.text, mention.span, spoken.end) == _SUBJECT
        for mention in fitting
        if spoke is None or mention.full != spoke.full
    )


def _is(mention: Mention, speaker: Span) -> bool:
    return mention.full == speaker or mention.span.meets(speaker)


def _first_of_run(
    article: Article, mentions: Sequence[Mention], span: Span, gender: Gender, spoken: Spoken | None
) -> Span:
    """Follow "… She was treated. She joked" back to its first pronoun: a run of subjects is one person.

    The run ends at anybody else who may be meant: a person of that gender, or of none known.
    """
    for _ in range(_BACK):
        window = _window(article, span, spoken)
        before = window[-2] if len(window) > 1 else None
        subject = (
            _SUBJECT_PRONOUN.match(article.text, before.start, before.end) if before is not None else None
        )
        if subject is None or before is None or (subject["he"] is None) is (gender is Gender.HE):
            break
        between = _before(mentions, before.start, span.start)
        if any(
            mention.kind is NameKind.PERSON and mention.gender in (gender, Gender.OPEN) for mention in between
        ):
            break
        if any(_unnamed(article.text, [before], span, gender, ())):
            break
        span = Span(*subject.span(1))
    return span


def _best(candidates: list[_Candidate]) -> Mention | None:
    ranked = sorted(candidates, key=lambda one: -one.score)
    if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN):
        return None
    return ranked[0].mention


def _window(article: Article, span: Span, spoken: Spoken | None = None) -> list[Span]:
    """The pronoun's sentence and those before it, in order, without those of a quotation; at least one."""
    found = bisect_right(article.sentences, span.start, key=attrgetter("start"))
    before = article.sentences[max(0, found - _FARTHEST) : found]
    if spoken is None or spoken.hold(span):
        return list(before[-_BACK - 1 :]) or [span]
    own = [sentence for sentence in before[:-1] if not spoken.hold(sentence)]
    return [*own[-_BACK:], *before[-1:]] or [span]


def _before(mentions: Sequence[Mention], begin: int, end: int) -> Sequence[Mention]:
    last = bisect_left(mentions, end, key=_start)
    return mentions[max(bisect_left(mentions, begin, key=_start), last - _MOST) : last]


def _start(mention: Mention) -> int:
    return mention.span.start


def _score(text: str, mention: Mention, window: list[Span], prefer: Sequence[Span], gender: Gender) -> float:
    score = _nearness(mention.span.start, window) + _function(
        text, mention.span, _floor(mention.span, window)
    )
    score += _GENDER_KNOWN if mention.gender is gender else 0.0
    return score + _spoke(mention.span, mention.full, prefer, window)


def _floor(span: Span, window: list[Span]) -> int:
    """Where the sentence of `span` begins."""
    return max((sentence.start for sentence in window if sentence.start <= span.start), default=0)


def _nearness(at: int, window: list[Span]) -> float:
    back = sum(1 for sentence in window[1:] if sentence.start > at)
    return _NEAR[min(back, len(_NEAR) - 1)]


def _spoke(span: Span, full: Span, prefer: Sequence[Span], window: list[Span]) -> float:
    if prefer and (span.meets(prefer[-1]) or full == prefer[-1]):
        return _SPOKE_LAST if _nearness(span.start, window) >= _NEAR[2] else _SPOKE_BEFORE
    return _SPOKE_BEFORE if any(span.meets(one) or full == one for one in prefer[-4:-1]) else 0.0


def _function(text: str, span: Span, floor: int) -> float:
    """Worth of a mention by its part in the clause, told from the words around it, none before `floor`."""
    before = text[max(floor, span.start - 60) : span.start]
    after = text[span.end : span.end + 2]
    if after in ("'s", "’s"):
        return _OWNER if not before else _OBLIQUE
    if _SAID_BEFORE.search(before):
        return _SUBJECT
    if _JOINED.match(text, span.end):
        return _OBLIQUE
    opens = span.start - floor < 60 and _OPENING.fullmatch(before) is not None
    if (opens and _EXPLAINED.match(text, span.end)) or (
        before.endswith(", ") and _CLOSED.match(text, span.end)
    ):
        return _SUBJECT
    if _PREPOSITION.search(before):
        return _OBLIQUE
    return _SUBJECT if _VERB.match(text, span.end) else _OBJECT


def _unnamed(
    text: str, window: list[Span], span: Span, gender: Gender, prefer: Sequence[Span]
) -> Iterator[tuple[Span, _Candidate]]:
    """Persons without a name who may be meant ("a spokesman", "his wife")."""
    other = SHE_ROLES if gender is Gender.HE else HE_ROLES
    own = HE_ROLES if gender is Gender.HE else SHE_ROLES
    for match in _UNNAMED.finditer(text, max(window[0].start, span.start - _REACH), span.start):
        noun = match["noun"]
        definite = match["lead"].casefold() == "the" and noun not in own
        if noun not in ROLES or noun in other or definite:
            continue
        place = Span(*match.span("noun"))
        score = _nearness(place.start, window) + _function(
            text, Span(match.start(), place.end), _floor(place, window)
        )
        score += (_GENDER_KNOWN if noun in own else 0.0) + _spoke(place, place, prefer, window)
        yield place, _Candidate(None, score)


def _explained(text: str, noun: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a name in apposition says who is meant: "a spokeswoman for the force, Inspector Anna Brandt"."""
    first = bisect_left(mentions, noun.end, key=_start)
    return any(
        _APPOSITION.fullmatch(text, noun.end, mention.span.start) for mention in mentions[first : first + 3]
    )


_APPOSITION = re.compile(r"[^,.;:!?“”\"]{0,60}, (?:[A-Z][\w.]*\s)*")


def _group(
    article: Article, mentions: Sequence[Mention], span: Span, spoken: Spoken | None
) -> Mention | None:
    """The only organisation that is a subject, or speaks, in this sentence and the one before."""
    window = _window(article, span, spoken)[-2:]
    groups = {
        mention.full: mention
        for mention in _before(mentions, window[0].start, span.start)
        if mention.kind in (NameKind.ORGANISATION, NameKind.OUTLET)
        and _function(article.text, mention.span, _floor(mention.span, window)) == _SUBJECT
    }
    return next(iter(groups.values())) if len(groups) == 1 else None
