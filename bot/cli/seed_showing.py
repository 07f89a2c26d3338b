"""What the commands of `seeds` show: what came of a change, and what is kept of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cli.guard import EXIT_OK
from bot.cli.session import Session
from bot.console.jsonlines import Record
from bot.console.visible import say
from bot.services.card_records import card_record
from bot.services.cards import Card, Role, block, card
from bot.services.cards.recall import recall_line, summary_card
from bot.services.database import AuditEntry, Version
from bot.services.recall import Recall
from bot.services.recall.record import recheck_record
from bot.services.seeding import Outcome

_TIME = "%Y-%m-%d %H:%M:%S"


def show_outcome(session: Session, outcome: Outcome) -> int:
    """Show what a change did, and what there is to say about it."""
    recalls = outcome.recalls
    told = (summary_card(recalls), *(line(recall_line(each)) for each in recalls)) if recalls else ()
    session.show(lambda: (*outcome.cards, *told), lambda: _outcome_record(outcome))
    if outcome.note and not session.options.json:
        say(outcome.note)
    return EXIT_OK


def show_log(session: Session, entries: Sequence[AuditEntry], versions: Sequence[Version]) -> int:
    """Show who changed what, and to which versions one can go back."""
    session.show(
        lambda: _log_cards(entries, versions),
        lambda: {
            "log": [_entry_record(each) for each in entries],
            "versions": [each._asdict() | {"at": each.at.isoformat()} for each in versions],
        },
    )
    return EXIT_OK


def _log_cards(entries: Sequence[AuditEntry], versions: Sequence[Version]) -> Iterator[Card]:
    if not entries:
        yield line("Nothing was changed yet.")
    for each in entries:
        counts = f"facts +{each.added} −{each.removed} changed {each.changed}"
        hashes = f"{(each.old or 'none')[:8]} → {(each.new or 'none')[:8]}"
        subject = f" {each.article}" if each.article else ""
        yield card(
            (
                block(Role.LEAD, f"{each.at:{_TIME}} UTC · {each.action}{subject}"),
                block(Role.WHO, each.who if each.server is None else f"{each.who} in {each.server}"),
                block(Role.NOTE, each.outcome),
                block(Role.RECEIPT, f"{hashes} · {counts}"),
            )
        )
    if versions:
        yield card(
            (
                block(Role.LEAD, "Versions to go back to, the newest first"),
                *(
                    block(Role.WHO, f"{each.id} · {each.at:{_TIME}} UTC · {each.who} · {each.note}")
                    for each in versions
                ),
            )
        )


def _entry_record(entry: AuditEntry) -> Record:
    server = None if entry.server is None else str(entry.server)
    return entry._asdict() | {"at": entry.at.isoformat(), "server": server}


def _outcome_record(outcome: Outcome) -> Record:
    return {
        "changed": outcome.changed,
        "note": outcome.note,
        "changes": [card_record(each) for each in outcome.cards],
        "recalls": [_recall_record(each) for each in outcome.recalls],
    }


def _recall_record(recall: Recall) -> Record:
    """Return a posted answer; the ids are texts, since they have more digits than some readers of JSON keep."""
    posted = recall.posted
    return {
        "server": str(posted.server),
        "channel": str(posted.channel),
        "message": str(posted.message),
        "rechecks": [recheck_record(each) for each in recall.told],
    }


def line(said: str) -> Card:
    """Return a card of one line of the program's own."""
    return card((block(Role.LEAD, said),))
