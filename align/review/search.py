"""Searching the turns without regard to case, diacritics or the shape of quotes and dashes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.workspace import Comparison
    from editions.model import Turn

# Combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic; those of Indic scripts and kana make another
# letter and stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060\ufeff]"
)
# What a keyboard does not have: apostrophes of Wade–Giles, quotes, dashes, odd spaces.
_PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02bb\u02bf\u02be\u0060\u00b4\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\t\n", " ")
)


def fold(text: str) -> str:
    """Reduces a text to what is compared: no case, no diacritics, plain quotes, dashes and spaces.

    Args:
        text: any text.

    Returns:
        The folded text; it may be shorter or longer than the text.
    """
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", text.casefold().translate(_PLAIN)))


def find(text: str, folded_query: str) -> tuple[tuple[int, int], ...]:
    """Finds every occurrence, none overlapping another.

    Args:
        text: the text as printed.
        folded_query: what is sought, folded, not empty.

    Returns:
        Offsets in the text as printed: first character, and after the last (its diacritics included).
    """
    if text.isascii():
        folded = text.lower()
        origin: Sequence[int] = range(len(text))
    else:
        pieces = [fold(character) for character in text]
        folded = "".join(pieces)
        origin = [index for index, piece in enumerate(pieces) for _ in piece]
    hits: list[tuple[int, int]] = []
    at = folded.find(folded_query)
    while at >= 0:
        end = at + len(folded_query)
        start, last = origin[at], origin[end - 1] + 1
        while last < len(text) and _MARKS.match(text, last):
            last += 1
        if not hits or start >= hits[-1][1]:
            hits.append((start, last))
        at = folded.find(folded_query, end)
    return tuple(hits)


@dataclass(frozen=True, slots=True)
class Search:
    """Where a query occurs in the rows that are drawn.

    Attributes:
        query: what was typed.
        folded: the query, folded.
        places: (row, turn) of each turn with a hit, in reading order; the row is its 0-based index.
        totals: number of hits up to and including each place.
        hidden: number of hits in rows that the filter leaves out.
    """

    query: str
    folded: str
    places: tuple[tuple[int, Turn], ...]
    totals: tuple[int, ...]
    hidden: int = 0

    def __len__(self) -> int:
        """Number of hits in the rows that are drawn."""
        return self.totals[-1] if self.totals else 0

    def hit(self, number: int) -> tuple[int, Turn, int, int]:
        """Finds one hit.

        Args:
            number: 0-based number of the hit.

        Returns:
            Row index, turn, and offsets of the hit in the text of the turn.

        Raises:
            IndexError: there is no such hit.
        """
        if not 0 <= number < len(self):
            raise IndexError(number)
        place = bisect_left(self.totals, number + 1)
        row, turn = self.places[place]
        before = self.totals[place - 1] if place else 0
        found = find(turn.text, self.folded)
        # Counting and finding fold alike but for marks out of canonical order; never fail for those.
        start, end = found[min(number - before, len(found) - 1)] if found else (0, 0)
        return row, turn, start, end

    def before(self, row: int) -> int:
        """Number of hits in the rows before a row."""
        place = bisect_left(self.places, row, key=lambda place: place[0])
        return self.totals[place - 1] if place else 0


class Searcher:
    """Searches the turns of one comparison; folds each turn once, when first asked."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._folded: Mapping[str, str] | None = None

    def search(self, query: str, visible: Sequence[int]) -> Search:
        """Looks for a query in every turn.

        Args:
            query: what was typed; nothing is found for a query that folds to nothing.
            visible: indices of the rows that are drawn, rising.

        Returns:
            The hits in reading order: by row, then by edition, then by turn.
        """
        folded = fold(query)
        if not folded:
            return Search(query, "", (), ())
        comparison = self._comparison
        if self._folded is None:
            self._folded = {turn.id: fold(turn.text) for turn in comparison.turns.values()}
        drawn = set(visible)
        sigla = [edition.siglum for edition in comparison.editions]
        places, counts, hidden = [], [], 0
        for index, row in enumerate(comparison.rows):
            for siglum in sigla:
                for turn in row.turns.get(siglum, ()):
                    if folded not in self._folded[turn]:
                        continue
                    count = self._folded[turn].count(folded)
                    if index in drawn:
                        places.append((index, comparison.turns[turn]))
                        counts.append(count)
                    else:
                        hidden += count
        return Search(query, folded, tuple(places), tuple(accumulate(counts)), hidden)
