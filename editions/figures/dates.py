"""Dates in any order, with the precision that is printed: day, month, year, decade, century, season, time of day.

A date is given as a prefix in the manner of ISO 8601: "1952-08-20", "1955-06", "1939", decade "195", century "18" (the
nineteenth), day without year "--08-20", month without year "--05", day of some month "---20", interval
"1952-10-05/1952-10-14", time "T15:30"; seasons are the months 21 to 24 of ISO 8601-2. Nothing is filled in from today.
Two-digit years and "the fifties" are taken to be of the twentieth century.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editions.figures.cardinals import parse_number
from editions.figures.clock import Date, parse_clock, parse_noon
from editions.figures.numerals import parse_roman
from editions.figures.reader import DASH, NUMBER, WORD
from editions.figures.relative import relative_end

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token


_NUMERIC = re.compile(
    r"(?P<y>[12][0-9]{3})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?![0-9-])"
    r"|(?P<d2>[0-3]?[0-9])\.\s?(?P<m2>[01]?[0-9]|[IVX]{1,4})\.\s?(?P<y2>[12][0-9]{3}|[0-9]{2})(?![0-9]|\.[0-9])"
    r"|(?P<d3>[0-3]?[0-9])/(?P<m3>[01]?[0-9]|[IVX]{1,4})/(?P<y3>[12][0-9]{3}|[0-9]{2})(?![0-9/])"
)
_YEARS = re.compile(r"([12][0-9]{3})(?:\s?[-–—]\s?|/)([12][0-9]{3}|[0-9]{2})(?![0-9]|[-–—.,][0-9])")
_YEAR = re.compile(r"[12][0-9]{3}(?![0-9]|[.,'’][0-9])")


def parse_date(reader: Reader, position: int) -> Date | None:
    """The date that begins at a position.

    Args:
        reader: the text.
        position: where a number, month, season or decade begins.

    Returns:
        The longest date there, or None.
    """
    token = reader.token(position)
    if token.kind == NUMBER:
        return (
            _numeric(reader, token) or parse_clock(reader, token) or _day_first(reader, token) or _years(reader, token)
        )
    if token.kind != WORD:
        return None
    month = _month(reader, token)
    if month:
        return _month_first(reader, token, *month)
    if reader.lex.number("seasons", token.s):
        return _season(reader, token)
    if reader.lex.number("decades", token.s):
        return _decade(reader, token)
    noon = parse_noon(reader, token)
    if noon is not None:
        return noon
    if token.s in reader.lex.ordinals or token.s in reader.lex.small:
        return _day_first(reader, token) or _spelled_decade(reader, token) or parse_clock(reader, token)
    return None


def _numeric(reader: Reader, token: Token) -> Date | None:
    match = _NUMERIC.match(reader.text, token.start)
    if match is None:
        return None
    groups = match.groupdict()
    year, month, day = next(
        (groups[f"y{n}"], groups[f"m{n}"], groups[f"d{n}"]) for n in ("", "2", "3") if groups[f"y{n}"]
    )
    number = int(month) if month.isdigit() else parse_roman(month)
    if number is None:
        return None
    if len(year) == 2:
        year = f"19{year}"
    if groups["y3"] and month.isdigit() and number <= 12 and int(day) <= 12 and number != int(day):
        # 3/4/1952 is April in London and March in Washington.
        return Date(match.end(), year)
    if number > 12 and groups["y3"]:
        number, day = int(day), str(number)
    if not 1 <= number <= 12 or not 1 <= int(day) <= 31:
        return None
    return Date(match.end(), f"{year}-{number:02d}-{int(day):02d}")


def _month(reader: Reader, token: Token) -> tuple[int, int] | None:
    """The month a word names, and its end with the stop of an abbreviation; months begin with a capital."""
    number = reader.lex.months.get(token.s) if token.kind == WORD else None
    if number is None or not reader.capital(token.start):
        return None
    end = token.end
    if reader.lex.number("month_signs", token.s) and reader.low.startswith(".", end):
        end += 1
    return number, end


def _day(reader: Reader, position: int) -> tuple[int, int] | None:
    """A day of the month, in digits or as an ordinal in words."""
    token = reader.token(position)
    if token.kind == NUMBER:
        if len(token.s) > 2 or not token.s.isdigit() or not 1 <= int(token.s) <= 31:
            return None
        after = reader.token(token.end)
        if after.kind == WORD and not after.gap:
            return (int(token.s), after.end) if reader.lex.has("ordinal_endings", after.s) else None
        return int(token.s), token.end
    if token.kind == WORD:
        number = parse_number(reader, position)
        if number and number.ordinal and number.value <= 31:
            return int(number.value), number.end
    return None


def _year_at(reader: Reader, position: int) -> tuple[str, int] | None:
    token = reader.token(position)
    if token.kind == NUMBER:
        match = _YEAR.match(reader.text, token.start)
        return (match[0], match.end()) if match and match.end() == token.end else None
    if token.kind == WORD:
        number = parse_number(reader, position)
        if number and number.year:
            return str(number.value), number.end
    return None


def _after_month(reader: Reader, position: int) -> tuple[str | None, int, bool]:
    """The year after a month ("June 1955", "June, 1955", "June of 1955"); the last item: a relative year was found."""
    lex = reader.lex
    token = reader.token(position)
    comma = token.s == ","
    if comma or (token.kind == WORD and lex.has("of", token.s)):
        position_after = token.end
        if comma and lex.has("of", reader.token(position_after).s):
            position_after = reader.token(position_after).end
    else:
        position_after = position
    year = _year_at(reader, position_after)
    if year is not None:
        return year[0], year[1], False
    relative = relative_end(reader, position_after) if not comma else None
    if relative is not None:
        return None, relative, True
    return None, position, False


def _day_first(reader: Reader, token: Token) -> Date | None:
    lex = reader.lex
    day = _day(reader, token.start)
    if day is None:
        return None
    cursor = day[1]
    link = reader.token(cursor)
    last: tuple[int, int] | None = None
    joined = link.kind == WORD and (lex.has("and", link.s) or lex.has("or", link.s))
    if link.kind == DASH or (link.kind == WORD and lex.has("to", link.s)) or joined:
        after = reader.token(link.end)
        if after.kind == WORD and lex.has("definite", after.s):
            after = reader.token(after.end)
        last = _day(reader, after.start)
        if last is None or last[0] <= day[0]:
            return None
        cursor = last[1]
    word = reader.token(cursor)
    if word.kind == WORD and lex.units.get(word.s) == "day":
        cursor = word.end
        word = reader.token(cursor)
    if (word.kind == WORD and lex.has("of", word.s)) or (word.kind == DASH and not word.gap):
        word = reader.token(word.end)
    month = _month(reader, word)
    if month is None:
        return None
    year, end, relative = _after_month(reader, month[1])
    if relative:
        return Date(end, None)
    if year is None:
        year = _later_year(reader, month[1])
        end = month[1]
    return _assemble(year, month[0], day[0], last[0] if last and not joined else None, end if not joined else day[1])


def _assemble(year: str | None, month: int, day: int, last: int | None, end: int) -> Date:
    stem = f"{year}-{month:02d}" if year else f"--{month:02d}"
    iso = f"{stem}-{day:02d}"
    return Date(end, iso if last is None else f"{iso}/{stem}-{last:02d}")


def _later_year(reader: Reader, position: int) -> str | None:
    """The year of "28 August" in "28 August to 3 September 1952"."""
    lex = reader.lex
    link = reader.token(position)
    if link.s == ",":
        link = reader.token(link.end)
    if link.kind != DASH and not any(lex.has(name, link.s) for name in ("to", "and", "or")):
        return None
    after = reader.token(link.end)
    day = _day(reader, after.start)
    cursor = day[1] if day else after.start
    month = _month(reader, reader.token(cursor))
    if month is None:
        return None
    cursor = month[1]
    following = _day(reader, cursor) if day is None else None
    if following:
        cursor = following[1]
    return _after_month(reader, cursor)[0]


def _month_first(reader: Reader, token: Token, month: int, end: int) -> Date | None:
    lex = reader.lex
    word = reader.token(end)
    year, year_end, relative = _after_month(reader, end)
    if relative:
        return Date(year_end, None)
    if year is not None:
        return Date(year_end, f"{year}-{month:02d}")
    if word.kind == WORD and lex.has("definite", word.s):
        word = reader.token(word.end)
    day = _day(reader, word.start)
    if day is not None and not _counts(reader, day[1]):
        cursor, last = day[1], None
        link = reader.token(cursor)
        if link.kind == DASH or (link.kind == WORD and lex.has("to", link.s)):
            found = _day(reader, link.end)
            if found and found[0] > day[0] and _month(reader, reader.token(found[1])) is None:
                last, cursor = found[0], found[1]
        year, year_end, relative = _after_month(reader, cursor)
        if relative:
            return Date(year_end, None)
        if year is None:
            year, year_end = _later_year(reader, cursor), cursor
        return _assemble(year, month, day[0], last, year_end)
    if word.kind == DASH:
        second = _month(reader, reader.token(word.end))
        if second:
            year, year_end, _ = _after_month(reader, second[1])
            stem = f"{year}-" if year else "--"
            return Date(year_end if year else second[1], f"{stem}{month:02d}/{stem}{second[0]:02d}")
    before = reader.word_before(token.start)
    if lex.has("relative", before):
        return None
    if lex.number("month_signs", token.s) and not lex.has("date_before", before):
        return None
    if lex.has("doubtful_months", token.s) and not lex.has("date_before", before):
        return None
    year = _later_year(reader, end)
    return Date(end, f"{year}-{month:02d}" if year else f"--{month:02d}")


def _counts(reader: Reader, position: int) -> bool:
    """Whether what follows makes a number after a month a count and no day ("by August 20 thousand men")."""
    token = reader.token(position)
    if token.s == "%" or (token.kind == WORD and (token.s in reader.lex.scales or token.s in reader.lex.hundreds)):
        return True
    return token.kind == WORD and token.s in reader.lex.units and not reader.lex.has("units_after_digits", token.s)


def _season(reader: Reader, token: Token) -> Date | None:
    year, end, relative = _after_month(reader, token.end)
    if relative:
        return Date(end, None)
    if year is None:
        return None
    # "The winter of 1950-51".
    pair = _YEARS.match(reader.text, end - 4)
    if pair and int(pair[2][-2:]) == (int(year) + 1) % 100:
        end = pair.end()
    return Date(end, f"{year}-{reader.lex.number('seasons', token.s)}")


def _decade(reader: Reader, token: Token) -> Date | None:
    before = reader.word_before(token.start)
    if not reader.lex.has("definite", before) and not reader.lex.has("decade_before", before):
        return None
    return Date(token.end, f"19{(reader.lex.number('decades', token.s) or 0) // 10}")


def _spelled_decade(reader: Reader, token: Token) -> Date | None:
    """As in "The nineteen-fifties"."""
    small = reader.lex.small.get(token.s)
    if small is None or not 10 <= small[1] <= 20:
        return None
    after = reader.token(token.end)
    if after.kind == DASH and not after.gap:
        after = reader.token(after.end)
    decade = reader.lex.number("decades", after.s) if after.kind == WORD else None
    return None if decade is None else Date(after.end, f"{small[1]}{decade // 10}")


def _years(reader: Reader, token: Token) -> Date | None:
    """A year, a pair of years, a decade in digits."""
    match = _YEAR.match(reader.text, token.start)
    if match is None or match.end() != token.end or int(match[0]) > 2199:
        return None
    pair = _YEARS.match(reader.text, token.start)
    if pair:
        first, second = int(pair[1]), int(pair[2])
        if len(pair[2]) == 2:
            if (
                reader.text[pair.end(1)] == "-"
                and pair[2].startswith("0")
                and 1 <= second <= 12
                and second != (first + 1) % 100
            ):
                return Date(pair.end(), f"{pair[1]}-{pair[2]}")
            second += first - first % 100
            if second < first:
                second += 100
        if first < second <= first + 99 and second < 2200:
            unit = reader.token(pair.end())
            if not (unit.kind == WORD and unit.s in reader.lex.units):
                return Date(pair.end(), f"{pair[1]}/{second}")
    linked = _linked_years(reader, token)
    if linked is not None:
        return linked
    after = reader.token(token.end)
    if not after.gap and reader.low.startswith(("s", "'s", "’s"), token.end):
        tail = token.end + (1 if reader.low[token.end] == "s" else 2)
        if match[0].endswith("0") and not reader.low[tail : tail + 1].isalnum():
            return Date(tail, match[0][:3])
    return Date(token.end, match[0]) if _is_year(reader, token, after) else None


def _linked_years(reader: Reader, token: Token) -> Date | None:
    """As in "1954 through 1957", "the years 1954 to 1957", "from 1954 to 1957"."""
    lex = reader.lex
    link = reader.token(token.end)
    if link.kind != WORD:
        return None
    before = reader.word_before(token.start)
    joined = lex.has("through", link.s) or (lex.has("to", link.s) and lex.has("years_from", before))
    last = reader.token(link.end)
    if not joined or last.kind != NUMBER or not _YEAR.fullmatch(last.s) or not 0 < int(last.s) - int(token.s) < 100:
        return None
    if not _is_year(reader, last, reader.token(last.end)):
        return None
    return Date(last.end, f"{token.s}/{last.s}")


def _is_year(reader: Reader, token: Token, after: Token) -> bool:
    """Whether four plain digits are a year: by what stands before them, and by no noun being counted after them."""
    lex = reader.lex
    value = int(token.s)
    if not after.gap and (after.kind == WORD or after.s in ("%", "°", "/")):
        return False
    if after.kind == DASH and not after.gap and reader.low[after.end : after.end + 1].isalpha():
        return reader.token(after.end).s not in lex.units
    before = reader.word_before(token.start)
    if after.kind == WORD and (after.s in lex.scales or after.s in lex.hundreds):
        return False
    unit = after.kind == WORD and after.s in lex.units
    plural = after.kind == WORD and (
        lex.has("plurals", after.s)
        or (after.s.endswith("s") and not lex.has("not_plural", after.s) and len(after.s) > 3)
    )
    plural = plural and not lex.has("function_words", after.s) and not reader.capital(after.start)
    if unit and lex.units[after.s] != "year":
        return False
    if lex.has("year_strong", before):
        return value >= 1700 or not plural
    if plural and not lex.has("definite", before):
        return False
    return value >= 1700 or lex.has("year_before", before)
