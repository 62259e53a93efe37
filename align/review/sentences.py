"""Says in words what differs at a place, and why the turns of a row were set side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.model import Kind, Status, Verdict
from align.review.filters import is_slight
from align.review.signs import is_doubtful
from align.review.wording import VERDICTS, part_in_words, score_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import Difference, Reading, Row
    from align.workspace import Comparison

QUOTED = 70
"""Characters of a reading that are quoted; the rest is in the text itself."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One difference in words.

    Attributes:
        difference: its id.
        kind: its kind, which leads the sentence.
        slight: whether the editions still say the same thing.
        lead: "Figure".
        body: what follows the colon, with a full stop.
    """

    difference: str
    kind: Kind
    slight: bool
    lead: str
    body: str

    def __str__(self) -> str:
        """The whole sentence."""
        return f"{self.lead}: {self.body}"


def say_difference(difference: Difference, row: Row, comparison: Comparison) -> Sentence:
    """Says what differs at one place.

    Args:
        difference: the place.
        row: its row.
        comparison: the editions and rows it belongs to.

    Returns:
        The sentence ("Figure: A has 1939, B has 1934 — different. One digit off.").
    """
    return Sentence(
        difference=difference.id,
        kind=difference.kind,
        slight=is_slight(difference),
        lead=difference.kind.value.capitalize(),
        body=_body(difference, row, comparison),
    )


def _body(difference: Difference, row: Row, comparison: Comparison) -> str:
    # Of these the note is a whole sentence, and says it better than the readings could.
    if difference.note and (difference.kind is Kind.SPEAKER or difference.verdict is Verdict.REWORDED):
        return difference.note
    facts = _facts(difference, row, comparison)
    # Of these the facts are all there is, and the note would say them again.
    if difference.kind in (Kind.OMISSION, Kind.ADDITION, Kind.ORDER, Kind.EDITORIAL):
        return f"{facts}."
    told = difference.verdict in (Verdict.MISSING, Verdict.ADDED, Verdict.REWORDED)
    verdict = "" if told else VERDICTS[difference.verdict]
    note = _gist(difference.note.strip(), tuple(row.turns))
    if note.endswith("."):
        return f"{facts} — {verdict}. {note}" if verdict else f"{facts}. {note}"
    tail = "; ".join(part for part in (verdict, note) if part)
    return f"{facts} — {tail}." if tail else f"{facts}."


def _gist(note: str, sigla: Sequence[str]) -> str:
    """What a note says beyond the readings: "A has 1939, B 1934: one digit off." gives "one digit off"."""
    if not any(note.startswith(f"{siglum} has ") for siglum in sigla):
        return note
    _, colon, gist = note.partition(": ")
    return gist.rstrip(".") if colon else ""


def _quote(reading: Reading, kind: Kind) -> str:
    plain = kind in (Kind.FIGURE, Kind.NAME, Kind.SPEAKER)
    text = (reading.text.strip() or reading.value or "").strip()
    if kind is Kind.SPEAKER and reading.value:
        text = reading.value
    if len(text) > QUOTED:
        text = text[: QUOTED - 1].rstrip() + "…"
    return text if plain else f"“{text}”"


def _facts(difference: Difference, row: Row, comparison: Comparison) -> str:
    sigla = [edition.siglum for edition in comparison.editions]
    having = [siglum for siglum in sigla if siglum in difference.readings]
    without = [siglum for siglum in sigla if siglum not in difference.readings and siglum in row.turns]
    absent = [siglum for siglum in sigla if siglum not in row.turns]
    if difference.verdict is Verdict.REWORDED:
        return f"{_list(having)} put the same in other words, from end to end"
    if difference.kind is Kind.ORDER:
        homes = [_home(difference.readings[siglum], siglum, comparison) for siglum in having]
        return "; ".join(home for home in homes if home) or "the turn stands in another place"
    if absent and all(_is_whole(reading, comparison) for reading in difference.readings.values()):
        here = [siglum for siglum in sigla if siglum in row.turns]
        turns = [turn for siglum in here for turn in row.turns[siglum]]
        only = "only " if len(here) == 1 else ""
        return f"{only}{_have(here)} {_list(turns)}; {_have(absent)} nothing for it"
    alike: dict[str, list[str]] = {}
    for siglum in having:
        alike.setdefault(_quote(difference.readings[siglum], difference.kind), []).append(siglum)
    said = [f"{_have(group)} {text}" for text, group in alike.items()]
    if without:
        said.append(f"{_have(without)} nothing here")
    elif absent and len(having) == 1:
        said.append(f"{_have(absent)} nothing for it")
    return ", ".join(said)


def _is_whole(reading: Reading, comparison: Comparison) -> bool:
    turn = comparison.turns.get(reading.turn)
    return turn is not None and reading.start <= turn.said and reading.end >= len(turn.text)


def _have(sigla: Sequence[str]) -> str:
    return f"{_list(sigla)} {'has' if len(sigla) == 1 else 'have'}"


def _home(reading: Reading, siglum: str, comparison: Comparison) -> str:
    """Where a moved turn stands in its own edition; nothing for the base, whose order the rows follow."""
    turn = comparison.turns.get(reading.turn)
    if turn is None or siglum == comparison.alignment.base:
        return ""
    edition = next(edition for edition in comparison.editions if edition.siglum == siglum)
    if turn.number == 0:
        return f"{turn.id} stands at the very beginning of {siglum}"
    before = edition.turns[turn.number - 1].id
    for number, row in enumerate(comparison.rows, 1):
        if before in row.turns.get(siglum, ()):
            return f"in {siglum} the turn {turn.id} stands after {before}, which is in row {number}"
    return f"in {siglum} the turn {turn.id} stands after {before}"


def _list(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def say_pairing(row: Row, comparison: Comparison) -> str:
    """Says why the turns of a row stand side by side, and how sure that is.

    Args:
        row: the row.
        comparison: where it is.

    Returns:
        One or two sentences.
    """
    sigla = [edition.siglum for edition in comparison.editions]
    if len(row.turns) <= 1:
        (siglum,) = tuple(row.turns) or ("",)
        others = _list([other for other in sigla if other != siglum])
        turns = row.turns.get(siglum, ())
        return f"No partner: nothing in {others} answers to {_list(turns) or 'it'}."
    who = _list([" + ".join(row.turns[siglum]) for siglum in sigla if siglum in row.turns])
    sure = {
        Status.CONFIRMED: "confirmed by an editor",
        Status.DOUBTFUL: "doubtful",
        Status.PROPOSED: "sure",
    }[row.status]
    if row.status is Status.PROPOSED and is_doubtful(row):
        sure = "doubtful"
    reasons = ", ".join(part_in_words(name, value) for name, value in row.why.items())
    sentence = f"{who} are paired: {reasons}; " if reasons else f"{who} are paired; "
    sentence += f"pairing {sure} ({score_in_words(row.score)})."
    if row.moved:
        sentence += f" The row is out of the order of {comparison.alignment.base}."
    missing = [siglum for siglum in sigla if siglum not in row.turns]
    if missing:
        sentence += f" Nothing in {_list(missing)} answers to it."
    return sentence
