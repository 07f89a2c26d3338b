"""The composition root: reads the configuration, builds the parts, runs a command, gives the exit code."""

from bot.cli.boundary import main

__all__ = ["main"]
