"""Whether one figure is another rounded: converted into the other's unit, as a per cent, or at its last digits."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from align.differences.figure_words import ends, in_unit
from editions.figures.units import unit_of

if TYPE_CHECKING:
    from editions.model import Figure

_MOST = Fraction(8, 100)
"""A conversion rounded by more than this share of its value is another figure: a mile is no kilometre."""

_MOST_ABOUT = Fraction(12, 100)
"""The same where one edition says about."""

_LOOSE_MONTH = Fraction(9, 100)
"""Months against weeks or days: the shortest month, four weeks, is so much less than the mean one."""


def converts(a: Figure, b: Figure) -> bool:
    """Whether one is the other converted and rounded: in one direction, both ends round to what is written.

    Args:
        a: a figure with a unit.
        b: one with another unit.
    """
    return rounds_to(a, b) or rounds_to(b, a)


def rounds_to(exact: Figure, written: Figure) -> bool:
    """Whether a figure, converted into another's unit, rounds to what that one has written.

    Units of time that are whole multiples of each other are not rounded unless a figure says about: ten days are no
    fortnight.

    Args:
        exact: the figure that is converted.
        written: the figure as rounded.
    """
    if exact.unit is None or written.unit is None:
        return False
    about = "about" in (exact.qualifier, written.qualifier)
    low, high = in_unit(exact, written.unit)
    least, most = ends(written)
    if not about and _exact_times(exact.unit, written.unit):
        return False
    allowed = [_allowed(value, exact.unit, written, about=about) for value in (least, most)]
    if least < most and low == high:
        # One value against a range: the range must lie round it and be narrow enough to be its rounding.
        return least - allowed[0] <= low <= most + allowed[1] and most <= 2 * least
    return abs(low - least) <= allowed[0] and abs(high - most) <= allowed[1]


def _allowed(value: Fraction, unit: str, written: Figure, *, about: bool) -> Fraction:
    """How far a conversion may be off: half the step to which the number is rounded, and no more than a small share."""
    half = _step(value, written) * (1 if about else Fraction(1, 2))
    own, other = unit_of(unit), unit_of(written.unit)
    if own is None or other is None or own.dimension.startswith("temperature"):
        # A share of degrees means nothing: their nought is anywhere.
        return half
    share = _MOST_ABOUT if about else _LOOSE_MONTH if own.dimension == "time" else _MOST
    return min(half, abs(value) * share)


def _exact_times(one: str, two: str) -> bool:
    """Whether both units measure time and both are made of days, or both of months."""
    own, other = unit_of(one), unit_of(two)
    month = unit_of("month")
    if own is None or other is None or month is None or own.dimension != "time" or other.dimension != "time":
        return False
    return (own.factor >= month.factor) == (other.factor >= month.factor)


def _step(value: Fraction, figure: Figure) -> Fraction:
    """To what a written number is taken to be rounded.

    The largest 1, 2 or 5 times a power of ten that divides the number and is no more than a tenth of it; at least one
    of its last written digit. So 217 is rounded to ones, 125 to fives, 200 to twenties, 4.8 to tenths.
    """
    if value == 0:
        return Fraction(1)
    if value.denominator != 1 and "." not in figure.text:
        # "A month and a half" is rounded to halves, "two thirds" to thirds.
        return Fraction(1, value.denominator)
    least = Fraction(1)
    while (value / least).denominator != 1 and least > Fraction(1, 10**9):
        least /= 10
    best, power = least, least
    while power * 10 <= abs(value):
        for times in (1, 2, 5):
            step = power * times
            if step * 10 <= abs(value) and (value / step).denominator == 1:
                best = max(best, step)
        power *= 10
    return best


def is_per_cent(a: Figure, b: Figure) -> bool:
    """Whether one is a part of a whole and the other that part as a rounded per cent: a third and 33 %.

    Args:
        a: a figure.
        b: another.
    """
    for part, written in ((a, b), (b, a)):
        if part.unit is not None or written.unit != "percent" or part.low is None or part.high != part.low:
            continue
        if not 0 < part.low < 1 or written.low is None or written.high != written.low:
            continue
        last = Fraction(1, max(1, min(written.low.denominator, 100)))
        about = "about" in (part.qualifier, written.qualifier)
        return abs(part.low * 100 - written.low) <= last * (2 if about else Fraction(1, 2))
    return False


def rounds(a: Figure, b: Figure) -> bool:
    """Whether an "about" figure is the other one rounded at its last digit that counts: about 77,000 for 76,600.

    Args:
        a: a figure.
        b: another in the same unit.
    """
    if {a.qualifier, b.qualifier} != {"about", None} or a.unit != b.unit or a.low != a.high or b.low != b.high:
        return False
    rounder, finer = (a, b) if a.qualifier == "about" else (b, a)
    value = ends(rounder)[0]
    if value.denominator != 1 or value < 10:
        return False
    step = Fraction(1)
    while (value / (step * 10)).denominator == 1:
        step *= 10
    return abs(value - ends(finer)[0]) * 2 <= step
