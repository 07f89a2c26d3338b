"""From a folded token to the form under which it is indexed."""

from __future__ import annotations

import re

import tantivy

from bot.core.search.wordforms import LEMMAS, NUMBER_WORDS

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_POSSESSIVE = re.compile(r"'s?$")
_PLAIN = re.compile(r"[^\W\d_]+")


class Stemmer:
    """The engine's English stemmer over irregular forms and numbers, so that both sides meet in one form."""

    __slots__ = ("_analyzer",)

    def __init__(self) -> None:
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
        self._analyzer = words.filter(tantivy.Filter.stemmer("english")).build()

    def stem(self, form: str) -> str:
        """Return the indexed form of a folded token: "protesters'" → "protest", "2,000" → "2000"."""
        form = bare(form)
        if _PLAIN.fullmatch(form):
            form = NUMBER_WORDS.get(form) or LEMMAS.get(form, form)
            return next(iter(self._analyzer.analyze(form)), form) if form.isascii() else form
        return form.replace(",", "") if _THOUSANDS.fullmatch(form) else form


def bare(form: str) -> str:
    """Return the token without its possessive."""
    return _POSSESSIVE.sub("", form) or form
