"""Environment variables as a document: `VERBATIM_SEEDS__FOLDER` is `seeds.folder`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.services.config.scalars import Plain
from bot.services.config.tree import Document, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "VERBATIM_"
DELIMITER = "__"


def read_environment(environ: Mapping[str, str]) -> Document:
    """Gather all variables that begin with `VERBATIM_`; an empty one counts as not set."""
    document = Document("the environment")
    for name in sorted(environ):
        if name.startswith(PREFIX) and environ[name] != "":
            path = tuple(name.removeprefix(PREFIX).lower().split(DELIMITER))
            document.variables[path] = name
            _put(document.tree, path, Plain(environ[name]))
    return document


def _put(tree: dict[str, Tree], path: tuple[str, ...], value: Plain) -> None:
    *sections, last = path
    for section in sections:
        deeper = tree.setdefault(section, {})
        if not isinstance(deeper, dict):
            return
        tree = deeper
    tree[last] = value
