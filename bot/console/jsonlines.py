"""Conversations in JSON lines: one object in, one object out, flushed at once, so that a program can take turns."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, NoReturn, TextIO

Record = dict[str, Any]
Answerer = Callable[[Record], Record]

_ACTING = re.compile(
    "[\x7f-\x9f"  # controls that JSON does not escape; U+0085 is a line end to some readers
    "\u2028\u2029"  # line ends to some readers
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # change the direction of what follows
    "\ud800-\udfff]"  # UTF-8 cannot hold them
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class LineError(Exception):
    """A line that asks for nothing; `id` is what could be read of it."""

    def __init__(self, reason: str, known: Any = None) -> None:
        super().__init__(reason)
        self.reason, self.id = reason, known


@dataclass(frozen=True, slots=True)
class Shape:
    """The text fields a line has to have, and those it may have."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()


def converse(
    incoming: BinaryIO, outgoing: TextIO, shape: Shape, answer: Answerer, failed: Callable[[Exception], str]
) -> bool:
    """Answer each line of `incoming` in order; return whether all could be.

    A line that cannot be read, or that `answer` refuses by a LineError, gets `{"id", "error"}` in its place. So does
    one that `answer` fails at: `failed` turns that exception into a sentence. Blank lines are skipped.
    """
    good = True
    for number, line in enumerate(_lines(incoming), 1):
        if not line.strip():
            continue
        known = None
        try:
            request = _request(line, shape)
            known = request.get("id")
            reply = dumps({"id": known} | answer(request))
        except LineError as bad:
            good, known = False, known if bad.id is None else bad.id
            reply = dumps({"id": known, "error": f"line {number}: {bad.reason}"})
        except (OSError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 – the boundary: one line's fault must not end the conversation
            good, reply = False, dumps({"id": known, "error": failed(error)})
        _write(outgoing, reply)
    return good


def write(outgoing: TextIO, record: Mapping[str, Any]) -> None:
    """Write one object as one line of UTF-8 and flush it."""
    _write(outgoing, dumps(record))


def _write(outgoing: TextIO, line: str) -> None:
    outgoing.write(line + "\n")
    outgoing.flush()


def dumps(record: Mapping[str, Any]) -> str:
    """Return strict JSON; characters stand for themselves, but for those that act on lines, terminals or UTF-8."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _lines(incoming: BinaryIO) -> Iterator[bytes]:
    # readline, not iteration: iterating reads ahead and would keep a waiting program waiting
    first = incoming.readline().removeprefix(b"\xef\xbb\xbf")
    if first:
        yield first
        yield from iter(incoming.readline, b"")


def _request(line: bytes, shape: Shape) -> Record:
    try:
        request = json.loads(line.decode("utf-8"), parse_constant=_refuse, parse_float=_finite)
        json.dumps([[request]])  # what can be read but not be echoed is nested too deeply as well
    except UnicodeDecodeError as error:
        raise LineError(f"not UTF-8 (byte {error.start + 1})") from None
    except json.JSONDecodeError as error:
        raise LineError(f"not JSON ({error.msg} at character {error.pos + 1})") from None
    except RecursionError:
        raise LineError("not JSON that can be read: nested too deeply") from None
    except ValueError as error:
        raise LineError(f"not JSON that can be read ({error})") from None
    if not isinstance(request, dict):
        raise LineError(f"expected an object, got {_kind(request)}")
    for name in (*shape.required, *shape.optional):
        _check(request, name, required=name in shape.required)
    return request


def _check(request: Record, name: str, *, required: bool) -> None:
    value, known = request.get(name), request.get("id")
    if value is None and not required:
        return
    if name not in request:
        raise LineError(f'no "{name}"', known)
    if not isinstance(value, str):
        raise LineError(f'"{name}" has to be a text, got {_kind(value)}', known)
    surrogate = _LONE_SURROGATE.search(value)
    if surrogate:
        raise LineError(f'"{name}" has an unpaired surrogate at character {surrogate.start() + 1}', known)


def _kind(value: object) -> str:
    names = {type(None): "null", bool: "a truth value", str: "a text", list: "a list", dict: "an object"}
    return names.get(type(value), "a number")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise ValueError(f"{digits[:20]} is too large a number")
    return number
