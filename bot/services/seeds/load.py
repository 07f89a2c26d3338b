"""A folder of seeds: all articles and all faults, whatever the order of the files."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.services.seeds.faults import Fault, Severity
from bot.services.seeds.read import PAGES, read_seed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.core.article import Article

SUFFIXES = PAGES | {".txt", ".md"}
_NEWS_OF_SUFFIXES = ", ".join(sorted(SUFFIXES))


MAX_BYTES = 300_000
"""The size of one seed above which it is refused, unless the configuration says otherwise."""


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What a folder holds: articles in the order of their ids, faults in the order of their places."""

    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that kept a seed out."""
        return tuple(fault for fault in self.faults if fault.is_error)


@dataclass(frozen=True, slots=True)
class RawSeeds:
    """The files of a folder before anything is made of them, by path, in the order of their names."""

    files: Mapping[str, bytes]
    unread: tuple[str, ...]
    """Files that are there and could not be read; `faults` has why."""
    faults: tuple[Fault, ...]


def load_seeds(paths: str | Path | Iterable[str | Path], max_bytes: int = MAX_BYTES) -> SeedReport:
    """Read every seed in a folder, or in several folders and files; a bad file never hides the others.

    Sub-folders are not read. Of two files with the same id or the same text the first by name is kept.
    """
    raw = read_raw(paths, max_bytes)
    faults = list(raw.faults)
    articles: list[tuple[str, Article]] = []
    for file, data in raw.files.items():
        article, wrong = read_seed(file, data)
        faults += wrong
        if article:
            articles.append((file, article))
    kept = distinct(articles, faults)
    return SeedReport(
        tuple(sorted((article for _, article in kept), key=lambda article: article.id)), tuple(sorted(faults))
    )


def read_raw(paths: str | Path | Iterable[str | Path], max_bytes: int = MAX_BYTES) -> RawSeeds:
    """Read the bytes of every seed, as `load_seeds` would."""
    roots = (paths,) if isinstance(paths, str | Path) else tuple(paths)
    faults: list[Fault] = []
    found: dict[Path, Path] = {}
    for root in sorted({Path(root) for root in roots}):
        here, more = _files(root)
        faults += more
        found |= {file: root for file in here if file not in found}
    read = {str(file): _read(file, root, max_bytes, faults) for file, root in sorted(found.items())}
    files = {file: data for file, data in read.items() if data is not None}
    return RawSeeds(files, tuple(file for file in read if file not in files), tuple(faults))


def _fault(path: Path | str, severity: Severity, expected: str, got: str, advice: str = "") -> Fault:
    return Fault(str(path), 0, 0, severity, expected, got, advice)


def _files(root: Path) -> tuple[list[Path], list[Fault]]:
    """Return the seeds to read, sorted, and a fault for what is none."""
    try:
        entries = sorted(root.iterdir()) if root.is_dir() else None
    except OSError as error:
        return [], [_fault(root, Severity.ERROR, "a folder of seeds", _reason(error))]
    if entries is None:
        missing = not root.exists() and not root.is_symlink()
        return (
            ([], [_fault(root, Severity.ERROR, "a folder or a seed", "nothing there")])
            if missing
            else ([root], [])
        )
    shown = [path for path in entries if not path.name.startswith(".")]
    files = [path for path in shown if path.suffix.lower() in SUFFIXES]
    faults = [
        _fault(
            path, Severity.INFO, f"a seed ({_NEWS_OF_SUFFIXES})", "another file or folder", "It is not read."
        )
        for path in shown
        if path.suffix.lower() not in SUFFIXES
    ]
    if not files:
        advice = "Put an article into it."
        faults.append(_fault(root, Severity.ERROR, "at least one seed", "none", advice))
    return files, faults


def _read(file: Path, root: Path, max_bytes: int, faults: list[Fault]) -> bytes | None:
    """Return the bytes of a seed, or note why they cannot be read."""
    base = root if root.is_dir() else root.parent
    try:
        if not file.resolve(strict=True).is_relative_to(base.resolve()):
            advice = "Copy the file into the folder."
            faults.append(
                _fault(file, Severity.ERROR, "a file in the folder", "a link that leads out of it", advice)
            )
            return None
        if not stat.S_ISREG(file.stat().st_mode):
            faults.append(_fault(file, Severity.ERROR, "a file", "a folder or a device"))
            return None
        with file.open("rb") as opened:
            data = opened.read(max_bytes + 1)
    except (OSError, RuntimeError) as error:
        faults.append(_fault(file, Severity.ERROR, "a file that can be read", _reason(error)))
        return None
    if len(data) > max_bytes:
        advice = "Split it, or raise the limit in the configuration."
        faults.append(_fault(file, Severity.ERROR, f"at most {max_bytes:,} bytes", "more", advice))
        return None
    return data


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def distinct(found: Iterable[tuple[str, Article]], faults: list[Fault]) -> list[tuple[str, Article]]:
    """Keep the first of several articles with one id or one text, each with its path; add a fault for the others."""
    ids: dict[str, str] = {}
    texts: dict[str, str] = {}
    kept: list[tuple[str, Article]] = []
    for path, article in found:
        same_id, same_text = ids.get(article.id), texts.get(article.sha256)
        if same_text:
            faults.append(
                _fault(path, Severity.ERROR, "a new article", f"the text of {same_text}", "Remove one.")
            )
        elif same_id:
            got = f"the id `{article.id}` of {same_id}"
            faults.append(
                _fault(path, Severity.ERROR, "an id of its own", got, "Rename one of the two files.")
            )
        else:
            kept.append((path, article))
            ids[article.id] = texts[article.sha256] = path
    return kept
