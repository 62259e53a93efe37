"""A user's rules: what an edition is to be taken for, over every guess.

A YAML file or a mapping with any of these keys::

    language: en               # ISO 639 code of the text
    title: Stalin and Zhou     # title of the document
    date: 1952-08-20           # date of the meeting, ISO 8601
    first_turn: 6              # index of the block that is the first turn
    last_turn: 144             # index of the block that is the last
    headings: [5, 18]          # blocks inside the body that are headings
    not_turns: [44]            # blocks inside the body that are no turns
    speakers:                  # who can speak; a list of names will do
      Zhou Enlai: [Chou, the Premier]
      Mao Zedong: {aliases: [Chairman Mao], present: false}
    turns:                     # who speaks in single blocks; null for nobody
      12: Stalin
      50: {speaker: null, form: note}
      37: {speaker: Zhou Enlai, form: reported, also: [Stalin]}

Blocks are named by their index, counted from 0, as ``hexapla turns FILE --format json`` shows it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from editions.errors import MalformedTable
from editions.model import Form
from editions.reading.encoding import decode
from editions.reading.source import read_bytes
from editions.reading.yaml_text import load_strings

_NOBODY: Final = frozenset(("", "null", "none", "~", "nobody"))
_KEYS: Final = frozenset(
    ("language", "title", "date", "first_turn", "last_turn", "headings", "not_turns", "speakers", "turns")
)

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class GivenSpeaker:
    """A speaker as the rules give him.

    Attributes:
        name: how he is to be called.
        aliases: how else the edition writes him.
        present: whether he can speak.
    """

    name: str
    aliases: tuple[str, ...] = ()
    present: bool = True


@dataclass(frozen=True, slots=True)
class GivenTurn:
    """What the rules say of one block.

    Attributes:
        speaker: name of the speaker, None for nobody.
        form: how the block tells it, or None where that is left to be found.
        also: further speakers.
    """

    speaker: str | None
    form: Form | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """A user's rules, checked. Attributes are the keys of the file."""

    language: str | None = None
    title: str | None = None
    date: str | None = None
    first_turn: int | None = None
    last_turn: int | None = None
    headings: frozenset[int] = frozenset()
    not_turns: frozenset[int] = frozenset()
    speakers: tuple[GivenSpeaker, ...] = ()
    turns: Mapping[int, GivenTurn] = field(default_factory=dict)


def read_rules(rules: str | os.PathLike[str] | Mapping[str, Any] | None) -> Rules:
    """Reads and checks rules.

    Args:
        rules: a YAML file, a mapping, or None for none.

    Returns:
        The rules.

    Raises:
        UnreadableFile: the file cannot be opened.
        MalformedTable: a key is unknown or a value is not what it should be; with the line, if from a file.
    """
    if rules is None:
        return Rules()
    if isinstance(rules, Mapping):
        return _Reader(None, {}).rules(_plain(rules))
    path = os.fspath(rules)
    text, _, _ = decode(read_bytes(path), path)
    placed = load_strings(text, path=path)
    return _Reader(path, placed.lines).rules(placed.value)


class _Reader:
    """Checks values and knows where they stand."""

    def __init__(self, path: str | None, lines: Mapping[Place, int]) -> None:
        self._path = path
        self._lines = lines

    def rules(self, value: Any) -> Rules:
        table = self._mapping(value, ())
        for key in table:
            if key not in _KEYS:
                raise self._error(f"{key!r} is not a rule", (key,), f"use one of {', '.join(sorted(_KEYS))}")
        return Rules(
            language=self._word(table, "language"),
            title=self._word(table, "title"),
            date=self._word(table, "date"),
            first_turn=self._block(table["first_turn"], ("first_turn",)) if "first_turn" in table else None,
            last_turn=self._block(table["last_turn"], ("last_turn",)) if "last_turn" in table else None,
            headings=self._blocks(table, "headings"),
            not_turns=self._blocks(table, "not_turns"),
            speakers=tuple(self._speakers(table.get("speakers", []))),
            turns=self._turns(table.get("turns", {})),
        )

    def _speakers(self, value: Any) -> list[GivenSpeaker]:
        if isinstance(value, list):
            return [GivenSpeaker(self._text(name, ("speakers", place))) for place, name in enumerate(value)]
        speakers = []
        for name, said in self._mapping(value, ("speakers",)).items():
            place: Place = ("speakers", name)
            if isinstance(said, dict):
                for key in said:
                    if key not in ("aliases", "present"):
                        raise self._error(f"{key!r} is not said of a speaker", (*place, key), "use aliases or present")
                present = str(said.get("present", "true")).lower()
                if present not in ("true", "false", "yes", "no"):
                    raise self._error("present must be true or false", (*place, "present"))
                aliases = self._texts(said.get("aliases", []), (*place, "aliases"))
                speakers.append(GivenSpeaker(name, aliases, present in ("true", "yes")))
            else:
                speakers.append(GivenSpeaker(name, self._texts(said, place)))
        return speakers

    def _turns(self, value: Any) -> dict[int, GivenTurn]:
        turns = {}
        for key, said in self._mapping(value, ("turns",)).items():
            place: Place = ("turns", key)
            block = self._block(key, place)
            if not isinstance(said, dict):
                turns[block] = GivenTurn(_speaker(self._text(said, place)))
                continue
            for name in said:
                if name not in ("speaker", "form", "also"):
                    raise self._error(f"{name!r} is not said of a turn", (*place, name), "use speaker, form or also")
            form = said.get("form")
            if form is not None and form not in {known.value for known in Form}:
                known = ", ".join(known.value for known in Form)
                raise self._error(f"{form!r} is not a form", (*place, "form"), f"use one of {known}")
            turns[block] = GivenTurn(
                _speaker(self._text(said.get("speaker", ""), (*place, "speaker"))),
                None if form is None else Form(form),
                self._texts(said.get("also", []), (*place, "also")),
            )
        return turns

    def _mapping(self, value: Any, place: Place) -> dict[str, Any]:
        if value in ("", None):
            return {}
        if not isinstance(value, dict):
            what = f"{place[-1]!r}" if place else "rules"
            raise self._error(f"{what} must be a mapping of keys and values", place)
        return value

    def _word(self, table: Mapping[str, Any], key: str) -> str | None:
        return self._text(table[key], (key,)) if key in table else None

    def _text(self, value: Any, place: Place) -> str:
        if not isinstance(value, str):
            raise self._error(f"{place[-1]!r} must be words", place)
        return value.strip()

    def _texts(self, value: Any, place: Place) -> tuple[str, ...]:
        if isinstance(value, str):
            return (value.strip(),) if value.strip() else ()
        if not isinstance(value, list):
            raise self._error(f"{place[-1]!r} must be a list of words", place)
        return tuple(self._text(item, (*place, number)) for number, item in enumerate(value))

    def _blocks(self, table: Mapping[str, Any], key: str) -> frozenset[int]:
        value = table.get(key, [])
        items = value if isinstance(value, list) else [value]
        return frozenset(self._block(item, (key, number)) for number, item in enumerate(items) if item != "")

    def _block(self, value: Any, place: Place) -> int:
        if not isinstance(value, str) or not value.isascii() or not value.isdigit() or len(value) > 9:
            raise self._error(f"{value!r} is not the index of a block", place, "count blocks from 0")
        return int(value)

    def _error(self, what: str, place: Place, advice: str | None = None) -> MalformedTable:
        line = self._lines.get(place)
        while line is None and place:
            place = place[:-1]
            line = self._lines.get(place)
        return MalformedTable(what, path=self._path or "rules", line=line, advice=advice)


def _speaker(name: str) -> str | None:
    return None if name.lower() in _NOBODY else name


def _plain(value: Any) -> Any:
    """Values of a mapping given in Python as YAML read as strings has them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence | frozenset | set) and not isinstance(value, str):
        return [_plain(item) for item in (sorted(value) if isinstance(value, frozenset | set) else value)]
    if value is None:
        return "null"
    return value.value if isinstance(value, Form) else str(value)
