"""Words that say what a person is: courtesy titles, offices, roles, with the gender some of them show."""

from __future__ import annotations

from bot.core.text.words import word_set

HE_TITLES = word_set("mr sir lord baron count fr")
"""Courtesy titles of men, lower case, without the full stop."""

SHE_TITLES = word_set("mrs ms miss mx lady dame baroness countess") - {"mx"}
"""Courtesy titles of women."""

OPEN_TITLES = word_set("dr prof professor rev reverend hon mx")
"""Courtesy and learned titles of anybody."""

COURTESY = HE_TITLES | SHE_TITLES | OPEN_TITLES
"""Titles that stand before a surname alone ("Ms Brandt") and are part of that naming."""

OFFICES = word_set(
    """
    president vice-president premier chancellor minister secretary undersecretary governor
    lieutenant-governor mayor senator congressman congresswoman representative delegate councilman
    councilwoman councillor alderman assemblyman assemblywoman commissioner ambassador envoy consul
    attorney solicitor sheriff justice magistrate chairman chairwoman chairperson chair chief director
    chief-executive ceo cfo coo general admiral colonel major captain commander lieutenant sergeant
    corporal private brigadier marshal constable inspector superintendent detective officer agent judge
    king queen prince princess duke duchess emperor empress emir sheikh sultan pope cardinal archbishop
    bishop pastor imam rabbi ayatollah father sister brother speaker leader whip nominee candidate
    spokesman spokeswoman spokesperson prosecutor coach manager dean provost comrade uncle aunt sen sens
    rep reps gov lt gen col maj capt sgt cmdr adm brig supt insp det del atty pres
    secretary-general director-general attorney-general major-general vice-chairman co-chairman vice-chancellor
    """
)
"""Offices and ranks that stand capitalised before a name, lower case, without the full stop."""

NAME_LIKE = word_set(
    """
    king judge pope bishop dean major prince duke queen chief marshal sister brother father speaker
    private agent coach cardinal earl justice general secretary officer leader manager director chair
    representative delegate
    """
)
"""Offices that are also names or common parts of names; they count as titles only at the start of a naming."""

OFFICE_MODIFIERS = word_set(
    """
    vice deputy acting former ex assistant associate senior junior prime foreign interior defence defense
    finance home state press chief first lieutenant lt attorney surgeon majority minority house senate
    district national general executive managing communications campaign presidential vice-presidential
    gubernatorial then then- late retired under police security justice health education environment
    energy trade labour labor transport economy agriculture culture permanent high supreme crown grand
    staff master sergeant major rear brigadier detective editor co-chair policy
    """
)
"""Words that stand between a title and what precedes it ("White House *Press* Secretary")."""

HE_ROLES = word_set(
    """
    spokesman chairman congressman councilman assemblyman alderman businessman policeman fireman fisherman
    salesman sportsman statesman gunman clergyman craftsman nobleman man boy father dad son brother
    husband uncle nephew grandfather grandson stepfather stepson widower boyfriend fiancé king prince duke
    emperor pope bishop priest monk imam rabbi actor waiter gentleman lad guy patriarch ombudsman frontman
    anchorman
    """
) - {"rabbi", "bishop", "priest", "actor", "ombudsman"}
"""Role nouns that say he."""

SHE_ROLES = word_set(
    """
    spokeswoman chairwoman congresswoman councilwoman assemblywoman businesswoman policewoman sportswoman
    stateswoman clergywoman noblewoman woman girl mother mom mum daughter sister wife aunt niece
    grandmother granddaughter stepmother stepdaughter widow girlfriend fiancée queen princess duchess
    empress nun actress waitress heroine hostess matriarch frontwoman anchorwoman ballerina
    """
)
"""Role nouns that say she."""

OPEN_ROLES = word_set(
    """
    spokesperson chairperson president premier chancellor minister secretary undersecretary governor mayor
    senator representative delegate councillor commissioner ambassador envoy diplomat consul attorney
    lawyer solicitor barrister sheriff justice judge magistrate chair chief director ceo general admiral
    colonel major captain commander lieutenant sergeant corporal brigadier marshal constable inspector
    superintendent detective officer agent speaker leader whip nominee candidate prosecutor coach manager
    dean provost official aide adviser advisor strategist consultant pollster analyst economist expert
    scientist researcher professor scholar historian author writer novelist poet journalist reporter
    correspondent editor columnist commentator pundit blogger host anchor producer presenter broadcaster
    critic photographer filmmaker artist singer musician rapper actor comedian designer architect engineer
    doctor physician surgeon nurse paramedic midwife psychiatrist psychologist teacher lecturer
    headteacher principal student pupil graduate farmer builder driver pilot sailor soldier veteran
    athlete player striker midfielder defender goalkeeper quarterback cyclist runner swimmer champion
    owner founder co-founder entrepreneur investor banker broker trader executive boss partner head deputy
    assistant member activist campaigner organiser organizer volunteer protester demonstrator lawmaker
    legislator politician strongman dictator ruler tycoon billionaire millionaire oligarch philanthropist
    donor supporter voter resident neighbour neighbor witness survivor victim suspect defendant plaintiff
    teenager pensioner retiree employee worker clerk librarian pharmacist chemist biologist physicist
    astronomer geologist climatologist mathematician statistician sociologist anthropologist archaeologist
    theologian philosopher bishop archbishop cardinal priest pastor vicar rabbi firefighter policymaker
    regulator auditor accountant trustee treasurer co-chair vice-president co-author co-host contributor
    chef baker butcher shopkeeper landlord tenant cousin friend colleague fellow rival opponent challenger
    incumbent contender ally operative staffer surrogate chief-of-staff congressperson hacker developer
    programmer model dancer conductor composer pianist violinist referee umpire jockey trainer curator
    warden ranger guard
    """
)
"""Role nouns that leave the gender open."""

ROLES = HE_ROLES | SHE_ROLES | OPEN_ROLES
"""Nouns that name one person by what they are or do."""

ABBREVIATED = word_set(
    """
    mr mrs ms dr prof rev hon fr sen sens rep reps gov lt gen col maj capt sgt cpl cmdr adm brig supt insp
    det pres jr sr st mt ft atty dist msgr
    """
)
"""Words of a name that are written with a full stop."""

DEPARTMENTS = word_set("state defense defence energy labor commerce agriculture education health justice")
"""What stands after "Secretary of" or "Minister of" before a name."""
