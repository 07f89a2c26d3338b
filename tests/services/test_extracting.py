from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from bot.services.cache import Codec, Kept
from bot.services.extracting import Extracted, Seed, extract_all, extract_one, kept_in
from bot.services.library import load_library

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="module")
def given() -> list[Seed]:
    files = sorted(CORPUS.glob("*.txt"))[:5]
    return [*((str(file), file.read_bytes()) for file in files), ("broken.txt", b"\xff\xfe\x00")]


@pytest.fixture(scope="module")
def expected(given: list[Seed]) -> list[Extracted]:
    return [extract_one(seed) for seed in given]


def test_one_core_and_several_give_the_same(given: list[Seed], expected: list[Extracted]) -> None:
    assert extract_all(given, workers=1) == expected
    assert extract_all(given, workers=2) == expected


def test_what_is_kept_is_not_read_again(given: list[Seed], expected: list[Extracted], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    kept = kept_in(tmp_path)
    assert extract_all(given, kept, lambda *each: told.append(each)) == expected
    assert told == [(done, len(given)) for done in range(1, len(given) + 1)]
    told.clear()
    assert extract_all(given, kept, lambda *each: told.append(each)) == expected
    assert told == []


def test_a_changed_seed_is_read_again_alone(given: list[Seed], tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    extract_all(given, kept)
    path, data = given[0]
    changed = [(path, data + b"\nAbout 70 tugs came later, the harbour office said.\n"), *given[1:]]
    told: list[tuple[int, int]] = []
    found = extract_all(changed, kept, lambda *each: told.append(each))
    assert told == [(len(given), len(given))]
    assert found == extract_all(changed)


def test_the_same_text_under_another_name_is_another_article(given: list[Seed], tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    extract_all(given[:1], kept)
    (found,) = extract_all([("other.txt", given[0][1])], kept)
    assert found.article is not None
    assert found.article.id == "other"


def test_damaged_files_are_read_again(given: list[Seed], expected: list[Extracted], tmp_path: Path) -> None:
    extract_all(given, kept_in(tmp_path))
    for file in tmp_path.rglob("*.kept"):
        file.write_bytes(file.read_bytes()[:-2])
    assert extract_all(given, kept_in(tmp_path)) == expected


def test_sealed_nonsense_and_facts_beyond_the_text_are_read_again(given: list[Seed], tmp_path: Path) -> None:
    class Foreign(Kept):
        value = b""

        def get(self, key: str) -> bytes | None:  # noqa: ARG002 – whatever is asked for
            return self.value

    foreign = Foreign(tmp_path, "any")
    expected = extract_all(given[:1])
    (good,) = expected
    assert good.article is not None
    short = good.article.text[:10]
    lying = good._replace(article=extract_one(("x.txt", short.encode())).article)
    for value in (b"[]", b"not json", Codec[Extracted](Extracted).dump(lying)):
        foreign.value = value
        assert extract_all(given[:1], foreign) == expected


def test_a_library_is_the_same_with_and_without_a_cache(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    plain = load_library(str(CORPUS), 300_000)
    for _ in range(2):
        cached = load_library(str(CORPUS), 300_000, kept)
        assert cached.report == plain.report
        assert cached.current.entries == plain.current.entries


def test_workers_that_end_too_early_leave_the_rest_to_this_process(
    given: list[Seed], expected: list[Extracted], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(ThreadPoolExecutor):
        def map(self, *_: object, **__: object) -> Iterator[Any]:
            yield [Codec[Extracted](Extracted).dump(expected[0])]
            raise BrokenProcessPool("a worker was ended")

    monkeypatch.setattr(
        "bot.services.extracting.ProcessPoolExecutor",
        lambda count, mp_context: Broken(count),  # noqa: ARG005 – called by these names
    )
    assert extract_all(given, workers=2) == expected
