"""The place of a reader in a comparison, and every way of moving it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from align.review.filters import Filter, is_slight, shown_differences, shown_in_row, visible_rows
from align.review.search import Search, Searcher
from align.review.signs import needs_a_look

if TYPE_CHECKING:
    from align.model import Difference, Row
    from align.workspace import Comparison


class Reader:
    """A cursor over the rows of a comparison, with a filter and a search.

    Every move keeps the cursor on a row that is drawn. A move that leads nowhere changes nothing and answers
    False.

    Attributes:
        comparison: what is read.
        shown: the filter.
        visible: indices of the rows that are drawn, rising.
        differences: (row index, difference) of all that pass the filter, in reading order.
        serious: how many of them are more than slight.
        row: index of the row under the cursor; -1 where no row is drawn.
        edition: 0-based column under the cursor.
        difference: place in ``differences`` of the one under the cursor, or None.
        search: the search in force, or None.
        hit: 0-based number of the hit under the cursor, or None.
    """

    def __init__(self, comparison: Comparison, shown: Filter | None = None) -> None:
        self.comparison = comparison
        self.edition = 0
        self.row = 0 if comparison.rows else -1
        self.difference: int | None = None
        self.search: Search | None = None
        self.hit: int | None = None
        self._searcher = Searcher(comparison)
        self.shown = shown or Filter()
        self._apply(self.shown)

    # what is under the cursor

    @property
    def current_row(self) -> Row | None:
        """The row under the cursor, or None where no row is drawn."""
        return self.comparison.rows[self.row] if self.row >= 0 else None

    @property
    def current_difference(self) -> Difference | None:
        """The difference under the cursor, or None."""
        return None if self.difference is None else self.differences[self.difference][1]

    @property
    def in_current_row(self) -> tuple[Difference, ...]:
        """The differences shown in the row under the cursor."""
        return shown_in_row(self.comparison, self.row, self.shown) if self.row >= 0 else ()

    # filter

    def set_filter(self, shown: Filter) -> None:
        """Shows other differences; the cursor stays, or goes to the next row that is still drawn."""
        before = self.current_difference
        self._apply(shown)
        if before is not None:
            first = bisect_left(self._rows_of_differences, self.row)
            last = bisect_right(self._rows_of_differences, self.row)
            self.difference = next((i for i in range(first, last) if self.differences[i][1] is before), None)
        if self.search is not None:
            self.search_for(self.search.query, keep=True)

    def _apply(self, shown: Filter) -> None:
        self.shown = shown
        self.visible = visible_rows(self.comparison, shown)
        self.differences = shown_differences(self.comparison, shown)
        self.serious = sum(not is_slight(difference) for _, difference in self.differences)
        self._rows_of_differences = [row for row, _ in self.differences]
        self.difference = None
        self.row = self._nearest(max(0, self.row))

    def _nearest(self, row: int) -> int:
        if not self.visible:
            return -1
        return self.visible[min(bisect_left(self.visible, row), len(self.visible) - 1)]

    # rows and columns

    @property
    def place(self) -> int:
        """0-based place of the cursor among the rows that are drawn; -1 where none is."""
        return bisect_left(self.visible, self.row) if self.row >= 0 else -1

    def _to(self, row: int) -> bool:
        moved = row != self.row
        if moved:
            self.row, self.difference, self.hit = row, None, None
        return moved

    def move(self, rows: int) -> bool:
        """Moves by a number of drawn rows, up where it is negative; stops at the ends."""
        if not self.visible:
            return False
        return self._to(self.visible[max(0, min(len(self.visible) - 1, self.place + rows))])

    def to_row(self, row: int) -> bool:
        """Moves to a row, or to the next drawn row after it."""
        return bool(self.visible) and self._to(self._nearest(row))

    def to_first(self) -> bool:
        """Moves to the first row drawn."""
        return self.to_row(0)

    def to_last(self) -> bool:
        """Moves to the last row drawn."""
        return self.to_row(len(self.comparison.rows))

    def to_edition(self, edition: int) -> bool:
        """Moves to a column; stops at the outer ones."""
        edition = max(0, min(len(self.comparison.editions) - 1, edition))
        moved, self.edition = edition != self.edition, edition
        return moved

    # differences

    def step_difference(self, forward: bool = True) -> bool:
        """Moves to the next or the previous difference shown; it may lie in the same row."""
        if self.difference is not None:
            target = self.difference + (1 if forward else -1)
        elif forward:
            target = bisect_left(self._rows_of_differences, self.row)
        else:
            target = bisect_left(self._rows_of_differences, self.row) - 1
        if not 0 <= target < len(self.differences):
            return False
        self.row, self.difference, self.hit = self.differences[target][0], target, None
        return True

    def to_difference(self, id_: str) -> bool:
        """Moves to a difference by its id; False where it is not shown."""
        for place, (row, difference) in enumerate(self.differences):
            if difference.id == id_:
                self.row, self.difference, self.hit = row, place, None
                return True
        return False

    # pairings that need a look

    def step_doubtful(self, forward: bool = True) -> bool:
        """Moves to the next or the previous drawn row whose pairing needs a look."""
        rows, editions = self.comparison.rows, len(self.comparison.editions)
        place = self.place
        candidates = self.visible[place + 1 :] if forward else tuple(reversed(self.visible[: max(0, place)]))
        for row in candidates:
            if needs_a_look(rows[row], editions):
                return self._to(row)
        return False

    # search

    def search_for(self, query: str, *, origin: int | None = None, keep: bool = False) -> None:
        """Searches the drawn rows and moves to the first hit at or after a row.

        Args:
            query: what was typed; an empty query ends the search and leaves the cursor.
            origin: row to search from; the cursor's by default.
            keep: whether the cursor stays where it is.
        """
        self.hit = None
        self.search = self._searcher.search(query, self.visible) if query else None
        if self.search is None or not len(self.search) or keep:
            return
        self._to_hit(self.search.before(self.row if origin is None else origin) % len(self.search))

    def step_hit(self, forward: bool = True) -> bool | None:
        """Moves to the next or the previous hit, round the end.

        Returns:
            False where nothing is found, None where the search began again at the other end, else True.
        """
        if self.search is None or not len(self.search):
            return False
        total = len(self.search)
        if self.hit is None:
            # Coming back to a search from another row: forward goes on from the cursor, back from above it.
            before = self.search.before(self.row)
            target = before if forward else before - 1
        else:
            target = self.hit + (1 if forward else -1)
        self._to_hit(target % total)
        return True if 0 <= target < total else None

    def _to_hit(self, number: int) -> None:
        if self.search is None:
            return
        row, turn, _, _ = self.search.hit(number)
        self.row, self.difference, self.hit = row, None, number
        self.edition = next(i for i, edition in enumerate(self.comparison.editions) if edition.siglum == turn.siglum)

    # going to a named place

    def go_to(self, reference: str) -> str:
        """Moves to a row ("12", "r12"), a turn ("A12") or a difference ("d12").

        Args:
            reference: what was typed; case does not matter.

        Returns:
            What happened, in words, or "" where there is nothing to say. A row that the filter left out is
            shown by lifting the filter on rows.
        """
        wanted = reference.strip()
        if not wanted:
            return ""
        found = self._find(wanted)
        if found is None:
            return f"There is no row, turn or difference “{wanted[:40]}”."
        row, turn = found
        said = ""
        if row not in self.visible:
            self.set_filter(replace(self.shown, only_rows=False))
            said = "All rows are shown again, because the filter had left this one out."
        self._to(row)
        if turn is not None:
            siglum = self.comparison.turns[turn].siglum
            self.edition = next(i for i, e in enumerate(self.comparison.editions) if e.siglum == siglum)
        elif self._is_difference(wanted) and not self.to_difference(wanted.lower()):
            said = f"The filter leaves {wanted.lower()} out; this is its row."
        return said

    def _is_difference(self, wanted: str) -> bool:
        return any(difference.id == wanted.lower() for difference in self.comparison.differences)

    def _find(self, wanted: str) -> tuple[int, str | None] | None:
        rows = self.comparison.rows
        number = int(wanted) if re.fullmatch("[0-9]{1,9}", wanted) else 0
        if 1 <= number <= len(rows):
            return number - 1, None
        # As typed first: with four editions "D12" is a turn and "d12" a difference.
        for same in (str.__eq__, lambda a, b: a.lower() == b.lower()):
            for index, row in enumerate(rows):
                if same(row.id, wanted):
                    return index, None
                for turn in (turn for turns in row.turns.values() for turn in turns):
                    if same(turn, wanted):
                        return index, turn
            for difference in self.comparison.differences:
                if same(difference.id, wanted):
                    return next(i for i, row in enumerate(rows) if row.id == difference.row), None
        return None
