"""The pairing at least cost, against trying everything."""

from __future__ import annotations

import random
from itertools import permutations

from align.differences.assignment import assign


def _least(costs: list[list[float | None]], alone: float) -> float:
    rows, columns = len(costs), len(costs[0])
    slots = [*range(columns), *[None] * rows]
    best = float("inf")
    for choice in set(permutations(slots, rows)):
        total = 0.0
        for row, column in enumerate(choice):
            cost = alone if column is None else costs[row][column]
            total += float("inf") if cost is None else cost
        best = min(best, total)
    return best


def test_least_cost() -> None:
    chance = random.Random(7)
    for _ in range(150):
        rows, columns = chance.randint(1, 4), chance.randint(1, 4)
        costs = [[chance.choice([None, chance.uniform(0, 4)]) for _ in range(columns)] for _ in range(rows)]
        pairs = assign(costs, 2.0)
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
        total = sum(costs[i][j] for i, j in pairs) + 2.0 * (rows - len(pairs))
        assert abs(total - _least(costs, 2.0)) < 1e-9


def test_nothing_to_pair() -> None:
    assert assign([], 1.0) == []
    assert assign([[], []], 1.0) == []
    assert assign([[None]], 1.0) == []


def test_long_lists_are_paired_greedily() -> None:
    costs = [[float(abs(i - j)) for j in range(90)] for i in range(90)]
    assert assign(costs, 3.0) == [(i, i) for i in range(90)]
