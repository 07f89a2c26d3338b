"""The seeds under the admins' hands: every change is made as a whole, seen by nobody half made, and kept."""

from bot.services.seeding.errors import FaultySeedError, SeedingError
from bot.services.seeding.seeding import Seeding
from bot.services.seeding.values import Outcome, Removal

__all__ = ["FaultySeedError", "Outcome", "Removal", "Seeding", "SeedingError"]
