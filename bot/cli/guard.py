"""One boundary for everything that can go wrong: a sentence on standard error and an exit code."""

from __future__ import annotations

from collections.abc import Callable

import click

from bot.cli.runtime import Runtime
from bot.console.visible import say
from bot.services.config import EXIT_CONFIG, ConfigError

EXIT_OK = 0
EXIT_NOTHING = 1
"""A refusal, nothing found, or faults in what was validated."""
EXIT_SOFTWARE = 70
"""`EX_SOFTWARE` of BSD's sysexits.h: a fault of the program itself."""
EXIT_IO = 74
"""`EX_IOERR` of BSD's sysexits.h: the disk is full, or whatever was written to is gone."""
EXIT_INTERRUPT, EXIT_PIPE = 130, 141
"""What a shell reports for a program ended by SIGINT and by SIGPIPE."""


def guarded(action: Callable[[], object], runtime: Runtime, *, brief: bool = False) -> int:
    """Run a command and return its exit code, having said on standard error what went wrong.

    `brief` leaves out how a command is used and says what was wrong only.
    """
    try:
        result = action()
    except click.ClickException as error:
        _show(error, brief=brief)
        code = error.exit_code
    except ConfigError as error:
        say("\n".join(fault.sentence() for fault in error.faults))
        code = EXIT_CONFIG
    except (click.Abort, KeyboardInterrupt):
        code = EXIT_INTERRUPT
    except (BrokenPipeError, SystemExit):  # click and rich end the process when a pipe closes
        code = EXIT_PIPE
    except OSError as error:
        say(f"The system refused to read or write: {error.strerror or error}.")
        code = EXIT_IO
    except Exception as error:  # noqa: BLE001 – the boundary: a trace is for the log, never for the user
        say(runtime.failed(error))
        code = EXIT_SOFTWARE
    else:
        code = result if isinstance(result, int) else EXIT_OK
    return code


def _show(error: click.ClickException, *, brief: bool) -> None:
    if brief:
        say(error.format_message())
    else:
        error.show()
