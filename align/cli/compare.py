"""``hexapla compare``: the terminal workbench; a text report where there is no terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from align.cli import TROUBLE
from align.cli.arguments import Parser, add_editions, check_inputs
from align.cli.output import is_terminal, line_width, open_output

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from align.workspace import Comparison


def main(argv: Sequence[str]) -> int:
    """Runs the command.

    Args:
        argv: the arguments after "compare".

    Returns:
        0 when the workbench is left, 130 when its loading is stopped; where the text report is printed, 0 for no
        differences and 1 for some.

    Raises:
        AlignError: the arguments or the comparison cannot be worked with.
        EditionError: a file cannot be read.
    """
    parser = Parser(
        "compare",
        "Opens two or more editions side by side in the terminal; prints a text report where there is none.",
        (
            "hexapla compare a.txt b.txt                      read two translations side by side",
            "hexapla compare a.txt b.txt --names names.yaml   the same, knowing who is who",
            "hexapla compare meeting/                         a project folder",
        ),
        status="0 the workbench was left, or no differences; 1 differences; 2 trouble",
    )
    add_editions(parser)
    given = parser.read(argv)
    if given is None:
        return 0
    check_inputs([*given.editions, *filter(None, [given.names])])

    def load(progress: Callable[[str, int, int], None] | None = None) -> Comparison:
        from align.workspace import open_comparison

        return open_comparison(given.editions, names=given.names, base=given.base, progress=progress)

    if _is_workbench():
        from align.tui import run_workbench

        title = " / ".join(path.name for path in given.editions)
        left = run_workbench(load, title=title)
        return TROUBLE if left == 1 else left  # 1 is how a screen says that it failed
    from align.cli.diff import report, status

    with open_output(None) as write:
        found = load()
        write(report(found, "text", width=line_width(None)))
    return status(found)


def _is_workbench() -> bool:
    """Whether there is a terminal to draw on and to read keys from."""
    return is_terminal(sys.stdout) and is_terminal(sys.stdin) and os.environ.get("TERM", "") != "dumb"
