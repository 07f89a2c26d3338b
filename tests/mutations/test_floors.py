"""What the check of altered sentences has to reach over the corpus; nothing here is ever lowered."""

from __future__ import annotations

from collections import Counter

from tests.mutations.measure import NAMED, all_cases, called_same, false_alarms, judge, report, store_of

SEEDS = range(6)
NAMED_RIGHTLY = 0.99
FALSE_ALARMS = 0.02


def test_the_floors_hold_over_three_thousand_cases() -> None:
    judged = list(judge(store_of(), all_cases(SEEDS)))
    table = "\n".join(report(judged, show=2))
    assert len(judged) >= 3000
    assert called_same(judged) == [], table
    counts = Counter(each.case.change for each in judged if each.case.change in NAMED)
    right = Counter(each.case.change for each in judged if each.case.change in NAMED and each.reasoned)
    assert right.total() >= NAMED_RIGHTLY * counts.total(), table
    alarms, plain = false_alarms(judged)
    assert len(alarms) <= FALSE_ALARMS * plain, table
