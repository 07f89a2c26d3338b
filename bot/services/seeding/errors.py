"""Why the seeds were not changed, where it is not the folder that refuses; each error is a sentence."""

from __future__ import annotations

from bot.services.seeds import Fault


class SeedingError(Exception):
    """A change of the seeds was refused; its text is one sentence. Nothing was changed."""


class FaultySeedError(SeedingError):
    """A text that cannot be a seed; `faults` says where and what to do, one sentence each."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        errors = [fault for fault in faults if fault.is_error]
        super().__init__(
            f"{name} was not taken: {errors[0].sentence()}"
            if len(errors) == 1
            else f"{name} was not taken; it has {len(errors)} faults: {' '.join(each.sentence() for each in errors)}"
        )
