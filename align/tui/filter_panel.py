"""Choosing which kinds of difference are shown; the texts behind follow at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult  # noqa: TC002 - the framework reads the annotation
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList

from align.review.filters import KINDS, Filter, counts_by_kind
from align.review.wording import KIND_MEANINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.workspace import Comparison

SLIGHT, ROWS = len(KINDS), len(KINDS) + 1
"""Lines of the two switches, after those of the kinds."""


class FilterPanel(ModalScreen[None]):
    """A list of kinds with their counts, and the two switches.

    Args:
        comparison: what is filtered.
        shown: the filter in force.
        apply: called with the new filter at each change.
    """

    DEFAULT_CSS = """
    FilterPanel { align: center middle; background: $background 50%; }
    FilterPanel Vertical {
        width: 74; max-width: 96%; height: auto; max-height: 96%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    FilterPanel Label { width: 1fr; color: $page-faint; }
    FilterPanel OptionList, FilterPanel OptionList:focus {
        height: auto; border: none; padding: 0; background: $surface; background-tint: $surface 0%;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f,q", "dismiss", "close", key_display="Esc"),
        Binding("space", "toggle_line", "on or off"),
        Binding("0", "everything", "everything"),
        *(Binding(str(number), f"switch({number - 1})", show=False) for number in range(1, len(KINDS) + 1)),
        Binding("9", f"switch({SLIGHT})", show=False),
        Binding("o", f"switch({ROWS})", show=False),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
    ]

    def __init__(self, comparison: Comparison, shown: Filter, apply: Callable[[Filter], None]) -> None:
        super().__init__()
        self._shown, self._apply = shown, apply
        self._all = counts_by_kind(comparison)
        self._serious = counts_by_kind(comparison, serious=True)

    def compose(self) -> ComposeResult:
        """Lays out the panel."""
        with Vertical() as box:
            box.border_title = "What is shown"
            yield OptionList(*self._lines(), markup=False)
            yield Label("space on/off · 0 everything · Esc close", markup=False)

    def _lines(self) -> list[Content]:
        width = max(len(f"{count:,}") for count in self._all.values())
        slight = sum(self._all.values()) - sum(self._serious.values())

        def line(on: bool, key: str, name: str, count: str, meaning: str) -> Content:
            box = "[x]" if on else "[ ]"
            return Content(f"{box} {key} {name:<10} {count:>{width}}  {meaning}")

        lines = []
        for number, kind in enumerate(KINDS, 1):
            less = self._all[kind] - self._serious[kind]
            meaning = KIND_MEANINGS[kind] + (f" ({less:,} slight)" if less else "")
            on = kind in self._shown.kinds
            lines.append(line(on, str(number), kind.value, f"{self._all[kind]:,}", meaning))
        meaning = "other form, other spelling, told anew"
        lines.append(line(not self._shown.serious, "9", "slight", f"{slight:,}", meaning))
        lines.append(line(not self._shown.only_rows, "o", "equal rows", "", "rows in which nothing is shown"))
        return lines

    def on_mount(self) -> None:
        """Takes the keys."""
        options = self.query_one(OptionList)
        options.focus()
        options.highlighted = 0

    def _set(self, shown: Filter) -> None:
        self._shown = shown
        options = self.query_one(OptionList)
        for number, line in enumerate(self._lines()):
            options.replace_option_prompt_at_index(number, line)
        self._apply(shown)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Switches the line that was chosen."""
        event.stop()
        self.action_switch(event.option_index)

    def action_toggle_line(self) -> None:
        """Switches the line under the cursor."""
        line = self.query_one(OptionList).highlighted
        if line is not None:
            self.action_switch(line)

    def action_switch(self, line: int) -> None:
        """Switches one line."""
        shown = self._shown
        if line == SLIGHT:
            self._set(replace(shown, serious=not shown.serious))
        elif line == ROWS:
            self._set(replace(shown, only_rows=not shown.only_rows))
        else:
            self._set(shown.toggled(KINDS[line]))
        self.query_one(OptionList).highlighted = line

    def action_step(self, lines: int) -> None:
        """Moves the cursor of the list."""
        options = self.query_one(OptionList)
        options.highlighted = max(0, min(ROWS, (options.highlighted or 0) + lines))

    def action_everything(self) -> None:
        """Shows every kind and every row."""
        self._set(Filter())
