"""Stands that somebody named takes: "the party opposed the toll", "Kent and Weiss have long defended the plan".

Only a name that is plainly the subject counts, and only verbs that in most of their uses tell what somebody said
or stands for; whoever merely does something is no source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.article import Article, BlockKind
from bot.core.facts import Report
from bot.core.names import Mention, NameKind
from bot.core.reporting_verbs import forms_of
from bot.core.sources.phrases import is_party
from bot.core.span import Span
from bot.core.text.words import word_set

_STANDING = (
    "endorse defend propose attack oppose support blast question cite criticize criticise denounce accuse condemn "
    "praise laud applaud reiterate reference dismiss tout deem slam rebuke mock ridicule champion "
    "advocate embrace favor favour hail welcome reject disavow repudiate decry bemoan lament deplore lambaste bash "
    "chide scold berate assail deride belittle downplay stress emphasize emphasise highlight underscore acknowledge "
    "announce confirm deny dispute explain describe discuss predict promise pledge reveal recall recount outline "
    "detail articulate invoke repeat echo contest challenge urge express voice suggest "
    "recommend request demand"
)
_TO = word_set(
    "sought seeks decline declined declines refused refuses vowed vows pledged pledges promised promises agreed agrees "
    "threatened threatens offered offers hopes hoped proposed proposes urged expects expected asked asks"
)
_WITH_PREPOSITION = {
    "about": word_set(
        "spoke speaks talked talks warned warns complained complains worried worries bragged boasted joked jokes asked"
    ),
    "for": word_set(
        "called calls argued argues advocated advocates apologized apologised pleaded thanked pushed"
    ),
    "to": word_set(
        "pointed points referred refers alluded alludes objected objects responded responds replied reacted"
    ),
    "against": word_set("argued argues spoke warned warns railed rails lashed"),
    "on": word_set("elaborated commented insisted weighed"),
    "of": word_set("spoke speaks warned warns complained accused"),
    "with": word_set("agreed agrees disagreed disagrees"),
    "at": word_set("hinted hints"),
    "out": word_set("lashed spoke speaks"),
}
_STANCES = frozenset(form for base in _STANDING.split() for form in forms_of(base))
_GROUP = re.compile(
    r"(?:,\s(?:who|the|a|an|his|her|its)\s[^,;:“”\"]{2,90},|\s\([^()]{1,24}\))?"
    r"(?P<before>(?:\s(?:has|have|had|will|would|also|all|both|again|further|now|even|often|long|later|then|himself|herself"
    r"|itself|[a-z]+ly))*)\s(?P<verb>[A-Za-z]+)(?:\s(?P<next>[a-z]+))?"
)
_GOVERNED = re.compile(
    r"\b(?:of|for|by|with|from|to|in|at|on|against|about|than|like|over|under|between|including|not)\s(?:the\s|an?\s)?$"
)
_JOINT = re.compile(r",? (?:and )?(?:[A-Z][\w.]*\s)?")
_WHERE = frozenset({BlockKind.PROSE, BlockKind.TITLE, BlockKind.HEADING})
_MOST = 4
"""Names that share one verb; in longer lists the first ones are left out."""


def stances(
    article: Article, mentions: Sequence[Mention], reports: Sequence[Report]
) -> Iterator[tuple[Span, Span, Span]]:
    """Yield source, cue and content of each stand that no report has already."""
    taken = {report.cue.start for report in reports}
    for place, mention in enumerate(mentions):
        if not _speaks(article.text, mention):
            continue
        group = _GROUP.match(article.text, mention.span.end)
        if group is None or group.start("verb") in taken or not _is_stance(group):
            continue
        sentence, block = article.sentence_at(mention.span.start), article.block_at(mention.span.start)
        if sentence is None or block is None or block.kind not in _WHERE or group.end() >= sentence.end:
            continue
        cue = Span(*group.span("verb"))
        for subject in _subjects(article.text, mentions, place, sentence):
            yield subject.span, cue, Span(cue.end + 1, sentence.end)


def _speaks(text: str, mention: Mention) -> bool:
    if mention.kind is NameKind.OTHER:
        return is_party(mention.span.of(text).casefold())
    return mention.kind is not NameKind.PLACE


def _is_stance(group: re.Match[str]) -> bool:
    verb, following = group["verb"].casefold(), group["next"]
    if verb in _STANCES:
        return following != "by"
    return (verb in _TO and following == "to") or verb in _WITH_PREPOSITION.get(following or "", ())


def _subjects(text: str, mentions: Sequence[Mention], place: int, sentence: Span) -> Iterator[Mention]:
    """Yield the name before the verb and those joined to it, none where a preposition governs them."""
    found = [mentions[place]]
    while place > 0 and len(found) < _MOST:
        before = mentions[place - 1]
        start = _start(found[-1])
        if not _speaks(text, before) or not _JOINT.fullmatch(text, before.span.end, start):
            break
        found.append(before)
        place -= 1
    first = _start(found[-1])
    if not _GOVERNED.search(text, max(sentence.start, first - 20), first):
        yield from found


def _start(mention: Mention) -> int:
    role = mention.role
    return role.start if role is not None and role.end <= mention.span.start else mention.span.start
