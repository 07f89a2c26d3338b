"""A small store with facts marked by hand: the answers are tested apart from the extractors."""

import datetime as dt
import hashlib

from bot.core.article import Article, Block, BlockKind, Detail, Post
from bot.core.facts import (
    Bound,
    Dated,
    Facts,
    Figure,
    Force,
    Link,
    Quote,
    QuoteKind,
    Report,
    Source,
    SourceKind,
    Speaker,
)
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.sentences import split_sentences

TEXT = """Storm hits Marrow Bay

At least 14 sailors were rescued and dozens of boats sank when a storm hit Marrow Bay on Friday, the coast guard said.
“We heard nothing until it was too late,” said harbour master Ilse Dorn, who has run the port since 2004.
Some tourists were stranded on the pier. The hospital reported five deaths, and police said 7 people were killed.
Mayor Peter Quist told Radio Marrow that the sea wall would be repaired.
The wall was called “modern” by its builder.
Waves as high as the lighthouse tonight! Stay home.
— Ana Reyes (@anareyes) March 4, 2022
"""


def spot(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def article() -> Article:
    blocks: list[Block] = []
    at = 0
    for line in TEXT.split("\n"):
        if line:
            kind = BlockKind.PROSE
            if line.startswith("Storm"):
                kind = BlockKind.TITLE
            elif line.startswith("—"):
                kind = BlockKind.POST_BYLINE
            elif line.startswith("Waves"):
                kind = BlockKind.POST
            blocks.append(Block(Span(at, at + len(line)), kind, len(blocks) + 1))
        at += len(line) + 1
    said = [block for block in blocks if block.kind is not BlockKind.POST_BYLINE]
    post = Post(
        text=spot("Waves as high as the lighthouse tonight! Stay home."),
        byline=spot("— Ana Reyes (@anareyes) March 4, 2022"),
        author=spot("Ana Reyes"),
        handle=spot("anareyes"),
        date=dt.date(2022, 3, 4),
        date_span=spot("March 4, 2022"),
    )
    return Article(
        id="storm",
        text=TEXT,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        blocks=tuple(blocks),
        sentences=tuple(sentence for block in said for sentence in split_sentences(TEXT, block.span)),
        posts=(post,),
        title=Detail("Storm hits Marrow Bay", spot("Storm hits Marrow Bay"), inferred=True),
        outlet=Detail("The Marrow Post"),
    )


def link(source: Span) -> Link:
    return Link(source, None, None, Force.SAID)


def facts() -> Facts:
    dorn = Speaker(spot("Ilse Dorn"), None, spot("harbour master"))
    guard, hospital, police = spot("the coast guard"), spot("The hospital"), spot("police")
    quist = spot("Peter Quist")
    rescued = spot(
        "At least 14 sailors were rescued and dozens of boats sank when a storm hit Marrow Bay on Friday"
    )
    repair = spot("that the sea wall would be repaired")
    return Facts(
        quotes=(
            Quote(
                spot("We heard nothing until it was too late,"),
                spot("“We heard nothing until it was too late,”"),
                QuoteKind.DIRECT,
                dorn,
                (link(dorn.mention),),
            ),
            Quote(spot("modern"), spot("“modern”"), QuoteKind.SCARE),
            Quote(
                spot("Waves as high as the lighthouse tonight! Stay home."),
                spot("Waves as high as the lighthouse tonight! Stay home."),
                QuoteKind.POST,
                Speaker(spot("Ana Reyes")),
                post=0,
            ),
        ),
        figures=(
            Figure(
                spot("14"),
                14,
                14,
                bound=Bound.AT_LEAST,
                qualifier=spot("At least"),
                unit=spot("sailors"),
                unit_name="sailors",
                event=spot("rescued"),
                chain=(link(guard),),
            ),
            Figure(spot("dozens"), 12, 12, vague=True, unit=spot("boats"), event=spot("sank")),
            Figure(spot("five"), 5, 5, unit=spot("deaths"), unit_name="deaths", chain=(link(hospital),)),
            Figure(spot("7"), 7, 7, unit=spot("people"), event=spot("killed"), chain=(link(police),)),
        ),
        sources=(
            Source(guard, SourceKind.ORGANISATION, named=True, mentions=(guard,), cited_for=(rescued,)),
            Source(
                dorn.mention,
                SourceKind.PERSON,
                named=True,
                mentions=(dorn.mention,),
                cited_for=(spot("We heard nothing until it was too late,"),),
            ),
            Source(
                hospital,
                SourceKind.ORGANISATION,
                named=False,
                mentions=(hospital,),
                cited_for=(spot("five deaths"),),
            ),
            Source(
                police,
                SourceKind.ORGANISATION,
                named=False,
                mentions=(police,),
                cited_for=(spot("7 people were killed"),),
            ),
            Source(quist, SourceKind.PERSON, named=True, mentions=(quist,), cited_for=(repair,)),
        ),
        dates=(
            Dated(spot("Friday"), dt.date(2022, 3, 4), dt.date(2022, 3, 4), "2022-03-04", relative=True),
            Dated(spot("2004"), dt.date(2004, 1, 1), dt.date(2004, 12, 31), "2004"),
        ),
        reports=(Report(repair, quist, spot("told"), Force.SAID),),
    )


def store() -> FactStore:
    return FactStore.build([(article(), facts())])
