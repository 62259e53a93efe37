from __future__ import annotations

from fractions import Fraction

import pytest

from editions.figures.values import value_text
from editions.model import Figure, FigureKind


def figure(low: object, high: object, unit: str | None = None, iso: str | None = None) -> Figure:
    ends = [None if end is None else Fraction(str(end)) for end in (low, high)]
    return Figure(0, 1, "x", FigureKind.NUMBER, ends[0], ends[1], unit, iso=iso)


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (figure(1500000, 1500000), "1500000"),
        (figure("4.8", "4.8", "inch"), "4.8 inch"),
        (figure(15, 20, "km"), "15-20 km"),
        (figure("1/3", "1/3"), "1/3"),
        (figure(1000, None), "1000+"),
        (figure(None, 5, "year"), "-5 year"),
        (figure(None, None), None),
        (figure(1955, 1955, iso="1955-06"), "1955-06"),
        (figure("0.125", "0.125"), "0.125"),
    ],
)
def test_value_text(made: Figure, text: str | None) -> None:
    assert value_text(made) == text
