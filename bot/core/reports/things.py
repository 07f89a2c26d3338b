"""Things that stand before a reporting verb and tell nobody anything: they are never a source."""

from __future__ import annotations

from bot.core.text.words import word_set

THINGS = word_set(
    # what is worn, carried, eaten
    "watch watches coat hat shoe shoes bag bags bread cake coffee tea wine dinner lunch breakfast "
    # buildings and their parts
    "chapel bridge bridges tower roof wall walls door doors window windows room kitchen cellar garden street "
    "road roads river lake harbour harbor field fields forest mountain valley island beach "
    # what moves
    "van vans car cars truck trucks lorry lorries bus buses train trains tram ferry ship ships boat boats "
    "plane planes trawler helicopter bicycle bike taxi "
    # what happens
    "conversation petition silence storm flood fire blaze crash explosion accident collapse winter summer "
    "weather rain snow wind season match game war strike "
    # what is counted and weighed
    "cost costs price prices profit profits average amount number numbers sum total share shares sales ticket "
    "tickets rent rate rates money"
)
"""Head nouns in lower case; signs, letters, studies and figures that "show" something are not among them."""
