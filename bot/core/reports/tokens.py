"""Light tokens with classes: what a rule has to see of a sentence to find who says what in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from bot.core.facts import Quotation
from bot.core.reporting_verbs import REPORTING, Form, Verb
from bot.core.reports.classes import CLOSED, ED_NOUNS, HAVE, ING_NOUNS, LY_NOUNS, NEVER_VERBS, Kind
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.core.names import Mention
    from bot.core.span import Span


class Token(NamedTuple):
    """A word, a mark, a whole name or a whole quotation."""

    start: int
    end: int
    kind: Kind
    low: str
    """The word in lower case; of a quotation its last character."""
    possessive: bool = False
    capital: bool = False
    verb: Verb | None = None
    mention: Mention | None = None
    quotation: Quotation | None = None


Sentence = tuple[Token, ...]

_TOKEN = re.compile(
    r"(?P<word>[^\W_](?:[^\W_]|[’'.&-](?=[^\W_])|,(?=\d{3}(?!\d))|(?<=\d)/(?=\d))*)|(?P<mark>[,:;()\[\]…/]|--+|[—–―-])"
)
_MARKS = {
    ",": Kind.COMMA,
    ":": Kind.COLON,
    ";": Kind.BREAK,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
    "…": Kind.BREAK,
    "/": Kind.CONJUNCTION,
}
_GENITIVES = ("'s", "’s")
_NEGATED = ("n't", "n’t")
_CLITICS = word_set("'s 're 'm 've 'll 'd")
_HOSTS = word_set("i he she they we you it who that there what here")


_LONGEST = 150
"""Tokens after which a sentence is cut; keeps text without full stops from costing more than other text."""


def read_sentences(
    text: str,
    span: Span,
    islands: Sequence[Quotation | Mention],
    starts: Sequence[int],
) -> Iterator[Sentence]:
    """Yield the sentences of one stretch of text as tokens.

    `islands` are the quotations and names inside `span`, in order and apart from each other: each becomes one
    token. `starts` are the offsets at which sentences of the article start; one inside a quotation is passed over.
    """
    sentence: list[Token] = []
    place = bisect_left(starts, span.start)
    for token in _tokens(text, span, islands):
        begun = False
        while place < len(starts) and starts[place] <= token.start:
            begun = not (sentence and _goes_on(sentence[-1], token))
            place += 1
        if (begun or len(sentence) >= _LONGEST) and sentence:
            yield _read_again(sentence)
            sentence = []
        if place < len(starts) and starts[place] < token.end:
            place = bisect_left(starts, token.end, place)
        sentence.append(_in_context(token, sentence[-1] if sentence else None))
    if sentence:
        yield _read_again(sentence)


def _goes_on(before: Token, token: Token) -> bool:
    """Whether a sentence goes on in lower case after a bracket or a quotation: "(D-Wis.) said"."""
    is_word = token.kind not in (Kind.QUOTATION, Kind.NUMBER, Kind.BREAK, Kind.OPEN)
    return is_word and not token.capital and before.kind in (Kind.CLOSE, Kind.QUOTATION)


def _tokens(text: str, span: Span, islands: Iterable[Quotation | Mention]) -> Iterator[Token]:
    position = span.start
    for island in islands:
        token = _island(text, island)
        yield from _words(text, position, token.start)
        yield token
        position = token.end
        if token.possessive:
            position += 2 if text.startswith(_GENITIVES, position) else 1
    yield from _words(text, position, span.end)


def _island(text: str, island: Quotation | Mention) -> Token:
    if isinstance(island, Quotation):
        last = text[island.words.end - 1]
        return Token(island.marked.start, island.marked.end, Kind.QUOTATION, last, quotation=island)
    start, end = island.span
    possessive = text.startswith(_GENITIVES, end) or text.startswith(("s' ", "s’ "), end - 1)
    low = text[start:end].lower()
    return Token(start, end, Kind.NAME, low, possessive, capital=True, mention=island)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        word = found.group()
        if found.lastgroup == "mark":
            yield Token(found.start(), found.end(), _MARKS.get(word, Kind.BREAK), word)
            continue
        yield from _word(word, found.start())


def _word(word: str, start: int) -> Iterator[Token]:
    """Yield one word, or its two parts: "he's" is a pronoun and a verb, "Kent's" a possessor."""
    end = start + len(word)
    low = word.lower()
    capital = word[0].isupper()
    kind = CLOSED.get(low)
    if kind is None and (low not in REPORTING or low in NEVER_VERBS):
        mark = max(low.rfind("'"), low.rfind("’"))
        if mark > 0:
            yield from _apostrophe(low, start, mark, capital=capital)
            return
        kind = _open_class(low, capital=capital)
    verb = REPORTING.get(low) if low not in NEVER_VERBS else None
    if verb is not None and kind not in (Kind.AUXILIARY, Kind.PREPOSITION):
        yield Token(start, end, Kind.REPORTING, low, capital=capital, verb=verb)
        return
    yield Token(start, end, Kind.NOUN if kind is None else kind, low, capital=capital)


def _apostrophe(low: str, start: int, mark: int, *, capital: bool) -> Iterator[Token]:
    end = start + len(low)
    if low.endswith(_NEGATED):
        yield Token(start, end, Kind.NEGATOR, low, capital=capital)
        return
    host, clitic = low[:mark], low[mark:].replace("’", "'")
    if clitic in _CLITICS and (clitic != "'s" or host in _HOSTS):
        yield Token(start, start + mark, CLOSED.get(host, Kind.NOUN), host, capital=capital)
        yield Token(start + mark, end, Kind.AUXILIARY, clitic)
        return
    yield Token(start, end, Kind.NOUN, low, possessive=clitic == "'s", capital=capital)


def _open_class(low: str, *, capital: bool) -> Kind:
    """Guess the class of a word by its ending."""
    if low[0].isdigit():
        return Kind.NUMBER
    if capital or len(low) < 4:
        return Kind.NOUN
    if low.endswith("ly") and low not in LY_NOUNS:
        return Kind.ADVERB
    if (low.endswith("ing") and low not in ING_NOUNS) or (low.endswith("ed") and low not in ED_NOUNS):
        return Kind.PARTICIPLE
    return Kind.NOUN


_BEFORE_NOUNS = frozenset({Kind.DETERMINER, Kind.NUMBER})
_NOUN_LIKE = frozenset({Form.BASE, Form.PRESENT})


def _in_context(token: Token, before: Token | None) -> Token:
    """Read a word that could be a verb as a noun or adjective where it stands in a noun phrase."""
    if before is None:
        return token
    if token.low == "since" and before.low in HAVE:
        return token._replace(kind=Kind.ADVERB)
    if token.low in ("back", "well") and before.kind is Kind.DETERMINER:
        return token._replace(kind=Kind.NOUN)
    return _in_phrase(token, before) if token.kind in _VERB_LIKE else token


_VERB_LIKE = frozenset({Kind.REPORTING, Kind.PARTICIPLE, Kind.VERB})


def _in_phrase(token: Token, before: Token) -> Token:
    counted = before.kind is Kind.NUMBER and token.verb is not None and token.verb.form is Form.BASE
    if before.possessive or (
        not counted
        and before.kind in _BEFORE_NOUNS
        and before.low not in ("both", "all", "others", "one", "another")
    ):
        return token._replace(kind=Kind.NOUN)
    if (
        token.kind is Kind.VERB
        and before.kind is Kind.PREPOSITION
        and before.low in ("of", "for", "in", "at")
    ):
        return token._replace(kind=Kind.NOUN)
    verb = token.verb
    if verb is None or verb.form not in _NOUN_LIKE:
        return token
    governed = before.kind is Kind.PREPOSITION and before.low != "to"
    object_of = verb.form is Form.BASE and before.kind is Kind.REPORTING
    plural = verb.form is Form.PRESENT and before.kind is Kind.NOUN and before.low in _ADJECTIVES
    return token._replace(kind=Kind.NOUN) if governed or object_of or plural else token


def _read_again(sentence: list[Token]) -> Sentence:
    """Turn verbs that are nouns as well into nouns where what follows shows it: "her tweets about", "reports of"."""
    for place, token in enumerate(sentence):
        if token.low in _HOW_MUCH and place and sentence[place - 1].low == "as":
            _read_amount(sentence, place)
        if token.kind is not Kind.REPORTING:
            continue
        if token.verb is not None and token.verb.base in _WITH_BACK:
            following = sentence[place + 1].low if place + 1 < len(sentence) else ""
            sentence[place] = token if following == "back" else token._replace(kind=Kind.VERB)
            continue
        if token.verb is None or token.verb.form not in _NOUN_LIKE or token.verb.base not in _ALSO_NOUNS:
            continue
        before = sentence[place - 1] if place else None
        after = sentence[place + 1] if place + 1 < len(sentence) else None
        if token.low == "state" and after is not None and after.kind in (Kind.NOUN, Kind.NAME):
            sentence[place] = token._replace(kind=Kind.NOUN)
            continue
        governed = before is not None and before.kind in (
            Kind.AUXILIARY,
            Kind.PRONOUN,
            Kind.RELATIVE,
            Kind.ADVERB,
        )
        named = before is not None and before.kind is Kind.NAME and token.verb.form is Form.BASE
        passive = place > 2 and "by" in (sentence[place - 2].low, sentence[place - 3].low)
        named = named and not passive
        joined = place > 1 and sentence[place - 2].kind in (Kind.CONJUNCTION, Kind.AUXILIARY)
        ends = after is None or after.kind in _AFTER_NOUNS or after.low == "as" or (named and not joined)
        to_verb = before is not None and before.low == "to"
        told = to_verb and place > 1 and sentence[place - 2].low == "according"
        closing = after is None or after.kind is Kind.COMMA
        if closing and token.verb.base in _ESTIMATING and _has_own_subject(sentence, place):
            continue
        if told or (ends and not governed and not to_verb):
            sentence[place] = token._replace(kind=Kind.NOUN)
    return tuple(sentence)


_ESTIMATING = word_set("estimate claim report forecast project argue reckon note counter dispute")


def _has_own_subject(sentence: list[Token], place: int) -> bool:
    """Whether the words before a form that ends a clause are its subject: "…, the ministry estimates."."""
    first, token = place, sentence[place]
    while first > 0 and sentence[first - 1].kind in (Kind.NOUN, Kind.NAME, Kind.DETERMINER):
        first -= 1
    if not 0 < first < place or sentence[first - 1].kind not in (Kind.COMMA, Kind.QUOTATION):
        return False
    plural = token.verb is not None and token.verb.form is Form.BASE
    led = sentence[first].kind in (Kind.DETERMINER, Kind.NAME)
    return led and sentence[place - 1].low.endswith("s") == plural


def _read_amount(sentence: list[Token], place: int) -> None:
    """Read "as many as 60" as one phrase: neither "as" opens a clause."""
    for at in (place - 1, place + 1):
        if at < len(sentence) and sentence[at].low == "as":
            sentence[at] = sentence[at]._replace(kind=Kind.DETERMINER)


_HOW_MUCH = word_set("many much few little")
_WITH_BACK = word_set("shoot hit strike fire")
"""Verbs that speak only with "back": "shot back"."""
_ALSO_NOUNS = word_set(
    "claim report tweet comment remark note order demand request question answer charge attack call "
    "offer promise vow pledge post text message blog caption quote state joke quip protest object "
    "project forecast dispute doubt dream notice sense show plan hope fear guess worry wonder term "
    "label brand style fault credit voice issue address welcome praise blame thank laugh smile sigh "
    "scream shout cry whisper estimate counter complaint query murmur growl chant snap boast brag "
    "gripe brief print rule signal point volunteer"
)
_AFTER_NOUNS = frozenset(
    {
        Kind.PREPOSITION,
        Kind.CONJUNCTION,
        Kind.AUXILIARY,
        Kind.PARTICIPLE,
        Kind.VERB,
        Kind.REPORTING,
        Kind.NEGATOR,
        Kind.CLOSE,
        Kind.TIME,
        Kind.RELATIVE,
    }
)
_ADJECTIVES = word_set(
    "new old big violent public private political recent early late last first second such more many "
    "false true strong similar further other same own large small major minor official legal racist "
    "sexist repeated past previous price media campaign tax peaceful street mass sexual criminal "
    "federal"
)
"""Words that show that a word in -s after them is a plural: "recent claims"."""
