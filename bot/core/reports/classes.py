"""The closed word classes of English that mark the borders of phrases and clauses."""

from __future__ import annotations

from enum import IntEnum

from bot.core.text.words import word_set


class Kind(IntEnum):
    """What a token is, as far as finding subjects and reported clauses needs it."""

    NOUN = 0
    """Any word of an open class that is no verb we know: nouns and adjectives."""
    NAME = 1
    PRONOUN = 2
    DETERMINER = 3
    NUMBER = 4
    PREPOSITION = 5
    CONJUNCTION = 6
    SUBORDINATOR = 7
    RELATIVE = 8
    AUXILIARY = 9
    NEGATOR = 10
    ADVERB = 11
    REPORTING = 12
    VERB = 13
    TIME = 14
    COMMA = 15
    COLON = 16
    BREAK = 17
    """A semicolon or a dash between words."""
    OPEN = 18
    CLOSE = 19
    QUOTATION = 20
    PARTICIPLE = 21
    """A word in -ing or -ed that is no reporting verb."""


NOMINAL = frozenset({Kind.NOUN, Kind.NAME, Kind.NUMBER})
VERBAL = frozenset({Kind.AUXILIARY, Kind.REPORTING, Kind.VERB, Kind.PARTICIPLE})

_WORDS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.PRONOUN,
        (
            "i he she they we you it him her them us me himself herself themselves itself someone everyone "
            "nobody everybody anyone somebody"
        ),
    ),
    (
        Kind.DETERMINER,
        (
            "the a an this these those his her its their my our your some several many most all both each "
            "every any another no few other such what's"
        ),
    ),
    (Kind.NUMBER, "one two three four five six seven eight nine ten dozens hundreds thousands half others"),
    (
        Kind.PREPOSITION,
        (
            "of for from with at in on to near inside within by about into onto over under against between "
            "among during through throughout across around toward towards upon without despite amid "
            "via outside beyond behind above below off per than like regarding concerning including "
            "alongside beside besides following versus aboard along past till until since"
        ),
    ),
    (Kind.CONJUNCTION, "and or but nor yet so &"),
    (
        Kind.SUBORDINATOR,
        (
            "that because if when while after before although though as unless whether where whereas how "
            "why what lest wherever whenever whatever"
        ),
    ),
    (Kind.RELATIVE, "who which whom whose"),
    (
        Kind.AUXILIARY,
        (
            "is are was were be been being am has have had having do does did will would can could shall "
            "should may might must ought 's 'd 'll 've 're 'm got gets let lets let's"
        ),
    ),
    (Kind.NEGATOR, "not never neither hardly scarcely n't barely"),
    (
        Kind.ADVERB,
        (
            "also then later earlier again now still just even too very more less once ever soon often always "
            "sometimes perhaps maybe however meanwhile instead therefore thus moreover furthermore already "
            "further almost here there rather quite else ago away back down up out forth together "
            "afterward afterwards previously twice elsewhere indeed otherwise nonetheless nevertheless "
            "only once simply long all-out far well at-large alike"
        ),
    ),
    (
        Kind.TIME,
        (
            "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays "
            "fridays saturdays sundays today yesterday tomorrow tonight january february march april june july "
            "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
            "morning afternoon evening overnight midday noon midnight"
        ),
    ),
    (
        Kind.VERB,
        (
            "went came took made gave met held spoke stood began left lost won led sent kept fell broke brought "
            "became ran sat built wore grew threw drew drove flew rose chose spent paid sold bought caught fought "
            "taught sought fled hid laid lay bit blew ate forgot froze rode shook slept stole stuck struck swam "
            "comes goes takes makes wants needs seems looks appears keeps gives becomes remains includes "
            "requires allows leads stands works lives plays runs turns thinks want need seem look come take make "
            "put used keep become remain set cut hurt get saw did done gone seen been knew told "
            "go ran try tries help helps use uses bring brings work live "
            "win wins lose loses vote votes like love loves hate hates "
            "follow follows continue stop stops start starts happen happens tend tends "
            "sank shrank sprang swung hung bent forbade forgave lent leapt dealt dug swept woke rang tore slid clung crept "
            "flung arose overcame withdrew undertook underwent overtook rebuilt misled sang drank swam "
            "refuse refuses decline declines mean turn contain contains feature features"
        ),
    ),
)


def _table() -> dict[str, Kind]:
    table: dict[str, Kind] = {}
    for kind, words in reversed(_WORDS):
        table.update(dict.fromkeys(words.split(), kind))
    return table


CLOSED = _table()
"""Lower-cased word to kind; a word of two classes is in the first one of the list above."""

BE = word_set("is are was were be been being am 's 're 'm")
HAVE = word_set("has have had having 've 'd 's")
ING_NOUNS = word_set(
    "morning evening meeting building hearing briefing thing something anything nothing everything "
    "spring king ring wing string during being rating ruling filing feeling writing painting "
    "gathering posting training housing funding spending hiring marketing beijing offering warning "
    "wedding shooting rally-going sibling nursing banking meaning opening"
)
NEVER_VERBS = word_set(
    "hearing meaning feeling opening posting reading orders rule rules ruling rate rates rating rank ranks ranking "
    "grade grades grading correct corrects"
)
"""Forms of reporting verbs that are nouns in news."""
ED_NOUNS = word_set(
    "need shed sled speed seed deed feed bleed creed breed weed red bed hundred united sacred wicked naked"
)
LY_NOUNS = word_set(
    "family july italy ally rally reply supply assembly anomaly bully belly only daily weekly monthly "
    "quarterly elderly friendly deadly likely unlikely early fly lily monopoly holy ugly"
)
