import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.answers.question import QuestionType, read_question, words_of


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many boats sank?", QuestionType.HOW_MANY),
        ("number of boats that sank", QuestionType.OTHER),
        ("What was the number of injured?", QuestionType.HOW_MANY),
        ("How much did the wall cost?", QuestionType.HOW_MUCH),
        ("How old is the wall?", QuestionType.HOW_MUCH),
        ("What did the mayor say?", QuestionType.WHAT_SAID),
        ("wat did the mayor say", QuestionType.WHAT_SAID),
        ("What has the mayor announced?", QuestionType.WHAT_SAID),
        ("How did Dorn describe the storm?", QuestionType.WHAT_SAID),
        ("What is Dorn's reaction to the storm?", QuestionType.WHAT_SAID),
        ("quotes from Ilse Dorn", QuestionType.WHAT_SAID),
        ("Did the mayor say that the wall is safe?", QuestionType.DID_SAY),
        ("Who said the wall is safe?", QuestionType.WHO_SAID),
        ("According to whom is the wall safe?", QuestionType.WHO_SAID),
        ("Which newspaper reported the storm?", QuestionType.WHICH_SOURCE),
        ("When did the storm hit?", QuestionType.WHEN),
        ("In which year was the wall built?", QuestionType.WHEN),
        ("On Friday, when did the storm hit?", QuestionType.WHEN),
        ("How do sailors get home when a storm hits?", QuestionType.OTHER),
        ("What did the boats do when the wall broke?", QuestionType.OTHER),
        ("Where is the wall?", QuestionType.WHERE),
        ("What is the bay called where the boats sank?", QuestionType.OTHER),
        ("Who built the wall?", QuestionType.WHO),
        ("Why did the wall break?", QuestionType.OTHER),
        ("", QuestionType.OTHER),
    ],
)
def test_the_shape_of_a_question_is_read_from_its_wording(question: str, expected: QuestionType) -> None:
    assert read_question(question).type is expected


@pytest.mark.parametrize(
    ("question", "focus", "who", "to"),
    [
        (
            "How many police officers did city officials say were hurt?",
            "police officers",
            "city officials",
            "",
        ),
        ("According to the coast guard, how many sailors were rescued?", "sailors", "the coast guard", ""),
        ("How many died according to Ilse Dorn?", "died", "Ilse Dorn", ""),
        ("What did Ilse Dorn tell Radio Marrow about the wall?", "", "Ilse Dorn", "Radio Marrow"),
        ("What did the report say about it?", "", "the report", ""),
        ("How much money will the state give?", "", "", ""),
    ],
)
def test_the_counted_the_speaker_and_the_one_told_are_found(
    question: str, focus: str, who: str, to: str
) -> None:
    asked = read_question(question)
    assert words_of(question, asked, asked.focus) == focus
    assert words_of(question, asked, asked.who) == who
    assert words_of(question, asked, asked.to) == to


def test_capitals_are_names_unless_the_whole_line_has_them() -> None:
    asked = read_question("Did Ilse Dorn leave Marrow Bay in March?")
    assert [asked.tokens[place].form for place in asked.names] == ["ilse", "dorn", "marrow", "bay"]
    assert read_question("WHERE IS ILSE DORN").names == ()


def test_words_with_digits_are_numbers() -> None:
    asked = read_question("Were 3,000 boats lost in 2004?")
    assert [asked.tokens[place].form for place in asked.numbers] == ["3,000", "2004"]


@given(st.text(max_size=200))
def test_no_question_raises_and_all_places_are_tokens(question: str) -> None:
    asked = read_question(question)
    for places in (asked.focus, asked.who, asked.to, asked.verb, asked.names, asked.numbers):
        assert all(0 <= place < len(asked.tokens) for place in places)
