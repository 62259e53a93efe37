"""The words in which every report speaks of kinds, verdicts and their weight."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from align.model import Kind, Verdict

if TYPE_CHECKING:
    from align.model import Difference


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


@dataclass(frozen=True, slots=True)
class KindWords:
    """How one kind of difference is called.

    Attributes:
        label: one of them, as used in a line ("figure").
        heading: many of them, as used over a list ("Figures").
        letter: the sign by which it is marked where there is no room, never by colour alone.
        meaning: what it is, for the legend.
    """

    label: str
    heading: str
    letter: str
    meaning: str


KIND_WORDS: dict[Kind, KindWords] = {
    Kind.FIGURE: KindWords("figure", "Figures", "F", "a number, date, measure or sum"),
    Kind.NAME: KindWords("name", "Names", "N", "a person, place or organisation"),
    Kind.SPEAKER: KindWords("speaker", "Speakers", "S", "who is said to speak"),
    Kind.OMISSION: KindWords("omission", "Omissions", "−", "a passage that only the base edition has"),
    Kind.ADDITION: KindWords("addition", "Additions", "+", "a passage that the base edition does not have"),
    Kind.ORDER: KindWords("order", "Order", "↕", "a passage that stands in another place"),
    Kind.EDITORIAL: KindWords("editorial", "Editorial matter", "E", "brackets and notes of an editor"),
    Kind.WORDING: KindWords("wording", "Wording", "W", "the same said in other words"),
}
"""Every kind, in the order in which a reader should meet them."""

VERDICT_WORDS: dict[Verdict, str] = {
    Verdict.DIFFERENT: "different",
    Verdict.MISSING: "missing",
    Verdict.ADDED: "added",
    Verdict.MOVED: "moved",
    Verdict.QUALIFIER: "otherwise qualified",
    Verdict.NOT_COMPARABLE: "not comparable",
    Verdict.UNRESOLVED: "unresolved",
    Verdict.WITHIN_ROUNDING: "equal when converted and rounded",
    Verdict.OTHER_FORM: "equal, in another form",
    Verdict.VARIANT: "spelled otherwise",
    Verdict.EQUAL: "equal",
    Verdict.SAME: "same",
    Verdict.REWORDED: "told anew",
}
"""Every verdict in a few words, in the order in which counts are given."""

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

_SAME_THING = frozenset(
    {Verdict.EQUAL, Verdict.SAME, Verdict.OTHER_FORM, Verdict.WITHIN_ROUNDING, Verdict.VARIANT}
)
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


def count_of(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 row", "2 rows"; thousands are grouped."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
