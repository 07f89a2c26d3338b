"""Configuration: `config.yaml` and environment variables, read into typed models with every fault named."""

from bot.services.config.faults import EXIT_CONFIG, ConfigError, ConfigFault
from bot.services.config.load import DEFAULT_FILE, load_settings
from bot.services.config.models import Settings
from bot.services.config.token import read_token

__all__ = [
    "DEFAULT_FILE",
    "EXIT_CONFIG",
    "ConfigError",
    "ConfigFault",
    "Settings",
    "load_settings",
    "read_token",
]
