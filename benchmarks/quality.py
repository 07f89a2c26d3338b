"""The quality table for any folder of labelled data: `python -m benchmarks.quality FOLDER --tools TOOLS`.

FOLDER is searched for what it has: PolNeAR parts (a folder with `text` and `attributions`), CoNLL-U files, question
sets of the SQuAD family (`*.json`), saved news pages (`*.html`). TOOLS is the folder of the measuring tools
(`measure_quotes.py` and its neighbours); they are loaded by that path and no other way. What is missing is said in a
line and costs nothing else.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import (
    quality_figures,
    quality_questions,
    quality_quotes,
    quality_sentences,
    quality_sources,
)

Scores = dict[str, Any]
_QUESTIONS = 400
"""Questions asked of one data set: enough for two digits."""


class Row(NamedTuple):
    """One line of the table: what was measured, on which data, and the result, None where nothing is to be had."""

    what: str
    data: str
    value: str | None


class Data(NamedTuple):
    """What a folder has."""

    attributions: tuple[Path, ...]
    treebanks: tuple[Path, ...]
    questions: tuple[Path, ...]
    pages: tuple[Path, ...]


def find_data(folder: Path) -> Data:
    """Return the data sets below `folder`, each kind in the order of its paths."""
    parts, treebanks, pages, questions = [], set(), set(), []
    for here, folders, names in os.walk(folder, followlinks=True):
        at = Path(here)
        folders.sort()
        if {"text", "attributions"} <= set(folders):
            parts.append(at)
        for name in sorted(names):
            path = at / name
            if path.suffix == ".conllu":
                treebanks.add(at)
            elif path.suffix == ".html":
                pages.add(at)
            elif path.suffix == ".json" and _asks(path):
                questions.append(path)
    return Data(tuple(parts), tuple(sorted(treebanks)), tuple(questions), tuple(sorted(pages)))


def _asks(path: Path) -> bool:
    with suppress(OSError, ValueError):
        loaded = json.loads(path.read_text(encoding="utf-8"))
        return isinstance(loaded, dict) and isinstance(loaded.get("data"), list)
    return False


def tool(folder: Path | None, name: str) -> Any:
    """Load the measuring tool `name` from `folder`; None where it is not there."""
    path = folder / f"{name}.py" if folder is not None else None
    if path is None or not path.is_file():
        return None
    if str(path.parent) not in sys.path:
        sys.path.append(str(path.parent))
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def table(data: Data, tools: Path | None) -> Iterator[Row]:
    """Yield the rows of the table, the missing ones too."""
    yield from _quotes(data, tool(tools, "measure_quotes"))
    yield from _each(data.treebanks, tool(tools, "measure_figures"), quality_figures.extract, _FIGURES)
    yield from _each(data.attributions, tool(tools, "measure_sources"), quality_sources.extract, _SOURCES)
    yield from _sentences(data)
    yield from _questions(data, tool(tools, "measure_questions"))


_QUOTES = {
    "quotes end to end, F1": "e2e_f1",
    "speaker right, names": "speaker_acc_name",
    "speaker right, without a name": "speaker_acc_nominal",
    "speaker right, pronouns": "speaker_acc_pronoun",
    "he and she given the right name (silver)": "pronoun_name_silver",
}
_TREES = {"he and she given the right name": "pronoun_name_gold"}
_POSTS = {"posts, by-line and date": "byline_date_f1", "posts, text": "tweet_f1"}
_FIGURES = {
    "figures, value F1": "value_f1",
    "figures, value and unit F1": "unit_f1",
    "figures, bound right": "qual_recall",
}
_SOURCES = {"named sources, F1": "named_f1", "what each is cited for, recall": "cited_r"}
_DAMAGES = ("straight", "unclosed", "guillemets")


def _quotes(data: Data, module: Any) -> Iterator[Row]:
    extract = quality_quotes.extract
    yield from _each(data.attributions, module, extract, _QUOTES)
    for path in data.attributions if module is not None else ():
        loaded = module.load(str(path))
        whole = module.evaluate(extract, loaded)["e2e_f1"]
        for damage in _DAMAGES:
            loss = whole - module.evaluate(extract, module.perturb(loaded, damage))["e2e_f1"]
            yield Row(f"loss of F1 by marks that are {damage}", path.name, f"{loss:.3f}")
    yield from _each(data.treebanks, module, extract, _TREES)
    yield from _each(data.pages, module, extract, _POSTS)


def _each(
    paths: Sequence[Path],
    module: Any,
    extract: Callable[[str], object],
    wanted: dict[str, str],
) -> Iterator[Row]:
    """Measure one extractor on each path; rows without a value where data or tool are missing."""
    if module is None or not paths:
        yield from (Row(what, "no tool" if module is None else "no data", None) for what in wanted)
        return
    for path in paths:
        scores: Scores = module.evaluate(extract, module.load(str(path)))
        for what, key in wanted.items():
            yield Row(what, path.name, _shown(scores.get(key)))


def _shown(score: object) -> str | None:
    """A score as the tools give it: a number, or a number and how many cases it stands on."""
    if isinstance(score, tuple):
        return f"{score[0]:.3f} of {score[1]}"
    return f"{score:.3f}" if isinstance(score, float | int) else None


def _sentences(data: Data) -> Iterator[Row]:
    if not data.treebanks:
        yield Row("sentence boundaries, F1", "no data", None)
    for path in data.treebanks:
        yield Row("sentence boundaries, F1", path.name, f"{quality_sentences.boundary_f1(path):.3f}")


def _questions(data: Data, module: Any) -> Iterator[Row]:
    if module is None or not data.questions:
        yield Row("question to passage", "no tool" if module is None else "no data", None)
        return
    for path in data.questions:
        loaded = module.load(str(path))
        asked = module.evaluate(
            module.answerer(loaded, quality_questions.factory), loaded, pools=("article",), limit=_QUESTIONS
        )
        for row in asked.rows:
            yield Row(f"question to passage, {row.variant}, first", path.stem, f"{row.hit1:.3f}")
            yield Row(f"question to passage, {row.variant}, in three", path.stem, f"{row.hit3:.3f}")
        for refusal in asked.refusals:
            yield Row(f"refusing, {refusal.kind}, AUROC", path.stem, f"{refusal.auroc:.3f}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 where FOLDER is none."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description="Print the quality table."
    )
    parser.add_argument("folder", type=Path, help="where the labelled data is")
    parser.add_argument("--tools", type=Path, help="the folder of measure_quotes.py and its neighbours")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        sys.stderr.write(f"{options.folder} is no folder; give one that holds labelled data.\n")
        return 2
    for row in table(find_data(options.folder), options.tools):
        sys.stdout.write(f"{row.what:44}  {row.data:24}  {row.value or 'not measured'}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
