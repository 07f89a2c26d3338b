"""A text that somebody gives: in a file, on standard input, or as the address of a page."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from typing import NamedTuple

import click

from bot.cli.session import Session
from bot.console.visible import say
from bot.services.visible import visible

_STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"https?:", re.IGNORECASE)


class Given(NamedTuple):
    """The bytes, and the ending of the file's name that suits them; empty where nothing says it."""

    data: bytes
    ending: str = ""


def read_given(session: Session, source: str) -> Given:
    """Read what was given. Raises ClickException, with a sentence, and OSError."""
    if _ADDRESS.match(source):
        return _fetched(session, source)
    most = session.settings.seeds.max_bytes
    if source == _STANDARD_INPUT:
        if sys.stdin.isatty():
            say(
                "Paste the article's text. End it with Ctrl-D on a line of its own (on Windows Ctrl-Z and Enter)."
            )
        return Given(_short(sys.stdin.buffer.read(most + 1), "Standard input", most))
    file = Path(source)
    try:
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise click.ClickException(visible(f"{source} cannot be read: {reason}.")) from error
    return Given(_short(data, source, most), file.suffix)


def _short(data: bytes, name: str, most: int) -> bytes:
    if len(data) > most:
        raise click.ClickException(
            visible(f"{name} has more than {most:,} bytes, the limit of seeds.max_bytes.")
        )
    return data


def _fetched(session: Session, address: str) -> Given:
    from bot.services.fetching import FetchError, fetch_page  # noqa: PLC0415 – only this pays for the client

    fetch = session.settings.fetch
    try:
        page = asyncio.run(fetch_page(address, fetch.hosts, max_bytes=fetch.max_bytes, seconds=fetch.seconds))
    except FetchError as error:
        raise click.ClickException(visible(str(error))) from error
    return Given(page.data, page.ending)
