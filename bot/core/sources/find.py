"""From citations to sources: one source for all namings of one entity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.article import Article
from bot.core.channels import outlet_told
from bot.core.facts import Quote, Report, Source, SourceKind
from bot.core.names import Gender, Mention, NameKind
from bot.core.names.roles import role_gender
from bot.core.pronouns import Spoken, resolve_pronoun
from bot.core.sources.described import Roles
from bot.core.sources.gather import Citation, citations, printed_links
from bot.core.sources.nouns import TELLING, is_of_people
from bot.core.sources.phrases import Phrase, is_pronoun, mentions_in, read_phrases
from bot.core.span import Span

_RECENT = 4
"""Speakers that a pronoun is tried against."""


_GENDERS = {"he": Gender.HE, "she": Gender.SHE}
_FAR = 300
"""Characters over which a pronoun may reach a person without a name."""

_CITING = frozenset({"citing", "quoting"})


@dataclass(slots=True, eq=False)
class _Collected:
    """A source while citations are read."""

    name: Span
    kind: SourceKind
    named: bool
    mentions: set[Span] = field(default_factory=set)
    cited_for: set[Span] = field(default_factory=set)

    def source(self) -> Source:
        return Source(
            self.name, self.kind, self.named, tuple(sorted(self.mentions)), _outermost(self.cited_for)
        )


def find_sources(
    article: Article, mentions: Sequence[Mention], reports: Sequence[Report], quotes: Sequence[Quote]
) -> tuple[Source, ...]:
    """Return everybody and everything the article cites, in the order of their first citation.

    Namings of one entity are one source. A pronoun counts for whom it stands for, and for nobody where that is
    open. Every embedded post is a source of its own, and every printed link.
    """
    sources = _Sources(article, mentions, quotes)
    for citation in citations(article, mentions, reports, quotes):
        sources.cite(citation)
    collected = sources.collected()
    for post in article.posts:
        author = _Collected(post.author, SourceKind.POST, named=True)
        author.mentions.add(post.author)
        author.cited_for.add(post.text)
        collected.append(author)
    for link, sentence in printed_links(article):
        collected.append(_Collected(link, SourceKind.LINK, named=True, mentions={link}, cited_for={sentence}))
    return tuple(sorted((one.source() for one in collected), key=lambda one: (one.mentions, one.name)))


def _outermost(spans: set[Span]) -> tuple[Span, ...]:
    """In order, without those that lie inside another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


class _Sources:
    """Sources by entity, by phrase, and by head noun."""

    def __init__(self, article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self._article = article
        self._mentions = mentions
        self._spoken = Spoken(mentions, (quote.marked for quote in quotes))
        self._by_key: dict[str, _Collected] = {}
        self._by_head: dict[str, _Collected] = {}
        self._recent: list[Span] = []
        self._last: _Collected | None = None
        self._roles = Roles(article.text, mentions)

    def collected(self) -> list[_Collected]:
        return list(self._by_key.values())

    def cite(self, citation: Citation) -> None:
        """Count one citation for whoever stands at its place."""
        text = self._article.text
        if is_pronoun(text, citation.place) and not self._is_unnamed(citation):
            mention = self._meant(citation)
            meant = self._of_mention(mention) if mention is not None else self._unnamed_before(citation.place)
            if meant is not None:
                self._count(meant, citation.place, citation.content)
            return
        described = citation.name if citation.name and is_pronoun(text, citation.place) else citation.place
        for phrase in read_phrases(text, self._mentions, described):
            if phrase.animate or self._tells(citation) or self._cites(citation, phrase):
                self._count(self._of_phrase(phrase), phrase.span, citation.content)
        channel = self._channel(citation)
        if channel is not None:
            self._count(self._of_mention(channel, SourceKind.OUTLET), channel.span, citation.content)

    def _channel(self, citation: Citation) -> Mention | None:
        """Return the outlet that was told, the one who passes the words on."""
        if citation.cue is None or citation.place.end > citation.cue.start:
            return None
        return outlet_told(self._article.text, self._mentions, citation.cue)

    def _unnamed_before(self, place: Span) -> _Collected | None:
        """Return the last source where it is a single person without a name and nobody is named since."""
        last, said = self._last, self._recent[-1] if self._recent else None
        if last is None or said is None or last.named or last.kind is not SourceKind.PERSON:
            return None
        between = Span(said.end, place.start)
        named = any(one.kind is NameKind.PERSON for one in mentions_in(self._mentions, between))
        pronoun = place.of(self._article.text).casefold()
        if named or len(between) > _FAR or pronoun not in _GENDERS:
            return None
        gender = role_gender(last.name.of(self._article.text))
        return last if gender in (None, _GENDERS[pronoun]) else None

    def _tells(self, citation: Citation) -> bool:
        """Whether the cue is so plain that whatever is its subject is a source."""
        words = citation.cue.of(self._article.text).casefold().split() if citation.cue else []
        return not TELLING.isdisjoint(words)

    def _cites(self, citation: Citation, phrase: Phrase) -> bool:
        """Whether people are cited in so many words: "citing two people familiar with the matter"."""
        cue = citation.cue.of(self._article.text).casefold() if citation.cue else ""
        return cue in _CITING and is_of_people(phrase.words[-1])

    def _is_unnamed(self, citation: Citation) -> bool:
        """Whether a pronoun stands for words that describe a person without being a name."""
        name = citation.name
        if name is None or name == citation.place:
            return False
        return not any(mention.span == name for mention in mentions_in(self._mentions, name))

    def _count(self, source: _Collected, place: Span, content: Span) -> None:
        source.mentions.add(place)
        source.cited_for.add(content)
        self._last = source
        if place not in self._recent[-1:]:
            self._recent = [*self._recent[1 - _RECENT :], place]

    def _meant(self, citation: Citation) -> Mention | None:
        if citation.name is not None:
            named = mentions_in(self._mentions, citation.name)
            if named:
                return named[-1]
        return resolve_pronoun(self._article, self._mentions, citation.place, self._recent, self._spoken)

    def _of_mention(self, mention: Mention, kind: SourceKind | None = None) -> _Collected:
        key = mention.full.of(self._article.text).casefold()
        source = self._by_key.get(key)
        if source is None:
            kind = kind or Phrase.of(mention).kind
            source = self._by_key[key] = _Collected(mention.full, kind, named=True)
        return source

    def _of_phrase(self, phrase: Phrase) -> _Collected:
        described = phrase.mention or (self._roles.described(phrase) if phrase.definite else None)
        if described is not None:
            return self._of_mention(described)
        source = self._by_key.get(phrase.key)
        if source is None and phrase.definite:
            source = self._by_head.get(phrase.words[-1])
        if source is None:
            source = self._by_key[phrase.key] = _Collected(phrase.name, phrase.kind, phrase.named)
        self._by_head[phrase.words[-1]] = source
        return source
