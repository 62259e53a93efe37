"""Two names compared letter by letter: Russian and other Slavic ones, and whatever no table of syllables reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, JaroWinkler

from editions.names.romanization.folding import fold, script_of
from editions.names.romanization.given import given_names_agree, initials_agree
from editions.names.romanization.mandarin import read_mandarin
from editions.names.romanization.matches import SpellingMatch
from editions.names.romanization.russian import same_sounds, skeletons

if TYPE_CHECKING:
    from editions.names.romanization.personal import PersonalName

_PLACE = "place"
_BODY = "organisation"
_NEAR = 0.85  # Jaro-Winkler above which a reader would take two spellings for one at a glance
_FAR = 0.7  # and below which two skeletons have nothing to do with each other
_MISPRINT = 8  # in a word of so many letters one letter more or less may be a slip of the press
_SHORTEST_SURNAME = 3
_MOST_WORDS = 3
_SLAVIC = re.compile(r"(?:[oe]v|[oeiu]?in|skii?|ckii?|enko|čuk|iuk|ian|šv?ili|dze|[oe]vič|iko|ria)$")
_SMALL_WORDS = frozenset(
    "of the and for in on de du des la le les der die das und et south north east west new great inner outer".split()  # noqa: SIM905
)


def compare_letters(one: PersonalName, two: PersonalName, kind: str | None) -> SpellingMatch:
    """Compares two names by the skeletons of their letters.

    Args:
        one: a name.
        two: the other.
        kind: what they are names of, where known.

    Returns:
        The match: True where a system of transliteration spells one name both ways, False where the spellings are
        close and none does, or where both are Russian surnames of other letters; else None.
    """
    joined = [name.text.replace("-", "").replace(" ", "") for name in (one, two)]
    if same_sounds(*joined) and initials_agree(one.initials, two.initials) is not False:
        return SpellingMatch(True, 0.95, "the same letters, as systems of transliteration spell them", 1)
    if kind == _BODY:  # names of bodies are translated, and one is worded in many ways
        return SpellingMatch(None, 0.3, "two wordings of the name of a body")
    if kind != _PLACE:
        person = _full_names(one, two)
        if person is not None:
            return person
    if min(len(one.words), len(two.words)) > 1 and bool(read_mandarin(one.text)) != bool(read_mandarin(two.text)):
        return SpellingMatch(None, 0.4, "one reads as Mandarin and the other does not")
    if script_of(one.text) != script_of(two.text):
        return _across_scripts(one, two)
    plain = [fold(name.text) for name in (one, two)]
    near = JaroWinkler.similarity(*plain)
    if near >= _NEAR or plain[0].startswith(plain[1]) or plain[1].startswith(plain[0]):
        if OSA.distance(*plain) == 1 and min(map(len, plain)) >= _MISPRINT:
            return SpellingMatch(None, near, "one letter apart: a slip of the press, or two names")
        return SpellingMatch(False, near / 2, "alike in letters, but no system spells one name both ways")
    if kind != _PLACE and _slavic(one) and _slavic(two):
        return SpellingMatch(False, near / 2, "both read as Russian surnames, and not as the same one", 1)
    return SpellingMatch(None, near / 2, "no rule of spelling joins them, and none parts them")


def one_word_sounds_alike(one: PersonalName, two: PersonalName) -> bool:
    """Whether both are single words without hyphen or apostrophe that Slavic letters make one."""
    return (
        len(one.words) == len(two.words) == 1
        and not any(mark in name.text for name in (one, two) for mark in "-'")
        and same_sounds(one.text, two.text)
    )


def _slavic(name: PersonalName) -> bool:
    return any(len(code) >= 4 and _SLAVIC.search(code) for code in skeletons(name.words[-1]))


def _across_scripts(one: PersonalName, two: PersonalName) -> SpellingMatch:
    codes = [skeletons(name.text.replace(" ", "")) for name in (one, two)]
    if not all(codes):
        return SpellingMatch(None, 0.2, "two scripts that no table joins")
    near = max(JaroWinkler.similarity(x, y) for x in codes[0] for y in codes[1])
    if near < _FAR:
        return SpellingMatch(False, near / 2, "letter by letter the two scripts spell different names")
    return SpellingMatch(None, near / 2, "alike across two scripts, but not letter by letter")


def _full_names(one: PersonalName, two: PersonalName) -> SpellingMatch | None:
    """Surname with surname, then initials or given names, where at least one side has them."""
    if len(one.words) == len(two.words) == 1 and not (one.initials or two.initials):
        return None
    if _is_phrase(one) or _is_phrase(two):
        return None
    for surname_a, rest_a in _surnames(one):
        for surname_b, rest_b in _surnames(two):
            if not same_sounds(surname_a, surname_b):
                continue
            if not (rest_a or one.initials) or not (rest_b or two.initials):
                if min(len(surname_a), len(surname_b)) < _SHORTEST_SURNAME:
                    continue
                return SpellingMatch(True, 0.85, "the surname alone agrees", 1)
            agree = given_names_agree(rest_a, one.initials, rest_b, two.initials)
            if agree:
                return SpellingMatch(True, 0.93, "surname and initials or given names agree", 1)
            if agree is False:
                return SpellingMatch(False, 0.2, "one surname, but the given names or initials differ", 1)
    return None


def _is_phrase(name: PersonalName) -> bool:
    """Whether the words are no personal name ("Democratic People's Republic of Korea", "South Korea")."""
    return len(name.words) > _MOST_WORDS or any(word in _SMALL_WORDS for word in name.words)


def _surnames(name: PersonalName) -> list[tuple[str, tuple[str, ...]]]:
    """Surname and given names: the last word, or the first where initials end the name ("Stalin I. V.")."""
    if not name.initials_first:
        return [(name.words[0], name.words[1:])]
    return [(name.words[-1], name.words[:-1])]
