"""What stands round a figure, as far as it helps to tell which figure of the other edition answers to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editions.figures.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editions.model import Figure

_WORD = re.compile(r"[^\W\d_]{4,40}")
_REACH = 60
_STEM = 5
"""Letters that stand for a word: enough to join "shell" and "shells", few enough to join "metre" and "meter" apart."""


def context_words(item: tuple[str, Figure], texts: Mapping[str, str], language: str) -> frozenset[str]:
    """Stems of the content words near a figure in its turn.

    Args:
        item: turn id and figure.
        texts: turn id -> text; empty for a turn that is not there.
        language: the language of the text, whose function words are passed over.
    """
    turn, figure = item
    text = texts.get(turn)
    if not text:
        return frozenset()
    lex = lexicon(language)
    pieces = (text[max(0, figure.start - _REACH) : figure.start], text[figure.end : figure.end + _REACH])
    return frozenset(
        word[:_STEM]
        for piece in pieces
        for word in _WORD.findall(piece.lower())
        if not lex.has("function_words", word) and word not in lex.small and word not in lex.scales
    )


def same_noun(a: Figure, b: Figure) -> bool | None:
    """Whether two figures count the same noun; None where one of them names none.

    Synonyms are not known, so False says little: one translator's lorries are another's trucks.
    """
    if a.counted is None or b.counted is None:
        return None
    return a.counted[:_STEM] == b.counted[:_STEM]
