"""YAML read as text only, each value with its line and column; no types, no aliases, bounded depth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from editions.errors import MalformedTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

_DEEPEST = 12
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(NamedTuple):
    """A place in a file, both counts from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A value and its place.

    Attributes:
        value: text, a list of values, or a mapping: key -> (place of the key, value).
        mark: where it begins.
    """

    value: str | list[Marked] | dict[str, tuple[Mark, Marked]]
    mark: Mark


def read_marked(text: str, path: str | PathLike[str]) -> Marked | None:
    """Reads one YAML document.

    Args:
        text: the document.
        path: named in errors.

    Returns:
        The tree, or None for an empty document.

    Raises:
        MalformedTable: it is not YAML, has anchors, a key twice, a second document, or is nested too deep.
    """
    try:
        events = iter(yaml.parse(text, Loader=_LOADER))
        found = _document(events, path)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "is not YAML"
        raise MalformedTable(
            " ".join(str(what).split()),
            path=path,
            line=None if mark is None else mark.line + 1,
            column=None if mark is None else mark.column + 1,
        ) from error
    except ValueError as error:  # control characters that YAML forbids, met by the reader
        raise MalformedTable(" ".join(str(error).split()), path=path) from error
    return found


def _document(events: Iterator[Any], path: str | PathLike[str]) -> Marked | None:
    root: Marked | None = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _fault("a second document begins here", event, path)
        elif isinstance(event, (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent, yaml.AliasEvent)):
            root = _node(event, events, path, 0)
    return None if root is None or root.value == "" else root


def _node(event: Any, events: Iterator[Any], path: str | PathLike[str], depth: int) -> Marked:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _fault("anchors and aliases are not read; write the value out", event, path)
    if depth > _DEEPEST:
        raise _fault("nested too deep", event, path)
    mark = _mark(event)
    if isinstance(event, yaml.ScalarEvent):
        return Marked(event.value, mark)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Marked] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_node(event, events, path, depth + 1))
        return Marked(items, mark)
    fields: dict[str, tuple[Mark, Marked]] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise _fault("a key must be plain text", event, path)
        if event.value in fields:
            raise _fault(f"the key {event.value!r} stands twice", event, path)
        key = event.value
        fields[key] = (_mark(event), _node(next(events), events, path, depth + 1))
    return Marked(fields, mark)


def _fault(what: str, event: Any, path: str | PathLike[str]) -> MalformedTable:
    line, column = _mark(event)
    return MalformedTable(what, path=path, line=line, column=column)


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
