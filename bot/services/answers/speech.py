"""Who said what: questions about somebody's words, and about whose words they are."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.facts import Quote, QuoteKind, Report, Source, SourceKind
from bot.core.names.titles import COURTESY, OFFICES
from bot.core.reporting_verbs import REPORTING
from bot.core.search.query import Query
from bot.core.search.rank import Scored
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.tokens import tokens
from bot.core.voices import Voice, slip_of, words
from bot.services.answers.acts import act_asked, performs
from bot.services.answers.belonging import other_figure
from bot.services.answers.case import Case
from bot.services.answers.guards import near_names
from bot.services.answers.question import QuestionType, words_of
from bot.services.answers.values import Hit, Refusal, RefusalCode, Reply

ABOUT = 0.34
"""Share of the topic that a statement has to have."""
SAID = 0.6
"""The same for "did X say that …": a statement that has less of it does not say it."""
NEARBY = 0.3
"""What a word of the topic counts that stands before a statement: it may be another's."""
SAME = 0.5
"""Share of the topic that a passage has to have to say who said it."""
MOST_STATEMENTS = 1000
"""Statements of one voice that are looked at."""
MOST = 0.6
"""Share of the topic's words in a passage that a statement has to have to be the one meant."""
OPEN = 0.4
"""Share of the topic that a quotation nobody is named for has to have."""
ELSEWHERE = 0.6
"""Share of the topic in somebody else's mouth that makes the question's premise wrong."""

SLIP = 0.9
"""What a word of a name counts that is spelt a little differently: "Russia" is not "Russian media"."""

_TITLES = COURTESY | OFFICES | {"spokesman", "spokeswoman", "spokesperson", "official", "officials", "user"}
"""Words that may stand beside a name without being part of it."""

_SAYING = frozenset(
    word for word, verb in REPORTING.items() if verb.base in ("say", "tell", "claim", "state", "report")
)
"""Verbs that only say that somebody spoke; "wrote" and "described" say more."""

_ANYONE = frozenset(["anyone", "anybody", "someone", "somebody", "everyone", "everybody"])

Voices = list[tuple[int, Voice]]


def what_said(case: Case) -> Reply | None:
    """Answer "what did X say (about Y)"; None when X is nobody whose words are given but may be a mere subject."""
    if _ANYONE.issuperset(case.asked.tokens[place].form for place in case.asked.who or (0,)):
        return who_said(case)
    voices = speaking(case, case.asked.who)
    if not voices:
        return not_named(case, case.asked.who) or _beside_the_name(case) or _not_speaking(case)
    statements = _rows(case, voices)
    naming = {case.asked.tokens[place].form for place in (*case.asked.who, *case.asked.verb)}
    topic = case.query.without(naming)
    about = case.find(topic, statements, limit=len(statements)).hits
    act = act_asked(case)
    # "what did she promise" only asks for her words; "did she promise" and denials turn on the verb
    if act and (case.asked.type is QuestionType.DID_SAY or "deny" in act):
        about = tuple(scored for scored in about if performs(case, scored, act))
        if not about:
            return _no_such_act(case, voices, topic)
    told = [place for place in case.asked.to if words(case.asked.tokens[place].form)]
    total = sum(case.worth(group) for group in topic.groups if group.content)
    if not total:
        whole = (scored._replace(score=1.0) for scored in sorted(about, key=lambda scored: scored.row))
        spoken = sorted(_with_quotes(case, whole, voices), key=lambda hit: hit.fact is None)
        return case.answer(spoken, ask_back=_several(case, voices))
    best = max((case.share(topic, scored, context=NEARBY) for scored in about), default=0.0)
    if best < ABOUT or (told and not _addressed(case, about)):
        return _open_words(case, topic) or _false_premise(case, voices, topic)
    return _in_words(case, voices, topic, about, best)


def _in_words(case: Case, voices: Voices, topic: Query, about: Iterable[Scored], best: float) -> Reply:
    """Answer with the statements that have most of the topic; "did X say that …" wants nearly all of it."""
    if case.asked.type is QuestionType.DID_SAY and (best < SAID or _unknown(topic)):
        return _says_otherwise(case, voices, about)
    close = [scored for scored in about if case.share(topic, scored, context=NEARBY) >= max(ABOUT, best / 2)]
    return case.answer(_with_quotes(case, close, voices), ask_back=_several(case, voices))


def _no_such_act(case: Case, voices: Voices, topic: Query) -> Refusal:
    """Refuse where the one asked about speaks without doing what the question's verb says."""
    place, voice = voices[0]
    name = voice.name.of(case.store.entries[place].article.text)
    verb = words_of(case.question, case.asked, case.asked.verb)
    reason = f"The articles give words of {name}, but none that {verb} this."
    near = case.find(topic).hits or case.found.hits
    return case.refuse(RefusalCode.VETOED, reason, nearest=[case.hit(scored) for scored in near[:3]])


def _unknown(topic: Query) -> bool:
    """Whether the topic has a word that no statement can have, since the articles do not know it."""
    return any(group.content and not group.terms for group in topic.groups)


def _says_otherwise(case: Case, voices: Voices, about: Iterable[Scored]) -> Refusal:
    """Refuse where somebody speaks of the matter without saying what is asked."""
    place, voice = voices[0]
    name = voice.name.of(case.store.entries[place].article.text)
    reason = f"The articles give words of {name} about this, but none that say it."
    return case.refuse(RefusalCode.NO_SUCH_FACT, reason, nearest=_with_quotes(case, about, voices)[:3])


def _several(case: Case, voices: Voices) -> tuple[str, ...]:
    """Return the names when those who were found are not of one name."""
    names = [voice.name.of(case.store.entries[place].article.text) for place, voice in voices]
    different = {fold(name).text: name for name in reversed(names)}
    return tuple(sorted(different.values())) if len(different) > 1 else ()


def who_said(case: Case) -> Reply | None:
    """Answer "who said Y" by the passages that say whose words they are; None when none does."""
    naming = {case.asked.tokens[place].form for place in case.asked.verb}
    topic = case.query.without(naming & _SAYING)
    hits = case.find(topic).hits
    best = max((case.share(topic, scored) for scored in hits), default=0.0)
    if best < SAME:
        return None
    close = [scored for scored in hits if case.share(topic, scored) >= max(SAME, best - 0.2)]
    meant = [scored for scored in close if not other_figure(case, scored)]
    if not meant:
        reason = "The articles give this number, but for something else."
        return case.refuse(RefusalCode.VETOED, reason)
    close = meant
    act = act_asked(case)
    if act:
        close = [scored for scored in close if performs(case, scored, act)]
        if not close:
            reason = "The articles speak of this, but nobody in them does what you ask about."
            return case.refuse(RefusalCode.VETOED, reason)
    said = [case.hit(scored, fact) for scored in close if (fact := _whose(case, topic, scored)) is not None]
    return case.answer(said) if said else None


def _whose(case: Case, topic: Query, scored: Scored) -> Quote | Source | None:
    """Return the quote, or the source cited, that has most of the topic's words; of several the narrowest."""
    row = case.store.index.rows[scored.row]
    entry = case.store.entries[row.article]
    stem = case.store.index.lexicon.stem
    wanted = {term.form for group in topic.groups if group.content for term in group.terms}
    here = Span(row.start, row.end)
    words_here = [token.span for token in tokens(entry.article.text, here) if stem(token.form) in wanted]
    spoken: list[tuple[Span, Quote | Source]] = [
        (quote.span, quote)
        for quote in case.local(scored).quotes
        if quote.speaker is not None and not quote.speaker.candidates
    ]
    spoken += [
        (cited, source) for cited, source in case.local(scored).cited if source.kind is not SourceKind.LINK
    ]
    counts = [sum(span.covers(word) for word in words_here) for span, _ in spoken]
    enough = max(counts, default=0) * MOST
    full = [place for place, count in enumerate(counts) if count >= enough]
    best = min(full, key=lambda place: (spoken[place][0].length, place), default=None)
    return None if best is None else spoken[best][1]


def speaking(case: Case, places: tuple[int, ...]) -> Voices:
    """Return the voices that the words at `places` of the question name, slips of the keyboard allowed."""
    typed = words(words_of(case.question, case.asked, places))
    if not typed:
        return []
    scored = [(_likeness(typed, voice), place, voice) for place, voice in _possible(case, typed)]
    best = max((likeness for likeness, _, _ in scored), default=0.0)
    return [(place, voice) for likeness, place, voice in scored if likeness == best and best > 0]


def _possible(case: Case, typed: list[str]) -> Voices:
    """Return the voices that may be named: those that have all the words but titles."""
    table = case.store.voiced
    needed = [table.among(word) for word in typed if word not in _TITLES]
    numbers = frozenset.intersection(*needed) if needed else frozenset().union(*map(table.among, typed))
    found = (table.listed[number] for number in sorted(numbers))
    return [(place, voice) for place, voice in found if case.places is None or place in case.places]


def _likeness(typed: list[str], voice: Voice) -> float:
    """Return 0 when a typed word is not among the voice's names and roles; more for words of the name.

    A title that the article does not give may stand beside the surname only.
    """
    total, surname, title = 0.0, False, False
    for word in typed:
        if _among(word, voice.names):
            total += 1.0 if word in voice.names else SLIP
            surname = surname or _among(word, frozenset([voice.surname]))
        elif _among(word, voice.roles):
            total += 0.5
        elif word in _TITLES:
            title = True
        else:
            return 0.0
    return 0.0 if title and not surname else total


def _among(word: str, known: frozenset[str]) -> bool:
    return word in known or word.removesuffix("s") in known or f"{word}s" in known or slip_of(word, known)


def _rows(case: Case, voices: Voices) -> list[int]:
    """Return the rows of all that these voices say, in order."""
    index = case.store.index
    found = {
        index.row_at(place, piece.start)
        for place, voice in voices
        for statement in voice.statements[:MOST_STATEMENTS]
        for piece in case.store.pieces_in(place, statement)
    }
    return sorted(row for row in found if row is not None)[:MOST_STATEMENTS]


def _with_quotes(case: Case, hits: Iterable[Scored], voices: Voices) -> list[Hit]:
    """Return the hits with the voices' own quotes; where another's words stand beside a report, only the report."""
    own = {(place, statement) for place, voice in voices for statement in voice.statements}
    return [_own_words(case, scored, own) for scored in hits]


def _own_words(case: Case, scored: Scored, own: set[tuple[int, Span]]) -> Hit:
    row, local = case.store.index.rows[scored.row], case.local(scored)
    quotes = [quote for quote in local.quotes if (row.article, quote.marked) in own]
    if quotes:
        return case.hit(scored, max(quotes, key=lambda quote: (quote.span.length, -quote.span.start)))
    others = [quote.marked for quote in local.quotes if quote.speaker]
    others += [report.content for report in local.reports if report.source]
    sentence = Span(row.start, row.end)
    told = [_told(report, local.quotes) for report in local.reports if (row.article, report.content) in own]
    part = next((each for each in told if sentence.covers(each)), None)
    beside = part is not None and not all(part.meets(other) for other in others)
    return case.hit(scored, part=part if beside else None)


def _told(report: Report, quotes: Iterable[Quote]) -> Span:
    """Return a report with the one it comes from, and the marks of the quotes in it."""
    told = report.content.join(report.cue)
    told = told if report.source is None else told.join(report.source)
    for quote in quotes:
        if told.covers(quote.span):
            told = told.join(quote.marked)
    return told


def _addressed(case: Case, hits: Iterable[Scored]) -> bool:
    """Whether some statement, with the words around it, names the one who is said to have been told."""
    to = {case.asked.tokens[place].form for place in case.asked.to}
    wanted = {term.form for group in case.content if group.token.form in to for term in group.terms}
    rows = case.store.index.rows
    return not wanted or any(wanted & set(rows[scored.row].words) for scored in hits)


def _beside_the_name(case: Case) -> Reply | None:
    """Show passages that have the name beside a quotation on the topic; whose words they are is not settled."""
    naming = {case.asked.tokens[place].form for place in (*case.asked.who, *case.asked.verb)}
    who = {case.asked.tokens[place].form for place in case.asked.who}
    topic = case.query.without(naming)
    if not any(group.content for group in topic.groups):
        return None
    known = case.query.without({group.token.form for group in case.query.groups} - who)
    named = {scored.row for scored in case.find(known).hits if all(scored.parts)}
    quoting = [row for row in sorted(named) if case.store.local(*case.store.index.rows[row][:2]).quotes]
    close = [
        scored for scored in case.find(topic, quoting).hits if case.share(topic, scored, context=0.0) >= SAME
    ]
    return case.answer(map(case.hit, close), closest_only=True) if close else None


def _not_speaking(case: Case) -> Refusal | None:
    """Refuse when the one asked about is named without any words of theirs."""
    if case.asked.type is QuestionType.DID_SAY or set(case.asked.who) & set(case.asked.names):
        typed = words_of(case.question, case.asked, case.asked.who)
        reason = f"The articles give no words of “{typed}”."
        return case.refuse(RefusalCode.NO_SUCH_FACT, reason, suggestions=near_names(case, case.asked.who))
    return None


def not_named(case: Case, places: tuple[int, ...]) -> Refusal | None:
    """Return a refusal when none of these words of the question stands in the articles."""
    forms = {case.asked.tokens[place].form for place in places}
    groups = [group for group in case.content if group.token.form in forms]
    if not groups or any(group.terms for group in groups):
        return None
    reason = f"No article that was searched names “{words_of(case.question, case.asked, places)}”."
    return case.refuse(RefusalCode.UNKNOWN_NAME, reason, suggestions=near_names(case, places))


def _open_words(case: Case, topic: Query) -> Reply | None:
    """Show quotations on the topic whose speaker the article leaves open: they may be the ones asked for."""
    near = [scored for scored in case.find(topic).hits if case.share(topic, scored, context=0.0) >= OPEN]
    unsettled = [
        scored
        for scored in near
        if any(
            quote.kind is QuoteKind.DIRECT and _is_open(case, scored, quote)
            for quote in case.local(scored).quotes
        )
    ]
    return case.answer(map(case.hit, unsettled), closest_only=True) if unsettled else None


def _is_open(case: Case, scored: Scored, quote: Quote) -> bool:
    """Whether nobody is named for a quote: no speaker, several, or only "she"."""
    article = case.store.entries[case.store.index.rows[scored.row].article].article
    return (
        quote.speaker is None
        or bool(quote.speaker.candidates)
        or not words(quote.speaker.best.of(article.text))
    )


def _false_premise(case: Case, voices: Voices, topic: Query) -> Refusal:
    """Say whether somebody else says it, or nobody, and show where it is spoken of."""
    place, voice = voices[0]
    name = voice.name.of(case.store.entries[place].article.text)
    near = case.find(topic).hits[:3]
    nearest = [case.hit(scored) for scored in near]
    if any(case.share(topic, scored, context=0.0) >= ELSEWHERE for scored in near):
        reason = f"The articles speak of this, but not in words of {name}."
        return case.refuse(RefusalCode.VETOED, reason, nearest=nearest)
    reason = f"The articles give words of {name}, but not about this."
    own = case.find(case.query, _rows(case, voices)).hits
    return case.refuse(
        RefusalCode.NO_SUCH_FACT, reason, nearest=nearest or _with_quotes(case, own[:3], voices)
    )
