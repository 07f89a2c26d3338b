"""`check`: how a message stands to the articles."""

from __future__ import annotations

import sys

import click

from bot.cli.guard import EXIT_NOTHING, EXIT_OK
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.console import jsonlines
from bot.services.cards.checks import check_cards
from bot.services.checking import check
from bot.services.checking.record import check_record

_MESSAGES = jsonlines.Shape(("text",))


@click.command("check")
@click.argument("text", nargs=-1)
@click.option("--batch", is_flag=True, help='Check {"id", "text"} lines from standard input in JSON.')
@shared_options
@with_session
def check_command(session: Session, text: tuple[str, ...], *, batch: bool) -> int:
    """Compare a message's quotations, statements and figures with the articles; - reads it from standard input."""
    if batch:
        return _check_lines(session)
    words = _standard_input() if text == ("-",) else " ".join(text)
    if not words.strip():
        raise click.UsageError(
            'There is nothing to check: write the message behind "check", or - to read it.'
        )
    checked = check(session.library.current, words)
    session.show(
        lambda: check_cards(checked),
        lambda: {"text": words, "searched": list(checked.searched)} | check_record(checked),
    )
    return EXIT_OK if checked.items else EXIT_NOTHING


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")


def _check_lines(session: Session) -> int:
    store = session.library.current

    def answer(request: jsonlines.Record) -> jsonlines.Record:
        return check_record(check(store, request["text"]))

    good = jsonlines.converse(sys.stdin.buffer, sys.stdout, _MESSAGES, answer, session.runtime.failed)
    return EXIT_OK if good else EXIT_NOTHING
