"""Whether two spellings can be one name: by what each can stand for, never by likeness of letters alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from editions.names.romanization.folding import fold, script_of
from editions.names.romanization.korean_names import compare_korean
from editions.names.romanization.lettered import compare_letters, one_word_sounds_alike
from editions.names.romanization.mandarin import read_mandarin
from editions.names.romanization.mandarin_names import agreeing_readings, compare_mandarin
from editions.names.romanization.matches import SpellingMatch
from editions.names.romanization.personal import split_name
from editions.names.romanization.places import is_state, often_said_for, places_named, without_noun
from editions.names.romanization.systems import canonical_system

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editions.names.romanization.personal import PersonalName

_PERSON = "person"
_PLACE = "place"
_SHORTEST_BARE = 4


def compare_spellings(
    a: str,
    b: str,
    *,
    systems: Sequence[str | None] | str | None = None,
    kind: str | None = None,
) -> SpellingMatch:
    """Compares two spellings of a name by what each can stand for.

    Tried in this order: the same letters; the table of places; Mandarin syllables; Korean syllables; Russian and
    other Slavic letters. Two spellings that both parse wholly as Mandarin (or as Korean names) and share no reading
    are two names.

    Args:
        a: one spelling, in any script, with or without title and initials.
        b: the other.
        systems: the systems the two are declared to be in ("pinyin", "wade-giles", or a BCP 47 tag such as
            "zh-Latn-wadegile"); one name for both, or a pair in which None leaves a side open.
        kind: "person", "place" or "organisation", where known.

    Returns:
        The match. The order of the spellings does not matter, but for the order of ``systems``.
    """
    pair = (systems, systems) if isinstance(systems, str) or systems is None else tuple(systems)
    first, second = (canonical_system(system) for system in (*pair, None, None)[:2])
    return _compare(a, b, first, second, None if kind is None else str(kind))


@lru_cache(maxsize=32768)
def _compare(a: str, b: str, system_a: str | None, system_b: str | None, kind: str | None) -> SpellingMatch:
    if not fold(a) or not fold(b):
        return SpellingMatch(None, 0.0, "there is nothing to compare")
    one, two = split_name(a), split_name(b)
    systems = (system_a, system_b)
    if fold(one.text) == fold(two.text) and one.initials == two.initials:
        return _spelled_alike(one, two, systems)
    return (
        _as_places(a, b, systems, kind)
        or _but_for_a_noun(a, b, systems, kind)
        or _as_characters(one, two)
        or _as_syllables(one, two, systems, kind)
        or compare_letters(one, two, kind)
    )


def _spelled_alike(one: PersonalName, two: PersonalName, systems: tuple[str | None, str | None]) -> SpellingMatch:
    """The same letters but for case, marks, apostrophes, hyphens, titles."""
    if one.text == two.text:
        return SpellingMatch(True, 1.0, "spelled alike")
    marks = [_marks(name.text) for name in (one, two)]
    readings = [read_mandarin(name.text) for name in (one, two)]
    if all(any(pair) for pair in marks) and all(readings) and agreeing_readings(*readings) is None:
        reason = "both print apostrophes or ü, and not in the same places"
        return SpellingMatch(False, 0.3, reason, 1)
    single = all(
        found and min(len(reading.syllables) for reading in found) == len(name.words) == 1
        for found, name in zip(readings, (one, two), strict=True)
    )
    # Chang and Ch'ang, Lu and Lü: within one habit of printing two surnames, between two habits one.
    if single and marks[0] != marks[1]:
        if all(systems) and systems[0] == systems[1]:
            return SpellingMatch(False, 0.3, "an apostrophe or ü parts them, and both are in one system", 1)
        return SpellingMatch(
            None, 0.6, "alike but for an apostrophe or ü, which parts two surnames where it is printed", 2
        )
    return SpellingMatch(True, 0.99, "spelled alike but for case, marks, apostrophes or hyphens")


def _marks(text: str) -> tuple[bool, bool]:
    return "'" in text, "ü" in text


def _as_places(a: str, b: str, systems: tuple[str | None, str | None], kind: str | None) -> SpellingMatch | None:
    if kind == _PERSON:
        return None
    known_a, known_b = places_named(a), places_named(b)
    if known_a and known_b:
        shared = known_a & known_b
        if shared:
            return SpellingMatch(True, 0.95, f"the table of places gives both for {min(shared)}", 1)
        loose = often_said_for(known_a, known_b)
        if loose is not None:
            return SpellingMatch(None, 0.6, f"{loose[0]} is often said for {loose[1]}", 1)
        names = f"{min(known_a)} and {min(known_b)}"
        return SpellingMatch(False, 0.0, f"the table of places has them apart: {names}", 1)
    if not known_a and not known_b:
        return None
    known, spelling, system = (known_a, b, systems[1]) if known_a else (known_b, a, systems[0])
    apart = ""
    for name in sorted(known):
        match = _as_syllables(split_name(name), split_name(spelling), (None, system), _PLACE)
        if match is None:
            continue
        reason = f"the table of places gives {name}; {match.reason}"
        if match.same:
            return SpellingMatch(True, 0.92, reason, match.readings)
        if match.same is False:
            apart = reason
    return SpellingMatch(False, 0.05, apart, 1) if apart else None


def _but_for_a_noun(a: str, b: str, systems: tuple[str | None, str | None], kind: str | None) -> SpellingMatch | None:
    """Whether two places differ by a common noun beside the name alone ("Changja", "Changja River")."""
    if kind not in (None, _PLACE):
        return None
    bare_a, bare_b = without_noun(a), without_noun(b)
    if bool(bare_a) == bool(bare_b) or len(bare_a or bare_b) < _SHORTEST_BARE:
        return None
    match = _compare(bare_a or a, bare_b or b, *systems, _PLACE)
    if not match.same:
        return None
    if is_state(places_named(bare_a or a)):
        return SpellingMatch(None, 0.5, "a state, or a river, lake or bay called after it", 1)
    return SpellingMatch(True, 0.9, "a common noun beside the name of a place makes no other name of it", 1)


def _as_characters(one: PersonalName, two: PersonalName) -> SpellingMatch | None:
    scripts = {script_of(one.text), script_of(two.text)}
    if not scripts & {"han", "kana"}:
        return None
    if len(scripts) == 1 and not set(one.text) & set(two.text):
        return SpellingMatch(False, 0.0, "no character in common")
    return SpellingMatch(None, 0.3, "Chinese characters are not read here")


def _as_syllables(
    one: PersonalName, two: PersonalName, systems: tuple[str | None, str | None], kind: str | None
) -> SpellingMatch | None:
    """As Mandarin, then as Korean; where the two traditions disagree nothing is decided."""
    if one.initials or two.initials:
        return None
    if not any(systems) and one_word_sounds_alike(one, two):
        return None  # Lenin and Lénine, Mikoyan and Mikoian are Mandarin by chance only
    mandarin = compare_mandarin(one, two, systems, kind)
    if mandarin is not None and mandarin.same is not False:
        return mandarin
    korean = None if any(systems) else compare_korean(one, two, kind)
    if mandarin is None:
        return korean
    if korean is not None and korean.same and korean.score > 0.75:
        return SpellingMatch(None, 0.5, f"as Korean, {korean.reason}; but {mandarin.reason}", korean.readings)
    return mandarin
