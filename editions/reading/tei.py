"""TEI and like XML: ``<sp><speaker>``, ``<u who>``, paragraphs, headings and notes. No entities, no network."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from editions.errors import MalformedDocument
from editions.model import Block, Role
from editions.reading.cleaning import clean_characters, even_spaces
from editions.reading.document import Document, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY: Final = re.compile(r"<!ENTITY\b")
_DECLARATION: Final = re.compile(r"\A\s*<\?xml\b[^>]{0,500}\?>")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

# Elements that are one block each; a speech or utterance is one block a paragraph in it.
_PARAGRAPHS: Final = frozenset(("p", "ab", "lg", "l", "item", "row", "stage", "closer", "opener", "signed", "dateline"))
_HEADS: Final = frozenset(("head", "titlePart", "docTitle"))
_SPEECHES: Final = frozenset(("sp", "u"))
_SKIPPED: Final = frozenset(("teiHeader", "fw", "figDesc", "speaker", "standOff", "facsimile", "sourceDoc"))
_REPLACED: Final = frozenset(("abbr", "sic", "orig"))  # in a choice; the other member of it is read
_APART: Final = frozenset(("note", "stage"))  # blocks of their own, or words within one
_HOLDERS: Final = frozenset(("body", "front", "back", "text", "group", "sp", "noteGrp", "list"))
_KNOWN: Final = _PARAGRAPHS | _HEADS | _SPEECHES | {"text", "body", "div"}


@dataclass(slots=True)
class _Writer:
    """Blocks while they are written."""

    people: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    line: int = 1
    label: str = ""
    shown: str = ""
    depth: int = 0

    def end(self, role: Role = Role.TEXT) -> None:
        """Ends a block, if anything has been gathered for it."""
        said = even_spaces(clean_characters("".join(self.pieces)))
        self.pieces = []
        if not said:
            return
        index = len(self.blocks)
        if role is Role.TEXT and self.label:
            text = f"{self.shown} {said}" if self.shown else said
            self.blocks.append(Block(index, self.line, text, role, self.label, len(text) - len(said)))
            self.label = self.shown = ""
        else:
            self.blocks.append(Block(index, self.line, said, role))
        if role is Role.HEADING:
            self.levels[index] = max(1, self.depth)


def read_tei(source: Source) -> Document:
    """Reads TEI, or other XML that uses its elements for speech.

    Args:
        source: the decoded file.

    Returns:
        Its blocks; a speaker named by ``<speaker>`` or ``<u who>`` is the label of the first block of the
        speech.

    Raises:
        MalformedDocument: it is not well-formed, declares entities, or has no element that is known here.
    """
    from lxml import etree

    if entity := _ENTITY.search(source.text):
        raise MalformedDocument(
            "declares entities of its own, which are not read",
            path=source.path,
            line=source.text.count("\n", 0, entity.start()) + 1,
            advice="write the characters out",
        )
    # The declaration names the encoding of the file, which has been decoded already.
    text = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), source.text, count=1)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Any = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = (error.msg or "is not well-formed").split(", ")[0]
        raise MalformedDocument(message, path=source.path, line=line, column=column, advice="mend the XML") from None
    names = {_name(element) for element in root.iter() if isinstance(element.tag, str)}
    if not names & _KNOWN:
        raise MalformedDocument(
            f"is XML of an unknown kind (<{_name(root)}>)",
            path=source.path,
            line=1,
            advice="give TEI, HTML or text",
        )
    writer = _Writer(_people(root))
    header = next((element for element in root.iter() if _name(element) == "teiHeader"), None)
    _write(root, writer)
    metadata = _metadata(header) if header is not None else {}
    return Document(
        source.path,
        "tei",
        source.encoding,
        tuple(writer.blocks),
        title=metadata.get("title", ""),
        language=_language(root),
        metadata=metadata,
        levels=writer.levels,
        limits=source.limits,
    )


def _write(root: _Element, writer: _Writer) -> None:
    """Walks the tree with a stack of its own, so that no nesting is too deep."""
    waiting: list[tuple[_Element, bool]] = [(root, True)]
    while waiting:
        element, entering = waiting.pop()
        name = _name(element)
        if not entering:
            _leave(name, element, writer)
            if element is not root and element.tail:
                writer.pieces.append(element.tail)
            continue
        waiting.append((element, False))
        if _is_skipped(name, element):
            continue
        _enter(name, element, writer)
        writer.pieces.append(element.text or "")
        waiting.extend((child, True) for child in reversed(element))


def _enter(name: str, element: _Element, writer: _Writer) -> None:
    # Lines of a stanza or of a speech belong together; alone they are blocks.
    if name in ("l", "lb", "cb", "pb") and not _stands_alone(name, element):
        writer.pieces.append(" ")
        return
    if name in _PARAGRAPHS or name in _HEADS or name in _SPEECHES or name.startswith("div") or name in _APART:
        if name in _APART and not _is_apart(element):
            writer.pieces.append(" [" if name == "note" else " (")
            return
        writer.end()
        writer.line = _line(element) or writer.line
    writer.depth += name.startswith("div")
    if name in _SPEECHES:
        writer.label, writer.shown = _speaker(element, writer.people)


def _leave(name: str, element: _Element, writer: _Writer) -> None:
    if _is_skipped(name, element):
        return
    if name == "l" and not _stands_alone(name, element):
        writer.pieces.append(" ")
    elif name in _APART:
        if _is_apart(element):
            mark = even_spaces(element.get("n") or "")
            writer.pieces[:0] = [f"[{mark}] "] if mark else []
            writer.end(Role.NOTE)
        else:
            writer.pieces.append("] " if name == "note" else ") ")
    elif name in _HEADS:
        writer.end(Role.HEADING)
    elif name in _PARAGRAPHS or name in _SPEECHES or name.startswith("div"):
        writer.end()
        if name in _SPEECHES:
            writer.label = writer.shown = ""
    writer.depth -= name.startswith("div")


def _stands_alone(name: str, element: _Element) -> bool:
    parent = element.getparent()
    return name == "l" and (parent is None or _name(parent) not in ("lg", "sp", "p", "ab", "u"))


def _is_skipped(name: str, element: _Element) -> bool:
    if name in _REPLACED:
        parent = element.getparent()
        return parent is not None and _name(parent) == "choice"
    return name in _SKIPPED or not name


def _is_apart(element: _Element) -> bool:
    """A note or stage direction printed apart; others stay where they stand, in brackets."""
    parent = element.getparent()
    return parent is None or _name(parent) in _HOLDERS or _name(parent).startswith("div")


def _speaker(element: _Element, people: dict[str, str]) -> tuple[str, str]:
    """The speaker of a speech, and how the edition prints it."""
    shown = next((_text(child) for child in element if _name(child) == "speaker"), "")
    if shown:
        label = shown.strip(" .:：")
        return label, shown if shown[-1] in ".:：" else f"{shown}:"
    who = (element.get("who") or "").split()
    key = who[0].lstrip("#") if who else ""
    return people.get(key, key.replace("_", " ")), ""


def _people(root: _Element) -> dict[str, str]:
    """Persons of the header by their ``xml:id``."""
    people: dict[str, str] = {}
    for element in root.iter():
        if _name(element) in ("person", "persName", "participant", "role") and (key := element.get(_ID)):
            named = next((child for child in element.iter() if _name(child) in ("persName", "name")), element)
            if name := _text(named):
                people[key] = name
    return people


def _metadata(header: _Element) -> dict[str, str]:
    metadata: dict[str, str] = {}
    for element in header.iter():
        name = _name(element)
        if name in ("title", "date") and name not in metadata:
            value = element.get("when") or _text(element)
            if value:
                metadata[name] = value
    return metadata


def _language(root: _Element) -> str | None:
    for element in root.iter():
        if _name(element) in (_name(root), "text", "body", "language"):
            language = element.get(_LANGUAGE) or (element.get("ident") if _name(element) == "language" else None)
            if language:
                return str(language)
    return None


def _name(element: _Element) -> str:
    """Local name of an element; "" for a comment or an unresolved entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _line(element: Any) -> int:
    return element.sourceline or 0


def _text(element: _Element) -> str:
    return even_spaces(clean_characters("".join(str(part) for part in element.itertext())))
