"""Times of day: "10:30", "3 p.m.", "nine o'clock", "half past six", "0600 hours"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editions.figures.cardinals import parse_number
from editions.figures.reader import NUMBER, WORD

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token


class Date(NamedTuple):
    """A date found at a place.

    Attributes:
        end: offset after its last character.
        iso: its ISO 8601 prefix, or None for a date relative to the day of speaking ("May of last year").
    """

    end: int
    iso: str | None


_CLOCK = re.compile(r"([01]?[0-9]|2[0-4])[:.]([0-5][0-9])(?![0-9:]|\.[0-9])")


def parse_clock(reader: Reader, token: Token) -> Date | None:
    """The time of day that begins with a number: by a colon, "o'clock", "p.m." or "hours"; else None."""
    lex = reader.lex
    match = _CLOCK.match(reader.text, token.start) if token.kind == NUMBER else None
    end, minutes = token.end, 0
    colon = False
    if match:
        hour, minutes, end = int(match[1]), int(match[2]), match.end()
        colon = reader.text[match.end(1)] == ":"
    elif token.kind == NUMBER:
        if re.fullmatch("[012][0-9][0-5][0-9]", token.s):
            return _military(reader, token)
        if not token.s.isdigit() or len(token.s) > 2 or int(token.s) > 24:
            return None
        hour = int(token.s)
    else:
        small = lex.small.get(token.s)
        if small is None or not 1 <= small[1] <= 12:
            return None
        hour = small[1]
    after = reader.token(end)
    if match and after.kind == WORD and lex.units.get(after.s) == "hour":
        return Date(after.end, f"T{hour:02d}:{minutes:02d}")
    part = (
        _part_of_day(reader, end, hour) if match or lex.has("clock_before", reader.word_before(token.start)) else None
    )
    if part is not None:
        return Date(part[1], f"T{part[0]:02d}:{minutes:02d}")
    if after.kind == WORD and hour == 12 and not minutes and lex.has("clock_words", after.s):
        return Date(after.end, f"T{lex.number('clock_words', after.s):02d}:00")
    written = after.s
    stop = after.end
    if after.kind == WORD and len(written) == 1 and reader.low.startswith(".m", stop):
        written, stop = written + ".m", stop + 2
        if reader.low.startswith(".", stop):
            stop += 1
    if lex.has("oclock", written):
        end = stop
        more = reader.token(end)
        if more.kind == WORD and len(more.s) == 1 and reader.low.startswith(".m", more.end):
            written, stop = f"{more.s}.m", more.end + 2
        part = _part_of_day(reader, end, hour)
        if part is not None:
            return Date(part[1], f"T{part[0]:02d}:{minutes:02d}")
    elif not (lex.has("am", written) or lex.has("pm", written)):
        dotted = match and lex.has("clock_at", reader.word_before(token.start)) and not _price(reader, after)
        return Date(end, f"T{hour:02d}:{minutes:02d}") if colon or dotted else None
    if lex.has("pm", written):
        hour += 12 if hour < 12 else 0
        end = stop
    elif lex.has("am", written):
        hour %= 12
        end = stop
    return Date(end, f"T{hour:02d}:{minutes:02d}")


def parse_clock_words(reader: Reader, token: Token) -> Date | None:
    """As in "Half past three", "quarter to four": the time that begins with a part of an hour."""
    lex = reader.lex
    part = 30 if lex.has("halves", token.s) else 15 if lex.number("denominators", token.s) == 4 else 0
    word = reader.token(token.end)
    step = lex.number("past_hour", word.s) if word.kind == WORD and part else None
    hour = parse_number(reader, word.end) if step else None
    if step is None or hour is None or hour.value.denominator != 1 or not 1 <= hour.value <= 24 or not hour.simple:
        return None
    found = _part_of_day(reader, hour.end, int(hour.value))
    minutes = (found[0] if found else int(hour.value)) * 60 + step * part
    return Date(found[1] if found else hour.end, f"T{minutes // 60:02d}:{minutes % 60:02d}")


def parse_noon(reader: Reader, token: Token) -> Date | None:
    """As in "at noon", "until midnight"; not "the noon meal"."""
    hour = reader.lex.number("clock_words", token.s)
    if hour is None or not reader.lex.has("clock_before", reader.word_before(token.start)):
        return None
    return Date(token.end, f"T{hour:02d}:00")


def _part_of_day(reader: Reader, position: int, hour: int) -> tuple[int, int] | None:
    """The hour of the day and the end of "that evening", "in the morning", "at night" after an hour, or None."""
    lex = reader.lex
    end = position
    for step in range(4):
        token = reader.token(end)
        if token.kind != WORD:
            return None
        part = (lex.section.get("day_parts") or {}).get(token.s)
        if part is not None:
            if step == 0:
                return None
            late = part == "pm" or (part == "night" and hour > 5)
            if part == "night" and hour == 12:
                return 0, token.end
            return (hour % 12 + 12 if late and hour <= 12 else hour % 12 if hour == 12 else hour), token.end
        if not lex.has("day_part_links", token.s):
            return None
        end = token.end
    return None


def _price(reader: Reader, after: Token) -> bool:
    """Whether what follows makes "at 12.50" a price or a measure: "a ton", "each", "per cent"."""
    lex = reader.lex
    if after.kind != WORD:
        return after.s in lex.units
    return after.s in lex.units or after.s in lex.scales or lex.has("rate_words", after.s) or lex.has("apiece", after.s)


def _military(reader: Reader, token: Token) -> Date | None:
    """As in "0600 hours", "at 2130 hours"."""
    after = reader.token(token.end)
    if after.kind != WORD or reader.lex.units.get(after.s) != "hour" or int(token.s) > 2400:
        return None
    if not token.s.startswith("0") and not reader.lex.has("hour_before", reader.word_before(token.start)):
        return None
    return Date(after.end, f"T{token.s[:2]}:{token.s[2:]}")
