"""One cited passage against the articles of now."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.difference import word_changes
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.answers import Passage
from bot.services.database import Ref
from bot.services.recall.likeness import most_alike, same_places, whole
from bot.services.recall.values import Recheck, Standing


def recheck(ref: Ref, article: str, old: Article | None, new: FactStore) -> Recheck:
    """Say what became of the passage `ref`, which was cited from the article with the id `article`.

    `ref.sha256` may be the beginning of a hash, as a receipt shows it. `old` is the article as it was cited, from a
    version that is kept; None, or one with another hash, is as good as not known. An article that was only renamed is
    found by its hash.
    """
    known = old if old is not None and old.sha256.startswith(ref.sha256) else None
    there = new.entry(article)
    loaded = there.article.sha256 if there else None
    same = there if there and there.article.sha256.startswith(ref.sha256) else new.by_digest(ref.sha256)
    span = Span(ref.start, ref.end)
    if same is not None:
        return _checked(ref, article, known or same.article, same.article, loaded)
    if known is not None and not _is_in(span, known):
        return Recheck(article, ref, Standing.NO_SUCH_PASSAGE, loaded=loaded)
    before = Passage(known, span) if known else None
    if there is None:
        return Recheck(article, ref, Standing.WITHDRAWN, before)
    if known is None:
        return Recheck(article, ref, Standing.UNKNOWN_BEFORE, loaded=loaded)
    return _compared(article, ref, Passage(known, span), there.article)


def _is_in(span: Span, article: Article) -> bool:
    return 0 <= span.start < span.end <= len(article.text)


def _checked(ref: Ref, article: str, old: Article, new: Article, loaded: str | None) -> Recheck:
    """Return UNCHANGED for a place that the article has."""
    span = Span(ref.start, ref.end)
    if not _is_in(span, new):
        return Recheck(article, ref, Standing.NO_SUCH_PASSAGE, loaded=loaded)
    return Recheck(
        article, ref, Standing.UNCHANGED, Passage(old, span), Passage(new, span), loaded=new.sha256
    )


def _compared(article: str, ref: Ref, before: Passage, new: Article) -> Recheck:
    old, span = before.article, before.span
    around = whole(old, span)
    places = same_places(old, around, new)
    if places:
        start = places[0].start + span.start - around.start
        now = Passage(new, Span(start, start + span.length))
        return Recheck(article, ref, Standing.MOVED, before, now, places=len(places), loaded=new.sha256)
    alike = most_alike(old, around, new)
    if alike is None:
        return Recheck(article, ref, Standing.WITHDRAWN, before, loaded=new.sha256)
    words = word_changes(old, around, new, alike)
    return Recheck(
        article,
        ref,
        Standing.CHANGED,
        Passage(old, around),
        Passage(new, alike),
        gone=words.gone,
        come=words.come,
        loaded=new.sha256,
    )
