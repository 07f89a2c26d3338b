"""Nouns by which sources without a name are known, grouped by what they are."""

from __future__ import annotations

from bot.core.names.titles import ROLES
from bot.core.text.words import word_set

DOCUMENTS = word_set(
    """
    report reports statement statements document documents paper papers record records filing filings
    letter letters memo memos memorandum email emails e-mail e-mails transcript transcripts lawsuit
    complaint indictment affidavit ruling verdict testimony study studies survey surveys poll polls census
    analysis review audit article articles editorial column book books biography manifesto diary data
    statistics figures numbers results research evidence website webpage page post posts tweet tweets
    message messages press-release release communique communiqué announcement invoice contract cable
    cables dossier file files notes footage video videos recording recordings tape tapes photo photos
    photographs image images map maps ad ads advert advertisement advertisements poster leaflet bulletin
    summary findings account accounts story stories headline headlines rumour rumours rumor rumors bill
    law constitution act order decree note motion petition brief briefs draft blog
    """
)
"""Things that are read, seen or heard."""

OUTLETS = word_set(
    """
    media press newspaper newspapers daily dailies weekly magazine magazines tabloid tabloids channel
    channels broadcaster broadcasters network networks station stations radio television tv agency-report
    newswire site outlet outlets wire
    """
)
"""Whoever publishes."""

ORGANISATIONS = word_set(
    """
    ministry department government administration authority agency bureau office police army navy military
    parliament congress senate council court tribunal committee commission board company firm bank
    campaign party union club team league association federation foundation institute university college
    school hospital church group organisation organization charity coalition alliance embassy consulate
    delegation panel watchdog regulator prosecution defence defense camp side staff service force forces
    city county state country nation kremlin regime cabinet palace airline manufacturer operator retailer
    publisher
    """
)
"""Bodies, in the singular or as a collective."""

DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your some several many most all both each
    every any
    """
)
"""Words that begin a noun phrase and do not tell one source from another."""

ENDS_HEAD = word_set(
    """
    of for from in on at with by to about inside outside near within across around under over against who
    which whose that whom where when as than familiar briefed seen obtained reviewed close based including involved speaking citing per
    after before during while since because
    """
)
"""Words after which a noun phrase only goes on to describe its head."""

PRONOUNS = word_set(
    """
    he she they it we i you him her them us me who which that this these those himself herself themselves
    one
    """
)
"""Words that stand for a source named elsewhere."""

QUANTITIES = word_set(
    """
    number handful dozen dozens hundreds thousands majority minority couple series range lot group some
    many most several one two three half none all both each few plenty array variety string team coalition
    """
)
"""Words after which "of" leads to the head: "a number of *observers*"."""

PEOPLE = word_set(
    """
    people officials authorities sources aides allies critics experts observers pundits scholars residents
    citizens locals members others some many several most parents relatives families friends colleagues
    neighbours neighbors police troops staff crew crews personnel media youth students clergy veterans
    opponents supporters fans delegates candidates politicians republicans democrats conservatives
    liberals americans activists detectives diplomats executives representatives insiders firms companies
    businesses groups organisations organizations agencies parties unions banks governments countries
    nations states cities campaigns teams charities judges courts scientists academics economists analysts
    specialists intellectuals elites migrants refugees immigrants couples individuals adults children kids
    girls boys guys persons rebels militants separatists victims guests viewers readers users customers
    clients patients nurses medics doctors public community crowd couple family pair duo trio majority
    minority percent half source person insider observer bystander onlooker wife husband widow father
    mother son daughter brother sister everybody everyone nobody
    """
)
"""People and bodies by nouns that their ending does not show."""

EVERYBODY = word_set(
    """
    people women men countries nations states citizens everybody everyone nobody companies voters
    americans
    """
)
"""Whole peoples: a source when they say, not when they think or want."""

_AGENTS = ("ers", "ors", "ists", "ians", "ants", "eers", "crats", "men", "women", "folk", "naires")


def is_of_people(head: str) -> bool:
    """Whether a head noun in lower case is somebody, told by the noun or by its ending."""
    return head in PEOPLE or head in ROLES or head.removesuffix("s") in ROLES or head.endswith(_AGENTS)


TELLING = word_set(
    """
    say says said saying tell tells told telling according add adds added adding write writes wrote
    writing tweet tweeted tweets ask asks asked state states stated claim claims claimed quoted
    """
)
"""Cues so plain that whatever is their subject is a source."""
