"""Changes a folder of seeds and dies at each step of it, for `test_seed_folder`; run as a process of its own.

    python kill_at_each_step.py FOLDER CHANGE

For each step N of the change it leaves FOLDER/N as SIGKILL left it there, and FOLDER/N-M as it was left by SIGKILL at
the step M of the recovery. It prints the number of steps.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.services.seeds.folder import SeedFolder

FILES = {
    "ferry.txt": b"Ferry\n\nThe ferry sank.\n",
    "storm.md": b"Storm\n\nIt blew.\n",
    "old.txt": b"Old\n\nOld.\n",
}
RESTORED = {"ferry.txt": b"Ferry\n\nIt floats.\n", "storm.md": FILES["storm.md"], "new.txt": b"New\n\nNew.\n"}
CHANGES: dict[str, Callable[[SeedFolder], object]] = {
    "add": lambda folder: folder.add("Harbour.TXT", b"Harbour\n\nIt froze.\n"),
    "replace": lambda folder: folder.replace("ferry.txt", b"Ferry\n\nThe ferry floats.\n"),
    "remove": lambda folder: folder.remove("storm.md"),
    "restore": lambda folder: folder.restore(RESTORED),
}
AFTER = {
    "add": FILES | {"harbour.txt": b"Harbour\n\nIt froze.\n"},
    "replace": FILES | {"ferry.txt": b"Ferry\n\nThe ferry floats.\n"},
    "remove": {name: data for name, data in FILES.items() if name != "storm.md"},
    "restore": RESTORED,
}


def written(folder: Path) -> Path:
    """A folder with the files that the changes begin with."""
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder


class Killer:
    """Ends the process as a power cut would, after a number of steps."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, _: str) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def killed(action: Callable[[Killer], object], at: int) -> bool:
    """Run an action in a process that dies at a step; whether it came that far."""
    process = os.fork()
    if not process:
        action(Killer(at))
        os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


def main(root: Path, change: str) -> int:
    """Die at each step, and at each step of the recovery from it; return the number of steps."""
    for step in itertools.count(1):
        left = written(root / str(step))
        if not killed(partial(_change, change, left), step):
            return step - 1
        for again in itertools.count(1):
            copy = Path(shutil.copytree(left, root / f"{step}-{again}"))
            if not killed(partial(_recover, copy), again):
                break
    raise AssertionError("a change has an end")


def _change(change: str, folder: Path, killer: Killer) -> None:
    CHANGES[change](SeedFolder(folder, killer))


def _recover(folder: Path, killer: Killer) -> None:
    SeedFolder(folder, killer).recover()


if __name__ == "__main__":
    sys.stdout.write(str(main(Path(sys.argv[1]), sys.argv[2])))
