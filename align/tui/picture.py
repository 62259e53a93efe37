"""Draws the workbench into an SVG file, for documents: ``python -m align.tui.picture OUT.svg A B [--size 120x36]``."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import AlignError
from editions.errors import EditionError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from align.workspace import Comparison


async def draw(load: Callable[[], Comparison], *, width: int, height: int, theme: str, keys: Sequence[str]) -> str:
    """Opens the workbench in memory, presses keys and draws the screen.

    Args:
        load: makes the comparison.
        width: cells.
        height: lines.
        theme: "dark" or "light".
        keys: keys to press, as the framework names them ("n", "slash", "ctrl+g").

    Returns:
        The SVG; the same comparison and arguments give the same text.

    Raises:
        EditionError: an edition cannot be read.
        AlignError: the editions cannot be compared.
    """
    from align.tui.app import HexaplaApp
    from align.tui.themes import DARK, LIGHT
    from align.tui.workbench import Workbench

    comparison = load()
    app = HexaplaApp(lambda _progress: comparison, "Hexapla")
    app.theme = LIGHT if theme == "light" else DARK
    async with app.run_test(size=(width, height)) as pilot:
        while not isinstance(app.screen, Workbench):
            await pilot.pause(0.01)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        svg = app.export_screenshot(title="Hexapla", simplify=True)
    # The framework numbers its classes from the object's address; a fixed number makes the picture reproducible,
    # and without the reference to a font on the web it needs nothing but itself.
    svg = re.sub(r"terminal-\d+", "terminal-1", svg)
    return re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command.

    Args:
        argv: the arguments; those of the process by default.

    Returns:
        0, or 2 where an edition cannot be read or the picture cannot be written.
    """
    from align.workspace import open_comparison

    parser = argparse.ArgumentParser(prog="python -m align.tui.picture", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT.svg")
    parser.add_argument("editions", type=Path, nargs="+", metavar="EDITION")
    parser.add_argument("--names", type=Path, help="authority file")
    parser.add_argument("--size", default="120x36", metavar="WIDTHxHEIGHT")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    parser.add_argument("--keys", default="", metavar="KEY,KEY…", help="keys to press first")
    given = parser.parse_args(argv)
    size = re.fullmatch(r"([0-9]{1,3})x([0-9]{1,3})", given.size)
    if size is None:
        parser.error(f"not a size: {given.size}")
    try:
        svg = asyncio.run(
            draw(
                lambda: open_comparison(given.editions, names=given.names),
                width=int(size[1]),
                height=int(size[2]),
                theme=given.theme,
                keys=[key for key in given.keys.split(",") if key],
            )
        )
        given.out.write_text(svg, "utf-8")
    except (EditionError, AlignError, OSError) as error:
        print(f"picture: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
