"""What two or more texts say of each other: pair their turns, compare the pairs.

The names below are loaded on first use, so that ``import align`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.differences import compare
    from align.errors import AlignError
    from align.model import Alignment, Difference, Kind, Reading, Row, Status, Verdict
    from align.pairing import align_editions

__all__ = [
    "AlignError",
    "Alignment",
    "Difference",
    "Kind",
    "Reading",
    "Row",
    "Status",
    "Verdict",
    "align_editions",
    "compare",
]

__version__ = "0.1.0"

_HOME = {
    "AlignError": "align.errors",
    "align_editions": "align.pairing",
    "compare": "align.differences",
} | dict.fromkeys(("Alignment", "Difference", "Kind", "Reading", "Row", "Status", "Verdict"), "align.model")


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
