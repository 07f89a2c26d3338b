"""Answering questions from a store."""

from bot.services.answers.asking import ask
from bot.services.answers.compare import Comparison, compare
from bot.services.answers.lists import articles, figures, passage, quote, sources
from bot.services.answers.timeline import Timeline, timeline
from bot.services.answers.values import Answer, Fact, Hit, Passage, Receipt, Refusal, RefusalCode, Reply
from bot.services.answers.who import Chains, who

__all__ = [
    "Answer",
    "Chains",
    "Comparison",
    "Fact",
    "Hit",
    "Passage",
    "Receipt",
    "Refusal",
    "RefusalCode",
    "Reply",
    "Timeline",
    "articles",
    "ask",
    "compare",
    "figures",
    "passage",
    "quote",
    "sources",
    "timeline",
    "who",
]
