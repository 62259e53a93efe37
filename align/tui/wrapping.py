"""Breaks a text into lines of a given width in terminal cells; heights and drawing both come from here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator

Piece = tuple[int, int]
"""Offsets of one line of the text: first character, and after the last."""

# Any character that is not known to take exactly one cell, whatever stands beside it. The keycap and dingbat
# characters that a variation selector widens are harmless here, because the selector itself is caught.
_UNEVEN = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218b\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc]"
)

# Scripts written without spaces: a line may end after any of their characters. Hangul has spaces: left out.
_IDEOGRAPHIC = (
    "\u2e80-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uff60\uffe0-\uffe6\U00016fe0-\U00018aff\U0001aff0-\U0001b2ff\U00020000-\U0003fffd"
)
_TRAILING = "(?:[\u0300-\u036f\u3099\u309a\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef])*"
_UNITS = re.compile(f"[{_IDEOGRAPHIC}]{_TRAILING}|[^ {_IDEOGRAPHIC}]+")

# Kinsoku: what may not begin, and what may not end, a line of Chinese or Japanese.
_NEVER_FIRST = frozenset("、。，．：；？！」』）】〉》〕〗〙〛”’…‥ー々・ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?;:)]}%")
_NEVER_LAST = frozenset("「『（【〈《〔〖〘〚“‘([{")


def wrap(text: str, width: int) -> tuple[Piece, ...]:
    """Breaks a text at spaces; a word longer than a line is cut where the line is full.

    Args:
        text: one paragraph, without line ends or control characters.
        width: cells in a line; less than 1 counts as 1.

    Returns:
        The pieces in order, at least one. Nothing but spaces lies between two pieces, before the first and
        after the last. No piece is wider than the width, but for a single character that is wider by itself.
    """
    width = max(1, width)
    if len(text) <= width and _UNEVEN.search(text) is None:
        return _trimmed(text)
    if _UNEVEN.search(text) is None:
        return _wrap_even(text, width)
    return _wrap_uneven(text, width)


def _trimmed(text: str) -> tuple[Piece, ...]:
    end = len(text.rstrip(" "))
    return ((min(end, len(text) - len(text.lstrip(" "))), end),)


def _wrap_even(text: str, width: int) -> tuple[Piece, ...]:
    """The quick way, for text in which each character takes one cell."""
    ((start, end),) = _trimmed(text)
    pieces = []
    rfind = text.rfind
    while end - start > width:
        cut = rfind(" ", start, start + width + 1)
        if cut < 0:
            pieces.append((start, start + width))
            start += width
            continue
        last = cut
        while text[last - 1] == " ":
            last -= 1
        pieces.append((start, last))
        start = cut + 1
        while text[start] == " ":
            start += 1
    pieces.append((start, end))
    return tuple(pieces)


def _wrap_uneven(text: str, width: int) -> tuple[Piece, ...]:
    """The careful way, for wide, combining and joined characters."""
    pieces: list[Piece] = []
    start = end = filled = 0
    for first, last, cells in _words(text):
        gap = first - end if pieces or end else 0
        if end and filled + gap + cells <= width:
            end, filled = last, filled + gap + cells
            continue
        if end:
            pieces.append((start, end))
        start, end, filled = first, last, cells
        if cells > width:
            *full, (start, end, filled) = _cut(text, first, last, width)
            pieces.extend((a, b) for a, b, _ in full)
    pieces.append((start, end))
    return tuple(pieces)


def _words(text: str) -> Iterator[tuple[int, int, int]]:
    """Stretches that want to stay on one line, with their cells."""
    first = last = cells = 0
    for unit in _UNITS.finditer(text):
        begin, end = unit.span()
        joined = last and begin == last and (text[begin] in _NEVER_FIRST or text[last - 1] in _NEVER_LAST)
        if joined:
            last, cells = end, cells + cell_len(unit[0])
            continue
        if last:
            yield first, last, cells
        first, last, cells = begin, end, cell_len(unit[0])
    if last:
        yield first, last, cells


def _cut(text: str, first: int, last: int, width: int) -> list[tuple[int, int, int]]:
    """Cuts a word that is wider than a line, never inside a character and its marks."""
    lines: list[tuple[int, int, int]] = []
    start = end = first
    filled = 0
    for begin, after, cells in split_graphemes(text[first:last])[0]:
        if filled and filled + cells > width:
            lines.append((start, end, filled))
            start, filled = first + begin, 0
        end, filled = first + after, filled + cells
    lines.append((start, end, filled))
    return lines


def is_even(text: str) -> bool:
    """Tells whether each character of a text takes exactly one cell."""
    return _UNEVEN.search(text) is None


def snap(text: str, offset: int) -> int:
    """Moves an offset out of a character and its marks, so that a style can change there.

    Args:
        text: the text.
        offset: any offset in it.

    Returns:
        The same offset, or the next one that does not split what is drawn as one.
    """
    while 0 < offset < len(text) and (text[offset - 1] == "\u200d" or not cell_len(text[offset])):
        offset += 1
    return offset
