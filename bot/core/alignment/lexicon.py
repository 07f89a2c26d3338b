"""The words that turn a statement: negators, hedges, directions. Closed classes are complete, open ones the usual."""

from __future__ import annotations

from typing import Final

from bot.core.text.words import word_set

NEGATORS: Final = word_set(
    "not never no none nothing nobody nowhere neither nor without cannot non "
    "deny denies denied denying denial denials fail fails failed failing failure "
    "refuse refuses refused refusing refusal reject rejects rejected rejecting "
    "hardly barely scarcely unable unlikely false untrue lack lacks lacked lacking "
    "aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt shouldnt wasnt werent wont wouldnt"
)
"""Words by which something is said not to be so; those typed without their apostrophe too."""

HEDGES: Final = word_set(
    "about nearly almost around roughly approximately circa some approaching estimated close virtually "
    "allegedly alleged alleges reportedly apparently apparent possibly possible probably probable perhaps maybe "
    "may might could can would should likely seemingly seems seem seemed appears appear appeared supposedly supposed "
    "suspected suspects presumably presumed purported purportedly potentially potential conceivably arguably "
    "unconfirmed rumoured rumored so-called claimed believed thought feared if unless often sometimes usually "
    "mostly partly largely mainly generally typically"
)
"""Words that leave it open how much, or whether it is so."""

DIRECTIONS: Final = word_set(
    "more less fewer before after above below over under up down most least minimum maximum until since by "
    "rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing "
    "decrease decreases decreased decreasing higher lower highest lowest larger smaller greater bigger "
    "gain gains gained gaining lose loses lost losing loss grow grows grew grown growing growth "
    "shrink shrinks shrank shrunk drop drops dropped climb climbs climbed decline declines declined "
    "earlier later early late first last best worst better worse inside outside north south east west "
    "accept accepts accepted approve approves approved oppose opposes opposed support supports supported "
    "win wins won open opens opened close closes closed all every both only many few"
)
"""Words of two ends, of which the other one turns the statement round."""
