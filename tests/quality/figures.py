"""Score figures: value, unit, bound, reporter, flags, and traps left alone."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.facts import Facts, Figure
from tests.quality.gold import Labelled, LabelledFigure
from tests.quality.matching import overlap, same_name, same_unit, same_value
from tests.quality.outcome import FOUND, Outcome, around, hit, miss, pair, show


def score_figures(labelled: Labelled, facts: Facts) -> Iterator[Outcome]:
    """Value, unit, bound, reporter and flags of figures, and that traps are left alone."""
    text = labelled.text
    there, back = pair(labelled.figures, facts.figures, _figure_fit, 0.5)
    for i, gold in enumerate(labelled.figures):
        yield from _score_figure(labelled, gold, facts.figures[there[i]] if i in there else None)
    for j, figure in enumerate(facts.figures):
        told = f"{labelled.id}: {show(text, figure.span)} = {figure.low:g}…{figure.high:g}"
        if j in back:
            gold = labelled.figures[back[j]]
            yield hit("figures.value_f1", figure_kind(gold))
            yield Outcome(
                "figures.value_and_unit_f1", figure_kind(gold), _unit_right(text, gold, figure), told
            )
        elif not any(figure.span.meets(span) for span in labelled.optional_figures):
            yield miss("figures.value_f1", FOUND, f"{told} is no figure in gold")
            yield miss("figures.value_and_unit_f1", FOUND, f"{told} is no figure in gold")
    for trap in labelled.traps:
        caught = [figure for figure in facts.figures if figure.span.meets(trap)]
        yield Outcome(
            "figures.traps_left", "trap", not caught, f"{labelled.id}: trap {around(text, trap)} taken"
        )


def _figure_fit(gold: LabelledFigure, figure: Figure) -> float:
    value = same_value((figure.low, figure.high), gold.label.value, vague=gold.label.vague)
    return overlap(gold.span, figure.span) + 0.5 if value and gold.span.meets(figure.span) else 0.0


def figure_kind(gold: LabelledFigure) -> str:
    """Return the class a gold figure is counted under."""
    if gold.label.vague:
        return "vague"
    if isinstance(gold.label.value, tuple):
        return "range"
    units = {unit for unit in gold.label.unit if unit}
    return "percent" if "%" in units else "money" if units & {"€", "$", "£", "crowns", "NOK"} else "count"


def _unit_right(text: str, gold: LabelledFigure, figure: Figure) -> bool:
    return same_unit((figure.unit.of(text) if figure.unit else None, figure.unit_name), gold.label.unit)


def _score_figure(labelled: Labelled, gold: LabelledFigure, figure: Figure | None) -> Iterator[Outcome]:
    text, kind, label = labelled.text, figure_kind(gold), gold.label
    words = f"{labelled.id}: {around(text, gold.span)}"
    if figure is None:
        yield miss("figures.value_f1", kind, f"{words} value {label.value} not found")
        yield miss("figures.value_and_unit_f1", kind, f"{words} not found")
        return
    unit = figure.unit.of(text) if figure.unit else None
    yield hit("figures.value_f1", kind)
    yield Outcome(
        "figures.value_and_unit_f1",
        kind,
        _unit_right(text, gold, figure),
        f"{words} unit gold {label.unit}, got {unit!r} ({figure.unit_name!r})",
    )
    bounds = [label.bound] if isinstance(label.bound, str) else label.bound
    marked = "unmarked" if "exact" in bounds else bounds[0]
    if not label.vague:
        told = f"{words} bound gold {bounds}, got {figure.bound}"
        yield Outcome("figures.bound", marked, figure.bound in bounds, told)
    yield _score_reporter(labelled, gold, figure)
    for flag in ("hypothetical", "comparison"):
        wanted, got = getattr(label, flag), getattr(figure, flag)
        told = f"{words} {flag} {got}"
        yield Outcome("figures.flags", flag if wanted else f"not {flag}", wanted in (got, None), told)


def _score_reporter(labelled: Labelled, gold: LabelledFigure, figure: Figure) -> Outcome:
    accepted = gold.label.reporter if isinstance(gold.label.reporter, list) else [gold.label.reporter]
    got = next((link.name or link.source for link in figure.chain if link.source), None)
    name = got.of(labelled.text) if got else None
    right = None in accepted if name is None else same_name(name, filter(None, accepted))
    told = f"{labelled.id}: {around(labelled.text, gold.span)} reporter gold {accepted}, got {name!r}"
    return Outcome("figures.reporter", "not named" if None in accepted else "named", right, told)
