from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from align.model import Difference, Kind, Reading, Row, Status, Verdict
from align.review.filters import Filter, shown_in_row
from align.review.marks import PRIORITY, Mark, flatten, mark_row
from align.review.signs import LETTERS, is_doubtful, needs_a_look, signs

MARKS = st.lists(
    st.builds(
        lambda start, length, kind, slight, number: Mark(start, start + length, kind, slight, f"d{number}"),
        st.integers(0, 30),
        st.integers(1, 12),
        st.sampled_from(Kind),
        st.booleans(),
        st.integers(1, 99),
    ),
    max_size=8,
)


@given(MARKS)
def test_overlaps_are_resolved_for_the_more_telling_mark(marks: list[Mark]) -> None:
    flat = flatten(marks)
    assert all(before.end <= after.start for before, after in itertools.pairwise(flat))
    for place in range(45):
        over = [mark for mark in marks if mark.start <= place < mark.end]
        drawn = [mark for mark in flat if mark.start <= place < mark.end]
        assert len(drawn) == bool(over)
        if over:
            best = max((not mark.slight, PRIORITY.index(mark.kind)) for mark in over)
            assert (not drawn[0].slight, PRIORITY.index(drawn[0].kind)) == best


def marked(comparison, row: int, shown: Filter = Filter()) -> dict[str, list[tuple[str, Kind]]]:  # noqa: B008
    marks = mark_row(shown_in_row(comparison, row, shown), comparison.turns)
    return {
        turn: [(comparison.turns[turn].text[mark.start : mark.end], mark.kind) for mark in found]
        for turn, found in marks.text.items()
    }


def test_marks_lie_on_the_words_that_differ(council) -> None:
    assert marked(council, 0) == {
        "A1": [("1939", Kind.FIGURE), ("116", Kind.FIGURE)],
        "B1": [("1934", Kind.FIGURE), ("one hundred and sixteen", Kind.FIGURE)],
    }
    assert marked(council, 2) == {"A4": [("beyond", Kind.WORDING)], "B3": [("no doubt", Kind.WORDING)]}


def test_what_the_filter_hides_is_not_marked(council) -> None:
    assert marked(council, 0, Filter(serious=True)) == {
        "A1": [("1939", Kind.FIGURE)],
        "B1": [("1934", Kind.FIGURE)],
    }


def test_a_whole_turn_is_not_marked_from_end_to_end(council) -> None:
    assert marked(council, 4) == {}  # moved, and another speaker
    assert marked(council, 5) == {}  # only in B
    marks = mark_row(shown_in_row(council, 4, Filter()), council.turns)
    assert marks.speakers == {"A6": False, "B4": False}


def test_readings_beyond_their_turn_are_clipped_and_empty_ones_leave_no_mark(council) -> None:
    readings = {
        "A": Reading("A3", 4, 4_000, "?"),
        "B": Reading("B3", 9, 9, ""),
        "C": Reading("C1", 0, 5, "no such turn"),
    }
    found = mark_row([Difference("d1", "r3", Kind.NAME, Verdict.DIFFERENT, readings)], council.turns)
    assert [(mark.start, mark.end) for mark in found.text["A3"]] == [(4, len(council.turns["A3"].text))]
    assert set(found.text) == {"A3"}


def test_a_speaker_is_slight_only_where_every_difference_of_it_is() -> None:
    from editions.model import Form, Turn

    turn = Turn("A1", "A", 0, 0, 1, "Holm", Form.REPORTED, "Holm speaks.")
    reading = {"A": Reading("A1", 0, 4, "Holm")}
    slight = Difference("d1", "r1", Kind.SPEAKER, Verdict.VARIANT, reading)
    serious = Difference("d2", "r1", Kind.SPEAKER, Verdict.DIFFERENT, reading)
    assert mark_row([slight], {"A1": turn}).speakers == {"A1": True}
    for order in ([slight, serious], [serious, slight]):
        assert mark_row(order, {"A1": turn}).speakers == {"A1": False}


def margin(comparison, row: int, shown: Filter = Filter()):  # noqa: B008
    return signs(comparison.rows[row], ("A", "B"), shown_in_row(comparison, row, shown))


def test_the_margin_says_what_sort_of_row_it_is(council) -> None:
    assert (margin(council, 0).flags, margin(council, 0).kinds) == ("≈", "F")
    assert margin(council, 1).kinds == "nE"
    assert margin(council, 2).shape == "2:1"
    assert margin(council, 3) == signs(council.rows[3], ("A", "B"), ())
    assert (margin(council, 4).flags, margin(council, 4).kinds) == ("⇅?", "S")
    assert (margin(council, 5).flags, margin(council, 5).kinds) == ("∅", "")
    assert margin(council, 0, Filter(frozenset({Kind.NAME}))).kinds == ""


def test_letters_differ() -> None:
    assert len(set(LETTERS.values())) == len(Kind)


def test_rows_that_need_a_look(council) -> None:
    assert [needs_a_look(row, 2) for row in council.rows] == [False, False, True, False, True, True, True]
    confirmed = Row("r9", {"A": ("A1", "A2")}, 0.4, status=Status.CONFIRMED)
    assert not needs_a_look(confirmed, 2)
    assert needs_a_look(Row("r9", {"A": ("A1",), "B": ("B1",)}, 0.4), 3)
    assert is_doubtful(Row("r9", {"A": ("A1",)}, 0.9, status=Status.DOUBTFUL))
