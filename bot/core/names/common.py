"""Capitalised words that are no names: what sentences start with, days, months, interface words."""

from __future__ import annotations

from bot.core.text.words import word_set

CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec christmas easter ramadan thanksgiving halloween am pm gmt utc est pst
    bst cet covid covid-19
    """
)
"""Days, months and feasts."""

FUNCTION_WORDS = word_set(
    """
    a about above according across actually add added after afterwards again against ago ahead albeit all
    almost along already also although always am amid among amongst an and another any anybody anyone
    anything anyway apart apparently are around as aside at away back barely based be because been before
    behind being below beneath beside besides between beyond both but by can cannot certainly clearly come
    consequently contrary could currently dear did despite didn do does doing done don down due during
    each earlier early either else elsewhere enough especially essentially even eventually ever every
    everybody everyone everything evidently except far few fewer finally firstly following for formerly
    fortunately forward four from further furthermore generally get given go going good great had hardly
    has have having he hello hence her here hers herself hey him himself his hopefully how however i i'd
    i'll i'm i've if imagine in including incredibly indeed initially inside instead into is isn it it's
    its itself just keep last lastly late later latest least less lest let let's lets like likewise little
    long look made mainly make many maybe me meanwhile mere might mine more moreover most mostly mr much
    must my myself namely near nearby nearly neither never nevertheless next no nobody none nonetheless
    nor normally not nothing notwithstanding now nowadays nowhere obviously occasionally of off often oh
    ok okay on once one ones only onto opposite or originally other others otherwise ought our ours
    ourselves out outside over overall own part perhaps plus please plenty possibly presumably previously
    prior probably put quite rather really recently regarding regardless related roughly sadly said same
    say says second secondly see seemingly seldom several shall she should similar similarly simply since
    so some somebody someday somehow someone something sometimes somewhat soon sorry still subsequently
    such suddenly sure surely take taken thanks that that's the thee their theirs them themselves then
    thence there thereafter thereby therefore these they thine this thereupon those thou though three
    through throughout thus till time to today together tomorrow tonight too toward towards traditionally
    true try twice two typically ultimately under underneath undoubtedly unfortunately unless unlike until
    up upon us use usually various versus very via was watch way we well were what whatever when whenever
    where whereas whereby wherever whether which whichever while who whoever whom whose why will with
    within without won worse would wow yeah yes yesterday yet you your yours yourself first five six seven
    eight nine ten eleven twelve dozens hundreds thousands millions billions half twenty thirty forty
    fifty sixty seventy eighty ninety hundred thousand million billion new old big small high low right
    wrong left top bottom full free open real read click share follow subscribe advertisement photo photos
    video image images caption file update updated listen source sources story note editor editors
    exclusive breaking live opinion analysis correction transcript abstract text full-text comment
    comments contact copyright asked speaking writing citing noting adding asking calling saying born
    ideally theoretically technically politically economically interestingly importantly surprisingly
    """
)
"""Words that start sentences, lower case."""

PLAIN_NOUNS = word_set(
    """
    activists advisers advocates aides allies analysts authorities agencies attackers backers banks
    bishops businesses campaigners candidates children citizens city civilians clerics colleagues
    commentators companies community companions conservationists consumers councillors couples court
    courts crews critics customers delegates demonstrators detectives developers diplomats doctors donors
    drivers economists editors election elections employees employers engineers executives experts
    families fans farmers fathers federal figures firefighters firms fishermen friends funeral government
    governments governors groups historians homeowners hospitals inspectors insiders investigators
    investors islanders journalists judges jurors landlords lawmakers lawyers leaders legislators local
    locals lookouts managers mayors media medics men members migrants military militants ministers money
    mothers neighbors neighbours nurses observers officers officials onlookers operatives opponents
    opposition organisers organizers others owners parents party passengers people photographers planners
    players police policymakers politicians polls poll pollsters power priests prisoners producers
    prosecutors protesters protestors protests pundits pupils rebels refugees regulators reporters reports
    research researchers rescuers residents restaurants retailers rivals sailors scholars schools
    scientists security senators senior soldiers spokesmen staff state statistics statisticians
    strategists students studies study supporters surveys survivors suspects taxpayers teachers teenagers
    tenants tourists traders traffic troops trustees unions users veterans victims villagers visitors
    volunteers voters war watchers witnesses women workers writers young youth documents papers data
    evidence emails records results rumours rumors speculation testimony article articles letter letters
    statement statements transcript video footage
    """
)
"""Common nouns that start sentences and would pass for a name before a verb."""

NOT_NAMES = CALENDAR | FUNCTION_WORDS | PLAIN_NOUNS
"""Never a name at the start of a sentence."""


CUTS = word_set("the a an i he she it they we but and in on at if when as then")
"""Small words that, capitalised inside a stretch, begin a new sentence or heading."""

NO_NAMES = word_set(
    """
    tv pm am ceo cfo coo cto dna rna id ok pdf url html vip diy hiv aids suv atm usb gps pr hr it i q a ad
    bc mp mps md phd jd rn gmo r d ld usd eur gdp cpi
    """
)
"""Abbreviations in capital letters that name nobody."""

EVENT_WORDS = word_set(
    """
    war wars act acts day amendment agreement treaty accord accords pact deal award awards prize cup
    series game games olympics century week month year plan bill law constitution code theory virus
    disease syndrome tour night show book edition debate debates season revolution era doctrine test index
    scale i ii iii iv championship championships festival marathon trophy medal recession depression order
    amendments clause proposition initiative election elections primary reform dream bible koran internet
    web mass
    """
)
"""Last words of names of events, laws and things."""
