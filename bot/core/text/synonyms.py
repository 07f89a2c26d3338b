"""Words that news and questions about it use for the same thing, and the spelling of chats."""

from __future__ import annotations

_GROUPS = """
kill die dead death fatality casualty deceased perish slay liquidate murder
injure wound hurt casualty injury
arrest detain custody apprehend
protest demonstrate rally march unrest riot demonstration
protester demonstrator rioter activist
police officer cop policeman
say state tell declare announce claim remark comment add report
call describe label term brand dub
hospital hospitalise hospitalize
spokesman spokesperson representative
begin start launch commence
end finish stop cease conclude
buy purchase acquire
big large huge massive major
small little minor
cause reason why lead trigger spark
fire blaze
crash accident collision
company firm business corporation
leader head chief boss
president chairman
minister secretary
government authority administration state
soldier troop military army force
attack assault strike raid
strike hit
steal take loot snatch
lead chair head run manage
repay reimburse refund return
reach arrive
watch attend see
collect raise gather
give release grant donate provide offer hand
money cash euro dollar pound fund
break shatter crack smash
start open
close shut
sell sale
buy purchase sale
build erect construct
repair fix mend restore
damage harm hurt
drown die
die kill death
burn fire blaze
sink capsize founder
crash collide
collapse fall
vanish disappear missing
search hunt
warn alert caution
plan propose intend
delay postpone defer
cancel scrap abandon
approve back endorse
oppose resist object
criticise criticize slam condemn denounce attack
praise hail applaud
promise pledge vow
investigate probe inquiry investigation examine
accuse charge indict
convict guilty
jail prison sentence
free release
escape flee
evacuate evacuation move leave displace
shoot fire gun
stab knife
explode blast
earn make salary wage pay
lose loss
profit gain
debt owe
tax levy duty
rent lease
hire employ recruit
staff employee worker workforce
strike walkout stoppage
union guild
school college university
patient sick ill
vaccine jab shot inoculate
disease illness
study research survey trial
scientist researcher
weather forecast
rain downpour shower
snow blizzard
wind gale
earthquake quake tremor
wave surge
road street highway
bridge crossing
train rail railway
bus coach
airport runway
passenger traveller traveler
driver motorist
pupil child
mother mum mom
father dad
parent mother father
wife husband spouse
boss manager employer
owner landlord proprietor
own belong owner possess hold
customer client shopper
visitor tourist guest
fan supporter
player footballer
coach manager trainer
match game
goal score
team side squad club
referee umpire
trophy cup title
film movie
singer musician
song track
book novel
picture photo photograph image
video footage clip
website site
phone telephone mobile
shout yell scream cry call
letter note
speech address
meeting talk summit
talk negotiate negotiation
deal agreement accord pact
treaty pact
border frontier
refugee migrant
army military
police constable detective
suspect accused defendant
victim casualty
witness onlooker bystander
lawyer attorney barrister solicitor
jury juror
fine penalty
total overall altogether
whole entire
often frequently
now currently
yearly annual annually
monthly month
former ex previous
next following coming
bomb explosion blast
fight battle clash combat
money cash fund funding
cost price pay spend worth
increase rise grow climb gain
decrease fall drop decline reduce cut
win victory beat defeat
vote elect election ballot poll
law legislation act bill
judge court magistrate
prison jail imprison
sentence jail convict
help aid assist support
child kid
doctor physician medic
teacher professor
student pupil
car vehicle automobile
plane aircraft jet airplane
ship boat vessel
house home
city town
country nation state
area region district
film movie
job work employ position
make create build produce
get receive obtain
show reveal display
use employ utilise utilize
live reside inhabit
resident inhabitant
name call title
old age year
near close
fast quick rapid
begin origin
world global
refuse reject deny decline
agree accept approve
allow permit let
ban forbid prohibit outlaw
try attempt seek
quit resign
hire appoint
sack dismiss fire
steal rob theft robbery
flee escape
rescue save
destroy ruin demolish wreck
flood flooding inundate
storm hurricane
capture seize
overthrow topple coup
tweet post write
journalist reporter
newspaper paper
happen occur
important significant
famous well-known renowned
kind type sort
purpose goal aim
found establish create
locate situate
population inhabitant
author writer write
"""

SYNONYMS: tuple[tuple[str, ...], ...] = tuple(tuple(line.split()) for line in _GROUPS.strip().splitlines())
"""Groups of words, base forms. A word may stand in several; only members of one group are near in meaning."""

CHAT: dict[str, str] = dict(
    pair.split("=")
    for pair in [
        "govt=government",
        "gov=government",
        "gvt=government",
        "wat=what",
        "wut=what",
        "whats=what",
        "wats=what",
        "pls=please",
        "plz=please",
        "u=you",
        "ur=your",
        "ppl=people",
        "peeps=people",
        "abt=about",
        "msg=message",
        "b4=before",
        "yr=year",
        "yrs=years",
        "int'l=international",
        "intl=international",
        "natl=national",
        "min=minister",
        "mins=minutes",
        "w/=with",
        "w/o=without",
        "bc=because",
        "bcuz=because",
        "cuz=because",
        "cos=because",
        "coz=because",
        "r=are",
        "y=why",
        "tho=though",
        "thru=through",
        "dept=department",
        "pres=president",
        "sec=secretary",
        "pm=minister",
        "mil=military",
        "mgmt=management",
        "hr=hour",
        "hrs=hours",
        "thx=thanks",
        "cant=can't",
        "dont=don't",
        "didnt=didn't",
        "doesnt=doesn't",
        "isnt=isn't",
        "wasnt=wasn't",
        "wont=won't",
        "whos=who",
        "hows=how",
        "wheres=where",
        "whens=when",
        "hw=how",
        "hv=have",
        "gonna=going",
        "wanna=want",
        "sum1=someone",
        "some1=someone",
        "no1=nobody",
        "ne=any",
        "tmrw=tomorrow",
        "tmr=tomorrow",
        "yday=yesterday",
        "rn=now",
        "rly=really",
        "def=defence",
        "gen=general",
        "rep=representative",
        "spox=spokesperson",
        "biz=business",
        "info=information",
        "nr=number",
    ]
)
"""Chat spelling to the usual word. Applied only where the typed form is not itself a word of the articles."""
