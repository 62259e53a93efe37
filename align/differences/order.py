"""Rows that stand elsewhere in another edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.differences.sides import Found, whole
from align.model import Kind, Verdict

if TYPE_CHECKING:
    from align.differences.sides import Side
    from editions.model import Edition


def compare_order(base: Side, other: Side, edition: Edition) -> list[Found]:
    """Describes a moved row.

    Args:
        base: the base edition's share of the row.
        other: the share of the edition that has it elsewhere.
        edition: that edition.

    Returns:
        One difference, with the place in words.
    """
    first = other.turns[0]
    if first.number == 0:
        place = f"{other.siglum} has this at its very beginning"
    else:
        place = f"{other.siglum} has this after {edition.turns[first.number - 1].id}"
    readings = {base.siglum: whole(base.turns[0]), other.siglum: whole(first)}
    return [Found(Kind.ORDER, Verdict.MOVED, readings, place + ".")]
