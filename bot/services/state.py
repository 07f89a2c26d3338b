"""What the bot remembers over a restart: a few small values in one private file, replaced as a whole."""

from __future__ import annotations

import json
import os
from pathlib import Path


class State:
    """Small texts by name. Without a file, or with one that cannot be read or written, they last as long as the process.

    A state that cannot be kept is never a reason not to answer.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._values = _read(file)

    def get(self, name: str) -> str | None:
        """Return a value, None where there is none."""
        return self._values.get(name)

    def put(self, name: str, value: str) -> bool:
        """Keep a value; return whether it will outlive the process."""
        self._values = self._values | {name: value}
        return self._file is not None and _written(self._file, self._values)


def _read(file: Path | None) -> dict[str, str]:
    try:
        found = json.loads(file.read_text(encoding="utf-8")) if file else {}
    except (OSError, ValueError):
        return {}
    known = found if isinstance(found, dict) else {}
    return {name: value for name, value in known.items() if isinstance(value, str)}


def _written(file: Path, values: dict[str, str]) -> bool:
    aside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside.write_text(json.dumps(values, indent=1, sort_keys=True), encoding="utf-8")
        aside.chmod(0o600)
        aside.replace(file)
    except OSError:
        return False
    return True
