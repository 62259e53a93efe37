"""From files to one view."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import AlignError, UnusableInput
from align.workspace import open_comparison
from editions.errors import EditionError

MEETING = Path("examples/meeting-1952")


def test_files_are_called_a_b_c() -> None:
    comparison = open_comparison([MEETING / "c.md", MEETING / "a.txt"], base="B")
    assert [(edition.siglum, Path(edition.path).name) for edition in comparison.editions] == [
        ("A", "c.md"),
        ("B", "a.txt"),
    ]
    assert comparison.alignment.base == "B"
    assert set(comparison.turns) == {turn.id for edition in comparison.editions for turn in edition.turns}
    assert set(comparison.in_row) == {row.id for row in comparison.rows}
    counts = comparison.summary
    assert counts["rows"] == counts["paired"] + counts["unpaired"]
    assert sum(sum(kinds.values()) for kinds in counts["differences"].values()) == len(comparison.differences)


def test_a_project_brings_its_own_names_and_base() -> None:
    comparison = open_comparison([MEETING])
    assert [edition.siglum for edition in comparison.editions] == ["A", "B", "C"]
    assert comparison.alignment.authority is not None


def test_progress_is_told_and_can_stop_the_work() -> None:
    told: list[tuple[str, int, int]] = []
    open_comparison([MEETING / "a.txt", MEETING / "b.txt"], progress=lambda *stage: told.append(stage))
    assert [stage for stage, _, _ in told if "pairing" in stage] == ["pairing A with B"]
    assert all(0 <= done <= total for _, done, total in told)

    class Stop(Exception):  # noqa: N818 - a signal
        pass

    def stop(stage: str, done: int, total: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        open_comparison([MEETING / "a.txt", MEETING / "b.txt"], progress=stop)


def test_the_same_input_gives_the_same_view() -> None:
    views = [open_comparison([MEETING / "a.txt", MEETING / "c.md"]) for _ in range(2)]
    assert views[0].differences == views[1].differences
    assert views[0].rows == views[1].rows


@pytest.mark.parametrize(
    ("paths", "says"),
    [
        (["a.txt"], "one file cannot be compared; give two or more editions, or a project folder"),
        (["a.txt", "nothing.txt"], "nothing.txt"),
        (["a.txt", "."], "is a project folder; open it alone"),
        (["a.txt"] * 27, "27 editions are too many; give up to 26"),
    ],
)
def test_what_cannot_be_compared(paths: list[str], says: str) -> None:
    with pytest.raises((AlignError, EditionError)) as caught:
        open_comparison([MEETING / path for path in paths])
    assert says in str(caught.value)


def test_an_unknown_base() -> None:
    with pytest.raises(UnusableInput, match="no edition 'Z'; choose one of A, B"):
        open_comparison([MEETING / "a.txt", MEETING / "b.txt"], base="Z")
