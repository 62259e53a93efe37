from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from align.tui.columns import NARROWEST, share_out


def test_two_editions_stand_side_by_side_at_80_cells_and_are_stacked_at_60() -> None:
    assert not share_out(78, 2, 139).stacked
    assert share_out(78, 2, 139).column >= 33
    assert share_out(58, 2, 139).stacked
    assert share_out(78, 3, 139).stacked
    assert not share_out(118, 3, 139).stacked


@given(st.integers(1, 300), st.integers(1, 10), st.integers(0, 99_999))
def test_columns_fit_the_width_and_are_not_narrow(width: int, editions: int, rows: int) -> None:
    columns = share_out(width, editions, rows)
    last = columns.left(editions - 1) + columns.column
    assert last <= max(width, columns.margin + 2)
    assert columns.column >= NARROWEST or columns.stacked or editions == 1
    if not columns.stacked:
        for edition in range(editions):
            assert columns.edition_at(columns.left(edition)) == edition
            assert columns.edition_at(columns.left(edition) + columns.column - 1) == edition
