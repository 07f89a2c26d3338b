"""`health`: whether the bot lives, for whoever supervises it."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from bot.cli.guard import EXIT_NOTHING, EXIT_OK
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.console.jsonlines import Record
from bot.services.health import Health, health_file, read_health
from bot.services.visible import one_line


@click.command()
@shared_options
@with_session
def health(session: Session) -> int:
    """Say whether the bot runs and is connected to Discord."""
    found = read_health(health_file(session.runtime.environ), datetime.now(UTC))
    if session.options.json:
        session.write(_record(found))
    else:
        click.echo(one_line(found.sentence))
    return EXIT_OK if found.healthy else EXIT_NOTHING


def _record(found: Health) -> Record:
    return {
        "healthy": found.healthy,
        "state": found.state.value,
        "reported": found.reported.isoformat() if found.reported else None,
        "sentence": found.sentence,
    }
