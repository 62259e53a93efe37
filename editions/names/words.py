"""Words of a text with their places, as the search for names needs them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
_SHOUTED = 0.7
_OPENING = frozenset("\"“”„«‹'‘([{*_ \t\n\u00a0")


@dataclass(frozen=True, slots=True)
class Word:
    """One word.

    Attributes:
        start: offset of its first letter.
        end: offset after its last letter, the possessive 's left off.
        printed_end: offset after it as printed.
        text: the word without the possessive.
        folds: its folded parts, once for each form it may have in the nominative.
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
        return self.text[0].isupper() or self.text[0].istitle()

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
        return self.text.replace("’", "'").casefold()


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in order."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        printed = end
        word = match.group()
        if word[-1] == ")" and not word[:-3].isupper():
            end = printed = end - 3
            word = word[:-3]
        if word[-2:] in _POSSESSIVE and len(word) > 2:
            end -= 2
            word = word[:-2]
        yield Word(start, end, printed, word)


def is_shouted(text: str) -> bool:
    """Whether most letters of a text of some length are capitals, so that they say nothing."""
    letters = [letter for letter in text[:2000] if letter.isalpha()]
    return len(letters) > 12 and sum(letter.isupper() for letter in letters) > _SHOUTED * len(letters)


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
