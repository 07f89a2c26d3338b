"""Embedded posts: the by-line, and where the post above it begins."""

import datetime as dt

import pytest

from bot.core.article import Article, BlockKind
from bot.core.structure import read_article

TITLE = "Ferry runs aground off Lund"
PROSE = (
    "The ferry ran aground on Monday morning, two hundred metres from the pier. All passengers were taken off by boat,"
    " the harbour office said, and the hull was being examined by divers. Nobody could say when it would be afloat."
)
BYLINE = "— Ada Orr (@ada_orr) January 6, 2022"


def read(*lines: str, gap: str = "\n") -> Article:
    return read_article(gap.join((TITLE, PROSE, *lines, PROSE)), id="x")


def texts(article: Article) -> list[str]:
    return [post.text.of(article.text) for post in article.posts]


@pytest.mark.parametrize(
    ("byline", "author", "handle", "date"),
    [
        ("— Ada Orr (@ada_orr) January 6, 2022", "Ada Orr", "ada_orr", "2022-01-06"),
        ("– Ada Orr (@ada_orr) Jan 6, 2022", "Ada Orr", "ada_orr", "2022-01-06"),
        ("-- Ada Orr (@ada_orr) 6 January 2022", "Ada Orr", "ada_orr", "2022-01-06"),
        ("- Ada-Lou Orr (@ada_orr), January 6, 2022", "Ada-Lou Orr", "ada_orr", "2022-01-06"),
        ("—Ada Orr (@ada_orr) January 6, 2022 at 10:05 AM", "Ada Orr", "ada_orr", "2022-01-06"),
        ("— Ada Orr (@ada_orr) 5:02 PM · Jan 6, 2022", "Ada Orr", "ada_orr", "2022-01-06"),
        ("— Aᴅᴀ Oʀʀ ❄ (@ada_orr) January 6, 2022", "Aᴅᴀ Oʀʀ ❄", "ada_orr", "2022-01-06"),
        ("— Dr. Ada Orr, MD 🇺🇦 (@ada_orr) January 6, 2022", "Dr. Ada Orr, MD 🇺🇦", "ada_orr", "2022-01-06"),
        ("— @ada_orr January 6, 2022", "ada_orr", "ada_orr", "2022-01-06"),
        ("— Ada Orr (@ada@sea.example) January 6, 2022", "Ada Orr", "ada@sea.example", "2022-01-06"),
        ("— Ada Orr (@ada.bsky.social) January 6, 2022", "Ada Orr", "ada.bsky.social", "2022-01-06"),
        ("— Ada Orr (@ada_orr) [January 6, 2022](https://x.com/a/1)", "Ada Orr", "ada_orr", "2022-01-06"),
        ("Ada Orr (@ada_orr) January 6, 2022", "Ada Orr", "ada_orr", "2022-01-06"),
        ("— Ada Orr (@ada_orr) 6 janvier 2022", "Ada Orr", "ada_orr", "2022-01-06"),
        ("— Ada Orr (@ada_orr) 6 января 2022 г.", "Ada Orr", "ada_orr", "2022-01-06"),
        ("— Ada Orr (@ada_orr) 6. tammikuuta 2022", "Ada Orr", "ada_orr", None),
        ("— Ada Orr (@ada_orr)", "Ada Orr", "ada_orr", None),
        ("— Ada Orr (@ada_orr) January 6", "Ada Orr", "ada_orr", None),
    ],
)
def test_a_byline_gives_author_handle_and_date(
    byline: str, author: str, handle: str, date: str | None
) -> None:
    article = read("Stuck on the pier, third hour! #Lund", byline)
    post = article.posts[0]
    assert post.text.of(article.text) == "Stuck on the pier, third hour! #Lund"
    assert post.byline.of(article.text) == byline
    assert post.author.of(article.text) == author
    assert post.handle is not None
    assert post.handle.of(article.text) == handle
    assert post.date == (dt.date.fromisoformat(date) if date else None)


@pytest.mark.parametrize(
    "line",
    [
        "Posted by @ada_orr on January 6, 2022",
        "Ada Orr (@ada_orr) wrote on Twitter:",
        "Ada Orr (@ada_orr) is a reporter in Lund.",
        "The mayor praised the pilot – the man behind @lundpilot",
        "Write to ada@lund.example by January 6, 2022",
        "- talk to @lundpilot",
    ],
)
def test_prose_that_names_a_handle_is_no_byline(line: str) -> None:
    assert read("Stuck on the pier.", line).posts == ()


def test_a_byline_under_a_colon_has_no_post() -> None:
    assert read("Follow our reporters:", "- Ada Orr (@ada_orr)").posts == ()


def test_a_byline_at_the_end_of_its_post_is_cut_off() -> None:
    article = read("Stuck again. pic.twitter.com/AbC123 — Ada Orr (@ada_orr) January 5, 2022")
    assert texts(article) == ["Stuck again. pic.twitter.com/AbC123"]
    kinds = [block.kind for block in article.blocks]
    assert kinds == [
        BlockKind.TITLE, BlockKind.PROSE, BlockKind.POST, BlockKind.POST_BYLINE, BlockKind.PROSE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ["#Lund: crates taken from the ferry, among them", "two anchors… pic.twitter.com/AbC123"],
        ["I can see the ferry from my window.", "It is huge"],
        ["4/ The crew knew.", "They said nothing"],
        ["Stuck again!! The crew has no idea", "#Lund #ferry", "https://t.co/AbC"],
        ["The captain waves 👋", "Nobody waves back."],
        ["Reasons to take the bus", "- no water", "- no waves"],
        ["(1) Board the ferry.", "(2) Wait.", "(3) Swim."],
        ["“You said noon!”", "“I said soon.”"],
        ["Noon: no ferry.", "Three: no ferry.", "Six: a ferry"],
        ["Who built this thing?", "My bathtub is safer."],
        ["✈️ It flies.", "⛴ It does not."],
    ],
)
def test_a_post_has_all_its_lines(lines: list[str]) -> None:
    assert texts(read(*lines, BYLINE)) == ["\n".join(lines)]


def test_a_finished_paragraph_of_the_article_stays_out() -> None:
    before = "The harbour office had warned the company twice."
    assert texts(read(before, "Stuck again, third hour", BYLINE)) == ["Stuck again, third hour"]


def test_a_heading_above_a_post_stays_out() -> None:
    assert texts(read("What the passengers saw", "Stuck again, third hour", BYLINE)) == [
        "Stuck again, third hour"
    ]


def test_reported_speech_above_a_post_stays_out_even_without_a_stop() -> None:
    before = "“We will not leave,” said the captain on the radio"
    assert texts(read(before, "Stuck again, third hour", BYLINE)) == ["Stuck again, third hour"]


def test_a_line_that_ends_in_a_colon_introduces_the_post() -> None:
    assert texts(read("A passenger wrote:", "Stuck again", BYLINE)) == ["Stuck again"]


def test_two_posts_in_a_row_stay_two() -> None:
    assert texts(read("Stuck again", BYLINE, "Me too", BYLINE)) == ["Stuck again", "Me too"]


def test_lines_without_a_blank_one_between_belong_together_where_paragraphs_are_set_apart() -> None:
    text = f"{TITLE}\n\n{PROSE}\n\nThe crew knew.\nThe owner knew.\n{BYLINE}\n\n{PROSE}"
    assert texts(read_article(text, id="x")) == ["The crew knew.\nThe owner knew."]


def test_the_lines_of_a_block_quote_belong_together_and_its_mark_does_not() -> None:
    text = f"# {TITLE}\n\n{PROSE}\n\n> The crew knew.\n>\n> The owner knew.\n> {BYLINE}\n\n{PROSE}"
    article = read_article(text, id="x")
    assert texts(article) == ["The crew knew.\n>\n> The owner knew."]
    assert article.posts[0].author.of(text) == "Ada Orr"


def test_the_title_is_never_part_of_a_post() -> None:
    article = read_article(f"{TITLE}\nStuck again\n{BYLINE}\n{PROSE}", id="x")
    assert texts(article) == ["Stuck again"]


def test_links_are_listed_without_the_marks_behind_them() -> None:
    article = read("See https://t.co/AbC1, then (https://t.co/xYz2). pic.twitter.com/Q1w2", BYLINE)
    links = [link.of(article.text) for link in article.posts[0].links]
    assert links == ["https://t.co/AbC1", "https://t.co/xYz2", "pic.twitter.com/Q1w2"]


def test_a_page_of_bylines_only_is_read() -> None:
    assert read_article("\n".join([BYLINE] * 2000), id="x").posts == ()


CARD = ("Ada Orr", "@ada_orr", "The pier is closed again. Nobody told us.", "5:02 PM · Jan 6, 2022")


def test_name_handle_words_and_time_on_lines_of_their_own_are_a_post() -> None:
    article = read(*CARD)

    (post,) = article.posts
    assert post.text.of(article.text) == CARD[2]
    assert post.author.of(article.text) == "Ada Orr"
    assert post.handle is not None
    assert post.handle.of(article.text) == "ada_orr"
    assert post.date == dt.date(2022, 1, 6)


def test_the_lines_around_such_a_post_are_no_prose() -> None:
    article = read(*CARD, "1.2K Reposts · 340 Likes")

    kinds = [block.kind for block in article.blocks[2:-1]]
    assert kinds == [
        BlockKind.POST_BYLINE,
        BlockKind.POST_BYLINE,
        BlockKind.POST,
        BlockKind.POST_BYLINE,
        BlockKind.POST_BYLINE,
    ]


def test_such_a_post_may_have_several_paragraphs() -> None:
    article = read(*CARD[:3], "Not even the captain.", CARD[3])

    assert texts(article) == [f"{CARD[2]}\nNot even the captain."]


@pytest.mark.parametrize(
    "head",
    [
        ("Ada Orr @ada_orr · Jan 6, 2022",),
        ("Ada Orr", "@ada_orr · 6 January 2022"),
        ("Ada Orr", "@ada_orr · 6 January 2022", "Replying to @lund"),
    ],
)
def test_a_handle_with_its_date_needs_no_time_below(head: tuple[str, ...]) -> None:
    article = read(*head, CARD[2])

    assert texts(article) == [CARD[2]]
    assert article.posts[0].date == dt.date(2022, 1, 6)


@pytest.mark.parametrize(
    "lines",
    [
        ("Ada Orr", "@ada_orr", "The pier is closed again."),
        ("She wrote it on the wall:", "@ada_orr", "The pier is closed.", "5:02 PM · Jan 6, 2022"),
        ("Follow the harbour office at @lund_harbour.", "The pier is closed.", "5:02 PM · Jan 6, 2022"),
        ("Ada Orr", "@ada_orr", "5:02 PM · Jan 6, 2022"),
    ],
)
def test_without_the_whole_frame_there_is_no_post(lines: tuple[str, ...]) -> None:
    assert read(*lines).posts == ()
