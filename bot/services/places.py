"""Where the bot keeps what outlives it: the chat's history, the log and its state, private to the user."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


def state_folder(environ: Mapping[str, str]) -> Path | None:
    """Return the user's folder for state: XDG's `~/.local/state`, or `%LOCALAPPDATA%`. None where there is no home."""
    for variable in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        if Path(environ.get(variable, "")).is_absolute():
            return Path(environ[variable], "verbatim")
    home = environ.get("HOME") or environ.get("USERPROFILE")
    return Path(home, ".local", "state", "verbatim") if home else None


def private_file(setting: str, name: str, environ: Mapping[str, str]) -> Path | None:
    """Return the file that a setting (`auto`, `none` or a name) means, made if need be; None if it cannot be written."""
    folder = state_folder(environ)
    if setting == "none" or (setting == "auto" and folder is None):
        return None
    try:
        file = folder / name if setting == "auto" and folder is not None else Path(setting).expanduser()
        file.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _PRIVATE_FILE))
        file.chmod(_PRIVATE_FILE)
    except (OSError, ValueError, RuntimeError):
        return None
    return file
