"""`seeds`: the articles under an admin's hands. What needs the state is imported by the command that is run."""
# ruff: noqa: PLC0415 – only these commands pay for the state's library

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.asking import articles
from bot.cli.files import fault_record, validate
from bot.cli.given import read_given
from bot.cli.guard import EXIT_NOTHING, EXIT_OK
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.console.jsonlines import Record
from bot.services.replies import article_record
from bot.services.seeds.names import ending_of, with_ending

if TYPE_CHECKING:
    from bot.services.cards import Card
    from bot.services.seeding import Outcome, Seeding

_SOURCE = click.argument("source", required=False, default="-", metavar="[FILE|-|URL]")
_YES = click.option("--yes", is_flag=True, help="Do it without asking.")
_MOST_ENTRIES = 20


@click.group()
@shared_options
def seeds() -> None:
    """Change the articles, and see who changed what."""


seeds.add_command(articles, "list")
seeds.add_command(validate, "validate")


@seeds.command()
@click.argument("article", metavar="ID")
@shared_options
@with_session
def show(session: Session, article: str) -> int:
    """Show one article, its file and its faults."""
    from bot.cli.seed_parts import work

    cards = work(session, lambda seeding: seeding.show(article))
    session.show(lambda: cards, lambda: _shown_record(session, article))
    return EXIT_OK


def _shown_record(session: Session, article: str) -> Record:
    shelf = session.library.shelf
    path, entry = shelf.path_of(article), shelf.store.entry(article)
    faults = [fault_record(fault) for fault in shelf.report.faults if fault.path == path]
    return {"articles": [article_record(entry)] if entry else [], "file": path, "faults": faults}


@seeds.command()
@click.argument("name")
@_SOURCE
@shared_options
@with_session
def add(session: Session, name: str, source: str) -> int:
    """Add an article called NAME.

    Its text is in a file, on standard input, or at an address that fetch.hosts allows.
    """
    from bot.cli.seed_parts import who, work
    from bot.cli.seed_showing import show_outcome

    given = read_given(session, source)
    named = with_ending(name, given.ending)
    return show_outcome(session, work(session, lambda seeding: seeding.add(named, given.data, who())))


@seeds.command()
@click.argument("article", metavar="ID")
@_SOURCE
@shared_options
@with_session
def replace(session: Session, article: str, source: str) -> int:
    """Give an article another text.

    It is in a file, on standard input, or at an address that fetch.hosts allows.
    """
    from bot.cli.seed_parts import who, work
    from bot.cli.seed_showing import show_outcome

    given = read_given(session, source)
    ending = ending_of(given.ending)
    return show_outcome(
        session, work(session, lambda seeding: seeding.replace(article, given.data, who(), ending=ending))
    )


@seeds.command()
@click.argument("article", metavar="ID")
@_YES
@shared_options
@with_session
def remove(session: Session, article: str, *, yes: bool) -> int:
    """Remove an article; asks first.

    What goes with it is shown: facts, bindings, posted answers.
    """
    from bot.cli.seed_parts import agreed, ask_first, who, work
    from bot.cli.seed_showing import show_outcome

    async def removed(seeding: Seeding) -> Outcome | None:
        removal = await seeding.removal(article)
        if yes or agreed(session, removal.cards, f"Remove {article}?"):
            return await seeding.remove(article, removal.token, who())
        return None

    ask_first(session, yes=yes)
    outcome = work(session, removed)
    return show_outcome(session, outcome) if outcome else EXIT_NOTHING


@seeds.command()
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@shared_options
@with_session
def reload(session: Session, *, dry_run: bool) -> int:
    """Read the folder again and keep it as a version.

    What is shown is what changed since the last version.
    """
    from bot.cli.seed_parts import reload as read_again
    from bot.cli.seed_showing import show_outcome

    return show_outcome(session, read_again(session, dry_run=dry_run))


@seeds.command()
@click.argument("version", type=click.IntRange(1), required=False)
@shared_options
@with_session
def diff(session: Session, version: int | None) -> int:
    """Show what changed since a version.

    Without a number it is the last one that was another than what stands in the folder.
    """
    from bot.cli.seed_parts import work
    from bot.services.card_records import card_record

    cards = work(session, lambda seeding: seeding.diff(version))
    session.show(lambda: cards, lambda: {"changes": [card_record(each) for each in cards]})
    return EXIT_OK


@seeds.command()
@click.argument("version", type=click.IntRange(1))
@_YES
@shared_options
@with_session
def rollback(session: Session, version: int, *, yes: bool) -> int:
    """Go back to a version; asks first.

    What is taken back is shown. Going back can be taken back, too.
    """
    from bot.cli.seed_parts import agreed, ask_first, who, work
    from bot.cli.seed_showing import line, show_outcome

    async def rolled_back(seeding: Seeding) -> Outcome | None:
        if yes or agreed(session, await taken_back(seeding), f"Go back to version {version}?"):
            return await seeding.rollback(version, who())
        return None

    async def taken_back(seeding: Seeding) -> tuple[Card, ...]:
        head = line(f"Since version {version} this changed, and would be taken back:")
        return (head, *await seeding.diff(version))

    ask_first(session, yes=yes)
    outcome = work(session, rolled_back)
    return show_outcome(session, outcome) if outcome else EXIT_NOTHING


@seeds.command()
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=_MOST_ENTRIES,
    help=f"How many of each; {_MOST_ENTRIES} unless said otherwise.",
)
@shared_options
@with_session
def log(session: Session, limit: int) -> int:
    """Show who changed what, and the versions."""
    from bot.cli.seed_parts import work
    from bot.cli.seed_showing import show_log

    async def kept(seeding: Seeding) -> int:
        return show_log(session, await seeding.log(limit), await seeding.versions(limit))

    return work(session, kept)
