"""The words in which the workbench speaks of kinds, verdicts and the parts of a score."""

from __future__ import annotations

from align.model import Kind, Verdict

KIND_MEANINGS: dict[Kind, str] = {
    Kind.WORDING: "the same said in other words",
    Kind.NAME: "a person, place or organisation",
    Kind.FIGURE: "a number, date, measure or sum",
    Kind.SPEAKER: "who is said to speak",
    Kind.OMISSION: "a passage that only the base edition has",
    Kind.ADDITION: "a passage that the base edition does not have",
    Kind.ORDER: "a passage that stands in another place",
    Kind.EDITORIAL: "an editor's brackets and notes",
}
"""What each kind is, for the key help and the filter."""

VERDICTS: dict[Verdict, str] = {
    Verdict.EQUAL: "equal",
    Verdict.OTHER_FORM: "equal, in another form",
    Verdict.WITHIN_ROUNDING: "equal when converted and rounded",
    Verdict.QUALIFIER: "otherwise qualified",
    Verdict.NOT_COMPARABLE: "not comparable",
    Verdict.SAME: "the same",
    Verdict.VARIANT: "one name, spelled otherwise",
    Verdict.UNRESOLVED: "perhaps one and the same",
    Verdict.DIFFERENT: "different",
    Verdict.MISSING: "missing",
    Verdict.ADDED: "added",
    Verdict.REWORDED: "told anew from end to end",
    Verdict.MOVED: "moved",
}
"""Each verdict in a few words."""

PARTS: dict[str, tuple[str, str, str]] = {
    "text": ("much the same words", "some of the same words", "few words in common"),
    "speaker": ("same speaker", "perhaps the same speaker", "another speaker"),
    "names": ("same names", "some of the same names", "other names"),
    "figures": ("same figures", "some of the same figures", "other figures"),
    "length": ("of like length", "of somewhat unlike length", "of unlike length"),
    "neighbours": ("neighbours pair well", "neighbours pair fairly", "neighbours pair badly"),
}
"""Each part of the score, said of a high, a middling and a low value."""

HIGH, MIDDLING = 0.6, 0.25
"""Where the words above change; only the words, no decision hangs on them."""


def part_in_words(name: str, value: float) -> str:
    """Says one part of a score ("same speaker 1.00", "few words in common .12").

    Args:
        name: the part, as ``Row.why`` calls it; an unknown one is said by its name.
        value: 0..1.

    Returns:
        The phrase with its value.
    """
    high, middling, low = PARTS.get(name, (name, name, name))
    phrase = high if value >= HIGH else middling if value >= MIDDLING else low
    return f"{phrase} {score_in_words(value)}"


def score_in_words(value: float) -> str:
    """Writes a score as ".61" or "1.00"."""
    return f"{value:.2f}".removeprefix("0")
