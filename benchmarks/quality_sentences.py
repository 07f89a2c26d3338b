"""Boundary F1 of the sentence splitter on CoNLL-U files: `python benchmarks/quality_sentences.py FOLDER [--errors]`.

Each `# text =` line is a sentence; a document is its sentences joined with a space, or a line end at `# newpar`.
A boundary is the end of a sentence; those at the end of a line are given away by the line, so they are also left
out in a second, harder count.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bot.core.span import Span
from bot.core.text.sentences import split_sentences


def documents(path: Path) -> list[tuple[str, list[Span]]]:
    """Return the text of each document with its sentences."""
    found: list[tuple[str, list[Span]]] = []
    pieces: list[str] = []
    spans: list[Span] = []
    gap = "\n"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") and pieces:
            found.append(("".join(pieces), spans))
            pieces, spans = [], []
        elif line.startswith("# newpar"):
            gap = "\n"
        elif line.startswith("# text = "):
            sentence = line.removeprefix("# text = ")
            start = spans[-1].end + len(gap) if spans else 0
            pieces.append((gap if spans else "") + sentence)
            spans.append(Span(start, start + len(sentence)))
            gap = " "
    found.append(("".join(pieces), spans))
    return found


def predict(text: str) -> list[Span]:
    """Split line by line, as the reader of articles does."""
    start, found = 0, list[Span]()
    for line in text.split("\n"):
        found += split_sentences(text, Span(start, start + len(line)))
        start += len(line) + 1
    return found


def scores(gold: int, found: int, right: int) -> str:
    """Precision, recall and F1 in one line."""
    return f"precision {right / found:.4f}  recall {right / gold:.4f}  F1 {2 * right / (gold + found):.4f}"


def boundary_f1(folder: Path) -> float:
    """F1 of all boundaries over the CoNLL-U files of `folder`."""
    gold = found = right = 0
    for path in sorted(folder.glob("*.conllu")):
        for text, sentences in documents(path):
            wanted, got = {span.end for span in sentences}, {span.end for span in predict(text)}
            gold, found, right = gold + len(wanted), found + len(got), right + len(wanted & got)
    return 2 * right / (gold + found) if gold + found else 0.0


def main(folder: str, *options: str) -> None:
    """Print both counts and the speed."""
    counts, inner = [0, 0, 0], [0, 0, 0]
    characters, seconds = 0, 0.0
    for path in sorted(Path(folder).glob("*.conllu")):
        for text, gold in documents(path):
            began = time.perf_counter()
            found = predict(text)
            seconds += time.perf_counter() - began
            characters += len(text)
            ends = {span.end for span in gold}, {span.end for span in found}
            hard = tuple({end for end in side if text[end : end + 1] not in {"", "\n"}} for side in ends)
            for tally, (wanted, got) in ((counts, ends), (inner, hard)):
                tally[0] += len(wanted)
                tally[1] += len(got)
                tally[2] += len(wanted & got)
            if "--errors" in options:
                for end in sorted(ends[0] ^ ends[1]):
                    kind = "missed" if end in ends[0] else "wrong "
                    sys.stdout.write(
                        f"{kind} {path.stem}: …{text[max(0, end - 60) : end]}¦{text[end : end + 50]}…\n"
                    )
    sys.stdout.write(f"all boundaries        {scores(*counts)}\n")
    sys.stdout.write(f"inside a line         {scores(*inner)}\n")
    sys.stdout.write(f"characters a second   {characters / seconds:,.0f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
