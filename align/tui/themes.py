"""The two themes of the workbench, blue and orange, and the styles they give to what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from align.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK, LIGHT = "hexapla-dark", "hexapla-light"

_DARK = {
    "mark-wording": "#d3dae4",
    "mark-name": "#7fbcff",
    "mark-figure": "#ffab5e",
    "mark-speaker": "#ffd479",
    "mark-omission": "#ff9db5",
    "mark-addition": "#ff9db5",
    "mark-order": "#c9b1ff",
    "mark-editorial": "#a3b0c0",
    "page-faint": "#93a0b0",
    "page-rule": "#3a4655",
    "page-sign": "#ffab5e",
    "page-cursor": "#1a2635",
    "page-cursor-cell": "#22344b",
    "page-bar": "#ffab5e",
    "page-head": "#16202c",
    "hit": "#fff3c4 on #5f4b00",
    "hit-here": "#10151b on #ffd479",
}
_LIGHT = {
    "mark-wording": "#2c3743",
    "mark-name": "#0b55a0",
    "mark-figure": "#9a3d00",
    "mark-speaker": "#734700",
    "mark-omission": "#9c1748",
    "mark-addition": "#9c1748",
    "mark-order": "#5736a3",
    "mark-editorial": "#56616e",
    "page-faint": "#5d6875",
    "page-rule": "#c3cbd4",
    "page-sign": "#9a3d00",
    "page-cursor": "#ecf2f9",
    "page-cursor-cell": "#dbe8f6",
    "page-bar": "#a64400",
    "page-head": "#e6ebf1",
    "hit": "#1d1700 on #ffe58a",
    "hit-here": "#ffffff on #7a4b00",
}

ATTRIBUTES: Mapping[Kind, str] = {
    Kind.WORDING: "underline",
    Kind.NAME: "italic underline",
    Kind.FIGURE: "bold underline",
    Kind.SPEAKER: "reverse",
    Kind.OMISSION: "bold italic",
    Kind.ADDITION: "bold italic",
    Kind.ORDER: "bold",
    Kind.EDITORIAL: "italic",
}
"""How each kind is marked where colours cannot be told apart. What only one edition has is bold italic: the
column in which it stands tells an omission from an addition."""


def themes() -> tuple[Theme, Theme]:
    """Makes the dark and the light theme."""
    return (
        Theme(
            name=DARK,
            primary="#5aa2f0",
            secondary="#3f78b8",
            accent="#ffab5e",
            warning="#ffab5e",
            error="#ff9db5",
            success="#7fbcff",
            foreground="#e3e7ec",
            background="#10151b",
            surface="#16202c",
            panel="#1d2936",
            dark=True,
            variables={"footer-key-foreground": "#ffab5e", **_colours(_DARK)},
        ),
        Theme(
            name=LIGHT,
            primary="#0b55a0",
            secondary="#3f78b8",
            accent="#b54a00",
            warning="#b54a00",
            error="#9c1748",
            success="#0b55a0",
            foreground="#1a2129",
            background="#fcfbf8",
            surface="#f1f3f5",
            panel="#e6ebf1",
            dark=False,
            variables={"footer-key-foreground": "#9a3d00", **_colours(_LIGHT)},
        ),
    )


def _colours(table: Mapping[str, str]) -> dict[str, str]:
    """Splits "front on back" into two variables, as a theme variable holds one colour."""
    variables = {}
    for name, value in table.items():
        front, _, back = value.partition(" on ")
        variables[name] = front
        if back:
            variables[f"{name}-back"] = back
    return variables


def default_variables(dark: bool) -> dict[str, str]:
    """What a theme that is not ours lacks, so that every theme of the framework can be chosen."""
    return _colours(_DARK if dark else _LIGHT)


class Palette:
    """The styles of everything drawn by line, for one theme.

    Styles of marks and hits are laid over one of the page styles ("page", "cursor", "cursor-cell", "head").

    Args:
        variables: name -> colour, as the application resolves its theme.
    """

    def __init__(self, variables: Mapping[str, str]) -> None:
        def colour(name: str) -> Color:
            return Color.parse(variables[name])

        def style(front: str, attributes: str = "", back: str | None = None) -> Style:
            bgcolor = None if back is None else colour(back).rich_color
            return Style(color=colour(front).rich_color, bgcolor=bgcolor) + Style.parse(attributes)

        self.styles: dict[str | tuple[Kind, bool], Style] = {
            "page": style("foreground", back="background"),
            "cursor": style("foreground", back="page-cursor"),
            "cursor-cell": style("foreground", back="page-cursor-cell"),
            "head": style("foreground", back="page-head"),
            "text": Style(),
            "speaker": style("foreground", "bold"),
            "faint": style("page-faint"),
            "absent": style("page-faint", "italic"),
            "rule": style("page-rule"),
            "sign": style("page-sign", "bold"),
            "bar": style("page-bar", "bold"),
            "strong": style("foreground", "bold"),
            "hit": style("hit", back="hit-back"),
            "hit-here": style("hit-here", "bold", back="hit-here-back"),
            "here": Style(reverse=True, bold=True),
        }
        foreground = colour("foreground")
        for kind in Kind:
            own = colour(f"mark-{kind.value}")
            attributes = Style.parse(ATTRIBUTES[kind])
            self.styles[kind, False] = Style(color=own.rich_color) + attributes
            # Slight: halfway to the colour of the text and never bold, so fainter and still easy to read.
            faint = Style(color=own.blend(foreground, 0.5).rich_color) + attributes
            self.styles[kind, True] = faint + Style(bold=False)

    def __getitem__(self, name: str) -> Style:
        """The style of a named thing."""
        return self.styles[name]

    def mark(self, kind: Kind, slight: bool) -> Style:
        """The style of a mark."""
        return self.styles[kind, slight]
