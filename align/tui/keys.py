"""Every key of the workbench in one table: the bindings, the key help and the palette are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

from align.review.filters import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a key does.

    Attributes:
        id: stable name, by which a user's own keys refer to it.
        keys: the keys as the framework writes them, separated by commas.
        action: the action of the screen.
        says: what it does, for the key help and the palette.
        shown: the same for a reader ("j ↓"), where ``keys`` is not readable by itself.
        foot: short label at the foot of the screen, or "" to leave it out there.
    """

    id: str
    keys: str
    action: str
    says: str
    shown: str = ""
    foot: str = ""

    @property
    def label(self) -> str:
        """The keys as a reader knows them."""
        return self.shown or self.keys.replace(",", " ")


GROUPS: tuple[tuple[str, tuple[Key, ...]], ...] = (
    (
        "Moving",
        (
            Key("row.down", "down,j", "move(1)", "next row", "↓ j"),
            Key("row.up", "up,k", "move(-1)", "previous row", "↑ k"),
            Key("row.page_down", "pagedown,space", "page(1)", "a page down", "PgDn space"),
            Key("row.page_up", "pageup,b", "page(-1)", "a page up", "PgUp b"),
            Key("row.first", "home,g", "first", "first row", "Home g"),
            Key("row.last", "end,G", "last", "last row", "End G"),
            Key("column.left", "left,h", "column(-1)", "edition to the left", "← h"),
            Key("column.right", "right,l", "column(1)", "edition to the right", "→ l"),
            Key("scroll.down", "ctrl+down,ctrl+e", "scroll(3)", "scroll down, cursor stays", "Ctrl+↓ Ctrl+E"),
            Key("scroll.up", "ctrl+up,ctrl+y", "scroll(-3)", "scroll up, cursor stays", "Ctrl+↑ Ctrl+Y"),
            Key("row.go_to", "colon,ctrl+g", "go_to", "go to a row, turn or difference", ": Ctrl+G"),
        ),
    ),
    (
        "Differences",
        (
            Key("difference.next", "n", "difference(1)", "next difference", foot="next"),
            Key("difference.previous", "N", "difference(-1)", "previous difference"),
            Key(
                "doubtful.next",
                "p",
                "doubtful(1)",
                "next doubtful pairing: joined, unpaired or unsure",
                foot="doubtful",
            ),
            Key("doubtful.previous", "P", "doubtful(-1)", "previous doubtful pairing"),
            Key("detail.toggle", "d,enter", "detail", "show or hide the details", "d Enter", foot="details"),
            Key("detail.down", "right_square_bracket", "scroll_detail(1)", "more of the details", "]"),
            Key("detail.up", "left_square_bracket", "scroll_detail(-1)", "back in the details", "["),
        ),
    ),
    (
        "Showing",
        (
            Key("filter.panel", "f", "filter", "choose the kinds of difference", foot="filter"),
            *(
                Key(f"filter.{kind.value}", str(number), f"kind('{kind.value}')", f"{kind.value}: on or off")
                for number, kind in enumerate(KINDS, 1)
            ),
            Key("filter.serious", "9", "serious", "leave out slight differences, or show them again"),
            Key("filter.all", "0", "everything", "show every kind and every row"),
            Key("filter.rows", "o", "only_rows", "only rows with differences, or all"),
        ),
    ),
    (
        "Search",
        (
            Key("search.open", "slash", "search", "search all editions", "/", foot="search"),
            Key("search.next", "f3,ctrl+n", "hit(1)", "next hit", "F3 Ctrl+N"),
            Key("search.previous", "shift+f3,f15", "hit(-1)", "previous hit", "Shift+F3"),
            Key("search.clear", "escape", "clear_search", "end the search", "Esc"),
        ),
    ),
    (
        "Workbench",
        (
            Key("row.copy", "y", "copy", "copy the row to the clipboard"),
            Key("theme.toggle", "t", "theme", "light or dark"),
            Key("help.open", "question_mark,f1", "help", "keys and signs", "? F1", foot="keys"),
            Key("app.quit", "q", "app.quit", "leave", "q Ctrl+Q", foot="quit"),
        ),
    ),
)
"""The keys by what they are for."""


def keys() -> Iterator[Key]:
    """Every key, in the order of the table."""
    for _, group in GROUPS:
        yield from group


FOOT = (
    "difference.next",
    "doubtful.next",
    "filter.panel",
    "search.open",
    "help.open",
    "app.quit",
    "detail.toggle",
)
"""What stands at the foot, in this order: what is cut off on a narrow screen can be found by what is not."""

_FOOT_KEYS = {"difference.next": "n/N", "detail.toggle": "d", "search.open": "/", "help.open": "?"}


def bindings() -> list[Binding]:
    """The table as the framework wants it."""
    in_order = sorted(keys(), key=lambda key: FOOT.index(key.id) if key.id in FOOT else len(FOOT))
    return [
        Binding(
            key.keys,
            key.action,
            key.foot or key.says,
            show=bool(key.foot),
            id=key.id,
            key_display=_FOOT_KEYS.get(key.id),
        )
        for key in in_order
    ]
