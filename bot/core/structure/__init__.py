"""Reading an article's structure: blocks, meta data, posts, sentences."""

from bot.core.structure.front_matter import FrontMatter
from bot.core.structure.reader import read_article

__all__ = ["FrontMatter", "read_article"]
