"""Reads what ranks: "the second factory", "38th parallel", "XIX Congress", "nineteenth century", "on the 25th"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.cardinals import parse_number
from editions.figures.context import counted_after, measure_after
from editions.figures.drafts import Draft, draft
from editions.figures.lexicon import LETTER
from editions.figures.numerals import parse_roman
from editions.figures.reader import DASH, NUMBER, WORD
from editions.model import FigureKind

if TYPE_CHECKING:
    from editions.figures.number import Number
    from editions.figures.reader import Reader, Token

ROMAN = re.compile(rf"(?<![\w.'’-])([IVXLCDM]{{1,12}})(?:th|st|nd|rd)?(?!{LETTER}|[\d_'’]|-{LETTER})")
"""Where a roman numeral may stand: a run of its letters that is no part of a name."""

_LONGEST_CENTURY = 30


def read_ordinal(reader: Reader, position: int, number: Number) -> Draft:
    """Reads an ordinal number.

    Args:
        reader: the text.
        position: where it begins.
        number: the number, already parsed.

    Returns:
        Its figure, or what to pass over where it ranks nothing.
    """
    token = reader.token(number.end)
    tight = token.kind == DASH and not token.gap
    after = reader.token(token.end) if tight else token
    name = after.s.removesuffix("'s").removesuffix("’s")
    if after.kind == WORD and reader.lex.has("century", name) and number.value <= _LONGEST_CENTURY:
        return draft(reader, position, after.end, FigureKind.DATE, iso=f"{int(number.value) - 1:02d}")
    if number.digits or not _ranks(reader, position, number.end):
        day = _day_of_month(reader, position, number)
        if day is not None:
            return day
        if not number.digits:
            return Draft(number.end)
    counted = counted_after(reader, after.start if tight else number.end, singular=True)
    return draft(reader, position, number.end, FigureKind.ORDINAL, number.value, counted=counted)


def read_roman(reader: Reader, position: int) -> Draft | None:
    """Reads a roman numeral where the letters are one: beside a numbered body, after a war or an article, after a name.

    Args:
        reader: the text.
        position: where :data:`ROMAN` matched.

    Returns:
        Its figure, or None where the letters are initials, a heading or a word.
    """
    lex = reader.lex
    match = ROMAN.match(reader.text, position)
    letters = match[1] if match else ""
    value = parse_roman(letters)
    if match is None or value is None:
        return None
    if len(letters) == 1 and letters not in "IVX":
        # "Part C and D minor".
        return None
    end = match.end()
    stop = reader.text.startswith(".", end)
    if stop and (len(letters) == 1 or not reader.text[max(0, position - 40) : position].strip()):
        # "I. V. Petrov"; "II. Railways", the number of a heading.
        return None
    before = reader.word_before(position)
    after = reader.token(end)
    following = after.s if after.kind == WORD else ""
    if lex.has("century", following):
        return draft(reader, position, after.end, FigureKind.DATE, iso=f"{value - 1:02d}")
    last = _last_century(reader, after)
    if last is not None and value < last[0]:
        return draft(reader, position, last[1], FigureKind.DATE, iso=f"{value - 1:02d}/{last[0] - 1:02d}")
    numbered = lex.has("roman_before", following)
    named = lex.has("roman_after", before) and not lex.has("bibliographic", before)
    if letters == "I" and named and not reader.capital(position - len(before) - 1):
        # "One final point I wanted to make."
        named = False
    if not numbered and not named and not _stands_alone(reader, position, letters, after, before):
        return None
    counted = before if named and not numbered else counted_after(reader, end, singular=True)
    return draft(reader, position, end, FigureKind.ORDINAL, Fraction(value), counted=counted)


def _last_century(reader: Reader, link: Token) -> tuple[int, int] | None:
    """The second numeral of "XIX–XX centuries", and the end of the whole."""
    match = ROMAN.match(reader.text, reader.token(link.end).start) if link.kind == DASH else None
    value = parse_roman(match[1]) if match else None
    word = reader.token(match.end()) if match else link
    if value is None or word.kind != WORD or not reader.lex.has("century", word.s):
        return None
    return value, word.end


def _stands_alone(reader: Reader, position: int, letters: str, after: Token, before: str) -> bool:
    """Whether letters are a numeral with no numbered noun beside them: "Nicholas II", "MCMLII"."""
    if len(letters) == 1 or reader.lex.has("bibliographic", before):
        return False
    if not (set(letters) <= set("IVX") or (letters[0] == "M" and len(letters) >= 4)):
        # CC, LI, DC, MD are abbreviations and names far more often than numbers.
        return False
    beside = after.kind == WORD and reader.capital(after.start)
    start = position - len(before) - 1
    name = bool(before) and reader.text[position - 1] == " " and reader.capital(max(0, start))
    return beside or name


def _ranks(reader: Reader, start: int, end: int) -> bool:
    """Whether an ordinal in words ranks a noun: "the second factory"; not "at first", "first of all", "second –"."""
    lex = reader.lex
    after = reader.token(end)
    if after.kind == DASH and not after.gap:
        after = reader.token(after.end)
        named = after.s in lex.small or reader.capital(start)
        return after.kind == WORD and named and not lex.has("ordinal_idioms", after.s)
    if after.kind == NUMBER or after.s in lex.small or lex.has("articles", after.s):
        # "The first five-year plan" ranks, "the first five divisions" counts.
        if not _adjective(reader, after):
            return False
    elif not _noun(reader, after):
        return False
    before = reader.word_before(start)
    if lex.has("ordinal_adverbs", reader.token(start).s):
        # "We first build", "intent on first building": without an article it is an adverb.
        opens = not before or reader.low[max(0, start - 3) : start].rstrip()[-1:] in '.:;!?"“'
        return opens or lex.has("leads", before) or reader.capital(start)
    return True


def _adjective(reader: Reader, token: Token) -> bool:
    """Whether a number and a unit in the singular make an adjective: "five-year", "five year"."""
    number = parse_number(reader, token.start)
    if number is None:
        return False
    measure = measure_after(reader, number.end, digits=number.digits, single=False)
    if measure is None:
        return False
    return measure.tight or (number.value > 1 and not reader.low.startswith("s", measure.end - 1))


def _noun(reader: Reader, token: Token) -> bool:
    """Whether a word can be a noun with its adjectives; no grammar, only what is surely none."""
    lex = reader.lex
    if token.kind != WORD or lex.has("function_words", token.s) or lex.has("ordinal_idioms", token.s):
        return False
    return not (token.s.endswith("ly") and len(token.s) > 5)


def _day_of_month(reader: Reader, position: int, number: Number) -> Draft | None:
    """As in "On the 20th", with no noun to rank."""
    words = reader.words_before(position, 2)
    if len(words) < 2 or not reader.lex.has("definite", words[1]) or not reader.lex.has("day_before", words[0]):
        return None
    after = reader.token(number.end)
    if not number.digits and number.value <= 3:
        # "To the second we say no": the second of several things.
        return None
    if number.value > 31 or (after.kind == WORD and not reader.lex.has("function_words", after.s)):
        return None
    return draft(reader, position, number.end, FigureKind.DATE, iso=f"---{int(number.value):02d}")
