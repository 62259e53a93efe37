"""A widget that shows lines of styled text and never asks the screen to arrange itself anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from align.tui.printable import drawable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from align.tui.themes import Palette


class DrawnLines(Widget, can_focus=False):
    """Lines of (text, style) pairs, cut to the width.

    Args:
        palette: the styles.
        id: id of the widget.
        ground: name of the page style that lies under the text.
    """

    ALLOW_SELECT = False

    def __init__(self, palette: Palette, *, id: str, ground: str = "page") -> None:  # noqa: A002
        super().__init__(id=id)
        self.palette = palette
        self._ground = ground
        self._lines: list[list[Segment]] = []

    def show(self, lines: Sequence[Sequence[tuple[str, Style]]]) -> None:
        """Shows other lines; does nothing where they are the same.

        Args:
            lines: from the top; each a sequence of texts with their styles.
        """
        # Whoever made the line should have made it safe; nothing gets past here all the same.
        drawn = [[Segment(drawable(text), style) for text, style in line if text] for line in lines]
        if drawn != self._lines:
            self._lines = drawn
            self.refresh()

    def repaint(self, palette: Palette) -> None:
        """Takes the styles of another theme; the owner shows its lines again."""
        self.palette = palette
        self._lines = []
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draws one line."""
        ground, width = self.palette[self._ground], self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, ground)
        return Strip(self._lines[y]).adjust_cell_length(width).apply_style(ground)

    @property
    def text(self) -> str:
        """What is shown, without styles."""
        return "\n".join("".join(segment.text for segment in line).rstrip() for line in self._lines)


def fit(text: str, width: int) -> str:
    """Cuts a text to a width, with an ellipsis where something is lost."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 1 else "…"[: max(0, width)]


def fit_end(text: str, width: int) -> str:
    """Cuts a path to a width from the left, so that the name of the file stays."""
    if cell_len(text) <= width:
        return text
    kept = text[max(0, len(text) - max(0, width - 1)) :]
    while kept and cell_len(kept) > width - 1:
        kept = kept[1:]
    return "…" + kept
