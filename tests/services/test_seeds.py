"""Seeds: files to articles, every fault at once, each at its place."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Detail
from bot.core.span import Span
from bot.services.seeds import Severity, load_seeds, read_seed, slug

ARTICLE = "Ferry runs aground\n\nThe ferry ran aground on Monday. Nobody was hurt.\n"
SHIPPED = Path(__file__).parents[2] / "seeds"


def faults(data: str | bytes, path: str = "ferry.txt") -> list[tuple[int, int, str, str]]:
    _, found = read_seed(path, data.encode() if isinstance(data, str) else data)
    return [(fault.line, fault.column, fault.expected, fault.got) for fault in found]


def matter(*lines: str) -> str:
    return "\n".join(("---", *lines, "---", ARTICLE))


def test_a_plain_text_is_an_article_named_after_its_file() -> None:
    article, found = read_seed("seeds/Ferry_at Lund.txt", ARTICLE.encode())
    assert found == ()
    assert article is not None
    assert (article.id, article.text) == ("ferry-at-lund", ARTICLE)


@pytest.mark.parametrize(
    ("name", "wanted"), [("A B.txt", "a-b"), ("çağ_1.md", "çağ-1"), ("船.html", "船"), ("__.txt", "article")]
)
def test_an_id_is_the_letters_and_digits_of_the_name(name: str, wanted: str) -> None:
    assert slug(name) == wanted


def test_byte_order_mark_and_line_ends_stay() -> None:
    data = b"\xef\xbb\xbfFerry\r\n\r\nIt sank.\r\n"
    article, _ = read_seed("a.txt", data)
    assert article is not None
    assert article.text.encode() == data


def test_front_matter_is_taken_word_for_word() -> None:
    text = matter(
        "title: no",
        "outlet: 12:30",
        "published: 2024-01-02",
        "author: 007",
        "aliases: [yes, 1.0]",
        "url: https://a.example/b",
    )
    article, found = read_seed("a.md", text.encode())
    assert found == ()
    assert article is not None
    start = text.index("no")
    assert article.title == Detail("no", Span(start, start + 2))
    details = (article.outlet, article.published, article.author, article.url)
    assert [detail and detail.value for detail in details] == [
        "12:30",
        "2024-01-02",
        "007",
        "https://a.example/b",
    ]
    assert article.aliases == ("yes", "1.0")


def test_values_in_quotation_marks_have_their_place_without_the_marks() -> None:
    text = matter('title: "Ferry: aground"')
    article, _ = read_seed("a.md", text.encode())
    assert article is not None
    assert article.title is not None
    assert article.title.span is not None
    assert article.title.span.of(text) == "Ferry: aground"


@pytest.mark.parametrize(
    ("lines", "place", "got"),
    [
        (["titel: Ferry"], (2, 1), "`titel`"),
        (["title: A", "title: B"], (3, 1), "the same key again"),
        (["title:"], (2, 7), "nothing"),
        (["author: [A, B]"], (2, 9), "several values"),
        (["published: 02.01.2024"], (2, 12), "`02.01.2024`"),
        (["published: 2024-02-30"], (2, 12), "`2024-02-30`"),
        (["published: yesterday"], (2, 12), "`yesterday`"),
        (["url: www.gull.example"], (2, 6), "`www.gull.example`"),
        (["url: javascript:alert(1)"], (2, 6), "`javascript:alert(1)`"),
        (["language: plain English"], (2, 11), "`plain English`"),
        (["aliases: ferry"], (2, 10), "something else"),
        (["title: &a A", "outlet: *a"], (2, 8), "an alias or something nested too deeply"),
        (["title: !!python/name:os.system A"], (2, 8), "the tag tag:yaml.org,2002:python/name:os.system"),
        (["- A", "- B"], (2, 1), "a list"),
    ],
)
def test_a_fault_in_the_front_matter_has_its_place(
    lines: list[str], place: tuple[int, int], got: str
) -> None:
    assert [(line, column, found) for line, column, _, found in faults(matter(*lines))] == [(*place, got)]


def test_front_matter_that_is_no_yaml_is_an_error_with_its_place() -> None:
    article, found = read_seed("a.txt", matter("title: [A", "author: B: C").encode())
    assert article is None
    assert [(fault.line, fault.expected) for fault in found] == [(3, "YAML")]


def test_front_matter_without_an_end_is_an_error() -> None:
    assert faults(f"---\ntitle: A\n{ARTICLE}") == [
        (1, 1, "front matter between two `---` lines", "no second one")
    ]


def test_an_unknown_key_is_answered_with_the_one_that_was_meant() -> None:
    _, found = read_seed("a.txt", matter("pubished: 2024-01-02").encode())
    assert [fault.advice for fault in found] == ["Did you mean `published`?"]


def test_all_faults_of_a_seed_are_found_at_once_and_in_order() -> None:
    found = faults(matter("url: x", "titel: A", "published: soon"))
    assert [place[:2] for place in found] == [(2, 6), (3, 1), (4, 12)]


@pytest.mark.parametrize(
    ("data", "line", "column", "advice"),
    [
        (b"Caf\xe9 is open", 1, 4, "windows-1252"),
        ("Zwölf\nBoote".encode() + b" \x93sank\x94", 2, 7, "windows-1252"),
        ("Ferry".encode("utf-16"), 1, 1, "UTF-16"),
        (b"Ferry \x81", 1, 7, "not known"),
    ],
)
def test_bytes_that_are_not_utf_8_are_named_with_the_likely_encoding(
    data: bytes, line: int, column: int, advice: str
) -> None:
    article, found = read_seed("a.txt", data)
    assert article is None
    assert [(fault.line, fault.column, fault.expected) for fault in found] == [(line, column, "UTF-8")]
    assert advice in found[0].advice


def test_a_nul_is_an_error_and_another_control_character_a_warning() -> None:
    article, found = read_seed("a.txt", b"Ferry\n\nIt \x00 sank \x01 here.")
    assert article is None
    assert [(fault.line, fault.column, fault.severity) for fault in found] == [
        (3, 4, Severity.ERROR),
        (3, 11, Severity.WARNING),
    ]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"---\ntitle: A\n---\n\n"])
def test_a_seed_without_text_is_an_error(data: bytes) -> None:
    article, found = read_seed("a.txt", data)
    assert article is None
    assert [fault.expected for fault in found] == ["an article"]


def test_marks_that_do_not_pair_are_a_warning_at_the_mark() -> None:
    article, found = read_seed(
        "a.txt", "Ferry aground\n\nHe said “it sank and left.\n\nThat is all.".encode()
    )
    assert article is not None
    assert [(fault.line, fault.column, fault.severity) for fault in found] == [(3, 9, Severity.WARNING)]


def test_a_fault_is_one_line_that_says_where_what_and_what_to_do() -> None:
    _, found = read_seed("a\x07.txt", b"Caf\xe9")
    assert found[0].sentence() == (
        "a�.txt:1:4: error: expected UTF-8, got the byte 0xE9 at offset 3."
        " The file looks like windows-1252. Save it as UTF-8."
    )


def test_a_folder_is_read_whole_whatever_is_wrong_with_some_files(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(ARTICLE)
    (tmp_path / "a.md").write_text("Storm\n\nIt blew.")
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "folder.txt").mkdir()
    report = load_seeds(tmp_path)
    assert [article.id for article in report.articles] == ["a", "b"]
    assert [(Path(fault.path).name, fault.severity.value) for fault in report.faults] == [
        ("bad.txt", "error"), ("empty.txt", "error"), ("folder.txt", "error"), ("picture.png", "info"),
    ]  # fmt: skip
    assert len(report.errors) == 3


def test_the_same_text_twice_is_an_error_that_names_the_other_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(ARTICLE)
    report = load_seeds(tmp_path)
    assert [article.id for article in report.articles] == ["a"]
    assert [fault.path for fault in report.errors] == [str(tmp_path / "b.txt")]
    assert report.errors[0].got == f"the text of {tmp_path / 'a.txt'}"


def test_the_same_id_twice_is_an_error_that_names_the_other_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "A.txt").write_text("Storm\n\nIt blew.")
    errors = load_seeds(tmp_path).errors
    assert [(fault.path, fault.got) for fault in errors] == [
        (str(tmp_path / "a.md"), f"the id `a` of {tmp_path / 'A.txt'}")
    ]


def test_a_file_above_the_limit_is_refused_and_one_at_the_limit_read(tmp_path: Path) -> None:
    size = len(ARTICLE)
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(ARTICLE + "!")
    report = load_seeds(tmp_path, size)
    assert [article.id for article in report.articles] == ["a"]
    assert [fault.expected for fault in report.errors] == [f"at most {size} bytes"]


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(ARTICLE)
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "in.txt").symlink_to(outside)
    report = load_seeds(folder)
    assert report.articles == ()
    assert [fault.got for fault in report.errors] == ["a link that leads out of it"]


def test_links_that_lead_nowhere_or_in_circles_are_errors(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "missing.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")
    assert [Path(fault.path).name for fault in load_seeds(tmp_path).errors] == ["a.txt", "b.txt"]


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "a.txt").chmod(0)
    assert [fault.expected for fault in load_seeds(tmp_path).errors] == ["a file that can be read"]


def test_a_missing_folder_and_an_empty_one_are_errors(tmp_path: Path) -> None:
    assert [fault.got for fault in load_seeds(tmp_path / "none").errors] == ["nothing there"]
    assert [fault.expected for fault in load_seeds(tmp_path).errors] == ["at least one seed"]


def test_single_files_and_folders_can_be_named_together(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "b.txt").write_text("Storm\n\nIt blew.")
    report = load_seeds((tmp_path / "other", tmp_path / "a.txt", tmp_path))
    assert [article.id for article in report.articles] == ["a", "b"]
    assert report.errors == ()


def test_the_shipped_seeds_have_no_errors() -> None:
    report = load_seeds(SHIPPED)
    assert report.faults == ()
    assert len(report.articles) >= 3


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("[!.]*")), ids=lambda path: path.name)
def test_a_shipped_seed_says_its_outlet_title_and_day_and_has_no_address(path: Path) -> None:
    article, _ = read_seed(path.name, path.read_bytes())
    assert article is not None
    assert all(
        detail and not detail.inferred for detail in (article.title, article.outlet, article.published)
    )
    assert article.url is None


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md"]))
def test_no_bytes_raise(data: bytes, name: str) -> None:
    article, found = read_seed(name, data)
    assert article is not None or found


@given(st.text(alphabet="abc:-[]{}\"'#&*!|>%@\n ,?", max_size=80))
def test_no_front_matter_raises(yaml: str) -> None:
    article, found = read_seed("a.txt", matter(yaml).encode())
    assert (article is None) == any(fault.is_error for fault in found)
