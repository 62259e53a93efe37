"""The text report: for a terminal, a pipe or a mail; what a historian needs first stands first."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from align.model import Kind, Verdict
from align.reports.digest import Digest, digest
from align.reports.excerpts import CLOSES, OPENS, cell_width, excerpt, fold, head
from align.reports.phrases import HEADINGS, VERDICT_WORDS, contrast, count_of
from align.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.model import Difference, Row
    from align.reports.digest import Forms, Passage
    from align.workspace import Comparison
    from editions.model import Turn

_LEAST_WIDTH = 40
_OPENING_LINES = 3
_FIRST_TURNS = 3  # of a long passage, as many first and last turns are quoted

_HEADINGS = {
    Kind.FIGURE: "FIGURES THAT DIFFER",
    Kind.NAME: "NAMES THAT DIFFER",
    Kind.SPEAKER: "SPEAKERS THAT DIFFER",
    Kind.OMISSION: "PARTS OF TURNS THAT ONLY THE BASE EDITION HAS",
    Kind.ADDITION: "PARTS OF TURNS THAT THE BASE EDITION DOES NOT HAVE",
    Kind.EDITORIAL: "EDITORIAL MATTER",
}
_OPEN_HEADINGS = {
    Kind.FIGURE: "FIGURES TO JUDGE",
    Kind.NAME: "NAMES TO JUDGE",
    Kind.SPEAKER: "SPEAKERS TO JUDGE",
    Kind.EDITORIAL: "EDITORIAL MATTER IN ONE EDITION ONLY",
}


def write_text(comparison: Comparison, *, width: int = 80, everything: bool = False) -> str:
    """Writes a comparison as plain text.

    Args:
        comparison: finished data.
        width: greatest number of terminal cells of a line; less than 40 counts as 40.
        everything: whether to list also what says the same in another form, and every change of wording.

    Returns:
        The report, ending in a line end, free of control characters.
    """
    page = _Page(comparison, max(width, _LEAST_WIDTH))
    found = digest(comparison)
    parts = [page.heading(), page.counts(), page.legend(found)]
    parts += [page.list_of(_HEADINGS, there, kind) for kind, there in found.disagreements.items()]
    parts += [page.passages(found), page.moves(found)]
    parts += [page.list_of(_OPEN_HEADINGS, there, kind) for kind, there in found.open.items()]
    parts += [page.forms("SPELLINGS", found.spellings), page.equal_figures(found, everything)]
    parts += [page.wording(found, everything), page.limits()]
    blocks = ("\n".join(lines) for lines in map(list, parts) if lines)
    return "\n\n".join(blocks) + "\n"


class _Page:
    """Lays out one comparison at one width; each method yields the lines of one part, or none."""

    def __init__(self, comparison: Comparison, width: int) -> None:
        self.comparison = comparison
        self.width = width
        self.rows = {row.id: row for row in comparison.rows}
        self.sigla = [edition.siglum for edition in comparison.editions]
        self.margin = max(cell_width(siglum) for siglum in self.sigla) + 2
        self.row_of = {turn: row.id for row in comparison.rows for ids in row.turns.values() for turn in ids}

    # --- what was compared ---

    def heading(self) -> Iterator[str]:
        base = self.comparison.alignment.base
        for edition in self.comparison.editions:
            about = [edition.path, count_of(len(edition.turns), "turn"), edition.language]
            if edition.siglum == base and len(self.sigla) > 1:
                about.append("base edition")
            hanging = " " * self.margin
            lead = f"{printable(edition.siglum):<{self.margin}}"
            yield from fold(printable(" · ".join(filter(None, about))), self.width, indent=lead, hanging=hanging)
            if edition.title:
                yield hanging + head(printable(edition.title), self.width - self.margin)

    def counts(self) -> Iterator[str]:
        rows = self.comparison.rows
        alone = {s: sum(row.turns.keys() == {s} for row in rows) for s in self.sigla}
        parts = [f"{sum(len(row.turns) > 1 for row in rows):,} paired"]
        moved = sum(row.moved for row in rows)
        parts += [f"{moved:,} of them moved"] if moved else []
        parts += [f"{number:,} only in {printable(siglum)}" for siglum, number in alone.items() if number]
        yield from fold(f"{count_of(len(rows), 'row')}: {', '.join(parts)}.", self.width, hanging="  ")
        yield ""
        counted = self.comparison.summary["differences"]
        if not isinstance(counted, dict) or not counted:
            yield "No differences."
            return
        for kind, heading in HEADINGS.items():
            verdicts = counted.get(kind.value)
            if verdicts:
                parts = [f"{verdicts[v]:,} {words}" for v, words in VERDICT_WORDS.items() if v in verdicts]
                yield from fold(" · ".join(parts), self.width, indent=f"{heading:<18}", hanging=" " * 18)

    def legend(self, found: Digest) -> Iterator[str]:
        if not (found.disagreements or found.open or found.passages or found.moves):
            return
        first, last = self.sigla[0], self.sigla[-1]
        signs = [
            (f"r4, {first}4, {last}5", "row 4 of the alignment, turn 4 of one edition, turn 5 of another"),
            (f"{first}:12", f"line 12 of the file of edition {first}, where the turn begins"),
            (f"{OPENS}1939{CLOSES}", "the place in question; … words left out"),
        ]
        for sign, meaning in signs:
            yield from fold(meaning, self.width, indent=f"{printable(sign):<18}", hanging=" " * 18)

    def headline(self, words: str) -> Iterator[str]:
        return fold(words, self.width, hanging="  ")

    # --- places ---

    def list_of(self, headings: dict[Kind, str], found: Sequence[Difference], kind: Kind) -> Iterator[str]:
        yield from self.headline(f"{headings.get(kind, HEADINGS[kind].upper())} ({len(found):,})")
        for difference in found:
            yield ""
            yield from self.place(difference)

    def place(self, difference: Difference) -> Iterator[str]:
        row = self.rows[difference.row]
        said = f"{VERDICT_WORDS[difference.verdict]}: {self.contrast(difference)}"
        lead = f"{row.id}  {self.who(row, difference)} · {difference.kind.value} · {said}"
        yield from fold(lead, self.width, hanging="    ")
        for siglum in self.sigla:
            reading = difference.readings.get(siglum)
            if reading is not None:
                turn = self.comparison.turns[reading.turn]
                yield self.quote(siglum, turn, reading.start, reading.end)
            elif siglum in row.turns and difference.kind is not Kind.EDITORIAL:
                turn = self.comparison.turns[row.turns[siglum][0]]
                yield self.quote(siglum, turn, 0, 0)

    def who(self, row: Row, difference: Difference) -> str:
        """As "A4 Stalin | B4 Stalin", with all turns of the row where an edition has no reading."""
        cells = []
        for siglum in self.sigla:
            reading = difference.readings.get(siglum)
            if reading is not None:
                cells.append(self.names([self.comparison.turns[reading.turn]]))
            elif siglum in row.turns:
                cells.append(self.names([self.comparison.turns[turn] for turn in row.turns[siglum]]))
            else:
                cells.append(f"not in {printable(siglum)}")
        return " | ".join(cells)

    def names(self, turns: Sequence[Turn]) -> str:
        """As "A17–A18 Zhou Enlai": a run of turns and who speaks in them."""
        speakers = dict.fromkeys(printable(turn.speaker or "(no speaker)") for turn in turns)
        return f"{self.span([turn.id for turn in turns])} {', '.join(speakers)}"

    def span(self, ids: Sequence[str]) -> str:
        return printable(ids[0] if len(ids) == 1 else f"{ids[0]}–{ids[-1]}")

    def contrast(self, difference: Difference) -> str:
        """As "1939 / 1934 — one digit off"; with the values where neither the words nor a note show them."""
        note = printable(difference.note)
        said = contrast(difference, self.comparison.turns)
        readings = [difference.readings[siglum] for siglum in self.sigla if siglum in difference.readings]
        if len(readings) == 1:
            ((siglum, text),) = said.items()
            return note or f"{printable(head(text, 40))}, only in {printable(siglum)}"
        shown = " / ".join(printable(head(said[siglum], 40)) for siglum in self.sigla if siglum in said)
        if note:
            return f"{shown} — {note}"
        values = [printable(reading.value or "") for reading in readings]
        plain = all(
            value in ("", reading.text.replace(",", "")) for value, reading in zip(values, readings, strict=True)
        )
        if plain or len(set(values)) == 1 or difference.kind is Kind.SPEAKER:
            return shown
        return f"{shown} ({' / '.join(values)})"

    def quote(self, siglum: str, turn: Turn, start: int, end: int) -> str:
        lead = self.lead(siglum, turn)
        return lead + printable(excerpt(turn.text, start, end, self.width - cell_width(lead)))

    def lead(self, siglum: str, turn: Turn) -> str:
        lead = f"    {printable(siglum)}:{turn.line}  "
        return f"{lead:<{self.margin + 9}}"

    # --- passages ---

    def passages(self, found: Digest) -> Iterator[str]:
        def key(passage: Passage) -> tuple[str, ...]:
            return tuple(passage.turns)

        order = {siglum: number for number, siglum in enumerate(self.sigla)}
        by_home = sorted(found.passages, key=lambda passage: [order[s] for s in key(passage)])
        for number, (home, group) in enumerate(groupby(by_home, key)):
            there = list(group)
            if number:
                yield ""
            turns = sum(len(passage.turns[home[0]]) for passage in there)
            where = count_of(turns, "turn") + f" in {count_of(len(there), 'place')}"
            yield from self.headline(f"ONLY IN {' AND '.join(map(printable, home))} ({where})")
            for passage in there:
                yield ""
                yield from self.passage(passage)

    def passage(self, passage: Passage) -> Iterator[str]:
        label = passage.kind.value
        verdict = VERDICT_WORDS[passage.differences[0].verdict]
        ids = self.span([row.id for row in passage.rows])
        turns = " | ".join(self.names(turns) for turns in passage.turns.values())
        where = f"{verdict} in {', '.join(map(printable, passage.absent))}"
        if passage.kind is Kind.ADDITION:
            where = verdict + "".join(f", after {self.before(there)}" for there in passage.turns.values())
        lead = f"{ids}  {turns} · {label} · {where}"
        yield from fold(lead, self.width, hanging="    ")
        for siglum, there in passage.turns.items():
            yield from self.openings(siglum, there)

    def openings(self, siglum: str, turns: Sequence[Turn]) -> Iterator[str]:
        left_out = len(turns) - 2 * _FIRST_TURNS
        for number, turn in enumerate(turns):
            if left_out <= 0 or not _FIRST_TURNS <= number < len(turns) - _FIRST_TURNS:
                yield from self.opening(siglum, turn)
            elif number == _FIRST_TURNS:
                yield f"    … {count_of(left_out, 'more turn')} …"

    def opening(self, siglum: str, turn: Turn) -> Iterator[str]:
        """The first lines of a turn that no other edition shows."""
        lead = self.lead(siglum, turn)
        lines = fold(printable(turn.text), self.width - 2, indent=lead, hanging=" " * cell_width(lead))
        *shown, last = islice(lines, _OPENING_LINES)
        yield from shown
        yield last if next(lines, None) is None else f"{last} …"

    def before(self, turns: Sequence[Turn]) -> str:
        """The turn before a run, and its row: where in its edition the run stands."""
        edition = next(e for e in self.comparison.editions if e.siglum == turns[0].siglum)
        number = turns[0].number
        if number == 0:
            return f"the front matter of {printable(edition.siglum)}"
        last = edition.turns[number - 1].id
        return printable(f"{last} ({self.row_of[last]})" if last in self.row_of else last)

    def moves(self, found: Digest) -> Iterator[str]:
        if not found.moves:
            return
        rows = sum(len(passage.rows) for passage in found.moves)
        yield from self.headline(f"MOVED ({count_of(rows, 'row')} in {count_of(len(found.moves), 'passage')})")
        for passage in found.moves:
            yield ""
            turns = " | ".join(self.names(turns) for turns in passage.turns.values())
            places = [f"in {printable(s)} after {self.before(there)}" for s, there in passage.turns.items()]
            ids = self.span([row.id for row in passage.rows])
            lead = f"{ids}  {turns} · order · moved: {', '.join(places)}"
            yield from fold(lead, self.width, hanging="    ")
            for siglum, there in passage.turns.items():
                yield self.quote(siglum, there[0], 0, 0)

    # --- the same in another form ---

    def forms(self, heading: str, forms: Sequence[Forms]) -> Iterator[str]:
        if not forms:
            return
        places = sum(len(same.rows) for same in forms)
        yield from self.headline(f"{heading} ({count_of(len(forms), 'set')}, {count_of(places, 'place')})")
        yield ""
        sigla = [siglum for siglum in self.sigla if any(siglum in same.readings for same in forms)]
        room = max((self.width - 18) // len(sigla) - 2, 3)
        cells = [[head(printable(same.readings.get(s, "")), room) for s in sigla] for same in forms]
        widths = [max(cell_width(row[i]) for row in [*cells, sigla]) for i in range(len(sigla))]
        yield self.table_line(map(printable, sigla), widths, "times", "first")
        for same, line in zip(forms, cells, strict=True):
            yield self.table_line(line, widths, f"{len(same.rows):,}", same.rows[0])

    def table_line(self, cells: Iterable[str], widths: Sequence[int], times: str, first: str) -> str:
        padded = (cell + " " * (width - cell_width(cell)) for cell, width in zip(cells, widths, strict=True))
        return f"    {'  '.join(padded)}  {times:>5}  {first}"

    def equal_figures(self, found: Digest, everything: bool) -> Iterator[str]:
        if not found.figures:
            return
        if everything:
            yield from self.forms("FIGURES EQUAL IN ANOTHER FORM", found.figures)
        else:
            number = count_of(sum(len(forms.rows) for forms in found.figures), "figure")
            yield from fold(f"{number} equal in another form; --all lists them.", self.width)

    def wording(self, found: Digest, everything: bool) -> Iterator[str]:
        if not (found.reworded or found.worded):
            return
        parts = [f"{count_of(len(found.reworded), 'row')} told anew"] if found.reworded else []
        parts += [f"{count_of(len(found.worded), 'row')} worded otherwise in places"] if found.worded else []
        if not everything:
            yield from fold(f"Wording: {', '.join(parts)}; --all lists them.", self.width)
            return
        yield from self.headline(f"WORDING ({', '.join(parts)})")
        for difference in self.comparison.differences:
            if difference.kind is Kind.WORDING:
                yield ""
                yield from self.reworded(difference)

    def reworded(self, difference: Difference) -> Iterator[str]:
        if difference.verdict is not Verdict.REWORDED:
            yield from self.place(difference)
            return
        row = self.rows[difference.row]
        lead = f"{row.id}  {self.who(row, difference)} · wording · {VERDICT_WORDS[difference.verdict]}"
        yield from fold(lead, self.width, hanging="    ")
        for siglum, ids in row.turns.items():
            yield self.quote(siglum, self.comparison.turns[ids[0]], 0, 0)

    # --- what the reader must know of the work itself ---

    def limits(self) -> Iterator[str]:
        if not self.comparison.limits:
            return
        yield "LIMITS REACHED"
        for limit in self.comparison.limits:
            yield from fold(printable(limit), self.width, indent="  ! ", hanging="    ")
