"""A whole comparison on one strip: what weighs most in each stretch of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.model import Kind
from align.review.filters import is_slight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.review.filters import Filter
    from align.workspace import Comparison

_TELLING = (
    Kind.WORDING,
    Kind.EDITORIAL,
    Kind.ORDER,
    Kind.ADDITION,
    Kind.OMISSION,
    Kind.NAME,
    Kind.FIGURE,
    Kind.SPEAKER,
)
_RANK = {kind: rank for rank, kind in enumerate(_TELLING)}


@dataclass(frozen=True, slots=True, order=True)
class Weight:
    """What weighs most in a stretch; a heavier one compares greater.

    Attributes:
        serious: whether the editions say different things.
        rank: how telling the kind is.
    """

    serious: bool
    rank: int

    @property
    def kind(self) -> Kind:
        """The kind of difference."""
        return _TELLING[self.rank]


def weigh_rows(comparison: Comparison, visible: Sequence[int], shown: Filter) -> tuple[Weight | None, ...]:
    """Finds the weightiest shown difference of each drawn row.

    Args:
        comparison: what is read.
        visible: indices of the drawn rows.
        shown: the filter.

    Returns:
        One weight a drawn row, None where nothing differs.
    """
    rows, in_row = comparison.rows, comparison.in_row
    return tuple(
        max(
            (
                Weight(not is_slight(difference), _RANK[difference.kind])
                for difference in in_row.get(rows[row].id, ())
                if shown.shows(difference)
            ),
            default=None,
        )
        for row in visible
    )


def strip(weights: Sequence[Weight | None], tops: Sequence[int], length: int) -> tuple[Weight | None, ...]:
    """Draws the rows together into as many cells as there are.

    Args:
        weights: one a drawn row.
        tops: first line of each drawn row, and after the last the number of lines in all.
        length: number of cells.

    Returns:
        The weightiest of each cell's rows; the cells after the end of a short text are None.
    """
    total = tops[-1] if len(tops) > len(weights) else 0
    if not weights or total <= 0 or length <= 0:
        return (None,) * max(0, length)
    cells: list[Weight | None] = []
    # A text shorter than the strip is not stretched: line and cell are then the same height.
    scale = max(total, length)
    for cell in range(length):
        first, last = cell * scale // length, (cell + 1) * scale // length
        if first >= total:
            cells.append(None)
            continue
        begin = max(0, bisect_right(tops, first) - 1)
        end = min(len(weights), bisect_right(tops, max(first, last - 1)))
        found = [weight for weight in weights[begin:end] if weight is not None]
        cells.append(max(found, default=None))
    return tuple(cells)


def window(first: int, height: int, total: int, length: int) -> tuple[int, int]:
    """Finds the cells of the strip that stand for the lines on the screen.

    Args:
        first: first line on the screen.
        height: lines on the screen.
        total: lines in all.
        length: number of cells.

    Returns:
        First cell, and after the last; at least one cell.
    """
    scale = max(total, length, 1)
    begin = min(max(0, length - 1), first * length // scale)
    end = min(length, max(begin + 1, -(-(first + height) * length // scale)))
    return begin, end
