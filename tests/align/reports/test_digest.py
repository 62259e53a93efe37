from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.model import Difference, Kind, Reading, Row, Verdict
from align.reports.digest import digest, select
from align.workspace import view

if TYPE_CHECKING:
    from align.workspace import Comparison
    from editions.model import Turn


def test_each_difference_has_one_place(small: Comparison) -> None:
    found = digest(small)
    told = [d.id for there in (*found.disagreements.values(), *found.open.values()) for d in there]
    told += [d.id for passage in (*found.passages, *found.moves) for d in passage.differences]
    counted = len(told) + sum(len(same.rows) for same in (*found.spellings, *found.figures)) + len(found.worded)
    assert sorted(told) == ["d1", "d4", "d5", "d7", "d8", "d9"]
    assert counted == len(small.differences)


def test_neighbouring_turns_left_out_are_one_passage(meeting: Comparison) -> None:
    found = digest(meeting)
    only = [tuple(turn.id for there in passage.turns.values() for turn in there) for passage in found.passages]
    assert only == [
        ("B16", "B17"),
        ("B37", "B38"),
        ("A45",),
        ("A49", "A50"),
        ("A59",),
        ("A83",),
        ("A90",),
        ("B102",),
        ("A116",),
        ("B134",),
    ]
    assert {passage.absent for passage in found.passages if passage.kind is Kind.OMISSION} == {("B",)}


def test_a_moved_block_is_one_passage(meeting: Comparison) -> None:
    moves = [[(there[0].id, there[-1].id) for there in p.turns.values()] for p in digest(meeting).moves]
    assert moves == [
        [("A13", "A14"), ("B23", "B24")],
        [("A79", "A80"), ("B31", "B32")],
        [("A122", "A125"), ("B126", "B129")],
    ]


def test_spellings_are_counted_once_each(meeting: Comparison) -> None:
    found = digest(meeting).spellings
    assert found[0].readings == {"A": "Zhou Enlai", "B": "CHOU"}
    assert len(found[0].rows) == 60
    assert sum(len(same.rows) for same in found) == 119
    assert len({tuple(same.readings.items()) for same in found}) == len(found)


def test_the_kinds_come_in_the_order_of_their_weight(meeting: Comparison) -> None:
    assert list(digest(meeting).disagreements) == [Kind.FIGURE, Kind.NAME, Kind.SPEAKER]


def test_selecting_keeps_ids_and_counts_anew(small: Comparison) -> None:
    kept = select(small, kinds=[Kind.FIGURE])
    assert [difference.id for difference in kept.differences] == ["d1", "d3"]
    assert kept.summary["differences"] == {"figure": {"equal-other-form": 1, "different": 1}}
    assert kept.rows == small.rows


def test_serious_leaves_out_other_forms(small: Comparison) -> None:
    kept = select(small, serious=True)
    assert {"d2", "d3"}.isdisjoint(difference.id for difference in kept.differences)
    assert Verdict.DIFFERENT in {difference.verdict for difference in kept.differences}
    assert select(small) is small


def test_what_two_of_three_editions_have_is_one_passage(small: Comparison) -> None:
    rows = (
        Row("r1", {"A": ("A1",), "B": ("B1",)}, 0.5),
        Row("r2", {"A": ("A2", "A3"), "B": ("B2",)}, 0.5),
        Row("r3", {"A": ("A4",)}, 0.0),
    )
    turns = small.turns
    differences = tuple(
        Difference(f"d{number}", row, Kind.OMISSION, Verdict.MISSING, {"A": whole(turns[turn])})
        for number, (row, turn) in enumerate((("r1", "A1"), ("r2", "A2"), ("r2", "A3"), ("r3", "A4")), 1)
    )
    found = digest(view(replace(small.alignment, rows=rows), differences))
    assert [[turn.id for there in p.turns.values() for turn in there] for p in found.passages] == [
        ["A1", "A2", "A3", "B1", "B2"],
        ["A4"],
    ]
    assert [passage.absent for passage in found.passages] == [("C",), ("B", "C")]
    assert found.disagreements == {}


def test_a_passage_moved_in_two_editions_is_two_moves(small: Comparison) -> None:
    rows = tuple(Row(f"r{i}", {"A": (f"A{i}",), "B": (f"B{i}",), "C": ("C1",)}, 0.5, moved=True) for i in (1, 2))
    turns = small.turns
    differences = tuple(
        Difference(
            f"d{i}{siglum}", f"r{i}", Kind.ORDER, Verdict.MOVED, {"A": whole(turns[f"A{i}"]), siglum: whole(turn)}
        )
        for i in (1, 2)
        for siglum, turn in (("B", turns[f"B{i}"]), ("C", turns["C1"]))
    )
    found = digest(view(replace(small.alignment, rows=rows), differences)).moves
    assert [(tuple(passage.turns), len(passage.rows)) for passage in found] == [
        (("A", "B"), 2),
        (("A", "C"), 1),
        (("A", "C"), 1),
    ]


def test_a_part_of_a_turn_is_no_passage(small: Comparison) -> None:
    part = Difference("d1", "r2", Kind.OMISSION, Verdict.MISSING, {"A": Reading("A2", 0, 5, "Signe")})
    found = digest(view(small.alignment, (part,)))
    assert found.passages == ()
    assert found.disagreements == {Kind.OMISSION: (part,)}


def whole(turn: Turn) -> Reading:
    return Reading(turn.id, 0, len(turn.text), turn.text)
