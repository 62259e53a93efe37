"""Finds the figures of a text: jumps from one place where a figure may begin to the next and reads it there."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.amounts import read_amount, read_money
from editions.figures.apart import Apart
from editions.figures.articles import (
    another_end,
    read_another,
    read_article,
    read_bare_scale,
    read_couple,
    read_indefinite,
)
from editions.figures.clock import parse_clock_words
from editions.figures.compound import read_feet, read_sterling
from editions.figures.context import qualifier_before
from editions.figures.dates import parse_date
from editions.figures.drafts import Draft, draft
from editions.figures.lexicon import lexicon
from editions.figures.ordinals import ROMAN, read_roman
from editions.figures.reader import NUMBER, VULGAR, WORD, Reader
from editions.figures.relative import relative_end
from editions.model import Figure, FigureKind

if TYPE_CHECKING:
    from editions.figures.reader import Token


def find_figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Finds every number, quantity, date and sum in a text.

    Args:
        text: any text; hostile input only takes its time, which grows with its length.
        language: ISO 639 code; a language without a table finds digits only.

    Returns:
        The figures in the order of the text, none overlapping another; ``text[f.start:f.end] == f.text``. A figure
        without an upper bound ("thousands of men") has ``high`` None.

    Raises:
        MalformedTable: the table of the language is broken.
    """
    lex = lexicon(language)
    reader = Reader(text, lex)
    # Roman numerals need the capitals, everything else the lower case.
    places = [(match.start(), False) for match in lex.triggers.finditer(reader.low)]
    if lex.section:
        places += [(match.start(), True) for match in ROMAN.finditer(text)]
        places.sort()
    apart = Apart(reader)
    found: list[Figure] = []
    done = 0
    for position, roman in places:
        if position < done:
            continue
        read = read_roman(reader, position) if roman else _read(reader, position, apart, found[-1].end if found else -1)
        if read is None:
            continue
        done = max(read.end, position + 1)
        if read.figure is not None:
            found.append(read.figure)
    return tuple(found)


def _read(reader: Reader, position: int, apart: Apart, previous: int) -> Draft | None:
    """Reads what begins at a place, or says how far to pass over it; None where there is nothing."""
    token = reader.token(position)
    if token.kind == WORD:
        return _read_word(reader, token, previous)
    if token.kind not in (NUMBER, VULGAR):
        return read_sterling(reader, token) or read_money(reader, token)
    end = apart.digits(position) if token.kind == NUMBER else None
    if end is not None:
        return Draft(end)
    return read_feet(reader, token) or _read_date(reader, token) or read_amount(reader, position) or Draft(token.end)


def _read_word(reader: Reader, token: Token, previous: int) -> Draft | None:
    lex = reader.lex
    word = token.s
    if lex.has("relative_days", word) or lex.has("relative", word) or lex.has("definite", word):
        end = relative_end(reader, token.start)
        if end is not None:
            return draft(reader, token.start, end, FigureKind.RELATIVE_DATE)
    times = lex.number("times_words", word) or _fold(reader, word)
    if times:
        return draft(reader, token.start, token.end, FigureKind.MULTIPLE, Fraction(times))
    date = _read_date(reader, token)
    if date is not None:
        return date
    if lex.number("indefinite", word):
        return read_indefinite(reader, token)
    if lex.has("couple", word):
        return read_couple(reader, token.start, token)
    if word in lex.hundreds or word in lex.scales:
        joined = token.start > 0 and reader.text[token.start - 1] == "-"
        return None if joined else read_bare_scale(reader, token)
    if lex.has("articles", word):
        # Where the article counts nothing, what stands after it is read at its own place.
        return read_article(reader, token, previous) or _after_article(reader, token, previous)
    another = another_end(reader, token)
    return read_amount(reader, token.start) if another is None else read_another(reader, token, another)


def _after_article(reader: Reader, article: Token, previous: int) -> Draft | None:
    """Reads the word after an article that itself counts nothing: "a third world war", "a threefold rise"."""
    another = another_end(reader, article)
    if another is not None:
        return read_another(reader, article, another)
    word = reader.token(article.end)
    if word.kind != WORD or reader.lex.has("articles", word.s) or word.s in reader.lex.hundreds:
        return None
    return _read_word(reader, word, previous)


def _fold(reader: Reader, word: str) -> int | None:
    """As in "Threefold"."""
    for ending in reader.lex.section.get("fold") or ():
        small = reader.lex.small.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if small:
            return small[1]
    return None


def _read_date(reader: Reader, token: Token) -> Draft | None:
    date = parse_date(reader, token.start)
    if date is None and token.kind == WORD:
        date = parse_clock_words(reader, token)
    if date is None:
        return None
    if date.iso is None:
        return draft(reader, token.start, date.end, FigureKind.RELATIVE_DATE)
    year = Fraction(date.iso) if len(date.iso) == 4 and date.iso.isdigit() else None
    qualifier = qualifier_before(reader, token.start)
    about = "about" if qualifier == "about" else None
    return draft(reader, token.start, date.end, FigureKind.DATE, year, iso=date.iso, qualifier=about)
