"""Two names compared as Mandarin, reading by reading."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from editions.names.romanization.mandarin import COMPOUND_SURNAMES, Reading, read_in_any_system, read_mandarin
from editions.names.romanization.matches import SpellingMatch
from editions.names.romanization.syllables import PINYIN, WADE_GILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editions.names.romanization.personal import PersonalName

_PLACE = "place"


def compare_mandarin(
    one: PersonalName, two: PersonalName, systems: tuple[str | None, str | None], kind: str | None
) -> SpellingMatch | None:
    """Compares two names as Mandarin.

    Args:
        one: a name.
        two: the other.
        systems: the systems they are declared to be in.
        kind: what they are names of, where known.

    Returns:
        The match; None where one of them does not parse wholly as Mandarin.
    """
    first = read_mandarin(one.text, systems[0])
    second = read_mandarin(two.text, systems[1])
    if not first or not second:
        return None
    agreeing = agreeing_readings(first, second)
    if agreeing is not None:
        left, right = agreeing
        still_open = max(left.count, right.count)
        usual = {left.system, right.system} <= {PINYIN, WADE_GILES} or left.system == right.system
        score = max(0.8, 0.98 - 0.02 * log2(still_open) - (0.0 if usual else 0.04))
        return SpellingMatch(True, score, _agreement(left, right), still_open)
    if kind != _PLACE:
        short = _surname_alone(first, second)
        if short is not None:
            return short
        if agreeing_readings(turned(first), second) or agreeing_readings(first, turned(second)):
            reason = "the same syllables with surname and given name in the other order"
            return SpellingMatch(True, 0.85, reason, 1)
    if not any(systems) and not {reading.system for reading in first} & {reading.system for reading in second}:
        # no system of the usual ones reads both; one of the rarer may ("Jou En-lai" is Yale)
        rare = agreeing_readings(read_in_any_system(one.text), read_in_any_system(two.text))
        if rare is not None:
            still_open = max(rare[0].count, rare[1].count)
            return SpellingMatch(True, 0.8, _agreement(*rare), still_open)
    names = f"{_spell(first)} and {_spell(second)}"
    return SpellingMatch(False, 0.05, f"both parse as Mandarin, {names}, and share no reading", 1)


def agreeing_readings(first: Iterable[Reading], second: Sequence[Reading]) -> tuple[Reading, Reading] | None:
    """The two readings that agree in every syllable and leave least open, if any do."""
    pairs = [
        (left, right)
        for left in first
        for right in second
        if len(left.syllables) == len(right.syllables)
        and all(not x.isdisjoint(y) for x, y in zip(left.syllables, right.syllables, strict=True))
    ]
    return min(pairs, key=lambda pair: pair[0].count * pair[1].count, default=None)


def turned(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Readings with the last word, if of one syllable, put first: "Enlai Zhou"."""
    return tuple(
        Reading(
            reading.system,
            reading.syllables[-1:] + reading.syllables[:-1],
            reading.heads[-1:] + reading.heads[:-1],
        )
        for reading in readings
        if len(reading.heads) > 1 and reading.heads[-1] == 1
    )


def _agreement(left: Reading, right: Reading) -> str:
    shared = "-".join(min(x & y) for x, y in zip(left.syllables, right.syllables, strict=True))
    systems = " and ".join(sorted({left.system, right.system}))
    loose = left if left.count > right.count else right
    tail = f"; {loose.system} leaves {loose.count} readings" if loose.count > 1 else ""
    return f"both can be {shared} ({systems}{tail})"


def _spell(readings: Sequence[Reading]) -> str:
    reading = min(readings, key=lambda reading: reading.count)
    return "-".join("/".join(sorted(options)) for options in reading.syllables)


def _surname_alone(first: Sequence[Reading], second: Sequence[Reading]) -> SpellingMatch | None:
    for short, full in ((first, second), (second, first)):
        surnames = [reading for reading in short if len(reading.syllables) == 1]
        if not surnames or not all(_has_surname(reading) for reading in full):
            continue
        for left in surnames:
            for right in full:
                shared = left.syllables[0] & right.syllables[0]
                if shared:
                    reason = f"surname alone: both can be {min(shared)}"
                    return SpellingMatch(True, 0.75, reason, left.count)
    return None


def _has_surname(reading: Reading) -> bool:
    """Whether a reading begins with a word that is a surname of one syllable, or a compound one."""
    if len(reading.heads) < 2:
        return False
    return reading.heads[0] == 1 or any(
        all(part in options for part, options in zip(surname, reading.syllables, strict=False))
        for surname in COMPOUND_SURNAMES
    )
