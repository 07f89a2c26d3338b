"""Two versions of an article side by side."""

from __future__ import annotations

from functools import partial

from bot.core.article import Article, Detail
from bot.core.difference.counted import recounted
from bot.core.difference.matching import match
from bot.core.difference.values import Changes, DetailChange, Difference
from bot.core.difference.wording import behind, quoted, spelled, worded
from bot.core.facts import Facts, Quote, Source
from bot.core.span import Span
from bot.core.store import Entry

_DETAILS = ("title", "outlet", "author", "published", "url", "language")


def difference(old: Entry | None, new: Entry | None) -> Difference:
    """Return what changed from `old` to `new`, two versions of one article; None for a version that is not there.

    Things are known again by their folded words, the first with the first, so that what only moved did not change.
    Where a number stands for another is decided in `counted`; no score decides anything.
    """
    if old is None or new is None:
        return _whole(old, new)
    figures, reporters = recounted(old, new)
    return Difference(
        old,
        new,
        _quotes(old, new),
        figures,
        reporters,
        _sources(old, new),
        _sentences(old.article, new.article),
        tuple(_details(old.article, new.article)),
    )


def _whole(old: Entry | None, new: Entry | None) -> Difference:
    before, after = old.facts if old else Facts(), new.facts if new else Facts()
    return Difference(
        old,
        new,
        Changes(before.quotes, after.quotes),
        Changes(before.figures, after.figures),
        (),
        Changes(before.sources, after.sources),
        Changes(old.article.sentences if old else (), new.article.sentences if new else ()),
    )


def _quotes(old: Entry, new: Entry) -> Changes[Quote]:
    def with_speaker(entry: Entry, quote: Quote) -> tuple[object, ...]:
        return quoted(entry.article, quote.span), behind(entry.article, quote)

    def without(entry: Entry, quote: Quote) -> str:
        return quoted(entry.article, quote.span)

    same = match(old.facts.quotes, new.facts.quotes, partial(with_speaker, old), partial(with_speaker, new))
    words = match(same.gone, same.come, partial(without, old), partial(without, new))
    return Changes(words.gone, words.come, words.pairs)


def _sources(old: Entry, new: Entry) -> Changes[Source]:
    def key(entry: Entry, source: Source) -> str:
        return worded(entry.article, source.name)

    found = match(old.facts.sources, new.facts.sources, partial(key, old), partial(key, new))
    return Changes(found.gone, found.come)


def _sentences(old: Article, new: Article) -> Changes[Span]:
    same = match(old.sentences, new.sentences, partial(spelled, old), partial(spelled, new))
    words = match(same.gone, same.come, partial(worded, old), partial(worded, new))
    return Changes(words.gone, words.come, words.pairs)


def _details(old: Article, new: Article) -> list[DetailChange]:
    pairs = [DetailChange(name, getattr(old, name), getattr(new, name)) for name in _DETAILS]
    pairs.append(DetailChange("aliases", _joined(old.aliases), _joined(new.aliases)))
    return [pair for pair in pairs if _value(pair.old) != _value(pair.new)]


def _joined(aliases: tuple[str, ...]) -> Detail | None:
    return Detail(", ".join(aliases)) if aliases else None


def _value(detail: Detail | None) -> str | None:
    return None if detail is None else detail.value
