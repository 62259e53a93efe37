"""File to blocks: one reader a format, all with the same signature; the format is told by content, not by suffix.

`read_blocks` gives a `Document`. A block is, for plain text and Markdown, a run of lines between blank lines;
for HTML and TEI, a paragraph, list item, heading, table row or note. ``block.index`` counts all of them in
file order.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from editions.errors import UnreadableFile
from editions.reading.cleaning import clean_characters
from editions.reading.document import Document, Source
from editions.reading.encoding import decode
from editions.reading.formats import find_format
from editions.reading.source import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MAX_LINES", "MAX_PARAGRAPH", "Document", "Source", "read_blocks", "read_source"]

MAX_LINES: Final = 2_000_000
"""More lines than any edition has; a file with more is something else."""

MAX_PARAGRAPH: Final = 4 * 2**20
"""Characters of the longest block that is read, a few times a long novel; one that is longer was never written to be
read, and would keep everything behind this room busy for minutes."""


def read_blocks(source: str | os.PathLike[str]) -> Document:
    """Reads one file as blocks.

    Args:
        source: the file, or "-" for standard input.

    Returns:
        The document; it has at least one block.

    Raises:
        UnreadableFile: the file cannot be opened, is empty, binary or too large, or has a paragraph that is.
        UndecodableText: no encoding fits its bytes.
        MalformedDocument: it is of a known format and breaks its rules.
    """
    path = os.fspath(source)
    return read_source(read_bytes(path), path)


def read_source(data: bytes, path: str) -> Document:
    """Reads the bytes of one file as blocks; see `read_blocks`."""
    text, encoding, limits = decode(data, path)
    text = clean_characters(text)
    lines = text.count("\n") + 1
    if lines > MAX_LINES:
        raise UnreadableFile(f"has {lines} lines; {MAX_LINES} is the most read", path=path, advice="split it")
    document = _reader(find_format(text))(Source(path, text, encoding, limits))
    if not document.blocks:
        raise UnreadableFile("has no text in it", path=path, advice="give a file with text in it")
    for block in document.blocks:
        if len(block.text) > MAX_PARAGRAPH:
            raise UnreadableFile(
                f"has a paragraph of {len(block.text)} characters; {MAX_PARAGRAPH} is the most read",
                path=path,
                line=block.line,
                advice="divide it with blank lines",
            )
    return document


def _reader(name: str) -> Callable[[Source], Document]:
    if name == "html":
        from editions.reading.html import read_html

        return read_html
    if name == "tei":
        from editions.reading.tei import read_tei

        return read_tei
    if name == "markdown":
        from editions.reading.markdown import read_markdown

        return read_markdown
    from editions.reading.text import read_text

    return read_text
