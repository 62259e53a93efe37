"""Verdicts on pairs of figures, from an own table."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from align.differences.figures import compare_figures, match_figures
from align.model import Verdict
from editions.figures import find_figures

_TABLE = yaml.safe_load((Path(__file__).parent / "figure_pairs.yaml").read_text("utf-8"))
_AGREE = {Verdict.EQUAL, Verdict.OTHER_FORM, Verdict.WITHIN_ROUNDING, Verdict.QUALIFIER}


def _pairs() -> list:
    cases = []
    for verdict, rows in _TABLE.items():
        for row in rows:
            case = row if isinstance(row, dict) else {"a": row[0], "b": row[1]}
            cases.append(pytest.param({**case, "is": verdict}, id=f"{case['a']}|{case['b']}"))
    return cases


@pytest.mark.parametrize("case", _pairs())
def test_verdict(case: dict) -> None:
    a, b = find_figures(case["a"])[-1], find_figures(case["b"])[-1]
    want = Verdict(case["is"])
    assert compare_figures(a, b, anchor=case.get("day")) is want, (a, b)
    assert compare_figures(b, a, anchor=case.get("day")) is want, "not symmetric"
    if want is Verdict.NOT_COMPARABLE:
        # In a row such figures need not be partners at all.
        return
    pairs = match_figures([("A1", a)], [("B1", b)], anchor=case.get("day"))
    assert pairs[0].verdict is want
    if "note" in case:
        assert case["note"] in pairs[0].note


def test_table_is_large_enough() -> None:
    assert sum(map(len, _TABLE.values())) >= 80
