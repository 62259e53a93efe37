"""The terminal workbench. Nothing of the framework is loaded before it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.workspace import Comparison, Progress

__all__ = ["run_workbench"]


def run_workbench(load: Callable[[Progress], Comparison], *, title: str) -> int:
    """Opens the workbench, loads in the background, and comes back when the reader leaves.

    Args:
        load: makes the comparison. It runs in a thread of its own and is given a function to call as
            ``progress(stage, done, total)``; that function raises where the reader has stopped the work.
        title: what is being opened, shown while it loads.

    Returns:
        0 where the reader left, 130 where the reader stopped the loading, 1 where the screen itself failed
        (the framework has then written what happened to standard error).

    Raises:
        EditionError: an edition cannot be read; raised by ``load``, as is any other error of it.
        AlignError: the editions cannot be compared.
    """
    from align.tui.app import HexaplaApp

    app = HexaplaApp(load, title)
    app.run()
    if app.error is not None:
        raise app.error
    return app.return_code or 0
