from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from align.model import Alignment, Row
from align.reports import write_picture
from align.reports.picture import draw
from align.workspace import Comparison, view

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def test_every_row_is_drawn(meeting: Comparison) -> None:
    picture = draw(meeting)
    assert len(picture.ribbons) == sum(len(row.turns) > 1 for row in meeting.rows)
    assert {shape.row for shape in picture.bars} == {row.id for row in meeting.rows}
    assert picture.limits == ()


def test_moved_ribbons_lie_on_top_and_are_named(meeting: Comparison) -> None:
    picture = draw(meeting)
    states = [ribbon.state for ribbon in picture.ribbons]
    assert states == sorted(states, key=lambda state: state == "moved")
    named = {label.text for label in picture.labels if label.role == "moved"}
    assert {"A13–A14 moved", "B23–B24 moved", "A79–A80 moved", "B126–B129 moved"} <= named
    gaps = {label.text for label in picture.labels if label.role == "alone"}
    assert {"A49–A50 only here", "B16–B17 only here", "B134 only here"} <= gaps


def test_disagreements_are_marked_at_their_rows(meeting: Comparison) -> None:
    marks = [(label.role, label.row) for label in draw(meeting).labels if label.role in ("figure", "name", "speaker")]
    assert ("figure", "r4") in marks
    assert ("name", "r38") in marks
    assert {row for role, row in marks if role == "speaker"} == {"r23", "r63"}
    close = [label for label in draw(meeting).labels if label.text == "F2"]
    assert [(label.row, "1 more" in label.title) for label in close] == [("r89", True)]


def test_everything_lies_inside(meeting: Comparison, digest_meeting: Comparison, small: Comparison) -> None:
    for comparison in (meeting, digest_meeting, small):
        picture = draw(comparison)
        for shape in picture.ribbons:
            assert min(map(float, NUMBER.findall(shape.path))) >= 0
        for label in picture.labels:
            assert 0 <= label.x <= picture.width
            assert 0 <= label.y <= picture.height


def test_many_rows_are_drawn_together_and_that_is_said(meeting: Comparison) -> None:
    first, second = meeting.editions
    turn_a, turn_b = first.turns[0], second.turns[0]
    count = 5_000
    turns_a = tuple(replace(turn_a, id=f"A{i + 1}", number=i) for i in range(count))
    turns_b = tuple(replace(turn_b, id=f"B{i + 1}", number=i) for i in range(count))
    rows = tuple(
        Row(f"r{i + 1}", {"A": (f"A{i + 1}",), "B": (f"B{i + 1}",)} if i % 10 else {"A": (f"A{i + 1}",)}, 0.5)
        for i in range(count)
    )
    editions = (replace(first, turns=turns_a), replace(second, turns=turns_b))
    picture = draw(view(Alignment(editions, "A", rows, {}), ()))
    assert len(picture.ribbons) <= 250
    assert len(picture.bars) <= 1_000
    assert len(picture.labels) <= 300
    assert picture.height <= 1_000
    said = " ".join(picture.limits)
    assert "neighbouring rows are drawn as one" in said
    assert "labels left out" in said


def test_an_edition_in_the_middle_may_be_skipped(small: Comparison) -> None:
    rows = (Row("r1", {"A": ("A1",), "C": ("C1",)}, 0.5),)
    picture = draw(view(replace(small.alignment, rows=rows), ()))
    assert [ribbon.title for ribbon in picture.ribbons] == ["r1: A1 = C1"]


def test_the_picture_stands_alone(meeting: Comparison) -> None:
    drawn = etree.fromstring(write_picture(meeting).encode())
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    names = {element.tag.split("}")[1] for element in drawn.iter("*")}
    assert names == {"svg", "title", "desc", "style", "defs", "pattern", "path", "g", "text"}
    assert "A13–A14 moved" in " ".join(drawn.itertext())


def test_hostile_names_stay_names(small: Comparison) -> None:
    hostile = '<script>"&\x1b'
    first, *others = small.editions
    turns = tuple(replace(turn, id=f"{hostile}{turn.number}") for turn in first.turns)
    rows = tuple(Row(f"r{turn.number + 1}", {hostile: (turn.id,)}, 0.0) for turn in turns)
    editions = (replace(first, siglum=hostile, turns=turns), *others)
    drawn = write_picture(view(replace(small.alignment, editions=editions, rows=rows), ()))
    assert "<script>" not in drawn
    assert etree.fromstring(drawn.encode()) is not None
