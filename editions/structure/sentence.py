"""The head of a block as words: what stands where before the first full stop."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editions.structure.grammar import fold
from editions.structure.personal_names import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editions.structure.grammar import Grammar

MAX_WORDS: Final = 80
"""Words of a sentence that are looked at; a speaker is named sooner."""

_END: Final = re.compile(r"""[.!?…]["'”’»)\]]*\s+["'“‘«(\[]*(?=[^\W\d_a-zà-öø-ÿа-яα-ω]|\d)|[;](?=\s)""")
_POSSESSIVE: Final = re.compile(r"(?:'s|s')\Z")


@dataclass(frozen=True, slots=True)
class Word:
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


def read_words(text: str, start: int, end: int) -> list[Word]:
    """The words of a part of a block.

    Args:
        text: the block.
        start: where the part begins.
        end: where it ends.

    Returns:
        At most `MAX_WORDS` words.
    """
    words: list[Word] = []
    matches = [match for match, _ in zip(words_of(text[start:end]), range(MAX_WORDS + 1), strict=False)]
    for number, match in enumerate(matches[:MAX_WORDS]):
        following = matches[number + 1].start() if number + 1 < len(matches) else len(text[start:end])
        printed = match[0]
        folded = fold(printed)
        after = text[start + match.end() : start + following]
        possessive = bool(_POSSESSIVE.search(folded)) or (folded.endswith("s") and after.startswith(("'", "’")))
        base = folded[:-2] if folded.endswith("'s") else folded[:-1] if folded.endswith("s'") else folded
        words.append(
            Word(
                base,
                printed,
                start + match.start(),
                start + match.end(),
                not printed[0].islower(),
                possessive,
                after.replace(" ", ""),
            )
        )
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
        before = text[max(0, match.start() - 12) : match.start()].rpartition(" ")[2]
        if text[match.start()] == "." and (len(before) < 2 or fold(before.strip("([")) in grammar.titles):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)
