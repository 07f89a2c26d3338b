"""Words that say little about what a sentence is about. They are weighed down in a search, never dropped."""

from __future__ import annotations

_DETERMINERS = "a an the this that these those some any each every either neither such both all another other"
_PRONOUNS = (
    "i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself "
    "it its itself they them their theirs themselves one ones who whom whose which what that anybody anyone "
    "anything somebody someone something everybody everyone everything"
)
_PREPOSITIONS = (
    "about above across after against along among around as at before behind below beside between beyond by down "
    "during for from in inside into like near of off on onto out over per since through throughout to toward "
    "towards under until up upon via with within"
)
_CONJUNCTIONS = (
    "and but or nor so yet if because while although though than whether when where why how unless"
)
_AUXILIARIES = (
    "am is are was were be been being do does did done doing have has had having can could may might must shall "
    "should will would ought 's 're 've 'll 'd 'm isn't aren't wasn't weren't don't doesn't didn't haven't hasn't "
    "hadn't can't cannot couldn't won't wouldn't shouldn't it's that's there's he's she's they're we're i'm you're"
)
_ADVERBS = (
    "also again already ever even further here just more most much many now once only own same still then there "
    "too very well not no"
)
STOP_WORDS = frozenset(
    f"{_DETERMINERS} {_PRONOUNS} {_PREPOSITIONS} {_CONJUNCTIONS} {_AUXILIARIES} {_ADVERBS}".split()
)
"""Function words of English: determiners, pronouns, prepositions, conjunctions, auxiliaries, common adverbs."""

_ASKING = (
    "who whom whose which what when where why how many much what's who's where's when's how's does did do"
)
ASKING_WORDS = frozenset(_ASKING.split())
"""Words that make a sentence a question. They say what kind of answer is asked for, not what it is about."""

_CHATTER = (
    "please pls plz tell show give find know want wanna hey hi hello thanks thx bot article articles "
    "story stories say says according text page piece anyone someone hmm ok okay lol btw so"
)
CHATTER = frozenset(_CHATTER.split())
"""Words by which people address the bot in a question."""

_CLASSES = (
    "people persons place places time date name named names kind type sort person thing things reason way happen "
    "happened happens happening called year month day"
)
CLASS_WORDS = frozenset(_CLASSES.split())
"""Words that name the class of the answer ("which place …"), which an answer rarely repeats."""

_LIGHT = (
    "get gets got getting give gives gave given giving take takes took taken taking make makes made "
    "making put puts go goes went gone going come comes came coming keep keeps kept hold holds held let lets set part "
    "place away use used"
)
LIGHT_VERBS = frozenset(_LIGHT.split())
"""Verbs, and parts of set phrases, that say little by themselves ("took part", "got away with")."""

_MEASURES = (
    "long high old large big tall far deep wide heavy fast often hot cold small young soon bad badly great"
)
MEASURED = frozenset(_MEASURES.split())
"""What "how" may ask the measure of; the answer gives the measure instead of the word."""

_PAID = "cost costs pay pays paid price priced worth spend spent money much"
PAID = frozenset(_PAID.split())
"""Words of a question for an amount of money that the currency of the answer already says."""
