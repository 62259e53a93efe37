from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from align.tui.row_layout import RowLayout, scroll_to_show

HEIGHTS = st.lists(st.integers(min_value=1, max_value=9), min_size=1, max_size=40)


@given(HEIGHTS)
def test_every_line_belongs_to_the_row_that_holds_it(heights: list[int]) -> None:
    layout = RowLayout.of(range(len(heights)), heights)
    owners = [place for place, height in enumerate(heights) for _ in range(height)]
    assert layout.total == len(owners)
    assert [layout.place_at(line) for line in range(layout.total)] == owners
    for place, height in enumerate(heights):
        assert layout.span(place) == (owners.index(place), height)


def test_lines_beyond_the_ends_belong_to_the_nearest_row() -> None:
    layout = RowLayout.of((4, 7), (2, 3))
    assert layout.place_at(-5) == 0
    assert layout.place_at(99) == 1


def test_nothing_drawn() -> None:
    layout = RowLayout.of((), ())
    assert layout.total == 0
    assert layout.place_at(0) == -1
    assert layout.place_of(0) is None
    assert layout.anchor(0) is None
    assert layout.line_of(None) == 0


def test_a_row_is_found_by_its_index_only_where_it_is_drawn() -> None:
    layout = RowLayout.of((4, 7, 9), (2, 3, 1))
    assert [layout.place_of(row) for row in (3, 4, 5, 7, 9, 10)] == [None, 0, None, 1, 2, None]


@given(HEIGHTS, st.data())
def test_the_top_row_stays_when_the_text_is_set_anew(heights: list[int], data: st.DataObject) -> None:
    before = RowLayout.of(range(len(heights)), heights)
    line = data.draw(st.integers(0, before.total - 1))
    others = data.draw(st.lists(st.integers(1, 9), min_size=len(heights), max_size=len(heights)))
    after = RowLayout.of(range(len(others)), others)
    assert after.rows[after.place_at(after.line_of(before.anchor(line)))] == before.rows[before.place_at(line)]
    assert before.line_of(before.anchor(line)) == line


@given(HEIGHTS, st.data())
def test_a_filtered_row_gives_way_to_the_next_one(heights: list[int], data: st.DataObject) -> None:
    before = RowLayout.of(range(len(heights)), heights)
    line = data.draw(st.integers(0, before.total - 1))
    kept = sorted(data.draw(st.sets(st.sampled_from(range(len(heights))), min_size=1)))
    after = RowLayout.of(kept, [heights[row] for row in kept])
    top = before.rows[before.place_at(line)]
    expected = next((row for row in kept if row >= top), kept[-1])
    assert after.rows[after.place_at(after.line_of(before.anchor(line)))] == expected


@given(st.integers(0, 200), st.integers(1, 40), st.integers(0, 240), st.integers(1, 60))
def test_scrolling_shows_the_stretch_and_moves_no_more_than_needed(first, height, top, lines) -> None:
    there = scroll_to_show(first, height, top, lines)
    assert there <= top
    assert top + lines <= there + height or there == top
    if first <= top and top + lines <= first + height and lines < height:
        assert there == first
