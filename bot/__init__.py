"""Verbatim: answers from news articles, word for word."""

__version__ = "0.1.0"
