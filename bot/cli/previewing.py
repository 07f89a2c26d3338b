"""`preview`: the real bot in a browser, against a simulated Discord."""

from __future__ import annotations

import asyncio
import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path

import click

from bot.cli.guard import EXIT_OK
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.console.visible import say
from bot.services.config import ConfigError, ConfigFault
from bot.services.library import Library, load_library

_LIBRARIES = ("simcord", "aiohttp", "markdown_it", "linkify_it", "regex", "PIL", "av")
"""What the extra `preview` brings, by the names that are imported."""


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port on this machine, in place of any that is free.",
)
@shared_options
@with_session
def preview(session: Session, port: int) -> int:
    """Try the Discord door in a browser, without a token."""
    missing = [name for name in _LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        raise ConfigError((_missing(missing),))
    _run(session, port)
    return EXIT_OK


def _run(session: Session, port: int) -> None:
    from bot.cli.discord_parts import opened_door  # noqa: PLC0415 – only this command and the door itself pay for Discord's library
    from bot.discordapp.running import GRACE, StopSignals, take_logs  # noqa: PLC0415 – likewise
    from bot.preview.serving import PortError, serve  # noqa: PLC0415 – an optional extra

    def opened(address: str, lines: list[str]) -> None:
        if session.options.json:
            session.write({"address": address})
            sys.stdout.flush()
        else:
            say("\n".join(lines))

    async def run() -> None:
        with tempfile.TemporaryDirectory() as folder:
            tried = _copied(session, Path(folder))
            async with opened_door(session, f"sqlite:///{folder}/state.sqlite3", tried) as door:
                await serve(door, port, signals.asked(), opened)

    with StopSignals(GRACE) as signals:
        take_logs("")
        try:
            asyncio.run(run())
        except PortError as error:
            raise click.BadParameter(
                f"{port} cannot be had; leave --port out to take any that is free.", param_hint="--port"
            ) from error


def _copied(session: Session, folder: Path) -> Library:
    """Return a library of a copy of the seeds: what the admin of the preview does to them is gone with it."""
    given = session.settings.seeds
    shutil.copytree(session.library.folder or given.folder, folder / "seeds")
    return load_library(str(folder / "seeds"), given.max_bytes)


def _missing(names: list[str]) -> ConfigFault:
    return ConfigFault(
        "preview",
        0,
        0,
        "",
        "the libraries of the extra “preview”",
        f"no {', '.join(names)}",
        "Install them with: pip install '.[preview]' (in a checkout `make preview` does it).",
    )
