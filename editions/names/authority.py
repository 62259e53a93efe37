"""The authority file: which spellings name one entity, and which never do.

The file is YAML, meant to be read, edited by hand and merged by git; every scalar is text (``no`` and ``1:30`` too)::

    version: 1
    entities:
    - id: zhou-enlai
      kind: person
      preferred: Zhou Enlai
      tag: zh-Latn-pinyin
      variants:
      - {text: Chou En-lai, tag: zh-Latn-wadegile}
      - {text: Чжоу Эньлай, tag: zh-Cyrl-x-pallad}
      wikidata: Q17410
      note: Premier of the State Council
      source: list of persons present
    never:
    - {a: hungary, b: romania, note: two states}

``id`` and ``preferred`` are needed; ``kind`` is person, place, organisation or unknown. A ``tag`` is a BCP 47
language tag of the spelling, with private subtags for what has no registered one (``zh-Latn-x-postal``). A pair under
``never`` names two ids or two spellings that must not be proposed as one. Keys not listed here are an error: a slip
of the pen must not silently lose a decision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from editions.errors import MalformedTable, UnreadableFile
from editions.model import NameKind
from editions.names.marked_yaml import Mark, Marked, read_marked
from editions.names.romanization.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

MOST_BYTES = 16_000_000
MOST_FORMS = 200_000
_ID = re.compile(r"[^\s,{}\[\]]{1,100}\Z")
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,10}\Z")
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}\Z")
_ENTITY_KEYS = frozenset(("id", "kind", "preferred", "tag", "variants", "wikidata", "note", "source"))
_VARIANT_KEYS = frozenset(("text", "tag", "note"))
_NEVER_KEYS = frozenset(("a", "b", "note"))
_FILE_KEYS = frozenset(("version", "entities", "never"))


@dataclass(frozen=True, slots=True)
class Variant:
    """One spelling of an entity.

    Attributes:
        text: the spelling, as printed.
        tag: BCP 47 tag of its language, script and romanization, or "".
    """

    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place or organisation.

    Attributes:
        id: name of the entry in the file ("zhou-enlai").
        kind: what it is.
        preferred: the form reports use.
        variants: the other spellings.
        tag: BCP 47 tag of the preferred form, or "".
        wikidata: "Q17410", or None.
        note: for the reader, or "".
        source: where the entry is from, or "".
    """

    id: str
    kind: NameKind
    preferred: str
    variants: tuple[Variant, ...] = ()
    tag: str = ""
    wikidata: str | None = None
    note: str = ""
    source: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every spelling, the preferred one first."""
        return (self.preferred, *(variant.text for variant in self.variants))


@dataclass(frozen=True, slots=True)
class Authority:
    """The entities an editor has decided on.

    Attributes:
        entities: in the order of the file.
        never: pairs of ids or spellings that are never the same.
    """

    entities: tuple[Entity, ...] = ()
    never: tuple[tuple[str, str], ...] = ()
    _by_id: dict[str, Entity] = field(init=False, repr=False, compare=False, default_factory=dict)
    _exact: dict[str, tuple[Entity, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _folded: dict[str, tuple[Entity, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _never: frozenset[frozenset[str]] = field(init=False, repr=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        for entity in self.entities:
            self._by_id[entity.id] = entity
            for form in entity.forms:
                for table, key in ((self._exact, form), (self._folded, fold(form))):
                    known = table.get(key, ())
                    if entity not in known:
                        table[key] = (*known, entity)
        pairs = frozenset(frozenset((self._key(a), self._key(b))) for a, b in self.never)
        object.__setattr__(self, "_never", pairs)

    def lookup(self, spelling: str) -> tuple[Entity, ...]:
        """The entities a spelling can name: an exact match first, else one without case, marks and hyphens."""
        return self._exact.get(spelling) or self._folded.get(fold(spelling), ())

    def entity(self, id: str) -> Entity:  # noqa: A002 - the field is called id in the file
        """The entity with an id.

        Raises:
            KeyError: there is none.
        """
        return self._by_id[id]

    def never_same(self, a: str, b: str) -> bool:
        """Whether an editor has said of two ids or spellings that they are never the same."""
        return bool(self._never) and frozenset((self._key(a), self._key(b))) in self._never

    def forms(self) -> Iterator[tuple[str, Entity]]:
        """Every spelling with its entity, in the order of the file."""
        for entity in self.entities:
            for form in entity.forms:
                yield form, entity

    def _key(self, name: str) -> str:
        if name in self._by_id:
            return f"id:{name}"
        known = self.lookup(name)
        return f"id:{known[0].id}" if len(known) == 1 else f"text:{fold(name)}"


def load_authority(path: str | PathLike[str]) -> Authority:
    """Reads an authority file.

    Args:
        path: the file.

    Returns:
        The authority; an empty file is an authority without entities.

    Raises:
        UnreadableFile: the file cannot be opened, is too large or not UTF-8.
        MalformedTable: the first thing wrong in it, with line and column; the sentence counts the others.
    """
    authority, problems = _read(path)
    if problems:
        what, mark = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise MalformedTable(what + more, path=path, line=mark.line, column=mark.column)
    return authority


def check_authority(path: str | PathLike[str]) -> tuple[MalformedTable, ...]:
    """Everything wrong in an authority file, in the order of its lines.

    Raises:
        UnreadableFile: the file cannot be opened, is too large or not UTF-8.
    """
    try:
        _, problems = _read(path)
    except MalformedTable as error:
        return (error,)
    return tuple(MalformedTable(what, path=path, line=mark.line, column=mark.column) for what, mark in problems)


def parse_authority(text: str, *, path: str | PathLike[str] = "names.yaml") -> Authority:
    """Reads an authority from a string; ``path`` is named in errors.

    Raises:
        MalformedTable: the first thing wrong in it.
    """
    authority, problems = _Parser().parse(read_marked(text, path))
    if problems:
        what, mark = problems[0]
        raise MalformedTable(what, path=path, line=mark.line, column=mark.column)
    return authority


def _read(path: str | PathLike[str]) -> tuple[Authority, list[tuple[str, Mark]]]:
    file = Path(path)
    try:
        if file.stat().st_size > MOST_BYTES:
            raise UnreadableFile(f"an authority file of more than {MOST_BYTES // 1_000_000} MB", path=path)
        data = file.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror or error}", path=path) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFile("is not UTF-8", path=path, line=line, advice="save it as UTF-8") from error
    return _Parser().parse(read_marked(text, path))


class _Parser:
    """Turns a marked tree into an authority, keeping every problem with its place."""

    def __init__(self) -> None:
        self.problems: list[tuple[str, Mark]] = []

    def parse(self, tree: Marked | None) -> tuple[Authority, list[tuple[str, Mark]]]:
        if tree is None:
            return Authority(), []
        fields = self._mapping(tree, _FILE_KEYS, "the file")
        version = fields.get("version")
        if version is not None and version.value != "1":
            self._fault(version, "the version of an authority file is 1")
        entities = [self._entity(item) for item in self._list(fields.get("entities"), "entities")]
        known = self._unique([entity for entity in entities if entity is not None])
        never = [self._never(item) for item in self._list(fields.get("never"), "never")]
        if sum(1 + len(entity.variants) for entity, _ in known) > MOST_FORMS:
            self._fault(tree, f"more than {MOST_FORMS} spellings")
            known = []
        self.problems.sort(key=lambda problem: problem[1])
        return Authority(tuple(entity for entity, _ in known), tuple(pair for pair in never if pair)), self.problems

    def _fault(self, node: Marked, what: str) -> None:
        self.problems.append((what, node.mark))

    def _unique(self, entities: list[tuple[Entity, Marked]]) -> list[tuple[Entity, Marked]]:
        seen: dict[str, Marked] = {}
        kept: list[tuple[Entity, Marked]] = []
        for entity, node in entities:
            if entity.id in seen:
                self._fault(node, f"the id {entity.id!r} is already used in line {seen[entity.id].mark.line}")
            else:
                seen[entity.id] = node
                kept.append((entity, node))
        return kept

    def _mapping(self, node: Marked, keys: frozenset[str], of: str) -> dict[str, Marked]:
        if not isinstance(node.value, dict):
            self._fault(node, f"{of} must be a mapping of keys and values")
            return {}
        fields: dict[str, Marked] = {}
        for key, (key_mark, value) in node.value.items():
            if key not in keys:
                self.problems.append((f"{of} has no key {key!r}; known are {', '.join(sorted(keys))}", key_mark))
            else:
                fields[key] = value
        return fields

    def _list(self, node: Marked | None, name: str) -> list[Marked]:
        if node is None or node.value == "":
            return []
        if not isinstance(node.value, list):
            self._fault(node, f"{name!r} must be a list")
            return []
        return node.value

    def _text(self, fields: dict[str, Marked], key: str, pattern: re.Pattern[str] | None = None) -> str:
        node = fields.get(key)
        if node is None:
            return ""
        if not isinstance(node.value, str):
            self._fault(node, f"{key!r} must be one line of text")
            return ""
        text = " ".join(node.value.split())
        if pattern is not None and text and not pattern.match(text):
            self._fault(node, f"{text!r} is no {key}")
            return ""
        return text

    def _entity(self, node: Marked) -> tuple[Entity, Marked] | None:
        fields = self._mapping(node, _ENTITY_KEYS, "an entity")
        if not fields:
            return None
        for key in ("id", "preferred"):
            if key not in fields:
                self._fault(node, f"an entity needs {key!r}")
        kind = self._text(fields, "kind") or NameKind.UNKNOWN.value
        if kind not in list(NameKind):
            self._fault(fields["kind"], f"{kind!r} is no kind; known are {', '.join(NameKind)}")
            kind = NameKind.UNKNOWN.value
        entity = Entity(
            id=self._text(fields, "id", _ID),
            kind=NameKind(kind),
            preferred=self._text(fields, "preferred"),
            variants=tuple(self._variants(fields.get("variants"))),
            tag=self._text(fields, "tag", _TAG),
            wikidata=self._text(fields, "wikidata", _WIKIDATA) or None,
            note=self._text(fields, "note"),
            source=self._text(fields, "source"),
        )
        for key in ("id", "preferred"):
            if key in fields and fields[key].value == "":
                self._fault(fields[key], f"{key!r} is empty")
        return (entity, node) if entity.id and entity.preferred else None

    def _variants(self, node: Marked | None) -> Iterator[Variant]:
        for item in self._list(node, "variants"):
            if isinstance(item.value, str):
                text, tag = " ".join(item.value.split()), ""
            else:
                fields = self._mapping(item, _VARIANT_KEYS, "a variant")
                text, tag = self._text(fields, "text"), self._text(fields, "tag", _TAG)
            if not text:
                self._fault(item, "a variant needs 'text'")
            else:
                yield Variant(text, tag)

    def _never(self, node: Marked) -> tuple[str, str] | None:
        if isinstance(node.value, list):
            names = [item.value for item in node.value if isinstance(item.value, str) and item.value]
        else:
            fields = self._mapping(node, _NEVER_KEYS, "a pair under 'never'")
            names = [name for name in (self._text(fields, "a"), self._text(fields, "b")) if name]
        if len(names) != 2:
            self._fault(node, "a pair under 'never' needs two names, a and b")
            return None
        return names[0], names[1]
