"""Pieces of a text made to fit a line: excerpts round a place, first words, folded paragraphs.

Widths are counted in terminal cells: wide characters (Chinese, Japanese, Korean) take two, combining
marks none.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENS, CLOSES = "»", "«"
"""The signs put round the words in question."""


def cell_width(text: str) -> int:
    """Number of terminal cells a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if character.isascii():
        return 1
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def head(text: str, width: int) -> str:
    """The first words of a text, with "…" where more follows.

    Args:
        text: any text on one line.
        width: greatest number of cells, at least 1.
    """
    if cell_width(text) <= width:
        return text
    room = width - 1
    end = sum(total <= room for total in accumulate(_cells(character) for character in text[: room + 1]))
    space = text.rfind(" ", 0, end + 1)
    return text[: space if space > room // 2 else end].rstrip() + "…"


def excerpt(text: str, start: int, end: int, width: int) -> str:
    """A place in a text with as many words round it as fit, the place itself between » and «.

    Args:
        text: the whole text, on one line.
        start: offset of the first character of the place.
        end: offset after its last character; equal to ``start`` for no place, which gives the first words.
        width: greatest number of cells; a place too long for it is itself shortened in the middle.

    Returns:
        One line. Words are cut nowhere but in a text that has no spaces.
    """
    before, place, after = window(text, start, end, width - 2)
    return f"{before}{OPENS}{place}{CLOSES}{after}" if place else before


def window(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """The three parts of an excerpt: the words before a place, the place, the words after.

    Args:
        text: the whole text, on one line.
        start: offset of the first character of the place.
        end: offset after its last character.
        width: greatest number of cells of the three together.

    Returns:
        The parts, which join without a space between them; the first words, "" and "" for an empty place.
    """
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    if start == end:
        return head(text, width), "", ""
    place = _squeeze(text[start:end], width - 4)
    room = width - cell_width(place) - 4  # "… " at the beginning and " …" at the end
    before = _reach(text, start, -1, room // 2)
    after = _reach(text, end, 1, room - cell_width(text[before:start]))
    before = _reach(text, start, -1, room - cell_width(text[end:after]))
    left = "" if before == 0 else "… "
    right = "" if after == len(text) else " …"
    return f"{left}{text[before:start].lstrip()}", place, f"{text[end:after].rstrip()}{right}"


def _squeeze(place: str, room: int) -> str:
    if cell_width(place) <= room:
        return place
    first = head(place, room - room // 3 - 2)
    rest = place[_reach(place, len(place), -1, room // 3) :].lstrip()
    return f"{first} {rest}" if rest else first


def _reach(text: str, origin: int, step: int, room: int) -> int:
    """How far words that fit into ``room`` cells go from ``origin`` (a boundary), backwards or forwards."""
    at, used = origin, 0
    limit = len(text) if step > 0 else 0
    while at != limit:
        used += _cells(text[at if step > 0 else at - 1])
        if used > room:
            break
        at += step
    if at == limit:
        return at
    if step > 0:
        space = text.rfind(" ", origin, at + 1)
        return space if space >= origin else (at if at - origin > 20 else origin)
    space = text.find(" ", at - 1 if at else 0, origin)
    return space + 1 if space >= 0 else (at if origin - at > 20 else origin)


def fold(text: str, width: int, *, indent: str = "", hanging: str = "") -> Iterator[str]:
    """Breaks a paragraph into lines between words.

    Args:
        text: the paragraph.
        width: greatest number of cells of a line; words longer than that are broken.
        indent: put before the first line.
        hanging: put before each further line.

    Yields:
        The lines; one empty line's worth for an empty text.
    """
    line, used = indent, cell_width(indent)
    fresh = True
    for word in text.split(" "):
        while True:
            needed = cell_width(word) + (0 if fresh else 1)
            if used + needed <= width:
                line, used, fresh = line + ("" if fresh else " ") + word, used + needed, False
                break
            if not fresh:
                yield line.rstrip()
                line, used, fresh = hanging, cell_width(hanging), True
                continue
            room = max(width - used, 2)  # two cells hold any character
            cut = max(1, sum(total <= room for total in accumulate(_cells(c) for c in word[:room])))
            yield line + word[:cut]
            line, used, word = hanging, cell_width(hanging), word[cut:]  # noqa: PLW2901 - the rest of it
    yield line.rstrip()
