"""Runs of capitalised words that can be names, in texts no authority knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editions.model import NameKind
from editions.names.romanization.folding import script_of
from editions.names.romanization.korean import surname_table
from editions.names.romanization.mandarin import read_mandarin
from editions.names.romanization.places import places_named
from editions.names.words import is_abbreviated, opens_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editions.names.vocabulary import Vocabulary
    from editions.names.words import Word

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_PLACE_WORDS = frozenset(("in", "near", "around", "inside", "outside", "throughout", "via", "within"))
_LONGEST_RUN = 12
_SHOUTED = 0.7


class Run(NamedTuple):
    """A possible name: offsets and kind."""

    start: int
    end: int
    kind: NameKind


def runs(text: str, words: Sequence[Word], known: Vocabulary, lower: frozenset[str]) -> Iterator[Run]:
    """Possible names in a text.

    Args:
        text: the text.
        words: its words.
        known: what the language says of capitalised words.
        lower: words of the document that were seen in lower case.

    Yields:
        The runs, in order.
    """
    if is_shouted(text):
        return
    place = 0
    while place < len(words):
        word = words[place]
        if not word.capital or not _begins(text, words, place, known, lower):
            place += 1
            continue
        end = _extend(text, words, place, known)
        before = words[place - 1].plain if place else ""
        yield from _names_in(text, words[place:end], known, before)
        place = end


def is_shouted(text: str) -> bool:
    """Whether most letters of a text of some length are capitals, so that they say nothing."""
    letters = [letter for letter in text[:2000] if letter.isalpha()]
    return len(letters) > 12 and sum(letter.isupper() for letter in letters) > _SHOUTED * len(letters)


def _begins(text: str, words: Sequence[Word], place: int, known: Vocabulary, lower: frozenset[str]) -> bool:
    """Whether a capitalised word can begin a name where it stands."""
    word = words[place]
    if len(word.text) == 1:
        return text[word.printed_end : word.printed_end + 1] == "." and _next_capital(text, words, place)
    if not opens_sentence(text, word, words[place - 1] if place else None):
        return word.plain not in known.openers or word.plain in known.titles
    if word.acronym or places_named(word.text) or word.plain in known.titles:
        return True
    if not known.known:
        return _next_capital(text, words, place) or bool(read_mandarin(word.text))
    if word.plain in known.openers:
        return False
    if word.plain in known.peoples or word.plain in known.quarters or word.plain in known.common:
        return True  # the run decides
    if _next_capital(text, words, place) and words[place + 1].plain in known.bodies | known.grounds:
        return True
    if word.plain in lower or _looks_derived(word.plain):
        return False
    return True


def _looks_derived(plain: str) -> bool:
    """Adverbs and participles, which open sentences in any number."""
    if len(plain) > 4 and plain.endswith("ly"):
        return True
    return len(plain) > 5 and plain.endswith(("ing", "ed")) and not read_mandarin(plain)


def _next_capital(text: str, words: Sequence[Word], place: int) -> bool:
    return (
        place + 1 < len(words) and words[place + 1].capital and _joined(text, words[place], words[place + 1])
    )


def _joined(text: str, left: Word, right: Word) -> bool:
    """Whether two words stand side by side in one name."""
    between = text[left.printed_end : right.start]
    if len(between) > 3:
        return False
    if left.end != left.printed_end:  # a possessive ends a name, but for "People's"
        return left.plain in ("people", "peoples", "workers", "women") and not between.strip()
    bare = between.strip()
    if not bare:
        return "\n\n" not in between and bool(between)
    if bare == ".":
        return is_abbreviated(left)
    return bare == "]" and _bracket_before(text, left)


def _bracket_before(text: str, word: Word) -> bool:
    """Whether a bracket was opened just before the word or before capitalised words that lead up to it."""
    opened = text.rfind("[", max(0, word.start - 40), word.start)
    return opened >= 0 and "]" not in text[opened : word.start] and text[opened + 1 : opened + 2].isupper()


def _extend(text: str, words: Sequence[Word], place: int, known: Vocabulary) -> int:
    """Index after the last word of the run that begins at a word."""
    end = place + 1
    while end < len(words) and end - place < _LONGEST_RUN:
        last, word = words[end - 1], words[end]
        if not _joined(text, last, word):
            break
        if word.capital:
            if word.plain in known.openers and word.plain not in known.titles and len(word.text) < 4:
                break
            end += 1
            continue
        size = _connects(text, words, end, known)
        if not size:
            break
        end += size
    return end


def _connects(text: str, words: Sequence[Word], at: int, known: Vocabulary) -> int:
    """How many words from a lower-case one on belong to the run: 0, or up to the next capital and including it."""
    last = words[at - 1].plain
    for size in (1, 2):
        after = at + size
        if (
            after >= len(words)
            or not words[after].capital
            or not _joined(text, words[after - 1], words[after])
        ):
            continue
        if size == 2 and not _joined(text, words[at], words[at + 1]):
            continue
        phrase = " ".join(word.plain for word in words[at:after])
        if phrase in known.particles and phrase not in known.joiners:
            return size + 1
        if phrase in known.joiners and phrase != "and" and last in known.bodies | known.grounds:
            return size + 1
    return 0


def _names_in(text: str, run: Sequence[Word], known: Vocabulary, before: str) -> Iterator[Run]:
    """Parts a run at titles, dates and the like, and keeps what names something."""
    part: list[Word] = []
    titled = False
    for place, word in enumerate(run):
        following = run[place + 1].plain if place + 1 < len(run) else ""
        if _divides(word, following, known):
            yield from _name(text, part, known, before, titled=titled)
            before, part = word.plain, []
            titled = word.plain in known.titles
            continue
        part.append(word)
    yield from _name(text, part, known, before, titled=titled)


def _divides(word: Word, following: str, known: Vocabulary) -> bool:
    plain = word.plain
    if plain in known.titles:
        return following not in known.bodies
    return plain in known.dates or plain in known.not_names or bool(word.acronym and _ROMAN.match(word.text))


def _name(text: str, part: list[Word], known: Vocabulary, before: str, *, titled: bool) -> Iterator[Run]:
    while part and (not part[-1].capital or len(part[-1].text) == 1):
        part = part[:-1]
    while part and (part[0].plain in known.numbers or not part[0].capital or part[0].plain in known.openers):
        part = part[1:]
    if not part:
        return
    plain = [word.plain for word in part]
    telling = [
        word
        for word in plain
        if not (
            known.is_people(word) or word in known.quarters or word in known.common or word in known.numbers
        )
        and not (word in known.bodies or word in known.grounds or word in known.joiners)
        and word not in known.titles
    ]
    phrase = text[part[0].start : part[-1].end]
    body = any(word in known.bodies for word in plain)
    placed = bool(places_named(phrase))
    if not telling and not placed:
        # "Soviet Government", "Central Committee": a body with a people, a quarter or a qualifying noun before it
        qualified = any(word not in known.bodies and word not in known.numbers for word in plain[:-1])
        if not (body and qualified and len(part) > 1):
            return
    if not known.known and not placed and len(part) == 1 and not _strong(part[0], titled=titled):
        return
    yield Run(
        part[0].start,
        part[-1].end,
        _kind(part, phrase, known, before, titled=titled, placed=placed, body=body),
    )


def _strong(word: Word, *, titled: bool) -> bool:
    """Whether one capitalised word is a name even where every noun has a capital."""
    return titled or word.acronym or (len(word.text) > 3 and bool(read_mandarin(word.text)))


def _kind(
    part: list[Word], phrase: str, known: Vocabulary, before: str, *, titled: bool, placed: bool, body: bool
) -> NameKind:
    if titled:
        return NameKind.PERSON
    if placed:
        return NameKind.PLACE
    if body:
        return NameKind.ORGANISATION
    if any(word.plain in known.grounds for word in part):
        return NameKind.PLACE
    if any(len(word.text) <= 2 and word.capital and text_is_initial(word) for word in part[:-1]):
        return NameKind.PERSON
    if len(part) == 1 and part[0].acronym:
        return NameKind.ORGANISATION
    if is_personal_shape(phrase):
        return NameKind.PERSON
    if before in _PLACE_WORDS:
        return NameKind.PLACE
    return NameKind.UNKNOWN


def text_is_initial(word: Word) -> bool:
    """Whether a short capitalised word has the look of an initial rather than of a Chinese syllable."""
    return len(word.text) == 1 or word.plain in (
        "ya",
        "yu",
        "zh",
        "kh",
        "ch",
        "sh",
        "ts",
        "ia",
        "iu",
        "ye",
        "je",
    )


def is_personal_shape(phrase: str) -> bool:
    """Whether words have the shape of a Chinese or Korean personal name: a surname and one or two syllables."""
    words = phrase.replace("-", " ").split()
    if not 2 <= len(words) <= 3 or script_of(phrase) == "han":
        return False
    for reading in read_mandarin(phrase):
        if 2 <= len(reading.syllables) <= 4 and reading.heads[0] <= 2:
            return True
    return (
        words[0].casefold() in ("kim", "pak", "park", "choe", "choi", "rhee", "nam")
        and words[0].casefold() in surname_table()
    )
