"""The words in which every report speaks of kinds, verdicts and their weight."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from align.model import Kind, Verdict
from align.review.signs import LETTERS
from align.review.wording import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.model import Difference
    from editions.model import Turn


class Weight(IntEnum):
    """How much a difference matters to somebody who asks what was said."""

    DISAGREE = 0
    """The editions say different things: another figure, person or speaker, or a passage only one has."""
    OPEN = 1
    """A reader must judge: a value otherwise qualified, a name that one edition does without."""
    FORM = 2
    """The same thing in another form: a spelling, a figure in words."""
    WORDING = 3
    """The sentence is put otherwise."""


HEADINGS: dict[Kind, str] = {
    Kind.FIGURE: "Figures",
    Kind.NAME: "Names",
    Kind.SPEAKER: "Speakers",
    Kind.OMISSION: "Omissions",
    Kind.ADDITION: "Additions",
    Kind.ORDER: "Order",
    Kind.EDITORIAL: "Editorial matter",
    Kind.WORDING: "Wording",
}
"""What a list of differences of a kind is called, in the order in which a reader should meet the kinds."""

VERDICT_WORDS: dict[Verdict, str] = {
    verdict: VERDICTS[verdict]
    for verdict in (
        Verdict.DIFFERENT,
        Verdict.MISSING,
        Verdict.ADDED,
        Verdict.MOVED,
        Verdict.QUALIFIER,
        Verdict.NOT_COMPARABLE,
        Verdict.UNRESOLVED,
        Verdict.WITHIN_ROUNDING,
        Verdict.OTHER_FORM,
        Verdict.VARIANT,
        Verdict.EQUAL,
        Verdict.SAME,
        Verdict.REWORDED,
    )
} | {Verdict.VARIANT: "spelled otherwise", Verdict.REWORDED: "told anew"}
"""Every verdict in a few words, in the order in which counts are given; two shorter than in the workbench."""

VERDICT_MEANINGS: dict[Verdict, str] = {
    Verdict.DIFFERENT: "the editions contradict each other",
    Verdict.MISSING: "the base edition has it, another does not",
    Verdict.ADDED: "another edition has it, the base edition does not",
    Verdict.MOVED: "it stands in another place",
    Verdict.QUALIFIER: "the same value, but “about”, “more than” or the like in one edition only",
    Verdict.NOT_COMPARABLE: "the two cannot be set against each other",
    Verdict.UNRESOLVED: "may or may not be one and the same",
    Verdict.WITHIN_ROUNDING: "units converted and rounded, and within that rounding equal",
    Verdict.OTHER_FORM: "one value, written otherwise",
    Verdict.VARIANT: "one name, spelled otherwise",
    Verdict.EQUAL: "no difference",
    Verdict.SAME: "no difference",
    Verdict.REWORDED: "so freely worded that marks on single words would say nothing",
}
"""What each verdict means, for the legend."""

_SAME_THING = frozenset({Verdict.EQUAL, Verdict.SAME, Verdict.OTHER_FORM, Verdict.WITHIN_ROUNDING, Verdict.VARIANT})
_TO_JUDGE = frozenset({Verdict.QUALIFIER, Verdict.NOT_COMPARABLE, Verdict.UNRESOLVED})


def weigh(difference: Difference) -> Weight:
    """Says how much one difference matters.

    A figure or name that one edition has and the other does without is open rather than a disagreement: free
    translations put "he" and "the country" for names all the time.
    """
    if difference.kind is Kind.WORDING:
        return Weight.WORDING
    if difference.verdict in _SAME_THING:
        return Weight.FORM
    if difference.verdict in _TO_JUDGE or difference.kind is Kind.EDITORIAL:
        return Weight.OPEN
    one_sided = difference.verdict in (Verdict.MISSING, Verdict.ADDED)
    if one_sided and difference.kind in (Kind.FIGURE, Kind.NAME, Kind.SPEAKER):
        return Weight.OPEN
    return Weight.DISAGREE


def letter(kind: Kind) -> str:
    """The sign of a kind where there is no room for a word; nothing is ever told by colour alone."""
    return LETTERS[kind].upper()


def contrast(difference: Difference, turns: Mapping[str, Turn]) -> dict[str, str]:
    """What stands against what: siglum -> words, or speaker as that edition calls the person.

    Args:
        difference: one place.
        turns: turn id -> turn.
    """
    readings = difference.readings.items()
    if difference.kind is Kind.SPEAKER:
        return {siglum: turns[reading.turn].speaker or "(no speaker)" for siglum, reading in readings}
    return {siglum: reading.text for siglum, reading in readings}


def count_of(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 row", "2 rows"; thousands are grouped."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
