"""Scalars as they were written, and the types that read them: the field decides, never YAML's guess.

`no`, `010`, `12:30` and `2024-01-02` are a truth value, an octal number, a number of minutes and a date to YAML 1.1.
Here a plain scalar stays its own characters until a field asks for something else, so that a text field gets the text
and a number field accepts nothing but decimal digits.
"""

from __future__ import annotations

import re
from typing import Annotated

from annotated_types import MinLen
from pydantic import BeforeValidator, Strict

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
_TRUTH = {"true": True, "false": False}


class Plain(str):
    """A scalar without quotation marks: it may be read as a number, a truth value or text."""

    __slots__ = ()


def is_nothing(value: object) -> bool:
    """Whether `value` is a plain scalar by which YAML says "nothing here"."""
    return isinstance(value, Plain) and value in {"", "~", "null"}


def _text(value: object) -> object:
    return str(value) if isinstance(value, Plain) and not is_nothing(value) else value


def _whole(value: object) -> object:
    return int(value) if isinstance(value, Plain) and _WHOLE.fullmatch(value) else value


def _number(value: object) -> object:
    return float(value) if isinstance(value, Plain) and _NUMBER.fullmatch(value) else value


def _truth(value: object) -> object:
    return _TRUTH.get(value, value) if isinstance(value, Plain) else value


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


AsText = BeforeValidator(_text)
AsTuple = BeforeValidator(_tuple)
Text = Annotated[str, AsText]
Whole = Annotated[int, Strict(), BeforeValidator(_whole)]
Number = Annotated[float, BeforeValidator(_number)]
Truth = Annotated[bool, Strict(), BeforeValidator(_truth)]
Texts = Annotated[tuple[Annotated[Text, MinLen(1)], ...], AsTuple]
