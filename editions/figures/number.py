"""A number in words or digits as the parsers hand it on, and the small steps they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editions.figures.reader import DASH, WORD

if TYPE_CHECKING:
    from fractions import Fraction

    from editions.figures.reader import Reader


@dataclass(frozen=True, slots=True)
class Number:
    """A number found at a place.

    Attributes:
        end: offset after its last character.
        value: what it is worth.
        scale: the multiplying words at its end ("thousand" 1000, "hundred thousand" 100000); 1 without.
        ordinal: whether it ranks ("nineteenth", "38th").
        digits: whether it begins in digits.
        grouped: whether those digits are grouped, have decimals or a scale: no year is written so.
        part: whether it is a part of one ("half", "two thirds").
        year: whether it is spelled as only years are ("nineteen fifty-two").
        simple: whether it is one single token.
    """

    end: int
    value: Fraction
    scale: int = 1
    ordinal: bool = False
    digits: bool = False
    grouped: bool = False
    part: bool = False
    year: bool = False
    simple: bool = False


def hyphen_or_space(reader: Reader, position: int) -> int:
    """Where the next word of a compound begins: after a tight hyphen, or where it is."""
    token = reader.token(position)
    if token.kind == DASH and not token.gap and token.s in ("-", "‐", "‑"):
        after = reader.token(token.end)
        # A hyphen at the end of a line may be followed by a break.
        if not after.gap or (after.kind == WORD and reader.low[token.end] == "\n"):
            return token.end
    return position


def scale_at(reader: Reader, position: int, *, digits: bool) -> tuple[int, int, bool] | None:
    """The scale words at a position: their product, their end, and whether the last one ranks ("thousandth")."""
    lex = reader.lex
    product, end, last = 1, position, 0
    for _ in range(3):
        cursor = hyphen_or_space(reader, end)
        token = reader.token(cursor)
        if token.kind != WORD:
            break
        sign = lex.number("scale_signs", token.s)
        value = lex.scales.get(token.s, 0)
        if not value and product == 1 and token.s in lex.ordinals and lex.ordinals[token.s] >= 1000:
            return lex.ordinals[token.s], token.end, True
        if value <= last or (sign and not digits):
            break
        if sign and not token.gap and len(token.s) == 1 and reader.token(token.end).kind == DASH:
            break
        if last and (sign or value < 1000):
            break
        product, end, last = product * value, token.end, value
        if sign and reader.low.startswith(".", end) and len(token.s) > 1:
            end += 1
    return None if product == 1 else (product, end, False)
