"""Pairing what two versions have in common: by equal keys, the first with the first, in linear time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from bot.core.difference.values import Pair

T = TypeVar("T")
Key = Callable[[T], Hashable | None]
"""What a thing is known by; None for one that cannot be known again."""


class Matched(NamedTuple, Generic[T]):
    """The pairs in the order of the new version, and what is left of each."""

    pairs: tuple[Pair[T], ...]
    gone: tuple[T, ...]
    come: tuple[T, ...]


def match(old: Sequence[T], new: Sequence[T], old_key: Key[T], new_key: Key[T]) -> Matched[T]:
    """Pair what has the same key; of several with one key the first with the first."""
    return _paired(old, new, old_key, new_key, once=False)


def match_single(old: Sequence[T], new: Sequence[T], old_key: Key[T], new_key: Key[T]) -> Matched[T]:
    """Pair what has the same key and is the only one to have it in both versions: nothing is guessed."""
    return _paired(old, new, old_key, new_key, once=True)


def _paired(
    old: Sequence[T], new: Sequence[T], old_key: Key[T], new_key: Key[T], *, once: bool
) -> Matched[T]:
    before, after = _places(map(old_key, old)), _places(map(new_key, new))
    places = sorted(
        (place, known)
        for key, known_places in before.items()
        for known, place in zip(known_places, after.get(key, ()), strict=False)
        if not once or len(known_places) == len(after[key]) == 1
    )
    taken_new, taken_old = {place for place, _ in places}, {known for _, known in places}
    return Matched(
        tuple(Pair(old[known], new[place]) for place, known in places),
        tuple(each for place, each in enumerate(old) if place not in taken_old),
        tuple(each for place, each in enumerate(new) if place not in taken_new),
    )


def _places(keys: Iterable[Hashable | None]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        if key is not None:
            found[key].append(place)
    return found
