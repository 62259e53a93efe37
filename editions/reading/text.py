"""Plain text: blocks are runs of lines, hard wraps undone."""

from __future__ import annotations

from editions.model import Block, Role
from editions.reading.cleaning import join_lines, sets_dashes_tight
from editions.reading.document import Document, Source
from editions.reading.paragraphs import find_runs


def read_text(source: Source) -> Document:
    """Reads plain text.

    Args:
        source: the decoded file.

    Returns:
        Its blocks. A line of dashes, stars or the like is a `Role.RULE`; nothing else is marked.
    """
    tight = sets_dashes_tight(source.text)
    blocks: list[Block] = []
    printed: dict[int, tuple[str, ...]] = {}
    for index, run in enumerate(find_runs(source.text.split("\n"))):
        text = join_lines(run.lines, tight_dash=tight)
        blocks.append(Block(index, run.line, text, Role.RULE if is_rule(text) else Role.TEXT))
        if len(run.lines) > 1:
            printed[index] = tuple(line.strip() for line in run.lines)
    return Document(source.path, "text", source.encoding, tuple(blocks), printed=printed, limits=source.limits)


def is_rule(text: str) -> bool:
    """Whether a block is a line of signs that parts one section from the next ("* * *", "-----")."""
    return len(text) >= 3 and not text.strip("-–—_=*~#•· \t")
