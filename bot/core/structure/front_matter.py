"""What a seed says about itself before its first line."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.article import Detail
from bot.core.span import Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Meta data given, not inferred. `span` covers the front matter in the text with both its `---` lines."""

    span: Span | None = None
    title: Detail | None = None
    outlet: Detail | None = None
    author: Detail | None = None
    published: Detail | None = None
    url: Detail | None = None
    language: Detail | None = None
    aliases: tuple[str, ...] = ()
