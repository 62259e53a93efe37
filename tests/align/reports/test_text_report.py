from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from align.model import Kind
from align.reports import select, write_text
from align.reports.excerpts import cell_width
from align.workspace import Comparison, view

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(("name", "everything"), [("small.txt", False), ("small-all.txt", True)])
def test_the_report_is_what_it_was(
    small: Comparison, golden: Callable[[str, str], None], name: str, everything: bool
) -> None:
    golden(name, write_text(small, everything=everything))


def test_what_matters_most_stands_first(meeting: Comparison) -> None:
    written = write_text(meeting)
    headings = [line for line in written.splitlines() if line[:1].isupper() and line.split(" (")[0].isupper()]
    assert [heading for heading in headings if "(" in heading] == [
        "FIGURES THAT DIFFER (12)",
        "NAMES THAT DIFFER (5)",
        "SPEAKERS THAT DIFFER (2)",
        "ONLY IN A (7 turns in 6 places)",
        "ONLY IN B (6 turns in 4 places)",
        "MOVED (8 rows in 3 passages)",
        "SPELLINGS (37 sets, 119 places)",
    ]
    assert "r4  A4 Stalin | B4 Stalin · figure · different: 1939 / 1934" in written
    assert "»1939«" in written
    assert "r12–r13  A13–A14 Stalin, Zhou Enlai | B23–B24 Stalin, Zhou Enlai · order ·" in written


@pytest.mark.parametrize("width", [1, 40, 80, 133])
def test_lines_keep_to_the_width(meeting: Comparison, small: Comparison, width: int) -> None:
    for comparison in (meeting, small):
        written = write_text(comparison, width=width, everything=True)
        assert max(map(cell_width, written.splitlines())) <= max(width, 40)


def test_no_differences_is_said(small: Comparison) -> None:
    written = write_text(select(small, kinds=[]))
    assert "No differences." in written
    assert "FIGURES" not in written


def test_only_the_kinds_asked_for(small: Comparison) -> None:
    written = write_text(select(small, kinds=[Kind.SPEAKER]))
    assert "SPEAKERS THAT DIFFER (1)" in written
    assert "83,000" not in written


def test_limits_are_shown(small: Comparison) -> None:
    assert "  ! moves were sought in 400 turns only" in write_text(small)


def test_no_control_character_gets_through(small: Comparison) -> None:
    hostile = "\x1b]0;title\x07\x9b31m\u202e"
    first, *others = small.editions
    turns = (replace(first.turns[0], speaker=hostile), *first.turns[1:])
    editions = (replace(first, path=hostile, title=hostile, language=hostile, turns=turns), *others)
    differences = tuple(replace(difference, note=hostile) for difference in small.differences)
    alignment = replace(small.alignment, editions=editions, limits=(hostile,))
    written = write_text(view(alignment, differences), everything=True)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(written)
