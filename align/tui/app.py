"""The application: opens, shows, leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand

from align.tui.keys import keys
from align.tui.loading import LoadingScreen
from align.tui.themes import DARK, default_variables, themes
from align.tui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from align.tui.loading import Load

OURS = frozenset({"Theme", "Screenshot"})
"""What of the framework's own commands makes sense here."""


class HexaplaApp(App[None]):
    """Reads editions side by side.

    Attributes:
        error: what stopped the loading, to be raised where the workbench was asked for.

    Args:
        load: makes the comparison; told to report progress.
        title: what is being opened.
    """

    ENABLE_COMMAND_PALETTE = True
    CSS: ClassVar[str] = "Footer { background: $panel; }"

    def __init__(self, load: Load, title: str) -> None:
        super().__init__()
        self.title = title
        self.error: BaseException | None = None
        self._load = load
        self.animation_level = "none"
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of our own for the themes that are not ours."""
        return default_variables(self.current_theme.dark)

    def on_mount(self) -> None:
        """Begins with the line of progress."""
        self.push_screen(LoadingScreen(self._load, self.title))

    def on_loading_screen_done(self, event: LoadingScreen.Done) -> None:
        """Shows what was loaded, or leaves with what stopped it."""
        if event.comparison is None:
            self.error = event.error
            self.exit(return_code=2)
            return
        self.switch_screen(Workbench(event.comparison))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search field the palette's key goes to the hit before."""
        if action == "command_palette" and isinstance(self.screen, Workbench) and self.screen.is_typing:
            return False
        return super().check_action(action, parameters)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that a key does, by name."""
        if isinstance(screen, Workbench):
            for key in keys():
                yield SystemCommand(
                    f"{key.says[:1].upper()}{key.says[1:]}",
                    f"key: {key.label}",
                    lambda action=key.action: screen.call_next(screen.run_action, action),
                )
        for command in super().get_system_commands(screen):
            if command.title in OURS:
                yield command
