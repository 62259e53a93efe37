"""Words of a text with their places, as the search for names needs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editions.names.gazetteer import folded_forms
from editions.names.romanization.folding import NOTE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters with full stops ("U.S."), or a letter, then letters, digits and marks; an apostrophe or hyphen only between
# letters; "(b)" as in VKP(b). Raised figures are the marks of notes and belong to no word.
_RAISED = NOTE_MARKS[: -len("†‡*")]
_LETTER = rf"[^\W\d_{_RAISED}]"
_REST = rf"[^\W{_RAISED}]*(?:[\u0300-\u036f]+[^\W{_RAISED}]*)*"
_WORD = re.compile(rf"(?:{_LETTER}\.){{2,}}|{_LETTER}{_REST}(?:['’‘ʼʻ`‑‐-]{_LETTER}{_REST})*(?:\([a-zа-я]\))?")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_SENTENCE_END = frozenset(".!?:;…")
_LAST_OF_LONGER = frozenset(")sS")
# A letter that is no small one of English; small letters with accents cost no more than a look.
_NO_SMALL_LETTER = re.compile(r"[^\W\d_a-z]")
_LETTERS_BEFORE = 60
_SHOUTED = 0.7
_FEWEST_LETTERS = 12
_HEAD = 2000
_OPENING = frozenset("\"“”„«‹'‘([{*_ \t\n\u00a0")


class Word(NamedTuple):
    """One word.

    Attributes:
        start: offset of its first letter.
        end: offset after its last letter, the possessive 's left off.
        printed_end: offset after it as printed.
        text: the word without the possessive.
    """

    start: int
    end: int
    printed_end: int
    text: str

    @property
    def folds(self) -> tuple[tuple[str, ...], ...]:
        """The folded parts of the word, and those of its possible nominatives."""
        return folded_forms(self.text)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return is_capital(self.text)

    @property
    def acronym(self) -> bool:
        """Whether it has two capitals or more and nothing else ("USSR", "VKP(b)")."""
        letters = self.text.split("(")[0].replace(".", "")
        return len(letters) > 1 and letters.isupper() and letters.isalpha()

    @property
    def dotted(self) -> bool:
        """Whether it is letters with a full stop after each: "U.S.", or the initials "I.V."."""
        return self.text[-1] == "."

    @property
    def plain(self) -> str:
        """The word in lower case with straight apostrophes."""
        return plain_form(self.text)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    first = word[0]
    return first.isupper() or first.istitle()


def plain_form(word: str) -> str:
    """A word in lower case with straight apostrophes."""
    return word.replace("’", "'").casefold()


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of a text, or of a part of it that begins and ends at a space, in order."""
    make = Word._make
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        word = match[0]
        if word[-1] in _LAST_OF_LONGER:
            word, printed = _trimmed(word)
            yield make((first, first + len(word), first + printed, word))
        else:
            yield make((first, last, last, word))


def words_near_capitals(text: str, *, after: int) -> Iterator[Word]:
    """The words at which a name can begin or end, and those round them; stretches without capitals are left out.

    Args:
        text: the text.
        after: how many letters after a capital are wanted at least.

    Yields:
        The words, in order.
    """
    start = end = 0
    for match in _NO_SMALL_LETTER.finditer(text):
        place = match.start()
        if place < end:
            continue
        # words hold no spaces, so that a part between two spaces has the same words as the whole
        opening = max(end, text.rfind(" ", 0, max(0, place - _LETTERS_BEFORE)) + 1)
        closing = text.find(" ", place + after)
        if opening > end:
            yield from words_of(text, start, end)
            start = opening
        end = len(text) if closing < 0 else closing
    yield from words_of(text, start, end)


def spellings_of(text: str) -> Iterator[str]:
    """The words of a text as they are printed, without their places."""
    for word in _WORD.findall(text):
        yield _trimmed(word)[0] if word[-1] in _LAST_OF_LONGER else word


def _trimmed(word: str) -> tuple[str, int]:
    """A word without possessive and without a bracket that is no part of it, and its length with the possessive."""
    if word[-1] == ")" and not word[:-3].isupper():
        word = word[:-3]
    printed = len(word)
    if word[-2:] in _POSSESSIVE and printed > 2:
        word = word[:-2]
    return word, printed


def is_shouted(text: str) -> bool:
    """Whether most letters of a text of some length are capitals, so that they say nothing."""
    head = text[:_HEAD]
    if len(_NO_SMALL_LETTER.findall(head)) <= _SHOUTED * _FEWEST_LETTERS:
        return False
    letters = sum(map(str.isalpha, head))
    return letters > _FEWEST_LETTERS and sum(map(str.isupper, head)) > _SHOUTED * letters


def opens_sentence(text: str, word: Word, before: Word | None) -> bool:
    """Whether a word may have its capital from its place: after a stop, a colon, a quotation mark or a bracket."""
    place = _before_notes(text, word.start) - 1
    while place >= 0 and text[place] in _OPENING:
        if text[place] in '"“„«([':
            return True
        place -= 1
    if place < 0:
        return True
    if text[place] not in _SENTENCE_END:
        return False
    if before is not None and before.dotted and before.printed_end == place + 1:
        return False
    # the full stop of an initial or of an abbreviated title ends no sentence
    return not (text[place] == "." and before is not None and before.printed_end == place and is_abbreviated(before))


def _before_notes(text: str, place: int) -> int:
    """The offset before the marks of notes ("[9] ", "² ") that stand before a place."""
    while match := _NOTE_MARK.search(text, max(0, place - 9), place):
        place = match.start()
    return place


_NOTE_MARK = re.compile(rf"(?:\[\d{{1,3}}\]|[{NOTE_MARKS}])\s*\Z")


def is_abbreviated(word: Word) -> bool:
    """Whether a full stop after the word is likely to belong to it: "A.", "Ya.", "Mr."."""
    return word.dotted or (word.capital and len(word.text) <= 2) or word.plain in _ABBREVIATED


_ABBREVIATED = frozenset(
    "mr mrs ms messrs dr st prof gen col lt maj capt comr comrs cde adm amb sen rep gov rev hon vs cf".split()  # noqa: SIM905
) | frozenset(("mme", "tov", "тов", "т", "тт"))
