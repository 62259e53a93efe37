"""What a reader needs first: differences sorted by weight, neighbouring rows told as one passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.model import Kind, Verdict
from align.reports.phrases import HEADINGS, Weight, weigh
from align.review.filters import Filter
from align.workspace import view

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from align.model import Difference, Row
    from align.workspace import Comparison
    from editions.model import Turn


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring rows that share one fate: only in some editions, or moved together.

    Attributes:
        kind: omission, addition or order.
        rows: the rows, neighbours in the order of the base edition.
        turns: siglum -> the turns of that edition in those rows, in its order; of a move, the two editions concerned.
        absent: sigla of the editions that have nothing here.
        differences: the differences that say so.
    """

    kind: Kind
    rows: tuple[Row, ...]
    turns: Mapping[str, tuple[Turn, ...]]
    absent: tuple[str, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """One set of readings that mean the same, however often it occurs.

    Attributes:
        readings: siglum -> what that edition prints.
        verdict: in what way they are the same.
        note: the note of the first place.
        rows: ids of the rows in which they meet, first one first, one for each time.
    """

    readings: Mapping[str, str]
    verdict: Verdict
    note: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A comparison in the order in which a reader should meet it.

    Attributes:
        disagreements: kind -> differences in which the editions say different things, those below apart.
        passages: whole turns that only some editions have.
        moves: what stands in another place.
        open: kind -> differences that a reader must judge.
        spellings: names spelled otherwise, the most frequent first.
        figures: figures equal in another form, in the order of the rows.
        reworded: ids of the rows told anew from end to end.
        worded: ids of the other rows with differences of wording.
    """

    disagreements: Mapping[Kind, tuple[Difference, ...]]
    passages: tuple[Passage, ...]
    moves: tuple[Passage, ...]
    open: Mapping[Kind, tuple[Difference, ...]]
    spellings: tuple[Forms, ...]
    figures: tuple[Forms, ...]
    reworded: tuple[str, ...]
    worded: tuple[str, ...]


_PASSAGES = (Kind.OMISSION, Kind.ADDITION)


def digest(comparison: Comparison) -> Digest:
    """Sorts the differences of a comparison for a reader.

    Args:
        comparison: finished data; its differences may have been narrowed with :func:`select`.

    Returns:
        The same differences, each in exactly one place of the digest.
    """
    disagreements: dict[Kind, list[Difference]] = {}
    to_judge: dict[Kind, list[Difference]] = {}
    same: list[Difference] = []
    passages: list[Difference] = []
    moves: list[Difference] = []
    rows = {row.id: row for row in comparison.rows}
    for difference in comparison.differences:
        weight = weigh(difference)
        if difference.kind in _PASSAGES and _is_whole(comparison, rows[difference.row], difference):
            passages.append(difference)
        elif difference.kind is Kind.ORDER:
            moves.append(difference)
        elif weight is Weight.DISAGREE:
            disagreements.setdefault(difference.kind, []).append(difference)
        elif weight is Weight.OPEN:
            to_judge.setdefault(difference.kind, []).append(difference)
        elif weight is Weight.FORM:
            same.append(difference)
    reworded = {d.row for d in comparison.differences if d.verdict is Verdict.REWORDED}
    worded = {d.row for d in comparison.differences if d.kind is Kind.WORDING} - reworded
    spellings = _forms(d for d in same if d.kind is not Kind.FIGURE)
    return Digest(
        disagreements=_in_order(disagreements),
        passages=_passages(comparison, passages),
        moves=_passages(comparison, moves),
        open=_in_order(to_judge),
        spellings=tuple(sorted(spellings, key=lambda forms: -len(forms.rows))),
        figures=_forms(d for d in same if d.kind is Kind.FIGURE),
        reworded=tuple(row.id for row in comparison.rows if row.id in reworded),
        worded=tuple(row.id for row in comparison.rows if row.id in worded),
    )


def select(comparison: Comparison, *, kinds: Collection[Kind] | None = None, serious: bool = False) -> Comparison:
    """Narrows a comparison to some of its differences; rows, texts and the ids of differences stay.

    Args:
        comparison: finished data.
        kinds: the kinds to keep; all by default.
        serious: whether to leave out what says the same in another form, as the workbench does.

    Returns:
        A comparison whose differences and summary are those kept.
    """
    wanted = Filter(frozenset(Kind if kinds is None else kinds), serious=serious)
    if wanted.is_open:
        return comparison
    return view(comparison.alignment, [found for found in comparison.differences if wanted.shows(found)])


def _in_order(found: Mapping[Kind, list[Difference]]) -> Mapping[Kind, tuple[Difference, ...]]:
    return {kind: tuple(found[kind]) for kind in HEADINGS if kind in found}


def _is_whole(comparison: Comparison, row: Row, difference: Difference) -> bool:
    """Whether an omission or addition is of whole turns, which some edition has nothing for."""
    turns = comparison.turns
    return len(row.turns) < len(comparison.editions) and all(
        reading.end - reading.start >= len(turns[reading.turn].text) - turns[reading.turn].said
        for reading in difference.readings.values()
    )


def _forms(differences: Iterator[Difference]) -> tuple[Forms, ...]:
    found: dict[tuple[object, ...], list[Difference]] = {}
    for difference in differences:
        texts = tuple((siglum, reading.text) for siglum, reading in difference.readings.items())
        found.setdefault((difference.verdict, texts), []).append(difference)
    return tuple(
        Forms(
            readings={siglum: reading.text for siglum, reading in same[0].readings.items()},
            verdict=same[0].verdict,
            note=same[0].note,
            rows=tuple(difference.row for difference in same),
        )
        for same in found.values()
    )


def _passages(comparison: Comparison, differences: list[Difference]) -> tuple[Passage, ...]:
    """Joins differences of neighbouring rows where every edition concerned goes straight on."""
    place = {row.id: number for number, row in enumerate(comparison.rows)}
    by_sigla: dict[tuple[str, ...], list[Difference]] = {}
    for difference in differences:
        by_sigla.setdefault((difference.kind, *difference.readings), []).append(difference)
    passages: list[Passage] = []
    for there in by_sigla.values():
        run: list[Difference] = []
        for difference in there:
            if run and not _goes_on(comparison, place, run[-1], difference):
                passages.append(_passage(comparison, place, run))
                run = []
            run.append(difference)
        passages.append(_passage(comparison, place, run))
    return tuple(sorted(passages, key=lambda passage: place[passage.rows[0].id]))


def _goes_on(comparison: Comparison, place: Mapping[str, int], last: Difference, following: Difference) -> bool:
    step = place[following.row] - place[last.row]
    above, below = comparison.rows[place[last.row]], comparison.rows[place[following.row]]
    if step != 1 or above.turns.keys() != below.turns.keys():
        return step == 0  # two turns of one row
    turns = comparison.turns
    concerned = _concerned(following, below)
    return all(turns[below.turns[s][0]].number == turns[above.turns[s][-1]].number + 1 for s in concerned)


def _concerned(difference: Difference, row: Row) -> Iterable[str]:
    """Sigla of the editions a passage is about: the two of a move; else all that have the row."""
    return difference.readings if difference.kind is Kind.ORDER else row.turns


def _passage(comparison: Comparison, place: Mapping[str, int], run: list[Difference]) -> Passage:
    rows = tuple(comparison.rows[place[row]] for row in dict.fromkeys(difference.row for difference in run))
    sigla = [edition.siglum for edition in comparison.editions]
    concerned = _concerned(run[0], rows[0])
    turns = {
        siglum: tuple(comparison.turns[turn] for row in rows for turn in row.turns.get(siglum, ()))
        for siglum in sigla
        if siglum in concerned
    }
    absent = tuple(siglum for siglum in sigla if siglum not in rows[0].turns)
    return Passage(run[0].kind, rows, turns, absent, tuple(run))
