"""Changes seeds as an admin does and dies at each step, on the disk and in the state; run as a process of its own.

    python dying.py FOLDER CHANGE

For each step N of the change FOLDER/N/seeds and FOLDER/N/state are left as SIGKILL left them there. It prints the
number of steps.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

import bot.services.seeding.seeding as facade
from bot.services.config import Settings
from bot.services.database import open_database
from bot.services.library import load_library
from bot.services.seeding import Seeding
from bot.services.seeds.folder import SeedFolder
from tests.services.kill_at_each_step import Killer, killed
from tests.services.seeding.fixture import ADA, BRIDGE, FILES, MORE, NEW, STORM

HAND_MADE = {"ferry.txt": MORE.encode(), "bridge.txt": BRIDGE.encode(), "quay.txt": NEW}
"""What somebody makes of the folder by hand before a reload."""
CHANGES: dict[str, Callable[[Seeding], Awaitable[Any]]] = {
    "add": lambda seeding: seeding.add("quay.txt", NEW, ADA),
    "reload": lambda seeding: seeding.reload(ADA),
    "rollback": lambda seeding: seeding.rollback(1, ADA),
}
BEFORE = {"add": FILES, "reload": HAND_MADE, "rollback": FILES | {"storm.md": STORM.encode() + b"More.\n"}}
AFTER = {"add": FILES | {"quay.txt": NEW}, "reload": HAND_MADE, "rollback": FILES}


def address(root: Path) -> str:
    """Where the state is."""
    return f"sqlite:///{root}/state/verbatim.sqlite3"


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Make the folder hold these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in folder.glob("*.*"):
        if each.is_file():
            each.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)


async def written(root: Path, change: str) -> None:
    """Make folder and state as they are before the change; the first version has `FILES`."""
    put(root / "seeds", FILES)
    state = await open_database(address(root), {})
    seeding = Seeding(load_library(str(root / "seeds"), 10_000), state, Settings())
    await seeding.settle()
    if change == "rollback":
        await seeding.replace("storm", BEFORE[change]["storm.md"], ADA)
    await state.close()
    if change == "reload":
        put(root / "seeds", HAND_MADE)


def act(root: Path, change: str, killer: Killer) -> None:
    """Make the change, with the killer at each step."""
    module: Any = facade
    module.SeedFolder = partial(SeedFolder, step=killer)
    asyncio.run(_act(root, change, killer))


async def _act(root: Path, change: str, killer: Killer) -> None:
    state = await open_database(address(root), {})
    library = load_library(str(root / "seeds"), 10_000)
    seeding = Seeding(library, state, Settings())
    event.listen(Engine, "before_cursor_execute", lambda *_: killer("statement"))
    event.listen(Engine, "commit", lambda *_: killer("commit"))
    await CHANGES[change](seeding)
    await state.close()


def main(root: Path, change: str) -> int:
    """Die at each step; return the number of steps."""
    begin = root / "begin"
    # In a process of its own, for a process that had threads should not be copied.
    killed(lambda _: asyncio.run(written(begin, change)), 0)
    for step in itertools.count(1):
        left = Path(shutil.copytree(begin, root / str(step)))
        if not killed(partial(act, left, change), step):
            return step - 1
    raise AssertionError("a change has an end")


if __name__ == "__main__":
    sys.stdout.write(str(main(Path(sys.argv[1]), sys.argv[2])))
