"""The keys, the signs and the marks on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult  # noqa: TC002 - the framework reads the annotation
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from align.review.filters import KINDS
from align.review.signs import LEGEND, LETTERS
from align.review.wording import KIND_MEANINGS
from align.tui.keys import GROUPS
from align.tui.printable import drawable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.tui.themes import Palette

_KIND_KEYS = frozenset(f"filter.{kind.value}" for kind in KINDS)


class HelpScreen(ModalScreen[None]):
    """The key help.

    Args:
        palette: the styles, so that the marks are shown as they are drawn.
        limits: limits that were reached, as sentences.
    """

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 40%; }
    HelpScreen VerticalScroll {
        width: 84; max-width: 96%; height: auto; max-height: 96%;
        background: $surface; border: round $primary; padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    HelpScreen Static { width: 1fr; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "close", key_display="Esc"),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(12)", show=False),
        Binding("b,pageup", "scroll(-12)", show=False),
    ]

    def __init__(self, palette: Palette, limits: Sequence[str]) -> None:
        super().__init__()
        self._palette, self._limits = palette, limits

    def compose(self) -> ComposeResult:
        """Lays out the page."""
        with VerticalScroll() as page:
            page.border_title = "Keys and signs"
            page.border_subtitle = "↑ ↓ scroll · Esc close"
            yield Static(Group(*self._page()))

    def _page(self) -> list[Text | Table]:
        palette = self._palette
        parts: list[Text | Table] = []
        if self._limits:
            parts.append(Text("Limits reached", palette["strong"]))
            parts += [Text(f"  {drawable(limit)}", palette["sign"]) for limit in self._limits]
        for name, group in GROUPS:
            parts.append(Text(("\n" if parts else "") + name, palette["strong"]))
            table = _table()
            for key in group:
                if key.id == f"filter.{KINDS[0].value}":
                    each = ", ".join(f"{number} {kind.value}" for number, kind in enumerate(KINDS, 1))
                    table.add_row(Text(f"1 … {len(KINDS)}", palette["sign"]), Text(f"on or off: {each}"))
                elif key.id not in _KIND_KEYS:
                    table.add_row(Text(key.label, palette["sign"]), Text(key.says))
            parts.append(table)
        parts.append(Text("\nMarks in the text: full where it matters, fainter where slight", palette["strong"]))
        table = _table()
        for kind in KINDS:
            sample = Text(kind.value, palette.mark(kind, False)) + Text("  ")
            sample.append(kind.value, palette.mark(kind, True))
            table.add_row(sample, Text(f"{LETTERS[kind].upper()}  {KIND_MEANINGS[kind]}"))
        parts += [table, Text("\nSigns in the margin", palette["strong"])]
        table = _table()
        for sign, meaning in LEGEND:
            table.add_row(Text(sign, palette["sign"]), Text(meaning))
        parts.append(table)
        return parts

    def action_scroll(self, lines: int) -> None:
        """Scrolls the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _table() -> Table:
    table = Table.grid(padding=(0, 2, 0, 2))
    table.add_column(width=22, no_wrap=True)
    table.add_column(ratio=1)
    return table
