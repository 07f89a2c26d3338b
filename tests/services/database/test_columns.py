"""How texts, numbers and times stand in columns: any database gives back what it was given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect, make_url

from bot.services.database.columns import AnyText, Moment, Whole

DIALECTS: list[Dialect] = [
    make_url(f"{name}://").get_dialect()() for name in ("sqlite", "postgresql+asyncpg")
]
ODD = st.text(st.sampled_from("\0\x1a\ud800\udfffa0\U0001f6f3"))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=st.text(st.characters(codec=None)) | ODD)
def test_every_text_is_written_as_one_that_both_databases_take_and_read_back(
    dialect: Dialect, text: str
) -> None:
    written = AnyText().process_bind_param(text, dialect)
    assert written is not None
    assert b"\0" not in written.encode("utf-8")
    assert AnyText().process_result_value(written, dialect) == text


@pytest.mark.parametrize("dialect", DIALECTS)
@given(moment=st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=ZONES))  # noqa: DTZ001 – hypothesis wants bounds without zones
def test_every_time_is_read_back_as_the_same_moment_in_utc(dialect: Dialect, moment: datetime) -> None:
    found = Moment().process_result_value(Moment().process_bind_param(moment, dialect), dialect)
    assert found == moment
    assert found is not None
    assert found.tzinfo == UTC


@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_stays_nothing(dialect: Dialect) -> None:
    for kind in (AnyText(), Moment(), Whole()):
        assert kind.process_bind_param(None, dialect) is None
    assert AnyText().process_result_value(None, dialect) is None
    assert Moment().process_result_value(None, dialect) is None


@pytest.mark.parametrize("number", [2**63, -(2**63), 10**400])
def test_a_number_without_room_is_refused_before_a_database_sees_it(number: int) -> None:
    with pytest.raises(ValueError, match="is too large"):
        Whole().process_bind_param(number, DIALECTS[0])
