"""Blocks of turns that stand elsewhere in the other edition, found after the monotone pass."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from align.pairing.bands import full_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.pairing.evidence import Evidence
    from align.pairing.learned import Model
    from align.pairing.sequence import Group

_WHOLE_TABLE = 400_000
"""Up to this many cells every pair of turns is a candidate; beyond, only pairs that share rare tokens."""

_RARE = 12
_RARE_EVIDENCE = 4.0
_STRONG = 1.0
_START = 3.0
_SKIP = 1.0
_REACH = 3

Chain = list[tuple[int, int]]


def find_moves(evidence: Evidence, model: Model, rows: Sequence[Group]) -> list[tuple[range, range]]:
    """Finds blocks whose turns fit each other better than what the monotone pass gave them.

    A block is a chain of cells off the path that rises in both texts. A cell counts what it scores less what
    its turns score where they are; a chain must outweigh the odds against a block standing just there.

    Args:
        evidence: the two editions.
        model: what they are like.
        rows: the rows of the monotone pass.

    Returns:
        (left turns, right turns) of each block, strongest first, no turn twice.
    """
    held_left, held_right, on_path = _held(evidence, model, rows)
    gain = {
        (i, j): score - held_left[i] - held_right[j]
        for (i, j), score in _candidates(evidence, model).items()
        if (i, j) not in on_path
    }
    best: dict[tuple[int, int], float] = {}
    came: dict[tuple[int, int], tuple[int, int] | None] = {}
    for cell in sorted(gain):
        before, level = None, 0.0
        for di in range(1, _REACH + 1):
            for dj in range(1, _REACH + 1):
                other = (cell[0] - di, cell[1] - dj)
                value = best.get(other, 0.0) - _SKIP * (di + dj - 2)
                if value > level:
                    before, level = other, value
        best[cell] = gain[cell] + level
        came[cell] = before
    least = _START + math.log(len(evidence.left))
    taken: tuple[set[int], set[int]] = (set(), set())
    chains: list[Chain] = []
    for end in sorted(best, key=lambda place: (-best[place], place)):
        if best[end] < least:
            break
        chain: Chain = []
        link: tuple[int, int] | None = end
        while link is not None:
            chain.append(link)
            link = came[link]
        lefts, rights = range(chain[-1][0], chain[0][0] + 1), range(chain[-1][1], chain[0][1] + 1)
        if taken[0].isdisjoint(lefts) and taken[1].isdisjoint(rights):
            taken[0].update(lefts)
            taken[1].update(rights)
            chains.append(chain[::-1])
    # Only now, so that no block grows into a turn that another has better claim to.
    for chain in chains:
        _stretch(chain, evidence, model, held_left, held_right, on_path, taken)
    return [(range(c[0][0], c[-1][0] + 1), range(c[0][1], c[-1][1] + 1)) for c in chains]


def _held(
    evidence: Evidence, model: Model, rows: Sequence[Group]
) -> tuple[list[float], list[float], set[tuple[int, int]]]:
    """What each turn of either side scores where it is, and the cells of the path."""
    held: tuple[list[float], list[float]] = ([0.0] * len(evidence.left), [0.0] * len(evidence.right))
    on_path: set[tuple[int, int]] = set()
    for (lefts, rights), parts in zip(rows, evidence.rows(rows, model), strict=True):
        if parts is not None:
            score = parts.total
            for i in lefts:
                held[0][i] = max(-20.0, (score - len(rights) * model.gap_right / 2) / len(lefts))
            for j in rights:
                held[1][j] = max(-20.0, (score - len(lefts) * model.gap_left / 2) / len(rights))
            on_path.update((i, j) for i in lefts for j in rights)
        else:
            for i in lefts:
                held[0][i] = model.gap_left / 2
            for j in rights:
                held[1][j] = model.gap_right / 2
    return *held, on_path


def _candidates(evidence: Evidence, model: Model) -> dict[tuple[int, int], float]:
    """Cells anywhere in the table that fit well, with their scores."""
    left, right = len(evidence.left), len(evidence.right)
    if left * right <= _WHOLE_TABLE:
        band = full_band(left, right)
        scores = evidence.beads(band, model, [(1, 1)])[1, 1]
        chosen = np.nonzero(scores > _STRONG)[0]
        return {
            (int(i), int(j)): float(s)
            for i, j, s in zip(band.left[chosen], band.right[chosen], scores[chosen], strict=True)
        }
    found: dict[tuple[int, int], float] = {}
    lefts, rights, _ = evidence.rare_pairs(model, most=_RARE + max(left, right) // 3000, least=_RARE_EVIDENCE)
    for i, j, parts in zip(lefts.tolist(), rights.tolist(), evidence.pairs(lefts, rights, model), strict=True):
        if parts.total > _STRONG:
            found[i, j] = parts.total
    return found


def _stretch(
    chain: Chain,
    evidence: Evidence,
    model: Model,
    held_left: Sequence[float],
    held_right: Sequence[float],
    on_path: set[tuple[int, int]],
    taken: tuple[set[int], set[int]],
) -> None:
    """Lengthens a chain at both ends, in place, by neighbours that are better off with it: short assents move too."""
    for step in (-1, 1):
        while True:
            i, j = chain[0 if step < 0 else -1]
            i, j = i + step, j + step
            if not (0 <= i < len(evidence.left) and 0 <= j < len(evidence.right)) or (i, j) in on_path:
                break
            if i in taken[0] or j in taken[1]:
                break
            if evidence.group(((i,), (j,)), model).total - held_left[i] - held_right[j] <= 0:
                break
            chain.insert(0 if step < 0 else len(chain), (i, j))
            taken[0].add(i)
            taken[1].add(j)


def without(rows: Sequence[Group], blocks: Sequence[tuple[range, range]]) -> tuple[list[int], list[int], list[Group]]:
    """Takes blocks out of a pass.

    Args:
        rows: the rows of the pass.
        blocks: what to take out.

    Returns:
        The left and the right turns that stay, and the rows renumbered to them.
    """
    gone = [{k for block in blocks for k in block[side]} for side in (0, 1)]
    size = [1 + max((k for row in rows for k in row[side]), default=-1) for side in (0, 1)]
    stay = [[k for k in range(size[side]) if k not in gone[side]] for side in (0, 1)]
    number: list[dict[int, int]] = [defaultdict(int, {k: n for n, k in enumerate(stay[side])}) for side in (0, 1)]
    kept: list[Group] = []
    for row in rows:
        lefts, rights = (tuple(number[side][k] for k in row[side] if k not in gone[side]) for side in (0, 1))
        if lefts or rights:
            kept.append((lefts, rights))
    return stay[0], stay[1], kept
