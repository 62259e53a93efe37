"""From a number to a span: ranges in every form, the scale carried back, compound measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editions.figures.cardinals import parse_number
from editions.figures.context import measure_after
from editions.figures.parts import parse_part
from editions.figures.reader import DASH, NUMBER, SIGN, WORD
from editions.figures.units import UNITS

if TYPE_CHECKING:
    from fractions import Fraction

    from editions.figures.context import Measure
    from editions.figures.number import Number
    from editions.figures.reader import Reader, Token


_DIVIDED = frozenset({"time", "length", "mass", "RUB", "USD"})
"""Dimensions in which people name a large unit and a small one in one breath."""


class Span(NamedTuple):
    """A number or a range with its unit.

    Attributes:
        low: the least value meant.
        high: the greatest.
        end: offset after the last character.
        unit: canonical unit, or None.
        digits: whether it begins in digits.
        tight: whether a hyphen joins the unit ("five-year").
    """

    low: Fraction
    high: Fraction
    end: int
    unit: str | None
    digits: bool
    tight: bool


def parse_span(reader: Reader, first: Number, *, between: bool, start: int, currency: bool = False) -> Span:
    """Reads on after a number: the other end of a range, the unit, a second part of a compound measure.

    Args:
        reader: the text.
        first: the number.
        between: whether "between" stands before it, so that "and" joins the ends.
        start: where the number begins, for what stands before it.
        currency: whether a sign of currency stands before it.

    Returns:
        The span; a single value has ``low == high``.
    """
    own = None if currency else _measure(reader, first)
    second = _other_end(reader, start, first, own, between=between, currency=currency)
    if second is not None:
        low, high, number = second
        measure = None if currency else _measure(reader, number)
        unit, end = (measure.unit, measure.end) if measure else (own.unit if own else None, number.end)
        return Span(low, high, end, unit, first.digits, bool(measure and measure.tight))
    if own is None:
        return Span(first.value, first.value, first.end, None, first.digits, tight=False)
    value, end = _compound(reader, first.value, own)
    return Span(value, value, end, own.unit, first.digits, own.tight)


def part_of_unit(reader: Reader, number: Number) -> Measure | None:
    """The unit of "half an hour", "a quarter of a mile", "half of one per cent"."""
    lex = reader.lex
    token = reader.token(number.end)
    if token.kind == WORD and lex.has("of", token.s):
        token = reader.token(token.end)
    one = lex.small.get(token.s) if token.kind == WORD else None
    if token.kind != WORD or not (lex.has("articles", token.s) or (one and one[1] == 1)):
        return None
    return measure_after(reader, token.end, digits=False, single=True)


def _measure(reader: Reader, number: Number) -> Measure | None:
    return measure_after(reader, number.end, digits=number.digits, single=number.value <= 1)


def _other_end(
    reader: Reader, start: int, first: Number, own: Measure | None, *, between: bool, currency: bool
) -> tuple[Fraction, Fraction, Number] | None:
    lex = reader.lex
    if first.part and not first.digits:
        return None
    link = reader.token(own.end if own else first.end)
    if own is not None and own.tight:
        return None
    if link.kind == DASH:
        if link.gap != reader.token(link.end).gap or (link.gap and not first.digits):
            # "We have 60 - 3 of them old": a dash with space on one side parts sentences.
            return None
    elif link.kind == WORD:
        if lex.has("and", link.s):
            if not between:
                return None
        elif lex.has("to", link.s):
            if _change_before(reader, start):
                return None
        elif not lex.has("or", link.s):
            return None
    else:
        return None
    position = link.end
    token = reader.token(position)
    if currency and token.kind == SIGN and token.s in lex.units:
        position = token.end
    second = parse_number(reader, position)
    if second is None or second.ordinal or second.year or (second.part and not second.digits):
        return None
    if link.kind == DASH and not link.gap and first.digits != second.digits:
        return None
    low, high = first.value, second.value
    if second.scale > 1 and first.scale < second.scale and low < 1000 and low < second.value / second.scale:
        low *= second.scale
    measure = _measure(reader, second)
    if own and measure and own.unit != measure.unit:
        return None
    if own and not measure and not (lex.has("or", link.s) and _ends(reader, second)):
        # "3 km to 5 divisions" is no range, "a year or two" is one.
        return None
    if low >= high or _third(reader, second):
        return None
    if lex.has("or", link.s) and high > low * 10:
        return None
    return low, high, second


def _ends(reader: Reader, second: Number) -> bool:
    """Whether no noun follows the second number."""
    token = reader.token(second.end)
    return token.kind != WORD or reader.lex.has("function_words", token.s)


def _third(reader: Reader, second: Number) -> bool:
    """As in "3-4-5" is a score, a telephone number, a code: no range."""
    token = reader.token(second.end)
    return (
        token.kind == DASH
        and not token.gap
        and reader.token(token.end).kind == NUMBER
        and not reader.token(token.end).gap
    )


def _change_before(reader: Reader, start: int) -> bool:
    """Whether "from 20 to 60" tells of a growth, whose ends are two figures."""
    words = reader.words_before(start, 4)
    return "from" in words[-1:] and any(reader.lex.has("change_words", word) for word in words)


def _compound(reader: Reader, value: Fraction, measure: Measure) -> tuple[Fraction, int]:
    """As in "Six feet two inches", "2 years and 6 months", "a year and a half": in the first unit."""
    lex = reader.lex
    size = UNITS[measure.unit]
    cursor = measure.end
    token: Token = reader.token(cursor)
    joined = token.kind == WORD and lex.has("and", token.s)
    if joined:
        cursor = token.end
    elif token.s == ",":
        return value, measure.end
    if size.dimension not in _DIVIDED or measure.tight:
        return value, measure.end
    part = parse_part(reader, cursor, scaled=False) if joined else None
    if part is not None and part.value < 1:
        return value + part.value, part.end
    number = parse_number(reader, cursor)
    if number is None or number.ordinal or number.year:
        return value, measure.end
    after = _measure(reader, number)
    if after is None or after.tight:
        return value, measure.end
    smaller = UNITS[after.unit]
    if smaller.dimension != size.dimension or smaller.factor * number.value >= size.factor:
        return value, measure.end
    if (size.factor / smaller.factor).denominator != 1:
        return value, measure.end
    return value + number.value * smaller.factor / size.factor, after.end
