"""Who is named where, and which namings are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.names import Gender, Mention, NameKind, find_mentions
from bot.core.structure import read_article


def mentions(*paragraphs: str) -> tuple[str, tuple[Mention, ...]]:
    text = "\n".join(("a plain first line", *paragraphs))
    return text, find_mentions(read_article(text, id="example"))


def names(*paragraphs: str) -> list[str]:
    text, found = mentions(*paragraphs)
    return [mention.span.of(text) for mention in found]


def full_names(*paragraphs: str) -> dict[str, str]:
    text, found = mentions(*paragraphs)
    return {mention.span.of(text): mention.full.of(text) for mention in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Yesterday Maria Zakharova spoke.", ["Maria Zakharova"]),
        ("The talks with Conor O'Brien went on.", ["Conor O'Brien"]),
        ("It was Ludwig van der Berg who came.", ["Ludwig van der Berg"]),
        ("We met Yusuf al-Masri in the hall.", ["Yusuf al-Masri"]),
        ("The book is by Łukasz Żółty.", ["Łukasz Żółty"]),
        ("She thanked J. R. Harlow warmly.", ["J. R. Harlow"]),
        ("She thanked Jock A. Harlow warmly.", ["Jock A. Harlow"]),
        ("She thanked Wenche Dahl‑Moe warmly.", ["Wenche Dahl‑Moe"]),
        ("They joined the Glass Makers' Association.", ["Glass Makers' Association"]),
        ("It is Anna Brandt’s house.", ["Anna Brandt"]),
    ],
)
def test_a_stretch_of_capitalised_words_is_a_name(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


def test_an_ordinary_word_at_the_start_of_a_sentence_is_no_name() -> None:
    assert names("Officials waited. Nobody came.", "Some officials left.") == []


def test_a_later_surname_has_the_full_naming() -> None:
    assert full_names("It was Anna Brandt who came.", "Brandt left.")["Brandt"] == "Anna Brandt"


def test_an_earlier_surname_has_the_full_naming_too() -> None:
    assert full_names("So said Brandt.", "It was Anna Brandt who came.")["Brandt"] == "Anna Brandt"


def test_an_acronym_explained_in_brackets_has_the_full_naming() -> None:
    found = full_names("The Northern Rivers Council (NRC) met.", "Later the NRC voted.")

    assert found["NRC"] == "Northern Rivers Council"


def test_two_people_with_one_surname_stay_apart() -> None:
    found = full_names("It was Anna Brandt and Karl Brandt who came.", "So Brandt left.")

    assert found["Anna Brandt"] != found["Karl Brandt"]
    assert found["Brandt"] == "Brandt"


def test_a_courtesy_title_decides_between_two_people_with_one_surname() -> None:
    found = full_names("It was Anna Brandt and Karl Brandt who came.", "So Mr Brandt left.")

    assert found["Mr Brandt"] == "Karl Brandt"


def test_a_courtesy_title_means_the_one_whose_role_shows_the_gender() -> None:
    found = full_names("We mourn Osric Weiss. His daughter, Ottoline Weiss, came.", "So Ms Weiss left.")

    assert found["Ms Weiss"] == "Ottoline Weiss"


def test_a_courtesy_title_alone_is_no_role() -> None:
    _, found = mentions("It was Mrs. Anna Brandt who came.")

    assert found[0].role is None


def test_words_before_a_name_without_a_role_noun_are_no_role() -> None:
    _, found = mentions("They met in the town hall, Anna Brandt said.")

    assert found[0].role is None


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The mayor, Anna Brandt, left at noon.", "The mayor"),
        ("Then its treasurer, Karl Weiss, left.", "its treasurer"),
        ("We met the chief of the fire brigade, Karl Weiss.", "the chief of the fire brigade"),
        ("It was the river board spokeswoman Anna Brandt.", "river board spokeswoman"),
        ("We met Karl Weiss, a spokesman for the city, at noon.", "a spokesman for the city"),
        ("They called Mayor Karl Weiss at noon.", "Mayor"),
        ("The paper then cited transport minister Karl Weiss.", "transport minister"),
        ("It was the retired teacher Karl Weiss.", "retired teacher"),
    ],
)
def test_the_words_beside_a_name_are_its_role(sentence: str, role: str) -> None:
    text, found = mentions(sentence)

    assert found[0].role is not None
    assert found[0].role.of(text) == role


@pytest.mark.parametrize(
    ("sentence", "gender"),
    [
        ("It was the spokeswoman Toral Vekil.", Gender.SHE),
        ("It was Toral Vekil, the king of the fair, who came.", Gender.HE),
        ("Then Toral Vekil left and she did not come back.", Gender.SHE),
        ("Then Toral Vekil left.", Gender.OPEN),
    ],
)
def test_gender_comes_from_the_words_of_the_article(sentence: str, gender: Gender) -> None:
    assert mentions(sentence)[1][0].gender is gender


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("They went to the Harbour Safety Commission.", NameKind.ORGANISATION),
        ("It stood in the Eastport Herald.", NameKind.OUTLET),
        ("They drove through Kenya.", NameKind.PLACE),
        ("They waited for Anna Brandt.", NameKind.PERSON),
    ],
)
def test_a_name_has_a_kind(sentence: str, kind: NameKind) -> None:
    assert mentions(sentence)[1][0].kind is kind


def test_in_a_capitalised_headline_only_known_names_count() -> None:
    text = "Harbour Plan Splits Town As Brandt Says No\nIt was Anna Brandt who came."

    found = find_mentions(read_article(text, id="example"))

    assert [mention.span.of(text) for mention in found] == ["Brandt", "Anna Brandt"]


@given(st.text(max_size=300))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    found = find_mentions(read_article(text, id="any"))

    assert list(found) == sorted(found, key=lambda mention: mention.span)
    assert all(mention.span.of(text) for mention in found)


def test_a_stretch_with_an_article_before_it_is_nobody() -> None:
    assert mentions("He won the Anna Brandt Trophy.")[1][0].kind is not NameKind.PERSON


def test_an_interview_labels_its_speakers_with_their_initials() -> None:
    found = full_names("Then Noor Weiss spoke.", "NW: It was late.")

    assert found["NW"] == "Noor Weiss"


def test_the_words_before_a_name_can_say_that_it_publishes() -> None:
    assert mentions("So it told the news channel Fjord-7 yesterday.")[1][0].kind is NameKind.OUTLET


def test_a_surname_that_was_used_for_one_person_stays_with_that_person() -> None:
    text, found = mentions(
        "Anna Brandt came.",
        "Then Brandt left.",
        "Her son Karl Brandt waited.",
        "They ate.",
        "They met Brandt.",
    )

    assert found[-1].full.of(text) == "Anna Brandt"
