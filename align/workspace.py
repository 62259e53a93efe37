"""From files to one consistent view: read, pair, compare. Every report and screen starts here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from align.errors import UnusableInput
from align.model import Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from align.model import Alignment, Difference, Row
    from align.project import EditionEntry
    from editions.model import Edition, Turn

Progress = Callable[[str, int, int], None]
"""Called as ``progress(stage, done, total)``; raising from it stops the work."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One consistent view of editions, rows and differences; what reports and the workbench show.

    Attributes:
        alignment: the editions and their rows.
        differences: every difference, in the order of the rows.
        turns: turn id -> turn, over all editions.
        in_row: row id -> its differences.
        summary: counts: "rows", "paired", "moved", "unpaired", and "differences": kind -> verdict -> count.
    """

    alignment: Alignment
    differences: tuple[Difference, ...]
    turns: Mapping[str, Turn]
    in_row: Mapping[str, tuple[Difference, ...]]
    summary: Mapping[str, object]

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions, in the order given."""
        return self.alignment.editions

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows, in the order of the base edition."""
        return self.alignment.rows

    @property
    def limits(self) -> tuple[str, ...]:
        """Every limit reached, in reading or in pairing."""
        read = tuple(limit for edition in self.editions for limit in edition.limits)
        return read + self.alignment.limits


def view(alignment: Alignment, differences: Sequence[Difference]) -> Comparison:
    """Indexes an alignment and its differences for showing.

    Args:
        alignment: editions and rows.
        differences: the differences found in them, in the order of the rows.

    Returns:
        The view; the same input gives an equal view.
    """
    in_row: dict[str, list[Difference]] = {row.id: [] for row in alignment.rows}
    counts: dict[str, dict[str, int]] = {}
    for difference in differences:
        in_row[difference.row].append(difference)
        by_verdict = counts.setdefault(difference.kind.value, {})
        by_verdict[difference.verdict.value] = by_verdict.get(difference.verdict.value, 0) + 1
    rows = alignment.rows
    summary: dict[str, object] = {
        "rows": len(rows),
        "paired": sum(len(row.turns) > 1 for row in rows),
        "unpaired": sum(len(row.turns) == 1 for row in rows),
        "moved": sum(row.moved for row in rows),
        "differences": {
            kind.value: {verdict.value: counts[kind][verdict] for verdict in Verdict if verdict in counts[kind]}
            for kind in Kind
            if kind in counts
        },
    }
    return Comparison(
        alignment=alignment,
        differences=tuple(differences),
        turns={turn.id: turn for edition in alignment.editions for turn in edition.turns},
        in_row={row: tuple(found) for row, found in in_row.items()},
        summary=summary,
    )


def open_comparison(
    paths: Sequence[Path],
    *,
    names: Path | None = None,
    base: str | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Reads the editions, pairs their turns and compares the pairs.

    Args:
        paths: two or more files, called A, B, C… in this order, or one project folder.
        names: an authority file; a project's own is used where none is given.
        base: siglum of the base edition; the project's, or the first, by default.
        progress: told of each stage; what it raises stops the work.

    Returns:
        The finished view.

    Raises:
        EditionError: a file cannot be read.
        AlignError: the files cannot be compared.
    """
    from align.differences import compare
    from align.pairing import align_editions
    from editions.names.authority import load_authority
    from editions.read import read_edition

    entries, own_names, own_base = _entries(paths)
    names = names or own_names
    authority = None if names is None else load_authority(names)
    read: list[Edition] = []
    for done, entry in enumerate(entries):
        if progress is not None:
            progress(f"reading {entry.path}", done, len(entries))
        read.append(read_edition(entry.path, siglum=entry.siglum, language=entry.language, rules=entry.rules))
    alignment = align_editions(read, base=base or own_base, authority=authority, progress=progress)
    return view(alignment, compare(alignment, progress=progress))


def _entries(paths: Sequence[Path]) -> tuple[tuple[EditionEntry, ...], Path | None, str | None]:
    from align.project import EditionEntry, is_project, read_project

    if len(paths) == 1 and paths[0].is_dir():
        project = read_project(paths[0])
        return project.editions, project.names, project.base
    if len(paths) < 2:
        raise UnusableInput(
            "one file cannot be compared",
            path=paths[0] if paths else None,
            advice="give two or more editions, or a project folder",
        )
    if len(paths) > len(ascii_uppercase):
        raise UnusableInput(f"{len(paths)} editions are too many", advice=f"give up to {len(ascii_uppercase)}")
    for path in paths:
        if is_project(path):
            raise UnusableInput("is a project folder", path=path, advice="open it alone")
    sigla = ascii_uppercase
    return tuple(EditionEntry(sigla[at], path) for at, path in enumerate(paths)), None, None
