"""One form for the forms of a word that a stemmer does not bring together."""

from __future__ import annotations

_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|bring brought|build built|burn burnt
buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|die died dying|dig dug
draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed
feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone goes|grow grew grown
hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|learn learnt
leave left|lend lent|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met|pay paid|prove proven
ride rode ridden|ring rang rung|rise rose risen|run ran|say said says saying|see saw seen|seek sought|sell sold
send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk
sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|spring sprang sprung
stand stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|sweep swept|swim swam swum
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
understand understood|wake woke woken|wear wore worn|weave wove woven|win won|withdraw withdrew withdrawn
write wrote written
"""

_NOUNS = """
man men|woman women|child children|person people persons|foot feet|tooth teeth|mouse mice|goose geese|life lives
wife wives|knife knives|leaf leaves|half halves|wolf wolves|thief thieves|crisis crises|analysis analyses
basis bases|thesis theses|medium media|datum data|criterion criteria|phenomenon phenomena|index indices
spokesman spokesmen spokeswoman spokeswomen spokesperson spokespersons spokespeople
policeman policemen policewoman policewomen|fireman firemen|congressman congressmen|serviceman servicemen
"""

_ADJECTIVES = """
good better best|bad worse worst|far farther farthest further furthest
"""

_DEMONYMS = """
usa u.s u.s.a america american americans|uk u.k britain british briton britons|un u.n|eu e.u
russia russian russians|ukraine ukrainian ukrainians|china chinese|france french|germany german germans
spain spanish|italy italian italians|poland polish poles|turkey turkish|kazakhstan kazakh kazakhs
israel israeli israelis|iran iranian iranians|iraq iraqi iraqis|syria syrian syrians|japan japanese
india indian indians|pakistan pakistani pakistanis|greece greek greeks|sweden swedish swedes
norway norwegian norwegians|denmark danish danes|finland finnish finns|netherlands dutch|ireland irish
scotland scottish scots|wales welsh|england english|europe european europeans|africa african africans
asia asian asians|australia australian australians|canada canadian canadians|mexico mexican mexicans
brazil brazilian brazilians|egypt egyptian egyptians|hungary hungarian hungarians|switzerland swiss
portugal portuguese|korea korean koreans|vietnam vietnamese|afghanistan afghan afghans|serbia serbian serbs
"""


def _table(*lists: str) -> dict[str, str]:
    families = (
        family.split() for text in lists for family in text.replace("\n", "|").split("|") if family.strip()
    )
    return {form: first for first, *others in families for form in (first, *others)}


LEMMAS = _table(_VERBS, _NOUNS, _ADJECTIVES)
"""Irregular inflected form to its base form."""

COUNTRIES = _table(_DEMONYMS)
"""Country, its adjective and its people to one form; they name the same place, yet not the same thing."""

NUMBER_WORDS = {
    word: str(value)
    for words, first, step in (
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
            0,
            1,
        ),
        ("sixteen seventeen eighteen nineteen", 16, 1),
        ("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    )
    for word, value in zip(words.split(), range(first, first + 1000 * step, step), strict=False)
}
"""Number words that are one word, in digits."""
