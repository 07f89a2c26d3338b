"""Answering questions from a store."""

from bot.services.answers.asking import ask
from bot.services.answers.values import Answer, Fact, Hit, Passage, Receipt, Refusal, RefusalCode, Reply

__all__ = ["Answer", "Fact", "Hit", "Passage", "Receipt", "Refusal", "RefusalCode", "Reply", "ask"]
