"""Names and words of places, and the adjectives and nouns made of them."""

from __future__ import annotations

from bot.core.text.words import phrases, word_set

COUNTRIES = phrases(
    """
    afghanistan; albania; algeria; andorra; angola; argentina; armenia; australia; austria; azerbaijan;
    bahrain; bangladesh; belarus; belgium; benin; bolivia; bosnia; botswana; brazil; britain; bulgaria;
    burkina faso; burma; burundi; cambodia; cameroon; canada; chile; china; colombia; congo; costa rica;
    croatia; cuba; cyprus; czechia; czech republic; denmark; ecuador; egypt; el salvador; england;
    eritrea; estonia; ethiopia; finland; france; gabon; georgia; germany; ghana; great britain; greece;
    guatemala; guinea; haiti; honduras; hungary; iceland; india; indonesia; iran; iraq; ireland; israel;
    italy; ivory coast; jamaica; japan; jordan; kazakhstan; kenya; kosovo; kuwait; kyrgyzstan; laos;
    latvia; lebanon; libya; lithuania; luxembourg; madagascar; malawi; malaysia; mali; malta; mauritius;
    mexico; moldova; monaco; mongolia; montenegro; morocco; mozambique; myanmar; namibia; nepal;
    netherlands; new zealand; nicaragua; niger; nigeria; north korea; northern ireland; norway; oman;
    pakistan; palestine; panama; paraguay; peru; philippines; poland; portugal; qatar; romania; russia;
    rwanda; saudi arabia; scotland; senegal; serbia; sierra leone; singapore; slovakia; slovenia; somalia;
    south africa; south korea; south sudan; soviet union; spain; sri lanka; sudan; sweden; switzerland;
    syria; taiwan; tajikistan; tanzania; thailand; tibet; tunisia; turkey; turkmenistan; uganda; ukraine;
    united arab emirates; united kingdom; united states; united states of america; uruguay; uzbekistan;
    vatican; venezuela; vietnam; wales; yemen; zambia; zimbabwe; u.s; u.s.; us; usa; u.k; u.k.; uk; uae;
    ussr; eu; european union; europe; asia; africa; america; north america; south america; latin america;
    middle east; west bank; gaza; gaza strip; crimea; caucasus; balkans; scandinavia; siberia; antarctica;
    arctic
    """
) - {"eu", "european union", "u.s", "u.s.", "u.s.a", "u.k", "u.k."}
"""Countries and continents, lower case."""

REGIONS = phrases(
    """
    alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; florida; hawaii;
    idaho; illinois; indiana; iowa; kansas; kentucky; louisiana; maine; maryland; massachusetts; michigan;
    minnesota; mississippi; missouri; montana; nebraska; nevada; new hampshire; new jersey; new mexico;
    new york; north carolina; north dakota; ohio; oklahoma; oregon; pennsylvania; rhode island; south
    carolina; south dakota; tennessee; texas; utah; vermont; virginia; west virginia; wisconsin; wyoming;
    puerto rico; bavaria; saxony; catalonia; lombardy; normandy; tuscany; ontario; quebec; alberta;
    queensland; victoria; new south wales; chechnya; donbas; punjab; kashmir; xinjiang; hong kong; guam
    """
)
"""States and provinces, lower case."""

CITIES = phrases(
    """
    aleppo; almaty; amsterdam; ankara; athens; atlanta; auckland; baghdad; baltimore; bangkok; barcelona;
    beijing; beirut; belfast; belgrade; berlin; birmingham; bishkek; bogota; bonn; boston; bratislava;
    brisbane; brooklyn; brussels; bucharest; budapest; buenos aires; cairo; calais; cape town; caracas;
    cardiff; charlotte; chicago; cincinnati; cleveland; cologne; copenhagen; dallas; damascus; delhi;
    denver; des moines; detroit; dhaka; dubai; dublin; edinburgh; frankfurt; geneva; glasgow; hamburg;
    hanoi; havana; helsinki; houston; islamabad; istanbul; jakarta; jerusalem; johannesburg; kabul;
    karachi; kharkiv; kiev; kyiv; la paz; las vegas; leeds; leipzig; lima; lisbon; liverpool; london; los
    angeles; lyon; madrid; manchester; manhattan; manila; marseille; mecca; melbourne; mexico city; miami;
    milan; milwaukee; minneapolis; minsk; moscow; mosul; mumbai; munich; nairobi; naples; new delhi; new
    orleans; new york city; nur-sultan; odessa; orlando; osaka; oslo; ottawa; paris; philadelphia;
    phoenix; pittsburgh; portland; prague; pyongyang; rio de janeiro; rome; sacramento; san diego; san
    francisco; santiago; sao paulo; sarajevo; seattle; seoul; shanghai; sofia; st. louis; stockholm;
    strasbourg; sydney; tallinn; tashkent; tbilisi; tehran; tel aviv; tokyo; toronto; tripoli; tunis;
    turin; vancouver; venice; vienna; vilnius; warsaw; washington; washington dc; wellington; yerevan;
    zagreb; zurich
    """
)
"""Large and much-written-about cities, lower case."""

PLACES = COUNTRIES | REGIONS | CITIES
"""All places known here."""

PLACE_WORDS = word_set(
    """
    airport alley arena avenue bay beach boulevard bridge canal canyon cape castle city coast county creek
    desert district field forest garden gardens glacier gulf harbor harbour heights highway hill hills
    island islands isle lake lakes lane mall mountain mountains ocean oblast palace park peak peninsula
    plaza port prefecture prison province raion reef region ridge river road sea square stadium station
    strait street strip territory tower towers town township tunnel valley village volcano
    terrace crescent row mews quay wharf pier
    """
)
"""Last words of names of places."""

PLACE_HEADS = word_set(
    """
    lake mount mt fort port cape gulf bay isle strait camp sea republic kingdom commonwealth
    """
)
"""First words of names of places."""

DEMONYMS = word_set(
    """
    afghan african albanian algerian american arab argentine armenian asian australian austrian
    azerbaijani balkan bangladeshi bavarian belarusian belgian bolivian bosnian brazilian british
    bulgarian burmese californian cambodian canadian catalan chechen chilean chinese colombian croatian
    cuban czech danish dutch egyptian english estonian ethiopian eurasian european filipino finnish
    flemish floridian french georgian german greek haitian hungarian icelandic indian indonesian iranian
    iraqi irish israeli italian japanese jewish jordanian kazakh kazakhstani kenyan korean kosovar kurdish
    kuwaiti kyrgyz latin latvian lebanese liberian libyan lithuanian malaysian maltese mexican moldovan
    mongolian moroccan muslim nepalese nigerian norwegian pakistani palestinian persian peruvian polish
    portuguese prussian qatari romanian russian rwandan saudi scottish serbian siberian singaporean slovak
    slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tajik texan thai tibetan
    tunisian turkish turkmen ugandan ukrainian uzbek venezuelan vietnamese welsh western yemeni zimbabwean
    christian catholic protestant orthodox sunni shiite shia hindu buddhist islamic islamist anglican
    evangelical democratic republican communist socialist conservative liberal libertarian labour green
    tory african-american afro-american hispanic latino latina black white native caucasian asian-american
    eastern northern southern central
    democrat
    """
)
"""Adjectives of peoples, faiths and parties: they name nobody by themselves."""

PLURAL_PEOPLES = word_set(
    """
    democrats republicans conservatives liberals libertarians socialists communists tories greens
    nationalists islamists muslims christians jews catholics protestants hindus sikhs sunnis shiites
    evangelicals mormons latinos hispanics whites blacks brits britons germans russians americans
    europeans africans asians arabs
    """
)
"""Peoples, faiths and parties in the plural."""

SHORT_FORMS = {
    ("us",): ("united", "states"),
    ("usa",): ("united", "states"),
    ("united", "states", "of", "america"): ("united", "states"),
    ("uk",): ("united", "kingdom"),
    ("un",): ("united", "nations"),
    ("eu",): ("european", "union"),
    ("uae",): ("united", "arab", "emirates"),
    ("washington", "dc"): ("washington",),
}
"""Namings of the same place or body that no article explains, folded."""

DIRECTIONS = word_set(
    """
    north south east west northern southern eastern western central upper lower greater downtown mid outer
    inner
    """
)
"""Words that, before a place, make the name of a larger or smaller one."""
