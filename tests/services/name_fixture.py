"""A store in which chosen words, however odd, are speakers, sources and things counted."""

import hashlib

from bot.core.article import Article, Block, BlockKind, Detail
from bot.core.facts import Facts, Figure, Quote, QuoteKind, Source, SourceKind, Speaker
from bot.core.span import Span
from bot.core.store import FactStore


def store_of(*names: str, title: str = "The names", ident: str = "names") -> FactStore:
    """Return a store of one article, one paragraph a name, each name in all three roles."""
    spans = []
    at = 0
    for name in names:
        spans.append(Span(at, at + len(name)))
        at += len(name) + 2
    text = "\n\n".join(names)
    article = Article(
        id=ident,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        blocks=tuple(Block(span, BlockKind.PROSE, number) for number, span in enumerate(spans, 1)),
        sentences=tuple(spans),
        title=Detail(title, inferred=False),
    )
    facts = Facts(
        quotes=tuple(Quote(span, span, QuoteKind.DIRECT, Speaker(span)) for span in spans),
        figures=tuple(Figure(span, 1, 1, unit=span) for span in spans),
        sources=tuple(
            Source(span, SourceKind.PERSON, named=True, mentions=(span,), cited_for=()) for span in spans
        ),
    )
    return FactStore.build([(article, facts)])
