from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from align.pairing.order import in_order


def test_the_shorter_passage_is_the_moved_one() -> None:
    long, short = [((n,), (n + 2,)) for n in range(5)], [((n,), (n - 5,)) for n in (5, 6)]
    assert in_order([*long, *short]) == [True] * 5 + [False] * 2
    assert in_order([*short, *long]) == [False] * 2 + [True] * 5


def test_rows_without_a_partner_are_in_order() -> None:
    assert in_order([((0,), (1,)), ((1,), ()), ((), (0,)), ((2,), (2, 3))]) == [True] * 4
    assert in_order([]) == []


@given(st.permutations(range(7)), st.data())
def test_no_chain_has_more_turns(order: list[int], data: st.DataObject) -> None:
    size = data.draw(st.lists(st.integers(1, 3), min_size=7, max_size=7))
    rows = [((10 * n,), tuple(10 * place + k for k in range(size[n]))) for n, place in enumerate(order)]
    kept = [row for row, here in zip(rows, in_order(rows), strict=True) if here]
    assert all(a[1][0] < b[1][0] for a, b in pairwise(kept))

    def turns(chain: list) -> int:
        return sum(len(row[0]) + len(row[1]) for row in chain)

    chains = (
        chain
        for count in range(8)
        for chain in combinations(rows, count)
        if all(a[1][0] < b[1][0] for a, b in pairwise(chain))
    )
    assert turns(kept) == max(turns(chain) for chain in chains)
