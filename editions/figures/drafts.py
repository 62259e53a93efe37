"""What a recogniser hands back: a figure, or how far to pass over what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editions.figures.units import CURRENCIES, unit_of
from editions.model import Figure, FigureKind

if TYPE_CHECKING:
    from fractions import Fraction

    from editions.figures.reader import Reader


class Draft(NamedTuple):
    """The outcome at one place.

    Attributes:
        end: where to go on.
        figure: the figure, or None for something that is passed over.
    """

    end: int
    figure: Figure | None = None


def draft(
    reader: Reader,
    start: int,
    end: int,
    kind: FigureKind,
    low: Fraction | None = None,
    high: Fraction | None = None,
    *,
    unit: str | None = None,
    counted: str | None = None,
    qualifier: str | None = None,
    iso: str | None = None,
) -> Draft:
    """A figure between two offsets; without ``high`` it is a single value."""
    text = reader.text[start:end]
    return Draft(end, Figure(start, end, text, kind, low, low if high is None else high, unit, counted, qualifier, iso))


def open_draft(reader: Reader, start: int, end: int, low: Fraction, unit: str | None, counted: str | None) -> Draft:
    """A figure without upper bound: "thousands of men"."""
    return Draft(end, Figure(start, end, reader.text[start:end], kind_of(unit), low, None, unit, counted))


def kind_of(unit: str | None) -> FigureKind:
    """What a number with a unit is a figure of."""
    if unit is None:
        return FigureKind.NUMBER
    if unit in CURRENCIES:
        return FigureKind.MONEY
    size = unit_of(unit)
    dimension = size.dimension if size else ""
    if dimension == "ratio":
        return FigureKind.PERCENT
    return FigureKind.DURATION if dimension == "time" else FigureKind.QUANTITY


def lasts(unit: str | None) -> bool:
    """Whether a unit measures time."""
    size = unit_of(unit)
    return size is not None and size.dimension == "time"
