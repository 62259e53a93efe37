"""Paints one row: margin, speakers, texts with their marks. The cursor is laid over it elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from align.model import Kind
from align.review.marks import mark_row
from align.review.signs import REWORDED, signs
from align.tui.columns import BAR, SEPARATOR
from align.tui.printable import drawable
from align.tui.sheet import GAP
from align.tui.wrapping import is_even, snap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style

    from align.model import Difference
    from align.tui.columns import Columns
    from align.tui.sheet import Line, Sheet
    from align.tui.themes import Palette
    from editions.model import Turn

Spans = tuple[tuple[int, int], ...]


class RowPainting:
    """One row at one width, in one theme, with one filter and search; a line is painted when asked for.

    Args:
        row: index of the row.
        sheet: the wrapped texts.
        columns: the measures.
        palette: the styles.
        shown: the differences of the row that the filter lets through.
        hits: turn id -> where the search found something.
        here: the difference under the reader's cursor, where it is in this row.
        hit_here: turn id and span of the hit under the cursor, where it is in this row.
    """

    def __init__(
        self,
        row: int,
        *,
        sheet: Sheet,
        columns: Columns,
        palette: Palette,
        shown: Sequence[Difference],
        hits: Mapping[str, Spans],
        here: Difference | None = None,
        hit_here: tuple[str, int, int] | None = None,
    ) -> None:
        self._sheet, self._columns, self._palette = sheet, columns, palette
        self._hits, self._hit_here = hits, hit_here
        model = sheet.comparison.rows[row]
        self._marks = mark_row(shown, sheet.comparison.turns)
        self._here: dict[str, Spans] = {}
        self._heads_here: set[str] = set()
        if here is not None:
            self._point_at(here)
        cells = [sheet.cell(row, siglum, columns) for siglum in sheet.sigla]
        self._lines: list[tuple[Line | None, ...]]
        if columns.stacked:
            self._lines = [(line,) for cell in cells for line in cell]
        else:
            self._lines = list(zip_longest(*cells))
        self.height = len(self._lines) + GAP
        margin = signs(model, sheet.sigla, shown)
        self._margin = _margin_lines(str(row + 1), margin.flags, (margin.shape, margin.kinds), columns.margin - BAR - 1)
        self._strips: dict[int, Strip] = {}

    def _point_at(self, difference: Difference) -> None:
        """Notes what to point out: the words, or the speaker's line where the whole turn is meant."""
        for reading in difference.readings.values():
            marked = self._marks.text.get(reading.turn, ())
            if any(mark.difference == difference.id for mark in marked):
                self._here[reading.turn] = ((reading.start, reading.end),)
            else:
                self._heads_here.add(reading.turn)

    def line_of(self, difference: Difference) -> tuple[int, int]:
        """Finds the lines on which a difference of this row stands.

        Args:
            difference: one of the differences of the row.

        Returns:
            The first line within the row, and the number of lines.
        """
        found = [
            number
            for number, cells in enumerate(self._lines)
            for line in cells
            if line is not None and line.turn is not None and self._touches(line, difference)
        ]
        return (found[0], found[-1] - found[0] + 1) if found else (0, self.height)

    def _touches(self, line: Line, difference: Difference) -> bool:
        reading = difference.readings.get(line.siglum)
        if reading is None or line.turn is None or reading.turn != line.turn.id:
            return False
        if reading.turn in self._heads_here:
            return line.start < 0
        return line.start < reading.end and reading.start < line.end

    def line_of_offset(self, turn: str, offset: int) -> int:
        """Finds the line within the row on which a character of a turn stands; 0 where it is not here."""
        for number, cells in enumerate(self._lines):
            for line in cells:
                if line is not None and line.turn is not None and line.turn.id == turn and offset < line.end:
                    return number
        return 0

    def strip(self, number: int) -> Strip:
        """Paints one line.

        Args:
            number: 0-based line within the row.

        Returns:
            As many cells as the columns are wide, without background except under marks and hits.
        """
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = Strip(self._segments(number)).adjust_cell_length(self._columns.width)
        return strip

    def _segments(self, number: int) -> list[Segment]:
        columns, palette = self._columns, self._palette
        sign, right = self._margin[number] if number < len(self._margin) else ("", "")
        room = columns.margin - BAR - 1 - cell_len(sign)
        segments = [
            Segment(" " * BAR, palette["bar"]),
            *_sign_segments(sign, palette),
            Segment(right.rjust(room) + " ", palette["faint"]),
        ]
        if number >= len(self._lines):
            return segments
        for column, line in enumerate(self._lines[number]):
            if column:
                segments.append(Segment(SEPARATOR, palette["rule"]))
            if line is None:
                segments.append(Segment(" " * columns.column))
                continue
            cell = self._cell_segments(line)
            segments += cell
            width = sum(segment.cell_length for segment in cell)
            segments.append(Segment(" " * max(0, columns.column - width)))
        return segments

    def _cell_segments(self, line: Line) -> list[Segment]:
        palette = self._palette
        if line.turn is None:
            return [Segment(f"— not in {drawable(line.siglum)} —", palette["absent"])]
        if line.start < 0:
            return self._head(line.turn)
        return self._text(line.turn, line.start, line.end)

    def _head(self, turn: Turn) -> list[Segment]:
        palette, width = self._palette, self._columns.column
        name = drawable(turn.speaker) if turn.speaker else "—"
        style = palette["speaker"] if turn.speaker else palette["faint"]
        if turn.id in self._marks.speakers:
            style += palette.mark(Kind.SPEAKER, self._marks.speakers[turn.id])
        if turn.id in self._heads_here:
            style += palette["here"]
        id_ = set_cell_size(turn.id, min(cell_len(turn.id), max(1, width - 2)))
        room = max(1, width - cell_len(id_) - 1)
        if cell_len(name) > room:
            name = set_cell_size(name, room - 1) + "…"
        parts = [Segment(name, style), Segment(" ", palette["text"]), Segment(id_, palette["faint"])]
        # One under another the editions are told apart by what their lines begin with.
        return parts[::-1] if self._columns.stacked else parts

    def _text(self, turn: Turn, start: int, end: int) -> list[Segment]:
        palette, text = self._palette, self._sheet.texts[turn.id]
        marks = self._marks.text.get(turn.id, ())
        layers: list[tuple[Spans, Style]] = []
        if turn.said:
            layers.append((((0, turn.said),), palette["faint"]))
        first = max(0, bisect_right(marks, start, key=lambda mark: mark.start) - 1)
        layers += [
            (((mark.start, mark.end),), palette.mark(mark.kind, mark.slight))
            for mark in marks[first : bisect_left(marks, end, key=lambda mark: mark.start)]
        ]
        if turn.id in self._here:
            layers.append((self._here[turn.id], palette["here"]))
        if turn.id in self._hits:
            hits = self._hits[turn.id]
            first = max(0, bisect_right(hits, (start, start)) - 1)
            layers.append((hits[first : bisect_left(hits, (end, end))], palette["hit"]))
        if self._hit_here is not None and self._hit_here[0] == turn.id:
            layers.append(((self._hit_here[1:],), palette["hit-here"]))
        if not layers:
            return [Segment(text[start:end], palette["text"])]
        return _layered(text, start, end, layers, palette["text"])


def _layered(text: str, start: int, end: int, layers: Sequence[tuple[Spans, Style]], plain: Style) -> list[Segment]:
    """Cuts a line where a style begins or ends and lays the later styles over the earlier."""
    clipped = [
        (max(start, first), min(end, last), style)
        for spans, style in layers
        for first, last in spans
        if first < end and last > start
    ]
    if not is_even(text[start:end]):
        clipped = [(snap(text, first), snap(text, last), style) for first, last, style in clipped]
    cuts = sorted({start, end}.union(*((first, min(last, end)) for first, last, _ in clipped)))
    segments = []
    for begin, stop in pairwise(cuts):
        style = plain
        for first, last, layer in clipped:
            if first <= begin and stop <= last:
                style += layer
        segments.append(Segment(text[begin:stop], style))
    return segments


def _sign_segments(signs_: str, palette: Palette) -> list[Segment]:
    """Signs one by one: what is slight, small letters and "told anew", is faint."""
    return [Segment(sign, palette["faint" if sign.islower() or sign == REWORDED else "sign"]) for sign in signs_]


def _margin_lines(number: str, flags: str, others: Sequence[str], width: int) -> list[tuple[str, str]]:
    """Packs a margin into as few lines as it needs: (signs at the left, what stands at the right)."""
    lines = [(flags, number)] if len(flags) + len(number) < width else [("", number), (flags, "")]
    rest = [other for other in others if other]
    if len(rest) > 1 and sum(map(len, rest)) < width:
        rest = [" ".join(rest)]
    lines.extend((other[:width], "") for other in rest)
    return lines
