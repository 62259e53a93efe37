"""What is shown while the editions are read and paired, and how that work is stopped."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult  # noqa: TC002 - the framework reads the annotation
from textual.binding import Binding, BindingType
from textual.containers import Center
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from align.tui.printable import drawable

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.workspace import Comparison

    Load = Callable[[Callable[[str, int, int], None]], Comparison]


class Stopped(Exception):  # noqa: N818 - not an error: the reader asked for it
    """Raised in the working thread at its next report of progress, once the reader has stopped it."""


class LoadingScreen(Screen[None]):
    """A line of progress, with the work in a thread of its own.

    The thread is a daemon, not one of the framework's workers: leaving must not wait for a long step that
    reports nothing on its way.

    Args:
        load: the work.
        title: what is being opened.
    """

    DEFAULT_CSS = """
    LoadingScreen { align: center middle; }
    LoadingScreen Center { width: 64; max-width: 96%; height: auto; }
    LoadingScreen Static { width: 1fr; }
    LoadingScreen #title { text-style: bold; color: $primary; padding-bottom: 1; }
    LoadingScreen #stop { color: $page-faint; padding-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "stop", "stop", key_display="Esc")]

    class Done(Message):
        """The work has ended.

        Attributes:
            comparison: what came of it, or None.
            error: what stopped it, or None.
        """

        def __init__(self, comparison: Comparison | None, error: BaseException | None) -> None:
            self.comparison, self.error = comparison, error
            super().__init__()

    def __init__(self, load: Load, title: str) -> None:
        super().__init__()
        self._load, self._title = load, title
        self._stop = threading.Event()
        self._stage: tuple[str, int, int] = ("reading", 0, 0)

    def compose(self) -> ComposeResult:
        """Lays out the screen."""
        with Center():
            yield Static(drawable(self._title), id="title", markup=False)
            yield Static("", id="stage", markup=False)
            yield Static("Esc stops and leaves", id="stop", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Starts the work."""
        # The screen asks for the state of the work; work that reports often must not wait for the screen.
        self.set_interval(0.1, self._show_stage)
        self._show_stage()
        threading.Thread(target=self._work, name="load", daemon=True).start()

    def _progress(self, stage: str, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped
        self._stage = (stage, done, total)

    def _work(self) -> None:
        comparison, error = None, None
        try:
            comparison = self._load(self._progress)
        except BaseException as raised:  # noqa: BLE001 - it is raised again where the workbench was asked for
            error = raised
        if not self._stop.is_set():
            self.post_message(self.Done(comparison, error))

    def _show_stage(self) -> None:
        stage, done, total = self._stage
        line = ""
        if total > 0:
            cells = min(30, done * 30 // total)
            line = f"{'█' * cells}{'░' * (30 - cells)} {done:,} of {total:,}"
        self.query_one("#stage", Static).update(f"{drawable(stage)} …\n{line}")

    def action_stop(self) -> None:
        """Stops the work and leaves."""
        self._stop.set()
        self.app.exit(return_code=STOPPED)


STOPPED = 130
"""Exit status where the reader stopped the work, as after Ctrl+C."""
