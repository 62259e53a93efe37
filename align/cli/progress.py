"""One line on the terminal that says what is being done; nothing where nobody is watching."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from align.cli.output import is_terminal
from align.reports.excerpts import head
from align.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = 1.0  # seconds during which nothing is said
_CLEAR = "\r\x1b[K"


@contextmanager
def shown_progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """Shows progress on standard error while the work lasts, if that is a terminal and the work is long.

    Yields:
        A function ``progress(stage, done, total)``, or None where nobody would see it.
    """
    if not is_terminal(sys.stderr):
        yield None
        return
    begun = monotonic()
    said = False

    def tell(stage: str, done: int, total: int) -> None:
        nonlocal said
        if monotonic() - begun >= _PATIENCE:
            said = True
            share = f" {done} of {total}" if total else ""
            sys.stderr.write(f"{_CLEAR}{head(printable(stage), 60)}{share}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if said:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
