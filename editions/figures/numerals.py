"""Numbers written in digits or in roman numerals: what they are worth."""

from __future__ import annotations

import re
from fractions import Fraction
from unicodedata import numeric

_SPACES = "\u0020\u00a0\u2009\u202f\u2007"
_LONGEST = 18
"""A longer run of digits is an identifier, not a figure anyone counted."""

_ROMAN = re.compile(r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def number_pattern(grouping: str, decimal: str) -> str:
    """A regular expression for a number in digits.

    Args:
        grouping: the sign that parts thousands in this language ("," in English).
        decimal: the sign before decimals ("." in English).

    Returns:
        A pattern without groups: grouped by that sign (also the Indian way), by spaces, by apostrophes, by the other
        sign if twice; or plain digits; each with decimals. Every repetition is bounded.
    """
    group, point = re.escape(grouping), re.escape(decimal)
    fraction = rf"(?:{point}[0-9]{{1,9}}(?![0-9]))?"
    return "|".join(
        (
            rf"[0-9]{{1,3}}(?:{group}[0-9]{{3}}){{1,6}}(?![0-9]){fraction}",
            rf"[0-9]{{1,2}}(?:{group}[0-9]{{2}}){{1,5}}{group}[0-9]{{3}}(?![0-9])",
            rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{1,6}}(?![0-9]|-{{1,2}}[a-z]){fraction}",
            rf"[0-9]{{1,3}}(?:['’][0-9]{{3}}){{1,6}}(?![0-9]){fraction}",
            rf"[0-9]{{1,3}}(?:{point}[0-9]{{3}}){{2,6}}(?![0-9])",
            rf"[0-9]{{1,40}}{fraction}",
        )
    )


def parse_digits(written: str, decimal: str = ".") -> Fraction | None:
    """What a number in digits is worth.

    Args:
        written: what :func:`number_pattern` matched.
        decimal: the sign before decimals.

    Returns:
        The exact value, or None for a run of digits too long to be a number.
    """
    if written.count(decimal) == 1:
        whole, _, part = written.partition(decimal)
        digits = "".join(filter(str.isdigit, whole))
        if len(digits) + len(part) > _LONGEST:
            return None
        return Fraction(int(digits + part), 10 ** len(part))
    digits = written if written.isdigit() else "".join(filter(str.isdigit, written))
    return Fraction(int(digits)) if digits and len(digits) <= _LONGEST + 3 else None


def parse_vulgar(sign: str) -> Fraction:
    """What a sign such as ½ is worth."""
    return Fraction(numeric(sign)).limit_denominator(10)


def parse_roman(written: str) -> int | None:
    """What a roman numeral in capitals is worth, or None if the letters are no well-formed numeral."""
    if len(written) > 15 or not _ROMAN.fullmatch(written):
        return None
    total, before = 0, 0
    for letter in reversed(written):
        value = _ROMAN_VALUES[letter]
        total += value if value >= before else -value
        before = max(before, value)
    return total
