from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import JaroWinkler

from bot.core.span import Span
from bot.core.voice_table import VoiceTable
from bot.core.voices import Voice, slip_of

NAMES = ["dorn", "dorns", "zakharova", "zaharova", "vold", "mayor", "harbour", "li", "2004"]
SETS = st.frozensets(st.sampled_from(NAMES), max_size=3)
VOICES = st.lists(st.lists(st.tuples(SETS, SETS), max_size=3), max_size=4)
TYPED = st.one_of(st.sampled_from([*NAMES, "zakharowa", "dron", "harbours"]), st.text(max_size=8))


def voices(words: list[list[tuple[frozenset[str], frozenset[str]]]]) -> list[list[Voice]]:
    return [[Voice(Span(0, 1), "", names, roles, ()) for names, roles in several] for several in words]


@given(VOICES, TYPED)
def test_the_voices_found_by_a_word_are_those_that_a_look_at_each_would_find(
    words: list[list[tuple[frozenset[str], frozenset[str]]]], typed: str
) -> None:
    table = VoiceTable.build(voices(words))
    expected = set()
    for number, (_, voice) in enumerate(table.listed):
        for known in (voice.names, voice.roles):
            if {typed, typed.removesuffix("s"), f"{typed}s"} & known or slip_of(typed, known):
                expected.add(number)
    assert table.among(typed) == expected


@given(VOICES, TYPED)
def test_the_voices_spelt_like_a_word_are_those_that_a_look_at_each_would_find(
    words: list[list[tuple[frozenset[str], frozenset[str]]]], typed: str
) -> None:
    table = VoiceTable.build(voices(words))
    expected = {
        number
        for number, (_, voice) in enumerate(table.listed)
        if any(JaroWinkler.similarity(typed, name) >= 0.88 for name in voice.names)
    }
    assert table.spelt_like(typed, 0.88) == expected


def test_voices_are_listed_in_the_order_of_their_articles() -> None:
    table = VoiceTable.build(voices([[], [(frozenset(["vold"]), frozenset())], [(frozenset(), frozenset())]]))
    assert [place for place, _ in table.listed] == [1, 2]
