"""Numbers below ten thousand without a scale: digits, "six hundred and five", "sixty-four hundred"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.number import Number, hyphen_or_space
from editions.figures.numerals import parse_digits, parse_vulgar
from editions.figures.parts import parse_slashed
from editions.figures.reader import NUMBER, VULGAR, WORD

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token


def parse_group(reader: Reader, position: int, join: bool) -> Number | None:
    """The number without scale at a position.

    Args:
        reader: the text.
        position: where to begin.
        join: whether "and" may join its parts.

    Returns:
        Digits, "six hundred and five", "sixty-four hundred", "a" before a scale, a year in words; or None.
    """
    lex = reader.lex
    token = reader.token(position)
    if token.kind == NUMBER:
        value = parse_digits(token.s, lex.section.get("decimal") or ".")
        if value is None:
            return None
        grouped = not token.s.isdigit()
        number = Number(token.end, value, digits=True, grouped=grouped, simple=True)
        slash = parse_slashed(reader, token)
        if slash is not None:
            return Number(slash[1], slash[0], digits=True, grouped=True, part=True)
        after = reader.token(token.end)
        if after.kind == WORD and after.s in lex.hundreds and value < 100:
            return replace(number, end=after.end, value=value * 100, scale=100, grouped=True, simple=False)
        return number
    if token.kind == VULGAR:
        return Number(token.end, parse_vulgar(token.s), digits=True, grouped=True, part=True)
    if token.kind != WORD:
        return None
    if lex.has("articles", token.s):
        return _after_article(reader, token, join)
    if token.s in lex.hundreds or token.s in lex.scales:
        return None
    fused = lex.number("fused", token.s)
    if fused:
        return _after_hundred(reader, Number(token.end, Fraction(fused)), join)
    tens = _below_hundred(reader, position)
    if tens is None:
        return None
    if tens.ordinal or tens.year:
        return tens
    return _hundreds(reader, tens, join)


def _after_article(reader: Reader, token: Token, join: bool) -> Number | None:
    lex = reader.lex
    cursor = hyphen_or_space(reader, token.end)
    word = reader.token(cursor)
    if word.kind != WORD:
        return None
    if word.s in lex.hundreds:
        return _after_hundred(reader, Number(word.end, Fraction(100), scale=100), join)
    if word.s in lex.ordinals and lex.ordinals[word.s] >= 100:
        return None
    if word.s in lex.scales and not lex.number("scale_signs", word.s):
        return Number(token.end, Fraction(1))
    return None


def _hundreds(reader: Reader, number: Number, join: bool) -> Number:
    """Turns "six" into "six hundred and five" where that follows."""
    lex = reader.lex
    word = reader.token(hyphen_or_space(reader, number.end))
    if word.kind != WORD or number.value == 0:
        return number
    if word.s in lex.hundreds:
        hundred = Number(word.end, number.value * 100, scale=100)
        return _after_hundred(reader, hundred, join)
    if lex.ordinals.get(word.s) == 100:
        return Number(word.end, number.value * 100, ordinal=True)
    return number


def _after_hundred(reader: Reader, number: Number, join: bool) -> Number:
    lex = reader.lex
    cursor = hyphen_or_space(reader, number.end)
    token = reader.token(cursor)
    if token.kind == WORD and lex.has("and", token.s):
        if not join:
            return number
        cursor = hyphen_or_space(reader, token.end)
    tens = _below_hundred(reader, cursor)
    if tens is None or tens.year or tens.value == 0:
        return number
    # "between two hundred and three hundred": the second hundred has its own "three".
    after = reader.token(tens.end)
    if not tens.ordinal and after.kind == WORD and (after.s in lex.hundreds or lex.ordinals.get(after.s) == 100):
        return number
    return Number(tens.end, number.value + tens.value, ordinal=tens.ordinal)


def _below_hundred(reader: Reader, position: int) -> Number | None:
    lex = reader.lex
    token = reader.token(position)
    if token.kind != WORD:
        return None
    ordinal = lex.ordinals.get(token.s)
    if ordinal is not None and ordinal < 100:
        return Number(token.end, Fraction(ordinal), ordinal=True, simple=True)
    found = lex.small.get(token.s)
    if found is None:
        return None
    name, value = found
    cursor = hyphen_or_space(reader, token.end)
    word = reader.token(cursor)
    if name == "tens" and word.kind == WORD:
        following = lex.small.get(word.s)
        if following and following[0] == "units":
            return Number(word.end, Fraction(value + following[1]))
        rank = lex.ordinals.get(word.s)
        if rank and rank < 10:
            return Number(word.end, Fraction(value + rank), ordinal=True)
    if (name == "teens" and 13 <= value <= 19) or value == 20:
        year = _spelled_year(reader, value, word)
        if year is not None:
            return year
    return Number(token.end, Fraction(value), simple=True)


def _spelled_year(reader: Reader, century: int, word: Token) -> Number | None:
    """As in "nineteen fifty-two", "nineteen-fourteen", "nineteen oh five"."""
    lex = reader.lex
    if word.kind != WORD:
        return None
    if lex.has("year_zero", word.s):
        last = reader.token(hyphen_or_space(reader, word.end))
        unit = lex.small.get(last.s) if last.kind == WORD else None
        if unit and unit[0] == "units":
            return Number(last.end, Fraction(century * 100 + unit[1]), year=True)
        return None
    found = lex.small.get(word.s)
    if found is None or found[0] not in ("teens", "tens") or (century == 20 and found[1] > 29):
        return None
    value, end = found[1], word.end
    if found[0] == "tens":
        last = reader.token(hyphen_or_space(reader, end))
        unit = lex.small.get(last.s) if last.kind == WORD else None
        if unit and unit[0] == "units":
            value, end = value + unit[1], last.end
    after = reader.token(hyphen_or_space(reader, end))
    if after.kind == WORD and (after.s in lex.hundreds or after.s in lex.scales):
        return None
    return Number(end, Fraction(century * 100 + value), year=True)
