"""Names of persons as words: titles and initials set apart, two ways of writing one person, natural case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from editions.structure.grammar import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editions.structure.grammar import Grammar

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ‘`´-][^\W_]+)*")
# A syllable as Chinese, Korean and Vietnamese names in Latin letters have it: at most four consonants before
# the vowels, and after them nothing but n, ng, h, r, k, m, p, t, l.
_SYLLABLE: Final = re.compile(r"[b-df-hj-np-tv-z]{0,3}'?h?[aeiouyüêŭŏăîé]{1,4}(?:ng|n|h|r|rh|k|m|p|t|l)?'?\Z")
_SMALL: Final = frozenset(("and", "of", "the", "de", "von", "van", "der", "et", "und", "y"))
_MAC: Final = re.compile(r"(Mc|Mac(?=[A-Z]{3})|[OD]['’](?=[A-Z]))(.+)")


@dataclass(frozen=True)
class Name:
    """A name as printed, taken apart.

    Attributes:
        words: its words as printed, without titles, articles and initials.
        initials: its initials, upper case, without full stops.
        titles: the titles before it, folded.
    """

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Its words, folded: equal for names that differ in case, titles and initials only."""
        return tuple(fold(word) for word in self.words)

    @property
    def is_capitals(self) -> bool:
        """Whether it is printed in capitals throughout."""
        return any(len(word) > 1 for word in self.words) and all(is_capitals(word) for word in self.words)


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The words of a text, or of a part of it; "P'ing-ti-ch'üan" is one, "I.V." are two."""
    return _WORD.finditer(text, start, len(text) if end is None else end)


def parse_name(text: str, grammar: Grammar) -> Name:
    """Takes a printed name apart.

    Args:
        text: the name, perhaps with titles and initials ("Comrade I. V. Stalin", "PM Chou").
        grammar: tells titles.

    Returns:
        The name. Where nothing but titles is printed ("The President"; a Mr. Lord who is called "Lord"), they
        are the words of the name.
    """
    matches = list(_WORD.finditer(text))
    found = [match[0] for match in matches]
    folded = [fold(word) for word in found]
    initial = [is_initial(match[0], text[match.end() : match.end() + 1]) for match in matches]
    start = 0
    while start < len(found) and not initial[start] and _is_before_name(folded, start, grammar):
        start += 1
    if start == len(found) or folded[start] in grammar.particles:
        start = next((place for place, word in enumerate(folded) if word not in grammar.articles), 0)
        return Name(tuple(found[start:]))
    words = tuple(word for place, word in enumerate(found) if place >= start and not initial[place])
    initials = tuple(word.upper() for place, word in enumerate(found) if place >= start and initial[place])
    titles = tuple(word for word in folded[:start] if word in grammar.titles)
    return Name(words, initials, titles) if words else Name(initials, (), titles)


def _is_before_name(folded: list[str], place: int, grammar: Grammar) -> bool:
    word = folded[place]
    if word in grammar.titles or word in grammar.articles or word in grammar.conjunctions:
        return True
    return word in grammar.ranks and place + 1 < len(folded) and folded[place + 1] in grammar.titles


def is_initial(word: str, following: str = "") -> bool:
    """Whether a word is an initial: one capital, or before a full stop the "Ya." and "Yu." of Russian names."""
    if len(word) == 1:
        return word.isupper() and (following == "." or word not in "AI")
    return following == "." and word in ("Ya", "Yu", "Zh", "Kh", "Sh", "Ch", "Ts")


def is_capitals(word: str) -> bool:
    """Whether a word is printed in capitals; "McGEORGE" is."""
    return word.isupper() or (word.startswith(("Mc", "Mac")) and word[3:].isupper() and len(word) > 4)


def is_family_first(words: tuple[str, ...]) -> bool:
    """Whether a name looks as if the family name stood first, as Chinese, Korean and Vietnamese names have it."""
    if len(words) < 2 or len(words) > 4:
        return False
    parts = [part for word in words for part in fold(word).split("-")]
    return len(parts) <= 4 and all(_SYLLABLE.match(part) for part in parts)


def in_natural_case(words: tuple[str, ...]) -> str:
    """Writes a name that is printed in capitals as names are written in running text.

    The second part of a hyphened given name stays small where the family name stands first ("Li Fu-ch'un").
    """
    small_after_hyphen = is_family_first(words)
    return " ".join(_lowered(word, small_after_hyphen and place > 0) for place, word in enumerate(words))


def _lowered(word: str, small_after_hyphen: bool) -> str:
    if not is_capitals(word) or len(word) < 2:
        return word
    if word.lower() in _SMALL:
        return word.lower()
    if prefixed := _MAC.match(word):
        return prefixed[1] + _lowered(prefixed[2], False)
    first, *rest = word.split("-")
    return "-".join(
        [_capitalised(first), *(part.lower() if small_after_hyphen else _capitalised(part) for part in rest)]
    )


def _capitalised(part: str) -> str:
    return part[:1] + part[1:].lower()


def may_be_one_person(first: Name, second: Name) -> bool:
    """Whether two printed names can name one person: same words, or one is the first or last word of the other.

    Initials must not contradict each other or the given name ("I. Ivanov", "P. Ivanov").
    """
    if first.key == second.key:
        return _agree(first.initials, second.initials)
    short, long = sorted((first, second), key=lambda name: len(name.words))
    if len(short.words) == 1:
        if short.key[0] == long.key[-1]:
            return not short.initials or short.initials[0] == long.words[0][0].upper()
        return short.key[0] == long.key[0] and not short.initials
    return len(short.words) > 1 and long.key[-len(short.key) :] == short.key


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return all(one == other for one, other in zip(first, second, strict=False))
