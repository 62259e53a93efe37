"""What one edition says: blocks, turns, figures and names, each knowing its place in the source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


class Role(StrEnum):
    """What the file format itself says of a block, before anything is guessed."""

    TEXT = "text"
    HEADING = "heading"
    METADATA = "metadata"
    NOTE = "note"
    RULE = "rule"


class Form(StrEnum):
    """How a turn says who is speaking."""

    LABEL = "label"
    REPORTED = "reported"
    EMBEDDED = "embedded"
    CONTINUATION = "continuation"
    NOTE = "note"


class FigureKind(StrEnum):
    """What a figure is a figure of."""

    NUMBER = "number"
    QUANTITY = "quantity"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    DATE = "date"
    DURATION = "duration"
    RELATIVE_DATE = "relative-date"
    MULTIPLE = "multiple"


class NameKind(StrEnum):
    """What a name is a name of."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (or heading, list, note, label and text) of the source.

    Attributes:
        index: 0-based position in file order; front and back matter count.
        line: 1-based line of the source on which the block begins.
        text: its text, one space between words, hard wraps undone, no control characters.
        role: what the format says it is.
        label: the speaker, where the format marks one (``<speaker>``, ``<u who>``, bold label).
        label_end: where the words after a marked label begin in ``text`` (0 without a label).
    """

    index: int
    line: int
    text: str
    role: Role = Role.TEXT
    label: str | None = None
    label_end: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person of the roster.

    Attributes:
        name: how this edition is made to call the person ("Zhou Enlai", "Stalin").
        aliases: other ways in which the edition writes the person ("CHOU", "Chou En-lai").
        present: whether the person can speak (a participant), or is only spoken of.
        evidence: where the roster has it from: "title", "participants", "label", "verb", "rules".
    """

    name: str
    aliases: tuple[str, ...] = ()
    present: bool = True
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One block of the body, attributed to one speaker or to none.

    Attributes:
        id: siglum and 1-based number among the turns ("A1").
        siglum: the edition's siglum.
        number: 0-based position among the turns of the edition.
        block: index of the block.
        line: 1-based line of the source.
        speaker: name on the roster, or None for an editor's note or a stage direction.
        form: how the turn says who is speaking.
        text: the whole block as printed, label included.
        said: offset in ``text`` at which the words after the label begin.
        also: further speakers whose words are reported in the same block.
    """

    id: str
    siglum: str
    number: int
    block: int
    line: int
    speaker: str | None
    form: Form
    text: str
    said: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of the meeting.

    Attributes:
        siglum: short name used in reports ("A").
        path: the file, as the user named it.
        title: title of the document, or "".
        language: ISO 639 code ("en").
        blocks: every block in file order.
        front: indices of blocks before the first turn that are not headings of the body.
        headings: indices of headings and cut marks inside the body.
        back: indices of blocks after the last turn.
        notes: indices of the blocks that hold the texts of numbered notes.
        turns: the turns in file order.
        roster: who can speak.
        date: date of the meeting as ISO 8601 prefix where the document gives one ("1952-08-20").
        limits: limits reached while reading, as sentences for the user.
    """

    siglum: str
    path: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    front: tuple[int, ...]
    headings: tuple[int, ...]
    back: tuple[int, ...]
    notes: tuple[int, ...]
    turns: tuple[Turn, ...]
    roster: tuple[Speaker, ...] = ()
    date: str | None = None
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, quantity, date or sum with its exact value.

    Attributes:
        start: offset of the first character in the text searched.
        end: offset after the last character.
        text: the characters between them, as printed.
        kind: what it is a figure of.
        low: least value meant; equal to ``high`` for a single value; None where there is no number.
        high: greatest value meant.
        unit: canonical unit ("km", "mile", "year", "USD"), or None.
        counted: noun that is counted ("divisions"), lower case, or None: a hint, not an identity.
        qualifier: "about", "at-least", "at-most", "more-than", "less-than", or None.
        iso: ISO 8601 prefix of a date ("1955-06"), or None.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    low: Fraction | None
    high: Fraction | None
    unit: str | None = None
    counted: str | None = None
    qualifier: str | None = None
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class NameMention:
    """One occurrence of a name in a text.

    Attributes:
        start: offset of the first character in the text searched.
        end: offset after the last character.
        text: the characters between them, as printed.
        kind: what it is a name of, as far as known.
        entity: id in the authority file, or None.
        gloss: what an editor's bracket after the name says ("Lüshun [Port Arthur]" -> "Port Arthur").
    """

    start: int
    end: int
    text: str
    kind: NameKind = NameKind.UNKNOWN
    entity: str | None = None
    gloss: str | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """The figures and names of one turn, in the order of the text."""

    figures: tuple[Figure, ...] = field(default=())
    names: tuple[NameMention, ...] = field(default=())
