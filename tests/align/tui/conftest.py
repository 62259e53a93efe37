"""Opens the workbench on a screen that exists only in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.keys import key_to_character

from align.tui.app import HexaplaApp
from align.tui.workbench import Workbench

if TYPE_CHECKING:
    from align.workspace import Comparison


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours are tested by value, so no user's wish about them may reach the tests."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)


class Opened:
    """The workbench with somebody at its keys."""

    def __init__(self, app: HexaplaApp, pilot) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> Workbench:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Workbench))

    @property
    def reader(self):
        return self.screen.reader

    async def press(self, *keys: str) -> None:
        """Presses keys one after another, each when the one before has done its work.

        The pilot's own way waits for the process to be idle, which takes long on a busy machine.
        """
        for key in keys:
            self.app.post_message(Key(key, key_to_character(key)))
            await self.settle()

    async def type(self, text: str) -> None:
        names = {" ": "space", "/": "slash", ":": "colon", "é": "é", "'": "apostrophe", "?": "question_mark"}
        await self.press(*(names.get(character, character) for character in text))

    async def settle(self) -> None:
        for _ in range(3):
            await self.pilot.pause(0)

    def lines(self) -> list[str]:
        """What the texts show, line by line."""
        texts = self.screen.texts
        return [texts.render_line(y).text.rstrip() for y in range(texts.size.height)]

    def shown(self, id_: str) -> str:
        """What one of the widgets round the texts shows."""
        return self.screen.query_one(f"#{id_}").text

    def top_row(self) -> int:
        """Index of the row whose line is the first on the screen."""
        layout = self.screen.texts.layout_of_rows
        return layout.rows[layout.place_at(self.screen.texts.first_line)]


Open = Callable[..., AbstractAsyncContextManager[Opened]]


@pytest.fixture
def workbench() -> Open:
    """Opens a comparison at a size."""

    @asynccontextmanager
    async def open_at(comparison: Comparison, width: int = 80, height: int = 24) -> AsyncIterator[Opened]:
        app = HexaplaApp(lambda _progress: comparison, "a test")
        async with app.run_test(size=(width, height)) as pilot:
            for _ in range(400):
                await pilot.pause(0.005)
                if isinstance(app.screen, Workbench) and app.screen.texts.layout_of_rows.total:
                    break
            opened = Opened(app, pilot)
            await opened.settle()
            yield opened

    return open_at
