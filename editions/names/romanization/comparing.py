"""Whether two spellings can be one name: by what each can stand for, never by likeness of letters alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import log2
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, JaroWinkler

from editions.names.romanization.folding import fold, script_of, simplify
from editions.names.romanization.given import given_names_agree, initials_agree
from editions.names.romanization.korean import KOREAN, read_korean, surname_table
from editions.names.romanization.mandarin import COMPOUND_SURNAMES, PINYIN, WADE_GILES, read_mandarin
from editions.names.romanization.personal import PersonalName, split_name
from editions.names.romanization.places import places_named
from editions.names.romanization.russian import same_sounds, skeletons
from editions.names.romanization.systems import canonical_system

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editions.names.romanization.mandarin import Reading

_NEAR = 0.85  # Jaro-Winkler above which a reader would take two spellings for one at a glance
_MISPRINT_LENGTH = 8  # in a long word one letter more or less may be a slip of the press
_LONGEST_GIVEN_PART = 6
_PERSON = "person"
_PLACE = "place"
_SLAVIC = re.compile(r"(?:ov|ev|in|sk(?:i|oi)|ck(?:i|oi)|enko|chuk|čuk|ian|švili|dze|vič|vič|iuk|ko|ich)$")


@dataclass(frozen=True, slots=True)
class SpellingMatch:
    """How two spellings stand to each other.

    Attributes:
        same: True, False, or None where no rule can say.
        score: 0..1, how well they agree; ranks candidates and decides nothing.
        reason: why, in one sentence without a full stop.
        readings: number of readings that the more ambiguous spelling leaves open; 0 where no table was used.
    """

    same: bool | None
    score: float
    reason: str
    readings: int = 0


def compare_spellings(
    a: str,
    b: str,
    *,
    systems: Sequence[str | None] | str | None = None,
    kind: str | None = None,
) -> SpellingMatch:
    """Compares two spellings of a name by what each can stand for.

    Tried in this order: the same letters; the table of places; Mandarin syllables; Korean syllables; Russian and other
    Slavic letters. Two spellings that both parse wholly as Mandarin (or Korean) and share no reading are two names.

    Args:
        a: one spelling, in any script, with or without title and initials.
        b: the other.
        systems: the systems the two are declared to be in ("pinyin", "wade-giles", or a BCP 47 tag such as
            "zh-Latn-wadegile"); one name for both, or a pair in which None leaves a side open.
        kind: "person", "place" or "organisation", where known.

    Returns:
        The match. The order of the spellings does not matter, but for the order of ``systems``.
    """
    pair: Sequence[str | None] = (
        (systems, systems) if isinstance(systems, str) or systems is None else systems
    )
    first, second = (canonical_system(system) for system in (*pair, None, None)[:2])
    return _compare(a, b, first, second, None if kind is None else str(kind))


@lru_cache(maxsize=32768)
def _compare(a: str, b: str, system_a: str | None, system_b: str | None, kind: str | None) -> SpellingMatch:
    if not fold(a) or not fold(b):
        return SpellingMatch(None, 0.0, "there is nothing to compare")
    one, two = split_name(a), split_name(b)
    if fold(one.text) == fold(two.text) and one.initials == two.initials:
        return _spelled_alike(one, two)
    for attempt in (
        _as_places(a, b, system_a, system_b, kind),
        _as_han(one, two),
        _as_east_asian(one, two, (system_a, system_b), kind),
    ):
        if attempt is not None:
            return attempt
    return _as_words(one, two, kind)


def _spelled_alike(one: PersonalName, two: PersonalName) -> SpellingMatch:
    """The same letters but for case, marks, apostrophes, hyphens, titles."""
    if one.text == two.text:
        return SpellingMatch(True, 1.0, "spelled alike")
    strict = [
        {reading.syllables for reading in read_mandarin(name.text) if len(reading.syllables) == 1}
        for name in (one, two)
    ]
    # Chang and Ch'ang, Lu and Lü: within one system two surnames, between two printers' habits one.
    if all(strict) and strict[0].isdisjoint(strict[1]):
        return SpellingMatch(
            None, 0.6, "alike but for an apostrophe or ü, which parts two surnames where it is printed", 2
        )
    return SpellingMatch(True, 0.99, "spelled alike but for case, marks, apostrophes or hyphens")


def _as_places(
    a: str, b: str, system_a: str | None, system_b: str | None, kind: str | None
) -> SpellingMatch | None:
    if kind == _PERSON:
        return None
    known_a, known_b = places_named(a), places_named(b)
    if known_a and known_b:
        shared = sorted(known_a & known_b)
        if shared:
            return SpellingMatch(True, 0.95, f"the table of places gives both for {shared[0]}", 1)
        names = (sorted(known_a)[0], sorted(known_b)[0])
        return SpellingMatch(False, 0.0, f"the table of places has them apart: {names[0]} and {names[1]}", 1)
    if not known_a and not known_b:
        return None
    known, spelling, system = (known_a, b, system_b) if known_a else (known_b, a, system_a)
    for name in sorted(known):
        match = _as_east_asian(split_name(name), split_name(spelling), (None, system), _PLACE)
        if match is not None and match.same:
            return SpellingMatch(
                True, 0.92, f"the table of places gives {name}; {match.reason}", match.readings
            )
    return None


def _as_han(one: PersonalName, two: PersonalName) -> SpellingMatch | None:
    scripts = {script_of(one.text), script_of(two.text)}
    if "han" not in scripts and "kana" not in scripts:
        return None
    if len(scripts) == 1 and len(one.text) == len(two.text) and not set(one.text) & set(two.text):
        return SpellingMatch(False, 0.0, "no character in common")
    return SpellingMatch(None, 0.3, "Chinese characters cannot be read without the extra 'han'")


def _as_east_asian(
    one: PersonalName, two: PersonalName, systems: tuple[str | None, str | None], kind: str | None
) -> SpellingMatch | None:
    if one.initials or two.initials:
        return None
    mandarin = _as_mandarin(one, two, systems, kind)
    if mandarin is not None and mandarin.same is not False:
        return mandarin
    korean = None if any(systems) else _as_korean(one, two, kind)
    if mandarin is None:
        return korean
    if korean is not None and korean.same and korean.score > 0.7:
        return SpellingMatch(None, 0.5, f"as Korean {korean.reason}; but {mandarin.reason}", korean.readings)
    return mandarin


def _as_mandarin(
    one: PersonalName, two: PersonalName, systems: tuple[str | None, str | None], kind: str | None
) -> SpellingMatch | None:
    first, second = (
        read_mandarin(name.text, system) for name, system in zip((one, two), systems, strict=True)
    )
    if not first or not second:
        return None
    agreeing = _best(first, second)
    if agreeing is not None:
        left, right = agreeing
        open_readings = max(left.count, right.count)
        score = max(0.8, 0.98 - 0.02 * log2(open_readings) - (0.04 if _uncommon(left, right) else 0.0))
        return SpellingMatch(True, score, _agreement(left, right), open_readings)
    if kind != _PLACE:
        short = _surname_alone(first, second)
        if short is not None:
            return short
        if _best(_turned(first), second) or _best(first, _turned(second)):
            return SpellingMatch(
                True, 0.85, "the same syllables with surname and given name in the other order", 1
            )
    if _foreign_shape(one, two, first, second):
        return None
    names = [_spell(readings) for readings in (first, second)]
    return SpellingMatch(
        False, 0.05, f"both parse as Mandarin, {names[0]} and {names[1]}, and share no reading", 1
    )


def _best(first: Iterable[Reading], second: Sequence[Reading]) -> tuple[Reading, Reading] | None:
    """The pair of readings that agree and leave least open."""
    pairs = [
        (left, right)
        for left in first
        for right in second
        if len(left.syllables) == len(right.syllables)
        and all(not x.isdisjoint(y) for x, y in zip(left.syllables, right.syllables, strict=True))
    ]
    return min(pairs, key=lambda pair: pair[0].count * pair[1].count, default=None)


def _uncommon(left: Reading, right: Reading) -> bool:
    return not {left.system, right.system} <= {PINYIN, WADE_GILES} and left.system != right.system


def _agreement(left: Reading, right: Reading) -> str:
    shared = "-".join(sorted(x & y)[0] for x, y in zip(left.syllables, right.syllables, strict=True))
    open_readings = max(left.count, right.count)
    systems = sorted({left.system, right.system})
    loose = left if left.count > right.count else right
    tail = f"; {loose.system} leaves {open_readings} readings" if open_readings > 1 else ""
    return f"both can be {shared} ({' and '.join(systems)}{tail})"


def _spell(readings: Sequence[Reading]) -> str:
    reading = min(readings, key=lambda reading: reading.count)
    return "-".join("/".join(sorted(options)) for options in reading.syllables)


def _surname_alone(first: Sequence[Reading], second: Sequence[Reading]) -> SpellingMatch | None:
    for short, full in ((first, second), (second, first)):
        if min(len(reading.syllables) for reading in short) != 1:
            continue
        longer = [reading for reading in full if len(reading.syllables) > 1]
        if len(longer) != len(full) or not all(_has_surname(reading) for reading in longer):
            continue
        for left in short:
            for right in longer:
                if len(left.syllables) == 1 and not left.syllables[0].isdisjoint(right.syllables[0]):
                    surname = sorted(left.syllables[0] & right.syllables[0])[0]
                    return SpellingMatch(True, 0.75, f"surname alone: both can be {surname}", left.count)
    return None


def _has_surname(reading: Reading) -> bool:
    """Whether the first word of a reading is a surname of one syllable (or a compound one)."""
    if not reading.heads or len(reading.heads) < 2:
        return False
    return reading.heads[0] == 1 or any(
        all(part in options for part, options in zip(surname, reading.syllables, strict=False))
        for surname in COMPOUND_SURNAMES
    )


def _turned(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Readings with the last word, if of one syllable, put first: "Enlai Zhou"."""
    return tuple(
        type(reading)(
            reading.system,
            reading.syllables[-1:] + reading.syllables[:-1],
            reading.heads[-1:] + reading.heads[:-1],
        )
        for reading in readings
        if len(reading.heads) > 1 and reading.heads[-1] == 1
    )


def _foreign_shape(
    one: PersonalName, two: PersonalName, first: Sequence[Reading], second: Sequence[Reading]
) -> bool:
    """Single words such as Lenin and Lénine parse as Mandarin by chance; their letters agree as Slavic ones."""
    whole = all(len(name.words) == 1 and "-" not in name.text and "'" not in name.text for name in (one, two))
    several = all(len(reading.syllables) > 1 for reading in (*first, *second))
    return whole and several and same_sounds(one.text, two.text)


def _as_korean(one: PersonalName, two: PersonalName, kind: str | None) -> SpellingMatch | None:
    if kind == _PLACE:
        return _korean_syllables(one.text, two.text)
    halves = [_korean_person(name) for name in (one, two)]
    if not halves[0] or not halves[1]:
        if len(one.words) == len(two.words) == 1 or kind is None:
            whole = _korean_syllables(one.text, two.text) if _hyphen_only(one, two) else None
            return whole
        return None
    outcome: SpellingMatch | None = None
    for surname_a, given_a in halves[0]:
        for surname_b, given_b in halves[1]:
            shared = sorted(surname_a & surname_b)
            if not shared:
                outcome = outcome or SpellingMatch(False, 0.05, "both are Korean names, of two surnames", 1)
                continue
            if not given_a or not given_b:
                if given_a or given_b:
                    return SpellingMatch(True, 0.75, f"surname alone: both can be {shared[0]}", 1)
                return SpellingMatch(True, 0.9, f"both are spellings of the Korean surname {shared[0]}", 1)
            match = _korean_syllables(given_a, given_b)
            if match is not None:
                return match
            outcome = SpellingMatch(False, 0.1, "one Korean surname, but the given names share no reading", 1)
    return outcome


def _hyphen_only(one: PersonalName, two: PersonalName) -> bool:
    return all(len(name.words) == 1 for name in (one, two))


def _korean_person(name: PersonalName) -> list[tuple[frozenset[str], str]]:
    """Ways to part a Korean name into surname keys and given name, surname first or last."""
    words = name.text.replace("-", " ").split(" ")
    table = surname_table()
    found: list[tuple[frozenset[str], str]] = []
    if script_of(name.text) == "hangul":
        from editions.names.romanization.korean import hangul_surname

        return hangul_surname(name.text)
    for surname, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        keys = table.get(fold(surname), frozenset()) | table.get(surname, frozenset())
        if keys and len(given) <= 2 and all(len(word) <= _LONGEST_GIVEN_PART * 2 for word in given):
            found.append((keys, " ".join(given)))
        if len(words) == 1:
            break
    return found


def _korean_syllables(a: str, b: str) -> SpellingMatch | None:
    for russian_a, russian_b in ((False, False), (True, False), (False, True)):
        first, second = read_korean(a, russian=russian_a), read_korean(b, russian=russian_b)
        agreeing = _best(first, second) if first and second else None
        if agreeing is not None:
            open_readings = max(agreeing[0].count, agreeing[1].count)
            way = KOREAN if not (russian_a or russian_b) else "Korean by way of Russian"
            score = max(0.75, 0.97 - 0.015 * log2(open_readings))
            return SpellingMatch(True, score, f"the syllables agree as {way.capitalize()}", open_readings)
    return None


def _as_words(one: PersonalName, two: PersonalName, kind: str | None) -> SpellingMatch:
    """Names in letters: Russian and other Slavic ones, and whatever no table reads."""
    whole_a, whole_b = one.text.replace("-", "").replace(" ", ""), two.text.replace("-", "").replace(" ", "")
    if same_sounds(whole_a, whole_b) and initials_agree(one.initials, two.initials) is not False:
        return SpellingMatch(True, 0.95, "the same letters as the transliterations of Russian spell them", 1)
    if kind != _PLACE:
        person = _as_full_names(one, two)
        if person is not None:
            return person
    near = JaroWinkler.similarity(fold(one.text), fold(two.text))
    plain_a, plain_b = fold(one.text), fold(two.text)
    if script_of(one.text) != script_of(two.text):
        return _across_scripts(one, two)
    if near >= _NEAR or plain_a.startswith(plain_b) or plain_b.startswith(plain_a):
        if OSA.distance(plain_a, plain_b) == 1 and min(len(plain_a), len(plain_b)) >= _MISPRINT_LENGTH:
            return SpellingMatch(None, near, "one letter apart: a slip of the press, or two names")
        return SpellingMatch(False, near / 2, "alike in letters, but no system spells one name both ways")
    if kind in (None, _PERSON) and all(_slavic(name) for name in (one, two)):
        return SpellingMatch(False, near / 2, "both read as Russian surnames, and not as the same one")
    return SpellingMatch(None, near / 2, "no rule of spelling joins them, and none parts them")


def _slavic(name: PersonalName) -> bool:
    return any(len(code) >= 4 and _SLAVIC.search(code) for code in skeletons(name.words[-1]))


def _across_scripts(one: PersonalName, two: PersonalName) -> SpellingMatch:
    codes = [skeletons(name.text.replace(" ", "")) for name in (one, two)]
    if all(codes):
        near = max(JaroWinkler.similarity(x, y) for x in codes[0] for y in codes[1])
        if near < 0.7:
            return SpellingMatch(False, near / 2, "letter by letter the two scripts spell different names")
        return SpellingMatch(None, near / 2, "alike across two scripts, but not letter by letter")
    return SpellingMatch(None, 0.2, "two scripts that no table joins")


def _as_full_names(one: PersonalName, two: PersonalName) -> SpellingMatch | None:
    """Surname with surname, then initials or given names, where at least one side has them."""
    if len(one.words) == 1 and len(two.words) == 1 and not (one.initials or two.initials):
        return None
    for surname_a, rest_a in _surnames(one):
        for surname_b, rest_b in _surnames(two):
            if not same_sounds(surname_a, surname_b):
                continue
            if not (rest_a or one.initials) or not (rest_b or two.initials):
                if min(len(surname_a), len(surname_b)) < 3 or _is_phrase(one) or _is_phrase(two):
                    continue
                return SpellingMatch(True, 0.85, "the surname alone agrees", 1)
            agree = given_names_agree(rest_a, one.initials, rest_b, two.initials)
            if agree:
                return SpellingMatch(True, 0.93, "surname and initials or given names agree", 1)
            if agree is False:
                return SpellingMatch(False, 0.2, "one surname, but the given names or initials differ", 1)
    return None


def _is_phrase(name: PersonalName) -> bool:
    """Whether the words are more than a personal name has ("Democratic People's Republic of Korea")."""
    return len(name.words) > 3 or any(word in _SMALL_WORDS for word in name.words)


_SMALL_WORDS = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "at",
        "to",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "von",
        "der",
        "die",
        "das",
        "und",
        "et",
        "south",
        "north",
        "east",
        "west",
    ]
)


def _surnames(name: PersonalName) -> list[tuple[str, tuple[str, ...]]]:
    """Surname and given names: the last word, or the first where initials follow it ("Stalin, I. V.")."""
    if not name.initials_first:
        return [(name.words[0], name.words[1:])]
    return [(name.words[-1], name.words[:-1])]


__all__ = ["SpellingMatch", "compare_spellings", "simplify"]
