"""Which line of the screen belongs to which row; pure arithmetic on heights."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line of the text that stays in place when the text is set anew.

    Attributes:
        row: index of the row.
        line: 0-based line within the row.
        height: lines of the row when the anchor was dropped.
    """

    row: int
    line: int
    height: int


@dataclass(frozen=True, slots=True)
class RowLayout:
    """The rows that are drawn, one under another.

    Attributes:
        rows: index of each drawn row, rising.
        tops: first line of each, and after the last the number of lines in all.
    """

    rows: tuple[int, ...] = ()
    tops: tuple[int, ...] = (0,)

    @classmethod
    def of(cls, rows: Iterable[int], heights: Iterable[int]) -> RowLayout:
        """Stacks rows.

        Args:
            rows: indices of the drawn rows, rising.
            heights: lines of each, at least 1.

        Returns:
            The layout.
        """
        return cls(tuple(rows), (0, *accumulate(heights)))

    @property
    def total(self) -> int:
        """Number of lines."""
        return self.tops[-1]

    def place_at(self, line: int) -> int:
        """0-based place of the drawn row at a line, the nearest beyond the ends; -1 where none is drawn."""
        return min(max(0, bisect_right(self.tops, line) - 1), len(self.rows) - 1)

    def place_of(self, row: int) -> int | None:
        """0-based place of a row by its index, or None where it is not drawn."""
        place = bisect_left(self.rows, row)
        return place if place < len(self.rows) and self.rows[place] == row else None

    def span(self, place: int) -> tuple[int, int]:
        """First line and number of lines of a drawn row."""
        return self.tops[place], self.tops[place + 1] - self.tops[place]

    def anchor(self, line: int) -> Anchor | None:
        """Remembers what stands at a line; None where nothing is drawn."""
        if not self.rows:
            return None
        place = self.place_at(line)
        top, height = self.span(place)
        return Anchor(self.rows[place], max(0, min(line - top, height - 1)), height)

    def line_of(self, anchor: Anchor | None) -> int:
        """Finds the line for what an anchor remembers.

        Args:
            anchor: dropped in an earlier layout of the same rows.

        Returns:
            The line at the same share of the same row; the first line of the next drawn row where that row is
            no longer drawn; 0 without an anchor.
        """
        if anchor is None or not self.rows:
            return 0
        place = bisect_left(self.rows, anchor.row)
        if place == len(self.rows):
            return self.tops[-2]
        top, height = self.span(place)
        if self.rows[place] != anchor.row:
            return top
        return top + min(height - 1, anchor.line * height // anchor.height)


def scroll_to_show(first: int, height: int, top: int, lines: int) -> int:
    """Finds the least scroll that shows a stretch of lines.

    Args:
        first: first line on the screen now.
        height: lines on the screen.
        top: first line of the stretch.
        lines: its number of lines.

    Returns:
        The first line on the screen then. A stretch taller than the screen is shown from its top.
    """
    if lines >= height or top < first:
        return top
    return max(first, top + lines - height)
