"""HTML: a saved page of a digital archive, as the blocks of its document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from editions.model import Block, Role
from editions.reading.cleaning import clean_characters, even_spaces
from editions.reading.document import Document, Source
from editions.reading.html_tables import arrange_tables
from editions.reading.html_tree import BLOCKS, HEADINGS, Node, Page, parse_page, text_of, walk
from editions.reading.marked_label import find_marked_label
from editions.reading.paragraphs import find_runs, openings_by_layout
from editions.reading.signed_note import is_signed_note
from editions.reading.text import is_rule

_BOLD: Final = frozenset(("b", "strong", "em", "i", "u"))
_BOLD_NAMED: Final = re.compile(r"(?:^|[\s_-])(?:speaker|persname|interlocutor|bold)(?=$|[\s_-])", re.IGNORECASE)
_BOLD_STYLE: Final = re.compile(r"font-weight:\s*(?:bold|[6-9]00)|font-variant:\s*small-caps", re.IGNORECASE)
_MARK: Final = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡a-z])[\])]?\s*\Z")
_BACK_LINK: Final = re.compile(r"\s*(?:↑|↩︎?|⏎|\^|\[?back\]?)\s*\Z", re.IGNORECASE)
_OPENS_WITH_MARK: Final = re.compile(r"[\[(]?\d{1,3}[\]).:\s]|[*†‡]")
_MEASURE: Final = re.compile(r"\d|(?:^|[\sckdm])m\Z")
_SITE: Final = re.compile(r"\s+(?:\||::|»|–|—|-)\s+")
_CELL: Final = "\x1f"

Piece = tuple[str, bool]  # characters, and whether they are set in marked type


@dataclass(slots=True)
class _Writer:
    """Blocks while they are written: pieces are gathered line by line until a block ends."""

    blocks: list[Block] = field(default_factory=list)
    printed: dict[int, tuple[str, ...]] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    lines: list[tuple[int, list[Piece]]] = field(default_factory=lambda: [(1, [])])
    marked: int = 0
    notes: int = 0
    as_printed: int = 0
    counted: dict[int, int] = field(default_factory=dict)

    def write(self, text: str) -> None:
        """Adds characters to the line that is being gathered."""
        self.lines[-1][1].append((text, self.marked > 0))

    def new_line(self, line: int) -> None:
        """Begins another line of the same block."""
        self.lines.append((line, []))

    def end(self, line: int, role: Role = Role.TEXT, level: int = 0, *, speech: bool = True) -> None:
        """Ends the block: paragraphs parted by empty lines, or by lines that each name a speaker, are several."""
        gathered, self.lines = self.lines, [(line, [])]
        part: list[tuple[int, list[Piece]]] = []
        for place, pieces in [*gathered, (line, [])]:
            if any(text.strip(" \t\n\x1f") for text, _ in pieces):
                part.append((place, pieces))
            elif part:
                for group in _divide(part):
                    self._add(group, Role.NOTE if self.notes and role is Role.TEXT else role, level, speech)
                part = []

    def _add(self, part: list[tuple[int, list[Piece]]], role: Role, level: int, speech: bool) -> None:
        # Entities may stand for controls, so what is read is cleaned once more.
        cells = " ".join(_plain(pieces) for _, pieces in part).split(_CELL)
        cells = [cell for cell in (even_spaces(clean_characters(cell)) for cell in cells) if cell]
        if not cells:
            return
        index = len(self.blocks)
        label, label_end = None, 0
        text = " | ".join(cells)
        if role is Role.TEXT and is_rule(text):
            role = Role.RULE
        elif role is Role.TEXT and len(cells) == 2 and _names_a_row(cells[0]):
            head = cells[0].rstrip(" .:")
            text = f"{head}: {cells[1]}"
            label, label_end = (head, len(head) + 2) if speech else (None, 0)
        elif role is Role.TEXT and len(cells) == 1:
            label, label_end = find_marked_label(clean_characters(_marked_head(part[0][1])), text) or (
                None,
                0,
            )
            if label is None and is_signed_note(text, marked=_is_marked_whole(part)):
                role = Role.NOTE
        self.blocks.append(Block(index, part[0][0], text, role, label, label_end))
        if level:
            self.levels[index] = level
        if len(part) > 1:
            self.printed[index] = tuple(even_spaces(clean_characters(_plain(pieces))) for _, pieces in part)


def read_html(source: Source) -> Document:
    """Reads a saved page.

    Args:
        source: the decoded file.

    Returns:
        The blocks of the document in it: paragraphs, list items, headings, table rows and notes; the
        navigation, header, footer and other furniture of the site are left out.

    Raises:
        MalformedDocument: elements are nested absurdly deep.
    """
    page = parse_page(source.text, source.path)
    arrange_tables(list(walk(page.body)))
    writer = _Writer()
    title = _title_of(page)
    _write(page.body, writer)
    if title and not any(block.text == title for block in writer.blocks[:20]):
        line = next((line for text, line in page.headings if text == title), 0)
        if line:
            first = Block(0, line, title, Role.HEADING)
            writer.blocks = [first, *(_moved(block) for block in writer.blocks)]
            writer.printed = {index + 1: lines for index, lines in writer.printed.items()}
            writer.levels = {0: 1} | {index + 1: level for index, level in writer.levels.items()}
    return Document(
        source.path,
        "html",
        source.encoding,
        tuple(writer.blocks),
        title=title,
        language=page.language,
        metadata={},
        printed=writer.printed,
        levels=writer.levels,
        limits=source.limits,
    )


def _moved(block: Block) -> Block:
    return Block(block.index + 1, block.line, block.text, block.role, block.label, block.label_end)


def _title_of(page: Page) -> str:
    """The heading that ``<title>`` repeats, or the only one; else ``<title>`` without the name of the site."""
    whole = even_spaces(clean_characters(page.title))
    for text, _ in page.headings:
        if text and (len(page.headings) == 1 or text.casefold() in whole.casefold()):
            return text
    if whole:
        return _SITE.split(whole)[0]
    return page.headings[0][0] if page.headings else ""


def _write(top: Node, writer: _Writer) -> None:
    waiting: list[tuple[Node | str, bool, bool]] = [(top, True, False)]
    while waiting:
        found, entering, marked = waiting.pop()
        if isinstance(found, str):
            _write_text(found, writer)
        elif not entering:
            writer.marked -= marked
            _leave(found, writer)
        elif (mark := _note_mark(found, writer)) is not None:
            writer.write(mark)
        else:
            marked = found.tag not in BLOCKS and _is_marked(found)
            _enter(found, writer)
            writer.marked += marked
            waiting.append((found, False, marked))
            waiting.extend((child, True, False) for child in reversed(found.children))


def _write_text(text: str, writer: _Writer) -> None:
    """Writes a piece of text; the ends of its lines count only inside ``pre``."""
    if not writer.as_printed:
        writer.write(text.replace("\n", " "))
        return
    line = writer.lines[-1][0]
    for number, part in enumerate(text.split("\n")):
        if number:
            writer.new_line(line + number)
        writer.write(part)


def _enter(node: Node, writer: _Writer) -> None:
    if node.tag == "br":
        writer.new_line(node.line)
    elif node.tag in BLOCKS and not _is_cell_of_data(node):
        writer.end(node.line)
        writer.notes += node.is_note
        writer.as_printed += node.tag == "pre"
        if node.tag == "hr":
            writer.write("---")
            writer.end(node.line, Role.RULE)
        elif node.tag == "li" and writer.notes and not _OPENS_WITH_MARK.match(text_of(node)):
            parent = id(node.parent)
            writer.counted[parent] = writer.counted.get(parent, 0) + 1
            writer.write(f"[{writer.counted[parent]}] ")


def _leave(node: Node, writer: _Writer) -> None:
    if node.tag in BLOCKS and not _is_cell_of_data(node):
        if node.tag in HEADINGS:
            writer.end(node.line, Role.HEADING, int(node.tag[1]))
        elif node.row == "heads":
            writer.end(node.line, Role.METADATA)
        elif node.row == "list":
            writer.end(node.line, speech=False)
        else:
            writer.end(node.line)
        writer.notes -= node.is_note
        writer.as_printed -= node.tag == "pre"
    elif node.tag in ("td", "th"):
        writer.write(_CELL)


def _note_mark(node: Node, writer: _Writer) -> str | None:
    """What is printed for a reference to a note ("[3]") or a link back from one (""); None for anything else."""
    linked = node.tag == "a" and (node.attributes.get("href") or "").startswith("#")
    if node.tag != "sup" and not linked:
        return None
    text = text_of(node)
    if linked and writer.notes and _BACK_LINK.match(text):
        return ""
    mark = _MARK.match(text)
    if mark is None:
        return None
    before = writer.lines[-1][1][-1][0][-2:] if writer.lines[-1][1] else ""
    if not linked and node.links == 0 and _MEASURE.search(before):
        return None  # m², 10³
    return f"[{mark[1]}]"


def _is_cell_of_data(node: Node) -> bool:
    """A cell of a row that is one block; the cells of a row that lays out paragraphs or names are blocks themselves."""
    return node.tag in ("td", "th") and node.parent is not None and node.parent.row in ("record", "list", "heads")


def _is_marked(node: Node) -> bool:
    return (
        node.tag in _BOLD
        or bool(_BOLD_NAMED.search(node.attributes.get("class") or ""))
        or bool(_BOLD_STYLE.search(node.attributes.get("style") or ""))
    )


def _names_a_row(cell: str) -> bool:
    return len(cell) <= 40 and cell.count(" ") < 5 and any(char.isalpha() for char in cell)


def _plain(pieces: list[Piece]) -> str:
    return "".join(text for text, _ in pieces)


def _marked_head(pieces: list[Piece]) -> str:
    head: list[str] = []
    for text, marked in pieces:
        if not marked and text.strip():
            break
        head.append(text)
    return "".join(head)


def _is_marked_whole(part: list[tuple[int, list[Piece]]]) -> bool:
    return all(marked or not text.strip() for _, pieces in part for text, marked in pieces)


def _divide(part: list[tuple[int, list[Piece]]]) -> list[list[tuple[int, list[Piece]]]]:
    """Divides lines parted by single breaks where they are paragraphs, or each name a speaker in marked type."""
    if len(part) < 2:
        return [part]
    texts = [even_spaces(_plain(pieces)) for _, pieces in part]
    cuts = [
        number
        for number, (text, (_, pieces)) in enumerate(zip(texts, part, strict=True))
        if find_marked_label(_marked_head(pieces), text)
    ]
    if len(cuts) < 2:
        cuts = openings_by_layout(texts, alone=False) or [run.line - 1 for run in find_runs(texts)]
    edges = sorted({0, *cuts, len(part)})
    return [part[start:end] for start, end in pairwise(edges)]
