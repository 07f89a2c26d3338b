"""What the lines of a page are, and what its edges say about the article."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article, BlockKind, Detail
from bot.core.span import Span
from bot.core.structure import FrontMatter, read_article

TITLE = "Ferry runs aground off Lund"
FIRST = "The ferry ran aground on Monday, the harbour office said. Nobody was hurt."
SECOND = "Divers will look at the hull. “We hope for the best,” said the captain, Ada Orr."


def read(*lines: str) -> Article:
    return read_article("\n".join(lines), id="x")


def kinds(article: Article) -> list[str]:
    return [block.kind.name for block in article.blocks]


def value(detail: Detail | None) -> str | None:
    assert detail is None or detail.inferred
    return detail.value if detail else None


def test_the_text_is_untouched_and_its_hash_is_of_its_utf_8() -> None:
    text = "\ufeffTitle\r\n\r\nA – B.\r\n"
    article = read_article(text, id="x")
    assert article.text == text
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert [block.span.of(text) for block in article.blocks] == ["Title", "A – B."]


def test_blocks_are_numbered_over_the_lines_that_show_something() -> None:
    article = read(TITLE, "", FIRST, "  ", "", SECOND)
    assert [block.number for block in article.blocks] == [1, 2, 3]


def test_sentences_are_those_of_title_heading_prose_and_posts_only() -> None:
    article = read(
        TITLE, "By Ada Orr", "January 6, 2022", FIRST, "Advertisement", SECOND, "© 2022 The Lund Gull"
    )
    assert [sentence.of(article.text) for sentence in article.sentences] == [
        TITLE,
        "The ferry ran aground on Monday, the harbour office said.",
        "Nobody was hurt.",
        "Divers will look at the hull.",
        "“We hope for the best,” said the captain, Ada Orr.",
    ]


def test_markup_before_the_words_is_in_no_sentence() -> None:
    article = read_article("# Big news\n\n> It sank.\n\n- one crew.\n\n## Why\n\nNobody knows.", id="x")
    assert [sentence.of(article.text) for sentence in article.sentences] == [
        "Big news", "It sank.", "one crew.", "Why", "Nobody knows.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([], TITLE),
        (["WORLD NEWS"], TITLE),
        (["Home > News > Lund"], TITLE),
        (["FOR IMMEDIATE RELEASE"], TITLE),
        (["January 6, 2022"], TITLE),
    ],
)
def test_the_title_is_the_first_line_that_is_no_label(above: list[str], title: str) -> None:
    assert value(read(*above, TITLE, FIRST, SECOND).title) == title


@pytest.mark.parametrize(
    "text",
    [FIRST, f"{FIRST}\n{SECOND}", f"LUND (Reuters) – {FIRST}\n{SECOND}", "", "ferry", "“Ferry!” he said"],
)
def test_prose_alone_has_no_title(text: str) -> None:
    assert read_article(text, id="x").title is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ada Orr", "Ada Orr"),
        ("By ADA ORR, Associated Press", "ADA ORR"),
        ("By Ada Orr and Per van der Lund", "Ada Orr and Per van der Lund"),
        ("By Ada Orr, Per Lund and Sam O’Dea", "Ada Orr, Per Lund and Sam O’Dea"),
        ("By Ada Orr | January 6, 2022", "Ada Orr"),
        ("by Ada Orr in Lund", "Ada Orr"),
        ("Written by: Ada B. Orr", "Ada B. Orr"),
        ("Author: Ada Orr", "Ada Orr"),
        ("Live updates by Ada Orr", "Ada Orr"),
        ("Ada Orr, City correspondent", "Ada Orr"),
        ("**By Ada Orr**", "Ada Orr"),
        ("Ada Orr – January 6, 2022", "Ada Orr"),
        ("By Monday, the ferry was afloat", None),
        ("By the end of the day", None),
        ("Ada Orr was not on board", None),
    ],
)
def test_a_byline_under_the_title_names_the_author(line: str, author: str | None) -> None:
    article = read(TITLE, line, FIRST, SECOND)
    assert value(article.author) == author
    assert (article.blocks[1].kind is BlockKind.BYLINE) == (author is not None)


def test_a_name_before_a_date_at_the_end_is_the_author() -> None:
    article = read(TITLE, FIRST, SECOND, "Ada Orr", "Thu, 01/06/2022 – 11:30")
    assert value(article.author) == "Ada Orr"
    assert value(article.published) == "2022-01-06T11:30"
    assert kinds(article) == ["TITLE", "PROSE", "PROSE", "BYLINE", "DATELINE"]


def test_a_name_before_a_role_under_the_title_is_the_author() -> None:
    assert value(read(TITLE, "Ada Orr", "Political correspondent", FIRST, SECOND).author) == "Ada Orr"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("January 6, 2022", "2022-01-06"),
        ("Thursday, January 6, 2022", "2022-01-06"),
        ("6 January 2022, 14:05 GMT", "2022-01-06T14:05+00:00"),
        ("Published 6 Jan 2022", "2022-01-06"),
        ("Published: Jan. 6, 2022 at 2:05 p.m. EST", "2022-01-06T14:05-05:00"),
        ("2022-01-06T11:30", "2022-01-06T11:30"),
        ("2022-01-06T11:30:15Z", "2022-01-06T11:30+00:00"),
        ("Thu, 01/06/2022 – 11:30", "2022-01-06T11:30"),
        ("Thu, 06/01/2022", "2022-01-06"),
        ("01/13/2022", "2022-01-13"),
        ("06.01.2022, 11:30", "2022-01-06T11:30"),
        ("Updated January 7, 2022 | Published January 6, 2022", "2022-01-06"),
        ("Updated January 7, 2022", "2022-01-07"),
        ("6. Januar 2022", "2022-01-06"),
    ],
)
def test_a_date_line_gives_the_day_of_publication(line: str, published: str) -> None:
    article = read(TITLE, line, FIRST, SECOND)
    assert value(article.published) == published
    assert article.blocks[1].kind is BlockKind.DATELINE
    assert article.published_on is not None


@pytest.mark.parametrize("line", ["01/06/2022", "February 30, 2022", "06/06/06"])
def test_a_date_that_can_be_read_in_two_ways_or_in_none_is_left_open(line: str) -> None:
    assert read(TITLE, line, FIRST, SECOND).published is None


def test_a_full_date_in_the_dateline_gives_the_day_where_nothing_else_does() -> None:
    article = read(TITLE, f"LUND, Sweden, Jan. 6, 2022 (AP) — {FIRST}", SECOND)
    assert value(article.published) == "2022-01-06"
    assert value(article.outlet) == "AP"


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ([f"ALMATY, Kazakhstan (Reuters) – {FIRST}", SECOND], "Reuters"),
        ([f"Berlin (dpa) - {FIRST}", SECOND], "dpa"),
        ([f"Nur-Sultan, Jan 6 (Interfax) – {FIRST}", SECOND], "Interfax"),
        ([f"Ada Orr (captain) – {FIRST}", SECOND], None),
        ([f"LUND (Halden Wire) -- {FIRST}", SECOND], "Halden Wire"),
        (["By ADA ORR, Associated Press", FIRST, SECOND], "Associated Press"),
        ([FIRST, SECOND, "© 2022 The Lund Gull. All rights reserved."], "The Lund Gull"),
        ([FIRST, SECOND, "Copyright 2022 by Lund Media Group"], "Lund Media Group"),
        ([FIRST, SECOND, "Lund Gull’s mission is to inform the harbour."], "Lund Gull"),
        ([FIRST, SECOND, "This article was originally published by The Lund Gull."], "The Lund Gull"),
        ([FIRST, SECOND, "Follow The Lund Gull on Facebook"], "The Lund Gull"),
        ([FIRST, SECOND, "Visit https://www.lundgull.example for more."], "lundgull.example"),
        ([f"LUND (pop. 40,000) – {FIRST}", SECOND], None),
        ([FIRST, SECOND], None),
    ],
)
def test_the_outlet_is_what_the_page_calls_itself(lines: list[str], outlet: str | None) -> None:
    assert value(read(TITLE, *lines).outlet) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Source: https://gull.example/2022/ferry",
        "Read at: https://gull.example/2022/ferry",
        "Originally published at https://gull.example/2022/ferry",
        "URL: <https://gull.example/2022/ferry>",
    ],
)
def test_an_address_that_the_seed_states_as_its_own_is_the_url(line: str) -> None:
    assert value(read(TITLE, FIRST, SECOND, line).url) == "https://gull.example/2022/ferry"


@pytest.mark.parametrize(
    "line",
    [
        "Visit https://gull.example",
        "Source: https://gull.example/",
        "Source: Lund harbour office",
        "Read more: see https://gull.example/2021/storm",
        "© 2022 The Lund Gull, https://gull.example/about",
    ],
)
def test_other_addresses_are_never_taken_for_the_url(line: str) -> None:
    assert read(TITLE, FIRST, SECOND, line).url is None


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter",
        "Subscribe to our morning briefing.",
        "All rights reserved",
        "Read more: Storm in Lund",
        "Follow us on Twitter",
        "Follow Per Lund on Twitter @perlund.",
        "Share this article",
        "Advertisement",
        "We use cookies to improve your experience.",
        "Photo: Ada Orr",
        "(Photo by Ada Orr/Getty Images)",
        "Facebook | Twitter | WhatsApp",
        "3 min read",
        "Additional reporting by Per Lund; editing by Sam O’Dea",
    ],
)
def test_what_the_page_says_about_itself_is_boilerplate_between_paragraphs_too(line: str) -> None:
    assert kinds(read(TITLE, FIRST, line, SECOND)) == ["TITLE", "PROSE", "BOILERPLATE", "PROSE"]


@pytest.mark.parametrize(
    "line",
    [
        "The Gull's mission is to inform the harbour.",
        "This article was originally published in 2021.",
        "The Lund Gull is a weekly newspaper.",
        "Per Lund is a reporter for the Lund Gull.",
        "Per Lund and Sam O’Dea contributed reporting.",
        "Lund reported from Hull.",
        "@perlund",
        "Read the rest of the story at The Lund Gull.",
        "Tags: ferries, Lund",
        "We write about boats, piers and harbours. Visit https://gull.example",
        "Visit www.gull.example for more.",
    ],
)
def test_what_could_be_prose_is_boilerplate_below_the_last_paragraph_only(line: str) -> None:
    assert kinds(read(TITLE, FIRST, SECOND, line)) == ["TITLE", "PROSE", "PROSE", "BOILERPLATE"]
    assert kinds(read(TITLE, FIRST, line, SECOND)) == ["TITLE", "PROSE", "PROSE", "PROSE"]


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter of the harbour office said that all rights were reserved for the crew.",
        "Subscribers of the newsletter were told on Monday.",
        "“Share this article with your neighbours,” the mayor said on Monday evening.",
        "The museum uses cookies as bait for visitors.",
        "Ada Orr is a former reporter and sails on Sundays.",
        "The council contributed to this pier as well.",
        "Advertisements for the ferry were taken down.",
    ],
)
def test_prose_about_newsletters_and_rights_stays_prose(line: str) -> None:
    assert kinds(read(TITLE, FIRST, line)) == ["TITLE", "PROSE", "PROSE"]


def test_a_short_line_without_a_stop_between_paragraphs_is_a_heading() -> None:
    article = read(TITLE, FIRST, "What the divers found", SECOND)
    assert kinds(article) == ["TITLE", "PROSE", "HEADING", "PROSE"]


def test_times_that_head_the_entries_of_a_live_page_are_no_prose() -> None:
    assert kinds(read(TITLE, "10:45", FIRST, "11.20 am", SECOND)) == [
        "TITLE", "DATELINE", "PROSE", "DATELINE", "PROSE",
    ]  # fmt: skip


def test_an_outlet_under_the_writer_is_the_outlet() -> None:
    article = read(TITLE, "By Ada Orr", "Lund Evening News", FIRST, SECOND)
    assert value(article.outlet) == "Lund Evening News"
    assert kinds(article) == ["TITLE", "BYLINE", "BYLINE", "PROSE", "PROSE"]


def test_a_writer_in_a_place_above_a_date_is_the_author() -> None:
    article = read(TITLE, "Ada Orr in Lund", "Thu 6 Jan 2022 11.30 GMT", FIRST, SECOND)
    assert value(article.author) == "Ada Orr"


def test_what_follows_a_name_and_a_date_at_the_end_is_the_page_s() -> None:
    article = read(TITLE, FIRST, SECOND, "Ada Orr", "Thu, 01/06/2022 – 11:30", "We like boats.")
    assert kinds(article) == ["TITLE", "PROSE", "PROSE", "BYLINE", "DATELINE", "BOILERPLATE"]


def test_a_label_over_the_date_belongs_to_it() -> None:
    assert kinds(read(TITLE, "Published", "6 January 2022", FIRST)) == [
        "TITLE",
        "DATELINE",
        "DATELINE",
        "PROSE",
    ]


@pytest.mark.parametrize("label", ["Related topics", "Tags", "Media contact:"])
def test_what_stands_under_a_label_at_the_end_is_the_page_s(label: str) -> None:
    assert kinds(read(TITLE, FIRST, SECOND, label, "Sam O’Dea", "Lund")) == [
        "TITLE", "PROSE", "PROSE", "BOILERPLATE", "BOILERPLATE", "BOILERPLATE",
    ]  # fmt: skip
    assert kinds(read(TITLE, FIRST, label, SECOND))[-1] == "PROSE"


@pytest.mark.parametrize("rule", ["___", "* * *", "# # #", "-----", "•"])
def test_a_rule_is_no_sentence(rule: str) -> None:
    assert kinds(read(TITLE, FIRST, rule, SECOND)) == ["TITLE", "PROSE", "BOILERPLATE", "PROSE"]


WRAPPED = """\
Ferry runs aground off Lund

The ferry ran aground on Monday morning, two hundred
metres from the pier. All of its forty passengers were
taken off by boat, the harbour office said.

Divers will look at the hull on Tuesday. The captain,
Ada Orr, hopes that it can be brought into the dock at
the weekend.
"""


def test_the_lines_of_a_paragraph_broken_at_a_column_are_one_block() -> None:
    article = read_article(WRAPPED, id="x")
    assert kinds(article) == ["TITLE", "PROSE", "PROSE"]
    assert article.sentences[2].of(WRAPPED) == (
        "All of its forty passengers were\ntaken off by boat, the harbour office said."
    )


def test_short_lines_of_their_own_are_not_joined() -> None:
    text = "Results of the regatta\n\nLund beat Hull.\nHull beat Orr.\nOrr beat Lund.\n\nNobody won."
    assert len(read_article(text, id="x").blocks) == 5


def test_what_the_front_matter_gives_stands_and_the_rest_is_inferred() -> None:
    head = "---\noutlet: Lund Gull\n---\n"
    text = f"{head}{TITLE}\nBy Ada Orr\n{FIRST}\n{SECOND}\n© 2022 Other Paper"
    given = FrontMatter(span=Span(0, len(head) - 1), outlet=Detail("Lund Gull", Span(12, 21)))
    article = read_article(text, id="x", front_matter=given)
    assert article.outlet == Detail("Lund Gull", Span(12, 21))
    assert article.author == Detail("Ada Orr", Span(text.index("Ada"), text.index("Ada") + 7), inferred=True)
    assert article.blocks[0].kind is BlockKind.FRONT_MATTER
    assert [block.number for block in article.blocks] == [0, 1, 2, 3, 4, 5]


MARKS = "> _# _- _ – _10:45_@_(@x)_https://t.co/a_#Lund_LUND (AP) —_©_2022_:_…_“_\n_\n\n_\r\n"
LINES = (TITLE, FIRST, SECOND, "By Ada Orr", "6 January 2022", "01/06/2022", "— A. Orr (@a) January 6, 2022")
PIECES = st.sampled_from((*LINES, *MARKS.split("_")))


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_an_article_whose_parts_lie_in_it_in_order(text: str) -> None:
    article = read_article(text, id="x")
    last = 0
    for block in article.blocks:
        assert last <= block.span.start < block.span.end <= len(text)
        last = block.span.end
    last = 0
    for sentence in article.sentences:
        assert last <= sentence.start < sentence.end
        last = sentence.end
        holder = article.block_at(sentence.start)
        assert holder is not None
        assert holder.span.covers(sentence)
        assert holder.kind.name in {"TITLE", "HEADING", "PROSE", "POST"}
    for post in article.posts:
        assert post.text.start < post.text.end <= post.byline.start
        assert all(post.text.covers(link) for link in post.links)
        assert post.byline.covers(post.author)
    for detail in (article.title, article.author, article.outlet, article.url):
        assert detail is None or (detail.span is not None and detail.span.of(text) == detail.value)
    assert article.published is None or article.published_on is not None


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "\n",
        "a\n",
        "— A (@a) May 1, 2022\n",
        "@a ",
        "By A, ",
        "- ",
        "> ",
        "A B\n\n",
        "1:00\n",
        "\u202e",
        "By ",
    ],
)
def test_a_large_text_of_one_thing_is_read(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert read_article(text, id="x").text == text
