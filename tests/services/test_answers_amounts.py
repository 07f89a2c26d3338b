"""Which of several figures lead: those of the prose, and of every article that counts the thing."""

from bot.core.extract import extract
from bot.core.facts import Figure
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, ask

FIRST = """Mill fire hurts five

ORRIN, May 3, 2021 — Five people were hurt in the fire at the mill, the brigade said on Monday.
"""
SECOND = """Orrin blaze: six hurt

ORRIN, May 4, 2021 — The mill in Orrin burned to the ground.
Six people were injured in the blaze, the hospital spokeswoman Tessa Rook said. She said 80 residents had been moved out.
"""
STORE = FactStore.build(
    [
        (article := read_article(text, id=name), extract(article))
        for name, text in (("one", FIRST), ("two", SECOND))
    ]
)


def answered(question: str) -> list[tuple[str, float, str]]:
    found = ask(STORE, question)
    assert isinstance(found, Answer), found
    return [
        (hit.passage.article.id, hit.fact.low, hit.passage.text)
        for hit in found.hits
        if isinstance(hit.fact, Figure)
    ]


def test_each_article_answers_by_the_figure_of_its_prose() -> None:
    found = answered("How many people were hurt in the fire?")
    assert [(name, low) for name, low, _ in found] == [("one", 5), ("two", 6)]
    assert "Tessa Rook" in found[1][2]


def test_people_who_were_moved_out_were_evacuated() -> None:
    assert answered("how many were evacuated")[0][1] == 80


def test_a_number_stands_before_a_vague_amount_of_the_same() -> None:
    text = "Thousands of arrests are being reported. The interior ministry said 1,400 people were arrested on Monday."
    vague = read_article(text, id="vague")
    found = ask(FactStore.build([(vague, extract(vague))]), "How many people were arrested?")
    assert isinstance(found, Answer)
    assert [hit.fact.low for hit in found.hits if isinstance(hit.fact, Figure)] == [1400, 1000]
