"""Reads a number with everything that belongs to it: range, unit, counted noun, qualifier, currency."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editions.figures.apart import is_pronoun
from editions.figures.cardinals import parse_number
from editions.figures.cold import read_cold
from editions.figures.compound import part_after_noun
from editions.figures.context import counted_after, measure_after, qualifier_after, qualifier_before, rate_after
from editions.figures.drafts import Draft, draft, kind_of, lasts
from editions.figures.ordinals import read_ordinal
from editions.figures.ranges import Span, parse_span, part_of_unit
from editions.figures.reader import DASH, WORD
from editions.figures.shares import read_share
from editions.model import FigureKind

if TYPE_CHECKING:
    from editions.figures.number import Number
    from editions.figures.reader import Reader, Token


def read_amount(reader: Reader, position: int) -> Draft | None:
    """Reads the number that begins at a position, in digits or words.

    Args:
        reader: the text.
        position: where the number begins.

    Returns:
        Its figure; or what to pass over where the number counts nothing; or None where there is no number.
    """
    lex = reader.lex
    between = lex.has("between", reader.word_before(position))
    number = parse_number(reader, position)
    if number is not None and between:
        token = reader.token(number.end)
        if not (token.kind == WORD and lex.has("and", token.s)):
            number = parse_number(reader, position, join=False)
    if number is None:
        return None
    if number.year:
        return draft(reader, position, number.end, FigureKind.DATE, number.value, iso=str(number.value))
    if number.digits:
        attached = _attached(reader, position, number)
        if isinstance(attached, Draft):
            return attached
        number = attached
    if number.ordinal:
        return read_ordinal(reader, position, number)
    share = read_share(reader, position, number)
    if share is not None:
        return share
    if number.part and not number.digits:
        measure = part_of_unit(reader, number)
        if measure is not None:
            span = Span(number.value, number.value, measure.end, measure.unit, digits=False, tight=False)
            return _finish(reader, position, span)
        if number.simple and not _half_of_something(reader, position, number):
            return Draft(number.end)
    return _finish(reader, position, parse_span(reader, number, between=between, start=position))


def read_money(reader: Reader, sign: Token) -> Draft:
    """Reads a sum that begins with the sign of its currency: "$5 million", "US$ 3 bn", "£1m".

    Args:
        reader: the text.
        sign: the sign of the currency.
    """
    lex = reader.lex
    unit = lex.units.get(sign.s)
    start = sign.start
    for letters in lex.section.get("before_currency_signs") or ():
        if start >= len(letters) and reader.low.startswith(letters, start - len(letters)):
            unit, start = lex.units.get(letters + sign.s, unit), start - len(letters)
            break
    number = parse_number(reader, sign.end) if unit else None
    if number is None or not number.digits:
        return Draft(sign.end)
    scale_sign = reader.token(number.end)
    scale = lex.number("money_scale_signs", scale_sign.s) if scale_sign.kind == WORD and number.scale == 1 else None
    if scale:
        number = replace(number, end=scale_sign.end, value=number.value * scale, scale=scale)
    return _finish(
        reader, start, parse_span(reader, number, between=False, start=sign.end, currency=True), currency=unit
    )


def _attached(reader: Reader, position: int, number: Number) -> Number | Draft:
    """Looks at letters right after digits: "38th", "122mm", "3x"; they may also make a name ("4A")."""
    lex = reader.lex
    token = reader.token(number.end)
    if token.kind != WORD or token.gap:
        return number
    if lex.has("ordinal_endings", token.s) and not number.grouped:
        return replace(number, end=token.end, ordinal=True)
    if token.s == "x" and number.value.denominator == 1:
        return draft(reader, position, token.end, FigureKind.MULTIPLE, number.value)
    if measure_after(reader, number.end, digits=True, single=number.value == 1):
        return number
    return number if lex.has("money_scale_signs", token.s) else Draft(token.end)


def _finish(reader: Reader, start: int, span: Span, currency: str | None = None) -> Draft:
    """Makes a figure of a span: what it counts, how it is qualified, or why it is no figure."""
    lex = reader.lex
    unit, end = currency or span.unit, span.end
    single = span.low == span.high == 1
    if unit is None:
        multiple = _multiple(reader, start, span)
        if multiple is not None:
            return multiple
    if single and not span.digits and not _counts_one(reader, start, end, unit):
        return Draft(end)
    start, span = _complement(reader, start, span)
    start, end, unit, span = read_cold(reader, start, end, unit, span)
    unit, end = rate_after(reader, unit, end)
    kind = kind_of(unit)
    # "Group them under 3 heads" is no bound, "under 300 heads" is one.
    small = unit is None and 1 <= span.high < 10
    qualifier = qualifier_before(reader, start, small=small) or qualifier_after(reader, end)
    if qualifier == "more-than" and lasts(unit) and in_the_course_of(reader, start, several=span.low != span.high):
        qualifier = None
    counted = _counted(reader, span, end, single=single) if unit else counted_after(reader, end, singular=single)
    if qualifier is None and counted and not unit:
        # "Five divisions or so", "ten guns at least".
        at = reader.low.find(counted, end, end + 40)
        qualifier = qualifier_after(reader, at + len(counted)) if at >= 0 else None
    half = part_after_noun(reader, end, counted) if unit is None and not single else None
    if half is not None and span.low == span.high:
        span, end = span._replace(low=span.low + half[0], high=span.high + half[0]), half[1]
    token = reader.token(end)
    if lasts(unit) and token.kind == WORD and lex.has("ago", token.s):
        kind, end, counted = FigureKind.RELATIVE_DATE, token.end, None
    if kind is FigureKind.NUMBER and _names(reader, start, digits=span.digits):
        kind, counted = FigureKind.ORDINAL, reader.word_before(start) or counted
    return draft(reader, start, end, kind, span.low, span.high, unit=unit, counted=counted, qualifier=qualifier)


def in_the_course_of(reader: Reader, start: int, *, several: bool) -> bool:
    """Whether "over" says in the course of: "repaid over ten years", "over 15 to 20 years".

    Args:
        reader: the text.
        start: where the length of time begins.
        several: whether it is a range.
    """
    lex = reader.lex
    words = reader.words_before(start, 2)
    if not words or not lex.has("course_words", words[-1]):
        return False
    verb = words[0] if len(words) == 2 else ""
    endings = tuple(lex.section.get("course_endings") or ())
    return several or lex.has("course_verbs", verb) or (bool(endings) and verb.endswith(endings))


def _multiple(reader: Reader, start: int, span: Span) -> Draft | None:
    """As in "Three times", "ten-fold"."""
    lex = reader.lex
    token = reader.token(span.end)
    if token.kind == DASH and not token.gap and lex.has("fold", reader.token(token.end).s):
        token = reader.token(token.end)
    if token.kind != WORD or not (lex.has("times", token.s) or lex.has("fold", token.s)):
        return None
    qualifier = qualifier_before(reader, start)
    return draft(reader, start, token.end, FigureKind.MULTIPLE, span.low, span.high, qualifier=qualifier)


def _counts_one(reader: Reader, start: int, end: int, unit: str | None) -> bool:
    """Whether a spelled one counts: "one mill", "in one day"; not "one has to", "one day they will come"."""
    lex = reader.lex
    if unit is None:
        return not reader.text[start:end].isalpha() or not is_pronoun(reader, start, end)
    if unit != "day":
        return True
    needs = (lex.section.get("article_units_need") or {}).get(unit) or ()
    after = reader.token(end)
    return reader.word_before(start) in needs or after.kind != WORD or lex.has("later", after.s)


def _complement(reader: Reader, start: int, span: Span) -> tuple[int, Span]:
    """As in "All but six per cent": ninety-four."""
    if span.unit != "percent" or span.low != span.high:
        return start, span
    phrase = reader.lex.section.get("all_but") or ()
    if not phrase or reader.words_before(start, len(phrase)) != list(phrase):
        return start, span
    value = 100 - span.low
    return reader.low.rfind(phrase[0], 0, start), span._replace(low=value, high=value)


def _counted(reader: Reader, span: Span, end: int, *, single: bool) -> str | None:
    """After a unit a noun is counted in "five-year plan", "five year plan" and "40 tons of coal"."""
    following = reader.token(end)
    adjective = span.tight or (not single and span.high > 1 and not reader.low.startswith("s", end - 1))
    if not adjective and not (following.kind == WORD and reader.lex.has("of", following.s)):
        return None
    return counted_after(reader, end, singular=True)


def _names(reader: Reader, start: int, *, digits: bool) -> bool:
    """Whether a number names instead of counting: "No. 227", "Article 9", "World War Two"."""
    if not digits and not reader.capital(start):
        return False
    before = reader.low[max(0, start - 16) : start].rstrip(" \u00a0").rstrip(".")
    index = len(before)
    while index and before[index - 1].isalpha():
        index -= 1
    return reader.lex.has("numbered", before[index:])


def _half_of_something(reader: Reader, position: int, number: Number) -> bool:
    """Whether "half" is a part: "half of the men", "half the men", "keep half"; not "half shut", "first half"."""
    lex = reader.lex
    if measure_after(reader, number.end, digits=False, single=True):
        return True
    before = reader.word_before(position)
    if before in lex.ordinals or lex.has("half_of_time", before):
        return False
    token = reader.token(number.end)
    if token.kind == DASH:
        return token.gap
    return token.kind != WORD or lex.has("half_word_after", token.s) or lex.has("articles", before)
