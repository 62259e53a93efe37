"""A number that leaves its unit or scale to the one before it: "373 miles, 135 paved", "4.2 million, then 5.1"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editions.figures.drafts import kind_of
from editions.figures.lexicon import lexicon
from editions.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editions.model import Figure

_BACK = 4
"""Figures back in the same turn at which what is left unsaid may have been said."""


def fuller_forms(side: Sequence[tuple[str, Figure]], index: int, language: str = "en") -> list[Figure]:
    """The figures a bare number may stand for.

    Args:
        side: (turn id, figure) of one edition in a row, in order.
        index: which figure.
        language: the language of the text.

    Returns:
        Copies with the unit, the scale, or both of the figures before it; nearest first, without the figure itself.
    """
    turn, figure = side[index]
    if figure.kind is not FigureKind.NUMBER or figure.low is None or figure.high is None or figure.low >= 10000:
        return []
    forms: list[Figure] = []
    for before in range(index - 1, max(-1, index - 1 - _BACK), -1):
        near_turn, near = side[before]
        if near_turn != turn:
            break
        scale = _scale(near, language)
        unit = near.unit if near.unit and near.iso is None else None
        for times, name in ((1, unit), (scale, None), (scale, unit)):
            if (times, name) == (1, None):
                continue
            form = replace(figure, low=figure.low * times, high=figure.high * times, unit=name, kind=kind_of(name))
            if form not in forms:
                forms.append(form)
    return forms


def _scale(figure: Figure, language: str) -> int:
    """The last scale word of a figure's text, or 1."""
    lex = lexicon(language)
    for word in reversed(figure.text.lower().replace("-", " ").split()):
        scale = lex.scales.get(word.rstrip("."))
        if scale and scale >= 1000:
            return scale
    return 1


def split_span(span: Figure, others: Sequence[Figure | None]) -> tuple[int, int] | None:
    """Two neighbouring dates that are the ends of a span: "1930–1934" beside "between 1930 and 1934".

    Args:
        span: a date with both its ends.
        others: the figures of the other edition that have no partner; None for those that have.

    Returns:
        Places of the first and the last, or None.
    """
    first, stroke, last = (span.iso or "").partition("/")
    if not stroke:
        return None
    for place in range(len(others) - 1):
        one, two = others[place], others[place + 1]
        if one is not None and two is not None and (one.iso, two.iso) == (first, last):
            return place, place + 1
    return None


def one_breath(between: str) -> bool:
    """Whether what stands between two figures only goes on: a dash or semicolon and no end of a sentence.

    Args:
        between: the text from the end of the one to the start of the other.
    """
    return any(sign in between for sign in ";—–") and not any(sign in between for sign in ".!?") and len(between) < 120
