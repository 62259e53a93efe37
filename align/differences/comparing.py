"""All differences of an alignment, in the order of the rows and of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.differences.editorial import brackets, compare_editorial, lone_brackets
from align.differences.figures import match_figures
from align.differences.name_ties import name_ties
from align.differences.names import match_names
from align.differences.omissions import compare_presence
from align.differences.order import compare_order
from align.differences.sides import Found, Side, reading
from align.differences.speakers import compare_speakers
from align.differences.wording import compare_wording
from align.model import Difference, Kind, Verdict
from editions.figures.values import value_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from align.differences.figure_row import FigurePair
    from align.differences.wording import Span
    from align.model import Alignment, Reading, Row
    from editions.model import Edition, Figure, NameMention, Turn

_AGREE = frozenset({Verdict.EQUAL, Verdict.SAME})
_APART = frozenset({Verdict.MISSING, Verdict.ADDED, Verdict.DIFFERENT, Verdict.NOT_COMPARABLE})


def compare(alignment: Alignment, *, progress: Callable[[str, int, int], None] | None = None) -> tuple[Difference, ...]:
    """Compares the readings of every row.

    Each other edition is compared with the base, or, where the base lacks the row, with the first that has it.
    What is a variant of a name or another form of a figure is not reported again as wording.

    Args:
        alignment: editions and rows.
        progress: called as ``progress(stage, done, total)``; what it raises stops the work.

    Returns:
        The differences, numbered in the order of the rows, then of the text.
    """
    compared = _Comparer(alignment)
    out: list[Difference] = []
    total = len(alignment.rows)
    for place, row in enumerate(alignment.rows):
        if progress is not None and place % 50 == 0:
            progress("comparing", place, total)
        for found in compared.row(row):
            out.append(
                Difference(
                    id=f"d{len(out) + 1}",
                    row=row.id,
                    kind=found.kind,
                    verdict=found.verdict,
                    readings=found.readings,
                    note=found.note,
                )
            )
    return tuple(out)


class _Comparer:
    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.editions: dict[str, Edition] = {edition.siglum: edition for edition in alignment.editions}
        self.turns: dict[str, Turn] = {turn.id: turn for edition in alignment.editions for turn in edition.turns}
        base = alignment.base
        self.order = [base, *(siglum for siglum in self.editions if siglum != base)]
        self.anchor = next((edition.date for edition in alignment.editions if edition.date), None)
        self.ties = name_ties(alignment)

    def row(self, row: Row) -> list[Found]:
        sides = [
            Side(siglum, tuple(self.turns[turn] for turn in row.turns[siglum]), self.alignment.mentions)
            for siglum in self.order
            if row.turns.get(siglum)
        ]
        absent = [siglum for siglum in self.order if not row.turns.get(siglum)]
        out = compare_presence(sides, absent, self.alignment.base)
        for other in sides[1:]:
            out += self.pair(sides[0], other, moved=row.moved)
        return sorted(out, key=self._place)

    def pair(self, base: Side, other: Side, *, moved: bool) -> list[Found]:
        out: list[Found] = []
        if moved and base.siglum == self.alignment.base:
            out += compare_order(base, other, self.editions[other.siglum])
        if base.siglum == self.alignment.base:
            out += compare_speakers(base, other, self.alignment.speakers.get(other.siglum, {}))
        explained: list[tuple[Span | None, Span | None]] = []
        out += self._figures(base, other, explained)
        out += self._names(base, other, explained)
        editorial = compare_editorial(base, other)
        out += editorial
        for side, place in ((base, 0), (other, 1)):
            for turn in side.turns:
                for start, end in brackets(turn):
                    span = (turn.id, start, end)
                    explained.append((span, None) if place == 0 else (None, span))
        out += compare_wording(base, other, explained)
        return out

    def _figures(self, base: Side, other: Side, explained: list[tuple[Span | None, Span | None]]) -> list[Found]:
        out: list[Found] = []
        left, right = base.figures, other.figures
        pairs = self._matched(left, right, base, other)
        aside = _aside(pairs, lone_brackets(base, other), lone_brackets(other, base))
        if aside[0] or aside[1]:
            # An editor's own figures answer to nothing that was said: the bracket itself is reported.
            left = tuple(item for item in left if _span(item) not in aside[0])
            right = tuple(item for item in right if _span(item) not in aside[1])
            pairs = self._matched(left, right, base, other)
        for pair in pairs:
            explained.append((_span(pair.left), _span(pair.right)))
            if pair.verdict in _AGREE:
                continue
            readings: dict[str, Reading] = {}
            for side, item in ((base, pair.left), (other, pair.right)):
                if item is not None:
                    figure = item[1]
                    readings[side.siglum] = reading(side.turn(item[0]), figure.start, figure.end, value_text(figure))
            out.append(Found(Kind.FIGURE, pair.verdict, readings, pair.note))
        return out

    def _matched(
        self,
        left: Sequence[tuple[str, Figure]],
        right: Sequence[tuple[str, Figure]],
        base: Side,
        other: Side,
    ) -> tuple[FigurePair, ...]:
        return match_figures(
            left,
            right,
            anchor=self.anchor,
            left_texts={turn.id: turn.text for turn in base.turns},
            right_texts={turn.id: turn.text for turn in other.turns},
            sigla=(base.siglum, other.siglum),
        )

    def _names(self, base: Side, other: Side, explained: list[tuple[Span | None, Span | None]]) -> list[Found]:
        out: list[Found] = []
        pairs = match_names(
            base.names,
            other.names,
            authority=self.alignment.authority,
            ties=self.ties,
            speakers=self._speakers(base, other),
            left_texts={turn.id: turn.text for turn in base.turns},
            right_texts={turn.id: turn.text for turn in other.turns},
        )
        lone = lone_brackets(base, other), lone_brackets(other, base)
        for pair in pairs:
            explained.append((_span(pair.left), _span(pair.right)))
            if pair.verdict in _AGREE:
                continue
            if (pair.right is None and _within(_span(pair.left), lone[0])) or (
                pair.left is None and _within(_span(pair.right), lone[1])
            ):
                continue
            readings: dict[str, Reading] = {}
            for side, item in ((base, pair.left), (other, pair.right)):
                if item is not None:
                    name = item[1]
                    readings[side.siglum] = reading(side.turn(item[0]), name.start, name.end, self._preferred(name))
            out.append(Found(Kind.NAME, pair.verdict, readings, pair.note))
        return out

    def _speakers(self, base: Side, other: Side) -> set[str]:
        """Everyone who speaks in the row, as each edition calls them."""
        return {
            name
            for side in (base, other)
            for turn in side.turns
            for name in (turn.speaker, *turn.also)
            if name is not None
        }

    def _preferred(self, name: NameMention) -> str | None:
        authority = self.alignment.authority
        entity = authority.entity(name.entity) if authority is not None and name.entity is not None else None
        return None if entity is None else entity.preferred

    def _place(self, found: Found) -> tuple[int, int, int, str]:
        """Where a difference stands: in the base's text where the base has it, else where the other has it."""
        siglum = next(siglum for siglum in self.order if siglum in found.readings)
        at = found.readings[siglum]
        whole_turn = found.kind in (Kind.OMISSION, Kind.ADDITION, Kind.ORDER, Kind.SPEAKER)
        return (
            self.turns[at.turn].number,
            0 if whole_turn else at.start,
            self.order.index(siglum),
            found.kind.value,
        )


def _aside(
    pairs: Sequence[FigurePair], left: Sequence[Span], right: Sequence[Span]
) -> tuple[set[Span | None], set[Span | None]]:
    """The figures of each side that stand in a bracket of that side alone and agree with nothing."""
    out: tuple[set[Span | None], set[Span | None]] = (set(), set())
    for pair in pairs:
        if pair.verdict in _APART:
            for place, item, lone in ((0, pair.left, left), (1, pair.right, right)):
                if _within(_span(item), lone):
                    out[place].add(_span(item))
    return out


def _within(span: Span | None, places: Sequence[Span]) -> bool:
    return span is not None and any(
        span[0] == turn and start <= span[1] and span[2] <= end for turn, start, end in places
    )


def _span(item: tuple[str, Figure] | tuple[str, NameMention] | None) -> Span | None:
    return None if item is None else (item[0], item[1].start, item[1].end)
