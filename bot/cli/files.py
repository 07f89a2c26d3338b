"""The commands that read files: `validate` and `extract`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import PurePath

import click

from bot.cli.guard import EXIT_NOTHING, EXIT_OK
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.console import jsonlines
from bot.core.article import Article
from bot.core.facts import Facts
from bot.services.cards import Card, date_card, figure_card, quote_card, source_card
from bot.services.records import facts_record
from bot.services.seeds import PAGES, Fault, Severity, load_seeds, read_seed
from bot.services.visible import visible

_TEXTS = jsonlines.Shape(("text",))
_STANDARD_INPUT = "-"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@shared_options
@with_session
def validate(session: Session, paths: tuple[str, ...]) -> int:
    """Check article files, the folder's if none is named, and say what is wrong with them."""
    report = load_seeds(paths or session.folder, session.settings.seeds.max_bytes)
    counts = {severity: sum(fault.severity is severity for fault in report.faults) for severity in Severity}
    errors, warnings, usable = counts[Severity.ERROR], counts[Severity.WARNING], len(report.articles)
    if session.options.json:
        faults = [fault_record(fault) for fault in report.faults]
        session.write({"articles": usable, "errors": errors, "warnings": warnings, "faults": faults})
    else:
        for fault in report.faults:
            click.echo(visible(fault.sentence()))
        click.echo(f"articles that can be used: {usable}; errors: {errors}; warnings: {warnings}")
    return EXIT_NOTHING if errors else EXIT_OK


@click.command()
@click.argument("file", required=False, metavar="[FILE|-]")
@click.option(
    "--batch", is_flag=True, help='Read {"id", "text"} lines from standard input, answer in JSON lines.'
)
@shared_options
@with_session
def extract(session: Session, file: str | None, *, batch: bool) -> int:
    """Print all facts of one article: a file, or - for standard input."""
    if batch:
        return _extract_lines(session)
    if file is None:
        raise click.UsageError("Name a file, or - for standard input.")
    from bot.core.extract import extract as extract_facts  # noqa: PLC0415 – no other command needs its rules

    article = _read(session, file)
    facts = extract_facts(article)
    if session.options.json:
        text = {"text": article.text} if PurePath(file).suffix.lower() in PAGES else {}
        jsonlines.write(sys.stdout, facts_record(article, facts) | text)
    else:
        session.show(lambda: _cards(article, facts), dict)
    return EXIT_OK


def _extract_lines(session: Session) -> int:
    # No other command needs these rules, which take a third of a start.
    from bot.core.extract import extract as extract_facts  # noqa: PLC0415 – no other command needs its rules
    from bot.core.structure import read_article  # noqa: PLC0415 – likewise
    from bot.services.seeds.matter import read_front_matter  # noqa: PLC0415 – likewise

    most = session.settings.seeds.max_bytes

    def answer(request: jsonlines.Record) -> jsonlines.Record:
        text = request["text"]
        if len(text.encode()) > most:
            raise jsonlines.LineError(f"the text has more than {most:,} bytes, the limit of seeds.max_bytes")
        matter, _ = read_front_matter("", text)
        article = read_article(text, id=str(request.get("id")), front_matter=matter)
        return facts_record(article, extract_facts(article))

    good = jsonlines.converse(sys.stdin.buffer, sys.stdout, _TEXTS, answer, session.runtime.failed)
    return EXIT_OK if good else EXIT_NOTHING


def _read(session: Session, file: str) -> Article:
    """Read one article the way a seed is read. Raises ClickException with all that is wrong with it."""
    most = session.settings.seeds.max_bytes
    if file == _STANDARD_INPUT:
        data = sys.stdin.buffer.read(most + 1)
        if len(data) > most:
            raise click.ClickException(
                f"standard input has more than {most:,} bytes, the limit of seeds.max_bytes"
            )
        article, faults = read_seed("standard-input.txt", data)
        articles: tuple[Article, ...] = (article,) if article else ()
    else:
        report = load_seeds(file, most)
        articles, faults = report.articles, report.errors
    if not articles:
        raise click.ClickException("\n".join(visible(fault.sentence()) for fault in faults))
    if len(articles) > 1:
        raise click.UsageError(f"{file} is a folder; name one file.")
    return articles[0]


def _cards(article: Article, facts: Facts) -> Iterator[Card]:
    yield from (quote_card(article, quote) for quote in facts.quotes)
    yield from (figure_card(article, figure) for figure in facts.figures)
    yield from (date_card(article, dated) for dated in facts.dates)
    yield from (source_card(article, source) for source in facts.sources)


def fault_record(fault: Fault) -> jsonlines.Record:
    """Return a fault for programs."""
    return {
        "file": fault.path,
        "line": fault.line,
        "column": fault.column,
        "severity": fault.severity.value,
        "expected": fault.expected,
        "got": fault.got,
        "advice": fault.advice,
    }
