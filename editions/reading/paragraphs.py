"""Lines to paragraphs: where plain text and Markdown begin a new block.

A block is a run of lines between blank lines. Only where a file hardly uses blank lines are its runs divided
further: at lines that open with a recurring label, at indented lines, or at every line where each line is a
paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A line that may open with a speaker: up to five words before a colon, or capitals before a full stop or a
# wide space.
_CAPITALS = r"[^\W\d_a-z]{2}[^\Wa-z_ ]*(?:[ .'’-][^\Wa-z_ ]+){0,4}"
_LABEL = re.compile(
    r"[ \t]*(?:[-*>][ \t]+)?[*_]{0,3}"
    rf"((?=[^\W_])[^:：\n]{{1,48}}(?=[:：])|{_CAPITALS}(?=\.)|{_CAPITALS}(?=\t| {{2}}))"
    r"[:：.]?[*_]{0,3}[ \t]*\S"
)
_SENTENCE_END = re.compile(r"""[.!?…:;)\]"'”’»。！？]\s*\Z""")
_INDENT = re.compile(r"(?:\t| {2,})\S")


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that belong to one block.

    Attributes:
        line: 1-based number of the first line.
        lines: the lines, as printed.
    """

    line: int
    lines: tuple[str, ...]


def find_runs(lines: Sequence[str], first_line: int = 1) -> list[Run]:
    """Divides lines into blocks.

    Args:
        lines: the lines of a file, or of the rest of one.
        first_line: number of the first of them.

    Returns:
        The blocks, in order; every line that is not blank is in exactly one.
    """
    runs = list(_between_blank_lines(lines, first_line))
    sizes = [sum(map(len, run.lines)) for run in runs]
    whole = sum(sizes)
    by_label = _label_openings(runs)
    if 2 * sum(size for run, size in zip(runs, sizes, strict=True) if run.line in by_label) >= whole:
        return [part for run in runs for part in _cut(run, by_label.get(run.line, ()))]
    for index, (run, size) in enumerate(zip(runs, sizes, strict=True)):
        if 2 * size >= whole and len(run.lines) > 2:
            runs[index : index + 1] = _cut(run, openings_by_layout(run.lines, alone=len(runs) == 1))
            break
    return runs


def _between_blank_lines(lines: Sequence[str], first_line: int) -> Iterable[Run]:
    start: int | None = None
    for number, line in enumerate(lines):
        if line.strip():
            start = number if start is None else start
        elif start is not None:
            yield Run(first_line + start, tuple(lines[start:number]))
            start = None
    if start is not None:
        yield Run(first_line + start, tuple(lines[start:]))


def _label_openings(runs: Sequence[Run]) -> dict[int, list[int]]:
    """Runs in which several lines open with a label that recurs in the file: line of the run -> offsets to cut at."""
    found = [
        (run.line, offset, match[1].strip().casefold())
        for run in runs
        if len(run.lines) > 1
        for offset, line in enumerate(run.lines)
        if (match := _LABEL.match(line)) and len(match[1].split()) <= 5
    ]
    often = Counter(label for _, _, label in found)
    openings: dict[int, list[int]] = {}
    for line, offset, label in found:
        if often[label] > 1:
            openings.setdefault(line, []).append(offset)
    return {line: offsets for line, offsets in openings.items() if len(offsets) > 1}


def openings_by_layout(lines: Sequence[str], *, alone: bool) -> list[int]:
    """Tells where paragraphs begin inside lines that no blank line divides.

    Args:
        lines: two or more lines.
        alone: whether they are the whole of a file.

    Returns:
        Offsets of the lines that begin a paragraph; empty where the lines are one paragraph, hard-wrapped.
    """
    ended = sum(bool(_SENTENCE_END.search(line[-8:])) for line in lines)
    longest = max(map(len, lines))
    # Long lines that end where sentences end are paragraphs; so are short ones where a file has no blank line
    # at all.
    if ended >= 0.75 * len(lines) and (longest > 120 or (alone and ended >= 0.9 * len(lines))):
        return list(range(len(lines)))
    indented = [number for number, line in enumerate(lines) if _INDENT.match(line)]
    if longest >= 50 and 0 < len(indented) <= 0.4 * len(lines):
        return indented
    return []


def _cut(run: Run, offsets: Sequence[int]) -> list[Run]:
    edges = sorted({0, *offsets, len(run.lines)})
    return [Run(run.line + start, run.lines[start:end]) for start, end in pairwise(edges)]
