"""Questions about the embedded posts themselves: when somebody posted, who posted about a matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.core.article import Article, Post
from bot.core.facts import Dated, Quote
from bot.core.search.query import Query
from bot.core.text.fold import fold
from bot.core.text.tokens import forms
from bot.core.voices import slip_of, words
from bot.services.answers.case import Case
from bot.services.answers.values import Hit, Passage, RefusalCode, Reply

ABOUT = 0.5
"""Share of the matter that a post has to have."""
_POSTING_WORDS = "post posts posted posting tweet tweets tweeted tweeting retweeted"
_POSTING = frozenset(_POSTING_WORDS.split())
_WHEN = re.compile(
    r"^(?:when|(?:on )?(?:what|which) (?:day|date))(?: (?:did|has|had|was|were|is|s))?"
    r"(?: (?:the )?(?:post|tweet) (?:by|from|of) (?P<of>.+?)"
    r"(?= (?:about|on|that|posted|published|written|sent|made)\b|$)"
    r"| (?P<by>.+?)(?: s)? (?:post(?:ed)?|tweet(?:ed)?)\b)"
)
_WHO = re.compile(r"^(?:and |so )?who(?: else| has| have| had| also)* (?:posted|tweeted|retweeted)\b.*\w")


class _Place(NamedTuple):
    """A post: the place of its article in the store, and its own in the article."""

    entry: int
    number: int


def about_posts(case: Case) -> Reply | None:
    """Answer from the posts' authors and dates; None for any other question, or where no post fits."""
    line = " ".join(forms(fold(case.question[:300]).text)).replace("'s ", " s ")
    when = _WHEN.search(line)
    if when:
        return _when(case, when["by"] or when["of"])
    return _who(case) if _WHO.search(line) else None


def _when(case: Case, typed: str) -> Reply | None:
    name = [word for word in words(typed) if word not in _POSTING]
    own = [place for place in _places(case) if _is_author(*_read(case, place), name)]
    if not name or not own:
        return None
    topic = case.query.without(_POSTING | set(forms(typed)))
    fitting = [place for _, place in _told(case, own, topic)]
    dated = [hit for place in fitting if (hit := _date(case, place)) is not None]
    if dated:
        return case.answer(dated)
    reason = "The articles give no date for such a post."
    return case.refuse(RefusalCode.NO_SUCH_FACT, reason)


def _who(case: Case) -> Reply | None:
    posts = list(_places(case))
    topic = case.query.without(_POSTING)
    if not posts or not any(group.content for group in topic.groups):
        return None
    hits = [hit for hit, place in _told(case, posts, topic) if hit is not None]
    if hits:
        return case.answer(hits)
    near = case.find(topic).hits[:3]
    reason = "No post in the articles speaks of this."
    return case.refuse(RefusalCode.NO_SUCH_FACT, reason, nearest=map(case.hit, near))


def _told(case: Case, places: list[_Place], topic: Query) -> Iterator[tuple[Hit | None, _Place]]:
    """Yield the posts that have enough of the topic, those with most first; all of them when there is no topic."""
    if not any(group.content for group in topic.groups):
        yield from ((None, place) for place in places)
        return
    index = case.store.index
    rows: dict[int, _Place] = {}
    for place in places:
        _, post = _read(case, place)
        found = (
            index.row_at(place.entry, each.start) for each in case.store.pieces_in(place.entry, post.text)
        )
        rows |= {row: place for row in found if row is not None}
    seen = set()
    for scored in case.find(topic, sorted(rows)).hits:
        place = rows[scored.row]
        if case.share(topic, scored) >= ABOUT and place not in seen:
            seen.add(place)
            yield case.hit(scored, _quote(case, place)), place


def _places(case: Case) -> Iterator[_Place]:
    for entry in case.places if case.places is not None else range(len(case.store.entries)):
        posts = case.store.entries[entry].article.posts
        yield from (_Place(entry, number) for number in range(len(posts)))


def _read(case: Case, place: _Place) -> tuple[Article, Post]:
    article = case.store.entries[place.entry].article
    return article, article.posts[place.number]


def _is_author(article: Article, post: Post, name: list[str]) -> bool:
    known = words(post.author.of(article.text))
    known += [] if post.handle is None else words(post.handle.of(article.text))
    return all(word.removeprefix("@") in known or slip_of(word, known) for word in name)


def _quote(case: Case, place: _Place) -> Quote | None:
    quotes = case.store.entries[place.entry].facts.quotes
    return next((quote for quote in quotes if quote.post == place.number), None)


def _date(case: Case, place: _Place) -> Hit | None:
    article, post = _read(case, place)
    if post.date is None or post.date_span is None:
        return None
    dated = Dated(post.date_span, post.date, post.date, post.date.isoformat())
    return Hit(Passage(article, post.byline.join(post.date_span)), 1.0, fact=dated)
