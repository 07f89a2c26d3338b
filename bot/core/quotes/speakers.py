"""From the words that name a source to the speaker: the fullest naming, the role, whom a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from bot.core.channels import outlet_told
from bot.core.facts import Force, Link, Speaker
from bot.core.names import NameKind
from bot.core.names.titles import HE_ROLES, ROLES, SHE_ROLES
from bot.core.pronouns import Spoken, resolve_pronoun
from bot.core.span import Span
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.article import Article
    from bot.core.facts import Report
    from bot.core.names import Mention

_PRONOUNS = word_set("he she they it him her them his their")
_ONE = word_set("a an the one another my his her their its our")
_ROLES = {"he": ROLES - SHE_ROLES, "she": ROLES - HE_ROLES}
_NEAR = 600
"""Characters within which a pronoun may go on from a person without a name."""
_REMEMBERED = 6
"""Recent speakers that a pronoun may stand for."""


class Speakers:
    """Makes speakers of one article's sources, in the order of the text: a pronoun looks back on them."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        reports: Sequence[Report] = (),
        spoken: Sequence[Span] = (),
    ) -> None:
        """`spoken` are the quotations: a pronoun outside them means nobody who is only named inside."""
        self._article = article
        self._mentions = mentions
        self._spoken = Spoken(mentions, spoken)
        self._at = {mention.span: mention for mention in mentions}
        self._roles: dict[Span, Span] = {}
        for mention in reversed(mentions):
            if mention.role is not None:
                self._roles[mention.full] = mention.role
        self._held = frozenset(
            word
            for role in self._roles.values()
            for word in role.of(article.text).lower().split()
            if word in ROLES
        )
        self._starts = [mention.span.start for mention in mentions]
        told = sorted(
            (report.cue.start, report.source)
            for report in reports
            if report.source is not None and report.source in self._at
        )
        self._told = [(cue, self._at[source].full) for cue, source in told]
        self._cues = [cue for cue, _ in self._told]
        self._sources = sorted({report.source for report in reports if report.source is not None})
        self._known: dict[Span, Speaker] = {}

    def of(self, source: Span, *, within: Span | None = None) -> Speaker:
        """Return the speaker that `source` names; the same source always gives the same speaker.

        `within` names whose words `source` stands in: their "he" and "she" are somebody else.
        """
        if source not in self._known:
            self._known[source] = self._make(source)
        speaker = self._known[source]
        return Speaker(source) if within is not None and speaker.name == within else speaker

    def channel(self, report: Report) -> Link | None:
        """Return the step by which an outlet that was told passes a report on."""
        if report.source is None or report.source.end > report.cue.start:
            return None
        outlet = outlet_told(self._article.text, self._mentions, report.cue)
        if outlet is None:
            return None
        return Link(outlet.span, outlet.full if outlet.full != outlet.span else None, None, Force.CITED)

    def _before(self, source: Span) -> tuple[Span, ...]:
        """Return the last sources before a pronoun, the nearest last."""
        place = bisect_left(self._cues, source.start)
        return tuple(full for _, full in self._told[max(0, place - _REMEMBERED) : place])

    def _unnamed_before(self, source: Span) -> Span | None:
        """Return the person without a name whom "he" or "she" goes on from: "A spokesman said …. He added …"."""
        text = self._article.text
        roles = _ROLES.get(source.of(text).lower())
        if roles is None:
            return None
        for place in range(bisect_left(self._sources, source) - 1, -1, -1):
            earlier = self._sources[place]
            words = earlier.of(text).lower().split()
            if source.start - earlier.end >= _NEAR:
                return None
            if earlier.end > source.start or words[0] in _PRONOUNS:
                continue
            return (
                earlier
                if earlier not in self._at and words[0] in _ONE and roles.intersection(words[1:4])
                else None
            )
        return None

    def _spoke_last(self, source: Span) -> Span | None:
        """Return the person without a name who reported last before "he" or "she", with nobody named since.

        "The mayor" is none where the article names its mayor.
        """
        last = self._unnamed_before(source)
        if last is None or self._is_anybody_named(last.end, source.start):
            return None
        first, *others = last.of(self._article.text).lower().split()
        return None if first == "the" and self._held.intersection(others[:3]) else last

    def _is_anybody_named(self, start: int, end: int) -> bool:
        first = bisect_left(self._starts, start)
        between = self._mentions[first : bisect_left(self._starts, end)]
        return any(mention.kind is NameKind.PERSON for mention in between)

    def _make(self, source: Span) -> Speaker:
        last = self._spoke_last(source)
        if last is not None:
            return Speaker(source, last)
        mention = self._at.get(source)
        if mention is None and source.of(self._article.text).lower() in _PRONOUNS:
            mention = resolve_pronoun(
                self._article, self._mentions, source, self._before(source), self._spoken
            )
        if mention is None:
            return Speaker(source, self._unnamed_before(source))
        name = mention.full if mention.full != source else None
        return Speaker(source, name, mention.role or self._roles.get(mention.full))
