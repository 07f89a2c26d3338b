"""Looking facts up: quotes, figures and sources by a few words, passages by id, and what is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.core.article import Article
from bot.core.facts import Figure, Quote, QuoteKind, Source, SourceKind
from bot.core.span import Span
from bot.core.store import Entry, FactStore
from bot.core.text.fold import fold
from bot.core.voices import slip_of, words
from bot.services.answers.asking import open_case
from bot.services.answers.values import Answer, Fact, Hit, Passage, Refusal, RefusalCode, Reply
from bot.services.answers.vetoes import apart

SPEECH_AND_POSTS = frozenset(set(QuoteKind) - {QuoteKind.SCARE, QuoteKind.HEADLINE})
"""The kinds shown unless asked otherwise: words of somebody, not words held at a distance."""
BESIDE = 0.8
"""How well a fact has to fit, beside the one that fits best, to be listed with it."""
LIKE = 0.75
"""Likeness (Jaro-Winkler) from which a known word is suggested."""
MOST_FACTS = 20_000
"""Facts that one call looks through."""
SUGGESTED = 3
MENTIONED = 5
"""Known names that a refusal mentions where none is near."""
_ID = re.compile(r"(?P<article>[^\s#]{1,200})[:#](?P<start>\d{1,9})-(?P<end>\d{1,9})")
_POST_NAMES = frozenset(["tweet", "post", "tweets", "posts"])


class Candidate(NamedTuple):
    """A fact that may be listed: its words to match, first those that name it, then those around."""

    entry: Entry
    span: Span
    fact: Fact
    names: tuple[str, ...]
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked up in one call."""

    store: FactStore
    query: str
    searched: tuple[str, ...]
    entries: tuple[Entry, ...]


def quote(
    store: FactStore,
    query: str = "",
    *,
    speaker: str | None = None,
    kind: str | None = None,
    article: str | None = None,
    all: bool = False,  # noqa: A002 – the option's own name in every door
) -> Reply:
    """List the quotes that `query` is about: by speaker first, then by their words; all when it is empty.

    Speech and posts are shown unless `kind` names one kind or `all` asks for every kind. Typos, accents and case do not
    matter. An unknown speaker, kind or article is refused with the nearest known ones.
    """
    wanted = _open(store, query, article)
    if isinstance(wanted, Refusal):
        return wanted
    kinds = _kinds(kind, every=all)
    if kinds is None:
        known = [each.value for each in QuoteKind]
        return _refuse(
            wanted, RefusalCode.NO_SUCH_FACT, f"There is no kind of quotation “{kind}”.", known, kind or ""
        )
    candidates = [
        each
        for each in islice(_quotes(wanted), MOST_FACTS)
        if isinstance(each.fact, Quote) and each.fact.kind in kinds
    ]
    if speaker is not None:
        spoken = [each for each in candidates if _named(words(speaker), each)]
        if not spoken:
            reason = f"No quote has a speaker like “{speaker}”."
            return _refuse(wanted, RefusalCode.UNKNOWN_NAME, reason, _labels(candidates), speaker)
        candidates = spoken
    return apart(_matching(wanted, candidates, "quote"))


def figures(
    store: FactStore,
    query: str = "",
    *,
    article: str | None = None,
    all: bool = False,  # noqa: A002 – as above
) -> Reply:
    """List the figures that `query` is about: by the thing counted, by what befell it, by their sentence.

    Comparisons ("four times the size") count nothing and are left out unless `all` asks for them.
    """
    wanted = _open(store, query, article)
    if isinstance(wanted, Refusal):
        return wanted
    candidates = [each for each in islice(_figures(wanted), MOST_FACTS) if all or not _compares(each.fact)]
    return _matching(wanted, candidates, "figure")


def sources(
    store: FactStore,
    query: str = "",
    *,
    kind: str | None = None,
    article: str | None = None,
    all: bool = False,  # noqa: A002 – as above
) -> Reply:
    """List the sources that `query` names, or that are cited for what it is about.

    Links are left out unless `kind` names them or `all` asks for them.
    """
    wanted = _open(store, query, article)
    if isinstance(wanted, Refusal):
        return wanted
    kinds = frozenset(SourceKind) if all else frozenset(SourceKind) - {SourceKind.LINK}
    if kind is not None:
        name = fold(kind.strip()).text
        kinds = frozenset(each for each in SourceKind if each.value == name)
        if not kinds:
            known = [each.value for each in SourceKind]
            return _refuse(
                wanted, RefusalCode.NO_SUCH_FACT, f"There is no kind of source “{kind}”.", known, kind
            )
    candidates = [
        each
        for each in islice(_sources(wanted), MOST_FACTS)
        if isinstance(each.fact, Source) and each.fact.kind in kinds
    ]
    return _matching(wanted, candidates, "source")


def _compares(fact: Fact) -> bool:
    return isinstance(fact, Figure) and fact.comparison


def articles(store: FactStore) -> tuple[Article, ...]:
    """Return the loaded articles in the order of their ids."""
    return store.articles


def passage(store: FactStore, passage_id: str) -> Reply:
    """Return the words at `<article id>:<start>-<end>` (`#` for the colon is the same)."""
    ids = store.ids
    typed = _ID.fullmatch(passage_id.strip())
    if typed is None:
        return Refusal(
            passage_id,
            RefusalCode.BAD_ID,
            "A passage id looks like <article id>:<start>-<end>; copy it from a receipt.",
            ids,
        )
    entry = store.entry(typed["article"])
    if entry is None:
        near = _nearest(typed["article"], ids)
        reason = f"No article has the id “{typed['article']}”; `articles` lists those that are loaded."
        return Refusal(passage_id, RefusalCode.NO_ARTICLE, reason, ids, suggestions=near)
    span = Span(int(typed["start"]), int(typed["end"]))
    if not 0 <= span.start < span.end <= len(entry.article.text):
        reason = f"The article “{entry.article.id}” has the offsets 0 to {len(entry.article.text)}; ask for a part of them."
        return Refusal(passage_id, RefusalCode.BAD_ID, reason, (entry.article.id,))
    return Answer(passage_id, (Hit(Passage(entry.article, span), 1.0),), (entry.article.id,))


def _open(store: FactStore, query: str, article: str | None) -> Wanted | Refusal:
    case = open_case(store, query, article)
    if isinstance(case, Refusal):
        return case
    places = case.places if case.places is not None else range(len(store.entries))
    return Wanted(store, query, case.searched, tuple(store.entries[place] for place in places))


def _kinds(kind: str | None, *, every: bool) -> frozenset[QuoteKind] | None:
    if kind is None:
        return frozenset(QuoteKind) if every else SPEECH_AND_POSTS
    name = fold(kind.strip()).text
    if name in _POST_NAMES:
        return frozenset([QuoteKind.POST])
    return frozenset([QuoteKind(name)]) if name in {each.value for each in QuoteKind} else None


def _quotes(wanted: Wanted) -> Iterator[Candidate]:
    for entry in wanted.entries:
        article, facts = entry
        for each in facts.quotes:
            spans: list[Span | None] = []
            if each.post is not None:
                post = article.posts[each.post]
                spans = [post.author, post.handle]
            elif each.speaker is not None:
                spans = [each.speaker.best, each.speaker.mention, each.speaker.role, *each.speaker.candidates]
            yield Candidate(entry, each.marked, each, _words(article, spans), _words(article, [each.span]))


def _figures(wanted: Wanted) -> Iterator[Candidate]:
    for entry in wanted.entries:
        article, facts = entry
        for each in facts.figures:
            spans = [each.unit, each.event, each.subset_of, each.place, each.span]
            sentence = article.sentence_at(each.span.start) or each.span
            yield Candidate(entry, sentence, each, _words(article, spans), _words(article, [sentence]))


def _sources(wanted: Wanted) -> Iterator[Candidate]:
    for entry in wanted.entries:
        article, facts = entry
        for each in facts.sources:
            names = _words(article, [each.name, *each.mentions])
            yield Candidate(entry, each.name, each, names, _words(article, each.cited_for))


def _named(typed: Sequence[str], candidate: Candidate) -> bool:
    return any(word in candidate.names or slip_of(word, candidate.names) for word in typed)


def _words(article: Article, spans: Iterable[Span | None]) -> tuple[str, ...]:
    found = (word for span in spans if span is not None for word in words(span.of(article.text)))
    return tuple(dict.fromkeys(found))


def _matching(wanted: Wanted, candidates: Sequence[Candidate], what: str) -> Reply:
    typed = words(wanted.query[:2000])
    stem = wanted.store.index.lexicon.stem
    if not typed:
        if wanted.query.strip():
            reason = f"The words “{wanted.query.strip()[:80]}” say nothing to look a {what} up by."
            return _refuse(wanted, RefusalCode.NO_TERMS, reason, (), "")
        return _listed(wanted, [(1.0, each) for each in candidates], what)
    fits = [(_fit(typed, each, stem), each) for each in candidates]
    best = max((fit for fit, _ in fits), default=0.0)
    if best > 0:
        return _listed(wanted, [(fit, each) for fit, each in fits if fit >= best * BESIDE], what)
    reason = f"No {what} is about “{wanted.query.strip()[:80]}”."
    return _refuse(wanted, RefusalCode.NO_SUCH_FACT, reason, _labels(candidates), wanted.query)


def _fit(typed: Sequence[str], candidate: Candidate, stem: Callable[[str], str]) -> float:
    """Return how well the typed words fit, 0 to 1: names before words around, known words before slips."""
    names, around = frozenset(map(stem, candidate.names)), frozenset(map(stem, candidate.around))
    total = 0.0
    for word in typed[:20]:
        if stem(word) in names:
            total += 1.0
        elif stem(word) in around:
            total += 0.7
        elif slip_of(word, candidate.names):
            total += 0.55
        elif slip_of(word, candidate.around):
            total += 0.35
    return total / len(typed[:20])


def _listed(wanted: Wanted, fits: Sequence[tuple[float, Candidate]], what: str) -> Reply:
    if not fits:
        searched = ", ".join(wanted.searched)
        return _refuse(wanted, RefusalCode.NO_SUCH_FACT, f"There is no {what} in {searched}.", (), "")
    ordered = sorted(enumerate(fits), key=lambda item: (-round(item[1][0], 6), item[0]))
    hits = tuple(
        Hit(Passage(each.entry.article, each.span), round(fit, 6), (), each.fact)
        for _, (fit, each) in ordered
    )
    return Answer(wanted.query, hits, wanted.searched)


def _labels(candidates: Iterable[Candidate]) -> list[str]:
    """Return the names a user may have meant: speakers, things counted, sources."""
    found = []
    for each in candidates:
        fact, text = each.fact, each.entry.article.text
        span: Span | None = None
        if isinstance(fact, Quote):
            span = each.entry.article.posts[fact.post].author if fact.post is not None else None
            span = span or (fact.speaker.best if fact.speaker else None)
        elif isinstance(fact, Figure):
            span = fact.unit
        elif isinstance(fact, Source):
            span = fact.name
        if span is not None:
            found.append(span.of(text))
    return list(dict.fromkeys(found))


def _nearest(typed: str, known: Sequence[str]) -> tuple[str, ...]:
    folded = fold(typed[:200]).text
    scored = process.extract(
        folded, known, scorer=_likeness, processor=None, limit=SUGGESTED, score_cutoff=LIKE
    )
    return tuple(name for name, _, _ in scored)


def _likeness(typed: str, known: str, *, score_cutoff: float | None = None) -> float:
    parts = [fold(known).text, *words(known)]
    best = max(JaroWinkler.similarity(typed, part) for part in parts)
    return best if best >= (score_cutoff or 0.0) else 0.0


def _refuse(wanted: Wanted, code: RefusalCode, reason: str, known: Sequence[str], typed: str) -> Refusal:
    near = _nearest(typed, known) if typed else ()
    if known and not near:
        reason = f"{reason} There is: {', '.join(known[:MENTIONED])}{' …' if len(known) > MENTIONED else ''}"
    return Refusal(wanted.query, code, reason, wanted.searched, suggestions=near)
