"""Reading seeds: files to articles, with every fault named at once."""

from bot.services.seeds.faults import Fault, Severity
from bot.services.seeds.load import MAX_BYTES, SUFFIXES, SeedReport, load_seeds
from bot.services.seeds.read import PAGES, read_seed, slug

__all__ = [
    "MAX_BYTES",
    "PAGES",
    "SUFFIXES",
    "Fault",
    "SeedReport",
    "Severity",
    "load_seeds",
    "read_seed",
    "slug",
]
