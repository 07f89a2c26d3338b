"""What can be wrong with a seed, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a seed can be used in spite of a fault."""

    ERROR = "error"
    """The seed is left out."""
    WARNING = "warning"
    """The seed is used; somebody should look at it."""
    INFO = "info"
    """The file is no seed."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault. `line` and `column` count from 1 in code points, 0 where the whole file is meant."""

    path: str
    line: int
    column: int
    severity: Severity
    expected: str
    got: str
    advice: str = ""

    @property
    def is_error(self) -> bool:
        """Whether it keeps the seed out."""
        return self.severity is Severity.ERROR

    def sentence(self) -> str:
        """Return the fault as one line: where, how bad, what was expected and got, what to do."""
        where = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        advice = f" {self.advice}" if self.advice else ""
        sentence = f"{where}: {self.severity.value}: expected {self.expected}, got {self.got}.{advice}"
        return "".join(char if char.isprintable() else "�" for char in sentence)


Place = tuple[int, int]
"""Line and column, both from 1."""


def place_of(text: str, offset: int) -> Place:
    """Return where `offset` stands; lines end at line feeds, as editors count them."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
