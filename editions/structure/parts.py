"""Where the body of a document begins and ends, and which of its blocks are headings or notes."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editions.model import Role
from editions.structure import shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editions.model import Block
    from editions.reading import Document
    from editions.structure.grammar import Grammar

_LOOKS_AHEAD: Final = 3  # blocks behind the first speech among which data about the document would be odd
_TITLE_BLOCKS: Final = 15
_MOST_FRONT: Final = 80  # blocks that data about the document fill at most


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a document, as indices of blocks; each block is in exactly one of the first four.

    Attributes:
        front: before the first turn.
        headings: headings and cut marks inside the body.
        turns: the turns, notes and stage directions that stand alone among them.
        back: behind the last turn.
        notes: texts of numbered notes, wherever they stand.
    """

    front: tuple[int, ...]
    headings: tuple[int, ...]
    turns: tuple[int, ...]
    back: tuple[int, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """What is known of single blocks before the document is divided.

    Attributes:
        speaking: indices of the blocks whose speaker is told, in order.
        tells: the same as a set.
        lists: indices of the blocks that list participants.
        bare: indices of the blocks that are nothing but a label over the next one.
        title: index of the block that is the title, or None.
        first: index of the first turn, where the user says so.
        last: index of the last turn, where the user says so.
        headings: indices that the user says are headings.
        not_turns: indices that the user says are no turns.
    """

    speaking: tuple[int, ...]
    tells: frozenset[int]
    lists: frozenset[int] = frozenset()
    bare: frozenset[int] = frozenset()
    title: int | None = None
    first: int | None = None
    last: int | None = None
    headings: frozenset[int] = frozenset()
    not_turns: frozenset[int] = frozenset()


def divide(document: Document, cues: Cues, grammar: Grammar) -> Parts:
    """Divides a document.

    Args:
        document: its blocks.
        cues: what is known of them.
        grammar: the words of data, signatures and notes.

    Returns:
        The parts. A document in which nobody is said to speak is nearly all turns.
    """
    blocks = document.blocks
    styles = [shapes.heading_style(block, document.levels.get(block.index, 0), grammar) for block in blocks]
    start = cues.first if cues.first is not None else _find_start(blocks, styles, cues, grammar)
    items = _items(blocks, styles, start, cues)
    end = cues.last + 1 if cues.last is not None else _find_end(blocks, styles, start, items, cues, grammar)
    end = max(end, min(start + 1, len(blocks)))
    in_body = Counter(styles[index] for index in range(start, end) if index not in cues.tells and styles[index])
    if cues.first is None:
        start = _take_in_headings(blocks, styles, start, in_body, cues, grammar)
    headings: list[int] = []
    turns: list[int] = []
    for index in range(start, end):
        if index in cues.headings or index in cues.not_turns or index in cues.bare:
            headings.append(index)
        elif index in cues.tells or index in items:
            turns.append(index)
        elif _is_heading(blocks, styles, index, in_body, cues, grammar):
            headings.append(index)
        else:
            turns.append(index)
    heads = set(headings)
    below = next(
        (index for index in range(end, len(blocks)) if blocks[index].text.casefold().strip(" .:") in grammar.notes),
        len(blocks),
    )
    notes = [
        block.index
        for block in blocks
        if block.index not in cues.tells
        and block.index not in heads
        and (end <= block.index or shapes.is_aside(block) or block.text.startswith("["))
        and shapes.is_note_text(block.text, loose=block.index > below)
    ]
    return Parts(tuple(range(start)), tuple(headings), tuple(turns), tuple(range(end, len(blocks))), tuple(notes))


def _items(blocks: Sequence[Block], styles: Sequence[str], start: int, cues: Cues) -> frozenset[int]:
    """The items of lists inside a speech: the blocks behind one that ends with a colon."""
    found: set[int] = set()
    for index in range(start + 1, len(blocks)):
        opened = blocks[index - 1].text.endswith((":", "："))
        if index in cues.tells or not (opened or index - 1 in found):
            continue
        # A reader may have taken the marks off: "The mill" behind a colon, "The road" behind "The mill".
        bare = styles[index] == "title" and (opened or styles[index - 1] == "title")
        if shapes.is_item(blocks[index]) or bare:
            found.add(index)
    return frozenset(found)


def _find_start(blocks: Sequence[Block], styles: Sequence[str], cues: Cues, grammar: Grammar) -> int:
    def is_data(index: int) -> bool:
        block = blocks[index]
        return (
            block.role is Role.METADATA
            or index in cues.lists
            or shapes.is_data_line(block.text, grammar)
            or shapes.is_date_line(block.text)
            or (index < _TITLE_BLOCKS and shapes.is_title_like(block.text, grammar))
        )

    if not cues.speaking:
        return _start_without_speakers(blocks, styles, is_data, grammar)
    start = cues.speaking[0]
    for index in cues.speaking:
        if index > _MOST_FRONT and index != cues.speaking[0]:
            break
        ahead = range(index + 1, min(len(blocks), index + 1 + _LOOKS_AHEAD))
        data = [other for other in ahead if other not in cues.tells and is_data(other)]
        # A summary or a title that names the speakers comes before such data, a speech does not.
        if not data or sum(other in cues.tells for other in ahead) > 1:
            start = index
            break
    while start - 1 in cues.bare:
        start -= 1
    before = range(start)
    # Prose alone is no front matter: the text begins in the middle of a speech.
    if not any(is_data(index) or styles[index] or shapes.is_aside(blocks[index]) for index in before):
        return 0
    return start


def _start_without_speakers(
    blocks: Sequence[Block], styles: Sequence[str], is_data: Callable[[int], bool], grammar: Grammar
) -> int:
    start = 0
    for index, block in enumerate(blocks[:_MOST_FRONT]):
        strong = styles[index] not in ("", "title", "number") or block.role in (Role.METADATA, Role.RULE)
        titled = index == 0 and styles[0] == "title" and len(blocks) > 2
        titled = titled and shapes.is_in_title_case(block.text, grammar)
        if strong or is_data(index) or titled:
            start = index + 1
        else:
            break
    return start if start < len(blocks) else 0


def _find_end(
    blocks: Sequence[Block], styles: Sequence[str], start: int, items: frozenset[int], cues: Cues, grammar: Grammar
) -> int:
    speaking = cues.speaking
    count = len(blocks)
    if not speaking:
        return _end_without_speakers(blocks, styles, start, grammar)
    last = speaking[-1]
    allowed = max(2, len(speaking) // 20)
    for index in range(speaking[max(0, len(speaking) - 1 - allowed)] + 1, last):
        # A signature behind which hardly anybody speaks ends the body: what follows tells of the document.
        if index not in cues.tells and shapes.is_closing(blocks[index].text, grammar):
            last = speaking[bisect_left(speaking, index) - 1]
            break
    end = last + 1
    while end < count and (end in items or not _ends_body(blocks, styles, end, grammar)):
        end += 1
    return end


def _ends_body(blocks: Sequence[Block], styles: Sequence[str], index: int, grammar: Grammar) -> bool:
    block = blocks[index]
    if block.role in (Role.RULE, Role.HEADING, Role.METADATA) or shapes.is_closing(block.text, grammar):
        return True
    if shapes.is_note_text(block.text) or styles[index] or shapes.is_signature(block.text, grammar):
        return True
    if shapes.is_aside(block):
        # A stage direction may end a play; a note on the edition stands behind it.
        return len(block.text) > 120 or shapes.is_editorial(block.text, grammar)
    return shapes.is_data_line(block.text, grammar) or shapes.is_editorial(block.text[:120], grammar)


def _end_without_speakers(blocks: Sequence[Block], styles: Sequence[str], start: int, grammar: Grammar) -> int:
    """Without speakers only plain words of an ending, with nothing but notes or data behind them, are back matter."""
    for index in range(max(start + 1, len(blocks) - _MOST_FRONT), len(blocks)):
        block = blocks[index]
        heads = block.role in (Role.HEADING, Role.RULE) or styles[index] == "caps"
        if heads and block.text.casefold().strip(" .:") in grammar.notes:
            return index
        if block.role is Role.RULE and len(blocks) - index <= 4:
            return index
    end = len(blocks)
    while end > start + 1 and blocks[end - 1].role is Role.NOTE and shapes.is_note_text(blocks[end - 1].text):
        end -= 1
    return end


def _take_in_headings(
    blocks: Sequence[Block], styles: Sequence[str], start: int, in_body: Counter[str], cues: Cues, grammar: Grammar
) -> int:
    """A heading right above the first turn belongs to the body, if it is like the headings there."""
    taken = start
    numbers = (shapes.number_of(block.text) for block in blocks[start:] if styles[block.index] == "number")
    second = next(numbers, None) if in_body["number"] > 1 else None
    while start > 0 and start - 1 != cues.title:
        # "1. Grain" right below the list of those present is no item of it if "2. Railways" follows further down.
        first = styles[start - 1] == "number" and shapes.number_of(blocks[start - 1].text)
        if start - 1 in cues.lists and not (first and second == first + 1):
            break
        start -= 1
        style = styles[start]
        like = in_body[style] > 0 or style in ("roman", "word") or (style[:1] == "h" and style not in ("", "h1"))
        if style and like and (style != "title" or in_body[style] > 1):
            taken = start
        elif not shapes.is_aside(blocks[start]) and not shapes.is_direction(blocks[start].text, grammar):
            break
    return taken


def _is_heading(
    blocks: Sequence[Block],
    styles: Sequence[str],
    index: int,
    in_body: Counter[str],
    cues: Cues,
    grammar: Grammar,
) -> bool:
    block = blocks[index]
    if block.role in (Role.HEADING, Role.METADATA) or shapes.is_cut(block):
        return True
    style = styles[index]
    if style in ("roman", "word", "caps"):
        return True
    if not cues.speaking:
        return False
    if shapes.is_data_line(block.text, grammar):
        return True
    # A short line without a full stop is a heading where nearly every other block tells its speaker, and
    # where speech was finished before it.
    dense = 10 * len(cues.speaking) >= 6 * len(blocks)
    ended = index == 0 or blocks[index - 1].text[-1] in '.!?…"”’)]' or bool(styles[index - 1])
    followed = index + 1 < len(blocks) and (index + 1 in cues.tells or bool(styles[index + 1]))
    if style == "number":
        return followed and ended and in_body["number"] > 1
    return style == "title" and dense and ended and followed and block.text.casefold() not in grammar.not_labels
