"""What became of a cited passage: it is the same only if every character is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.difference import word_changes
from bot.core.span import Span
from bot.services.database import Ref
from bot.services.recall import Standing, recheck
from tests.services.recall_fixture import FERRY, TEXTS, after, article, cite, store

INJURED = "Police said 353 officers were injured."
ARTICLES = [article(text) for text in TEXTS]
PARAGRAPHS = st.lists(
    st.sampled_from(["A line before.", "An editor’s note: corrected.", "Zwölf Boote.", "12", "“Words.”"]),
    min_size=1,
)


class TestUnchanged:
    def test_the_same_article_is_enough(self) -> None:
        old = article()
        found = recheck(cite(old, INJURED), "ferry", None, store(old))
        assert found.standing is Standing.UNCHANGED
        assert found.now
        assert found.now.text == INJURED

    def test_a_file_that_was_only_renamed_is_found_by_its_hash(self) -> None:
        old = article()
        found = recheck(cite(old, INJURED), "ferry", old, store(article(id="ferry-2024")))
        assert found.standing is Standing.UNCHANGED
        assert found.now
        assert found.now.article.id == "ferry-2024"

    def test_the_hash_of_a_receipt_is_enough_of_it(self) -> None:
        old = article()
        ref = cite(old, INJURED)
        assert (
            recheck(ref._replace(sha256=ref.sha256[:8]), "ferry", None, store(old)).standing
            is Standing.UNCHANGED
        )

    def test_a_place_that_the_article_never_had_is_not_called_unchanged(self) -> None:
        old = article()
        for start, end in ((0, len(FERRY) + 1), (5, 5), (9, 3)):
            ref = Ref(old.sha256, start, end)
            for new in (store(old), store(article(FERRY + "More."))):
                assert recheck(ref, "ferry", old, new).standing is Standing.NO_SUCH_PASSAGE


class TestMoved:
    def test_the_same_sentence_elsewhere(self) -> None:
        found = after(INJURED, ("Ferry runs aground\n", "Ferry runs aground\n\nBy Ada Holm\n"))
        assert (found.standing, found.places) == (Standing.MOVED, 1)
        assert found.now
        assert found.now.text == INJURED
        assert (found.gone, found.come) == ((), ())

    def test_of_several_places_the_nearest_by_its_share_of_the_text(self) -> None:
        found = after(
            INJURED,
            ("Ferry runs aground\n", f"Ferry runs aground\n\n{INJURED}\n"),
            ("for some hours.", f"for some hours. {INJURED}"),
        )
        assert (found.standing, found.places) == (Standing.MOVED, 3)
        assert found.now
        assert found.now.article.text.count(INJURED, 0, found.now.span.start) == 1

    def test_a_part_of_a_sentence_moves_with_its_sentence(self) -> None:
        found = after("353 officers", ("Ferry runs", "The ferry runs"))
        assert found.standing is Standing.MOVED
        assert found.now
        assert found.now.text == "353 officers"

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_any_passage_after_any_lines_before_the_article_has_exactly_its_words(
        self, data: st.DataObject
    ) -> None:
        old = data.draw(st.sampled_from(ARTICLES))
        first = data.draw(st.integers(0, len(old.sentences) - 1))
        last = data.draw(st.integers(first, min(first + 3, len(old.sentences) - 1)))
        passage = old.sentences[first].join(old.sentences[last])
        added = "".join(f"{line}\n\n" for line in data.draw(PARAGRAPHS))
        new = article(added + old.text)
        found = recheck(Ref(old.sha256, *passage), "ferry", old, store(new))
        assert found.standing is Standing.MOVED
        assert found.now
        assert found.now.text == passage.of(old.text)
        assert found.places > 1 or found.now.span.start == passage.start + len(added)

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_whatever_was_edited_only_equal_characters_are_called_moved(self, data: st.DataObject) -> None:
        old = data.draw(st.sampled_from(ARTICLES))
        at = data.draw(st.integers(0, len(old.text)))
        cut = data.draw(st.integers(0, 400))
        put = data.draw(st.text(max_size=20) | st.sampled_from(["not ", "1", ",", "\n\n", "“"]))
        start = data.draw(st.integers(max(0, at - 200), min(len(old.text) - 1, at + 200)))
        passage = Span(start, data.draw(st.integers(start + 1, min(len(old.text), start + 300))))
        new = article(old.text[:at] + put + old.text[at + cut :])
        found = recheck(Ref(old.sha256, *passage), "ferry", old, store(new))
        if found.standing in {Standing.MOVED, Standing.UNCHANGED}:
            assert found.now
            assert found.now.text == passage.of(old.text)
        if found.standing is Standing.CHANGED:
            assert found.now
            assert found.before
            assert found.before.span.covers(passage)


class TestNotMoved:
    def test_one_other_character_is_a_change(self) -> None:
        found = after(INJURED, ("353", "357"))
        assert found.standing is Standing.CHANGED
        assert [span.of(FERRY) for span in found.gone] == ["353"]
        assert found.now
        assert [span.of(found.now.article.text) for span in found.come] == ["357"]

    def test_the_same_letters_within_a_longer_sentence_are_a_change(self) -> None:
        found = after(
            "She praised the crew.", ("She praised the crew.", "Nobody said “She praised the crew.” of her.")
        )
        assert found.standing is Standing.CHANGED

    def test_the_same_words_of_a_part_in_a_sentence_that_changed_are_a_change(self) -> None:
        found = after("353 officers were injured", ("said 353", "denied that 353"))
        assert found.standing is Standing.CHANGED
        assert found.now
        assert found.now.text == "Police denied that 353 officers were injured."
        assert [span.of(found.now.article.text) for span in found.come] == ["denied that"]

    def test_the_same_digits_within_a_longer_number_are_a_change(self) -> None:
        text = "Count\n\n353\n"
        old = article(text)
        found = recheck(cite(old, "353"), "ferry", old, store(article("Count\n\n1353\n")))
        assert found.standing is not Standing.MOVED

    def test_other_marks_are_a_change_and_the_marks_are_shown(self) -> None:
        found = after("She praised the crew.", ("She praised the crew.", "She praised the crew!"))
        assert found.standing is Standing.CHANGED
        assert [span.of(FERRY) for span in found.gone] == ["."]


class TestWithdrawn:
    def test_when_the_article_is_gone_whether_its_words_are_known_or_not(self) -> None:
        old = article()
        ref = cite(old, INJURED)
        known, unknown = (recheck(ref, "ferry", each, store()) for each in (old, None))
        assert (known.standing, unknown.standing) == (Standing.WITHDRAWN, Standing.WITHDRAWN)
        assert known.before
        assert known.before.text == INJURED
        assert (known.loaded, unknown.before) == (None, None)

    def test_when_nothing_in_the_article_is_like_it(self) -> None:
        found = after(INJURED, (f"{INJURED} ", ""))
        assert found.standing is Standing.WITHDRAWN
        assert found.before
        assert found.before.text == INJURED
        assert found.loaded


class TestUnknownBefore:
    def test_when_the_article_is_another_and_the_old_one_is_not_kept(self) -> None:
        old, new = article(), article(FERRY + "More.\n")
        found = recheck(cite(old, INJURED), "ferry", None, store(new))
        assert (found.standing, found.loaded) == (Standing.UNKNOWN_BEFORE, new.sha256)
        assert found.ref.sha256 == old.sha256

    def test_an_old_article_with_another_hash_is_not_taken_for_it(self) -> None:
        old, new, other = article(), article(FERRY + "More.\n"), article("353\n\n" + FERRY)
        assert recheck(cite(old, INJURED), "ferry", other, store(new)).standing is Standing.UNKNOWN_BEFORE


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_two_passages_share_is_what_is_left_without_what_differs(data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(ARTICLES))
    new = data.draw(st.sampled_from(ARTICLES))
    before, now = data.draw(st.sampled_from(old.sentences)), data.draw(st.sampled_from(new.sentences))
    found = word_changes(old, before, new, now)
    assert all(before.covers(span) and span.length for span in found.gone)
    assert all(now.covers(span) and span.length for span in found.come)
    assert without(old.text, before, found.gone) == without(new.text, now, found.come)
    assert bool(found) == (before.of(old.text).split() != now.of(new.text).split())


def without(text: str, span: Span, spans: tuple[Span, ...]) -> str:
    """The characters of a span, without spaces and without some spans in it, which are in order."""
    kept, at = "", span.start
    for each in spans:
        assert each.start >= at
        kept, at = kept + text[at : each.start], each.end
    return "".join((kept + text[at : span.end]).split())
