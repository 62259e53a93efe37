from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.model import Alignment, Kind
from align.review.filters import KINDS, Filter
from align.review.reader import Reader
from align.workspace import view


@pytest.fixture
def reader(council) -> Reader:
    return Reader(council)


def test_rows_are_visited_up_and_down_and_the_ends_stop(reader: Reader) -> None:
    assert not reader.move(-1)
    assert reader.move(2)
    assert reader.row == 2
    assert reader.move(99)
    assert reader.row == 6
    assert not reader.move(1)
    assert reader.to_first()
    assert not reader.to_first()


def test_differences_are_visited_in_order_and_back(reader: Reader) -> None:
    visited = []
    while reader.step_difference():
        visited.append((reader.row, reader.current_difference.id))
    assert [id_ for _, id_ in visited] == [f"d{number}" for number in range(1, 11)]
    assert [row for row, _ in visited] == [0, 0, 0, 1, 1, 2, 4, 4, 5, 6]
    back = [reader.current_difference.id]
    while reader.step_difference(forward=False):
        back.append(reader.current_difference.id)
    assert back == [f"d{number}" for number in range(10, 0, -1)]


def test_the_next_difference_is_sought_from_the_row_of_the_cursor(reader: Reader) -> None:
    reader.to_row(3)
    assert reader.step_difference()
    assert (reader.row, reader.current_difference.id) == (4, "d7")
    reader.to_row(4)
    reader.move(1)
    assert reader.current_difference is None
    assert reader.step_difference(forward=False)
    assert reader.current_difference.id == "d8"


def test_a_filter_keeps_the_row_and_the_difference_where_they_are_still_shown(reader: Reader) -> None:
    reader.to_difference("d4")
    reader.set_filter(Filter(frozenset({Kind.NAME, Kind.SPEAKER}), only_rows=True))
    assert (reader.row, reader.current_difference.id) == (1, "d4")
    reader.set_filter(Filter(frozenset({Kind.SPEAKER}), only_rows=True))
    assert (reader.row, reader.current_difference) == (4, None)
    reader.set_filter(Filter())
    assert reader.row == 4


def test_a_filter_that_leaves_nothing_leaves_no_cursor_and_no_move_fails(reader: Reader) -> None:
    reader.set_filter(Filter(frozenset(), only_rows=True))
    assert (reader.row, reader.current_row, reader.in_current_row) == (-1, None, ())
    moves = (
        lambda: reader.move(1),
        reader.to_first,
        reader.to_last,
        reader.step_difference,
        reader.step_doubtful,
        reader.step_hit,
    )
    assert not any(move() for move in moves)
    reader.set_filter(Filter())
    assert reader.row == 0


def test_doubtful_pairings_are_toured(reader: Reader) -> None:
    visited = []
    while reader.step_doubtful():
        visited.append(reader.row)
    assert visited == [2, 4, 5, 6]
    assert reader.step_doubtful(forward=False)
    assert reader.row == 5


def test_columns_stop_at_the_outer_ones(reader: Reader) -> None:
    assert not reader.to_edition(-1)
    assert reader.to_edition(5)
    assert reader.edition == 1


def test_search_goes_to_the_first_hit_from_the_row_and_round_the_end(reader: Reader) -> None:
    reader.to_row(2)
    reader.search_for("tolls")
    assert (reader.row, reader.hit, reader.edition) == (4, 0, 0)
    assert reader.step_hit() is True
    assert (reader.row, reader.hit, reader.edition) == (4, 1, 1)
    assert reader.step_hit() is None
    assert reader.hit == 0
    assert reader.step_hit(forward=False) is None
    assert reader.hit == 1


def test_search_is_taken_up_from_where_the_cursor_went(reader: Reader) -> None:
    reader.search_for("ing")
    total = len(reader.search)
    reader.to_row(5)
    assert reader.hit is None
    reader.step_hit()
    assert reader.search.hit(reader.hit)[0] >= 5
    reader.to_row(0)
    assert reader.step_hit(forward=False) is None
    assert reader.hit == total - 1


def test_an_empty_search_ends_it_and_leaves_the_cursor(reader: Reader) -> None:
    reader.search_for("tolls")
    reader.search_for("")
    assert (reader.search, reader.hit, reader.row) == (None, None, 4)


def test_a_search_that_finds_nothing_leaves_the_cursor(reader: Reader) -> None:
    reader.to_row(3)
    reader.search_for("zeppelin")
    assert (len(reader.search), reader.row) == (0, 3)
    assert reader.step_hit() is False


@pytest.mark.parametrize(
    ("typed", "row", "edition"),
    [("3", 2, 0), ("r3", 2, 0), ("A4", 2, 0), ("b6", 5, 1), (" R7 ", 6, 0), ("d9", 5, 0)],
)
def test_going_to_a_row_a_turn_or_a_difference(reader: Reader, typed: str, row: int, edition: int) -> None:
    assert reader.go_to(typed) == ""
    assert (reader.row, reader.edition) == (row, edition)


def test_going_to_a_difference_puts_the_cursor_on_it(reader: Reader) -> None:
    reader.go_to("d5")
    assert reader.current_difference.id == "d5"
    reader.set_filter(Filter(frozenset({Kind.FIGURE})))
    assert "leaves d5 out" in reader.go_to("d5")


def test_going_nowhere_says_so(reader: Reader) -> None:
    for typed in ("0", "99", "A99", "x", "-1", "9" * 400):
        assert "no row, turn or difference" in reader.go_to(typed)
        assert reader.row == 0
    assert reader.go_to("  ") == ""


def test_going_to_a_hidden_row_shows_it_and_says_so(reader: Reader) -> None:
    reader.set_filter(Filter(frozenset({Kind.NAME}), only_rows=True))
    assert "shown again" in reader.go_to("7")
    assert reader.row == 6
    assert reader.shown.kinds == {Kind.NAME}


def test_a_turn_goes_before_a_difference_of_the_same_name(made_comparison) -> None:
    reader = Reader(made_comparison(30, 4, words=4))
    reader.go_to("D12")
    assert "D12" in reader.current_row.turns["D"]
    reader.go_to("d3")
    assert reader.current_difference.id == "d3"


def test_no_rows_at_all(council) -> None:
    empty = view(Alignment(council.editions, "A", (), {}), ())
    reader = Reader(empty)
    assert reader.row == -1
    assert not reader.move(1)
    reader.search_for("tolls")
    assert len(reader.search) == 0
    assert "no row" in reader.go_to("1")


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(-9, 9)),
        st.tuples(st.just("difference"), st.booleans()),
        st.tuples(st.just("doubtful"), st.booleans()),
        st.tuples(st.just("hit"), st.booleans()),
        st.tuples(st.just("search"), st.sampled_from(["", "in", "tolls", "zz", "é"])),
        st.tuples(st.just("kind"), st.sampled_from(KINDS)),
        st.tuples(st.just("rows"), st.booleans()),
        st.tuples(st.just("serious"), st.booleans()),
        st.tuples(st.just("go"), st.sampled_from(["1", "B6", "d4", "7", "nowhere"])),
    ),
    max_size=25,
)


@given(MOVES)
@settings(max_examples=150, deadline=None)
def test_whatever_is_done_the_cursor_is_on_a_drawn_row_and_a_shown_difference(council, moves) -> None:
    from dataclasses import replace

    reader = Reader(council)
    for name, value in moves:
        match name:
            case "move":
                reader.move(value)
            case "difference":
                reader.step_difference(value)
            case "doubtful":
                reader.step_doubtful(value)
            case "hit":
                reader.step_hit(value)
            case "search":
                reader.search_for(value)
            case "kind":
                reader.set_filter(reader.shown.toggled(value))
            case "rows":
                reader.set_filter(replace(reader.shown, only_rows=value))
            case "serious":
                reader.set_filter(replace(reader.shown, serious=value))
            case "go":
                reader.go_to(value)
        assert reader.row in reader.visible if reader.visible else reader.row == -1
        if reader.difference is not None:
            row, difference = reader.differences[reader.difference]
            assert row == reader.row
            assert reader.shown.shows(difference)
        if reader.hit is not None:
            assert reader.search.hit(reader.hit)[0] == reader.row
