"""What the margin says of a row before its text is read: unpaired, moved, joined, doubtful, told anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.model import Kind, Status, Verdict
from align.review.filters import KINDS, is_slight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.model import Difference, Row

UNPAIRED = "∅"
MOVED = "⇅"
DOUBTFUL = "?"
REWORDED = "≈"

LETTERS: dict[Kind, str] = {
    Kind.WORDING: "w",
    Kind.NAME: "n",
    Kind.FIGURE: "f",
    Kind.SPEAKER: "s",
    Kind.OMISSION: "−",
    Kind.ADDITION: "+",
    Kind.ORDER: "↕",
    Kind.EDITORIAL: "e",
}
"""One letter a kind; a capital where at least one difference is more than slight."""

LEGEND: tuple[tuple[str, str], ...] = (
    (MOVED, "the row is out of order against the base edition"),
    (UNPAIRED, "a turn with no partner"),
    (DOUBTFUL, "the pairing is doubtful"),
    ("2:1", "two turns of the first edition answer to one of the second"),
    (REWORDED, "told anew: the wording differs from end to end, so no word is marked"),
    ("F f", "kinds of difference in the row: a capital where it matters, a small letter where it is slight"),
)
"""The signs and what they mean, for the key help."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The margin of one row.

    Attributes:
        flags: the signs that hold, in a fixed order ("⇅?").
        shape: turns in each edition where that is not one each ("2:1"), else "".
        kinds: letters of the kinds of difference shown ("Fnw").
    """

    flags: str
    shape: str
    kinds: str


def is_doubtful(row: Row) -> bool:
    """Tells whether the machine or an editor doubts the pairing of a row.

    The score itself means something only against the background of its own pair of texts, so the pairing says
    by the status where it is unsure; no threshold is set here.
    """
    return row.status is Status.DOUBTFUL


def needs_a_look(row: Row, editions: int) -> bool:
    """Tells whether a row is worth a visit on the tour of doubtful pairings.

    Args:
        row: the row.
        editions: number of editions compared.

    Returns:
        True where the row is not one turn in every edition, or is doubtful, and no editor has confirmed it.
    """
    if row.status is Status.CONFIRMED:
        return False
    return is_doubtful(row) or len(row.turns) < editions or any(len(turns) != 1 for turns in row.turns.values())


def signs(row: Row, sigla: Sequence[str], shown: Iterable[Difference]) -> Signs:
    """Works out the margin of a row.

    Args:
        row: the row.
        sigla: sigla of the editions in the order of the columns.
        shown: the differences of the row that the filter lets through.

    Returns:
        The signs.
    """
    found = tuple(shown)
    flags = ""
    if row.moved:
        flags += MOVED
    if len(row.turns) == 1:
        flags += UNPAIRED
    if is_doubtful(row):
        flags += DOUBTFUL
    if any(difference.verdict is Verdict.REWORDED for difference in found):
        flags += REWORDED
    sizes = [len(row.turns.get(siglum, ())) for siglum in sigla]
    joined = len(row.turns) > 1 and max(sizes) > 1
    shape = ":".join(map(str, sizes)) if joined else ""
    # What has a sign of its own needs no letter: told anew, without a partner, moved.
    told = [
        difference
        for difference in found
        if difference.verdict not in (Verdict.REWORDED, Verdict.MOVED)
        and not (len(row.turns) == 1 and difference.kind in (Kind.OMISSION, Kind.ADDITION))
    ]
    serious = {difference.kind for difference in told if not is_slight(difference)}
    slight = {difference.kind for difference in told if is_slight(difference)}
    letters = [
        LETTERS[kind].upper() if kind in serious else LETTERS[kind]
        for kind in KINDS
        if kind in serious or kind in slight
    ]
    return Signs(flags, shape, "".join(letters))
