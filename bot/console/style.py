"""How an output looks: colours or none, and the width to wrap at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console


@dataclass(frozen=True, slots=True)
class Look:
    """A console, and the width in columns to wrap at; None where nothing is to be wrapped."""

    console: Console
    width: int | None

    @classmethod
    def of(cls, stream: TextIO, colour: str, width: int, environ: Mapping[str, str]) -> Look:
        """Derive the look: `colour` is auto, always or never, `width` 0 is the terminal's own.

        `auto` is colours in a terminal that can show them, unless `NO_COLOR` is set (https://no-color.org). Piped
        text is not wrapped, so that a passage stays one line for `grep` and the clipboard.
        """
        terminal = stream.isatty()
        able = terminal and not environ.get("NO_COLOR") and environ.get("TERM") not in {"dumb", "unknown"}
        colours = colour == "always" or (colour == "auto" and able)
        console = Console(
            file=stream,
            color_system=("auto" if terminal else "standard") if colours else None,
            force_terminal=colours,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ=environ,
        )
        wrap_at = width or (console.width if terminal else None)
        return cls(console, wrap_at)
