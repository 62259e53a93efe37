"""Two names compared as Korean: surname with surname, then the syllables of the given name."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from editions.names.romanization.folding import fold, script_of
from editions.names.romanization.korean import (
    hangul_surname,
    in_latin,
    may_be_by_russian,
    read_korean,
    surname_table,
)
from editions.names.romanization.mandarin_names import agreeing_readings
from editions.names.romanization.matches import SpellingMatch

if TYPE_CHECKING:
    from editions.names.romanization.personal import PersonalName

_PLACE = "place"
_MARKS = "-'ŏŭ"
_LONGEST_GIVEN = 14
_MOST_GIVEN_WORDS = 2


def compare_korean(one: PersonalName, two: PersonalName, kind: str | None) -> SpellingMatch | None:
    """Compares two names as Korean.

    Returns:
        The match; None where they are not both Korean, or (for places) where their syllables do not agree.
    """
    if kind == _PLACE:
        return _syllables(one.text, two.text)
    first, second = korean_person(one.text), korean_person(two.text)
    if not first or not second:
        # a single word may be a place; without the marks of Korean print, agreement is chance (Odysseus, Odusseus)
        marked = any(mark in name.text for name in (one, two) for mark in _MARKS)
        return _syllables(one.text, two.text) if marked and len(one.words) == len(two.words) == 1 else None
    outcome: SpellingMatch | None = None
    for surnames_a, given_a in first:
        for surnames_b, given_b in second:
            shared = surnames_a & surnames_b
            if not shared:
                outcome = outcome or SpellingMatch(False, 0.05, "two Korean surnames", 1)
            elif not given_a and not given_b:
                return SpellingMatch(True, 0.9, f"both can be the Korean surname {min(shared)}", 1)
            elif not given_a or not given_b:
                return SpellingMatch(True, 0.75, f"surname alone: both can be Korean {min(shared)}", 1)
            else:
                match = _syllables(given_a, given_b)
                if match is not None:
                    return match
                by_chance = _agree_by_russian(given_a, given_b)
                reason = "one Korean surname; the given names agree only by way of Russian"
                outcome = (
                    SpellingMatch(None, 0.5, reason, 1)
                    if by_chance
                    else SpellingMatch(False, 0.1, "one Korean surname, two given names", 1)
                )
    return outcome


def korean_person(text: str) -> list[tuple[frozenset[str], str]]:
    """Ways to part a name into keys of a Korean surname and a given name, surname first or last.

    Args:
        text: a name without title and initials, in Latin, Cyrillic or Hangul letters.

    Returns:
        The ways; [] where neither the first nor the last word is a Korean surname.
    """
    if script_of(text) == "hangul":
        return hangul_surname(text)
    words = in_latin(text).replace("-", " ").split(" ")
    table = surname_table()
    found: list[tuple[frozenset[str], str]] = []
    for surname, given in ((words[0], words[1:]), (words[-1], words[:-1]))[: len(words)]:
        keys = table.get(surname) or table.get(fold(surname))
        if keys and len(given) <= _MOST_GIVEN_WORDS and sum(map(len, given)) <= _LONGEST_GIVEN:
            found.append((keys, " ".join(given)))
    return found


def _agree_by_russian(a: str, b: str) -> bool:
    """Whether two given names agree if one of them came by way of Russian without showing it ("Hen-yong")."""
    return any(
        agreeing_readings(read_korean(a, russian=first), read_korean(b, russian=not first)) is not None
        for first in (False, True)
    )


def _syllables(a: str, b: str) -> SpellingMatch | None:
    for by_russian in ((False, False), (may_be_by_russian(a), may_be_by_russian(b))):
        first, second = (read_korean(text, russian=russian) for text, russian in zip((a, b), by_russian, strict=True))
        agreeing = agreeing_readings(first, second) if first and second else None
        if agreeing is not None:
            still_open = max(agreeing[0].count, agreeing[1].count)
            way = "Korean by way of Russian" if any(by_russian) else "Korean"
            score = max(0.76, 0.97 - 0.015 * log2(still_open))
            return SpellingMatch(True, score, f"the syllables agree as {way}", still_open)
    return None
