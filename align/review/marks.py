"""Where in the text of each turn the differences lie, ready to be drawn or printed over it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from align.model import Kind, Verdict
from align.review.filters import is_slight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from align.model import Difference
    from editions.model import Turn

PRIORITY: tuple[Kind, ...] = (
    Kind.WORDING,
    Kind.ORDER,
    Kind.ADDITION,
    Kind.OMISSION,
    Kind.EDITORIAL,
    Kind.SPEAKER,
    Kind.NAME,
    Kind.FIGURE,
)
"""From the least to the most telling: where two marks overlap, the later kind is drawn."""

_RANK = {kind: rank for rank, kind in enumerate(PRIORITY)}


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of a turn's text that differs.

    Attributes:
        start: offset of the first character in the turn's text.
        end: offset after the last.
        kind: what differs.
        slight: whether the editions still say the same thing here.
        difference: id of the difference.
    """

    start: int
    end: int
    kind: Kind
    slight: bool
    difference: str


@dataclass(frozen=True, slots=True)
class RowMarks:
    """All marks of one row.

    Attributes:
        text: turn id -> marks on its text, rising, none overlapping another.
        speakers: ids of the turns whose speaker differs -> whether only slightly.
    """

    text: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    speakers: Mapping[str, bool] = field(default_factory=dict)


def mark_row(differences: Iterable[Difference], turns: Mapping[str, Turn]) -> RowMarks:
    """Lays the differences of a row on the texts of its turns.

    A turn told anew, left out or moved as a whole is not marked from end to end: its row has a sign for that.

    Args:
        differences: the differences that the filter lets through.
        turns: turn id -> turn.

    Returns:
        The marks. A reading that lies outside its turn is clipped to it; an empty one leaves no mark.
    """
    by_turn: dict[str, list[Mark]] = {}
    speakers: dict[str, bool] = {}
    for difference in differences:
        slight = is_slight(difference)
        for reading in difference.readings.values():
            turn = turns.get(reading.turn)
            if turn is None:
                continue
            if difference.kind is Kind.SPEAKER:
                speakers[turn.id] = slight and speakers.get(turn.id, True)
                continue
            start, end = max(0, reading.start), min(len(turn.text), reading.end)
            if start >= end or difference.verdict in (Verdict.REWORDED, Verdict.MOVED):
                continue
            if start <= turn.said and end == len(turn.text) and difference.kind is not Kind.EDITORIAL:
                continue
            by_turn.setdefault(turn.id, []).append(Mark(start, end, difference.kind, slight, difference.id))
    return RowMarks({turn: flatten(marks) for turn, marks in by_turn.items()}, speakers)


def flatten(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Resolves overlaps: of two marks on one character the more telling stays.

    Args:
        marks: marks on one text, in any order.

    Returns:
        Marks that do not overlap, rising; a mark may come back in several pieces.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
    if all(before.end <= after.start for before, after in pairwise(ordered)):
        return tuple(ordered)
    # Painting the weaker first and the stronger over it costs one pass over the text, however nested.
    base = ordered[0].start
    paint = [-1] * (max(mark.end for mark in ordered) - base)
    by_weight = sorted(range(len(ordered)), key=lambda i: (not ordered[i].slight, _RANK[ordered[i].kind]))
    for index in by_weight:
        mark = ordered[index]
        paint[mark.start - base : mark.end - base] = [index] * (mark.end - mark.start)
    pieces = []
    place = base
    for index, run in groupby(paint):
        length = sum(1 for _ in run)
        if index >= 0:
            mark = ordered[index]
            pieces.append(Mark(place, place + length, mark.kind, mark.slight, mark.difference))
        place += length
    return tuple(pieces)
