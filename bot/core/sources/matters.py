"""Reported matters that are no clause: "observers have noted the unlikelihood of …", "the ministry denied the claim".

Only a verb that is the first of its sentence counts, so that its subject is what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.article import Article, BlockKind
from bot.core.facts import Report
from bot.core.span import Span

_VERB = re.compile(
    r"\b(?:(?:noted|alleged|denied|confirmed|announced|acknowledged|admitted|stressed|emphasi[sz]ed|highlighted|underlined"
    r"|predicted|forecast|disclosed|revealed|condemned|denounced|criticised|criticized|praised|welcomed|rejected|disputed"
    r"|dismissed|questioned|voiced|expressed|bemoaned|lamented|decried|hailed|lauded|touted|ridiculed|mocked)(?=\s(?:the|a|an|any|its|his|her|their|no|doubts?|concerns?|fears?|hope)\s)"
    r"|issued(?=\s(?:\S+\s){1,8}?(?:statements?|warnings?|criticisms?|denials?|appeals?|apolog(?:y|ies)|calls?|reports?)\b)"
    r"|raised(?=\s(?:\S+\s){0,3}?(?:concerns?|doubts?|questions?|fears?)\b)"
    r"|called(?=\sfor\s)|warned(?=\s(?:of|against)\s)|complained(?=\s(?:of|about)\s)|spoke(?=\sof\s))\s"
)
_SUBJECT = re.compile(
    r"(?:[^,;:“”\"]{1,40},\s)?(?P<source>[^,;:“”\"()—–]{3,110}?)"
    r"(?:\son\s\w+day)?(?:\s(?:has|have|had))?(?:\s(?:also|again|further|now|even|\w+ly))*\s$"
)
_VERBS_OR_CLAUSES = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|said|says|that"
    r"|which|who|where|when|if|because|while|after|before|as|to|not|n[’']t|he|she|they|it|we|i|you|by|by)\b",
    re.IGNORECASE,
)
_PROSE = frozenset({BlockKind.PROSE})


def matters(article: Article, reports: Sequence[Report]) -> Iterator[tuple[Span, Span, Span]]:
    """Yield source, cue and content of each matter that no report has already."""
    taken = {report.cue.start for report in reports}
    for verb in _VERB.finditer(article.text):
        sentence = article.sentence_at(verb.start())
        block = article.block_at(verb.start())
        if sentence is None or block is None or block.kind not in _PROSE or verb.start() in taken:
            continue
        if verb.start() - sentence.start > 180:
            continue
        subject = _SUBJECT.fullmatch(article.text, sentence.start, verb.start())
        if subject is not None and not _VERBS_OR_CLAUSES.search(subject["source"]):
            cue = Span(verb.start(), verb.end() - 1)
            yield Span(*subject.span("source")), cue, Span(verb.end(), sentence.end)
