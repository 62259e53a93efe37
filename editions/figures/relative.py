"""What a relative date says ("next year", "May of last year"), and its date once a day of speaking is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editions.figures.lexicon import lexicon
from editions.figures.reader import NUMBER, WORD

if TYPE_CHECKING:
    from fractions import Fraction

    from editions.figures.reader import Reader, Token
    from editions.model import Figure


@dataclass(frozen=True, slots=True)
class Relative:
    """A date as steps from the day of speaking.

    Attributes:
        unit: what is stepped by: "year", "month", "week", "day", "season", "decade", "century", "fortnight"; or None.
        steps: how many, backwards negative; None where the words leave it open ("the previous year").
        month: month named with it ("May of last year"), or None.
    """

    unit: str | None
    steps: Fraction | int | None
    month: int | None = None


def relative_end(reader: Reader, position: int) -> int | None:
    """Where a date relative to the day of speaking ends ("last year", "this whole month", "tomorrow"), or None."""
    lex = reader.lex
    token = reader.token(position)
    if token.kind != WORD:
        return None
    before = _unit_before(reader, token)
    if before is not None:
        return before
    if lex.has("definite", token.s):
        token = reader.token(token.end)
    if lex.has("relative_days", token.s):
        return token.end
    if not lex.has("relative", token.s):
        return None
    word = reader.token(token.end)
    if lex.has("relative_fillers", word.s):
        word = reader.token(word.end)
    name = word.s.removesuffix("'s").removesuffix("’s")
    if word.kind != WORD or not (
        lex.has("relative_units", name) or (name in lex.months and reader.capital(word.start))
    ):
        return None
    after = reader.token(word.end)
    if after.kind == WORD and lex.has("of", after.s):
        # "The last year of the war" is not last year.
        return None
    return word.start + len(name)


def _unit_before(reader: Reader, article: Token) -> int | None:
    """The end of "the year before", "the month after"; None where it is told before what."""
    lex = reader.lex
    unit = reader.token(article.end)
    side = reader.token(unit.end)
    named = lex.has("definite", article.s) and lex.has("relative_units", unit.s)
    if not named or not lex.has("relative_after", side.s):
        return None
    after = reader.token(side.end)
    goes_on = lex.has("and", after.s) or lex.has("relative_goes_on", after.s)
    if after.kind == NUMBER or (after.kind == WORD and not goes_on):
        return None
    return side.end


def read_relative(figure: Figure, language: str = "en") -> Relative:
    """Reads the words of a figure of kind relative date.

    Args:
        figure: a figure found by :func:`editions.figures.find_figures`.
        language: the language of its text.

    Returns:
        Its steps; unknown parts are None.
    """
    if figure.low is not None:
        return Relative(figure.unit, None if figure.low != figure.high else -figure.low)
    lex = lexicon(language)
    unit: str | None = None
    steps: int | None = None
    month: int | None = None
    for word in figure.text.lower().replace(",", " ").replace(".", " ").split():
        if lex.has("relative_days", word):
            return Relative("day", lex.number("relative_days", word))
        if lex.has("relative", word) and unit is None:
            steps = lex.number("relative", word)
        elif lex.has("relative_units", word):
            unit = str(lex.section["relative_units"][word])
        elif word in lex.months:
            month = lex.months[word]
    if month is not None and unit is None:
        # "Last May": the year depends on the day of speaking.
        return Relative("month", steps, month)
    return Relative(unit, steps, month)


def resolve_relative(figure: Figure, anchor: str, language: str = "en") -> str | None:
    """The date a relative date means if it was said on a given day.

    Args:
        figure: a figure of kind relative date.
        anchor: day of speaking as an ISO 8601 prefix with at least the year ("1952-08-20").
        language: the language of its text.

    Returns:
        An ISO 8601 prefix no more precise than the words, or None where they or the anchor do not suffice.
    """
    parts = read_relative(figure, language)
    if parts.steps is None or parts.steps.denominator != 1 or not anchor[:4].isdigit():
        return None
    year, steps = int(anchor[:4]), int(parts.steps)
    anchor_month = int(anchor[5:7]) if anchor[5:7].isdigit() else None
    if parts.unit == "year":
        stem = f"{year + steps:04d}"
        return stem if parts.month is None else f"{stem}-{parts.month:02d}"
    if parts.unit == "decade":
        return f"{year // 10 + steps:03d}"
    if parts.unit == "century":
        return f"{year // 100 + steps:02d}"
    if parts.unit == "month" and anchor_month is not None:
        if parts.month is None:
            months = year * 12 + anchor_month - 1 + steps
            return f"{months // 12:04d}-{months % 12 + 1:02d}"
        # The last or next month of that name, not counting the month of speaking.
        if steps < 0:
            year -= parts.month >= anchor_month
        elif steps > 0:
            year += parts.month <= anchor_month
        return f"{year:04d}-{parts.month:02d}"
    return None
