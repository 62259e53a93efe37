"""Where the reader stands, in one line; and what to say where there is nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.review.filters import KINDS, counts_by_kind

if TYPE_CHECKING:
    from align.model import Row
    from align.review.reader import Reader
    from align.workspace import Comparison


def standing(reader: Reader) -> tuple[str, ...]:
    """Says the reader's place in parts that a status line joins.

    Args:
        reader: the reader.

    Returns:
        "row 12/139", "difference 5/88", and filter and search where there are any.
    """
    rows, total = len(reader.visible), len(reader.comparison.rows)
    parts = [f"row {reader.row + 1:,}/{total:,}" if reader.row >= 0 else f"none of {total:,} rows shown"]
    if 0 < rows != total:
        parts[0] += f" ({rows:,} shown)"
    count = len(reader.differences)
    if reader.difference is not None:
        parts.append(f"difference {reader.difference + 1:,}/{count:,}")
    else:
        slightly = f" ({reader.serious:,} serious)" if reader.serious != count else ""
        parts.append(f"{count:,} difference{'' if count == 1 else 's'}{slightly}")
    if reader.search is not None:
        parts.append(f"search {search_in_words(reader)}")
    if not reader.shown.is_open:
        parts.append(f"filter: {reader.shown.in_words()}")
    return tuple(parts)


def search_in_words(reader: Reader) -> str:
    """Says how far a search is ("3/7", "none", "3/7, 2 more in hidden rows")."""
    search = reader.search
    if search is None:
        return ""
    total = len(search)
    said = "none" if not total else f"{'–' if reader.hit is None else f'{reader.hit + 1:,}'}/{total:,}"
    return f"{said}, {search.hidden:,} more in hidden rows" if search.hidden else said


def nothing_to_show(reader: Reader) -> str:
    """Says why no row is drawn, or "" where there is one."""
    comparison = reader.comparison
    if not comparison.rows:
        return "The editions have no turns: there is nothing to set side by side."
    if reader.visible:
        return ""
    if not comparison.differences:
        return "No differences: the editions agree in every row. Press o to see the rows."
    if not reader.shown.kinds:
        return "Every kind of difference is switched off. Press 0 to see all kinds, o to see all rows."
    counts = counts_by_kind(comparison, serious=reader.shown.serious)
    others = [f"{counts[kind]:,} {kind.value}" for kind in KINDS if counts[kind]]
    wanted = ", ".join(kind.value for kind in KINDS if kind in reader.shown.kinds)
    there = f" There are others: {', '.join(others)}." if others else ""
    only = " that are more than slight" if reader.shown.serious else ""
    if len(reader.shown.kinds) == len(KINDS):
        return f"No differences{only}. Press 9 to see slight ones too, o to see all rows."
    advice = "Press f to choose, 0 for all kinds, o for all rows."
    return f"No differences of these kinds{only}: {wanted}.{there} {advice}"


def row_as_text(row: Row, comparison: Comparison) -> str:
    """Writes a row as plain text, one turn a paragraph ("A12, line 31, Zhou Enlai: …").

    Args:
        row: the row.
        comparison: where it is.

    Returns:
        The text, ending in a line end.
    """
    lines = []
    for edition in comparison.editions:
        turns = row.turns.get(edition.siglum, ())
        for turn in (comparison.turns[id_] for id_ in turns):
            speaker = f", {turn.speaker}" if turn.speaker else ""
            lines.append(f"{turn.id}, {edition.path} line {turn.line}{speaker}: {turn.text}")
        if not turns:
            lines.append(f"{edition.siglum}: — not in {edition.siglum} —")
    return "\n\n".join(lines) + "\n"
