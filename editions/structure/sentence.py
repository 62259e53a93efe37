"""The head of a block as words: what stands where before the first full stop."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from editions.structure.grammar import fold
from editions.structure.personal_names import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from editions.structure.grammar import Grammar

MAX_WORDS: Final = 60
"""Words of a sentence that are looked at; a speaker is named sooner."""

MAX_NAMES: Final = 400
"""Names that one pattern looks for."""

_APOSTROPHES: Final = frozenset("'’")
_LAST_WORD: Final = re.compile(r"[\s.]")
_END: Final = re.compile(r"""[.!?…]["'”’»)\]]*\s+["'“‘«(\[]*(?=[^\W\d_a-zà-öø-ÿа-яα-ω]|\d)|[;](?=\s)""")


class Word(NamedTuple):
    """A word of a sentence.

    Attributes:
        folded: the word, folded, without a possessive ending.
        printed: the word as printed.
        start: offset in the block.
        end: offset behind it.
        capital: whether it begins with a capital, or has no case.
        possessive: whether it ends in 's.
        after: the signs between it and the next word, without spaces.
    """

    folded: str
    printed: str
    start: int
    end: int
    capital: bool
    possessive: bool
    after: str


def read_words(text: str, start: int, end: int, most: int = MAX_WORDS) -> list[Word]:
    """The words of a part of a block.

    Args:
        text: the block.
        start: where the part begins.
        end: where it ends.
        most: how many words are wanted.

    Returns:
        The first words of the part, at most ``most``.
    """
    matches = list(islice(words_of(text, start, end), most + 1))
    words: list[Word] = []
    for number, match in enumerate(matches[:most], 1):
        first, last = match.span()
        printed = match[0]
        base = folded = fold(printed)
        after = text[last : matches[number].start() if number < len(matches) else end]
        if "'" in folded:
            base = folded.removesuffix("'s").removesuffix("'")
        possessive = base is not folded and folded.endswith(("'s", "s'"))
        possessive = possessive or (folded[-1] == "s" and after[:1] in _APOSTROPHES and after != "")
        sign = after.replace(" ", "") if after != " " else ""
        capital = not printed[0].islower() or not printed.islower()  # "al-Assad" has one, too
        words.append(Word(base, printed, first, last, capital, possessive, sign))
    return words


def sentences(text: str, start: int, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Where the sentences of a block begin and end; a semicolon ends one, an initial or a title does not.

    Args:
        text: the block.
        start: where to begin.
        grammar: tells titles.

    Yields:
        Offsets of the first character and behind the last.
    """
    for match in _END.finditer(text, start):
        before = _LAST_WORD.split(text[max(0, match.start() - 12) : match.start()])[-1]
        if text[match.start()] == "." and (len(before) < 2 or fold(before.strip("([")) in grammar.titles):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def names_pattern(words: Collection[str]) -> re.Pattern[str]:
    """A pattern that finds any of some folded words in running text, in small letters, capitals or with a capital.

    The spellings are written out because a pattern that ignores case cannot skip ahead by first letters, and
    is several times slower. Of more than `MAX_NAMES` words it finds every word: trying them one by one would
    take longer.
    """
    if len(words) > MAX_NAMES:
        return re.compile(r"\b\w[\w'’ʼ‘`´-]*")
    forms = {form for word in words for form in _spellings(word)}
    escaped = sorted((re.escape(form).replace("'", "['’ʼ‘`´]") for form in forms if form), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(escaped)})(?!\w)" if escaped else r"(?!)")


def _spellings(word: str) -> tuple[str, ...]:
    prefix, hyphen, rest = word.partition("-")
    return word, word.title(), word.capitalize(), word.upper(), f"{prefix}{hyphen}{rest.title()}"  # "al-Assad"
