"""Which source each quotation belongs to: the reports that hold it, else what stands around it."""

from __future__ import annotations

from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.core.facts import Force
from bot.core.quotes.works import titles_of_works, words_of_others
from bot.core.reporting_verbs import THINKING_FORMS
from bot.core.reports.classes import Kind
from bot.core.reports.phrases import is_person, source_span
from bot.core.reports.subjects import clause_subject, subject_before
from bot.core.span import Span
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.core.article import Article
    from bot.core.facts import Quotation, Report
    from bot.core.reports.stretches import Stretch
    from bot.core.reports.tokens import Sentence, Token


class Attribution(NamedTuple):
    """The source of a quotation and, innermost first, the reports that say so (none when only the context does)."""

    source: Span | None
    reports: tuple[Report, ...] = ()


_MOST = 6
"""Reports, innermost first, that a quotation keeps; more than that no chain has."""
NOBODY = Attribution(None)


def attribute(
    article: Article,
    quotations: Sequence[Quotation],
    reports: Sequence[Report],
    stretches: Iterable[Stretch],
) -> dict[Quotation, Attribution]:
    """Return the attribution of each quotation that has one."""
    found = dict(_by_reports(article.text, quotations, reports))
    context = _Context(article, found, reports)
    for stretch in stretches:
        for sentence in stretch.sentences:
            for title in titles_of_works(
                article.text, sentence, alone=len(stretch.sentences) == 1 and stretch.quotation is None
            ):
                found[title] = NOBODY
            for rumoured in words_of_others(sentence):
                found[rumoured] = NOBODY
        if stretch.quotation is None:
            context.read(stretch)
    return found


def _by_reports(
    text: str, quotations: Sequence[Quotation], reports: Sequence[Report]
) -> Iterator[tuple[Quotation, Attribution]]:
    """Sweep over quotations and contents, both by their start; each quotation gets all contents that cover it."""
    waiting = sorted(reports, key=lambda report: report.content)
    active: list[Report] = []
    place = 0
    outer = quotations[0].words if quotations else Span(0, 0)
    for quotation in quotations:
        words = quotation.words
        outer = outer if quotation.depth else words
        while place < len(waiting) and waiting[place].content.start <= words.start:
            active.append(waiting[place])
            place += 1
        active = [report for report in active if report.content.end > words.start]
        holding = [report for report in active if report.content.end >= words.end]
        if holding:
            holding = nsmallest(_MOST, holding, key=lambda report: (report.content.length, -report.cue.start))
            if quotation.depth:
                holding = _inside(outer, holding)
            source = _speaking(text, quotation, holding).source if holding else None
            is_somebody = source is not None and source.of(text).lower() not in _NOBODY_IN_PARTICULAR - {"it"}
            yield quotation, Attribution(source if is_somebody else None, tuple(holding))


def _inside(outer: Span, holding: list[Report]) -> list[Report]:
    """Return the reports of a quotation inside another: none, unless one inside tells whose words they are."""
    return holding if outer.covers(holding[0].cue) else []


_NOBODY_IN_PARTICULAR = word_set("it this that you anybody anyone someone somebody everyone everybody nobody")


def _speaking(text: str, quotation: Quotation, holding: Sequence[Report]) -> Report:
    """Return the report that names the speaker: the innermost, unless it only tells what somebody says they think.

    "Kent said he believes it “will rain”" are the words of Kent's saying; "it means “…”" are nobody's.
    """
    words = quotation.words
    for report in holding:
        if report.source is not None and _follows(text, quotation, report.source, report.cue):
            return report
    for report, around in pairwise(holding):
        source = report.source.of(text).lower() if report.source is not None else ""
        passes = report.force is Force.CITED or source in _NOBODY_IN_PARTICULAR
        thinks = report.cue.of(text).lower() in THINKING_FORMS and (
            source in _THIRD_PERSON or around.cue.start > words.end
        )
        if not passes and not (thinks and around.source is not None):
            return report
    return holding[-1]


def _follows(text: str, quotation: Quotation, source: Span, cue: Span) -> bool:
    """Whether "he said" stands right behind a quotation, whatever led into it."""
    first, last = min(source, cue), max(source, cue)
    between = text[quotation.marked.end : first.start]
    return first.start >= quotation.marked.end and between in ("", " ", ", ") and last.start - first.end <= 1


_THIRD_PERSON = word_set("he she they")


class _Context:
    """Reads paragraphs in order and gives a source to the quotations that no report holds."""

    def __init__(
        self, article: Article, found: dict[Quotation, Attribution], reports: Sequence[Report]
    ) -> None:
        self._article = article
        self._found = found
        self._sources = {report.cue: report.source for report in reports}
        self._last: Span | None = None
        self._introduced: Span | None = None

    def read(self, stretch: Stretch) -> None:
        here: Span | None = None
        alone = _is_only_quotations(stretch)
        for sentence in stretch.sentences:
            subject = self._subject_of(sentence)
            for place, token in enumerate(sentence):
                if token.quotation is None:
                    continue
                if token.quotation not in self._found:
                    source = self._guess(sentence, place, here, alone=alone)
                    if source is not None:
                        self._found[token.quotation] = Attribution(source)
                attribution = self._found.get(token.quotation)
                if attribution is not None and attribution.source is not None:
                    here = attribution.source
            if subject is not None:
                here = subject
        self._introduced = self._introducing(stretch)
        self._last = here

    def _guess(self, sentence: Sentence, place: int, here: Span | None, *, alone: bool) -> Span | None:
        is_sentence = _is_sentence(self._article.text, sentence[place])
        if is_sentence and place > 1 and sentence[place - 1].kind is Kind.COLON:
            return _subject_before_colon(sentence, place - 1)
        if is_sentence and self._introduced is not None and here is None:
            return self._introduced
        goes_on = here is not None and len(sentence) == 1 and _is_closed(self._article.text, sentence[place])
        if (is_sentence or goes_on) and _begins(sentence, place):
            if here is not None:
                return here
            return self._last if alone else None
        return None

    def _subject_of(self, sentence: Sentence) -> Span | None:
        for token in reversed(sentence):
            source = self._sources.get(Span(token.start, token.end))
            if source is not None:
                return source
        return None

    def _introducing(self, stretch: Stretch) -> Span | None:
        """Return who is introduced by a paragraph that ends in a colon."""
        sentence = stretch.sentences[-1] if stretch.sentences else ()
        if not sentence or sentence[-1].kind is not Kind.COLON:
            return _announced(sentence)
        return _author(sentence) or self._subject_of(sentence) or self._main_subject(sentence)

    def _main_subject(self, sentence: Sentence) -> Span | None:
        phrase = clause_subject(sentence, len(sentence) - 1)
        if phrase is None:
            return None
        if phrase.head != phrase.last and sentence[phrase.last].kind is Kind.NAME:
            return source_span(sentence, phrase)
        if sentence[phrase.head].kind not in (Kind.NAME, Kind.PRONOUN):
            return None
        return source_span(sentence, phrase)


def _begins(sentence: Sentence, place: int) -> bool:
    """Whether a quotation opens its sentence, at most after "Then," or "And"."""
    leads = (Kind.ADVERB, Kind.CONJUNCTION, Kind.COMMA)
    return place < _LEAD and all(token.kind in leads for token in sentence[:place])


_LEAD = 3


def _subject_before_colon(sentence: Sentence, colon: int) -> Span | None:
    """Return the subject of the clause that a colon and a quotation follow: "Kent shook her head: “No.”"."""
    telling = sentence[colon - 1].kind in (Kind.PARTICIPLE, Kind.VERB)
    near = subject_before(sentence, colon - 2) if telling and colon > 1 else None
    phrase = near or clause_subject(sentence, colon)
    if phrase is None or sentence[phrase.head].low in ("it", "there", "this", "that"):
        return None
    return source_span(sentence, phrase)


_SPEAKING = word_set(
    "spoke speaks speak speaking tribute answer reply response testimony speech statement remarks"
)


def _announced(sentence: Sentence) -> Span | None:
    """Return the one person whose speaking a sentence announces: "The longest speech came from Ada Kent."."""
    announces = (
        any(token.low in _SPEAKING for token in sentence) or _has_manner(sentence) or _takes_turn(sentence)
    )
    if not announces or any(token.quotation for token in sentence):
        return None
    persons = [token.mention for token in sentence if token.mention is not None and is_person(token.mention)]
    return persons[0].span if len(persons) == 1 else None


_TURNS = ("went first", "went next", "went last", "came next", "disagreed", "agreed", "concurred", "demurred")


def _takes_turn(sentence: Sentence) -> bool:
    """Whether a sentence ends by giving somebody their turn: "Kent went first.", "Kent disagreed."."""
    ending = " ".join(token.low for token in sentence[-2:])
    return len(sentence) < _SHORT and ending.endswith(_TURNS)


_SHORT = 8
"""Tokens below which a sentence does nothing but announce."""
_SEEMING = word_set("was is were are sounded sounds remained remains seemed seems")
_MANNERS = word_set(
    "blunt blunter defiant adamant unequivocal frank franker philosophical scathing furious unimpressed unmoved "
    "unrepentant upbeat cautious optimistic sceptical skeptical emphatic bullish candid effusive dismissive "
    "angrier harsher kinder gentler clearer gloomier brisker terser wry rueful contrite apologetic categorical"
)


def _has_manner(sentence: Sentence) -> bool:
    """Whether a sentence ends by telling in what manner somebody speaks: "Kent was more blunt."."""
    before = sentence[-4:-1]
    return bool(sentence) and sentence[-1].low in _MANNERS and any(token.low in _SEEMING for token in before)


def _author(sentence: Sentence) -> Span | None:
    """Return the name after "by" or "from" shortly before a closing colon: "this statement by Kent on Monday:"."""
    for place in range(len(sentence) - 2, max(0, len(sentence) - 8), -1):
        mention = sentence[place].mention
        before = sentence[place - 1] if sentence[place - 1].low != "the" else sentence[place - 2]
        if mention is not None and before.low in ("by", "from"):
            return mention.span
    return None


_GLANCE = 80
"""Characters of a quotation that show whether it begins as a sentence does."""


def _is_only_quotations(stretch: Stretch) -> bool:
    return all(token.quotation is not None for sentence in stretch.sentences for token in sentence)


def _is_closed(text: str, token: Token) -> bool:
    """Whether a quotation begins with a capital and ends with a stop, however short: "“It didn't.”"."""
    if token.quotation is None:
        return False
    words = token.quotation.words.of(text)
    return words[0].isupper() and words[-1] in ".!?…"


def _is_sentence(text: str, token: Token) -> bool:
    if token.quotation is None:
        return False
    start, end = token.quotation.words
    words = text[start : min(end, start + _GLANCE)]
    return len(words.split(None, 2)) > 2 and (words[0].isupper() or not words[0].isalpha())
