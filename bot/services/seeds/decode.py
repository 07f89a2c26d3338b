"""From a seed's bytes to its text, untouched: a mark of byte order and the kind of line ends stay."""

from __future__ import annotations

import codecs
import re

from bot.services.seeds.faults import Fault, Severity, place_of

_CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,40})", re.IGNORECASE)
_LOOKS_FOR_CHARSET = 4096
"""Bytes of an HTML page in which its encoding is declared; the standard says the first 1024."""


def decode(path: str, data: bytes) -> tuple[str | None, list[Fault]]:
    """Return the text and what is wrong with it; no text where it cannot be read as UTF-8."""
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        return None, [
            _error(path, (0, 0), "an article", "an empty file", "Paste the article or remove the file.")
        ]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf_8(path, data, error)]
    return text, _odd_characters(path, text)


def decode_page(path: str, data: bytes) -> tuple[str | None, list[Fault]]:
    """Decode an HTML page, which may declare another encoding than UTF-8."""
    declared = _CHARSET.search(data[:_LOOKS_FOR_CHARSET])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name in {"utf-8", "utf8"}:
        return decode(path, data)
    try:
        text = data.decode(name)
    except LookupError:
        return decode(path, data)
    except UnicodeError:
        got = f"bytes that are not the declared {name}"
        return None, [_error(path, (0, 0), "an HTML page", got, "Save the page again as UTF-8.")]
    return text, _odd_characters(path, text)


def _error(path: str, place: tuple[int, int], expected: str, got: str, advice: str) -> Fault:
    return Fault(path, *place, Severity.ERROR, expected, got, advice)


def _not_utf_8(path: str, data: bytes, error: UnicodeDecodeError) -> Fault:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    got = f"the byte 0x{data[error.start]:02X} at offset {error.start}"
    return _error(path, (line, column), "UTF-8", got, f"{_likely(data)} Save it as UTF-8.")


def _likely(data: bytes) -> str:
    if data.startswith(_UTF_16) or data.count(0) > len(data) // 4:
        return "The file looks like UTF-16."
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "The encoding is not known."
    return "The file looks like windows-1252."


def _odd_characters(path: str, text: str) -> list[Fault]:
    found: list[Fault] = []
    nul = text.find("\0")
    if nul >= 0:
        got = f"{text.count(chr(0))} NUL, the first here"
        advice = "The file may be UTF-16 or no text at all; save it as UTF-8 text."
        found.append(_error(path, place_of(text, nul), "text", got, advice))
    control = list(_CONTROL.finditer(text))
    if control:
        name = f"U+{ord(control[0][0]):04X}"
        got = f"{len(control)} control character{'s' * (len(control) > 1)}, here {name}"
        place = place_of(text, control[0].start())
        found.append(
            Fault(
                path, *place, Severity.WARNING, "printable text", got, "Remove what the copying left behind."
            )
        )
    return found
