"""The screen on which two or more editions are read side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult  # noqa: TC002 - the framework reads the annotation
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Input

from align.model import Kind
from align.review.filters import Filter
from align.review.reader import Reader
from align.review.standing import row_as_text, search_in_words
from align.tui.aligned_view import AlignedView
from align.tui.detail_pane import DetailPane
from align.tui.filter_panel import FilterPanel
from align.tui.help_screen import HelpScreen
from align.tui.keys import bindings
from align.tui.panes import ColumnHeads, KindBar, OverviewStrip, StatusLine
from align.tui.printable import drawable
from align.tui.prompt import Prompt, PromptInput
from align.tui.themes import DARK, LIGHT, Palette

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from align.workspace import Comparison

WIDE = 96
"""Cells from which the foot of the screen has room for the palette's key."""

WITHOUT_TEXTS = frozenset({"quit", "command_palette", "help_quit"})
"""Actions that stay in force while something is typed."""


class Workbench(Screen[None]):
    """Editions side by side, with a cursor that goes by rows and by differences.

    Args:
        comparison: what is read.
    """

    DEFAULT_CSS = "Workbench #body { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self.reader = Reader(comparison)
        self._search_from: tuple[int, int | None] = (0, None)
        self._is_ready = False

    def compose(self) -> ComposeResult:
        """Lays out the screen."""
        palette = Palette(self.app.theme_variables)
        yield ColumnHeads(palette, id="heads", ground="head")
        with Horizontal(id="body"):
            yield AlignedView(self.reader, palette, id="texts")
            yield OverviewStrip(palette, id="overview")
        yield DetailPane(palette, id="detail")
        yield KindBar(palette, id="kinds", ground="head")
        yield StatusLine(palette, id="status", ground="head")
        yield Prompt(id="prompt")
        yield Footer()

    def on_mount(self) -> None:
        """Takes the keys, and follows the theme."""
        self._is_ready = True
        self._share_height(self.size.height)
        self.texts.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._take_theme())

    @property
    def is_typing(self) -> bool:
        """Whether the keys go to the line at the foot."""
        return isinstance(self.focused, PromptInput)

    # the parts

    @property
    def texts(self) -> AlignedView:
        """The widget with the texts."""
        return self.query_one("#texts", AlignedView)

    @property
    def overview(self) -> OverviewStrip:
        """The strip at the right."""
        return self.query_one("#overview", OverviewStrip)

    @property
    def detail(self) -> DetailPane:
        """The sentences."""
        return self.query_one("#detail", DetailPane)

    @property
    def prompt(self) -> Prompt:
        """The line in which something is typed."""
        return self.query_one("#prompt", Prompt)

    # keeping everything on the screen in step with the reader

    def _say(self, said: str = "") -> None:
        self.query_one("#status", StatusLine).update(self.reader, said)

    def _moved(self, said: str = "", *, jumped: bool = True) -> None:
        """The cursor is elsewhere."""
        self.texts.show_cursor(jumped=jumped)
        if self.detail.display:
            self.detail.update(self.reader)
        self._say(said)

    def _filtered(self, said: str = "") -> None:
        """Other differences, perhaps other rows, are shown."""
        self.texts.lay_out()
        self.overview.weigh(self.reader, self.texts)
        self.query_one("#kinds", KindBar).update(self.reader)
        self._moved(said, jumped=False)

    def _update_all(self) -> None:
        self.query_one("#heads", ColumnHeads).update(self.reader, self.texts)
        self.query_one("#kinds", KindBar).update(self.reader)
        self.overview.weigh(self.reader, self.texts)
        if self.detail.display:
            self.detail.update(self.reader)
        self._say()

    def on_resize(self, event: events.Resize) -> None:
        """Gives the sentences a share of the height, and sets everything for the new width."""
        if self._is_ready:
            self._share_height(event.size.height)
            self._show_palette_key()
            self.call_after_refresh(self._update_all)

    def _show_palette_key(self) -> None:
        self.query_one(Footer).show_command_palette = self.size.width >= WIDE and not self.prompt.is_open

    def _share_height(self, height: int) -> None:
        self.detail.styles.height = max(4, min(10, height // 5 + 1))

    def _take_theme(self) -> None:
        palette = Palette(self.app.theme_variables)
        self.texts.repaint(palette)
        self.overview.repaint(palette)
        for widget in self.query("#heads, #kinds, #status, #detail").results():
            widget.repaint(palette)  # type: ignore[attr-defined]
        self._update_all()

    def on_aligned_view_scrolled(self) -> None:
        """Shows in the overview where the screen is now."""
        self.overview.follow(self.texts)

    def on_aligned_view_pointed(self, event: AlignedView.Pointed) -> None:
        """Moves the cursor to where the mouse pointed."""
        self.reader.to_row(event.row)
        if event.edition is not None and self.reader.to_edition(event.edition):
            self.query_one("#heads", ColumnHeads).update(self.reader, self.texts)
        self._moved(jumped=False)

    def on_overview_strip_jumped(self, event: OverviewStrip.Jumped) -> None:
        """Scrolls to where the mouse pointed in the overview."""
        self.texts.scroll_share(event.share)

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key acts on the texts before they are there, nor while something is typed."""
        if (self.is_typing or not self._is_ready) and action not in WITHOUT_TEXTS:
            return False
        return super().check_action(action, parameters)

    def action_move(self, rows: int) -> None:
        """Goes to a row further down or up; within a row taller than the screen it scrolls first."""
        if not self.texts.step_inside_row((1 if rows > 0 else -1) * max(1, self.texts.size.height - 3)):
            self.reader.move(rows)
            self._moved(jumped=False)

    def action_page(self, way: int) -> None:
        """Goes down or up by a screen."""
        texts = self.texts
        if not texts.step_inside_row(way * max(1, texts.size.height - 2)):
            self.reader.move(texts.rows_in_a_page() if way > 0 else -texts.rows_in_a_page_up())
            self._moved(jumped=False)

    def action_first(self) -> None:
        """Goes to the first row."""
        self.reader.to_first()
        self._moved()

    def action_last(self) -> None:
        """Goes to the last row."""
        self.reader.to_last()
        self._moved()

    def action_column(self, way: int) -> None:
        """Goes to another edition."""
        if self.reader.to_edition(self.reader.edition + way):
            self.query_one("#heads", ColumnHeads).update(self.reader, self.texts)
            self.texts.show_cursor()

    def action_scroll(self, lines: int) -> None:
        """Scrolls; the cursor stays."""
        self.texts.scroll_lines(lines)

    def action_difference(self, way: int) -> None:
        """Goes to the next or the previous difference."""
        moved = self.reader.step_difference(way > 0)
        none = "no further difference; N goes back" if way > 0 else "no earlier difference; n goes on"
        self._moved("" if moved else none if self.reader.differences else "no differences are shown")

    def action_doubtful(self, way: int) -> None:
        """Goes to the next or the previous pairing that needs a look."""
        moved = self.reader.step_doubtful(way > 0)
        none = "no further doubtful pairing; P goes back" if way > 0 else "no earlier doubtful pairing"
        self._moved("" if moved else none)

    def action_detail(self) -> None:
        """Shows or hides the sentences."""
        self.detail.display = not self.detail.display
        if self.detail.display:
            self.detail.update(self.reader)
        self.call_after_refresh(self.texts.show_cursor)

    def action_scroll_detail(self, lines: int) -> None:
        """Shows more of the sentences."""
        self.detail.scroll_by(lines)

    # filter

    def set_filter(self, shown: Filter) -> None:
        """Shows other differences."""
        self.reader.set_filter(shown)
        self._filtered()

    def action_filter(self) -> None:
        """Opens the panel of kinds."""
        self.app.push_screen(FilterPanel(self.reader.comparison, self.reader.shown, self.set_filter))

    def action_kind(self, name: str) -> None:
        """Switches one kind."""
        self.set_filter(self.reader.shown.toggled(Kind(name)))

    def action_serious(self) -> None:
        """Leaves out slight differences, or shows them again."""
        self.set_filter(replace(self.reader.shown, serious=not self.reader.shown.serious))

    def action_only_rows(self) -> None:
        """Leaves out rows without differences, or shows them again."""
        self.set_filter(replace(self.reader.shown, only_rows=not self.reader.shown.only_rows))

    def action_everything(self) -> None:
        """Shows everything."""
        self.set_filter(Filter())

    # search and going to a place

    def action_search(self) -> None:
        """Asks what to search for."""
        self._search_from = (self.reader.row, self.reader.difference)
        before = self.reader.search.query if self.reader.search else ""
        self.prompt.open("search", "Search", before)
        self._hide_status()
        self._show_found()

    def action_go_to(self) -> None:
        """Asks where to go."""
        self.prompt.open("go-to", "Go to row, turn or difference")
        self._hide_status()

    def _hide_status(self) -> None:
        self.query_one("#status").display = False
        self._show_palette_key()

    def _close_prompt(self) -> None:
        self.prompt.close()
        self.query_one("#status").display = True
        self._show_palette_key()
        self.texts.focus()

    def _show_found(self) -> None:
        if self.reader.search is not None:
            self.prompt.say(search_in_words(self.reader))
        else:
            self.prompt.say("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches as the reader types."""
        if self.prompt.purpose != "search" or not self.prompt.is_open:
            return
        self.reader.search_for(event.value, origin=self._search_from[0])
        if not self.reader.search or not len(self.reader.search):
            self._back_to_start()
        self.texts.repaint()
        self._moved()
        self._show_found()

    def _back_to_start(self) -> None:
        row, difference = self._search_from
        self.reader.to_row(row)
        self.reader.difference = difference

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Closes the prompt and stays at what was found."""
        self._close_prompt()
        if self.prompt.purpose == "go-to":
            visible = self.reader.visible
            said = self.reader.go_to(event.value)
            if visible != self.reader.visible:
                self._filtered(said)
            else:
                self._moved(said)
            self.query_one("#heads", ColumnHeads).update(self.reader, self.texts)
        else:
            self._moved()

    def on_prompt_input_left(self) -> None:
        """Gives the search up and goes back to where it began."""
        self._close_prompt()
        if self.prompt.purpose == "search":
            self.reader.search_for("")
            self._back_to_start()
            self.texts.repaint()
        self._moved()

    def on_prompt_input_stepped(self, event: PromptInput.Stepped) -> None:
        """Goes to another hit while the prompt is open."""
        if self.prompt.purpose == "search":
            self._step_hit(event.forward)

    def action_hit(self, way: int) -> None:
        """Goes to the next or the previous hit."""
        self._step_hit(way > 0)

    def _step_hit(self, forward: bool) -> None:
        moved = self.reader.step_hit(forward)
        said = ""
        if self.reader.search is None:
            said = "nothing is searched for; / begins"
        elif moved is False:
            said = f"“{self.reader.search.query}” is not found"
        elif moved is None:
            said = "the search went round the end"
        self.query_one("#heads", ColumnHeads).update(self.reader, self.texts)
        self._moved(said)
        self._show_found()

    def action_clear_search(self) -> None:
        """Takes the marks of the search away."""
        if self.reader.search is not None:
            self.reader.search_for("")
            self.texts.repaint()
            self._moved()

    # the rest

    def action_copy(self) -> None:
        """Sends the row to the clipboard of the terminal."""
        row = self.reader.current_row
        if row is None:
            return
        self.app.copy_to_clipboard(drawable_lines(row_as_text(row, self.reader.comparison)))
        self._say("row sent to the terminal’s clipboard")

    def action_theme(self) -> None:
        """Changes between the light and the dark theme."""
        self.app.theme = LIGHT if self.app.current_theme.dark else DARK

    def action_help(self) -> None:
        """Shows keys and signs."""
        self.app.push_screen(HelpScreen(self.texts.palette, self.reader.comparison.limits))


def drawable_lines(text: str) -> str:
    """Makes a text of several lines safe, and keeps its line ends."""
    return "\n".join(drawable(line) for line in text.split("\n"))
