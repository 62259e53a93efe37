"""What one text says: read a file, find its turns, speakers, figures and names.

The names below are loaded on first use, so that ``import editions`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from editions.errors import EditionError
    from editions.model import Block, Edition, Figure, Form, Mentions, NameMention, Speaker, Turn
    from editions.read import read_edition

__all__ = [
    "Block",
    "Edition",
    "EditionError",
    "Figure",
    "Form",
    "Mentions",
    "NameMention",
    "Speaker",
    "Turn",
    "read_edition",
]

_HOME = {
    "EditionError": "editions.errors",
    "read_edition": "editions.read",
} | dict.fromkeys(
    ("Block", "Edition", "Figure", "Form", "Mentions", "NameMention", "Speaker", "Turn"), "editions.model"
)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
