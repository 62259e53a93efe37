"""The texts of a comparison prepared for drawing: safe, wrapped to the columns, every row measured."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from align.tui.printable import drawable
from align.tui.wrapping import wrap

if TYPE_CHECKING:
    from align.tui.columns import Columns
    from align.workspace import Comparison
    from editions.model import Turn

GAP = 1
"""Blank lines after each row."""


class Line(NamedTuple):
    """One line of one edition in a row.

    Attributes:
        turn: the turn it belongs to, or None where the edition has none.
        start: offset of its first character, or -1 for the line with the speaker.
        end: offset after its last character.
        siglum: the edition.
    """

    turn: Turn | None
    start: int
    end: int
    siglum: str


class Sheet:
    """Wraps the turns of one comparison; knows nothing of filters, marks or the cursor.

    Attributes:
        comparison: what is shown.
        sigla: sigla of the editions, in the order of the columns.
        texts: turn id -> text that is safe to draw, character for character as long as the turn's own.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.sigla = tuple(edition.siglum for edition in comparison.editions)
        self.texts = {id_: drawable(turn.text) for id_, turn in comparison.turns.items()}
        # Width -> heights: a resize back and forth, or a filter, costs nothing.
        self.heights = lru_cache(maxsize=4)(self._heights)

    def _heights(self, columns: Columns) -> tuple[int, ...]:
        """Number of lines of every row of the comparison, the blank one after it included."""
        width = columns.column
        lines = {id_: 1 + len(wrap(text, width)) for id_, text in self.texts.items()}
        heights = []
        for row in self.comparison.rows:
            turns = row.turns
            cells = [sum(map(lines.__getitem__, turns[s])) if turns.get(s) else 1 for s in self.sigla]
            heights.append((sum(cells) if columns.stacked else max(cells, default=1)) + GAP)
        return tuple(heights)

    def cell(self, row: int, siglum: str, columns: Columns) -> list[Line]:
        """Sets one edition's part of a row.

        Args:
            row: index of the row.
            siglum: the edition.
            columns: the measures.

        Returns:
            Its lines: for each turn the speaker, then the text; or the one line that says there is nothing.
        """
        lines: list[Line] = []
        for id_ in self.comparison.rows[row].turns.get(siglum, ()):
            turn = self.comparison.turns[id_]
            lines.append(Line(turn, -1, -1, siglum))
            pieces = wrap(self.texts[id_], columns.column)
            lines.extend(Line(turn, start, end, siglum) for start, end in pieces)
        return lines or [Line(None, 0, 0, siglum)]
