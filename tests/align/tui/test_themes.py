from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from align.model import Kind
from align.tui.panes import BLOCKS
from align.tui.themes import ATTRIBUTES, Palette, themes

if TYPE_CHECKING:
    from rich.color import Color as RichColor


def palette_of(theme) -> Palette:
    return Palette({"foreground": theme.foreground, "background": theme.background, **theme.variables})


def luminance(colour: RichColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: RichColor, back: RichColor) -> float:
    darker, lighter = sorted((luminance(front), luminance(back)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_everything_is_easy_to_read_on_every_ground(theme) -> None:
    palette = palette_of(theme)
    for ground in ("page", "cursor", "cursor-cell", "head"):
        back = palette[ground].bgcolor
        assert contrast(palette[ground].color, back) >= 10
        for kind in Kind:
            for slight in (False, True):
                assert contrast(palette.mark(kind, slight).color, back) >= 4.9, (ground, kind, slight)
        for name in ("faint", "absent", "sign", "bar"):
            assert contrast(palette[name].color, back) >= 4.5, (ground, name)
    for name in ("hit", "hit-here"):
        assert contrast(palette[name].color, palette[name].bgcolor) >= 6.5


def test_kinds_differ_without_colour() -> None:
    only_here = {Kind.OMISSION, Kind.ADDITION}  # told apart by the column they stand in
    others = [ATTRIBUTES[kind] for kind in Kind if kind not in only_here]
    assert len(set(others)) == len(others)
    assert ATTRIBUTES[Kind.OMISSION] not in others
    assert len({BLOCKS[kind] for kind in Kind}) == len(Kind)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_slight_is_fainter_and_never_bold(theme) -> None:
    palette = palette_of(theme)
    for kind in Kind:
        assert not palette.mark(kind, True).bold
        assert palette.mark(kind, True).underline == palette.mark(kind, False).underline
        assert palette.mark(kind, True).color != palette.mark(kind, False).color


def test_naming_the_workbench_loads_no_framework() -> None:
    code = "import sys, align.tui; sys.exit(any(name in sys.modules for name in ('textual', 'rich', 'numpy', 'yaml')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
