"""The date of the meeting, from the front matter, the title and the lines about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editions.structure.grammar import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editions.reading import Document

_ISO: Final = re.compile(r"\s*((?:1[0-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?)(?!\d)")
_KEYS: Final = ("date", "meeting_date", "date_of_meeting", "when")
_LONGEST: Final = 400  # characters of a block that tells the date of the meeting


def find_date(document: Document, title: str, front: Iterable[int], language: str) -> str | None:
    """Finds the date of the meeting.

    Args:
        document: its metadata and blocks.
        title: the title.
        front: indices of the blocks before the first turn.
        language: language of dates.

    Returns:
        ISO 8601 as far as the document gives it ("1952-08-20", "1952-08", "1952"), or None. The first full
        date wins; one in the metadata over one in the text.
    """
    for key, value in document.metadata.items():
        if fold(str(key)).replace(" ", "_") in _KEYS and isinstance(value, str):
            if found := _ISO.match(value):
                return found[1]
            if dates := _dates_in(value, language):
                return max(dates, key=len)
    texts = [title, *(document.blocks[index].text for index in front)]
    best = ""
    for text in texts:
        if 0 < len(text) <= _LONGEST:
            for date in _dates_in(text, language):
                if len(date) > len(best):
                    best = date
        if len(best) >= len("1952-08-20"):
            break
    return best or None


def _dates_in(text: str, language: str) -> list[str]:
    from editions.figures import find_figures

    return [figure.iso for figure in find_figures(text, language) if figure.iso and "/" not in figure.iso]
