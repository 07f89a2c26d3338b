"""All reports of an article, stretch by stretch and sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.article import BlockKind
from bot.core.facts import Force, Report
from bot.core.reporting_verbs import Form
from bot.core.reports.classes import Kind
from bot.core.reports.contents import contents_of
from bot.core.reports.cues import Cue, find_cues
from bot.core.reports.estimates import estimates
from bot.core.reports.others import other_reports, signature
from bot.core.reports.phrases import Phrase, phrase_starting_at, source_span
from bot.core.reports.stretches import read_stretches
from bot.core.span import Span
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.article import Article
    from bot.core.facts import Quotation
    from bot.core.names import Mention
    from bot.core.reports.stretches import Stretch
    from bot.core.reports.tokens import Sentence

_SPEAKER_HERE = word_set("i we you me us")


def find_reports(
    article: Article,
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    stretches: Sequence[Stretch] | None = None,
) -> tuple[Report, ...]:
    """Return who reports what, in the order of the cues. `stretches` are read here if not given.

    Quoted and reported speech alike; negated verbs ("did not say") report nothing. Inside a quotation "I" and
    "we" are its own speaker and make no report of their own.
    """
    found: list[Report] = []
    for stretch in read_stretches(article, quotations, mentions) if stretches is None else stretches:
        block = article.block_at(stretch.span.start)
        headline = block is not None and block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        found.extend(_of_stretch(stretch, headline=headline))
    return tuple(sorted(set(found), key=lambda report: (report.cue, report.content)))


def _clauses(stretch: Stretch) -> Iterator[Sentence]:
    """Yield the clauses of a headline: a semicolon ends what its first one reports, and so does a lone dash.

    "Mayor calls the fall “a warning”; 3 dead": the dead are not the mayor's.
    """
    for tokens in stretch.sentences:
        dashes = [
            place for place, token in enumerate(tokens) if token.kind is Kind.BREAK and token.low in _DASHES
        ]
        told = len(dashes) == 1 and any(token.verb is not None for token in tokens[: dashes[0]])
        start = 0
        for place, token in enumerate(tokens):
            if start < place and (token.low == ";" or (told and place == dashes[0])):
                yield tokens[start:place]
                start = place + 1
        if start < len(tokens):
            yield tokens[start:]


_DASHES = ("—", "–", "―", "-", "--", "---")


def _of_stretch(stretch: Stretch, *, headline: bool) -> Iterator[Report]:
    before: Sentence | None = None
    for tokens in _clauses(stretch) if headline else stretch.sentences:
        for report in _of_sentence(tokens, before):
            if not (stretch.quotation and report[1] in _SPEAKER_HERE):
                yield report[0]
        before = tokens


def _of_sentence(tokens: Sentence, before: Sentence | None) -> Iterator[tuple[Report, str]]:
    if not any(token.kind in _TELLING for token in tokens) and not any(
        token.low in _WORDS for token in tokens
    ):
        return
    cues = list(find_cues(tokens))
    reported, floor = False, 0
    for cue, following in zip(cues, [*cues[1:], None], strict=False):
        if cue.verb.force is Force.CITED and cue.verb.form is Form.ING:
            yield from ((report, "") for report in _cited(tokens, cue))
            continue
        for first, last in contents_of(tokens, cue, following, floor):
            reported = True
            floor = cue.last + 1 if last <= cue.first else floor
            yield _report(tokens, cue, first, last), _who(tokens, cue)
    yield from ((report, "") for report in signature(tokens, before or tokens))
    if cues and not reported and before is not None and _is_bare(tokens, cues[0], before):
        content = _closing_quotation(before)
        if content is not None:
            yield _made(tokens, cues[0], content), _who(tokens, cues[0])
    yield from ((report, "") for report in other_reports(tokens))
    yield from ((report, "") for report in estimates(tokens))


_TELLING = frozenset({Kind.REPORTING, Kind.COLON, Kind.QUOTATION, Kind.BREAK})
_WORDS = word_set("according per put puts")


def _who(tokens: Sentence, cue: Cue) -> str:
    return tokens[cue.subject.head].low if cue.subject is not None else ""


def _report(tokens: Sentence, cue: Cue, first: int, last: int) -> Report:
    return _made(tokens, cue, content_span(tokens, first, last))


def _made(tokens: Sentence, cue: Cue, content: Span) -> Report:
    source = source_span(tokens, cue.subject) if cue.subject is not None else None
    token = tokens[cue.place]
    return Report(content, source, Span(token.start, token.end), cue.verb.force)


def content_span(tokens: Sentence, first: int, last: int) -> Span:
    """Return the span of tokens `first` to `last` (excluded); a lone quotation without its marks."""
    quotation = tokens[first].quotation
    if last == first + 1 and quotation is not None:
        return quotation.words
    return Span(tokens[first].start, tokens[last - 1].end)


def _cited(tokens: Sentence, cue: Cue) -> Iterator[Report]:
    """Read “citing state media”: the one cited reports what the sentence says."""
    phrase = phrase_starting_at(tokens, cue.place + 1)
    if phrase is None or tokens[phrase.head].kind is Kind.PRONOUN:
        return
    token = tokens[cue.place]
    phrase = _with_participle(tokens, phrase)
    last = phrase.last + 1
    if last < len(tokens) - 1 and tokens[last].kind is Kind.COMMA:
        content = content_span(tokens, last + 1, len(tokens))
    elif cue.place > 1:
        content = content_span(tokens, 0, cue.first if cue.shared else cue.place)
    else:
        return
    yield Report(content, source_span(tokens, phrase), Span(token.start, token.end), Force.CITED)


def _with_participle(tokens: Sentence, phrase: Phrase) -> Phrase:
    """Widen "three people" to "three people briefed on the talks"."""
    place = phrase.last + 1
    if place + 2 >= len(tokens) or tokens[place + 1].kind is not Kind.PREPOSITION:
        return phrase
    verb = tokens[place].verb
    if tokens[place].kind is Kind.PARTICIPLE or (verb is not None and verb.form is Form.PAST):
        attached = phrase_starting_at(tokens, place + 2)
        return phrase._replace(last=attached.last) if attached is not None else phrase
    return phrase


def _is_bare(tokens: Sentence, cue: Cue, before: Sentence) -> bool:
    """Whether a sentence is a cue and little else: "Kent said." after a quotation that ended with a full stop."""
    return (
        cue.first <= 1
        and before[-1].low in ".!?"
        and not any(token.kind is Kind.REPORTING for token in before)
        and (cue.last + 1 == len(tokens) or tokens[cue.last + 1].kind in _AFTER_BARE)
        and not any(token.kind is Kind.QUOTATION for token in tokens)
    )


_AFTER_BARE = frozenset({Kind.PREPOSITION, Kind.TIME, Kind.ADVERB, Kind.COMMA})


def _closing_quotation(tokens: Sentence) -> Span | None:
    quotation = tokens[-1].quotation
    return quotation.words if quotation is not None else None
