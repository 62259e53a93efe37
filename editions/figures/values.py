"""A figure's value as one short string, the same in every report: for people, for sorting, for programs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from editions.model import Figure


def value_text(figure: Figure) -> str | None:
    """The value: "1500000", "4.8 inch", "15-20 km", "1000+", "1955-06".

    Args:
        figure: any figure.

    Returns:
        The value without its qualifier; None for what has no value of its own, as "last year".
    """
    if figure.iso is not None:
        return figure.iso
    if figure.low is None:
        return None if figure.high is None else _with_unit(f"-{exact_text(figure.high)}", figure.unit)
    if figure.high is None:
        return _with_unit(f"{exact_text(figure.low)}+", figure.unit)
    low, high = exact_text(figure.low), exact_text(figure.high)
    return _with_unit(low if low == high else f"{low}-{high}", figure.unit)


def exact_text(value: Fraction) -> str:
    """An exact number: a decimal where it ends, else a fraction ("1/3")."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1 or value.denominator == 1 or value.denominator > 10**12:
        return str(value)
    return f"{(Decimal(value.numerator) / Decimal(value.denominator)).normalize():f}"


def _with_unit(value: str, unit: str | None) -> str:
    return f"{value} {unit}" if unit else value
