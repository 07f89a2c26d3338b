"""Everybody whose words an article gives, with what they are called and where they speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from bot.core.article import Article
from bot.core.facts import Facts, Quote, QuoteKind, SourceKind
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.stop_words import STOP_WORDS
from bot.core.text.tokens import forms

_NOBODYS = frozenset({QuoteKind.SCARE, QuoteKind.HEADLINE})


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker or source of one article.

    `name` is the fullest naming, `surname` its last word, folded; `names` the folded words of all namings; `roles` the words that say what they
    are; `statements` the stretches of text that are their words or report them, in order.
    """

    name: Span
    surname: str
    names: frozenset[str]
    roles: frozenset[str]
    statements: tuple[Span, ...]


@dataclass(slots=True)
class _Draft:
    name: Span
    names: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    statements: set[Span] = field(default_factory=set)


def find_voices(article: Article, facts: Facts) -> tuple[Voice, ...]:
    """Return the voices of an article in the order of their fullest namings."""
    drafts: dict[str, _Draft] = {}
    naming = {mention: source.name for source in facts.sources for mention in source.mentions}
    known: dict[str, list[str]] = {}  # most namings stand in an article many times

    def words_of(span: Span) -> list[str]:
        naming_words = span.of(article.text)
        if naming_words not in known:
            known[naming_words] = words(naming_words)
        return known[naming_words]

    for name, others, roles, statements in _speaking(article, facts, naming):
        draft = drafts.setdefault(fold(name.of(article.text)).text, _Draft(name))
        for other in (name, *others):
            draft.names.update(words_of(other))
        for role in roles:
            draft.roles.update(words_of(role))
        draft.statements.update(statements)
    ordered = sorted(drafts.values(), key=lambda draft: draft.name)
    return tuple(
        Voice(
            draft.name,
            next(reversed(words_of(draft.name)), ""),
            frozenset(draft.names),
            frozenset(draft.roles),
            tuple(sorted(draft.statements)),
        )
        for draft in ordered
    )


def words(text: str) -> list[str]:
    """Return the telling words of a naming, folded, without possessives."""
    found = [form.removesuffix("'s").removesuffix("'") for form in forms(fold(text).text)]
    return [form for form in found if form not in STOP_WORDS]


def slips_in(word: str) -> int:
    """Return how many slips a typed word may have: two from seven letters, none under four."""
    return 0 if len(word) < 4 or not word.isalpha() else 1 if len(word) < 7 else 2


def slip_of(word: str, known: Iterable[str]) -> bool:
    """Whether a typed word is one of `known` but for a slip (two from seven letters, none under four)."""
    slips = slips_in(word)
    return slips > 0 and any(OSA.distance(word, each, score_cutoff=slips) <= slips for each in known)


_Said = tuple[Span, tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]


def _speaking(article: Article, facts: Facts, naming: dict[Span, Span]) -> Iterator[_Said]:
    """Yield name, other namings, roles and statements, one for each quote, report and source."""
    for source in facts.sources:
        if source.kind is SourceKind.LINK:
            continue
        yield source.name, source.mentions, (), source.cited_for
    for quote in facts.quotes:
        yield from _quoted(article, quote, naming)
    for report in facts.reports:
        if report.source in naming:
            yield naming[report.source], (), (), (report.content,)


def _quoted(article: Article, quote: Quote, naming: dict[Span, Span]) -> Iterator[_Said]:
    if quote.post is not None:
        post = article.posts[quote.post]
        handle = () if post.handle is None else (post.handle,)
        yield post.author, handle, (), (quote.marked,)
    elif quote.speaker is not None and not quote.speaker.candidates and quote.kind not in _NOBODYS:
        role = () if quote.speaker.role is None else (quote.speaker.role,)
        yield (
            naming.get(quote.speaker.best, quote.speaker.best),
            (quote.speaker.mention,),
            role,
            (quote.marked,),
        )
