"""From a file and the environment to settings, or to the list of all that is wrong."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from bot.services.config.check import check
from bot.services.config.environment import read_environment
from bot.services.config.faults import ConfigError, ConfigFault
from bot.services.config.models import Settings
from bot.services.config.tree import Document, Tree, read_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_FILE = "config.yaml"
_MAX_BYTES = 1_000_000


def load_settings(path: str | None, environ: Mapping[str, str]) -> Settings:
    """Read the settings from the file at `path`, overridden by `VERBATIM_…` variables in `environ`.

    Without a `path` it is `config.yaml` in the working folder, and if there is none the defaults hold.

    Raises:
        ConfigError: with all faults of the file and the environment.
    """
    documents = (_read_file(path), read_environment(environ))
    faults = tuple(fault for document in documents for fault in sorted((*document.faults, *check(document))))
    if faults:
        raise ConfigError(faults)
    return Settings.model_validate(_merged(documents[0].tree, documents[1].tree))


def _read_file(path: str | None) -> Document:
    origin = path or DEFAULT_FILE
    try:
        data = FilePath(origin).read_bytes()
    except FileNotFoundError:
        return (
            Document(origin)
            if path is None
            else _broken(origin, "no such file", "Check the name after --config.")
        )
    except IsADirectoryError:
        return _broken(origin, "a folder", "Name the file itself.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _broken(origin, f"a file that cannot be read ({reason})", "Check its permissions.")
    if len(data) > _MAX_BYTES:
        return _broken(origin, f"{len(data):,} bytes", f"A configuration has at most {_MAX_BYTES:,}.")
    try:
        return read_tree(data.decode("utf-8-sig"), origin)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
        got = f"the byte 0x{data[error.start]:02X}"
        fault = ConfigFault(origin, *place, "", "UTF-8", got, "Save the file as UTF-8.")
        return Document(origin, faults=[fault])


def _broken(origin: str, got: str, advice: str) -> Document:
    return Document(origin, faults=[ConfigFault(origin, 0, 0, "", "a configuration file", got, advice)])


def _merged(below: dict[str, Tree], above: dict[str, Tree]) -> dict[str, Tree]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
