"""The commands that ask the articles."""

from __future__ import annotations

import sys

import click

from bot.cli.guard import EXIT_NOTHING, EXIT_OK
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.console import jsonlines
from bot.core.facts import QuoteKind, SourceKind
from bot.services import answers
from bot.services.answers import Answer, Reply
from bot.services.cards import article_card, reply_cards
from bot.services.replies import article_record, line_record, reply_record

_WORDS = click.argument("words", nargs=-1)
_ARTICLE = click.option("--article", metavar="ID", help="Only this article.")
_ALL = click.option("--all", "everything", is_flag=True, help="Everything found, not only the best.")
_KINDS = [*(kind.value for kind in QuoteKind), "tweet"]
_QUESTIONS = jsonlines.Shape(("question",), ("article",))


def _show(session: Session, reply: Reply, *, everything: bool = False) -> int:
    """Show a reply; the exit code says whether it is an answer."""
    store, most = session.library.current, None if everything else session.settings.answers.max_hits
    session.show(lambda: reply_cards(reply, store, most), lambda: reply_record(reply))
    return EXIT_OK if isinstance(reply, Answer) and reply.hits else EXIT_NOTHING


@click.command()
@click.argument("question", nargs=-1)
@_ARTICLE
@_ALL
@click.option("--batch", is_flag=True, help='Answer {"id", "question"} lines from standard input in JSON.')
@shared_options
@with_session
def ask(
    session: Session, question: tuple[str, ...], article: str | None, *, everything: bool, batch: bool
) -> int:
    """Answer a question with the passages that hold the answer."""
    if batch:
        return _ask_lines(session, article)
    return _show(
        session,
        answers.ask(session.library.current, " ".join(question), article=article),
        everything=everything,
    )


def _ask_lines(session: Session, article: str | None) -> int:
    store = session.library.current

    def answer(request: jsonlines.Record) -> jsonlines.Record:
        return line_record(answers.ask(store, request["question"], article=request.get("article") or article))

    good = jsonlines.converse(sys.stdin.buffer, sys.stdout, _QUESTIONS, answer, session.runtime.failed)
    return EXIT_OK if good else EXIT_NOTHING


@click.command()
@_WORDS
@click.option("--speaker", metavar="NAME", help="Only what this one said.")
@click.option("--kind", type=click.Choice(_KINDS), help="Only this kind of quotation.")
@_ARTICLE
@_ALL
@shared_options
@with_session
def quote(
    session: Session,
    words: tuple[str, ...],
    speaker: str | None,
    kind: str | None,
    article: str | None,
    *,
    everything: bool,
) -> int:
    """Show who said what: words of a quotation, or a speaker's name."""
    store = session.library.current
    found = answers.quote(store, " ".join(words), speaker=speaker, kind=kind, article=article, all=everything)
    return _show(session, found, everything=everything)


@click.command()
@_WORDS
@_ARTICLE
@_ALL
@shared_options
@with_session
def figures(session: Session, words: tuple[str, ...], article: str | None, *, everything: bool) -> int:
    """Show figures with what binds them and who reports them."""
    found = answers.figures(session.library.current, " ".join(words), article=article, all=everything)
    return _show(session, found, everything=everything)


@click.command()
@_WORDS
@click.option(
    "--kind", type=click.Choice([kind.value for kind in SourceKind]), help="Only this kind of source."
)
@_ARTICLE
@_ALL
@shared_options
@with_session
def sources(
    session: Session, words: tuple[str, ...], kind: str | None, article: str | None, *, everything: bool
) -> int:
    """Show who is cited, and for what."""
    store = session.library.current
    found = answers.sources(store, " ".join(words), kind=kind, article=article, all=everything)
    return _show(session, found, everything=everything)


@click.command()
@_WORDS
@_ARTICLE
@_ALL
@shared_options
@with_session
def timeline(session: Session, words: tuple[str, ...], article: str | None, *, everything: bool) -> int:
    """Show what is dated in the order of its days, and what is not apart."""
    found = answers.timeline(session.library.current, " ".join(words), article=article)
    return _show(session, found, everything=everything)


@click.command()
@_WORDS
@_ARTICLE
@shared_options
@with_session
def compare(session: Session, words: tuple[str, ...], article: str | None) -> int:
    """Lay the figures about a thing side by side, with how each two stand."""
    return _show(session, answers.compare(session.library.current, " ".join(words), article=article))


@click.command()
@_WORDS
@_ARTICLE
@_ALL
@shared_options
@with_session
def who(session: Session, words: tuple[str, ...], article: str | None, *, everything: bool) -> int:
    """Show who says so: the chain of a quotation or a figure, link by link."""
    found = answers.who(session.library.current, " ".join(words), article=article)
    return _show(session, found, everything=everything)


@click.command()
@click.argument("id")
@shared_options
@with_session
def passage(session: Session, id: str) -> int:  # noqa: A002 – click passes the argument by the name that help shows
    """Open a passage by its permanent id, ARTICLE:START-END."""
    return _show(session, answers.passage(session.library.current, id))


@click.command()
@shared_options
@with_session
def articles(session: Session) -> int:
    """List the articles with what is known about each."""
    entries = session.library.current.entries
    session.show(
        lambda: map(article_card, entries), lambda: {"articles": [article_record(entry) for entry in entries]}
    )
    return EXIT_OK if entries else EXIT_NOTHING
