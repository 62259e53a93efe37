"""All columns in one widget that draws only the lines on the screen, so that scrolling cannot drift."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from align.review.filters import shown_in_row
from align.review.search import find
from align.review.standing import nothing_to_show
from align.tui.columns import BAR, Columns, share_out
from align.tui.row_layout import RowLayout, scroll_to_show
from align.tui.row_painting import RowPainting
from align.tui.sheet import GAP, Sheet
from align.tui.wrapping import wrap

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from align.review.reader import Reader
    from align.tui.themes import Palette

KEPT = 400
"""Rows whose painted lines are kept."""


class AlignedView(ScrollView, can_focus=True, inherit_bindings=False):
    """The rows of a comparison, each edition in a column, or one under another where the screen is narrow.

    The widget shows what a reader says; it never moves the reader itself. Keys belong to the screen.
    """

    # The overview strip beside it shows and moves the position, so no bar of its own takes cells away.
    DEFAULT_CSS = """
    AlignedView {
        width: 1fr; height: 1fr;
        scrollbar-size: 0 0; overflow-x: hidden; overflow-y: scroll;
    }
    """
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []

    class Pointed(Message):
        """The mouse was pressed on a row.

        Attributes:
            row: index of the row.
            edition: column, or None where it cannot be told.
        """

        def __init__(self, row: int, edition: int | None) -> None:
            self.row, self.edition = row, edition
            super().__init__()

    class Scrolled(Message):
        """Other lines are on the screen."""

    def __init__(self, reader: Reader, palette: Palette, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.reader = reader
        self.sheet = Sheet(reader.comparison)
        self.layout_of_rows = RowLayout()
        self.columns: Columns = share_out(80, len(reader.comparison.editions), len(reader.comparison.rows))
        self.palette = palette
        self._paintings: OrderedDict[tuple[int, str, int | None], RowPainting] = OrderedDict()
        self._cursor_rows: tuple[int, ...] = ()

    # setting the text

    def lay_out(self) -> None:
        """Measures the drawn rows for the width there is; what stands at the top stays there."""
        width = max(1, self.size.width)
        first = round(self.scroll_y)
        anchor = self.layout_of_rows.anchor(first)
        comparison = self.reader.comparison
        self.columns = share_out(width, len(comparison.editions), len(comparison.rows))
        heights = self.sheet.heights(self.columns)
        visible = self.reader.visible
        self.layout_of_rows = RowLayout.of(visible, (heights[row] for row in visible))
        self._paintings.clear()
        self.virtual_size = Size(width, max(1, self.layout_of_rows.total - GAP))
        if anchor is not None:
            self._scroll_lines(self.layout_of_rows.line_of(anchor))
        self.refresh()

    def repaint(self, palette: Palette | None = None) -> None:
        """Paints everything anew: another theme, filter or search."""
        if palette is not None:
            self.palette = palette
        self._paintings.clear()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Sets the text anew for another width."""
        if event.size.width != self.columns.width or not self.layout_of_rows.rows:
            self.lay_out()
        self.post_message(self.Scrolled())

    # where things are

    @property
    def first_line(self) -> int:
        """First line on the screen."""
        return round(self.scroll_y)

    def _scroll_lines(self, line: int) -> None:
        last = max(0, self.virtual_size.height - self.size.height)
        self.scroll_to(y=max(0, min(line, last)), animate=False, force=True)

    def scroll_lines(self, lines: int) -> None:
        """Scrolls by a number of lines and leaves the cursor where it is."""
        self._scroll_lines(self.first_line + lines)

    def scroll_share(self, share: float) -> None:
        """Scrolls so that a share (0..1) of the text lies above the middle of the screen."""
        self._scroll_lines(round(share * self.layout_of_rows.total) - self.size.height // 2)

    def show_cursor(self, *, jumped: bool = False) -> None:
        """Paints the cursor where the reader is now, and scrolls as little as shows it.

        Args:
            jumped: whether it came from afar; a row that is not on the screen yet is then shown with more of
                what stands before and after it.
        """
        layout, reader = self.layout_of_rows, self.reader
        before = self._cursor_rows
        self._cursor_rows = (reader.row,) if reader.row >= 0 else ()
        for row in {*before, *self._cursor_rows}:
            self._refresh_row(row)
        place = layout.place_of(reader.row)
        if place is None:
            return
        top, lines = layout.span(place)
        first, count = self._stretch_in_row(lines - GAP)
        top, height = top + first, self.size.height
        seen = self.first_line <= top and top + count <= self.first_line + height
        if jumped and not seen and count < height:
            self._scroll_lines(top - min(height // 4, height - count))
        else:
            self._scroll_lines(scroll_to_show(self.first_line, height, top, count))

    def _stretch_in_row(self, lines: int) -> tuple[int, int]:
        """First line and number of lines of what must be seen: the row, or a place in it where it is too tall."""
        reader = self.reader
        if lines > self.size.height:
            if reader.current_difference is not None:
                return self._painting(reader.row).line_of(reader.current_difference)
            if reader.hit is not None and reader.search is not None:
                _, turn, start, _ = reader.search.hit(reader.hit)
                return self._painting(reader.row).line_of_offset(turn.id, start), 1
        return 0, lines

    def step_inside_row(self, lines: int) -> bool:
        """Scrolls within a row that is taller than the screen.

        Args:
            lines: how far, up where negative.

        Returns:
            False where the row's end in that direction is on the screen already.
        """
        place = self.layout_of_rows.place_of(self.reader.row)
        if place is None:
            return False
        top, height = self.layout_of_rows.span(place)
        first, last = self.first_line, self.first_line + self.size.height
        end = top + height - GAP
        if not (top < last and end > first):  # scrolled away by the mouse
            return False
        if lines > 0 and end > last and top <= first:
            self._scroll_lines(min(first + lines, end - self.size.height))
            return True
        if lines < 0 and top < first and end >= last:
            self._scroll_lines(max(first + lines, top))
            return True
        return False

    def rows_in_a_page(self) -> int:
        """How many rows to go so that the page is another one; at least 1."""
        place = self.layout_of_rows.place_of(self.reader.row)
        if place is None:
            return 1
        target = self.layout_of_rows.tops[place] + self.size.height - 2
        return max(1, self.layout_of_rows.place_at(target) - place)

    def rows_in_a_page_up(self) -> int:
        """How many rows to go back so that the page is another one; at least 1."""
        place = self.layout_of_rows.place_of(self.reader.row)
        if place is None:
            return 1
        target = self.layout_of_rows.tops[place] - self.size.height + 2
        return max(1, place - self.layout_of_rows.place_at(max(0, target)))

    def _refresh_row(self, row: int) -> None:
        place = self.layout_of_rows.place_of(row)
        if place is not None:
            top, height = self.layout_of_rows.span(place)
            self.refresh(Region(0, top - self.first_line, self.size.width, height))

    # drawing

    def _painting(self, row: int) -> RowPainting:
        reader = self.reader
        here = reader.current_difference if row == reader.row else None
        hit_number = reader.hit if row == reader.row else None
        key = (row, here.id if here else "", hit_number)
        painting = self._paintings.get(key)
        if painting is not None:
            self._paintings.move_to_end(key)
            return painting
        search = reader.search
        hits = {}
        if search is not None and search.folded:
            for turns in reader.comparison.rows[row].turns.values():
                for turn in turns:
                    hits[turn] = find(reader.comparison.turns[turn].text, search.folded)
        hit_here = None
        if search is not None and hit_number is not None:
            _, found, start, end = search.hit(hit_number)
            hit_here = (found.id, start, end)
        painting = RowPainting(
            row,
            sheet=self.sheet,
            columns=self.columns,
            palette=self.palette,
            shown=shown_in_row(reader.comparison, row, reader.shown),
            hits=hits,
            here=here,
            hit_here=hit_here,
        )
        self._paintings[key] = painting
        if len(self._paintings) > KEPT:
            self._paintings.popitem(last=False)
        return painting

    def render_line(self, y: int) -> Strip:
        """Draws one line of the screen."""
        width, page = self.size.width, self.palette["page"]
        line = self.first_line + y
        layout = self.layout_of_rows
        if not layout.rows:
            return self._say_nothing(y)
        if line >= layout.total or width != self.columns.width:
            return Strip.blank(width, page)
        place = layout.place_at(line)
        row, (top, height) = layout.rows[place], layout.span(place)
        strip = self._painting(row).strip(line - top)
        if row != self.reader.row or line - top >= height - GAP:
            return strip.apply_style(page)
        return self._under_cursor(strip)

    def _under_cursor(self, strip: Strip) -> Strip:
        """Lays the cursor over a line: a bar at the edge, a tint on the row, a stronger one on the cell."""
        columns, palette = self.columns, self.palette
        row_style, cell_style = palette["cursor"], palette["cursor-cell"]
        bar = Strip([Segment("▌", palette["bar"])], BAR).apply_style(row_style)
        if columns.stacked or columns.count < 2:
            return Strip.join([bar, strip.crop(BAR, columns.width).apply_style(row_style)])
        left = columns.left(self.reader.edition)
        right = left + columns.column
        return Strip.join(
            [
                bar,
                strip.crop(BAR, left).apply_style(row_style),
                strip.crop(left, right).apply_style(cell_style),
                strip.crop(right, columns.width).apply_style(row_style),
            ]
        )

    def _say_nothing(self, y: int) -> Strip:
        width, page = self.size.width, self.palette["page"]
        text = nothing_to_show(self.reader)
        pieces = wrap(text, max(10, width - 4))
        number = y - 1
        if not 0 <= number < len(pieces):
            return Strip.blank(width, page)
        start, end = pieces[number]
        style: Style = page + self.palette["strong"]
        return Strip([Segment("  " + text[start:end], style)]).adjust_cell_length(width, page)

    # mouse and scrolling

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tells the screen which lines are shown now."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Points at a row and a column."""
        layout, line = self.layout_of_rows, self.first_line + event.y
        if not layout.rows or line >= layout.total:
            return
        row = layout.rows[layout.place_at(line)]
        edition = self.columns.edition_at(event.x)
        if self.columns.stacked:
            edition = None
        self.post_message(self.Pointed(row, edition))
