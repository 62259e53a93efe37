"""Shares of a whole said with two numbers: "one in six", "eleven in every hundred", "one man in ten"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.cardinals import parse_number
from editions.figures.context import counted_after, measure_after, qualifier_before
from editions.figures.drafts import Draft, draft
from editions.figures.number import Number
from editions.figures.reader import DASH, NUMBER, WORD
from editions.model import FigureKind

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token

_LARGEST = 100000


def read_share(reader: Reader, position: int, first: Number) -> Draft | None:
    """Reads a share as one fraction.

    Args:
        reader: the text.
        position: where its first number begins.
        first: that number.

    Returns:
        The fraction, or None where the number stands alone ("two in Perm", "three in five days", "40 in 1950").
    """
    lex = reader.lex
    if first.value.denominator != 1 or first.part or first.scale > 1 or not 1 <= first.value <= 99:
        return None
    link = reader.token(first.end)
    if first.value == 1 and link.kind == WORD and not lex.has("share_links", link.s):
        # "One man in ten".
        if lex.has("function_words", link.s):
            return None
        link = reader.token(link.end)
    if link.kind != WORD or not lex.has("share_links", link.s):
        return None
    cursor = link.end
    token = reader.token(cursor)
    out = token.kind == WORD and lex.has("of", token.s)
    if out:
        # "Two out of every ten"; "five boats out of seven" are two counts.
        cursor, token = token.end, reader.token(token.end)
    every = token.kind == WORD and lex.has("distributive", token.s)
    if every:
        cursor = token.end
    elif out or lex.has("share_only_every", link.s):
        return None
    whole = _whole(reader, cursor)
    if whole is None or not first.value < whole.value <= _LARGEST:
        return None
    if not every and (_counts(reader, whole, one=first.value == 1) or (whole.digits and whole.value >= 1000)):
        return None
    qualifier = qualifier_before(reader, position)
    return draft(reader, position, whole.end, FigureKind.NUMBER, first.value / whole.value, qualifier=qualifier)


def _whole(reader: Reader, position: int) -> Number | None:
    """The number after "in": also a bare "hundred", as in "eleven in every hundred"."""
    lex = reader.lex
    token: Token = reader.token(position)
    if token.kind not in (NUMBER, WORD):
        return None
    if token.s in lex.hundreds:
        return Number(token.end, Fraction(100))
    if token.kind == WORD and token.s in lex.scales and not lex.number("scale_signs", token.s):
        return Number(token.end, Fraction(lex.scales[token.s]))
    number = parse_number(reader, position)
    if number is None or number.ordinal or number.year or number.part or number.value.denominator != 1:
        return None
    return number


def _counts(reader: Reader, whole: Number, *, one: bool) -> bool:
    """Whether the second number counts something itself: "three in five days", "two in ten cities", "1 in 6-8".

    After one a noun or a verb may follow: "one in six fails", "one in six pupils".
    """
    token = reader.token(whole.end)
    if token.kind == DASH and not token.gap:
        return True
    if measure_after(reader, whole.end, digits=whole.digits, single=False):
        return True
    return (
        not one and counted_after(reader, whole.end, singular=False) is not None and not reader.lex.has("of", token.s)
    )
