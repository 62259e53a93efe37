"""Reads numbers that an article or an indefinite word makes: "a week", "a shop or two", "thousands of"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.amounts import in_the_course_of, read_amount
from editions.figures.cardinals import parse_number
from editions.figures.context import counted_after, measure_after, qualifier_after, qualifier_before
from editions.figures.drafts import Draft, draft, kind_of, lasts, open_draft
from editions.figures.parts import parse_part
from editions.figures.reader import DASH, WORD
from editions.model import FigureKind

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token

_SIGHT = 60
"""Characters back to a figure of which "a year" can be the rate."""


def another_end(reader: Reader, token: Token) -> int | None:
    """The end of "another", "one more", "a further" where the token begins it, or None."""
    for phrase in reader.lex.section.get("another") or ():
        end = token.start + len(phrase)
        if reader.low.startswith(phrase, token.start) and not reader.low[end : end + 1].isalpha():
            return end
    return None


def read_another(reader: Reader, token: Token, end: int) -> Draft:
    """Reads "another year" as one year; of "another twelve months" only the number that follows."""
    lex = reader.lex
    word = reader.token(end)
    if word.kind == WORD and (
        word.s in lex.small or word.s in lex.hundreds or word.s in lex.scales or lex.has("halves", word.s)
    ):
        return read_amount(reader, word.start) or Draft(end)
    measure = measure_after(reader, end, digits=False, single=True)
    if measure and lex.has("units_after_article", measure.unit):
        return _unit_once(reader, token.start, measure.unit, measure.end)
    return Draft(end)


def read_article(reader: Reader, token: Token, previous: int) -> Draft | None:
    """Reads what begins with an article: "a hundred", "a third of", "a week", "a shop or two".

    Args:
        reader: the text.
        token: the article.
        previous: where the last figure before it ended, or -1.

    Returns:
        The figure or what to pass over; None where only the article is to be passed over.
    """
    lex = reader.lex
    either = _one_or_two(reader, token)
    if either is not None:
        return either
    word = reader.token(token.end)
    if word.kind == DASH:
        word = reader.token(word.end)
    if lex.has("couple", word.s):
        return read_couple(reader, token.start, word)
    if lex.has("games", word.s) and lex.has("not_score_of", reader.word_before(token.start)):
        return Draft(word.end)
    number = parse_number(reader, token.start)
    if number is not None and not number.ordinal:
        return read_amount(reader, token.start)
    measure = measure_after(reader, token.end, digits=False, single=True)
    if measure is None:
        return None
    if _with_part(reader, measure.end) or (
        lex.has("units_after_article", measure.unit) and _lasts_once(reader, token, measure.unit, measure.end, previous)
    ):
        return _unit_once(reader, token.start, measure.unit, measure.end)
    return Draft(measure.end)


def read_couple(reader: Reader, start: int, token: Token) -> Draft:
    """Reads "a couple of hundred", "a couple of weeks"."""
    lex = reader.lex
    end = token.end
    word = reader.token(end)
    if word.kind == WORD and lex.has("of", word.s):
        end = word.end
        word = reader.token(end)
        if word.kind != WORD or lex.has("determiners", word.s):
            end = token.end
    elif not (word.kind == WORD and (word.s in lex.hundreds or word.s in lex.scales)):
        # "The couple left."
        return Draft(token.end)
    scale = 100 if word.s in lex.hundreds else lex.scales.get(word.s, 0)
    measure = measure_after(reader, word.end if scale else end, digits=False, single=False)
    stop = measure.end if measure else word.end if scale else token.end
    unit = measure.unit if measure else None
    counted = counted_after(reader, stop, singular=False)
    # "A couple of ships" are two; "a couple of hundred" nobody has counted.
    qualifier = "about" if scale else qualifier_before(reader, start)
    value = Fraction(2 * (scale or 1))
    return draft(reader, start, stop, kind_of(unit), value, unit=unit, counted=counted, qualifier=qualifier)


def read_bare_scale(reader: Reader, token: Token) -> Draft:
    """Reads "every thousand metres", "some hundred men", "several hundred"; passes over "in the hundred"."""
    lex = reader.lex
    words = reader.words_before(token.start, 3)
    value, end = lex.scales.get(token.s, 100), token.end
    following = reader.token(end)
    if following.kind == WORD and lex.scales.get(following.s, 0) > value >= 100:
        value, end = value * lex.scales[following.s], following.end
    if any(lex.has("several", " ".join(words[-count:])) for count in (1, 2, 3) if len(words) >= count):
        return _open(reader, token.start, end, Fraction(value))
    if not words or not lex.has("bare_scale_after", words[-1]) or lex.number("collectives", token.s):
        return Draft(token.end)
    measure = measure_after(reader, end, digits=False, single=False)
    counted = counted_after(reader, measure.end if measure else end, singular=False)
    if measure is None and (counted is None or lex.has("of", reader.token(end).s)):
        return Draft(token.end)
    unit, stop = (measure.unit, measure.end) if measure else (None, end)
    qualifier = qualifier_before(reader, token.start)
    return draft(
        reader, token.start, stop, kind_of(unit), Fraction(value), unit=unit, counted=counted, qualifier=qualifier
    )


def read_indefinite(reader: Reader, token: Token) -> Draft:
    """Reads "thousands of men", "tens of thousands": so many at least, and no upper bound."""
    lex = reader.lex
    value, end = lex.number("indefinite", token.s) or 1, token.end
    link = reader.token(end)
    if link.kind == WORD and lex.has("of", link.s):
        word = reader.token(link.end)
        more = lex.number("indefinite", word.s) if word.kind == WORD else None
        if more and more > value:
            value, end = value * more, word.end
    elif value < 1000:
        words = reader.words_before(token.start, 1)
        if not words or not (lex.has("several", words[-1]) or lex.qualifiers.get(words[-1]) == "about"):
            # "In the hundreds", "the tens column".
            return Draft(end)
    return _open(reader, token.start, end, Fraction(value))


def _open(reader: Reader, start: int, end: int, value: Fraction) -> Draft:
    link = reader.token(end)
    of = link.end if link.kind == WORD and reader.lex.has("of", link.s) else end
    measure = measure_after(reader, of, digits=False, single=False)
    counted = counted_after(reader, measure.end if measure else end, singular=False)
    return open_draft(reader, start, measure.end if measure else end, value, measure.unit if measure else None, counted)


def _unit_once(reader: Reader, start: int, unit: str, end: int) -> Draft:
    """One of a unit, with the half or quarter that follows it: "a year", "a year and a half", "a year ago"."""
    lex = reader.lex
    value = Fraction(1)
    link = reader.token(end)
    if link.kind == WORD and lex.has("and", link.s):
        part = parse_part(reader, link.end, scaled=False)
        if part is not None and part.value < 1:
            value, end = value + part.value, part.end
    kind = kind_of(unit)
    token = reader.token(end)
    if lasts(unit) and token.kind == WORD and lex.has("ago", token.s):
        kind, end = FigureKind.RELATIVE_DATE, token.end
    qualifier = qualifier_before(reader, start) or qualifier_after(reader, end)
    if qualifier == "more-than" and lasts(unit) and in_the_course_of(reader, start, several=False):
        qualifier = None
    return draft(reader, start, end, kind, value, unit=unit, qualifier=qualifier)


def _with_part(reader: Reader, end: int) -> bool:
    """Whether "and a half" or the like follows."""
    link = reader.token(end)
    return (
        link.kind == WORD and reader.lex.has("and", link.s) and parse_part(reader, link.end, scaled=False) is not None
    )


def _lasts_once(reader: Reader, article: Token, unit: str, end: int, previous: int) -> bool:
    """Whether an article before a unit counts it: not in a rate ("3,000 a year"), not in "a day will come"."""
    lex = reader.lex
    after = reader.token(end)
    before = reader.word_before(article.start)
    needs = (lex.section.get("article_units_need") or {}).get(unit)
    if needs is not None and before not in needs:
        return False
    if lex.has("times", before) or lex.number("times_words", before) or lex.has("once", before):
        return False
    if lex.has("ago", after.s) or lex.has("rate_blockers", before):
        return True
    piece = reader.low[previous : article.start] if previous >= 0 else "."
    return len(piece) > _SIGHT or any(sign in piece for sign in ".,;:!?")


def _one_or_two(reader: Reader, article: Token) -> Draft | None:
    """As in "A shop or two", "a year or two", "a hundred or two"."""
    lex = reader.lex
    noun = reader.token(article.end)
    link = reader.token(noun.end)
    if noun.kind != WORD or link.kind != WORD or not lex.has("or", link.s):
        return None
    last = reader.token(link.end)
    small = lex.small.get(last.s) if last.kind == WORD else None
    if small is None or small[0] != "units" or small[1] < 2:
        return None
    unit = lex.units.get(noun.s)
    scale = lex.scales.get(noun.s) or (100 if noun.s in lex.hundreds else 1)
    counted = None if unit or scale > 1 else noun.s
    low, high = Fraction(scale), Fraction(small[1] * scale)
    return draft(reader, article.start, last.end, kind_of(unit), low, high, unit=unit, counted=counted)
