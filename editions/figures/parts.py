"""Parts of one: "half", "two-thirds", "a quarter of a million", "1/2"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.number import Number, hyphen_or_space
from editions.figures.numerals import parse_digits
from editions.figures.reader import DASH, NUMBER, WORD

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token


def parse_part(reader: Reader, position: int, *, scaled: bool = True) -> Number | None:
    """Fractions in words: "half a million", "a quarter of a million", "two-thirds", "three fifths"."""
    lex = reader.lex
    token = reader.token(position)
    if token.kind != WORD:
        return None
    if lex.has("halves", token.s) and not token.s.endswith("es"):
        half = Number(token.end, Fraction(1, 2), part=True, simple=True)
        return _of_scale(reader, half, article=True) if scaled else half
    count: int | None = None
    if lex.has("articles", token.s):
        count = 1
    else:
        small = lex.small.get(token.s)
        if small and small[1] > 0:
            count = small[1]
    if count is None:
        return None
    start = hyphen_or_space(reader, token.end)
    word = reader.token(start)
    if word.kind != WORD:
        return None
    below = _denominator(reader, word, count, hyphen=start != token.end)
    if below is None:
        return None
    if (
        lex.has("articles", token.s)
        and below != 2
        and not _fraction_follows(reader, token.start, word.end, below, scaled)
    ):
        return None
    number = Number(word.end, Fraction(count, below), part=True)
    return _of_scale(reader, number, article=below == 2) if scaled else number


def _denominator(reader: Reader, word: Token, count: int, *, hyphen: bool) -> int | None:
    lex = reader.lex
    if lex.has("halves", word.s):
        return 2 if count == 1 or word.s.endswith("es") else None
    singular = word.s.removesuffix("s")
    many = singular != word.s
    below = lex.number("denominators", singular) or lex.ordinals.get(singular)
    if below is None or below < 3 or singular == "second":
        return None
    if many:
        return below if count > 1 else None
    # "twenty-third" and "one hundredth" rank; "one third", "one twentieth", "three-quarter" are parts.
    if hyphen and 1 < count < min(below, 10):
        return below
    if count != 1 or (below >= 100 and not _of_follows(reader, word.end)):
        return None
    return below


def _of_follows(reader: Reader, position: int) -> bool:
    return reader.lex.has("of", reader.token(position).s)


def _fraction_follows(reader: Reader, start: int, end: int, below: int, alone: bool) -> bool:
    """As in "A third" is a part before "of" and after "by"; elsewhere it ranks ("a third world war")."""
    if not alone:
        # "Two and a quarter", "two and a third miles".
        token = reader.token(end)
        return below == 4 or token.kind != WORD or token.s in reader.lex.units or token.s in reader.lex.scales
    return _of_follows(reader, end) or reader.lex.has("by_words", reader.word_before(start))


def _of_scale(reader: Reader, number: Number, *, article: bool) -> Number:
    """As in "half a million", "half-million", "a quarter of a million", "half a dozen": the part times the scale."""
    lex = reader.lex
    cursor = number.end
    token = reader.token(cursor)
    if token.kind == DASH and not token.gap:
        cursor = token.end
        token = reader.token(cursor)
    if token.kind == WORD and lex.has("of", token.s):
        cursor = token.end
        token = reader.token(cursor)
        article = True
    if article and token.kind == WORD and lex.has("articles", token.s):
        cursor = hyphen_or_space(reader, token.end)
        token = reader.token(cursor)
    if token.kind != WORD:
        return number
    scale = lex.scales.get(token.s) or (100 if token.s in lex.hundreds else None)
    if scale is None or lex.number("scale_signs", token.s):
        return number
    end = token.end
    following = reader.token(end)
    if following.kind == WORD and scale < lex.scales.get(following.s, 0) and scale in (100, 1000):
        scale *= lex.scales[following.s]
        end = following.end
    return Number(end, number.value * scale, scale=scale)


def parse_slashed(reader: Reader, token: Token) -> tuple[Fraction, int] | None:
    """As in "1/2" after a whole number."""
    slash = reader.token(token.end)
    below = reader.token(slash.end)
    if slash.s != "/" or slash.gap or below.kind != NUMBER or below.gap or len(token.s) > 2 or len(below.s) > 3:
        return None
    top, bottom = parse_digits(token.s), parse_digits(below.s)
    if not top or not bottom or top >= bottom:
        return None
    return top / bottom, below.end
