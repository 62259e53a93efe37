"""How the width of the screen is shared out: a margin, then the editions side by side or stacked."""

from __future__ import annotations

from dataclasses import dataclass

NARROWEST = 30
"""Cells below which a column is no longer comfortable to read; the editions are then stacked."""

SEPARATOR = " │ "
BAR = 1
"""Cells at the left edge for the cursor's bar."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The measures of one screen width.

    Attributes:
        width: cells in all.
        margin: cells for bar, row number and signs, with a space after them.
        column: cells of text in each column.
        count: number of editions.
        stacked: whether the editions stand one under another.
    """

    width: int
    margin: int
    column: int
    count: int
    stacked: bool

    def left(self, edition: int) -> int:
        """First cell of a column."""
        return self.margin if self.stacked else self.margin + edition * (self.column + len(SEPARATOR))

    def edition_at(self, x: int) -> int | None:
        """Column at a cell, or None where it cannot be told from the cell alone."""
        if self.stacked:
            return None
        return max(0, min(self.count - 1, (x - self.margin) // (self.column + len(SEPARATOR))))


def share_out(width: int, editions: int, rows: int) -> Columns:
    """Shares out a width.

    Args:
        width: cells there are.
        editions: number of editions.
        rows: number of rows, for the width of their numbers.

    Returns:
        The measures; stacked where a column would be narrower than ``NARROWEST``.
    """
    margin = BAR + max(5, len(str(rows))) + 1
    room = width - margin
    side_by_side = (room - len(SEPARATOR) * (editions - 1)) // max(1, editions)
    stacked = editions > 1 and side_by_side < NARROWEST
    return Columns(width, margin, max(2, room if stacked else side_by_side), editions, stacked)
