"""Values to bytes and back by their declared types: JSON arrays, nothing that could run."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from bot.core.span import Span

T = TypeVar("T")
Write = Callable[[Any], Any]
Read = Callable[[Any], Any]
_PLAIN = {str: (str,), bool: (bool,), int: (int,), float: (float, int)}
"""Types that are JSON's own, and what may stand where they are declared: a whole number is a good `float`."""
_FURTHEST = 2**31


class DamagedError(ValueError):
    """The bytes are not what such a value is written as."""


class Codec(Generic[T]):
    """Writes and reads values of one type: frozen dataclasses, named tuples, tuples, enumerations, days, spans and plain values.

    What is read is checked against the types; offsets only for being a range, so whoever has the text compares them.
    """

    def __init__(self, kind: Any) -> None:
        self._known: dict[Any, tuple[Write, Read]] = {}
        self._spans: dict[tuple[int, int], Span] = {}
        self._offsets: dict[int, int] = {}
        self._write, self._read = self._ways(kind)

    def dump(self, value: T) -> bytes:
        """Return a value as bytes; the same value gives the same bytes."""
        return json.dumps(self._write(value), separators=(",", ":")).encode("ascii")

    def load(self, data: bytes) -> T:
        """Return the value in `data`.

        Raises:
            DamagedError: the bytes do not hold such a value.
        """
        try:
            value: T = self._read(json.loads(data))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise DamagedError(str(error)) from error
        finally:
            self._spans.clear()
        return value

    def _ways(self, kind: Any) -> tuple[Write, Read]:
        if kind not in self._known:
            self._known[kind] = self._made(kind)
        return self._known[kind]

    def _span(self, value: Any) -> Span:
        """Return a span, the same for the same offsets: facts share most of theirs, and so do their offsets."""
        start, end = value
        known = self._spans.get((start, end))
        if known is None:
            if type(start) is not int or type(end) is not int or not 0 <= start <= end < _FURTHEST:
                raise DamagedError("no range of characters")
            one = self._offsets.setdefault
            known = self._spans[start, end] = Span(one(start, start), one(end, end))
        return known

    def _made(self, kind: Any) -> tuple[Write, Read]:
        if kind is Span:
            return list, self._span
        simple = _simple(kind)
        if simple:
            return simple
        if get_origin(kind) in (Union, types.UnionType):
            return self._optional(kind)
        if get_origin(kind) is tuple:
            return self._tuple(get_args(kind))
        return self._record(kind)

    def _optional(self, kind: Any) -> tuple[Write, Read]:
        (inner,) = (each for each in get_args(kind) if each is not types.NoneType)
        write, read = self._ways(inner)
        return (
            lambda value: None if value is None else write(value),
            lambda value: None if value is None else read(value),
        )

    def _tuple(self, parts: tuple[Any, ...]) -> tuple[Write, Read]:
        if parts[-1] is Ellipsis:
            write, read = self._ways(parts[0])
            return (
                lambda value: [write(each) for each in value],
                lambda value: tuple([read(each) for each in _list(value)]),
            )
        return _fields([self._ways(part) for part in parts], tuple, lambda value: value)

    def _record(self, kind: Any) -> tuple[Write, Read]:
        declared = get_type_hints(kind)
        if dataclasses.is_dataclass(kind):
            names = [field.name for field in dataclasses.fields(kind) if field.init]
        else:
            names = list(kind._fields)
        return _fields(
            [self._ways(declared[name]) for name in names],
            lambda parts: kind(*parts),
            lambda value: [getattr(value, name) for name in names],
        )


def _simple(kind: Any) -> tuple[Write, Read] | None:
    """Return the ways of a type that has no parts of its own, None for any other."""
    if kind in _PLAIN:
        return _same, _plain(_PLAIN[kind])
    if kind is dt.date:
        return dt.date.isoformat, dt.date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str, {member.value: member for member in kind}.__getitem__
    return None


def _fields(
    ways: list[tuple[Write, Read]], make: Callable[[list[Any]], Any], parts: Callable[[Any], Any]
) -> tuple[Write, Read]:
    writers, readers = [write for write, _ in ways], [read for _, read in ways]

    def write(value: Any) -> Any:
        return [writer(part) for writer, part in zip(writers, parts(value), strict=True)]

    def read(value: Any) -> Any:
        return make([reader(part) for reader, part in zip(readers, _list(value), strict=True)])

    return write, read


def _same(value: Any) -> Any:
    return value


def _plain(allowed: tuple[type, ...]) -> Read:
    def read(value: Any) -> Any:
        if type(value) not in allowed:
            raise DamagedError(f"{type(value).__name__} where {allowed[0].__name__} belongs")
        return value

    return read


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise DamagedError("no list where one belongs")
    return value
