"""What was read from seeds, kept between starts: found by content, checked when it is read, never trusted."""

from bot.services.cache.codec import Codec, DamagedError
from bot.services.cache.kept import Kept, version_of

__all__ = ["Codec", "DamagedError", "Kept", "version_of"]
