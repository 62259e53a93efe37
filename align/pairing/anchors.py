"""Fixed points of a long pair of texts: turns tied by rare tokens, on one rising chain."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from align.pairing.bands import Band, make_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.pairing.evidence import Evidence
    from align.pairing.learned import Model

_HALF_WIDTH = 16
_SLACK = 200
_OUTLIER = 24
_NEIGHBOURS = 9
_RARE = 6


def anchor_points(evidence: Evidence, model: Model) -> list[tuple[int, int]]:
    """Finds turns that are tied by rare tokens.

    Two turns are tied where each is the other's best by what they share of tokens rare in both texts. Of the ties
    the longest rising chain is kept (patience sorting, n log n); a tie whose offset from the diagonal leaves the
    median of its neighbours by far is dropped, as chance and moved blocks would bend the band.

    Args:
        evidence: the two editions.
        model: what editions are usually like.

    Returns:
        (left turn, right turn), rising in both.
    """
    size = max(len(evidence.left), len(evidence.right))
    # The more turns, the more often two share a rare token by chance: more must be shared.
    left, right, weight = evidence.rare_pairs(model, most=_RARE + size // 1000, least=math.log(size))
    order = np.lexsort((right, left, -weight))
    left, right = left[order], right[order]
    best_left, best_right = np.full(len(evidence.left), -1), np.full(len(evidence.right), -1)
    # Strongest first: writing backwards leaves each turn with its best.
    best_left[left[::-1]] = right[::-1]
    best_right[right[::-1]] = left[::-1]
    mutual = [(i, int(j)) for i, j in enumerate(best_left) if j >= 0 and best_right[j] == i]
    chain = rising_chain(mutual)
    if len(chain) < _NEIGHBOURS:
        return chain
    offset = np.array([j - i for i, j in chain])
    reach = _NEIGHBOURS // 2
    padded = np.pad(offset, reach, mode="edge")
    median = np.median(np.lib.stride_tricks.sliding_window_view(padded, _NEIGHBOURS), axis=1)
    return [point for point, away in zip(chain, np.abs(offset - median), strict=True) if away <= _OUTLIER]


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


FARTHEST = _HALF_WIDTH + _SLACK
"""Turns to either side of the line between anchors that are looked at, at most."""


def anchored_band(points: Sequence[tuple[int, int]], left: int, right: int) -> tuple[Band, bool]:
    """A band round the anchors, wider where anchors are far apart, up to a fixed bound.

    Args:
        points: anchors, rising.
        left: number of left turns.
        right: number of right turns.

    Returns:
        The band, and whether it is narrower somewhere than the distance of the anchors asks for.
    """
    xs = np.array([-1, *(i for i, _ in points), left])
    ys = np.array([-1, *(j for _, j in points), right])
    rows = np.arange(left)
    centre = np.interp(rows, xs, ys)
    segment = np.searchsorted(xs, rows, side="right") - 1
    spread = np.abs(np.diff(ys) - np.diff(xs))[segment] + np.minimum(np.diff(xs), np.diff(ys))[segment] // 4
    half = _HALF_WIDTH + np.minimum(spread, _SLACK)
    band = make_band(np.floor(centre).astype(np.int64) - half, np.ceil(centre).astype(np.int64) + half + 1, right)
    return band, bool((spread > _SLACK).any())
