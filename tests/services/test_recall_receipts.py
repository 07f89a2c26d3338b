"""Receipts as people copy them: read back, or seen to be none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.services.cards.receipt import receipt
from bot.services.cards.values import Own
from bot.services.database import Ref
from bot.services.recall import Standing, Typed, read_receipts, recheck
from tests.services.recall_fixture import TEXTS, article, store

QUAY = Typed("fiction-quay-fire-radio", Ref("d4206496", 942, 1043))
ARTICLES = [article(text, id=f"seed-{at}") for at, text in enumerate(TEXTS)]


@pytest.mark.parametrize(
    "text",
    [
        "fiction-quay-fire-radio:942-1043 · d4206496",
        "Tollgate Quay: seven hurt · paragraph 6 · fiction-quay-fire-radio:942-1043 · d4206496 · exact",
        "  fiction-quay-fire-radio:942-1043·D4206496\n",
        "fiction-quay-fire-radio#942-1043 · d4206496",
        "-# paragraph 6 · `fiction-quay-fire-radio:942-1043` · `d4206496` · exact",
        "> **fiction-quay-fire-radio:942-1043** · d4206496.",
    ],
)
def test_a_receipt_is_read_whole_or_in_part(text: str) -> None:
    assert read_receipts(text) == (QUAY,)


def test_all_receipts_of_a_copied_answer_are_read_once_each_in_their_order() -> None:
    text = (
        "“One.”\na:1-2 · 00000000 · exact\n\n“Two.”\nété-2:3-4 · 11111111 · exact\na:1-2 · 00000000 · exact"
    )
    assert read_receipts(text) == (
        Typed("a", Ref("00000000", 1, 2)),
        Typed("été-2", Ref("11111111", 3, 4)),
    )


def test_a_whole_hash_is_read_as_one() -> None:
    assert read_receipts(f"a:1-2 · {'0' * 64}") == (Typed("a", Ref("0" * 64, 1, 2)),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "how many were hurt",
        "fiction-quay-fire-radio:942-1043",
        "fiction-quay-fire-radio · d4206496",
        "fiction-quay-fire-radio:942-1043 · d42064",
        "fiction-quay-fire-radio:942-1043 · d420649x",
        "fiction-quay-fire-radio:942-1043 · " + "0" * 65,
        "fiction-quay-fire-radio:1043-942 · d4206496",
        "fiction-quay-fire-radio:942-942 · d4206496",
        "fiction-quay-fire-radio:942-10430000000 · d4206496",
        ":942-1043 · d4206496",
    ],
)
def test_what_lacks_a_part_of_a_receipt_is_none(text: str) -> None:
    assert read_receipts(text) is None


@given(st.text(st.sampled_from("a:#1-2 ·0`*\n")) | st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    found = read_receipts(text)
    assert found is None or all(each.ref.start < each.ref.end for each in found)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_receipt_that_the_bot_prints_is_read_back_and_is_unchanged(data: st.DataObject) -> None:
    cited = data.draw(st.sampled_from(ARTICLES))
    span = data.draw(st.sampled_from(cited.sentences))
    line = "".join(
        piece.text if isinstance(piece, Own) else piece.words for piece in receipt(cited, span).pieces
    )
    read = read_receipts(line)
    assert read == (Typed(cited.id, Ref(cited.sha256[:8], *span)),)
    found = recheck(read[0].ref, read[0].article, None, store(cited))
    assert found.standing is Standing.UNCHANGED
    assert found.now
    assert found.now.span == span
