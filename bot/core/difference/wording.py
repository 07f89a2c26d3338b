"""When two stretches of text have the same words, and who is behind them."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.facts import Chain, Quote
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.tokens import forms

_AROUND = " .,;:!?…-"
"""What stands at the ends of words without being one: a quotation ends in a comma here and in a full stop there."""


def spelled(article: Article, span: Span) -> str:
    """Return the text with its spaces as one each: equal where nothing but line ends changed."""
    return " ".join(span.of(article.text).split())


def worded(article: Article, span: Span) -> str:
    """Return the words, folded; the folded text itself where it has none."""
    folded = fold(span.of(article.text)).text
    return " ".join(forms(folded)) or folded


def quoted(article: Article, span: Span) -> str:
    """Return the folded text without the marks at its ends."""
    return " ".join(fold(span.of(article.text)).text.split()).strip(_AROUND)


def naming(article: Article, span: Span | None) -> str | None:
    """Return a name, folded, None where there is none."""
    return None if span is None else worded(article, span)


def passed_on(article: Article, chain: Chain) -> tuple[str | None, ...]:
    """Return by whom words came to the page."""
    return tuple(naming(article, link.name or link.source) for link in chain)


def behind(article: Article, quote: Quote) -> tuple[str | None, ...]:
    """Return who said or wrote a quote, and by whom it came to the page."""
    if quote.post is not None:
        post = article.posts[quote.post]
        return naming(article, post.author), naming(article, post.handle)
    speaker = quote.speaker
    named = () if speaker is None else speaker.candidates or (speaker.best,)
    return (*(naming(article, name) for name in named), *passed_on(article, quote.chain))
