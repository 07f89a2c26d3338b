from bot.core.voices import find_voices, slip_of
from tests.services.answer_fixture import TEXT, article, facts


def test_everybody_whose_words_are_given_is_a_voice_with_names_roles_and_statements() -> None:
    voices = {voice.name.of(TEXT): voice for voice in find_voices(article(), facts())}
    dorn = voices["Ilse Dorn"]
    assert dorn.surname == "dorn"
    assert dorn.names >= {"ilse", "dorn"}
    assert dorn.roles == {"harbour", "master"}
    assert any("We heard nothing" in statement.of(TEXT) for statement in dorn.statements)


def test_a_post_speaks_for_its_author_and_handle() -> None:
    (reyes,) = [voice for voice in find_voices(article(), facts()) if "reyes" in voice.names]
    assert "anareyes" in reyes.names


def test_words_held_at_a_distance_have_no_voice() -> None:
    texts = [
        statement.of(TEXT) for voice in find_voices(article(), facts()) for statement in voice.statements
    ]
    assert "“modern”" not in texts


def test_a_slip_is_one_letter_in_short_words_two_in_long_ones_and_none_in_the_shortest() -> None:
    assert slip_of("dron", ["dorn"])
    assert slip_of("zaharovva", ["zakharova"])
    assert not slip_of("bay", ["bat"])
    assert not slip_of("2004", ["2005"])
