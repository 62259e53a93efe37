"""The HTML report: one file to read, print and send; no script, no outside reference.

This module turns a comparison into what the template shows; the template holds all markup and escapes
every text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from align.model import Kind, Status, Verdict
from align.reports.digest import digest
from align.reports.excerpts import head, window
from align.reports.phrases import HEADINGS, VERDICT_MEANINGS, VERDICT_WORDS, Weight, contrast, letter, weigh
from align.reports.picture import draw
from align.reports.printable import printable
from align.review.marks import mark_row
from align.review.wording import KIND_MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinja2 import Template

    from align.model import Difference, Row
    from align.review.marks import Mark, RowMarks
    from align.workspace import Comparison
    from editions.model import Turn

_EXCERPT = 110  # cells of an excerpt in a table
_VALUE = 60  # cells of a reading in a note
_ORDER = {kind: place for place, kind in enumerate(HEADINGS)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a turn's text that is marked in one way, or not at all.

    Attributes:
        text: the characters.
        label: whether it belongs to the speaker's label rather than to what is said.
        kind: kind of the difference that marks it, or "".
        tag: "mark", "del" (only the base edition has it), "ins" (the base does not) or "" for plain text.
        weight: weight of that difference: "disagree", "open", "form" or "wording".
        title: the difference in words.
        difference: id of the difference to whose note a letter after the piece leads, or "".
        letter: that letter, or "".
    """

    text: str
    label: bool = False
    kind: str = ""
    tag: str = ""
    weight: str = ""
    title: str = ""
    difference: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """One turn as shown in a cell: where it stands, who speaks, the marked text."""

    turn: Turn
    speaker_differs: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One difference said in words.

    Attributes:
        difference: the difference.
        letter: sign of its kind.
        contrast: siglum -> what that edition has.
        weight: "disagree", "open", "form" or "wording".
        excerpts: siglum -> words before, the place, words after; empty where not asked for.
    """

    difference: Difference
    letter: str
    contrast: Mapping[str, str]
    weight: str
    excerpts: Mapping[str, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the texts side by side.

    Attributes:
        row: the row.
        cells: siglum -> its turns; empty where the edition has nothing.
        notes: differences to be read, in the order of weight.
        forms: differences that say the same in another form.
        flags: what holds of the row as a whole, in words.
        weight: weight of its weightiest difference, or "none".
    """

    row: Row
    cells: Mapping[str, tuple[Speech, ...]]
    notes: tuple[Note, ...]
    forms: tuple[Note, ...]
    flags: tuple[str, ...]
    weight: str


def write_html(comparison: Comparison) -> str:
    """Writes a comparison as one self-contained HTML document.

    Args:
        comparison: finished data.

    Returns:
        The document. It holds no script and names no other file or address; every text in it is escaped, and
        a content security policy forbids the browser to load or run anything.
    """
    found = digest(comparison)
    turns = comparison.turns
    sigla = [edition.siglum for edition in comparison.editions]
    return _template("comparison.html").render(
        alone=False,
        comparison=comparison,
        alignment=comparison.alignment,
        editions=comparison.editions,
        sigla=sigla,
        languages={edition.siglum: edition.language for edition in comparison.editions},
        names=" and ".join(filter(None, (", ".join(sigla[:-1]), sigla[-1]))),
        title=" / ".join(edition.title or edition.path for edition in comparison.editions),
        summary=tuple(_summary(comparison)),
        disagreements={
            kind: [_note(difference, turns, excerpts=True) for difference in there]
            for kind, there in found.disagreements.items()
        },
        to_judge={
            kind: [_note(difference, turns, excerpts=True) for difference in there]
            for kind, there in found.open.items()
        },
        passages=found.passages,
        moves=found.moves,
        spellings=found.spellings,
        equal_figures=found.figures,
        reworded=found.reworded,
        worded=found.worded,
        lines=(_line(comparison, row) for row in comparison.rows),
        picture=draw(comparison),
        headings=HEADINGS,
        letters={kind: letter(kind) for kind in Kind},
        kinds=KIND_MEANINGS,
        verdicts=VERDICT_WORDS,
        meanings={v: VERDICT_MEANINGS[v] for v in VERDICT_WORDS if _occurs(comparison, v)},
        before=_places(comparison),
    )


def write_picture(comparison: Comparison) -> str:
    """Draws the alignment of a comparison as an SVG document of its own, light or dark as the reader's screen is.

    Args:
        comparison: finished data.

    Returns:
        The document; it is the picture of the HTML report without its links.
    """
    return _template("picture.svg").render(alone=True, picture=draw(comparison))


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("align.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.finalize = _visible
    environment.filters["count"] = lambda number: f"{number:,}"
    return environment.get_template(name)


def _visible(value: object) -> object:
    """Makes control characters visible in every text, except in markup that a macro has made and escaped."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else printable(value)


def _occurs(comparison: Comparison, verdict: Verdict) -> bool:
    counted = comparison.summary["differences"]
    return isinstance(counted, dict) and any(verdict.value in there for there in counted.values())


def _summary(comparison: Comparison) -> Iterator[tuple[Kind, dict[Weight, list[tuple[Verdict, int]]]]]:
    """Kind -> weight -> verdicts with their numbers, for the table at the top."""
    counts: dict[tuple[Kind, Weight, Verdict], int] = {}
    for difference in comparison.differences:
        key = (difference.kind, weigh(difference), difference.verdict)
        counts[key] = counts.get(key, 0) + 1
    for kind in HEADINGS:
        by_weight = {
            weight: [(v, counts[kind, weight, v]) for v in VERDICT_WORDS if (kind, weight, v) in counts]
            for weight in Weight
        }
        if any(by_weight.values()):
            yield kind, by_weight


def _places(comparison: Comparison) -> Mapping[str, str]:
    """Turn id -> id of the turn before it in its edition, for saying where a passage stands."""
    return {
        turn.id: edition.turns[turn.number - 1].id if turn.number else ""
        for edition in comparison.editions
        for turn in edition.turns
    }


def _line(comparison: Comparison, row: Row) -> Line:
    differences = comparison.in_row[row.id]
    marks = mark_row(differences, comparison.turns)
    known = {difference.id: difference for difference in differences}
    notes = [_note(difference, comparison.turns) for difference in differences]
    by_weight = sorted(notes, key=lambda note: (weigh(note.difference), _ORDER[note.difference.kind]))
    told = (note for note in by_weight if note.weight in ("disagree", "open") and not _of_row(note.difference))
    return Line(
        row=row,
        cells={
            edition.siglum: tuple(
                _speech(comparison.turns[turn], marks, known) for turn in row.turns.get(edition.siglum, ())
            )
            for edition in comparison.editions
        },
        notes=tuple(told),
        forms=tuple(note for note in by_weight if note.weight == "form"),
        flags=tuple(_flags(row, differences, comparison)),
        weight=by_weight[0].weight if by_weight else "none",
    )


def _of_row(difference: Difference) -> bool:
    """Whether the difference is one of the row as a whole, which its flags tell."""
    return difference.kind in (Kind.OMISSION, Kind.ADDITION, Kind.ORDER)


def _flags(row: Row, differences: Sequence[Difference], comparison: Comparison) -> Iterator[str]:
    if row.moved:
        yield "moved"
    if len(row.turns) == 1:
        yield f"only in {next(iter(row.turns))}"
    elif len(row.turns) < len(comparison.editions):
        yield "not in " + ", ".join(e.siglum for e in comparison.editions if e.siglum not in row.turns)
    if row.status is Status.DOUBTFUL:
        yield "pairing doubtful"
    if row.status is Status.CONFIRMED:
        yield "pairing confirmed"
    if any(difference.verdict is Verdict.REWORDED for difference in differences):
        yield "told anew"


def _speech(turn: Turn, marks: RowMarks, known: Mapping[str, Difference]) -> Speech:
    return Speech(turn, turn.id in marks.speakers, tuple(_pieces(turn, marks.text.get(turn.id, ()), known)))


def _pieces(turn: Turn, marks: Sequence[Mark], known: Mapping[str, Difference]) -> Iterator[Piece]:
    at = 0
    last = {mark.difference: mark for mark in marks}
    for mark in marks:
        yield from _plain(turn, at, mark.start)
        difference = known[mark.difference]
        lettered = last[mark.difference] is mark and weigh(difference) in (Weight.DISAGREE, Weight.OPEN)
        yield Piece(
            text=turn.text[mark.start : mark.end],
            label=mark.end <= turn.said,
            kind=mark.kind.value,
            tag=_tag(difference),
            weight=weigh(difference).name.lower(),
            title=_title(difference),
            difference=difference.id if lettered else "",
            letter=letter(mark.kind) if lettered else "",
        )
        at = mark.end
    yield from _plain(turn, at, len(turn.text))


def _plain(turn: Turn, start: int, end: int) -> Iterator[Piece]:
    middle = min(max(turn.said, start), end)
    if start < middle:
        yield Piece(turn.text[start:middle], label=True)
    if middle < end:
        yield Piece(turn.text[middle:end])


def _tag(difference: Difference) -> str:
    if difference.kind in (Kind.WORDING, Kind.OMISSION, Kind.ADDITION):
        return {Verdict.MISSING: "del", Verdict.ADDED: "ins"}.get(difference.verdict, "mark")
    return "mark"


def _title(difference: Difference) -> str:
    readings = difference.readings.items()
    said = " / ".join(f"{siglum}: {head(reading.text, _VALUE)}" for siglum, reading in readings)
    sentence = f"{difference.kind.value}, {VERDICT_WORDS[difference.verdict]} — {said}"
    return f"{sentence} — {difference.note}" if difference.note else sentence


def _note(difference: Difference, turns: Mapping[str, Turn], *, excerpts: bool = False) -> Note:
    return Note(
        difference=difference,
        letter=letter(difference.kind),
        contrast={siglum: head(text, _VALUE) for siglum, text in contrast(difference, turns).items()},
        weight=weigh(difference).name.lower(),
        excerpts={
            siglum: window(turns[reading.turn].text, reading.start, reading.end, _EXCERPT)
            for siglum, reading in difference.readings.items()
        }
        if excerpts
        else {},
    )
