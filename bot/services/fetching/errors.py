"""Why a page was not fetched."""

from __future__ import annotations


class FetchError(Exception):
    """A page that was not fetched; its text is a sentence that says what to do."""
