"""What two or more editions say of each other: rows, differences, verdicts. All frozen; turns are named by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editions.model import Edition, Mentions
    from editions.names.authority import Authority


class Kind(StrEnum):
    """What a difference is a difference of."""

    WORDING = "wording"
    NAME = "name"
    FIGURE = "figure"
    SPEAKER = "speaker"
    OMISSION = "omission"
    ADDITION = "addition"
    ORDER = "order"
    EDITORIAL = "editorial"


class Verdict(StrEnum):
    """How the readings of one place stand to each other."""

    # figures
    EQUAL = "equal"
    OTHER_FORM = "equal-other-form"
    WITHIN_ROUNDING = "converts-within-rounding"
    QUALIFIER = "qualifier"
    NOT_COMPARABLE = "not-comparable"
    # names
    SAME = "same"
    VARIANT = "variant"
    UNRESOLVED = "unresolved"
    # any kind
    DIFFERENT = "different"
    MISSING = "missing"
    ADDED = "added"
    # wording told anew from end to end, where word-by-word marks would say nothing
    REWORDED = "reworded"
    # order
    MOVED = "moved"


class Status(StrEnum):
    """Who vouches for a row."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Row:
    """The turns of each edition that correspond; or a turn with no partner.

    Attributes:
        id: "r1", numbered in the order of the rows.
        turns: siglum -> ids of the turns in that edition, in its order; a siglum without turns is left out.
        score: 0..1, how well the turns match against the background of the same editions; 0 without a partner.
        moved: whether the row is out of order against the base edition.
        status: who vouches for it.
        why: parts of the score ("text", "speaker", "names", "figures", "length", "neighbours"), each 0..1.
    """

    id: str
    turns: Mapping[str, tuple[str, ...]]
    score: float
    moved: bool = False
    status: Status = Status.PROPOSED
    why: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two or more editions and the rows that join them.

    Attributes:
        editions: the editions, in the order given.
        base: siglum of the edition whose order the rows follow.
        rows: the rows; turns that only another edition has stand where they would be read.
        mentions: turn id -> the figures and names found in that turn.
        speakers: siglum -> speaker of that edition -> name of the same person in the base edition, as learned.
        authority: the authority used, or None.
        limits: limits reached while working, as sentences for the user.
    """

    editions: tuple[Edition, ...]
    base: str
    rows: tuple[Row, ...]
    mentions: Mapping[str, Mentions]
    speakers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    authority: Authority | None = None
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one edition has at a place.

    Attributes:
        turn: id of the turn.
        start: offset of the first character in the turn's text.
        end: offset after the last character.
        text: the characters between them, as printed.
        value: normalised value ("1939", "1500000", "350 km", an entity's preferred form), or None.
    """

    turn: str
    start: int
    end: int
    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One place in a row where readings differ.

    Attributes:
        id: "d1", numbered in the order of the rows, then of the text.
        row: id of the row.
        kind: what it is a difference of.
        verdict: how the readings stand to each other.
        readings: siglum -> reading; an edition that has nothing at this place is left out.
        note: one sentence for the user, or "".
    """

    id: str
    row: str
    kind: Kind
    verdict: Verdict
    readings: Mapping[str, Reading]
    note: str = ""
