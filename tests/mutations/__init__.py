"""Altered copies of an article's words, each with the verdict and the reason that a check of it has to give.

The oracle is independent: raw text, plain regular expressions and word lists of its own, nothing of the program.
The same text and seed give the same cases.
"""

from tests.mutations.cases import Case, cases_of, figure_cases, spoken_cases
from tests.mutations.kinds import CHANGES, Change

__all__ = ["CHANGES", "Case", "Change", "cases_of", "figure_cases", "spoken_cases"]
