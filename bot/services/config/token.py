"""The Discord token: from the environment or a secret file, never from the configuration, never printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.services.config.faults import ConfigError, ConfigFault

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "DISCORD_TOKEN"
FILE_VARIABLE = "DISCORD_TOKEN_FILE"


def read_token(environ: Mapping[str, str]) -> SecretStr | None:
    """Return the token, None where neither variable is set; an empty variable counts as not set.

    Raises:
        ConfigError: both variables are set, or the secret file cannot be read or holds no token.
    """
    token, name = environ.get(VARIABLE, "").strip(), environ.get(FILE_VARIABLE, "")
    if token and name:
        raise _error(VARIABLE, f"one of {VARIABLE} and {FILE_VARIABLE}", "both", "Unset one of the two.")
    if name:
        return _from_file(name)
    return SecretStr(token) if token else None


def _from_file(name: str) -> SecretStr:
    try:
        token = Path(name).read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError:
        raise _error(FILE_VARIABLE, "a file with the token", "a file that is not UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no readable name"
        raise _error(FILE_VARIABLE, "a file with the token", f"{name} ({reason})") from error
    if not token:
        raise _error(FILE_VARIABLE, "a file with the token", f"{name}, which is empty")
    return SecretStr(token)


def _error(variable: str, expected: str, got: str, advice: str = "") -> ConfigError:
    return ConfigError((ConfigFault(variable, 0, 0, "", expected, got, advice),))
