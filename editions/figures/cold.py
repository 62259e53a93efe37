"""Values below nought: "minus 30 degrees", "−5 °C", "–20 °C", "four below zero, Fahrenheit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editions.figures.reader import WORD

if TYPE_CHECKING:
    from editions.figures.ranges import Span
    from editions.figures.reader import Reader

_DEGREES = frozenset({"degree", "celsius", "fahrenheit"})


def read_cold(reader: Reader, start: int, end: int, unit: str | None, span: Span) -> tuple[int, int, str | None, Span]:
    """Turns the sign of a value round that is said to be below nought.

    Args:
        reader: the text.
        start: where the number begins.
        end: where it ends, its unit included.
        unit: its unit, or None.
        span: its value.

    Returns:
        Start, end, unit and span, changed where the words say so.
    """
    low = reader.low
    before = reader.word_before(start)
    sign = reader.text[start - 1] if start else ""
    free = not reader.text[max(0, start - 2) : start - 1].strip("(“\"‘' \n\u00a0")
    if before and reader.lex.has("minus", before) and low[start - 1] == " ":
        start = low.rfind(before, 0, start)
    elif sign and free and (sign == "−" or (sign in "-–" and unit in _DEGREES)):
        start -= 1
    else:
        return _below(reader, start, end, unit, span)
    return start, end, unit, span._replace(low=-span.high, high=-span.low)


def _below(reader: Reader, start: int, end: int, unit: str | None, span: Span) -> tuple[int, int, str | None, Span]:
    """As in "four below zero, Fahrenheit", "ten degrees below zero"."""
    lex = reader.lex
    if unit is not None and unit not in _DEGREES:
        return start, end, unit, span
    token = reader.token(end)
    for phrase in lex.section.get("below_zero") or ():
        if token.kind == WORD and reader.low.startswith(phrase, token.start):
            stop = token.start + len(phrase)
            if reader.low[stop : stop + 1].isalpha():
                continue
            after = reader.token(stop)
            if after.s == ",":
                after = reader.token(after.end)
            scale = (lex.section.get("degree_scales") or {}).get(after.s) if after.kind == WORD else None
            if scale is not None:
                unit, stop = scale, after.end
            return start, stop, unit or "degree", span._replace(low=-span.high, high=-span.low)
    return start, end, unit, span
