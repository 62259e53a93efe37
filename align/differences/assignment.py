"""Least-cost pairing of two short lists, where an item may also stay alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXACT = 60
"""Longer lists are paired greedily: the exact algorithm takes the third power of the length."""


def assign(costs: Sequence[Sequence[float | None]], alone: float) -> list[tuple[int, int]]:
    """Pairs rows with columns so that the sum of costs is least.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957; in the shortest-path form of Jonker and Volgenant
    1987), each row having besides the columns one of its own that means it stays alone.

    Args:
        costs: (rows, columns) cost of each pair, None where the pair is not allowed.
        alone: cost of a row that stays alone.

    Returns:
        The pairs (row, column) in the order of the rows.
    """
    rows = len(costs)
    columns = len(costs[0]) if rows else 0
    if not rows or not columns:
        return []
    if max(rows, columns) > _EXACT:
        return _greedy(costs, alone)
    never = 1e9
    table = [
        [never if cost is None else cost for cost in row] + [alone if i == j else never for j in range(rows)]
        for i, row in enumerate(costs)
    ]
    width = columns + rows
    left, right = [0.0] * (rows + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        column = 0
        least = [never * 10] * (width + 1)
        way = [0] * (width + 1)
        used = [False] * (width + 1)
        while True:
            used[column] = True
            current, delta, following = owner[column], never * 10, 0
            costs_here, base = table[current - 1], left[current]
            for j in range(1, width + 1):
                if used[j]:
                    continue
                reduced = costs_here[j - 1] - base - right[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(width + 1):
                if used[j]:
                    left[owner[j]] += delta
                    right[j] -= delta
                else:
                    least[j] -= delta
            column = following
            if owner[column] == 0:
                break
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    pairs = [(owner[j] - 1, j - 1) for j in range(1, columns + 1) if owner[j]]
    return sorted((i, j) for i, j in pairs if costs[i][j] is not None)


def _greedy(costs: Sequence[Sequence[float | None]], alone: float) -> list[tuple[int, int]]:
    """Cheapest pair first."""
    cells = sorted(
        (cost, i, j) for i, row in enumerate(costs) for j, cost in enumerate(row) if cost is not None and cost < alone
    )
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for _, i, j in cells:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            pairs.append((i, j))
    return sorted(pairs)
