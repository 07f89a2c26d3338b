"""The parts that outlive one command, so that the chat builds them once; each is built when first asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.console.progress import Bar
from bot.console.style import Look
from bot.console.visible import say
from bot.services.config import Settings, load_settings
from bot.services.extracting import kept_in
from bot.services.incidents import log, open_log, report
from bot.services.library import Library, load_library
from bot.services.places import state_folder


@dataclass(slots=True)
class Runtime:
    """The environment, the settings by file and the libraries by folder."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    _log_file: str | None = None
    _settings: dict[str | None, Settings] = field(default_factory=dict)
    _libraries: dict[tuple[str, int], Library] = field(default_factory=dict)

    def settings(self, config: str | None) -> Settings:
        """Return the settings, read once for each file. Raises ConfigError."""
        if config not in self._settings:
            settings = self._settings[config] = load_settings(config, self.environ)
            self._log_file = open_log(settings, self.environ)
        return self._settings[config]

    def library(self, folder: str, settings: Settings) -> Library:
        """Return the library of a folder, loaded once; what had to be left out is said on standard error."""
        key = folder, settings.seeds.max_bytes
        if key not in self._libraries:
            home = state_folder(self.environ)
            kept = kept_in(home / "cache") if home else None
            with Bar("Reading articles") as bar:
                library = load_library(folder, settings.seeds.max_bytes, kept, bar.tell)
            self._libraries[key] = library
            log.info("read %d articles from %s", len(library.current.entries), folder)
            say(_left_out(library))
        return self._libraries[key]

    def look(self, settings: Settings, *, no_color: bool) -> Look:
        """Return how standard output looks now."""
        choice = "never" if no_color else settings.terminal.colour
        return Look.of(sys.stdout, choice, settings.terminal.width, self.environ)

    def failed(self, error: Exception) -> str:
        """Log a fault of the program and return the sentence for the user."""
        if not self._settings:
            self._log_file = open_log(Settings(), self.environ)
        return report(error, self._log_file)


def _left_out(library: Library) -> str:
    """Return the sentence about the seeds that could not be used, empty where all could."""
    errors = library.report.errors
    if not errors:
        return ""
    if not library.current.entries:
        return f"There is no article to ask. {errors[0].sentence()}"
    names = ", ".join(dict.fromkeys(fault.path for fault in errors))
    return f"Left out because of errors: {names}. The command `validate` says what is wrong."
