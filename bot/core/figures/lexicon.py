"""Word classes that end, carry or colour a thing counted. Closed classes are complete, open ones are the usual few."""

from __future__ import annotations

from typing import Final

from bot.core.text.words import word_set

FUNCTION: Final = word_set(
    # determiners and pronouns
    "the a an this that these those its his her their our your my he she it they we you i who whom whose which what "
    "him them us me himself themselves itself each every both any some no none all another others either neither "
    # prepositions
    "of in on at by for with from to into onto over under about above below between among through during before after "
    "since until till against across along around behind beyond near off out outside inside per than as via within "
    "without despite toward towards upon amid like unlike including plus minus versus vs up down throughout aboard "
    # conjunctions and particles
    "and or but nor so yet if unless while whereas because although though when where whether why how not n't & "
    # auxiliaries
    "is are was were be been being am has have had having do does did will would shall should can could may might must "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't "
    # adverbs
    "ago later earlier only just also even still already now then here there again once twice ever never always often "
    "far back apart together today tonight yesterday tomorrow instead however meanwhile overall "
    "respectively alone altogether more less fewer better "
    "anyway else maybe perhaps soon almost nearly about abroad downtown overnight"
)
"""Words no noun phrase after a number runs across."""

VERBS: Final = word_set(
    "broke sank "
    "said says say told tell tells came come comes went go goes kept keep keeps became become becomes made make makes "
    "took take takes taken found find finds left leave leaves gave give gives given got get gets saw see sees seen "
    "began begin begins begun ran run runs rose rise rises fell fall falls fallen held hold holds led lead leads lost "
    "lose loses met meet meets won win wins wrote write writes written sat sits stood stands spoke speaks thought "
    "thinks knew know knows felt feels brought bring brings bought buy buys built build builds caught catch cost costs "
    "cut cuts died die dies drove drives ate eat fought fight fights fled flew flies forced hit hits hurt lay lie lies "
    "let lets paid pay pays put puts read reads sent send sends set sets shot showed show shows shut sold sell sells "
    "slept spent spend spends stole struck strike strikes swam swore taught teach threw thrown tore torn wore worn "
    "want wants need needs seem seems seemed remain remains remained live lives lived work works worked include "
    "includes included require requires contain contains provide provides face faces suggest suggests carry carries "
    "travel travels earn earns own owns help helps start starts stop stops follow follows happen happens has was is does"
)
"""Verbs that may stand right behind a thing counted, and must not be read as part of it."""

VERBAL_PLURALS: Final = word_set(
    "drives costs cuts fights hits sets shows strikes works lives helps starts stops runs rises falls wins finds needs "
    "leads reads moves votes shots deaths uses calls plans claims offers demands attacks changes points"
)
"""Plurals that are verbs too: right behind a number they are nouns."""
VERBAL_NOUNS: Final = word_set(
    "travel work fight cut hit set run help start stop show cost drive live win rise fall lead hold read strike meet "
    "find shot death face"
)
"""Singulars that are verbs too: right behind "one" they are nouns."""

ADJECTIVES: Final = word_set(
    "more other additional further extra remaining separate different such new old young big small large little long "
    "short high low full whole main major minor great good bad best worst first last next final early late recent "
    "previous former current present national local foreign international domestic federal public private social "
    "political military civil civilian economic financial medical legal human general special single double average "
    "consecutive successive straight total key top senior junior male female black white red blue green hot cold heavy "
    "light free open strong serious severe dead alive missing ill sick homeless able due further-reaching square "
    "too very most least several many few certain various possible similar same key crucial unarmed armed unnamed unidentified less fewer "
    "away deep wide tall old thick left right home underground online asleep afraid aware ready unhurt unharmed unaccounted unconscious critical stable"
)
"""Adjectives: never the thing itself."""
LEADING: Final = word_set(
    "more other additional further extra remaining separate different such new or so less fewer"
)
"""Adjectives that belong to the count, not to the thing: left out of the unit."""

COLLECTIVES: Final = word_set(
    "people police personnel staff crew cattle troops military clergy infantry cavalry livestock poultry folk youth "
    "aircraft spacecraft hovercraft sheep fish deer offspring series species headquarters means barracks media data "
    "criteria phenomena bacteria men women children feet teeth mice geese oxen policemen alumni faculty "
    "horsepower chassis shrimp salmon trout squid elk bison "
    "yen yuan euro tenge kin gentry vermin"
)
"""Plurals without an s."""
IRREGULAR_ENDS: Final = ("people", "men", "women", "children", "folk", "craft", "feet")
SINGULAR_S: Final = word_set(
    "news always perhaps across various previous serious famous numerous dangerous religious nervous less unless "
    "yes gas bus plus virus bonus status campus census chaos thus us his its this is was has does goes as "
    "congress address process business access success press class glass mass loss boss cross dress stress analysis "
    "crisis basis politics economics physics mathematics athletics gymnastics besides towards afterwards sometimes "
    "nowadays overseas indoors outdoors downstairs upstairs alias bias atlas canvas texas kansas paris james thomas "
    "charles dallas los las des les aids diabetes tennis chess"
)
"""Words in -s that are no plural."""
ATTRIBUTIVE: Final = word_set(
    "sports arms sales savings systems operations goods customs weapons communications news games"
)
"""Plurals that stand before the noun they belong to ("two arms dealers")."""

STATES: Final = word_set(
    "killed injured wounded hurt dead missing arrested detained hospitalised hospitalized displaced evacuated rescued "
    "homeless infected sick ill hanged beheaded shot executed convicted charged sentenced jailed imprisoned released "
    "freed drowned trapped stranded unaccounted damaged destroyed burned burnt closed cancelled canceled dismissed "
    "sacked deported expelled kidnapped abducted murdered slain poisoned vaccinated quarantined recovered liquidated "
    "captured seized deployed suspended fined stabbed crushed feared died perished survived returned "
    "broke snapped sank collapsed crashed resigned abstained escaped refused agreed disagreed responded joined "
    "fled attended protested voted signed hired elected alive unhurt unharmed aboard"
)
"""What may be said of a count right after it, without an auxiliary ("12 killed")."""
TRANSITIVE: Final = word_set(
    "killed killing kills injured injuring injures wounded wounding hurting arrested arresting detained detaining "
    "rescued rescuing evacuated evacuating displaced displacing destroyed destroying damaged damaging freed freeing "
    "captured capturing seized seizing deported deporting kidnapped kidnapping murdered murdering executed executing "
    "hospitalised hospitalized hospitalising hospitalizing shot infected infecting stranding trapping sentenced"
)
"""Verbs before a count whose object it is ("killing 107")."""
STATE_PHRASES: Final = (
    ("in", "intensive", "care"),
    ("in", "critical", "condition"),
    ("in", "serious", "condition"),
    ("in", "stable", "condition"),
    ("in", "hospital"),
    ("in", "custody"),
    ("in", "detention"),
    ("in", "prison"),
    ("in", "jail"),
    ("in", "quarantine"),
    ("in", "isolation"),
    ("under", "arrest"),
)
"""States of persons told by a phrase."""
AUXILIARIES: Final = word_set(
    "were was are is have has had been being be got get getting remain remained still also so far"
)
SKIPPED: Final = word_set(
    "believed thought known presumed confirmed said to reportedly allegedly later already now then subsequently officially since still also so far feared"
)

LABELS: Final = word_set(
    "section sections article articles chapter chapters page pages line lines flight flights route routes highway "
    "grade series season episode day week phase level platform gate room number numbers no nos type class group figure "
    "table volume part act size channel unit building apartment district ward precinct stage step version model area "
    "formula category round game match map lot lane floor pier terminal zone sector block post posts division schedule "
    "appendix annex paragraph clause verse psalm opus op resolution directive regulation proposition measure law rule "
    "title code form case exhibit item question bus train bay camp school tower ship hull interstate motorway junction "
    "exit mile-marker vol art sec ch fig p pp ver rev nr par line tier rank ranked seed seeded top ground count reference ref docket file badge invoice box suite iso pin"
)
"""Nouns whose following number is a name ("Section 427", "Flight 370", "day five")."""
LABEL_ABBREVIATIONS: Final = word_set("no nos p pp vol art sec ch fig op nr par ver rev rep bldg apt rm")
PREPOSITIONS: Final = word_set("in at near from across outside of around inside to by for with on")
ONE_PRONOUN: Final = word_set("no any every some which loved square anyone everyone someone whichever")
"""Before "one": a pronoun, no count."""
ONE_COMPOUNDS: Final = word_set(
    "off time sided way liner liners stop size on to upmanship dimensional another"
)
"""After "one-": an idiom, no count."""
HYPHEN_IDIOMS: Final = word_set(
    "twenties thirties forties fifties sixties seventies eighties nineties way faced sided fold-out time odd something ish by to on nil"
)
SPACED_HYPHEN: Final = word_set("member day week month year hour minute page man point part")
"""After "six - " with spaces: an attribute that was cut apart."""
STREETS: Final = word_set(
    "street st road rd avenue ave boulevard blvd drive dr lane ln place square way court terrace"
)
"""Last words of an address."""

COUNT_NOUNS: Final = word_set(
    "crowd audience toll total tally count population turnout attendance membership circulation workforce"
)
"""Nouns that name an amount told by a number further on ("the death toll rose to 31")."""
COUNT_PREFIXES: Final = word_set("death injury casualty vote head body grand overall official")
REACHING: Final = word_set(
    "to at of reached reaching hit passed topped exceeded is was stands stood numbered numbers totalled totaled with by"
)
"""Words between such a noun and its number."""
WHILES: Final = word_set("seconds minutes hours days weeks months years decades centuries")
"""Short forms of the units of time."""
LASTING: Final = word_set(
    "take took takes taken lasted last lasts for after spent been is was with of in well just"
)
"""Before "over two days": it took more than that."""

OBJECT_OPENERS: Final = word_set(
    "the a an his her its their our this that these those some about around nearly almost dozens hundreds thousands "
    "several another many one two three four five six seven eight nine ten eleven twelve"
)
"""Behind a verb: its object begins, so the count before it acted and nothing was done to it."""
OBJECT_PAIRS: Final = frozenset(
    {("at", "least"), ("more", "than"), ("up", "to"), ("as", "many"), ("fewer", "than")}
)
PERSON_ENDS: Final = (
    "people",
    "men",
    "women",
    "children",
    "ers",
    "ors",
    "ists",
    "ians",
    "ants",
    "ees",
    "police",
    "staff",
)
PERSONS: Final = word_set(
    "persons pupils boys girls civilians refugees hostages suspects victims protesters police crew troops personnel "
    "students patients migrants relatives tourists guards officials activists rebels militants members others citizens"
)
"""Those who can be hurt or arrested."""

PERSON_STATES: Final = TRANSITIVE | word_set(
    "hurt dead missing homeless sick ill hanged beheaded charged convicted jailed imprisoned released drowned trapped "
    "stranded deported expelled kidnapped poisoned vaccinated quarantined recovered liquidated died perished survived fled "
    "wounded injured arrested"
) - word_set("destroyed destroying damaged damaging seized seizing captured")
"""What only happens to persons, or is mostly told of them."""

HALVES: Final = word_set(
    "first second other their his her its our your top bottom latter former better this that each"
)
"""Before "half of": one of two stretches, no amount."""

NOUNS_IN_ING: Final = word_set(
    "morning evening building meeting thing wing ring king string spring warning hearing killing shooting feeling "
    "painting wedding ceiling bombing ruling filing offering sibling being hanging landing opening reading recording "
    "setting sitting training housing beginning stabbing mailing"
)
"""Nouns that look like participles."""

UNTOLD: Final = word_set(
    "expected needed required allowed supposed estimated considered scheduled planned based compared"
)
"""Participles that say nothing of what happened."""

NEGATORS: Final = word_set("not never nobody none nothing neither nor")
"""They turn "more than" into "at most"."""
