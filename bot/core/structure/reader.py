"""From a seed's text to an article."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from bot.core.article import Article, Block, BlockKind, Detail, Post
from bot.core.span import Span
from bot.core.structure.front_matter import FrontMatter
from bot.core.text.sentences import split_sentences

_LINE = re.compile(r"[^\r\n]+")
_BYLINE = re.compile(r"\s*(?:—|–|-{1,2})\s*([^@\n]{1,80}?)\s*\(@(\w{1,30})\)\s*(\w+ \d{1,2}, \d{4})?")
_LINK = re.compile(r"https?://\S+|pic\.twitter\.com/\w+")
_SAID = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PROSE, BlockKind.POST})


def read_article(text: str, *, id: str, front_matter: FrontMatter | None = None) -> Article:  # noqa: A002
    """Return the article that `text` is, untouched; never raises."""
    given = front_matter or FrontMatter()
    lines = [Span(match.start(), match.end()) for match in _LINE.finditer(text) if match[0].strip()]
    blocks: list[Block] = []
    posts: list[Post] = []
    for number, line in enumerate(lines, 1):
        kind = BlockKind.TITLE if number == 1 else BlockKind.PROSE
        byline = _BYLINE.match(text, line.start, line.end)
        if byline and blocks:
            kind = BlockKind.POST_BYLINE
            above = blocks[-1]
            blocks[-1] = Block(above.span, BlockKind.POST, above.number)
            date = None
            if byline[3]:
                try:
                    date = dt.datetime.strptime(byline[3], "%B %d, %Y").replace(tzinfo=dt.UTC).date()
                except ValueError:
                    date = None
            posts.append(
                Post(
                    text=above.span,
                    byline=line,
                    author=Span(*byline.span(1)),
                    handle=Span(*byline.span(2)),
                    date=date,
                    date_span=Span(*byline.span(3)) if byline[3] else None,
                    links=tuple(Span(*m.span()) for m in _LINK.finditer(text, *above.span)),
                )
            )
        blocks.append(Block(line, kind, number))
    title = given.title or (
        Detail(blocks[0].span.of(text), blocks[0].span, inferred=True) if blocks else None
    )
    return Article(
        id=id,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        blocks=tuple(blocks),
        sentences=tuple(s for b in blocks if b.kind in _SAID for s in split_sentences(text, b.span)),
        posts=tuple(posts),
        title=title,
        outlet=given.outlet,
        author=given.author,
        published=given.published,
        url=given.url,
        language=given.language,
        aliases=given.aliases,
    )
