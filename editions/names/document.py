"""What a whole document says of its words: whose capital is due to its place, and whether capitals say much."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editions.names.vocabulary import vocabulary
from editions.names.words import is_capital, is_shouted, opens_sentence, plain_form, spellings_of, words_near_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editions.names.words import Word

# Share of capitals inside sentences that stand on words also printed small. Prose has less than a quarter of that;
# verse with a capital at the head of each line, and old print with one on every noun, more than half.
_UNRELIABLE = 0.35
_FEWEST = 30
_SEEN_TWICE = 2


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The words of a document by how they are printed; all in lower case.

    Attributes:
        lower: words seen in small letters.
        small: words seen in small letters at least as often as with a capital inside a sentence.
        inside: words seen with a capital inside a sentence; None where that is not known.
        sure: where capitals say little, the words that are never printed small and met twice; None elsewhere.
    """

    lower: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    inside: frozenset[str] | None = None
    sure: frozenset[str] | None = None


def document_words(texts: Iterable[str], *, language: str = "en") -> DocumentWords:
    """Looks at how the words of a document are printed.

    Args:
        texts: its turns or paragraphs, without labels.
        language: ISO 639 code.

    Returns:
        The words; the same texts give an equal answer.
    """
    printed: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for text in texts:
        printed.update(spellings_of(text))
        if is_shouted(text):
            continue
        before: Word | None = None
        for word in words_near_capitals(text, after=1):
            if word.capital and not opens_sentence(text, word, before):
                inside[word.plain] += 1
            before = word
    lower: Counter[str] = Counter()
    for spelling, count in printed.items():  # each looked at once, for most words come back
        if not is_capital(spelling):
            lower[plain_form(spelling)] += count
    known = vocabulary(language)
    expected = known.titles | known.bodies | known.grounds | known.common | {"i"}
    telling = {word: count for word, count in inside.items() if word not in expected}
    ambiguous = sum(count for word, count in telling.items() if lower[word])
    sure = None
    if sum(telling.values()) >= _FEWEST and ambiguous > _UNRELIABLE * sum(telling.values()):
        sure = frozenset(word for word, count in inside.items() if count >= _SEEN_TWICE and not lower[word])
    return DocumentWords(
        lower=frozenset(lower),
        small=frozenset(word for word, count in lower.items() if count >= inside[word]),
        inside=frozenset(inside),
        sure=sure,
    )
