"""From a seed's text to an article."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.core.article import Article, Block, BlockKind
from bot.core.structure.bylines import Byline, find_byline
from bot.core.structure.cards import find_cards
from bot.core.structure.front_matter import FrontMatter
from bot.core.structure.lines import Line, after_markup, join_broken, split_lines, trim
from bot.core.structure.page import details, find_title, read_page
from bot.core.structure.posts import Found, find_posts
from bot.core.text.sentences import split_sentences

if TYPE_CHECKING:
    from bot.core.article import Detail

_SAID = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PROSE, BlockKind.POST})


def read_article(
    text: str,
    *,
    id: str,  # noqa: A002  the field of `Article` that it fills
    front_matter: FrontMatter | None = None,
) -> Article:
    """Return the article that `text` is; any text at all is one.

    What the front matter gives stands; what it leaves open is inferred from the page and marked so. Blocks are
    lines, or paragraphs where lines are broken at a column. A block of front matter has the number 0.
    """
    given = front_matter or FrontMatter()
    lines, bylines = _lines(text, given.span.end if given.span else 0)
    title = find_title(text, lines)
    posts = find_posts(text, lines, bylines, 0 if title is None else title + 1)
    kinds = _kinds_of_posts(posts)
    cards = find_cards(text, lines, 0 if title is None else title + 1, kinds)
    for card in cards:
        kinds |= card.kinds
    page = read_page(text, lines, title, kinds)
    blocks = tuple(
        Block(line.span, page.kinds.get(at, BlockKind.PROSE), at + 1) for at, line in enumerate(lines)
    )
    if given.span:
        blocks = (Block(trim(text, *given.span), BlockKind.FRONT_MATTER, 0), *blocks)
    inferred = details(text, page, lines)

    def detail(name: str) -> Detail | None:
        stated: Detail | None = getattr(given, name)
        return stated or inferred.get(name)

    return Article(
        id=id,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        blocks=blocks,
        sentences=tuple(
            sentence
            for block in blocks
            if block.kind in _SAID
            for sentence in split_sentences(text, after_markup(text, block.span))
        ),
        posts=tuple(
            sorted(
                [*(found.post for found in posts), *(card.post for card in cards)],
                key=lambda post: (post.text, post.byline),
            )
        ),
        title=detail("title"),
        outlet=detail("outlet"),
        author=detail("author"),
        published=detail("published"),
        url=detail("url"),
        language=given.language,
        aliases=given.aliases,
    )


def _lines(text: str, start: int) -> tuple[list[Line], dict[int, Byline]]:
    """Return the blocks' lines and the by-lines of posts among them; a by-line at the end of a line is cut off."""
    cut: list[Line] = []
    found: dict[int, Byline] = {}
    for line in split_lines(text, start):
        byline = find_byline(text, line.span)
        words = trim(text, line.span.start, byline.span.start) if byline else line.span
        if byline is None or words.of(text).strip("> \t*_"):
            cut.append(Line(words, line.gap))
        if byline:
            found[byline.span.start] = byline
            whole = len(cut) == 0 or cut[-1].span != words
            cut.append(Line(byline.span, line.gap if whole else False))
    framed = {cut[at].span.start for card in find_cards(text, cut, 0, ()) for at in card.kinds}
    joined = join_broken(text, cut, {*found, *framed})
    at = {line.span.start: place for place, line in enumerate(joined)}
    return joined, {at[start]: byline for start, byline in found.items()}


def _kinds_of_posts(posts: list[Found]) -> dict[int, BlockKind]:
    kinds: dict[int, BlockKind] = {}
    for found in posts:
        kinds |= dict.fromkeys(range(found.first, found.byline), BlockKind.POST)
        kinds[found.byline] = BlockKind.POST_BYLINE
    return kinds
