"""Numbers as they are spelled, written in digits, or both: "a hundred and forty-one", "1.5 million", "two thirds"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.numerals import parse_digits, parse_vulgar
from editions.figures.reader import DASH, NUMBER, VULGAR, WORD

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token


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


def parse_number(reader: Reader, position: int, *, join: bool = True) -> Number | None:
    """The number that begins at a position.

    Args:
        reader: the text.
        position: where to begin; white space is passed over.
        join: whether "and" may join parts of one number; not so after "between".

    Returns:
        The longest number there, or None.
    """
    part = _part(reader, position)
    if part is not None:
        return part
    number = _cardinal(reader, position, join)
    if number is None or number.ordinal or number.year:
        return number
    return _with_part(reader, _with_decimals(reader, number), join)


def hyphen_or_space(reader: Reader, position: int) -> int:
    """Where the next word of a compound begins: after a tight hyphen, or where it is."""
    token = reader.token(position)
    if token.kind == DASH and not token.gap and token.s in ("-", "‐", "‑"):
        after = reader.token(token.end)
        # A hyphen at the end of a line may be followed by a break.
        if not after.gap or after.kind == WORD and reader.low[token.end] == "\n":
            return token.end
    return position


def _part(reader: Reader, position: int, *, scaled: bool = True) -> Number | None:
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
    if lex.has("articles", token.s) and below != 2 and not _fraction_follows(reader, token.start, word.end):
        return None
    number = Number(word.end, Fraction(count, below), part=True)
    return _of_scale(reader, number, article=below == 2) if scaled else number


def _denominator(reader: Reader, word: Token, count: int, *, hyphen: bool) -> int | None:
    lex = reader.lex
    if lex.has("halves", word.s):
        return 2 if count == 1 or word.s.endswith("es") else None
    singular = word.s[:-1] if word.s.endswith("s") else word.s
    many = singular != word.s
    below = lex.number("denominators", singular) or lex.ordinals.get(singular)
    if below is None or below < 3 or singular == "second":
        return None
    if many:
        return below if count > 1 else None
    # "twenty-third" and "one hundredth" rank; "one third", "one twentieth" are parts.
    if count != 1 or (below >= 100 and not _of_follows(reader, word.end)):
        return None
    return below


def _of_follows(reader: Reader, position: int) -> bool:
    return reader.lex.has("of", reader.token(position).s)


def _fraction_follows(reader: Reader, start: int, end: int) -> bool:
    """ "A third" is a part before "of" and after "by"; elsewhere it ranks ("a third world war")."""
    return _of_follows(reader, end) or reader.lex.has("by_words", reader.word_before(start))


def _of_scale(reader: Reader, number: Number, *, article: bool) -> Number:
    """ "half a million", "half-million", "a quarter of a million", "half a dozen": the part times the scale."""
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
        cursor = token.end
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


def _with_part(reader: Reader, number: Number, join: bool) -> Number:
    """ "one and a half", "a million and a half", "two and three quarters", "2½", "2 1/2 million"."""
    cursor, value = number.end, number.value
    token = reader.token(cursor)
    extra: Fraction | None = None
    end = cursor
    if number.digits and number.scale == 1:
        if token.kind == VULGAR and (number.simple or not token.gap):
            extra, end = parse_vulgar(token.s), token.end
        else:
            slash = _slashed(reader, token) if token.kind == NUMBER and token.gap and number.simple else None
            if slash is not None:
                extra, end = slash
    if extra is None and join and token.kind == WORD and reader.lex.has("and", token.s):
        after = reader.token(token.end)
        part = _part(reader, token.end, scaled=False) if after.kind == WORD and not reader.lex.has("halves", after.s) else None
        if part is not None and part.part and part.value < 1:
            extra, end = part.value, part.end
        elif after.kind == VULGAR:
            extra, end = parse_vulgar(after.s), after.end
    if extra is None:
        return number
    if number.scale > 1:
        return replace(number, end=end, value=value + extra * number.scale, simple=False, grouped=True)
    value += extra
    number = replace(number, end=end, value=value, simple=False, grouped=True)
    return _scaled(reader, number)


def _with_decimals(reader: Reader, number: Number) -> Number:
    """ "Four point eight", "one point two five million"."""
    lex = reader.lex
    token = reader.token(number.end)
    if number.digits or number.scale > 1 or token.kind != WORD or not lex.has("point", token.s):
        return number
    digits, end = "", token.end
    for _ in range(9):
        word = reader.token(end)
        small = lex.small.get(word.s) if word.kind == WORD else None
        if small is None or small[1] > 9:
            break
        digits, end = digits + str(small[1]), word.end
    if not digits:
        return number
    value = number.value + Fraction(int(digits), 10 ** len(digits))
    return _scaled(reader, Number(end, value, grouped=True))


def _slashed(reader: Reader, token: Token) -> tuple[Fraction, int] | None:
    """ "1/2" after a whole number."""
    slash = reader.token(token.end)
    below = reader.token(slash.end)
    if slash.s != "/" or slash.gap or below.kind != NUMBER or below.gap or len(token.s) > 2 or len(below.s) > 3:
        return None
    top, bottom = parse_digits(token.s), parse_digits(below.s)
    if not top or not bottom or top >= bottom:
        return None
    return top / bottom, below.end


def _scaled(reader: Reader, number: Number) -> Number:
    found = _scale_at(reader, number.end, digits=number.digits)
    if found is None:
        return number
    scale, end, _ = found
    return replace(number, end=end, value=number.value * scale, scale=scale, simple=False, grouped=True)


def _scale_at(reader: Reader, position: int, *, digits: bool) -> tuple[int, int, bool] | None:
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


def _cardinal(reader: Reader, position: int, join: bool) -> Number | None:
    group = _group(reader, position, join)
    if group is None or group.ordinal or group.year:
        return group
    total, ceiling = Fraction(0), 0
    best: Number | None = None
    first = group
    for _ in range(8):
        found = None if group.ordinal else _scale_at(reader, group.end, digits=group.digits)
        if found is None:
            if ceiling and group.value >= ceiling:
                return best
            end = group.end
            value = total + group.value
            return replace(
                group,
                end=end,
                value=value,
                scale=group.scale if best is None or group.ordinal else 1,
                digits=first.digits,
                grouped=first.grouped or best is not None,
                simple=group.simple and best is None,
            )
        scale, end, ordinal = found
        addend = group.value * scale
        if ceiling and addend >= ceiling:
            return best
        total += addend
        # "Three score and ten" may be followed by what is below twenty.
        ceiling = scale
        whole = Number(end, total, scale=scale * group.scale, digits=first.digits, grouped=True, ordinal=ordinal)
        if best is not None:
            whole = replace(whole, scale=scale)
        best = whole
        if ordinal:
            return best
        following = _next_group(reader, end, join)
        if following is None:
            return best
        group = following
    return best


def _next_group(reader: Reader, position: int, join: bool) -> Number | None:
    """What may follow a scale: "two million, three hundred thousand", "a thousand and one", "6 million 500 thousand"."""
    lex = reader.lex
    cursor = position
    token = reader.token(cursor)
    comma = token.s == "," and not token.gap
    if comma:
        cursor = token.end
        token = reader.token(cursor)
    joined = token.kind == WORD and lex.has("and", token.s)
    if joined:
        if not join:
            return None
        cursor = token.end
        token = reader.token(cursor)
    elif not comma:
        cursor = hyphen_or_space(reader, cursor)
        token = reader.token(cursor)
    if token.kind == NUMBER:
        group = _group(reader, cursor, join)
        if group is None or joined or comma or _scale_at(reader, group.end, digits=True) is None:
            return None
        return group
    if token.kind != WORD or (lex.has("articles", token.s)):
        return None
    group = _group(reader, cursor, join)
    if group is None or group.year:
        return None
    if comma and not joined:
        # "two thousand, three of them": a list, unless what follows is a hundred or has a scale of its own.
        after = _scale_at(reader, group.end, digits=False)
        end = after[1] if after else group.end
        if not group.ordinal and group.value < 100 and after is None:
            return None
        if _of_them(reader, end):
            return None
    return group


def _of_them(reader: Reader, position: int) -> bool:
    token = reader.token(position)
    return reader.lex.has("of", token.s) and reader.lex.has("listed", reader.token(token.end).s)


def _group(reader: Reader, position: int, join: bool) -> Number | None:
    """A number below ten thousand without scale: digits, "six hundred and five", "sixty-four hundred", "a" before a scale."""
    lex = reader.lex
    token = reader.token(position)
    if token.kind == NUMBER:
        value = parse_digits(token.s, lex.section.get("decimal") or ".")
        if value is None:
            return None
        grouped = not token.s.isdigit()
        number = Number(token.end, value, digits=True, grouped=grouped, simple=True)
        slash = _slashed(reader, token)
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
    cursor = number.end
    token = reader.token(cursor)
    if token.kind == WORD and lex.has("and", token.s):
        if not join:
            return number
        cursor = token.end
    else:
        cursor = hyphen_or_space(reader, cursor)
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
    if name == "teens" and 13 <= value <= 19 or value == 20:
        year = _spelled_year(reader, value, word)
        if year is not None:
            return year
    return Number(token.end, Fraction(value), simple=True)


def _spelled_year(reader: Reader, century: int, word: Token) -> Number | None:
    """ "nineteen fifty-two", "nineteen-fourteen", "nineteen oh five"."""
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
