"""Pages by URL, from allowed hosts only: nothing inside the network can be reached by a name or a redirect."""

from bot.services.fetching.errors import FetchError
from bot.services.fetching.fetch import Page, fetch_page

__all__ = ["FetchError", "Page", "fetch_page"]
