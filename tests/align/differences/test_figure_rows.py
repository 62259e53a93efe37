"""Whole rows of figures: which answer to which, from an own table."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from align.differences.figures import match_figures
from align.model import Verdict
from editions.figures import find_figures

_TABLE = yaml.safe_load((Path(__file__).parent / "figure_rows.yaml").read_text("utf-8"))
_QUIET = {Verdict.EQUAL, Verdict.OTHER_FORM, Verdict.WITHIN_ROUNDING, Verdict.QUALIFIER}


def _reported(a: str, b: str, **more: object) -> list[list[str | None]]:
    left, right = ([(name, figure) for figure in find_figures(text)] for name, text in (("A1", a), ("B1", b)))
    pairs = match_figures(left, right, left_texts={"A1": a}, right_texts={"B1": b}, **more)
    return [
        [pair.left and pair.left[1].text, pair.right and pair.right[1].text, pair.verdict.value]
        for pair in pairs
        if pair.verdict not in _QUIET
    ]


@pytest.mark.parametrize("row", _TABLE, ids=lambda row: row["a"][:40])
def test_row(row: dict) -> None:
    assert sorted(map(str, _reported(row["a"], row["b"]))) == sorted(map(str, row["pairs"]))


def test_a_bound_is_carried_over_a_dash() -> None:
    a = "A cart takes 850 pounds at most; on the hill roads — 600."
    b = "Eight hundred and fifty pounds at the outside. On hill roads, no more than six hundred."
    for one, two in ((a, b), (b, a)):
        left, right = ([(name, figure) for figure in find_figures(text)] for name, text in (("A1", one), ("B1", two)))
        pairs = match_figures(left, right, left_texts={"A1": one}, right_texts={"B1": two})
        assert [pair.verdict for pair in pairs] == [Verdict.EQUAL, Verdict.OTHER_FORM]
    alone = match_figures(left, right)
    assert alone[1].verdict is Verdict.QUALIFIER
