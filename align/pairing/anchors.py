"""Fixed points of a long pair of texts: tokens that both have exactly once, on one rising chain."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from align.pairing.bands import Band, make_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.pairing.traits import Traits, Vocabulary

_HALF_WIDTH = 32
_SLACK = 200
_NEIGHBOURS = 9


def anchor_points(left: Traits, right: Traits, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Finds turns that are tied by a token unique to both.

    The longest rising chain of such ties (patience sorting, n log n); a point whose offset from the diagonal
    leaves the median of its neighbours by far is dropped, as chance and moved blocks would bend the band.

    Args:
        left: traits of one edition.
        right: traits of the other.
        vocabulary: their tokens.

    Returns:
        (left turn, right turn), rising in both.
    """
    once = (np.bincount(left.token, minlength=vocabulary.size) == 1) & (
        np.bincount(right.token, minlength=vocabulary.size) == 1
    )
    place = np.zeros(vocabulary.size, dtype=np.int64)
    place[right.token] = right.turn
    tied = once[left.token]
    ties = sorted(set(zip(left.turn[tied].tolist(), place[left.token[tied]].tolist(), strict=True)))
    chain = rising_chain(ties)
    if len(chain) < _NEIGHBOURS:
        return chain
    offset = np.array([j - i for i, j in chain])
    reach = _NEIGHBOURS // 2
    padded = np.pad(offset, reach, mode="edge")
    median = np.median(np.lib.stride_tricks.sliding_window_view(padded, _NEIGHBOURS), axis=1)
    return [point for point, away in zip(chain, np.abs(offset - median), strict=True) if away <= _HALF_WIDTH]


def rising_chain(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain that rises strictly in both numbers (patience sorting).

    Args:
        points: pairs, sorted.

    Returns:
        The chain; of several longest, the one whose ends are least.
    """
    ordered = sorted(points, key=lambda point: (point[0], -point[1]))
    ends: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for number, (_, j) in enumerate(ordered):
        pile = bisect_left(ends, j)
        if pile == len(ends):
            ends.append(j)
            at.append(number)
        else:
            ends[pile] = j
            at[pile] = number
        back.append(at[pile - 1] if pile else -1)
    chain: list[tuple[int, int]] = []
    number = at[-1] if at else -1
    while number >= 0:
        chain.append(ordered[number])
        number = back[number]
    return chain[::-1]


def anchored_band(points: Sequence[tuple[int, int]], left: int, right: int) -> Band:
    """A band round the anchors, wider where anchors are far apart, up to a fixed bound.

    Args:
        points: anchors, rising.
        left: number of left turns.
        right: number of right turns.

    Returns:
        The band.
    """
    xs = np.array([-1, *(i for i, _ in points), left])
    ys = np.array([-1, *(j for _, j in points), right])
    rows = np.arange(left)
    centre = np.interp(rows, xs, ys)
    segment = np.searchsorted(xs, rows, side="right") - 1
    spread = np.abs(np.diff(ys) - np.diff(xs))[segment] + np.minimum(np.diff(xs), np.diff(ys))[segment] // 2
    half = _HALF_WIDTH + np.minimum(spread, _SLACK)
    return make_band(np.floor(centre).astype(np.int64) - half, np.ceil(centre).astype(np.int64) + half + 1, right)
