"""What can be wrong with a configuration, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

EXIT_CONFIG = 78
"""`EX_CONFIG` of BSD's sysexits.h: something is wrong with the configuration, starting again will not help."""


@dataclass(frozen=True, slots=True, order=True)
class ConfigFault:
    """One fault. `origin` is a file's name or a variable's; `line` and `column` count from 1, 0 where none is."""

    origin: str
    line: int
    column: int
    path: str
    expected: str
    got: str
    advice: str = ""

    def sentence(self) -> str:
        """Return the fault as one line: where, what was expected, what was got, what to do."""
        where = f"{self.origin}:{self.line}:{self.column}" if self.line else self.origin
        at = f" {self.path}:" if self.path else ""
        advice = f" {self.advice}" if self.advice else ""
        sentence = f"{where}:{at} expected {self.expected}, got {self.got}.{advice}"
        return "".join(char if char.isprintable() else "�" for char in sentence)


class ConfigError(Exception):
    """The configuration cannot be used; `faults` has all that is wrong with it."""

    def __init__(self, faults: tuple[ConfigFault, ...]) -> None:
        super().__init__("\n".join(fault.sentence() for fault in faults))
        self.faults = faults
