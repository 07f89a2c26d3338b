"""Seeds that are pages saved from a browser."""

import datetime as dt
import subprocess
import sys

from bot.core.article import Article
from bot.services.seeds import read_seed

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry hits pier | The Lund Gull</title>
<link rel="canonical" href="https://gull.example/2024/ferry"><meta property="og:site_name" content="The Lund Gull">
<meta name="author" content="Ada Orr"><meta property="article:published_time" content="2024-03-02T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ferry hits pier</h1>
<p>A ferry hit the pier of Lund on Saturday and hurt about 40 people, the harbour office said in a statement.</p>
<p>“It was loud,” said Per Holm, who was on board with his two children and his mother when the ship hit the wall.</p>
<blockquote class="twitter-tweet"><p>So loud! #Lund</p>&mdash; Per Holm (@perholm)
<a href="https://x.example/1">March 2, 2024</a></blockquote>
<p>The port was closed for the rest of the day and the following night while divers looked at the hull.</p></article>
<footer>© 2024 The Lund Gull</footer></body></html>"""


def read(page: str | bytes) -> Article:
    article, faults = read_seed("ferry.html", page.encode() if isinstance(page, str) else page)
    assert [fault for fault in faults if fault.is_error] == []
    assert article is not None
    return article


def test_the_text_is_that_of_the_article_with_its_title_first() -> None:
    article = read(PAGE)
    assert article.text.startswith("Ferry hits pier\nA ferry hit the pier of Lund on Saturday")
    assert "Home" not in article.text
    assert article.text.count("Ferry hits pier") == 1


def test_what_the_page_says_about_itself_is_inferred() -> None:
    article = read(PAGE)
    details = (article.title, article.outlet, article.author, article.published, article.url)
    assert all(detail and detail.inferred for detail in details)
    assert [detail and detail.value for detail in details] == [
        "Ferry hits pier",
        "The Lund Gull",
        "Ada Orr",
        "2024-03-02",
        "https://gull.example/2024/ferry",
    ]


def test_an_embedded_post_is_a_post() -> None:
    article = read(PAGE)
    posts = [(post.text.of(article.text), post.date) for post in article.posts]
    assert posts == [("So loud! #Lund", dt.date(2024, 3, 2))]


def test_a_page_in_a_declared_encoding_is_read() -> None:
    article = read(
        PAGE.replace("utf-8", "windows-1252").replace("about 40", "à peu près 40").encode("cp1252")
    )
    assert "à peu près 40" in article.text


def test_a_page_without_an_article_is_an_error() -> None:
    article, faults = read_seed("a.html", b"<html><body></body></html>")
    assert article is None
    assert [fault.expected for fault in faults] == ["an article in the page"]


def test_reading_text_does_not_load_the_reader_of_pages() -> None:
    code = (
        "import sys; from bot.services.seeds import read_seed; read_seed('a.txt', b'Ferry');"
        " sys.exit('trafilatura' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
