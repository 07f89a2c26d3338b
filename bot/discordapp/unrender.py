"""Markdown read back as Discord's client reads it: the plain text that a member sees.

It stands at the gate before a message leaves, so it is strict: it knows the few forms that the bot uses, and whatever
else Discord would act upon is a fault. It shares nothing with the writer, lest both have one mistake.
"""

from __future__ import annotations

import re
import unicodedata

_FORMS = {
    "escape": r"\\[!-/:-@\[-`{-~]",
    "link": (
        r"\[(?P<label>[^\[\]\\\n]+)\]"
        r"\(<https?://[A-Za-z0-9._:\[\]-]+(?:[/?#][!-'*-;=?-\[\]-~]*)?>\)"  # ASCII, no encoded host, nothing to end it
    ),
    "bold": r"\*\*",
    "isolate": r"[\u2068\u2069]",
}
_FAULTS = {
    "backslash": (r"\\", "a backslash before what cannot be escaped"),
    "emphasis": (r"[*_]", "emphasis or underline"),
    "code": (r"`", "code"),
    "strike": (r"~", "struck out text"),
    "spoiler": (r"\|", "a spoiler"),
    "angle": (r"<", "a mention, a time, an emoji, a command or an address between angle brackets"),
    "bracket": (r"\[", "a masked link"),
    "bracket_end": (r"\]\(", "the end of a masked link"),
    "everyone": (r"(?i:@everyone|@here)", "a mention of everyone or of all who are here"),
    "silent": (r"(?i:@silent)", "a mark for silent messages"),
    "address": (r"://", "a bare address"),
    "invite": (
        r"(?i:discord(?:app)?\.[a-z]{2,12}/)",
        "an invite or another of Discord's own addresses",
    ),
    "emoji": (r":(?=(?P<name>[\w+-]+):)", "an emoji by its name"),
    "obeyed": (
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066\u2067\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]",
        "a character that a screen obeys or that cannot be sent",
    ),
}
_TOKEN = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (*_FORMS.items(), *((name, fault[0]) for name, fault in _FAULTS.items()))
    )
)
_END = r"(?=[\s\ufeff]|\Z)"
_START_FAULTS = {
    "heading": (rf"\#{{1,6}}{_END}", "a heading"),
    "quote": (r">", "a block quote"),
    "small": (r"-\#", "small print"),
    "bullet": (rf"[-+*]{_END}", "a list"),
    "number": (rf"[0-9]+[.)]{_END}", "a numbered list"),
}
_START = re.compile(
    r"(?:\*\*|[\s\ufeff\u2068\u2069])*(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _START_FAULTS.items())
    + ")"
)
_NUMERIC_EMOJI = frozenset({"+1", "-1", "100", "1234"})
_QUOTE, _SMALL = "> ", "-# "
_ISOLATE = "\u2068"


class Unfaithful(Exception):  # noqa: N818 – the word of the vocabulary for a message that shows other words
    """Markdown that Discord would not show as plain text; the sentence names what it would do, and where."""


def unrender(markdown: str) -> str:
    """Return what a member sees of `markdown`: plain text, bold, block quotes, small print and links by their labels.

    Linear in the length of the markdown.

    Raises:
        Unfaithful: Discord would act upon something else in it. Places are code points from 0.
    """
    lines: list[str] = []
    at = 0
    for line in markdown.split("\n"):
        body = line.removeprefix(_QUOTE)
        words = body.removeprefix(_SMALL)
        if words.strip():
            body = words
        lines.append(_text(body, at + len(line) - len(body)))
        at += len(line) + 1
    return "\n".join(lines)


def _text(body: str, at: int) -> str:
    """Return what is seen of a line, or of a label, that stands at `at`."""
    if start := _START.match(body):
        name = start.lastgroup or ""
        raise _fault(_START_FAULTS[name][1], at + start.start(name))
    seen: list[str] = []
    begun: dict[str, int] = {}
    end = 0
    for token in _TOKEN.finditer(body):
        seen += body[end : token.start()], _token(token, at, begun)
        end = token.end()
    for name, place in begun.items():
        raise _fault(f"{name} without an end", place)
    return "".join((*seen, body[end:]))


def _token(token: re.Match[str], at: int, begun: dict[str, int]) -> str:
    """Return what is seen of a token; `begun` holds where bold and isolates began that have not ended."""
    name, place = token.lastgroup or "", at + token.start()
    if name == "escape":
        return token[0][1:]
    if name == "link":
        return _label(token["label"], place)
    if name == "emoji" and not _names_emoji(token["name"]):
        return token[0]
    if name in _FAULTS:
        raise _fault(_FAULTS[name][1], place)
    begins = name not in begun if name == "bold" else token[0] == _ISOLATE
    if begins is (name in begun):
        raise _fault(f"{name} without its other half", place)
    if begins:
        begun[name] = place
    elif not token.string[begun.pop(name) - at : token.start()].strip("* "):
        raise _fault(f"{name} around nothing", place)
    return ""


def _label(label: str, place: int) -> str:
    """Return a link's label. Discord drops format characters and odd spaces, and makes no link with emoji in it."""
    dropped = any(char != " " and unicodedata.category(char)[0] not in "LMNP" for char in label)
    if dropped or label != label.strip() or _text(label, place + 1) != label:
        raise _fault("a link with a label that Discord would change", place)
    return label


def _names_emoji(name: str) -> bool:
    """Whether a name between colons may be an emoji's; the digits of `12:30:45` are none."""
    return name in _NUMERIC_EMOJI or any(char.isalpha() for char in name)


def _fault(what: str, place: int) -> Unfaithful:
    return Unfaithful(f"Discord would not show this as text: {what} at character {place}")
