"""The dynamic programme against the same thing written out plainly."""

from __future__ import annotations

import functools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.pairing.bands import band_along, full_band, make_band
from align.pairing.sequence import IMPOSSIBLE, Gaps, best_path

KINDS = [(1, 1), (1, 2), (2, 1)]


def plain_best(left: int, right: int, scores: dict, gaps: Gaps) -> float:
    """The greatest total, by recursion over (left read, right read, what the last turn was)."""

    @functools.cache
    def best(i: int, j: int, last: str) -> float:
        if i == 0 and j == 0:
            return 0.0 if last == "bead" else IMPOSSIBLE
        options = [IMPOSSIBLE]
        if last == "bead":
            for m, n in KINDS:
                if i >= m and j >= n:
                    before = max(best(i - m, j - n, state) for state in ("bead", "left", "right"))
                    options.append(before + scores[m, n][i - 1, j - 1])
        elif last == "left" and i:
            options += [best(i - 1, j, "left") + gaps.more]
            options += [best(i - 1, j, state) + gaps.left for state in ("bead", "right")]
        elif last == "right" and j:
            options += [best(i, j - 1, "right") + gaps.more]
            options += [best(i, j - 1, state) + gaps.right for state in ("bead", "left")]
        return max(options)

    return max(best(left, right, state) for state in ("bead", "left", "right"))


def total_of(rows: list, scores: dict, gaps: Gaps) -> float:
    total, last = 0.0, "bead"
    for lefts, rights in rows:
        if lefts and rights:
            total += scores[len(lefts), len(rights)][lefts[-1], rights[-1]]
            last = "bead"
        else:
            side = "left" if lefts else "right"
            total += gaps.more if last == side else gaps.left if lefts else gaps.right
            last = side
    return total


@given(
    left=st.integers(1, 6),
    right=st.integers(1, 6),
    seed=st.integers(0, 10_000),
    opening=st.floats(-6, -0.5),
    share=st.floats(0.1, 1),
)
def test_finds_the_greatest_total(left: int, right: int, seed: int, opening: float, share: float) -> None:
    numbers = np.random.default_rng(seed)
    gaps = Gaps(opening, opening * 1.1, opening * share)
    table = {kind: numbers.normal(-1, 3, (left, right)) for kind in KINDS}
    for m, n in KINDS:
        table[m, n][: m - 1, :] = IMPOSSIBLE
        table[m, n][:, : n - 1] = IMPOSSIBLE
    rows = best_path(full_band(left, right), {kind: scores.ravel() for kind, scores in table.items()}, gaps, right)
    assert [i for lefts, _ in rows for i in lefts] == list(range(left))
    assert [j for _, rights in rows for j in rights] == list(range(right))
    assert total_of(rows, table, gaps) == max(total_of(rows, table, gaps), plain_best(left, right, table, gaps) - 1e-9)


@given(
    left=st.integers(1, 30),
    right=st.integers(1, 30),
    data=st.data(),
)
def test_a_band_can_always_be_crossed(left: int, right: int, data: st.DataObject) -> None:
    ends = st.lists(st.integers(-5, right + 5), min_size=left, max_size=left)
    band = make_band(np.array(data.draw(ends)), np.array(data.draw(ends)), right)
    assert band.low[0] == 0
    assert band.high[-1] == right
    assert (band.low < band.high).all()
    assert (band.high[:-1] > band.low[1:]).all()
    assert band.size == int((band.high - band.low).sum())
    rows = best_path(band, {(1, 1): np.zeros(band.size)}, Gaps(-1.0, -1.0, -0.5), right)
    assert sum(len(lefts) for lefts, _ in rows) == left
    assert sum(len(rights) for _, rights in rows) == right


def test_neighbours_of_cells() -> None:
    band = make_band(np.array([0, 1, 1]), np.array([2, 3, 4]), 4)
    cell = int(band.cells(np.array([1]), np.array([2]))[0])
    assert (band.left[cell], band.right[cell]) == (1, 2)
    assert band.above[cell] == band.size, "turn (0, 2) lies outside the band"
    assert band.right[band.before[cell]] == 1
    assert band.above[band.size] == band.before[band.size] == band.size


def test_band_along_rows_covers_them_and_their_gaps() -> None:
    rows = [((0,), (0,)), ((), (1,)), ((), (2,)), ((1, 2), (3,)), ((3,), ())]
    band = band_along(rows, 4, 4, 1)
    inside = set(zip(band.left.tolist(), band.right.tolist(), strict=True))
    assert {(0, 0), (1, 3), (2, 3)} <= inside
