"""Names with which blocks open as the subject of a verb of speech: the first evidence of who is reported."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

from editions.structure.grammar import fold
from editions.structure.personal_names import Name, words_of
from editions.structure.sentence import Word, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editions.model import Block
    from editions.structure.grammar import Grammar

_HEAD: Final = 14  # words at the head of a block among which its subject and verb stand
_LEAST_SHARE: Final = 0.3  # of the blocks, that has to open with a recurring name where verbs are not known


def find_openers(blocks: Sequence[Block], offsets: Mapping[int, int], grammar: Grammar) -> dict[int, Name]:
    """Finds the names with which blocks open.

    Args:
        blocks: blocks of running text.
        offsets: index of a block -> where it begins behind the number of its paragraph.
        grammar: tells verbs of speech; in a language without a table any small word will do, if such openings
            recur and fill the text.

    Returns:
        Index of a block -> name.
    """
    if grammar.reporting_verbs:
        return {
            block.index: name
            for block in blocks
            if (name := opening_name(block.text, offsets.get(block.index, 0), grammar)) is not None
        }
    return _recurring_openings(blocks, offsets)


def _recurring_openings(blocks: Sequence[Block], offsets: Mapping[int, int]) -> dict[int, Name]:
    """One to three capitalised words before a small word, recurring at the head of blocks, never in small letters."""
    found: dict[int, Name] = {}
    for block in blocks:
        start = offsets.get(block.index, 0)
        words = read_words(block.text, start, len(block.text), 4)
        count = next((place for place, word in enumerate(words) if not word.capital), 0)
        if (
            0 < count <= 3
            and words[0].printed.upper() != words[0].printed.lower()
            and not any(word.after for word in words[:count])
        ):
            found[block.index] = Name(tuple(word.printed for word in words[:count]))
    often = Counter(found.values())
    recurring = {name for name, count in often.items() if count > 1}
    sentences = sum(block.text[-1] in ".!?…" for block in blocks)
    if sum(often[name] for name in recurring) < _LEAST_SHARE * sentences:
        return {}
    small = sorted({match[0] for block in blocks for match in words_of(block.text) if match[0][0].islower()})
    names = {name for name in recurring if not all(_is_common(word.lower(), small) for word in name.words)}
    return {index: name for index, name in found.items() if name in names}


def _is_common(word: str, small: Sequence[str]) -> bool:
    """Whether a word, or one that differs in its ending, occurs in small letters among sorted words."""
    stem = word[: max(3, len(word) - 2)] if len(word) > 3 else word
    place = bisect_left(small, stem)
    return place < len(small) and small[place].startswith(stem)


def opening_name(text: str, start: int, grammar: Grammar) -> Name | None:
    """The name with which a block opens as the subject of a verb of speech, whoever that is.

    Args:
        text: the block.
        start: offset behind the number of a numbered paragraph.
        grammar: tells verbs of speech.

    Returns:
        The name ("Mr. Gromyko said ...": Gromyko; "The Ambassador asks ...": Ambassador), or None.
    """
    first_word = next(words_of(text, start), None)
    if first_word is None or not _may_open(first_word[0], text[first_word.end() : first_word.end() + 1], grammar):
        return None
    words = read_words(text, start, len(text), _HEAD)
    place = 0
    while place < len(words) and words[place].folded in grammar.leads and not words[place].after:
        place += 1
    first = place
    while place < len(words) and _is_title_word(words, place, grammar):
        place += 1
    titles = words[first:place]
    name: list[Word] = []
    while place < len(words) and len(name) < 4 and words[place].capital and not words[place].possessive:
        if words[place].folded in grammar.pronouns or (words[place].folded in grammar.articles and not name):
            return None
        name.append(words[place])
        place += 1
        if name[-1].after and not (name[-1].after == "." and len(name[-1].printed) <= 2):
            break
    has_article = bool(titles) and titles[0].folded in grammar.articles
    if not name:
        if not titles or titles[-1].folded not in grammar.offices or not has_article:
            return None
        name = [word for word in titles if word.folded not in grammar.articles]
    elif has_article and len(titles) == 1:
        return None  # "The Americans asked": a people, and not a person
    if name[0].folded in grammar.prepositions or name[0].folded in grammar.subordinators:
        return None
    if name[-1].after and not name[-1].after.startswith("."):
        return None
    while place < len(words) and grammar.is_adverb(words[place].folded):
        place += 1
    if place >= len(words) or words[place].folded not in grammar.reporting_verbs:
        return None
    kept = tuple(word.printed for word in name if not (len(word.printed) == 1 and word.after.startswith(".")))
    if not kept:
        return None
    return Name(kept, (), tuple(word.folded for word in titles if word.folded in grammar.titles and word not in name))


def _may_open(word: str, following: str, grammar: Grammar) -> bool:
    """Whether a block that begins with this word can open with a name: most do not, and need not be taken apart."""
    folded = fold(word)
    if word.islower() or following in ":：" or folded in grammar.pronouns:
        return False
    return folded in grammar.leads or not (folded in grammar.prepositions or folded in grammar.subordinators)


def _is_title_word(words: Sequence[Word], place: int, grammar: Grammar) -> bool:
    word = words[place]
    if word.folded in grammar.articles:
        return place == 0 or words[place - 1].folded in grammar.leads
    return word.folded in grammar.titles and not word.possessive and word.after in ("", ".")
