"""Who speaks, according to each edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.differences.sides import Found, reading
from align.model import Kind, Reading, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.differences.sides import Side
    from editions.model import Turn


def compare_speakers(base: Side, other: Side, correspond: Mapping[str, str]) -> list[Found]:
    """Finds turns that the two editions give to different people.

    Args:
        base: the base edition's share of the row.
        other: the other edition's.
        correspond: speaker of the other edition -> the same person's name in the base edition.

    Returns:
        One difference for each turn of the other edition whose speaker is not among those of the base's turns:
        ``different`` where both people are known, ``unresolved`` where it is not known who the other is there.
    """
    named = [turn for turn in base.turns if turn.speaker is not None]
    here = {name for turn in named for name in (turn.speaker, *turn.also)}
    if not named:
        return []
    out: list[Found] = []
    for turn in other.turns:
        if turn.speaker is None or turn.speaker in here:
            continue
        person = correspond.get(turn.speaker)
        if person in here or any(correspond.get(name) in here for name in turn.also):
            continue
        first = named[0]
        note = f"{base.siglum} gives these words to {first.speaker}, {other.siglum} to {turn.speaker}."
        if person is None:
            note += f" Who {turn.speaker} is in {base.siglum} is not known."
        readings = {base.siglum: _name(first, None), other.siglum: _name(turn, person)}
        out.append(Found(Kind.SPEAKER, Verdict.UNRESOLVED if person is None else Verdict.DIFFERENT, readings, note))
    return out


def _name(turn: Turn, person: str | None) -> Reading:
    """The place where a turn names its speaker: its label, the name in its text, or its very beginning."""
    value = person or turn.speaker
    if turn.said:
        label = turn.text[: turn.said].rstrip(" :.—–-")
        return reading(turn, 0, len(label), value)
    start = turn.text.find(turn.speaker or "")
    if start < 0:
        return reading(turn, 0, 0, value)
    return reading(turn, start, start + len(turn.speaker or ""), value)
