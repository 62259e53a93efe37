"""Which differences and which rows the reader wants to see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.model import Kind, Verdict

if TYPE_CHECKING:
    from align.model import Difference
    from align.workspace import Comparison

KINDS: tuple[Kind, ...] = tuple(Kind)
"""The kinds in the order of the keys 1 to 8."""

SLIGHT: frozenset[Verdict] = frozenset(
    {
        Verdict.EQUAL,
        Verdict.OTHER_FORM,
        Verdict.WITHIN_ROUNDING,
        Verdict.SAME,
        Verdict.VARIANT,
        Verdict.REWORDED,
    }
)
"""Verdicts under which the editions still say the same thing."""


def is_slight(difference: Difference) -> bool:
    """Tells whether the readings, though not alike, say the same thing."""
    return difference.verdict in SLIGHT


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown.

    Attributes:
        kinds: kinds of difference that are marked, counted and visited.
        serious: whether slight verdicts (other form, variant, reworded) are left out.
        only_rows: whether rows without a shown difference are left out.
    """

    kinds: frozenset[Kind] = frozenset(KINDS)
    serious: bool = False
    only_rows: bool = False

    def shows(self, difference: Difference) -> bool:
        """Tells whether a difference passes."""
        return difference.kind in self.kinds and not (self.serious and difference.verdict in SLIGHT)

    def toggled(self, kind: Kind) -> Filter:
        """Returns the filter with one kind put in or taken out."""
        return replace(self, kinds=self.kinds ^ {kind})

    @property
    def is_open(self) -> bool:
        """Whether nothing is left out."""
        return self == Filter()

    def in_words(self) -> str:
        """Says what is shown ("figure, name · serious only"); "everything" for an open filter."""
        parts = []
        if not self.kinds:
            parts.append("no kind")
        elif len(self.kinds) > len(KINDS) // 2:
            if missing := [kind.value for kind in KINDS if kind not in self.kinds]:
                parts.append(f"all but {', '.join(missing)}")
        else:
            parts.append(", ".join(kind.value for kind in KINDS if kind in self.kinds))
        if self.serious:
            parts.append("serious only")
        if self.only_rows:
            parts.append("rows with differences")
        return " · ".join(parts) or "everything"


def shown_in_row(comparison: Comparison, row: int, shown: Filter) -> tuple[Difference, ...]:
    """Lists the differences of one row that pass.

    Args:
        comparison: what is read.
        row: 0-based index of the row.
        shown: the filter.

    Returns:
        The differences, in the order of the text.
    """
    found = comparison.in_row.get(comparison.rows[row].id, ())
    return tuple(difference for difference in found if shown.shows(difference))


def visible_rows(comparison: Comparison, shown: Filter) -> tuple[int, ...]:
    """Lists the rows that are drawn.

    Args:
        comparison: what is read.
        shown: the filter.

    Returns:
        0-based indices of rows, rising.
    """
    if not shown.only_rows:
        return tuple(range(len(comparison.rows)))
    return tuple(
        index
        for index, row in enumerate(comparison.rows)
        if any(shown.shows(difference) for difference in comparison.in_row.get(row.id, ()))
    )


def shown_differences(comparison: Comparison, shown: Filter) -> tuple[tuple[int, Difference], ...]:
    """Lists every difference that passes, with the 0-based index of its row, in the order of the rows."""
    return tuple(
        (index, difference)
        for index, row in enumerate(comparison.rows)
        for difference in comparison.in_row.get(row.id, ())
        if shown.shows(difference)
    )


def counts_by_kind(comparison: Comparison, *, serious: bool = False) -> dict[Kind, int]:
    """Counts the differences of each kind, whatever kinds are switched off.

    Args:
        comparison: what is read.
        serious: whether slight verdicts are left out.

    Returns:
        Kind -> count, for every kind, 0 included.
    """
    counts = dict.fromkeys(KINDS, 0)
    for difference in comparison.differences:
        if not (serious and difference.verdict in SLIGHT):
            counts[difference.kind] += 1
    return counts
