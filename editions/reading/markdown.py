"""Markdown: blocks are runs of lines, as in plain text; markup is taken out of the words, and told of.

Lines are divided as in plain text and only their inline markup is given to markdown-it-py, so that a list
directly under a paragraph stays in its block, and indented lines are not taken for code. A heading line is a
block of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from editions.errors import MalformedTable
from editions.model import Block, Role
from editions.reading.cleaning import clean_characters, even_spaces, join_lines, sets_dashes_tight
from editions.reading.document import Document, Source
from editions.reading.marked_label import find_marked_label
from editions.reading.paragraphs import Run, find_runs
from editions.reading.signed_note import is_signed_note
from editions.reading.text import is_rule
from editions.reading.yaml_text import load_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt

MAX_INLINE: Final = 100_000
"""Characters of one block whose markup is looked at; a longer one is no paragraph."""

_FENCE = re.compile(r"---[ \t]*\Z")
_FENCE_END = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")
_KEY = re.compile(r"[\w.-][\w. -]{0,60}:(?:\s|\Z)")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]+|\Z)")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*\Z")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-+)[ \t]*\Z")
_OPENING = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?")
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_NUMBER = re.compile(r"\d{1,4}[.)] +")
_MARKUP = re.compile(r"[*_`\[\]<>\\&!~]")
_SIMPLE_BOLD = re.compile(r"\*\*([^*_`\[\]<>\\&!~]+)\*\*([^*_`\[\]<>\\&!~]*)\Z")
_SENTENCE_END = re.compile(r"""(?:[.:;,!?…)\]。！？]|—|--)["'”’»*_]{0,3}\Z""")
_BOLD_TAG = re.compile(r"<(/?)(?:b|strong)\b", re.IGNORECASE)
_MAX_FRONT_LINES = 500


@dataclass(slots=True)
class _Growing:
    """A document while it is read."""

    blocks: list[Block] = field(default_factory=list)
    printed: dict[int, tuple[str, ...]] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    limits: list[str] = field(default_factory=list)


def read_markdown(source: Source) -> Document:
    """Reads Markdown, with or without YAML front matter.

    Args:
        source: the decoded file.

    Returns:
        Its blocks without markup: headings, rules and note texts have their role, bold speakers are labels.
        Front matter is one block and `Document.metadata`; where it is not YAML, `Document.limits` says so.
    """
    lines = source.text.split("\n")
    growing = _Growing(limits=list(source.limits))
    metadata, start = _read_front_matter(lines, source.path, growing)
    tight = sets_dashes_tight(source.text)
    for run in find_runs(lines[start:], first_line=start + 1):
        for part in _parts(run):
            _add(part, growing, tight)
    title = metadata.get("title")
    if not isinstance(title, str):
        title = next((block.text for block in growing.blocks if growing.levels.get(block.index) == 1), "")
    language = metadata.get("lang") or metadata.get("language")
    return Document(
        source.path,
        "markdown",
        source.encoding,
        tuple(growing.blocks),
        title=title,
        language=language if isinstance(language, str) else None,
        metadata=metadata,
        printed=growing.printed,
        levels=growing.levels,
        limits=tuple(growing.limits),
    )


def has_front_matter(lines: list[str]) -> bool:
    """Whether lines begin with YAML between two lines of dashes."""
    return _front_matter_end(lines) > 0


def _front_matter_end(lines: list[str]) -> int:
    if not lines or not _FENCE.match(lines[0]):
        return 0
    first = next((line for line in lines[1:] if line.strip() and not line.startswith("#")), "")
    if not _KEY.match(first):
        return 0
    ends = (number for number, line in enumerate(lines[1:_MAX_FRONT_LINES], 1) if _FENCE_END.match(line))
    return next(ends, 0)


def _read_front_matter(lines: list[str], path: str, growing: _Growing) -> tuple[dict[str, Any], int]:
    end = _front_matter_end(lines)
    if not end:
        return {}, 0
    growing.blocks.append(Block(0, 1, even_spaces(" ".join(lines[: end + 1])), Role.METADATA))
    growing.printed[0] = tuple(lines[: end + 1])
    try:
        value = load_strings("\n".join(lines[1:end]), path=path, first_line=2).value
    except MalformedTable as error:
        growing.limits.append(f"The front matter was left unread: {error}.")
        return {}, end + 1
    return (value if isinstance(value, dict) else {}), end + 1


def _parts(run: Run) -> Iterator[Run]:
    """A heading line stands alone, whatever touches it."""
    start = 0
    for number, line in enumerate(run.lines):
        if _HEADING.match(line):
            if number > start:
                yield Run(run.line + start, run.lines[start:number])
            yield Run(run.line + number, (line,))
            start = number + 1
    if start < len(run.lines):
        yield Run(run.line + start, run.lines[start:])


def _add(run: Run, growing: _Growing, tight: bool) -> None:
    index = len(growing.blocks)
    label: tuple[str, int] | None = None
    role, level, lines = _role_of(run.lines)
    if role is Role.RULE:
        growing.blocks.append(Block(index, run.line, even_spaces(run.lines[0]), role))
        return
    raw = join_lines([_OPENING.sub("", line, count=1).removesuffix("\\") for line in lines], tight_dash=tight)
    note = _NOTE.match(raw)
    if note:
        role, raw = Role.NOTE, f"[{note[1]}] {raw[note.end() :]}"
    number = _NUMBER.match(raw)
    start = number.end() if number else 0
    if len(raw) > MAX_INLINE:
        growing.limits.append(f"The block on line {run.line} is too long to look for markup in it.")
        text, marked = raw, ""
    else:
        text, marked = _without_markup(raw[start:])
        label = find_marked_label(marked, text) if role is Role.TEXT else None
        text = raw[:start] + text
    text = text.strip() or even_spaces(" ".join(run.lines))
    whole = bool(marked) and even_spaces(marked) == text
    if role is Role.TEXT and label is None and is_signed_note(text, marked=whole):
        role = Role.NOTE
    elif role is Role.TEXT and label is None and whole and _is_short_title(text):
        role, level = Role.HEADING, 6
    growing.blocks.append(Block(index, run.line, text, role, *((label[0], label[1] + start) if label else (None, 0))))
    if level:
        growing.levels[index] = level
    if len(run.lines) > 1:
        growing.printed[index] = tuple(line.strip() for line in run.lines)


def _role_of(lines: tuple[str, ...]) -> tuple[Role, int, tuple[str, ...]]:
    if heading := _HEADING.match(lines[0]):
        return Role.HEADING, len(heading[1]), (_HEADING_END.sub("", lines[0][heading.end() :]),)
    if len(lines) == 2 and (underline := _UNDERLINE.match(lines[1])):
        return Role.HEADING, 1 if underline[1][0] == "=" else 2, lines[:1]
    if len(lines) == 1 and is_rule(lines[0].strip()):
        return Role.RULE, 0, lines
    return Role.TEXT, 0, lines


def _is_short_title(text: str) -> bool:
    """Whether a block may be a heading: it is short, and does not end like a sentence."""
    return len(text) <= 80 and not _SENTENCE_END.search(text)


def _without_markup(raw: str) -> tuple[str, str]:
    """The words of a block, and those at its head that are set in bold or italics."""
    if not _MARKUP.search(raw):
        return raw, ""
    if simple := _SIMPLE_BOLD.match(raw):
        return even_spaces(simple[1] + simple[2]), simple[1]
    words: list[str] = []
    marked: list[str] = []
    at_head, depth = True, 0
    for token in _inline(_NOTE_MARK.sub(r"[\1]", raw)):
        kind = token.type
        if kind in ("strong_open", "em_open"):
            depth += 1
        elif kind in ("strong_close", "em_close"):
            depth -= 1
        elif kind == "html_inline":
            if tag := _BOLD_TAG.match(token.content):
                depth += -1 if tag[1] else 1
            elif token.content.lower().startswith("<br"):
                words.append(" ")
        elif kind in ("text", "code_inline", "softbreak", "hardbreak", "image", "text_special"):
            content = token.content or " "
            words.append(content)
            at_head = at_head and (depth > 0 or not content.strip())
            if at_head:
                marked.append(content)
    # Entities may stand for controls, so what is read is cleaned once more.
    return even_spaces(clean_characters("".join(words))), clean_characters("".join(marked))


def _inline(text: str) -> list[Any]:
    tokens = _parser().parseInline(text)
    return tokens[0].children or [] if tokens else []


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Links are only taken out of the text, so none needs to be checked or completed.
    return MarkdownIt("commonmark", {"maxNesting": 20})
