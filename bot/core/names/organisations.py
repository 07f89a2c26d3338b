"""Words by which the name of an organisation or an outlet is known."""

from __future__ import annotations

from bot.core.text.words import phrases, word_set

ORG_WORDS = word_set(
    """
    academy administration agency airlines airways alliance army assembly association authority bank
    board brigade brotherhood bureau cabinet campaign caucus center centre chamber church
    clinic club coalition college command commission committee commonwealth company conference
    confederation congress consortium constabulary convention corp corporation corps council court
    department directorate division duma embassy enterprises exchange federation firm force forces forum
    foundation front fund government group guard guards holdings hospital house inc industries initiative
    institute institution intelligence international labs laboratory league legion legislature library llc
    llp ltd ministry mission monitor museum nations navy network observatory office organisation
    organization orchestra panel parliament partners partnership party patrol plc police project reserve
    registry school schools secretariat securities senate service services society soviet staff summit
    survey syndicate systems taliban team technologies tribunal trust union united universities university
    verkhovna watch watchdog workers works co ag gmbh sa spa bv nv treasury pentagon kremlin
    estates properties homes motors foods pharmaceuticals analytics logistics steel petroleum telecom
    insurance electric electronics software entertainment studios pictures bros rovers wanderers athletic albion
    whitehall politburo knesset bundestag bundesrat kgb
    """
) | {"department", "dept", "fbi"}
"""Last words of names of organisations, lower case."""

ORG_SHORTS = word_set(
    """
    pentagon kremlin congress parliament senate treasury interpol europol taliban hamas hezbollah
    bundestag knesset duma bundesrat facebook twitter google microsoft amazon apple netflix uber boeing
    airbus siemens gazprom rosneft walmart greenpeace oxfam unicef unesco opec nasa nato isis pfizer
    toyota volkswagen samsung
    """
)
"""Names of organisations of one word that are written like any other name."""

ORG_NAMES = phrases(
    """
    white house; downing street; wall street; capitol hill; scotland yard; silicon valley; oval office;
    coast guard; goldman sachs; morgan stanley; jpmorgan chase; amnesty international; human rights watch;
    red cross; al qaeda; al-qaeda; islamic state; planned parenthood; general motors; air force; state
    duma; kkr
    """
)
"""Organisations whose name shows none of the words above."""

OF_HEADS = word_set(
    """
    academy agency alliance army assembly association bank board brotherhood bureau cabinet center centers
    centre chamber church clerk college commission committee commonwealth community confederation
    conference congress convention corps council court daughters department diocese directorate faculty
    federation foundation fund guild house institute institutes institution joint knights league library
    ministry museum office order organisation organization parliament party school secretariat service
    society sons survey trust union university isle gulf strait bay cape republic kingdom state states
    emirates sea lake mount city duchy bishopric americans veterans citizens students families mothers
    physicians doctors reporters friends women times
    """
)
"""Words after which "of", "for" or "on" continues a name ("Ministry of Health", "Council on Foreign Relations")."""

AND_TAILS = word_set(
    """
    prevention development technology medicine sciences science space human security cooperation
    co-operation commerce industry trade labor labour welfare culture sport sports tourism drug immunity
    explosives firearms immigration customs innovation budget education statistics infrastructure poor
    sons brothers company co
    """
)
"""Words that may follow "and" inside the name of an organisation ("Food and *Drug* Administration")."""

GENERIC = word_set(
    """
    foreign interior defence defense finance health education justice home state transport energy labour
    labor agriculture culture environment economy emergency emergencies situations internal external
    affairs general supreme high constitutional federal national central regional district city county
    local royal prosecutor prosecutors press security intelligence secret public election electoral
    treasury
    """
)
"""Words that, with an organisation word alone, need a country before them to name anything ("Foreign Ministry")."""

OUTLET_WORDS = word_set(
    """
    times post news journal herald tribune gazette mail guardian telegraph daily magazine radio tv
    television broadcasting observer chronicle press dispatch inquirer examiner bulletin courier mirror
    sun express newspaper weekly monthly review sentinel ledger globe register star-ledger zeitung
    newswire wire reuters pravda broadcaster
    star echo argus enquirer reporter advertiser standard advocate reader record
    """
)
"""Last words of names of newspapers, channels and agencies."""

OUTLET_HEADS = word_set("radio television tv channel kanal canal telewizja")
"""First words of names of stations."""

OUTLETS = phrases(
    """
    abc; abc news; afp; agence france-presse; al arabiya; al jazeera; al-jazeera; ansa; ap; ard;
    associated press; atlantic; axios; baltimore sun; bbc; bild; bloomberg; boston globe; breitbart;
    buzzfeed; cbc; cbs; cnbc; cnn; corriere della sera; daily beast; daily mail; daily telegraph; der
    spiegel; deutsche welle; die welt; die zeit; dpa; economist; el mundo; el país; el pais; euronews;
    financial times; forbes; fortune; fox; fox news; gawker; guardian; haaretz; huffington post; huffpost;
    independent; interfax; itar-tass; kommersant; kyodo; la repubblica; le figaro; le monde; los angeles
    times; mail on sunday; meet the press; mcclatchy; mother jones; msnbc; nbc; nbc news; new republic;
    new york times; new yorker; newsweek; npr; pbs; politico; politifact; radio free europe; reuters; ria
    novosti; rolling stone; rt; russia today; sky news; slate; spiegel; sputnik; süddeutsche zeitung;
    tass; the hill; the intercept; the nation; the onion; time magazine; univision; usa today; vanity
    fair; vice news; vox; wall street journal; washington examiner; washington post; wikileaks; wikinews;
    xinhua; zdf; 60 minutes; channel one; state television
    """
)
"""Well-known outlets, lower case, without "the"."""
