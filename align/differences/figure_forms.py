"""Forms in which a text can say a number without a figure: "a shell", "to the kilometre", "both", "the first"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.lexicon import LETTER, lexicon
from editions.figures.units import UNITS, unit_of
from editions.model import Figure, FigureKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_LARGEST = 20
"""Beyond it nobody says a number with a word that is not one."""


def hidden_form(
    figure: Figure, texts: Mapping[str, str], taken: set[tuple[str, int]], language: str = "en"
) -> tuple[str, Figure] | None:
    """Looks in the turns of the other edition for a figure in a form that is not found as one.

    Args:
        figure: a figure without partner.
        texts: turn id -> text of the other edition's turns in the row, in order.
        taken: (turn id, start) of what is a figure there already.
        language: the language of those turns.

    Returns:
        Turn id and a figure for the words found, or None.
    """
    if figure.low is None or figure.low != figure.high or figure.iso is not None or figure.low > 10**6:
        return None
    pattern = _pattern(figure, language)
    if pattern is None:
        return None
    for turn, text in texts.items():
        low = text.lower()
        if len(low) != len(text):
            continue
        for match in re.finditer(pattern, low):
            if (turn, match.start()) not in taken:
                written = text[match.start() : match.end()]
                kind = figure.kind
                return turn, Figure(
                    match.start(), match.end(), written, kind, figure.low, figure.high, figure.unit, figure.counted
                )
    return None


def _pattern(figure: Figure, language: str) -> str | None:
    lex = lexicon(language)
    section = lex.section
    counting = [*(section.get("articles") or ()), *(section.get("definite") or ()), *(section.get("distributive") or ())]
    if not counting:
        return None
    lead = "|".join(map(re.escape, counting))
    if figure.unit is not None:
        names = _units_once(figure, language)
        if not names:
            return None
        # Between article and unit there may be a number word that is no figure of its own: "every single mile".
        return rf"(?<!\w)(?:{lead})\s(?:{'|'.join(map(re.escape, names))})(?!\w)"
    assert figure.low is not None  # noqa: S101
    if figure.low.denominator != 1 or figure.low > _LARGEST or figure.low < 1:
        return None
    value = int(figure.low)
    if figure.kind is FigureKind.ORDINAL:
        words = [word for word, rank in lex.ordinals.items() if rank == value]
        return rf"(?<!\w)(?:{'|'.join(words)})(?!\w)" if words else None
    words = [word for word, (name, small) in lex.small.items() if small == value]
    words += (section.get("implied") or {}).get(str(value)) or ()
    parts = [rf"(?:{'|'.join(map(re.escape, words))})(?!\w)"] if words else []
    if value == 1 and figure.counted:
        stem = re.escape(figure.counted[: max(3, len(figure.counted) - 2)])
        articles = "|".join(map(re.escape, [*(section.get("articles") or ()), *(section.get("distributive") or ())]))
        parts.insert(0, rf"(?:{articles})\s(?:{LETTER}{{2,20}}\s)?{stem}{LETTER}{{0,3}}(?!\w)")
    return rf"(?<!\w)(?:{'|'.join(parts)})" if parts else None


def _units_once(figure: Figure, language: str) -> list[str]:
    """Ways to write a unit of which the figure is exactly one: "kilometre" for 1,000 metres."""
    own = unit_of(figure.unit)
    if own is None or figure.low is None:
        return []
    size: Fraction = own.factor * figure.low
    lex = lexicon(language)
    names = {name for name, unit in UNITS.items() if unit.dimension == own.dimension and unit.factor == size}
    return sorted((way for way, name in lex.units.items() if name in names and len(way) > 3), key=lambda way: (-len(way), way))
