"""A document held against the models: each disagreement as a fault with its place, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bot.services.config.faults import ConfigFault
from bot.services.config.models import Settings
from bot.services.config.scalars import Plain, is_nothing
from bot.services.config.tree import dotted
from bot.services.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails
from bot.services.config.tree import Document, Path

Schema = dict[str, Any]
_UNKNOWN = "extra_forbidden"
_OF_A_KEY = "[key]"
"""What pydantic adds to the path of a key that is wrong itself."""
_SECRET_WORDS = ("token", "secret", "password")


def check(document: Document) -> tuple[ConfigFault, ...]:
    """Return what the models have against `document`, in the models' order."""
    try:
        Settings.model_validate(document.tree)
    except ValidationError as error:
        schema = Settings.model_json_schema()
        return tuple(_fault(document, schema, detail) for detail in error.errors())
    return ()


def _fault(document: Document, schema: Schema, detail: ErrorDetails) -> ConfigFault:
    path = tuple(step for step in detail["loc"] if step != _OF_A_KEY)
    if path != detail["loc"]:
        origin, (line, column) = document.origin_of(path), document.keys.get(path, (0, 0))
        return ConfigFault(
            origin, line, column, dotted(path), "a server's id, 15 to 20 digits", _short(str(path[-1]))
        )
    if detail["type"] == _UNKNOWN:
        origin, (line, column) = document.origin_of(path), document.keys.get(path, (0, 0))
        keys = list(_resolved(schema, path[:-1])["properties"])
        return ConfigFault(
            origin, line, column, dotted(path), _known(keys), "an unknown key", _hint(path, keys)
        )
    line, column = document.values.get(path, (0, 0))
    expected = _expected(_resolved(schema, path))
    return ConfigFault(document.origin_of(path), line, column, dotted(path), expected, _got(detail["input"]))


def _resolved(schema: Schema, path: Path) -> Schema:
    """Follow `path` from the root of a JSON schema, through its references."""
    here = schema
    for step in path:
        here = _below(here, step)
        here = next((kind for kind in here.get("anyOf", ()) if kind.get("type") != "null"), here)
        if "$ref" in here:
            here = schema["$defs"][here["$ref"].rsplit("/", 1)[-1]]
    return here


def _below(schema: Schema, step: str | int) -> Schema:
    """Return what stands at a key, at any key of a table, or at any place of a list."""
    below: Schema = (
        schema["items"]
        if isinstance(step, int)
        else schema.get("properties", {}).get(step) or _any_key(schema)
    )
    return below


def _any_key(schema: Schema) -> Schema:
    patterns: dict[str, Schema] = schema.get("patternProperties", {})
    return next(iter(patterns.values()), schema.get("additionalProperties") or {})


def _known(keys: Sequence[str]) -> str:
    return f"one of the keys {', '.join(sorted(keys))}"


def _hint(path: Path, keys: Sequence[str]) -> str:
    key = str(path[-1])
    if any(word in key.lower() for word in _SECRET_WORDS):
        return "Secrets never stand in this file: set DISCORD_TOKEN or DISCORD_TOKEN_FILE."
    meant = closest(key.lower(), keys)
    return f"Did you mean {meant}?" if meant else ""


def _expected(schema: Schema) -> str:
    if "enum" in schema:
        return f"one of {', '.join(map(str, schema['enum']))}"
    kind = schema.get("type")
    if kind == "object" and "properties" not in schema:
        return "a section with one entry for each server"
    if kind == "object":
        return f"a section with the keys {', '.join(sorted(schema['properties']))}"
    if kind in {"integer", "number"}:
        name = "a whole number" if kind == "integer" else "a number"
        return f"{name} from {schema['minimum']:,} to {schema['maximum']:,}"
    return _expected_text(schema) or {
        "string": "a text that is not empty",
        "array": "a list",
        "boolean": "true or false",
    }.get(str(kind), "something else")


def _expected_text(schema: Schema) -> str | None:
    if "pattern" in schema:
        return "an id of 15 to 20 digits (in Discord: Developer Mode, then Copy ID)"
    return f"a text of 1 to {schema['maxLength']} characters" if "maxLength" in schema else None


def _got(value: object) -> str:
    if value is None or is_nothing(value):
        return "nothing"
    if isinstance(value, Plain):
        return _short(value)
    if isinstance(value, str):
        return f'the text "{_short(value)}"'
    if isinstance(value, dict):
        return "a section"
    return "a list" if isinstance(value, list) else _short(str(value))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
