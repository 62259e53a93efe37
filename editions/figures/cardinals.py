"""Numbers as they are spelled, in digits, or both: "a hundred and forty-one", "1.5 million", "one and a half"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.hundreds import parse_group
from editions.figures.number import Number, hyphen_or_space, scale_at
from editions.figures.numerals import parse_vulgar
from editions.figures.parts import parse_part, parse_slashed
from editions.figures.reader import DASH, NUMBER, VULGAR, WORD

if TYPE_CHECKING:
    from editions.figures.reader import Reader


def parse_number(reader: Reader, position: int, *, join: bool = True) -> Number | None:
    """The number that begins at a position.

    Args:
        reader: the text.
        position: where to begin; white space is passed over.
        join: whether "and" may join parts of one number; not so after "between".

    Returns:
        The longest number there, or None.
    """
    part = parse_part(reader, position)
    if part is not None:
        return part
    number = _cardinal(reader, position, join)
    if number is None or number.ordinal or number.year:
        return number
    return _with_part(reader, _with_decimals(reader, number), join)


def _with_part(reader: Reader, number: Number, join: bool) -> Number:
    """As in "one and a half", "a million and a half", "two and three quarters", "2½", "2 1/2 million"."""
    value, end = number.value, number.end
    token = reader.token(end)
    extra: Fraction | None = None
    if number.digits and number.scale == 1:
        if token.kind == VULGAR and (number.simple or not token.gap):
            extra, end = parse_vulgar(token.s), token.end
        else:
            hyphen = token.kind == DASH and not token.gap
            below = reader.token(token.end) if hyphen else token
            slash = (
                parse_slashed(reader, below) if below.kind == NUMBER and below.gap != hyphen and number.simple else None
            )
            if slash is not None:
                extra, end = slash
    token = reader.token(hyphen_or_space(reader, number.end))
    if extra is None and join and token.kind == WORD and reader.lex.has("and", token.s):
        after = reader.token(hyphen_or_space(reader, token.end))
        part = (
            parse_part(reader, after.start, scaled=False)
            if after.kind == WORD and not reader.lex.has("halves", after.s)
            else None
        )
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
    """As in "Four point eight", "one point two five million"."""
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


def _scaled(reader: Reader, number: Number) -> Number:
    found = scale_at(reader, number.end, digits=number.digits)
    if found is None:
        return number
    scale, end, _ = found
    return replace(number, end=end, value=number.value * scale, scale=scale, simple=False, grouped=True)


def _cardinal(reader: Reader, position: int, join: bool) -> Number | None:
    group = parse_group(reader, position, join)
    if group is None or group.ordinal or group.year:
        return group
    total, ceiling = Fraction(0), 0
    best: Number | None = None
    first = group
    for _ in range(8):
        found = None if group.ordinal else scale_at(reader, group.end, digits=group.digits)
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
        if best is not None and _raised(reader, best, group, total, scale):
            # "Three thousand two hundred million": the second scale multiplies all before it.
            total, addend = Fraction(0), (total + group.value) * scale
        elif ceiling and addend >= ceiling:
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


def _raised(reader: Reader, best: Number, group: Number, total: Fraction, scale: int) -> bool:
    """Whether a scale after a group raises the thousands before it too: "one thousand three hundred million"."""
    thousands = best.scale == 1000 and total < 1000 * 1000 and scale >= 1000 * 1000
    return thousands and 10 <= group.value < 1000 and "," not in reader.low[best.end : group.end]


def _next_group(reader: Reader, position: int, join: bool) -> Number | None:
    """What may follow a scale: "two million, three hundred thousand", "a thousand and one"."""
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
        group = parse_group(reader, cursor, join)
        if group is None or joined or comma or scale_at(reader, group.end, digits=True) is None:
            return None
        return group
    if token.kind != WORD or (lex.has("articles", token.s)):
        return None
    group = parse_group(reader, cursor, join)
    if group is None or group.year:
        return None
    if comma and not joined:
        # "two thousand, three of them": a list, unless what follows is a hundred or has a scale of its own.
        after = scale_at(reader, group.end, digits=False)
        end = after[1] if after else group.end
        if not group.ordinal and group.value < 100 and after is None:
            return None
        if _of_them(reader, end):
            return None
    return group


def _of_them(reader: Reader, position: int) -> bool:
    token = reader.token(position)
    return reader.lex.has("of", token.s) and reader.lex.has("listed", reader.token(token.end).s)
