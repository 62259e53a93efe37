"""Two editions' share of one row, and the differences found between them before they are numbered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.model import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.model import Kind, Verdict
    from editions.model import Figure, Mentions, NameMention, Turn


@dataclass(frozen=True, slots=True)
class Side:
    """What one edition has in a row.

    Attributes:
        siglum: the edition.
        turns: its turns of the row, at least one.
        mentions: turn id -> names and figures.
    """

    siglum: str
    turns: tuple[Turn, ...]
    mentions: Mapping[str, Mentions]

    @property
    def figures(self) -> tuple[tuple[str, Figure], ...]:
        """(turn id, figure) in the order of the text."""
        return tuple((turn.id, figure) for turn in self.turns for figure in self._found(turn).figures)

    @property
    def names(self) -> tuple[tuple[str, NameMention], ...]:
        """(turn id, name) in the order of the text."""
        return tuple((turn.id, name) for turn in self.turns for name in self._found(turn).names)

    def _found(self, turn: Turn) -> Mentions:
        from editions.model import Mentions as Nothing

        return self.mentions.get(turn.id) or Nothing()

    def turn(self, turn_id: str) -> Turn:
        """The turn of that id."""
        return next(turn for turn in self.turns if turn.id == turn_id)


@dataclass(frozen=True, slots=True)
class Found:
    """A difference without its number.

    Attributes:
        kind: what it is a difference of.
        verdict: how the readings stand to each other.
        readings: siglum -> reading.
        note: one sentence, or "".
    """

    kind: Kind
    verdict: Verdict
    readings: Mapping[str, Reading]
    note: str = ""


def reading(turn: Turn, start: int, end: int, value: str | None = None) -> Reading:
    """A reading of part of a turn."""
    return Reading(turn.id, start, end, turn.text[start:end], value)


def whole(turn: Turn) -> Reading:
    """A reading of all that is said in a turn."""
    return reading(turn, turn.said, len(turn.text))
