"""YAML as plain strings with their places: ``no``, ``1:30`` and ``017`` stay what is printed, and nothing is built.

Read from the flat stream of events with a stack of our own, so that neither nesting nor aliases can exhaust
anything: aliases and tags are refused, depth and size are bounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from editions.errors import MalformedTable
from editions.reading.cleaning import clean_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 20
MAX_NODES: Final = 200_000

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class PlacedYaml:
    """A YAML document as strings, lists and mappings, and where each part of it stands.

    Attributes:
        value: a string, a list, a mapping with string keys, or "" for an empty document.
        lines: path of keys and list positions -> 1-based line; the empty path is the whole.
    """

    value: Any
    lines: dict[tuple[str | int, ...], int]


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read."""

    path: tuple[str | int, ...]
    value: Any
    key: str | None = None


def load_strings(text: str, *, path: str | None = None, first_line: int = 1) -> PlacedYaml:
    """Reads one YAML document as strings.

    Args:
        text: the document.
        path: the file it stands in, for errors.
        first_line: line of that file on which ``text`` begins.

    Returns:
        Its value and the lines of its parts.

    Raises:
        MalformedTable: it is not YAML, uses aliases or tags, repeats a key, or is too deep or too large.
    """
    try:
        return _build(yaml.parse(text, Loader=_LOADER), path, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + mark.line if mark else None
        raise MalformedTable(
            error.problem or "is not YAML", path=path, line=line, column=mark.column + 1 if mark else None
        ) from None
    except yaml.YAMLError as error:
        raise MalformedTable(" ".join(str(error).split()), path=path, line=first_line) from None


def _build(events: Iterator[Any], path: str | None, first_line: int) -> PlacedYaml:
    lines: dict[tuple[str | int, ...], int] = {}
    opened: list[_Open] = []
    result: Any = ""
    documents = 0
    for event in events:
        line = first_line + event.start_mark.line
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise MalformedTable("holds more than one document", path=path, line=line)
                continue
            case yaml.AliasEvent():
                raise MalformedTable("aliases (*name) are not read", path=path, line=line, advice="write the value out")
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                opened.pop()
                continue
            case yaml.ScalarEvent():
                value: Any = clean_characters(event.value)
            case yaml.SequenceStartEvent():
                value = []
            case yaml.MappingStartEvent():
                value = {}
            case _:
                continue
        if getattr(event, "tag", None):
            raise MalformedTable(f"tags ({event.tag}) are not read", path=path, line=line, advice="leave the tag out")
        holder = opened[-1] if opened else None
        if holder is not None and isinstance(holder.value, dict) and holder.key is None:
            if not isinstance(value, str):
                raise MalformedTable("a key must be a word", path=path, line=line)
            if value in holder.value:
                raise MalformedTable(f"{value!r} stands here twice", path=path, line=line, advice="keep one of them")
            holder.key = value
            continue
        place = _place(holder, value)
        if place is None:
            result, place = value, ()
        lines[place] = line
        if len(lines) > MAX_NODES or len(opened) > MAX_DEPTH:
            raise MalformedTable("is too large or too deep", path=path, line=line, advice="write a simpler file")
        if not isinstance(value, str):
            opened.append(_Open(place, value))
    return PlacedYaml(result, lines)


def _place(holder: _Open | None, value: Any) -> tuple[str | int, ...] | None:
    """Puts a value where it belongs and returns its path; None for the document itself."""
    if holder is None:
        return None
    if isinstance(holder.value, list):
        holder.value.append(value)
        return (*holder.path, len(holder.value) - 1)
    key = holder.key or ""
    holder.value[key] = value
    holder.key = None
    return (*holder.path, key)
