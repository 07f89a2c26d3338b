"""The posted answers after the articles changed: which to recall, and where to look for the others from now on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from bot.core.store import FactStore
from bot.services.database import PostedAnswer, Ref
from bot.services.recall.recheck import recheck
from bot.services.recall.values import Recall, Recheck, Standing

_Check = Callable[[Ref], Recheck | None]


def recalled(old: FactStore, new: FactStore, posted: Sequence[PostedAnswer]) -> tuple[Recall, ...]:
    """Return the answers with a passage that CHANGED or was WITHDRAWN from `old` to `new`, in their order.

    A passage of an article that `old` does not have was recalled when that article changed, and is not looked at.
    """
    check = _checking(old, new)
    recalls = (Recall(answer, tuple(_other(check, answer))) for answer in posted)
    return tuple(recall for recall in recalls if recall.told)


def followed(old: FactStore, new: FactStore, posted: Sequence[PostedAnswer]) -> tuple[PostedAnswer, ...]:
    """Return the answers with a passage that MOVED from `old` to `new`, citing it where it stands now.

    Remembered in place of what they were, they are found again when the article changes once more.
    """
    check = _checking(old, new)
    now = ((answer, answer._replace(refs=tuple(_moved(check, answer)))) for answer in posted)
    return tuple(after for before, after in now if after != before)


def _checking(old: FactStore, new: FactStore) -> _Check:
    """Return what checks a passage, once however many answers cite it; None where `old` has no such article."""

    @cache
    def check(ref: Ref) -> Recheck | None:
        entry = old.by_digest(ref.sha256)
        return recheck(ref, entry.article.id, entry.article, new) if entry else None

    return check


def _other(check: _Check, answer: PostedAnswer) -> Iterator[Recheck]:
    """Yield each passage of an answer, once, that is not what it was."""
    for ref in dict.fromkeys(answer.refs):
        found = check(ref)
        if found and found.standing not in {Standing.UNCHANGED, Standing.NO_SUCH_PASSAGE}:
            yield found


def _moved(check: _Check, answer: PostedAnswer) -> Iterator[Ref]:
    for ref in answer.refs:
        found = check(ref)
        if found and found.standing is Standing.MOVED and found.now:
            yield Ref(found.now.article.sha256, *found.now.span)
        else:
            yield ref
