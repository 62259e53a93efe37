"""Relative dates stay relative until a day is given."""

from __future__ import annotations

import pytest

from editions.figures import find_figures
from editions.figures.relative import resolve_relative
from editions.model import FigureKind


@pytest.mark.parametrize(
    ("text", "anchor", "date"),
    [
        ("next year", "1952-08-20", "1953"),
        ("last year", "1952", "1951"),
        ("this year", "1952-08-20", "1952"),
        ("May of last year", "1952-08-20", "1951-05"),
        ("last month", "1952-01-20", "1951-12"),
        ("next month", "1952-12", "1953-01"),
        ("last May", "1952-08-20", "1952-05"),
        ("last October", "1952-08-20", "1951-10"),
        ("next October", "1952-08-20", "1952-10"),
        ("two years ago", "1952-08-20", "1950"),
        ("two or three years ago", "1952-08-20", None),
        ("last decade", "1952-08-20", "194"),
        ("the previous year", "1952-08-20", None),
        ("last month", "1952", None),
        ("next year", "unknown", None),
        ("tomorrow", "1952-08-20", None),
    ],
)
def test_resolve(text: str, anchor: str, date: str | None) -> None:
    (figure,) = find_figures(f"So it was {text}.")
    assert figure.kind is FigureKind.RELATIVE_DATE
    assert figure.iso is None
    assert resolve_relative(figure, anchor) == date
