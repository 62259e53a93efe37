"""What the shape of a name says of its kind: initials, Chinese and Korean personal names, bodies, places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editions.model import NameKind
from editions.names.romanization.folding import script_of, unmark
from editions.names.romanization.mandarin import read_mandarin
from editions.names.romanization.syllables import PINYIN, WADE_GILES, WADE_GILES_BARE

if TYPE_CHECKING:
    from editions.names.vocabulary import Vocabulary
    from editions.names.words import Word

_SURE = frozenset((PINYIN, WADE_GILES, WADE_GILES_BARE))
_KOREAN_SURNAMES = frozenset(("kim", "pak", "park", "choe", "choi", "rhee", "nam"))


def reads_plainly(word: str) -> bool:
    """Whether a word of four letters or more is good Pinyin or Wade-Giles."""
    return len(word) > 3 and any(reading.system in _SURE for reading in read_mandarin(word))


# Endings of Russian, Ukrainian, Georgian and Armenian surnames that English words hardly have, and the words that do.
_SLAVIC = re.compile(r"\w{2}(?:[oe]va?|[oe]ff|[oe]vich|enko|sk(?:y|i|ii|ij|aya)|shvili|adze|[ao]yan)\Z")
_NOT_SLAVIC = frozenset(
    ("whisky", "kickoff", "cutoff", "takeoff", "payoff", "layoff", "standoff", "tradeoff", "sendoff", "runoff")
) | frozenset(("spinoff", "turnoff", "liftoff", "blastoff", "playoff", "castoff", "shutoff"))


def reads_slavic(word: str) -> bool:
    """Whether a word of five letters or more ends as surnames of the Soviet Union do and English words do not."""
    return len(word) > 4 and word not in _NOT_SLAVIC and _SLAVIC.search(unmark(word)) is not None


def kind_of(
    part: list[Word],
    phrase: str,
    known: Vocabulary,
    *,
    titled: bool,
    placed: bool,
    body: bool,
    placing: bool,
) -> NameKind:
    """What a name names, as far as its words say.

    Args:
        part: its words.
        phrase: the name as printed.
        known: what the language says of capitalised words.
        titled: whether a title stood before it.
        placed: whether it is in the table of places.
        body: whether one of its words makes an organisation of it.
        placing: whether a word that only places take stands before it.
    """
    if placed:
        return NameKind.PLACE
    if body:
        return NameKind.ORGANISATION
    if titled:
        return NameKind.PERSON
    if any(word.plain in known.grounds for word in part):
        return NameKind.PLACE
    if any(is_initial(word) for word in part[:-1]):
        return NameKind.PERSON
    if len(part) == 1 and part[0].acronym:
        return NameKind.ORGANISATION
    if is_personal_shape(phrase):
        return NameKind.PERSON
    return NameKind.PLACE if placing else NameKind.UNKNOWN


def is_initial(word: Word) -> bool:
    """Whether a short capitalised word has the look of an initial rather than of a Chinese syllable."""
    return word.dotted or len(word.text) == 1 or word.plain in _LONG_INITIALS


_LONG_INITIALS = frozenset(("ya", "yu", "zh", "kh", "ch", "sh", "ts", "ia", "iu", "ye", "je"))


def is_personal_shape(phrase: str) -> bool:
    """Whether words have the shape of a Chinese or Korean personal name: a surname, then one or two syllables."""
    words = phrase.split()
    if not 2 <= len(words) <= 3 or script_of(phrase) == "han":
        return False
    if words[0].casefold() in _KOREAN_SURNAMES:
        return True
    given = words[-1].split("-")
    if len(words) == len(given) == 2 and given[1].islower() and read_mandarin(words[0]):
        return True  # Chiang Kai-shek, Sun Yat-sen: the hyphen and the small letter after it are enough
    return any(
        reading.system in _SURE and 2 <= len(reading.syllables) <= 4 and reading.heads[0] <= 2
        for reading in read_mandarin(phrase)
    )
