"""The best monotone path through a band: beads of n:m turns, and runs of turns without a partner.

A dynamic programme over "so many turns of each side are read", after Gale and Church (1993), vectorised by
row. Gaps are affine (Gotoh 1982): turns are left out in runs. A run of right-hand gaps inside a row is exact
through a running maximum. Totals are float64 and the way back is stored, never recomputed: comparing sums
again goes wrong on long texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from align.pairing.bands import Band

IMPOSSIBLE = -1e18
_DOWN = 254
_START = 255

Bead = tuple[int, int]
Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What it costs, in nats (negative), to leave turns without a partner.

    Attributes:
        left: opening a run of left turns.
        right: opening a run of right turns.
        more: each further turn of a run; no less than the others, as a run is one event.
    """

    left: float
    right: float
    more: float

    def run(self, side: int, length: int) -> float:
        """Cost of a run of ``length`` turns; side 0 is left, 1 right."""
        return (self.left, self.right)[side] + self.more * (length - 1) if length else 0.0


_EDGE = 8
"""Impossible states kept at either end of a row, so that most steps into it are plain slices."""


class _States:
    """One row of states: the best total after reading so many left turns, for a run of right counts."""

    __slots__ = ("_down", "_total", "low")

    def __init__(self, low: int, total: NDArray[np.float64], down: NDArray[np.float64]) -> None:
        self.low = low
        self._total = _padded(total)
        self._down = _padded(down)

    def slice(self, first: int, last: int, *, down: bool = False) -> NDArray[np.float64]:
        """Totals of the states first..last, impossible outside the row; not to be written to."""
        source = self._down if down else self._total
        start, end = first - self.low + _EDGE, last - self.low + _EDGE + 1
        if start >= 0 and end <= len(source):
            return source[start:end]
        out = np.full(end - start, IMPOSSIBLE)
        a, b = max(start, 0), min(end, len(source))
        if b > a:
            out[a - start : b - start] = source[a:b]
        return out


def _padded(row: NDArray[np.float64]) -> NDArray[np.float64]:
    out = np.full(len(row) + 2 * _EDGE, IMPOSSIBLE)
    out[_EDGE:-_EDGE] = row
    return out


def best_path(band: Band, scores: Mapping[Bead, NDArray[np.float64]], gaps: Gaps, right: int) -> list[Group]:
    """Finds the rows of greatest total score.

    Args:
        band: the cells looked at.
        scores: bead (m, n) -> (cells,) score in nats of a bead whose last turns are those of the cell.
        gaps: costs of turns without a partner.
        right: number of right turns.

    Returns:
        (left turns, right turns) in order, every turn of both sides once.
    """
    left = len(band.low)
    kinds = list(scores)
    first = int(band.high[0])
    totals = np.full(first + 1, IMPOSSIBLE)
    totals[0] = 0.0
    totals[1:] = gaps.right + gaps.more * np.arange(first)
    states = [_States(0, totals, np.full(first + 1, IMPOSSIBLE))]
    came: list[NDArray[np.uint8]] = [np.full(first + 1, _START, dtype=np.uint8)]
    went_on: list[NDArray[np.bool_]] = [np.zeros(first + 1, dtype=np.bool_)]
    ran_from: list[NDArray[np.int64]] = [np.full(first + 1, -1, dtype=np.int64)]
    for i in range(1, left + 1):
        a, b = int(band.low[i - 1]), int(band.high[i - 1])
        width = b - a + 1
        start = band.offset[i - 1]
        best = np.full(width, IMPOSSIBLE)
        how = np.full(width, _START, dtype=np.uint8)
        for kind, (m, n) in enumerate(kinds):
            if m > i:
                continue
            reach = states[i - m].slice(a + 1 - n, b - n) + scores[m, n][start : start + width - 1]
            better = reach > best[1:]
            best[1:][better] = reach[better]
            how[1:][better] = kind
        opened = states[i - 1].slice(a, b) + gaps.left
        carried = states[i - 1].slice(a, b, down=True) + gaps.more
        on = carried > opened
        down = np.where(on, carried, opened)
        better = down > best
        best[better] = down[better]
        how[better] = _DOWN
        # A run of right-hand gaps from state k to j costs right + more * (j - k - 1).
        steps = np.arange(width)
        level = best - gaps.more * steps
        top = np.maximum.accumulate(level)
        rises = np.concatenate([[True], level[1:] > top[:-1]])
        source = np.maximum.accumulate(np.where(rises, steps, 0))
        across = np.full(width, IMPOSSIBLE)
        across[1:] = top[:-1] + gaps.more * (steps[1:] - 1) + gaps.right
        wins = across > best
        run = np.full(width, -1, dtype=np.int64)
        run[1:][wins[1:]] = source[:-1][wins[1:]] + a
        states.append(_States(a, np.where(wins, across, best), down))
        came.append(how)
        went_on.append(on)
        ran_from.append(run)
    return _way_back(states, came, went_on, ran_from, kinds, left, right)


def _way_back(
    states: list[_States],
    came: list[NDArray[np.uint8]],
    went_on: list[NDArray[np.bool_]],
    ran_from: list[NDArray[np.int64]],
    kinds: list[Bead],
    left: int,
    right: int,
) -> list[Group]:
    rows: list[Group] = []
    i, j, in_run = left, right, False
    while i > 0:
        at = j - states[i].low
        if not in_run and ran_from[i][at] >= 0:
            origin = int(ran_from[i][at])
            rows.extend(((), (k,)) for k in range(j - 1, origin - 1, -1))
            j = origin
            at = j - states[i].low
        how = _DOWN if in_run else int(came[i][at])
        if how == _DOWN:
            rows.append(((i - 1,), ()))
            in_run = bool(went_on[i][at])
            i -= 1
        else:
            m, n = kinds[how]
            rows.append((tuple(range(i - m, i)), tuple(range(j - n, j))))
            i, j, in_run = i - m, j - n, False
    rows.extend(((), (k,)) for k in range(j - 1, -1, -1))
    rows.reverse()
    return rows
