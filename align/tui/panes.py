"""What stands round the texts: the heads of the columns, the legend of kinds, the status, the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from align.model import Kind
from align.review.filters import KINDS, counts_by_kind
from align.review.overview import strip, weigh_rows, window
from align.review.standing import standing
from align.tui.columns import SEPARATOR
from align.tui.drawn_lines import DrawnLines, fit, fit_end
from align.tui.printable import drawable

if TYPE_CHECKING:
    from textual import events

    from align.review.overview import Weight
    from align.review.reader import Reader
    from align.tui.aligned_view import AlignedView
    from align.tui.themes import Palette
    from editions.model import Edition

Text = list[tuple[str, Style]]

_BARE = Style(underline=False, italic=False, reverse=False, bold=False)


class ColumnHeads(DrawnLines):
    """Sigla, titles, files and languages over the columns."""

    DEFAULT_CSS = "ColumnHeads { height: 2; width: 1fr; }"

    def update(self, reader: Reader, view: AlignedView) -> None:
        """Shows the heads for the measures and the column of the moment."""
        palette, columns = self.palette, view.columns
        editions = reader.comparison.editions
        above: Text = [(" " * columns.margin, palette["text"])]
        below: Text = list(above)
        if columns.stacked:
            room = max(4, columns.column // len(editions) - 6)
            for number, edition in enumerate(editions):
                above += [self._siglum(edition, number == reader.edition), (" ", palette["text"])]
                above.append((fit_end(drawable(edition.path), room), palette["faint"]))
                above.append(("  ", palette["text"]))
            title = editions[reader.edition].title if editions else ""
            below.append((fit(drawable(title), columns.column), palette["faint"]))
        else:
            for number, edition in enumerate(editions):
                if number:
                    above.append((SEPARATOR, palette["rule"]))
                    below.append((SEPARATOR, palette["rule"]))
                siglum, style = self._siglum(edition, number == reader.edition)
                room = columns.column - cell_len(siglum) - 1
                title = fit(drawable(edition.title or edition.path), room)
                above += [(siglum, style), (" " + title, palette["strong"])]
                above.append((" " * (room - cell_len(title)), palette["text"]))
                about = f"{drawable(edition.language)} · {len(edition.turns):,} turns"
                path = fit_end(drawable(edition.path), max(4, columns.column - len(about) - 3))
                line = fit(f"{path} · {about}", columns.column)
                below.append((line + " " * (columns.column - cell_len(line)), palette["faint"]))
        self.show([above, below])

    def _siglum(self, edition: Edition, active: bool) -> tuple[str, Style]:
        style = self.palette["bar"]
        return f" {drawable(edition.siglum)} ", style + self.palette["here"] if active else style


_FULL = {kind: kind.value for kind in KINDS}
_SHORT = dict(zip(KINDS, ("word", "name", "fig", "who", "omit", "add", "ord", "note"), strict=True))
_INITIAL = {kind: kind.value[0] for kind in KINDS}


class KindBar(DrawnLines):
    """The kinds of difference, each in the style of its marks, with its key and its count."""

    DEFAULT_CSS = "KindBar { height: 1; width: 1fr; }"

    def update(self, reader: Reader) -> None:
        """Shows which kinds are on; the least needed words go first where the line is narrow."""
        counts = counts_by_kind(reader.comparison, serious=reader.shown.serious)
        everything = counts_by_kind(reader.comparison)
        kinds = [kind for kind in KINDS if everything[kind]]
        slight = sum(everything.values()) - sum(counts_by_kind(reader.comparison, serious=True).values())
        for counted, names in ((True, _FULL), (False, _FULL), (False, _SHORT), (False, _INITIAL)):
            line = self._line(reader, kinds, counts if counted else {}, names)
            name = "slight" if names is not _INITIAL else "-"
            line += self._switch("9", name, not reader.shown.serious, self.palette["text"])
            if counted:
                line.append((f" {slight:,}", self.palette["faint"]))
            if sum(cell_len(text) for text, _ in line) <= self.size.width:
                break
        self.show([line])

    def _line(self, reader: Reader, kinds: list[Kind], counts: dict[Kind, int], names: dict[Kind, str]) -> Text:
        palette = self.palette
        line: Text = []
        for kind in kinds:
            on = kind in reader.shown.kinds
            number = str(KINDS.index(kind) + 1)
            line += self._switch(number, names[kind], on, palette.mark(kind, False))
            if kind in counts:
                line.append((f" {counts[kind]:,} ", palette["faint"]))
        if not kinds:
            line.append((" no differences", palette["faint"]))
        return line

    def _switch(self, key: str, name: str, on: bool, style: Style) -> Text:
        return [(f" {key} ", self.palette["bar"]), (name, style) if on else (f"({name})", self.palette["faint"])]


class StatusLine(DrawnLines):
    """Where the reader stands; at the right what has just happened, or what limits the work."""

    DEFAULT_CSS = "StatusLine { height: 1; width: 1fr; }"

    def update(self, reader: Reader, said: str = "") -> None:
        """Shows the place of the reader.

        Args:
            reader: the reader.
            said: what has just happened, in words.
        """
        # Hidden behind the prompt the line has no width of its own; it is as wide as the screen.
        palette, width = self.palette, self.screen.size.width
        left = " " + " · ".join(standing(reader))
        limits = reader.comparison.limits
        if said:
            right, style = said, palette["sign"]
        elif limits:
            more = f" (+{len(limits) - 1})" if len(limits) > 1 else ""
            right, style = f"limit reached{more}: {limits[0]}", palette["sign"]
        else:
            right, style = "", palette["faint"]
        if said and cell_len(left) + cell_len(right) + 3 > width:
            # What has just happened is read first; the place is still there after the next key.
            left = fit(left, max(0, width - cell_len(right) - 3))
        left = fit(left, width)
        right = fit(drawable(right), max(0, width - cell_len(left) - 3))
        gap = " " * max(0, width - cell_len(left) - cell_len(right) - 1)
        self.show([[(drawable(left), palette["text"]), (gap, palette["text"]), (right, style)]])


BLOCKS: dict[Kind, str] = {
    Kind.SPEAKER: "◆",
    Kind.FIGURE: "█",
    Kind.NAME: "▓",
    Kind.OMISSION: "◂",
    Kind.ADDITION: "▸",
    Kind.ORDER: "↕",
    Kind.EDITORIAL: "▒",
    Kind.WORDING: "░",
}
"""What stands for each kind in the overview; a slight difference of any kind is a dot."""


class OverviewStrip(Widget, can_focus=False):
    """The whole comparison in one narrow strip: what weighs most in each stretch, and where the screen is."""

    DEFAULT_CSS = "OverviewStrip { width: 3; height: 1fr; }"
    ALLOW_SELECT = False

    class Jumped(Message):
        """The mouse pointed at a share (0..1) of the whole."""

        def __init__(self, share: float) -> None:
            self.share = share
            super().__init__()

    def __init__(self, palette: Palette, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.palette = palette
        self._weights: tuple[Weight | None, ...] = ()
        self._tops: tuple[int, ...] = (0,)
        self._cells: tuple[Weight | None, ...] = ()
        self._window = (0, 0)
        self._dragging = False

    def weigh(self, reader: Reader, view: AlignedView) -> None:
        """Takes other rows or another layout."""
        self._weights = weigh_rows(reader.comparison, reader.visible, reader.shown)
        self.measure(view)

    def measure(self, view: AlignedView) -> None:
        """Takes another layout of the same rows."""
        self._tops = view.layout_of_rows.tops
        self._cells = strip(self._weights, self._tops, self.size.height)
        self._window = (0, 0)
        self.follow(view)
        self.refresh()

    def follow(self, view: AlignedView) -> None:
        """Shows which lines are on the screen now."""
        shown = window(view.first_line, view.size.height, self._tops[-1], self.size.height)
        if shown != self._window:
            self._window = shown
            self.refresh()

    def repaint(self, palette: Palette) -> None:
        """Takes the styles of another theme."""
        self.palette = palette
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draws one cell of the strip."""
        palette = self.palette
        page = palette["page"]
        weight = self._cells[y] if y < len(self._cells) else None
        if weight is None:
            mark = Segment(" ", page)
        elif weight.serious:
            mark = Segment(BLOCKS[weight.kind], page + palette.mark(weight.kind, False) + _BARE)
        else:
            mark = Segment("·", page + palette["faint"])
        inside = self._window[0] <= y < self._window[1]
        bar = Segment("▐" if inside else "│", page + palette["bar" if inside else "rule"])
        return Strip([Segment(" ", page), mark, bar], 3).adjust_cell_length(self.size.width, page)

    def _jump(self, y: int) -> None:
        total, height = self._tops[-1], self.size.height
        if total and height:
            self.post_message(self.Jumped(min(1.0, (y + 0.5) * max(total, height) / height / total)))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Goes to the place pointed at, and follows the mouse from there."""
        self._dragging = True
        self.capture_mouse()
        self._jump(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follows the mouse while its button is down."""
        if self._dragging:
            self._jump(event.y)

    def on_mouse_up(self) -> None:
        """Lets go."""
        self._dragging = False
        self.release_mouse()
