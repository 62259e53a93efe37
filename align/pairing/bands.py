"""Which cells of the turn-by-turn table are looked at: a ragged band, stored flat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """For each left turn a run of right turns; both ends rise, and neighbouring runs touch.

    Cells are numbered row by row; ``size`` is one past the last and stands for "outside".

    Attributes:
        low: (left,) first right turn of each row.
        high: (left,) one past the last right turn of each row.
        offset: (left + 1,) number of the first cell of each row.
        left: (cells,) left turn of each cell.
        right: (cells,) right turn of each cell.
        above: (cells + 1,) cell of the left turn before, or ``size``.
        before: (cells + 1,) cell of the right turn before, or ``size``.
    """

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    offset: NDArray[np.int64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    above: NDArray[np.int64]
    before: NDArray[np.int64]

    @property
    def size(self) -> int:
        """Number of cells."""
        return len(self.left)

    def cells(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
        """Numbers of the cells at (left, right), all of which must lie inside the band."""
        return np.asarray(self.offset[left] + right - self.low[left], dtype=np.int64)


def make_band(low: NDArray[np.int64], high: NDArray[np.int64], right: int) -> Band:
    """Builds a band that a monotone path can always follow from corner to corner.

    Args:
        low: (left,) wished first right turn of each row.
        high: (left,) wished end of each row.
        right: number of right turns, at least 1.

    Returns:
        The band: ends clipped, made to rise, and rows stretched so that neighbours touch.
    """
    low = np.clip(low, 0, right - 1)
    high = np.clip(high, 1, right)
    low = np.minimum.accumulate(low[::-1])[::-1].copy()
    high = np.maximum.accumulate(high)
    low[0], high[-1] = 0, right
    high[:-1] = np.maximum(high[:-1], low[1:] + 1)
    high = np.maximum(high, low + 1)
    width = high - low
    offset = np.concatenate([[0], np.cumsum(width)])
    size = int(offset[-1])
    rows = np.repeat(np.arange(len(low)), width)
    columns = np.arange(size) - np.repeat(offset[:-1] - low, width)
    before = np.where(columns > low[rows], np.arange(size) - 1, size)
    previous = np.maximum(rows - 1, 0)
    inside = (rows > 0) & (columns >= low[previous]) & (columns < high[previous])
    above = np.where(inside, offset[previous] + columns - low[previous], size)
    return Band(low, high, offset, rows, columns, np.append(above, size), np.append(before, size))


def full_band(left: int, right: int) -> Band:
    """Every cell of a left x right table."""
    return make_band(np.zeros(left, dtype=np.int64), np.full(left, right, dtype=np.int64), right)


def band_along(rows: Iterable[tuple[Sequence[int], Sequence[int]]], left: int, right: int, half_width: int) -> Band:
    """A narrow band along the rows of an earlier pass.

    Args:
        rows: (left turns, right turns) in order; together they hold every turn once.
        left: number of left turns.
        right: number of right turns.
        half_width: right turns on either side of the rows.

    Returns:
        The band.
    """
    low = np.full(left, right, dtype=np.int64)
    high = np.zeros(left, dtype=np.int64)
    reached = 0
    for lefts, rights in rows:
        first, end = (min(rights), max(rights) + 1) if rights else (reached, reached)
        for i in lefts:
            low[i] = min(low[i], first - half_width)
            high[i] = max(high[i], end + half_width)
        reached = max(reached, end)
    return make_band(low, high, right)
