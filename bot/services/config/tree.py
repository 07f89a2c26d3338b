"""A YAML file as a tree of its own words, with the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from bot.services.config.faults import ConfigFault
from bot.services.config.scalars import Plain

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]
Tree = dict[str, "Tree"] | list["Tree"] | str
Place = tuple[int, int]
"""Line and column, both from 1."""

_STANDARD_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq"))
_MAX_DEPTH = 20


@dataclass(slots=True)
class Document:
    """The tree, and what is wrong with it.

    By path: the places of keys and values in a file, or the names of the variables.
    """

    origin: str
    tree: dict[str, Tree] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    variables: dict[Path, str] = field(default_factory=dict)
    faults: list[ConfigFault] = field(default_factory=list)

    def fault(self, place: Place, path: Path, expected: str, got: str, advice: str = "") -> None:
        """Note a fault at `place`."""
        self.faults.append(ConfigFault(self.origin, *place, dotted(path), expected, got, advice))

    def origin_of(self, path: Path) -> str:
        """Return the file, or the first variable that sets something at or below `path`."""
        below = (name for at, name in self.variables.items() if at[: len(path)] == path)
        return next(below, self.origin)


def dotted(path: Path) -> str:
    """Return the path as it is written in sentences: `seeds.max_bytes`."""
    return ".".join(str(step) for step in path)


def read_tree(text: str, origin: str) -> Document:
    """Read a YAML text without letting YAML guess any type; faults are collected, never raised."""
    document = Document(origin)
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.reader.ReaderError as error:
        document.fault(
            _place_of(text, error.position), (), "text", f"the control character U+{error.character:04X}"
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        document.fault(place, (), "YAML", error.problem or "something else")
    except RecursionError:
        document.fault((1, 1), (), f"at most {_MAX_DEPTH} levels", "a file nested far deeper")
    else:
        _read_root(document, root)
    return document


def _place_of(text: str, position: int) -> Place:
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


def _place(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _read_root(document: Document, root: yaml.Node | None) -> None:
    if root is None:
        return
    if isinstance(root, yaml.MappingNode):
        document.tree = _mapping(document, root, (), set())
    elif not (isinstance(root, yaml.ScalarNode) and root.value in {"", "~", "null"}):
        document.fault(_place(root), (), "sections with keys", _kind(root))


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.CollectionNode):
        return "a section" if isinstance(node, yaml.MappingNode) else "a list"
    return "a single value"


def _value(document: Document, node: yaml.Node, path: Path, seen: set[int]) -> Tree:
    document.values[path] = _place(node)
    if id(node) in seen or len(path) > _MAX_DEPTH:
        document.fault(_place(node), path, "a value of its own", "an alias or something nested too deeply")
        return ""
    seen.add(id(node))
    if node.tag not in _STANDARD_TAGS:
        document.fault(_place(node), path, "a value without a YAML tag", f"the tag {node.tag}")
    if isinstance(node, yaml.MappingNode):
        return _mapping(document, node, path, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_value(document, child, (*path, at), seen) for at, child in enumerate(node.value)]
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    return Plain(node.value) if plain else str(node.value)


def _mapping(document: Document, node: yaml.MappingNode, path: Path, seen: set[int]) -> dict[str, Tree]:
    return {
        key: _value(document, child, (*path, key), seen)
        for key, child in _distinct_keys(document, node, path)
    }


def _distinct_keys(document: Document, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, yaml.Node]]:
    known: set[str] = set()
    for key_node, child in node.value:
        place = _place(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            document.fault(place, path, "a key that is one word", _kind(key_node))
            continue
        key = str(key_node.value)
        if key in known:
            first = document.keys[(*path, key)]
            advice = f"It stands at line {first[0]} already; remove one of the two."
            document.fault(place, (*path, key), "each key once", "the same key again", advice)
            continue
        known.add(key)
        document.keys[(*path, key)] = place
        yield key, child
