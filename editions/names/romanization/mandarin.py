"""What a spelling can stand for as Mandarin: sets of toneless syllables, system by system."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from editions.names.romanization.folding import script_of, simplify, unmark
from editions.names.romanization.syllables import (
    EFEO,
    GERMAN,
    PALLADIUS,
    PALLADIUS_LATIN,
    PINYIN,
    PRESS,
    WADE_GILES,
    WADE_GILES_BARE,
    YALE,
    inventory,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIXED = "mixed"

# Which systems a spelling is tried in: the first tier in which it parses wholly decides. A French or German
# reading of a spelling that is good Pinyin or Wade-Giles is never taken, unless it has been declared.
_TIERS = ((PINYIN, WADE_GILES), (PRESS,), (PALLADIUS_LATIN, YALE, EFEO, GERMAN))
_DIAERESIS = "\u0308"
_MOST_SPLITS = 12
_LONGEST_TOKEN = 40
_LONGEST_SYLLABLE = 8
# Syllables that no printer joins to the one before without a hyphen or an apostrophe.
_NEVER_INSIDE = frozenset(("a", "e", "o", "i", "ou"))
_VOWELS = frozenset("aeo")

COMPOUND_SURNAMES = frozenset(
    {
        ("ou", "yang"),
        ("si", "ma"),
        ("si", "tu"),
        ("zhu", "ge"),
        ("shang", "guan"),
        ("xia", "hou"),
        ("huang", "fu"),
    }
    | {("dong", "fang"), ("gong", "sun"), ("mu", "rong"), ("ling", "hu"), ("yu", "wen"), ("zhang", "sun")}
)

Syllables = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a whole name.

    Attributes:
        system: the system it is read in.
        syllables: for each syllable, every toneless Pinyin syllable it can stand for there.
        heads: number of syllables in each word (between spaces or hyphens).
    """

    system: str
    syllables: Syllables
    heads: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many Pinyin spellings the reading leaves open."""
        total = 1
        for options in self.syllables:
            total *= len(options)
        return total


@lru_cache(maxsize=32768)
def split_token(token: str, system: str) -> tuple[Syllables, ...]:
    """Every way to cut a word (no space, no hyphen) into as few syllables as can be; () where there is none."""
    table = inventory(system)
    if len(token) > _LONGEST_TOKEN:
        return ()
    size = len(token)
    ways: list[list[Syllables]] = [[] for _ in range(size + 1)]
    ways[0] = [()]
    for start in range(size):
        if not ways[start]:
            continue
        for end in range(start + 1, min(size, start + _LONGEST_SYLLABLE) + 1):
            options = table.get(token[start:end])
            if options is None or (start and token[start:end] in _NEVER_INSIDE and system != PALLADIUS):
                continue
            room = _MOST_SPLITS - len(ways[end])
            ways[end].extend((*head, options) for head in ways[start][:room])
    fewest = min(map(len, ways[-1]), default=0)
    return tuple(dict.fromkeys(way for way in ways[-1] if len(way) == fewest))


def _tokens(text: str, system: str) -> list[str]:
    """Words of a simplified text as a system spells them."""
    if system == PINYIN:
        text = _without_tones(text).replace("'", "-")
    elif system == WADE_GILES:
        text = unmark(text, keep=_DIAERESIS)
    elif system == PALLADIUS:
        text = text.replace("'", "")
    else:
        text = unmark(text).replace("'", "")
    return [token for token in text.replace("-", " ").replace(".", " ").split(" ") if token]


def _without_tones(text: str) -> str:
    return unmark(text, keep=_DIAERESIS)


def _read_in(text: str, systems: tuple[str, ...]) -> Iterator[Reading]:
    """Readings of a whole simplified name, each word in one of the systems given."""
    if len(systems) == 1:
        per_token = [split_token(token, systems[0]) for token in _tokens(text, systems[0])]
    else:
        bare = [[*_tokens(text, system)] for system in systems]
        if len({len(tokens) for tokens in bare}) > 1:
            return
        per_token = [
            tuple({way for system, token in zip(systems, column, strict=True) for way in split_token(token, system)})
            for column in zip(*bare, strict=True)
        ]
    if not per_token or not all(per_token) or len(per_token) > 6:
        return
    readings: list[tuple[Syllables, tuple[int, ...]]] = [((), ())]
    for options in per_token:
        ordered = sorted(options, key=len)
        readings = [
            (head + way, (*heads, len(way))) for head, heads in readings for way in ordered if len(head) + len(way) <= 8
        ][:_MOST_SPLITS]
    system = systems[0] if len(systems) == 1 else MIXED
    for syllables, heads in readings:
        yield Reading(system, syllables, heads)


@lru_cache(maxsize=32768)
def read_mandarin(text: str, system: str | None = None) -> tuple[Reading, ...]:
    """Every way to read a whole name as Mandarin.

    Args:
        text: the name, without title or initials.
        system: the system it is declared to be in; None tries the usual ones first.

    Returns:
        The readings of the first tier of systems in which the whole name parses; () where none does.
    """
    plain = simplify(text)
    script = script_of(plain)
    if script == "cyrillic":
        found = [reading for form in _undeclined(plain) for reading in _read_in(form, (PALLADIUS,))]
        return tuple(dict.fromkeys(found))
    if script != "latin":
        return ()
    if system is not None:
        declared = tuple(_read_in(plain, (system,)))
        if declared or system != WADE_GILES:
            return declared
        return tuple(_read_in(plain, (WADE_GILES_BARE,))) or tuple(_read_in(plain, (PRESS,)))
    for tier in _TIERS[2:] if _has_foreign_mark(plain) else _TIERS:
        found = []
        for each in tier:
            found.extend(_read_each(plain, each))
        if found and not all(_hangs_on_a_vowel(reading, plain) for reading in found):
            return tuple(found)
        if found:
            # "Sian" is Xi'an only if its apostrophe was left out: a reading by the next tier is as good.
            return (*found, *_read_in(plain, (PRESS,)))
    return tuple(_read_in(plain, (PINYIN, WADE_GILES_BARE, PRESS)))


@lru_cache(maxsize=8192)
def read_in_any_system(text: str) -> tuple[Reading, ...]:
    """Every reading of a whole name in Latin letters, in all systems: for what might be, not for what is likely."""
    plain = simplify(text)
    if script_of(plain) != "latin":
        return read_mandarin(text)
    return tuple(reading for tier in _TIERS for each in tier for reading in _read_each(plain, each))


def _read_each(plain: str, system: str) -> Iterable[Reading]:
    return _read_wade(plain) if system == WADE_GILES else _read_in(plain, (system,))


def _has_foreign_mark(plain: str) -> bool:
    """Whether a letter has a mark that neither Pinyin nor Wade-Giles prints: ö, ï, ä, a cedilla, a hacek on s."""
    if plain.isascii():
        return False
    letters = unicodedata.normalize("NFD", plain)
    return any(
        (mark == _DIAERESIS and letter != "u")
        or mark in "\u0327\u0328\u030a"
        or (mark == "\u030c" and letter in "cszr")
        for letter, mark in pairwise(letters)
        if unicodedata.combining(mark)
    )


# Endings of the Russian cases after a name in -й, -нь, -н; names in other letters are not declined.
_DECLINED = (("ая", "ай"), ("аю", "ай"), ("аем", "ай"), ("ае", "ай"), ("уя", "уй"), ("ую", "уй"), ("уем", "уй"),
    ("эя", "эй"), ("эю", "эй"), ("эем", "эй"), ("ня", "нь"), ("ню", "нь"), ("нем", "нь"), ("нём", "нь"), ("не", "нь"),
    ("на", "н"), ("ну", "н"), ("ном", "н"), ("не", "н"))  # fmt: skip


def _undeclined(plain: str) -> Iterator[str]:
    """A Russian form as printed, and the nominatives it may be a case of (Чжоу Эньлая: Чжоу Эньлай)."""
    yield plain
    for ending, nominative in _DECLINED:
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            yield plain[: -len(ending)] + nominative


def _hangs_on_a_vowel(reading: Reading, plain: str) -> bool:
    """Whether a Pinyin reading needs an apostrophe before a vowel that the spelling does not have."""
    if reading.system != PINYIN or "'" in plain:
        return False
    place = 0
    for head in reading.heads:
        inside = reading.syllables[place + 1 : place + head]
        if any(next(iter(options))[0] in _VOWELS for options in inside):
            return True
        place += head
    return False


def _read_wade(plain: str) -> Iterable[Reading]:
    """Wade-Giles: where the name keeps an apostrophe or ü, their absence elsewhere in it counts as well."""
    marked = "'" in plain or _DIAERESIS in unicodedata.normalize("NFD", plain)
    strict = tuple(_read_in(plain, (WADE_GILES,))) if marked else ()
    return strict or _read_in(plain, (WADE_GILES_BARE,))
