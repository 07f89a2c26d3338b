"""Articles and stores for what is rechecked."""

from __future__ import annotations

from pathlib import Path

from bot.core.article import Article
from bot.core.facts import Facts
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.database import Ref
from bot.services.recall import Recheck, recheck

ROOT = Path(__file__).parents[2]
TEXTS = [
    path.read_text(encoding="utf-8")
    for folder in ("tests/corpus", "seeds")
    for path in sorted((ROOT / folder).glob("*.txt"))
]
FERRY = """Ferry runs aground

“Nobody on the bridge was asleep,” harbour master Ada Brandt said. She praised the crew.

Police said 353 officers were injured. The mayor said 26 boats were lost. Nobody had seen it coming.

The ferry lay on the sand for some hours.
"""


def article(text: str = FERRY, id: str = "ferry") -> Article:  # noqa: A002 – the article's own word for it
    return read_article(text, id=id)


def store(*articles: Article) -> FactStore:
    return FactStore.build((each, Facts()) for each in articles)


def cite(old: Article, words: str) -> Ref:
    """The passage of these words, which stand in the article once."""
    assert old.text.count(words) == 1
    start = old.text.index(words)
    return Ref(old.sha256, start, start + len(words))


def after(words: str, *edits: tuple[str, str], text: str = FERRY) -> Recheck:
    """What became of a passage after some edits of the text, each of words that stand in it once."""
    edited = text
    for old_words, new_words in edits:
        assert edited.count(old_words) == 1
        edited = edited.replace(old_words, new_words)
    old = article(text)
    return recheck(cite(old, words), "ferry", old, store(article(edited)))
