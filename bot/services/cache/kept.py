"""A folder of small files, each under the hash of what it was made from and with the hash of what it holds."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

_DIGEST = 32
"""Bytes of SHA-256, which every file begins with."""
_PRIVATE = 0o700
_OTHERS = 2
"""Other versions of the program whose files stay."""


def version_of(folders: Iterable[Path]) -> str:
    """Return a digest of all the program's text in some folders: another program reads articles anew."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            digest.update(f"{file.relative_to(folder)}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


class Kept:
    """What was kept under one version of the program. A folder that cannot be written or read keeps nothing."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder / version

    @staticmethod
    def key(*parts: bytes) -> str:
        """Return the name under which what is made from `parts` is kept."""
        digest = hashlib.sha256()
        for part in parts:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.hexdigest()

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key; None where nothing is, or where it is not what was written."""
        try:
            data = self._file(key).read_bytes()
        except OSError:
            return None
        digest, value = data[:_DIGEST], data[_DIGEST:]
        return value if digest == _seal(key, value) else None

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; one that cannot be written is left out."""
        file = self._file(key)
        aside = file.with_name(f"{file.name}.{os.getpid()}.new")
        try:
            file.parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            aside.write_bytes(_seal(key, value) + value)
            aside.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                aside.unlink()

    def forget_others(self) -> None:
        """Delete what other versions of the program kept, but for the newest few, which may still be running."""
        try:
            others = [folder for folder in self._folder.parent.iterdir() if folder != self._folder]
            for other in sorted(others, key=lambda folder: folder.stat().st_mtime, reverse=True)[_OTHERS:]:
                for file in other.glob("*/*.kept"):
                    file.unlink(missing_ok=True)
                for folder in (*other.glob("*"), other):
                    folder.rmdir()
        except OSError:
            return

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.kept"


def _seal(key: str, value: bytes) -> bytes:
    """Return the hash over key and value: a good file under a wrong name is a wrong file."""
    return hashlib.sha256(key.encode() + value).digest()
