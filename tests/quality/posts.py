"""Score embedded posts."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.article import Article
from bot.core.facts import Facts, Quote, QuoteKind
from tests.quality.gold import Labelled, LabelledPost
from tests.quality.matching import OVERLAP, overlap, same_name, trim
from tests.quality.outcome import Outcome, pair, show
from tests.quality.quotes import speaker_name


def score_posts(labelled: Labelled, article: Article, facts: Facts) -> Iterator[Outcome]:
    """Embedded posts: their words, author, handle and date."""
    text = labelled.text
    found = [quote for quote in facts.quotes if quote.kind is QuoteKind.POST]
    there, back = pair(
        labelled.posts,
        found,
        lambda gold, quote: overlap(trim(text, gold.span), trim(text, quote.span)),
        OVERLAP,
    )
    for i, gold in enumerate(labelled.posts):
        words = f"{labelled.id}: post {show(text, gold.span)}"
        yield Outcome("posts.text_f1", "post", i in there, f"{words} not found")
        if i in there:
            yield from _score_byline(words, gold, article, found[there[i]])
    for j, quote in enumerate(found):
        told = f"{labelled.id}: no post in gold: {show(text, quote.span)}"
        yield Outcome("posts.text_f1", "post", j in back, told)


def _score_byline(words: str, gold: LabelledPost, article: Article, quote: Quote) -> Iterator[Outcome]:
    post = None if quote.post is None else article.posts[quote.post]
    handle = post.handle.of(article.text) if post and post.handle else None
    date = post.date if post else None
    name = speaker_name(article.text, quote) or ""
    yield Outcome("posts.handle", "post", handle == gold.label.handle, f"{words} handle {handle!r}")
    yield Outcome("posts.date", "post", date == gold.label.date, f"{words} date {date}")
    yield Outcome("posts.author", "post", same_name(name, [gold.label.author]), f"{words} author {name!r}")
