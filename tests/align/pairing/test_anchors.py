from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from align.pairing.anchors import anchored_band, rising_chain

points = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=9, unique=True)


def rises(chain: tuple[tuple[int, int], ...]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


@given(points)
def test_longest_rising_chain(given_points: list[tuple[int, int]]) -> None:
    ordered = sorted(given_points)
    chain = tuple(rising_chain(ordered))
    assert set(chain) <= set(ordered)
    assert rises(chain)
    longest = max(
        (size for size in range(len(ordered) + 1) for some in combinations(ordered, size) if rises(some)), default=0
    )
    assert len(chain) == longest


def test_band_grows_where_anchors_are_far_apart() -> None:
    band, narrowed = anchored_band([(100, 100), (101, 101), (600, 900)], 1000, 1300)
    assert narrowed, "three hundred turns are inserted between two anchors"
    widths = band.high - band.low
    assert widths[100] < widths[350]
    assert band.low[600] <= 900 < band.high[600]
    assert not anchored_band([(n, n) for n in range(0, 1000, 20)], 1000, 1000)[1]
    assert widths.max() < 700, "the slack is bounded"
