"""A folder of seeds: all articles and all faults, whatever the order of the files."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.services.seeds.faults import Fault, Severity
from bot.services.seeds.read import PAGES, read_seed

if TYPE_CHECKING:
    from bot.core.article import Article

ReadSeed = tuple["Article | None", tuple[Fault, ...]]
"""What one seed gave: an article, or none, and its faults."""
ReadAll = Callable[[Sequence[tuple[str, bytes]]], Iterable[ReadSeed]]
"""Reads seeds, given by path and bytes."""
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


def load_seeds(
    paths: str | Path | Iterable[str | Path], max_bytes: int = MAX_BYTES, read_all: ReadAll | None = None
) -> SeedReport:
    """Read every seed in a folder, or in several folders and files; a bad file never hides the others.

    `read_all` reads many at once, in their order; without it they are read one after the other.

    Sub-folders are not read. Of two files with the same id or the same text the first by name is kept.
    """
    roots = (paths,) if isinstance(paths, str | Path) else tuple(paths)
    faults: list[Fault] = []
    files: dict[Path, Path] = {}
    for root in sorted({Path(root) for root in roots}):
        found, more = _files(root)
        faults += more
        files |= {file: root for file in found if file not in files}
    given = [
        (str(file), data)
        for file, root in sorted(files.items())
        if (data := _read(file, root, max_bytes, faults)) is not None
    ]
    articles: list[tuple[str, Article]] = []
    for (file_name, _), (article, wrong) in zip(given, (read_all or _one_by_one)(given), strict=True):
        faults += wrong
        if article:
            articles.append((file_name, article))
    kept = _distinct(articles, faults)
    return SeedReport(tuple(sorted(kept, key=lambda article: article.id)), tuple(sorted(faults)))


def _one_by_one(given: Sequence[tuple[str, bytes]]) -> list[ReadSeed]:
    return [read_seed(*each) for each in given]


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


def _distinct(found: list[tuple[str, Article]], faults: list[Fault]) -> list[Article]:
    """Keep the first of several articles with one id or one text."""
    ids: dict[str, str] = {}
    texts: dict[str, str] = {}
    kept: list[Article] = []
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
            kept.append(article)
            ids[article.id] = texts[article.sha256] = path
    return kept
