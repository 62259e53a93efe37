"""The line at the foot in which something is typed: a search, or a place to go to."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult  # noqa: TC002 - the framework reads the annotation
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label


class PromptInput(Input):
    """The field itself. No key typed here reaches the texts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "done", key_display="Enter"),
        Binding("escape", "leave", "give up", key_display="Esc"),
        Binding("down,f3,ctrl+n", "step(1)", "next hit", key_display="↓"),
        Binding("up,shift+f3,f15,ctrl+p", "step(-1)", "previous hit", key_display="↑"),
    ]

    class Left(Message):
        """The prompt was given up."""

    class Stepped(Message):
        """The next or the previous hit was asked for."""

        def __init__(self, forward: bool) -> None:
            self.forward = forward
            super().__init__()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a search has hits to go through."""
        if action == "step" and isinstance(self.parent, Prompt) and self.parent.purpose != "search":
            return False
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Gives up."""
        self.post_message(self.Left())

    def action_step(self, way: int) -> None:
        """Asks for another hit."""
        self.post_message(self.Stepped(way > 0))


class Prompt(Horizontal):
    """A label, the field, and what is found."""

    DEFAULT_CSS = """
    Prompt { height: 1; width: 1fr; background: $panel; display: none; }
    Prompt.-open { display: block; }
    Prompt Label { padding: 0 1; color: $accent; text-style: bold; }
    Prompt #found { color: $foreground; text-style: none; }
    Prompt Input { width: 1fr; background: $panel; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.purpose = ""

    def compose(self) -> ComposeResult:
        """Lays out the line."""
        yield Label("", id="asked", markup=False)
        yield PromptInput(compact=True, select_on_focus=False, id="typed")
        yield Label("", id="found", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether something can be typed."""
        return self.has_class("-open")

    def open(self, purpose: str, label: str, value: str = "") -> None:
        """Asks.

        Args:
            purpose: what the answer is for: "search" or "go-to".
            label: what the reader sees before the field.
            value: what stands in the field at first.
        """
        self.purpose = purpose
        self.query_one("#asked", Label).update(label)
        self.say("")
        field = self.query_one(PromptInput)
        with field.prevent(Input.Changed):
            field.value = value
        field.cursor_position = len(value)
        self.add_class("-open")
        field.focus()

    def close(self) -> None:
        """Takes the line away."""
        self.remove_class("-open")

    def say(self, text: str) -> None:
        """Says at the right what is found."""
        self.query_one("#found", Label).update(text)
