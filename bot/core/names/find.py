"""All namings of an article, chained."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.names.chaining import Chaining, Found, Named
from bot.core.names.chains import Chains, bare
from bot.core.names.genders import settle
from bot.core.names.kinds import kind_of
from bot.core.names.merge import merge
from bot.core.names.model import Gender, Mention, NameKind
from bot.core.names.scan import Naming, named_blocks, scan
from bot.core.names.titlecase import is_title_case, known_parts
from bot.core.span import Span


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """Return all namings in the order of the text.

    Title, headings, prose and posts are read; by-lines and the publisher's boilerplate are not. Where nearly
    every word of a block is capitalised, only names known from the rest of the article count.
    """
    text = article.text
    vocabulary = frozenset(text.split())
    starts = frozenset(sentence.start for sentence in article.sentences)
    plain: list[Named] = []
    shouted: list[Naming] = []
    for block in named_blocks(article):
        namings = merge(text, scan(text, block, starts, vocabulary))
        if is_title_case(text, block):
            shouted += namings
            continue
        for naming in namings:
            kind = kind_of(naming, vocabulary)
            if kind is NameKind.PERSON and naming.title < 0 and _with_article(text, naming.start):
                kind = NameKind.OTHER
            if kind is not None:
                plain.append(Named(naming, bare(naming.low), kind, block.number, block.span.start))
    chains = Chains()
    found = Chaining(text, chains).run(plain)
    found += [
        Found(part, entity.kind, entity, None)
        for naming in shouted
        for part, entity in known_parts(naming, chains)
    ]
    found.sort(key=lambda one: one.naming.start)
    settle(article, [(one.naming, one.entity) for one in found])
    return tuple(_mention(one) for one in found)


def _with_article(text: str, start: int) -> bool:
    """Whether an article stands right before: "the Anna Brandt Prize" is nobody."""
    return (
        text[max(0, start - 4) : start].casefold() in ("the ", " an ")
        or text[max(0, start - 3) : start] == " a "
    )


def _mention(found: Found) -> Mention:
    span = Span(found.naming.start, found.naming.end)
    entity = found.entity
    if entity is None:
        return Mention(span, span, found.kind, Gender.OPEN, found.role)
    gender = next(iter(entity.signs)) if len(entity.signs) == 1 else Gender.OPEN
    return Mention(span, entity.full, entity.kind, gender, found.role)
