"""Measures and sums in several small steps: 6'2", £1 10s. 6d., "three divisions and a half"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.drafts import Draft, draft
from editions.figures.parts import parse_part
from editions.figures.reader import WORD
from editions.model import FigureKind

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token

_FEET = re.compile(r"([0-9]{1,3})\s?['’′]\s?([0-9]{1,2})(½)?\s?(?:[\"”″]|''|’’)")
_STERLING = re.compile(
    r"£\s?([0-9]{1,3}(?:,?[0-9]{3}){0,3})[\s,]\s?([0-9]{1,2})\s?s\.?(?:,?\s?([0-9]{1,2})\s?d\b\.?)?(?!\w)"
)


def read_feet(reader: Reader, token: Token) -> Draft | None:
    """Reads feet and inches by their signs, or None.

    Args:
        reader: the text.
        token: the number of feet.
    """
    match = _FEET.match(reader.text, token.start)
    if match is None or int(match[2]) > 11:
        return None
    value = int(match[1]) + (int(match[2]) + Fraction(1 if match[3] else 0, 2)) / 12
    return draft(reader, token.start, match.end(), FigureKind.QUANTITY, value, unit="foot")


def read_sterling(reader: Reader, sign: Token) -> Draft | None:
    """Reads pounds, shillings and pence, or None.

    Args:
        reader: the text.
        sign: the sign of the pound.
    """
    match = _STERLING.match(reader.text, sign.start)
    if match is None or int(match[2]) > 19 or int(match[3] or 0) > 11:
        return None
    value = int(match[1].replace(",", "")) + Fraction(int(match[2]), 20) + Fraction(int(match[3] or 0), 240)
    return draft(reader, sign.start, match.end(), FigureKind.MONEY, value, unit="GBP")


def part_after_noun(reader: Reader, end: int, counted: str | None) -> tuple[Fraction, int] | None:
    """The part in "three divisions and a half", and where it ends; None where a noun of its own follows.

    Args:
        reader: the text.
        end: the end of the number.
        counted: the noun it counts.
    """
    lex = reader.lex
    noun = reader.token(end)
    link = reader.token(noun.end)
    if noun.s != counted or noun.kind != WORD or not lex.has("and", link.s):
        return None
    if not lex.has("articles", reader.token(link.end).s):
        # "Two dogs and half a loaf".
        return None
    part = parse_part(reader, link.end, scaled=False)
    if part is None or part.value >= 1:
        return None
    after = reader.token(part.end)
    follows = after.kind == WORD and not lex.has("function_words", after.s) and not lex.has("one_verbs", after.s[-2:])
    return None if follows or lex.has("of", after.s) else (part.value, part.end)
