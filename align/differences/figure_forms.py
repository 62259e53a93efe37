"""Forms in which a text can say a number without a figure: "a shell", "to the kilometre", "both", "the first"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from editions.figures.lexicon import LETTER, lexicon
from editions.figures.reader import lower_in_place
from editions.figures.units import UNITS, unit_of
from editions.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from editions.model import Figure

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
    for pattern in _patterns(figure, language):
        for turn, text in texts.items():
            for match in re.finditer(pattern, lower_in_place(text)):
                start, end = match.span()
                if (turn, start) not in taken:
                    return turn, replace(figure, start=start, end=end, text=text[start:end], qualifier=None)
    return None


def _patterns(figure: Figure, language: str) -> list[str]:
    """What to look for, the surest first."""
    lex = lexicon(language)
    section = lex.section
    counting = [
        *(section.get("articles") or ()),
        *(section.get("definite") or ()),
        *(section.get("distributive") or ()),
    ]
    if not counting or figure.low is None:
        return []
    lead = "|".join(map(re.escape, counting))
    if figure.unit is not None:
        names = _units_once(figure, language)
        return [rf"(?<!\w)(?:{lead})\s(?:{'|'.join(map(re.escape, names))})(?!\w)"] if names else []
    if figure.low.denominator != 1 or not 1 <= figure.low <= _LARGEST:
        return []
    value = int(figure.low)
    if figure.kind is FigureKind.ORDINAL:
        words = [word for word, rank in lex.ordinals.items() if rank == value]
        return [rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"] if words else []
    words = [word for word, (name, small) in lex.small.items() if small == value]
    words += (section.get("implied") or {}).get(str(value)) or ()
    parts = [rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"] if words else []
    if value == 1 and figure.counted:
        stem = re.escape(figure.counted[: max(3, len(figure.counted) - 2)])
        articles = "|".join(map(re.escape, [*(section.get("articles") or ()), *(section.get("distributive") or ())]))
        parts.insert(0, rf"(?<!\w)(?:{articles})\s(?:{LETTER}{{2,20}}\s)?{stem}{LETTER}{{0,3}}(?!\w)")
    return parts


def _units_once(figure: Figure, language: str) -> list[str]:
    """Ways to write a unit of which the figure is exactly one: "kilometre" for 1,000 metres."""
    own = unit_of(figure.unit)
    if own is None or figure.low is None:
        return []
    size: Fraction = own.factor * figure.low
    lex = lexicon(language)
    names = {name for name, unit in UNITS.items() if unit.dimension == own.dimension and unit.factor == size}
    return sorted(
        (way for way, name in lex.units.items() if name in names and len(way) > 2), key=lambda way: (-len(way), way)
    )
