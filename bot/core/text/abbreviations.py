"""Words before a full stop that need not end a sentence, and words that nearly always start one.

Grouped by what may follow; all in lower case, without the last stop. Collected from style books of news agencies
(titles, months, American states, ways of writing addresses and companies).
"""

from __future__ import annotations

from bot.core.text.words import word_set

BEFORE_A_NAME = word_set(
    # Titles stand before a name and never last.
    "mr mrs ms mx dr drs prof profs gen lt col sgt capt cmdr cdr maj brig adm sen sens rep reps gov govs hon rev fr"
    " messrs mme mlle pres supt insp det cpl pvt pfc ssgt sra srta herr m vs cf viz e.g i.e a.k.a resp incl"
    " approx det.-sgt sec.-gen dir asst assoc atty dist treas revd rt"
)

BEFORE_A_NUMBER = word_set(
    # An ordinary word or a shortened one, decided by the figure that follows: "No. 5", "he said no."
    "no nos nr fig figs vol vols p pp art arts sec sect ch chap para paras par pt ver rev reg op cl ext est c"
    " jan feb mar apr jun jul aug sep sept oct nov dec ca circa at approx tel"
)

MAY_END = word_set(
    # Ends a sentence only when what follows shows it: "the U.S. The", "Acme Inc. He". No word here is an ordinary one.
    "inc ltd co corp bros plc llc jr sr esq etc al st ste mt ft ave blvd rd hwy sq bldg dept univ assn assoc govt"
    " intl natl avg hr hrs secs mins lb lbs oz ph.d phd m.d d.c u.s u.k u.n e.u"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues thu thur thurs fri"
    " ala ariz calif colo conn fla ga kans ky md mich minn mont neb nebr nev okla penn tenn va vt wis wyo"
    " ont que alta sask"
)

CLOCK = frozenset({"a.m", "p.m", "am", "pm"})

AFTER_CLOCK = word_set(
    # What follows a time of day inside the same sentence: "5 p.m. Monday", "9 a.m. EST".
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sept oct nov dec mon tue tues wed thu thurs fri"
    " sat sun et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eet ist msk jst aest local eastern"
    " central pacific"
)

STARTERS = word_set(
    # Words that, with a capital letter, start a sentence rather than go on with a name.
    "the a an he she it they we i you in on at but and so if when while after before this that these those there"
    " here his her its their our my your as for from with by to of not no yes what who why how where which some many"
    " most all both each every once since although though however meanwhile also according then now just still yet"
    " even only under over during earlier later because despite until about among another any are is was were be can"
    " could did do does had has have nor or one two several such than through today tomorrow yesterday tonight unlike"
    " whether will would nobody nothing others more instead into between against along asked officials police"
    " authorities critics witnesses residents people prosecutors investigators firefighters reporters"
)

NAMES_WITH_A_BANG = frozenset(
    {"yahoo", "jeopardy", "wham", "joomla", "oklahoma", "airplane", "e", "oliver", "panic"}
)

DOMAINS = word_set(
    # What stands after the stop inside an address, so that "Booking.Com" is no two sentences.
    "com org net gov edu mil int info biz io co uk us eu de fr es it nl ru ua kz pl cz ch at in jp cn au ca br tv me"
    " ly gg app dev ai news social html htm php pdf jpg png txt js py exe"
)
