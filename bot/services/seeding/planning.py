"""What is to be done to the folder, and what speaks against it, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from bot.services.library import Prepared
from bot.services.seeding.errors import FaultySeedError, SeedingError
from bot.services.seeds import Fault, Severity, slug
from bot.services.seeds.disk import digest
from bot.services.seeds.errors import SeedExistsError, SeedMissingError
from bot.services.seeds.load import RawSeeds
from bot.services.seeds.names import WRITTEN, safe_name
from bot.services.seeds.workroom import FolderChange
from bot.services.shelf import Shelf
from bot.services.spelling import closest

TOKEN_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Plan:
    """One change: what it is called in the log, which article it is about, what it does to the folder."""

    action: str
    article: str | None
    change: FolderChange


def plan_add(raw: RawSeeds, name: str, data: bytes) -> Plan:
    """Raises SeedNameError, and SeedExistsError for a file or an id that is there."""
    file = safe_name(name)
    article = slug(file)
    there = [PurePath(path).name for path in (*raw.files, *raw.unread) if slug(path) == article]
    if there:
        advice = "Use `replace` to give it another text, or choose another name."
        raise SeedExistsError(f"There is an article `{article}` already, in {there[0]}. {advice}")
    return Plan("add", article, FolderChange({file: data}, frozenset({file})))


def plan_replace(raw: RawSeeds, shelf: Shelf, article: str, data: bytes, ending: str | None) -> Plan:
    """Raises SeedMissingError, SeedingError."""
    file = file_of(raw, shelf, article)
    new = file if ending is None else f"{PurePath(file).stem}{_suffix(ending)}"
    if PurePath(new).suffix == PurePath(file).suffix:
        return Plan("replace", article, FolderChange({file: data}))
    return Plan("replace", article, FolderChange({new: data}, frozenset({new}), frozenset({file})))


def plan_remove(raw: RawSeeds, shelf: Shelf, article: str, token: str) -> Plan:
    """Raises SeedMissingError, and SeedingError where the article is not the one that the token is of."""
    file = file_of(raw, shelf, article)
    if token_of(raw, shelf, article) != token:
        raise SeedingError(
            f"The article `{article}` was changed since you were asked. Look at it again before you remove it."
        )
    return Plan("remove", article, FolderChange(removes=frozenset({file})))


def plan_rollback(raw: RawSeeds, version: int, files: Mapping[str, bytes]) -> Plan:
    """Make `files` all the seeds there are; files that cannot be read are left alone."""
    there = {PurePath(path).name: digest(data) for path, data in raw.files.items()}
    unread = {PurePath(path).name for path in raw.unread}
    puts = {
        name: data for name, data in files.items() if name not in unread and there.get(name) != digest(data)
    }
    change = FolderChange(puts, frozenset(puts) - there.keys(), frozenset(there.keys() - files.keys()))
    return Plan(f"rollback to {version}", None, change)


def file_of(raw: RawSeeds, shelf: Shelf, article: str) -> str:
    """Return the name of the file that holds an article. Raises SeedMissingError."""
    paths = sorted({*raw.files, *raw.unread})
    loaded = shelf.path_of(article)
    found = [path for path in paths if path == loaded] or [path for path in paths if slug(path) == article]
    if found:
        return PurePath(found[0]).name
    raise missing(article, {slug(path) for path in paths})


def missing(article: str, known: Iterable[str]) -> SeedMissingError:
    """Say that there is no such article, and which one may be meant."""
    meant = closest(article, known)
    advice = f"Did you mean `{meant}`?" if meant else "Use `list` to see all."
    return SeedMissingError(f"There is no article `{article}`. {advice}")


def token_of(raw: RawSeeds, shelf: Shelf, article: str) -> str:
    """Return the digits by which `remove` knows that it is asked for the same text."""
    name = file_of(raw, shelf, article)
    data = next((data for path, data in raw.files.items() if PurePath(path).name == name), b"")
    return digest(data)[:TOKEN_LENGTH]


def after(raw: RawSeeds, folder: Path, change: FolderChange) -> RawSeeds:
    """Return the files as they will be."""
    gone = {str(folder / name) for name in change.removes}
    come = {str(folder / name): data for name, data in change.puts.items()}
    files = {path: data for path, data in raw.files.items() if path not in gone} | come
    unread = tuple(path for path in raw.unread if path not in gone | come.keys())
    faults = tuple(fault for fault in raw.faults if fault.path not in gone | come.keys() | {str(folder)})
    return RawSeeds(dict(sorted(files.items())), unread, faults)


def too_large(name: str, data: bytes, most: int) -> tuple[Fault, ...]:
    """Return the fault of a text that has more than `most` bytes."""
    if len(data) <= most:
        return ()
    advice = "Split it, or raise the limit in the configuration."
    return (Fault(name, 0, 0, Severity.ERROR, f"at most {most:,} bytes", f"{len(data):,}", advice),)


def refuse_faulty(prepared: Prepared, folder: Path, change: FolderChange) -> None:
    """Refuse texts that could not be loaded, or in whose place others could not be. Raises FaultySeedError."""
    for name in change.puts:
        path = str(folder / name)
        faults = faults_of(prepared, path)
        if path not in prepared.after.loaded or path in prepared.after.behind:
            raise FaultySeedError(name, tuple(replace(fault, path=name) for fault in faults))
        sha256 = prepared.after.loaded[path].article.sha256
        same = [
            PurePath(other).name
            for other, seed in prepared.after.files.items()
            if other != path and seed.entry and seed.entry.article.sha256 == sha256
        ]
        if same:
            advice = "Remove that one first, or give this one another text."
            got = f"the text of {same[0]}"
            raise FaultySeedError(name, (Fault(name, 0, 0, Severity.ERROR, "a new article", got, advice),))


def refuse_none(prepared: Prepared) -> None:
    """Refuse to be left without an article. Raises SeedingError."""
    if not prepared.after.store.entries:
        errors = [fault.sentence() for fault in prepared.after.report.errors]
        why = f" {errors[0]}" if errors else " Add another one first."
        raise SeedingError(
            f"There would be no article left to ask, so the articles of before stay loaded.{why}"
        )


def faults_of(prepared: Prepared, path: str) -> tuple[Fault, ...]:
    """Return all faults of one file."""
    return tuple(fault for fault in prepared.after.report.faults if fault.path == path)


def _suffix(ending: str) -> str:
    suffix = f".{ending.lower().lstrip('.')}"
    if suffix not in WRITTEN:
        raise SeedingError(f"A seed is {', '.join(WRITTEN)}; {suffix} is none of them.")
    return suffix
