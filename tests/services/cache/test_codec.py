import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.facts import Dated, Figure
from bot.core.span import Span
from bot.services.cache import Codec, DamagedError
from bot.services.extracting import Extracted, extract_one

CORPUS = sorted(Path(__file__).parents[2].joinpath("corpus").glob("*.txt"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_all_that_an_article_gives_comes_back_as_it_was(path: Path) -> None:
    found = extract_one((str(path), path.read_bytes()))
    codec = Codec[Extracted](Extracted)
    again = codec.load(codec.dump(found))
    assert again == found
    assert repr(again) == repr(found)  # 9 is equal to 9.0, yet shown otherwise


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    found = extract_one(("any.txt", text.encode("utf-8", "surrogatepass")))
    codec = Codec[Extracted](Extracted)
    assert codec.load(codec.dump(found)) == found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"null",
        b"[]",
        b"[[0,4],9,9,false,",
        b'[["0",4],9,9,false,"exact",null,null,null,null,null,null,null,[],false,false,null]',
        b'[[4,0],9,9,false,"exact",null,null,null,null,null,null,null,[],false,false,null]',
        b'[[-1,4],9,9,false,"exact",null,null,null,null,null,null,null,[],false,false,null]',
        b'[[0,4,5],9,9,false,"exact",null,null,null,null,null,null,null,[],false,false,null]',
        b'[[0,4],"9",9,false,"exact",null,null,null,null,null,null,null,[],false,false,null]',
        b'[[0,4],9,9,1,"exact",null,null,null,null,null,null,null,[],false,false,null]',
        b'[[0,4],9,9,false,"precise",null,null,null,null,null,null,null,[],false,false,null]',
        b'[[0,4],9,9,false,"exact",null,null,null,null,null,null,null,"",false,false,null]',
        b'[[0,4],9,9,false,"exact",null,null,null,null,null,null,null,[],false,false]',
        b"[" * 100_000,
    ],
)
def test_bytes_that_hold_no_such_value_are_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        Codec[Figure](Figure).load(data)


def test_days_are_written_as_days() -> None:
    day = dt.date(2022, 1, 6)
    dated = Dated(Span(0, 4), day, day, "2022-01-06")
    codec = Codec[Dated](Dated)
    assert b'"2022-01-06"' in codec.dump(dated)
    assert codec.load(codec.dump(dated)) == dated
    with pytest.raises(DamagedError):
        codec.load(codec.dump(dated).replace(b"2022-01-06", b"2022-13-06", 1))
