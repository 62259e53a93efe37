"""Which rows stand out of order: those outside the heaviest chain that rises in both editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.pairing.sequence import Group


def in_order(rows: Sequence[Group]) -> list[bool]:
    """Tells rows that keep the common order from rows that were moved.

    Of all chains of rows that rise by their first turns in both editions, the one with the most turns is the common
    order, so that of two passages that changed places the shorter one was moved. Found by dynamic programming over a
    Fenwick tree of prefix maxima, in n log n.

    Args:
        rows: (left turns, right turns), in any order.

    Returns:
        (rows,) True in the common order; always True for a row without a partner.
    """
    paired = sorted((row[0][0], row[1][0], place) for place, row in enumerate(rows) if row[0] and row[1])
    size = 1 + max((right for _, right, _ in paired), default=-1)
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    came: dict[int, int] = {}
    for _, right, place in paired:
        best = (0, -1)
        at = right
        while at > 0:
            best = max(best, tree[at], key=lambda entry: entry[0])
            at -= at & -at
        came[place] = best[1]
        weight = best[0] + len(rows[place][0]) + len(rows[place][1])
        at = right + 1
        while at <= size:
            if weight > tree[at][0]:
                tree[at] = (weight, place)
            at += at & -at
    kept: set[int] = set()
    place = max(tree, key=lambda entry: entry[0])[1]
    while place >= 0:
        kept.add(place)
        place = came[place]
    return [place in kept or not (row[0] and row[1]) for place, row in enumerate(rows)]
