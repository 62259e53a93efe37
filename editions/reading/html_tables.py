"""What the rows of an HTML table are: the layout of a page, heads of columns, columns of names, or records."""

from __future__ import annotations

import re
from typing import Final

from editions.reading.cleaning import clean_characters, even_spaces
from editions.reading.html_tree import Node

LONGEST_ITEM: Final = 100
"""Characters of a line that may be one item of a list in a cell; a longer one is prose."""

_CELLS: Final = frozenset(("td", "th"))
_ENDS_SENTENCE: Final = re.compile(r"""[.!?:;,…。！？][\])"'”’»]*\Z""")
_ABBREVIATION: Final = re.compile(r"\s(?:[^\W\d_]\.|[A-Z][^\W\d_]{0,2}\.|(?:[^\W\d_]\.){2,4})\Z")
_WORD: Final = re.compile(r"[^\W_]+")
_DIGIT: Final = re.compile(r"[0-9]")
_BETWEEN: Final = "; "


def arrange_tables(nodes: list[Node]) -> None:
    """Tells what every row of the tables is, in `Node.row`, and parts the items that stand on the lines of a cell.

    "page": its cells hold paragraphs, and are blocks as these are. "heads": it has nothing but heads of columns.
    "names": each cell is a list, or one item, of its own column, as where two delegations stand side by side.
    "record": its cells belong together, as name and value, or speaker and speech, do. "list": so they do, and one
    of them lists items, so that nobody speaks there.

    In a list in a cell the ``<br>`` between two items becomes a semicolon, so that "Mr. Hume<br>Dr. Brown" stays
    two persons.

    Args:
        nodes: every element of the page, parents before their children.
    """
    headed: set[int] = set()
    with_records: set[int] = set()
    by_heads: list[tuple[Node, int]] = []
    for node in nodes:
        if node.tag == "dd" and not node.has_blocks and _is_list(_lines(node)):
            _part_items(node)
        if node.tag != "tr":
            continue
        table = id(_table_of(node))
        cells = [child for child in node.children if isinstance(child, Node) and child.tag in _CELLS]
        if any(cell.has_blocks for cell in cells):
            node.row = "page"
            continue
        lines = [_lines(cell) for cell in cells]
        lists = [_is_list(found) for found in lines]
        for cell, is_list in zip(cells, lists, strict=True):
            if is_list:
                _part_items(cell)
        heads = sum(cell.tag == "th" for cell in cells)
        names = heads == 0 and all(_is_item(line) and not _DIGIT.search(line) for found in lines for line in found)
        if len(cells) < 2:
            node.row = "page"
        elif heads == len(cells):
            node.row = "heads"
            headed.add(table)
        elif names and sum(lists) > 1:
            node.row = "names"
        else:
            node.row = "list" if any(lists) else "record"
            if names and table in headed:
                by_heads.append((node, table))
            else:
                with_records.add(table)
    # Under heads of columns single names stand side by side, unless other rows show that the table has records.
    for row, table in by_heads:
        if table not in with_records:
            row.row = "names"


def _table_of(row: Node) -> Node | None:
    above = row.parent
    while above is not None and above.tag != "table":
        above = above.parent
    return above


def _lines(cell: Node) -> list[str]:
    """The lines of a cell without blocks in it, empty ones left out."""
    lines: list[list[str]] = [[]]
    waiting: list[Node | str] = list(reversed(cell.children))
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            lines[-1].append(found)
        elif found.tag == "br":
            lines.append([])
        else:
            waiting.extend(reversed(found.children))
    texts = (even_spaces(clean_characters("".join(pieces))) for pieces in lines)
    return [text for text in texts if text]


def _is_list(lines: list[str]) -> bool:
    return len(lines) > 1 and all(map(_is_item, lines))


def _is_item(line: str) -> bool:
    """Whether a line is a name, an office, a date or the like: short, no sentence, and its words mostly capitals."""
    if len(line) > LONGEST_ITEM or (_ENDS_SENTENCE.search(line) and not _ABBREVIATION.search(line)):
        return False
    words = _WORD.findall(line)
    small = sum(word[0].islower() for word in words)
    return bool(words) and not words[0][0].islower() and 2 * small <= len(words)


def _part_items(cell: Node) -> None:
    """Puts a sign between the items of a list, where a break stood, and a space for every other break."""
    before = False
    last: tuple[Node, int] | None = None
    waiting = [(cell, place) for place in reversed(range(len(cell.children)))]
    while waiting:
        parent, place = waiting.pop()
        found = parent.children[place]
        if isinstance(found, str):
            if found.strip():
                if before and last is not None:
                    last[0].children[last[1]] = _BETWEEN
                before, last = True, None
        elif found.tag == "br":
            parent.children[place] = " "
            last = last or (parent, place)
        else:
            waiting.extend((found, inner) for inner in reversed(range(len(found.children))))
