"""Replies as plain JSON values, the formats of `docs/json.md`: in full, and as the lines of a batch."""

from __future__ import annotations

from bot.core.article import Article, Detail
from bot.core.facts import Dated, Figure, Quote
from bot.core.fragments import passage_link
from bot.core.store import Entry
from bot.services.answers import Answer, Comparison, Fact, Hit, Reply, Timeline
from bot.services.compare import ends
from bot.services.records import Record, date_record, figure_record, quote_record, source_record


def line_record(reply: Reply) -> Record:
    """Return `{"answers", "refusal"}`, what `ask --batch` prints beside the `id`."""
    if isinstance(reply, Answer):
        return {"answers": [_place(hit) for hit in reply.hits], "refusal": None}
    nearest = [_place(hit) for hit in reply.nearest]
    return {"answers": [], "refusal": {"code": reply.code.value, "nearest": nearest}}


def reply_record(reply: Reply) -> Record:
    """Return an answer or a refusal with all that is known about it."""
    about: Record = {"question": reply.question, "searched": list(reply.searched)}
    if isinstance(reply, Timeline):
        about |= {"undated": [hit_record(hit) for hit in reply.undated]}
    if isinstance(reply, Comparison):
        about |= _compared(reply)
    if isinstance(reply, Answer):
        return about | {
            "answers": [hit_record(hit) for hit in reply.hits],
            "refusal": None,
            "closest_only": reply.closest_only,
            "read_as": [list(pair) for pair in reply.read_as],
            "ask_back": list(reply.ask_back),
        }
    refusal = {
        "code": reply.code.value,
        "reason": reply.reason,
        "missing": list(reply.missing),
        "suggestions": list(reply.suggestions),
        "nearest": [hit_record(hit) for hit in reply.nearest],
    }
    return about | {"answers": [], "refusal": refusal}


def hit_record(hit: Hit) -> Record:
    """Return a passage with its receipt, its link and the fact that answers in it."""
    article, proof = hit.passage.article, hit.passage.receipt
    return _place(hit) | {
        "id": hit.passage.id,
        "paragraphs": list(proof.paragraphs) if proof.paragraphs else None,
        "hash": proof.hash,
        "link": passage_link(article, hit.passage.span),
        "highlights": [list(span) for span in hit.highlights],
        "fact": None if hit.fact is None else fact_record(article, hit.fact),
    }


def fact_record(article: Article, fact: Fact) -> Record:
    """Return a fact as `extract` has it, with its `type`."""
    if isinstance(fact, Quote):
        return {"type": "quote"} | quote_record(article, fact)
    if isinstance(fact, Figure):
        return {"type": "figure"} | figure_record(article, fact)
    if isinstance(fact, Dated):
        return {"type": "date"} | date_record(fact)
    return {"type": "source"} | source_record(article, fact)


def article_record(entry: Entry) -> Record:
    """Return an article's meta data, each with whether it was inferred, and how many facts it has."""
    article, facts = entry
    return {
        "id": article.id,
        "sha256": article.sha256,
        "characters": len(article.text),
        "title": _detail(article.title),
        "outlet": _detail(article.outlet),
        "author": _detail(article.author),
        "published": _detail(article.published),
        "url": _detail(article.url),
        "language": _detail(article.language),
        "aliases": list(article.aliases),
        "sentences": len(article.sentences),
        "quotes": len(facts.quotes),
        "figures": len(facts.figures),
        "sources": len(facts.sources),
        "dates": len(facts.dates),
    }


def _compared(found: Comparison) -> Record:
    pairs = [
        {"first": pair.first, "second": pair.second, "relation": pair.relation.value, "why": pair.why}
        for pair in found.pairs
    ]
    read = [{"low": each.low, "high": each.high, "reading": ends(each)} for each in found.read]
    return {"read": read, "pairs": pairs, "more": found.more}


def _place(hit: Hit) -> Record:
    passage = hit.passage
    return {
        "article": passage.article.id,
        "start": passage.span.start,
        "end": passage.span.end,
        "score": hit.score,
        "text": passage.text,
    }


def _detail(detail: Detail | None) -> Record | None:
    return None if detail is None else {"value": detail.value, "inferred": detail.inferred}
