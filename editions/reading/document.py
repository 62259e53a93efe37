"""What a reader hands on: the blocks of one file and what the format itself says of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editions.model import Block


@dataclass(frozen=True, slots=True)
class Source:
    r"""A file read into memory and decoded, before its format is known.

    Attributes:
        path: the file, as the user named it ("-" for standard input).
        text: its characters: newlines are ``\n``, no other control characters, NFC.
        encoding: Python's name of the encoding it was read with.
        limits: what the user should know about the way it was read, as sentences.
    """

    path: str
    text: str
    encoding: str
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file as blocks, before anything is guessed about speakers.

    Attributes:
        path: the file, as the user named it.
        format: "text", "markdown", "html" or "tei".
        encoding: Python's name of the encoding it was read with.
        blocks: every paragraph in file order; ``blocks[i].index == i``.
        title: the title that the format itself marks, or "".
        language: ISO 639 code that the format itself states, or None.
        metadata: front matter or header as strings, lists of strings and mappings of these.
        printed: block index -> its lines as printed, for blocks of more than one line.
        levels: block index -> level of a heading, 1 the highest.
        limits: limits reached while reading, as sentences for the user.
    """

    path: str
    format: str
    encoding: str
    blocks: tuple[Block, ...]
    title: str = ""
    language: str | None = None
    metadata: Mapping[str, object] = field(default_factory=dict)
    printed: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    levels: Mapping[int, int] = field(default_factory=dict)
    limits: tuple[str, ...] = ()
