"""Verbs and nouns by which an article reports what others say, in all their forms.

The classes follow what the verb can govern in English news prose: a bare clause ("said it rained"), only a
clause with "that" or a quotation ("added that"), only a quotation ("joked"), or a person and a matter ("accused
the mayor of"). The lists were collected from general reading; every verb is there in its base form.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from bot.core.facts import Force
from bot.core.text.words import word_set


class Governs(IntEnum):
    """What a reporting verb can have as its content, from the most to the least."""

    CLAUSE = 0
    """A clause without "that": said, claimed."""
    THAT = 1
    """A clause with "that", "whether", "how", or a quotation: added, stressed."""
    QUOTATION = 2
    """A quotation only: joked, continued."""
    MATTER = 3
    """A person or thing and what is said of it: accused, described, called, criticised."""


class Form(IntEnum):
    """Grammatical form; a form that serves as past and as participle is `PAST`."""

    BASE = 0
    PRESENT = 1
    PAST = 2
    PARTICIPLE = 3
    ING = 4


class Verb(NamedTuple):
    """A form of a reporting verb."""

    base: str
    form: Form
    governs: Governs
    force: Force


_CLASSES: tuple[tuple[Governs, Force, str], ...] = (
    (
        Governs.CLAUSE,
        Force.SAID,
        (
            "say tell think believe hope feel know guess figure reckon mean swear promise suspect fear imagine pray "
            "estimate predict report suggest understand bet assume expect conclude warn find show argue"
        ),
    ),
    (Governs.CLAUSE, Force.CLAIMED, "claim insist"),
    (Governs.CLAUSE, Force.ALLEGED, "allege"),
    (Governs.THAT, Force.ALLEGED, "charge"),
    (Governs.CLAUSE, Force.CONFIRMED, "confirm admit acknowledge concede"),
    (
        Governs.THAT,
        Force.SAID,
        (
            "add announce argue state note explain stress emphasize emphasise underline underscore declare observe "
            "remark recall remind reveal indicate mention reply respond answer point caution advise agree disagree "
            "complain lament decide determine learn hint imply speculate testify vow pledge recommend propose "
            "reiterate repeat reassure assure convince signal stipulate theorize opine muse marvel joke quip comment "
            "disclose divulge elaborate clarify proclaim pronounce forecast project worry wonder "
            "counter retort rebut object protest boast brag gush preach profess relay recount "
            "exhort implore admonish encourage relate communicate convey inform notify brief show demonstrate demand urge request order "
            "instruct beg plead appeal cry threaten offer volunteer interject chime submit posit postulate surmise "
            "summarize summarise deem regret rejoice grumble moan groan whine gripe grouse concur consider doubt "
            "deduce foresee rule contradict correct anticipate realize realise recognize recognise "
            "stipulate surmise telegraph tout trumpet verify"
        ),
    ),
    (Governs.THAT, Force.CLAIMED, "maintain contend assert aver avow affirm"),
    (Governs.THAT, Force.CONFIRMED, "attest certify"),
    (Governs.THAT, Force.ECHOED, "echo"),
    (Governs.THAT, Force.DENIED, "deny refute reject dispute"),
    (
        Governs.THAT,
        Force.WROTE,
        ("write tweet post retweet blog publish text email e-mail message caption print scrawl pen co-write"),
    ),
    (Governs.THAT, Force.ASKED, "ask inquire enquire question query ponder"),
    (Governs.THAT, Force.CITED, "cite quote"),
    (
        Governs.QUOTATION,
        Force.SAID,
        (
            "continue begin conclude finish shout yell scream exclaim whisper mutter murmur mumble laugh chuckle "
            "smile sigh nod shrug grin snap bark bellow chant sing thunder rant rave tease deadpan "
            "sneer scoff snort growl hiss intone drawl enthuse "
            "fire shoot hit strike lash bristle read go start open close boom beam roar cheer snipe jab crack gloat "
            "lecture coo holler howl wail weep sob gasp recite "
            "react rail fume crow banter pray retaliate rage volley"
        ),
    ),
    (
        Governs.MATTER,
        Force.SAID,
        (
            "call describe label dub brand characterize characterise portray deride dismiss denounce condemn decry "
            "blast slam criticize criticise attack mock ridicule praise hail laud applaud commend welcome thank "
            "congratulate compare liken refer characterise term style depict paint salute bemoan deplore "
            "lambaste bash rip chide chastise rebuke scold berate excoriate skewer disparage defend justify endorse "
            "rate rank grade blame fault credit castigate slander taunt insult identify "
            "invoke admire fear "
            "express voice apologize apologise"
        ),
    ),
    (Governs.MATTER, Force.ALLEGED, "accuse"),
)

_IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "feel": ("felt", "felt"),
    "know": ("knew", "known"),
    "mean": ("meant", "meant"),
    "swear": ("swore", "sworn"),
    "understand": ("understood", "understood"),
    "bet": ("bet", "bet"),
    "find": ("found", "found"),
    "write": ("wrote", "written"),
    "co-write": ("co-wrote", "co-written"),
    "begin": ("began", "begun"),
    "sing": ("sang", "sung"),
    "hit": ("hit", "hit"),
    "shoot": ("shot", "shot"),
    "read": ("read", "read"),
    "strike": ("struck", "struck"),
    "weep": ("wept", "wept"),
    "go": ("went", "gone"),
    "give": ("gave", "given"),
    "show": ("showed", "shown"),
    "hear": ("heard", "heard"),
    "see": ("saw", "seen"),
    "foresee": ("foresaw", "foreseen"),
    "forecast": ("forecast", "forecast"),
}
_DOUBLED = word_set("admit quip rip beg dub pen chat rebut pet slam submit text refer") - {"text"}
_BRITISH = word_set("label signal marvel")
"""Verbs that British spelling doubles: "labelled"."""
_PRESENTS = {"go": "goes"}


def _ending(base: str, ending: str) -> str:
    """Return `base` with "ed" or "ing", spelled by the usual rules."""
    if base in _DOUBLED:
        return base + base[-1] + ending
    if ending == "ing" and base.endswith("e") and not base.endswith(("ee", "ye")):
        return base[:-1] + ending
    if ending == "ed" and base.endswith("e"):
        return base + "d"
    if ending == "ed" and base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + ending


def _present(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return _PRESENTS.get(base) or base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _forms(base: str) -> tuple[tuple[str, Form], ...]:
    past, participle = _IRREGULAR.get(base) or (_ending(base, "ed"), _ending(base, "ed"))
    return (
        (base, Form.BASE),
        (_present(base), Form.PRESENT),
        (participle, Form.PARTICIPLE),
        (past, Form.PAST),
        (_ending(base, "ing"), Form.ING),
    )


def forms_of(base: str) -> frozenset[str]:
    """Return the finite forms of any regular verb, and of the irregular reporting ones: "opposes", "opposed"."""
    return frozenset(word for word, form in _forms(base) if form in (Form.PRESENT, Form.PAST))


def _table() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for governs, force, bases in reversed(_CLASSES):
        for base in bases.split():
            table.update({word: Verb(base, form, governs, force) for word, form in _forms(base)})
            if base in _BRITISH:
                table[f"{base}led"] = Verb(base, Form.PAST, governs, force)
                table[f"{base}ling"] = Verb(base, Form.ING, governs, force)
    return table


REPORTING = _table()
"""Every form of every reporting verb, in lower case. A verb of two classes is in the one that governs more."""

_SPEAKING = "say tell add write tweet ask argue claim explain insist announce reply respond warn declare note"
SPEECH_FORMS = frozenset(
    word for base in _SPEAKING.split() for word, form in _forms(base) if form in (Form.PRESENT, Form.PAST)
)
"""Forms that show on their own that somebody speaks; used where marks are broken."""

_THINKING = "think believe feel hope know fear expect understand suspect doubt consider mean wonder worry regret decide"
THINKING_FORMS = frozenset(word for base in _THINKING.split() for word, _ in _forms(base))
"""Forms of verbs that tell what somebody thinks; the words are those of whoever says so."""

REPORTING_NOUNS = word_set(
    "statement claim allegation assertion comment remark announcement report warning argument "
    "suggestion accusation declaration contention insistence admission belief assessment estimate "
    "prediction promise pledge vow description complaint denial testimony tweet post words view "
    "opinion message"
)
"""Nouns that carry a reported clause: "the minister's claim that …", "in a statement"."""
