"""How two dates stand to each other: by their precision, and relative ones only against a given day of the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.differences.figure_words import date_in_words, in_words, quoted
from align.model import Verdict
from editions.figures.relative import read_relative, resolve_relative
from editions.figures.units import unit_of
from editions.model import FigureKind

if TYPE_CHECKING:
    from editions.model import Figure

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def compare_dates(a: Figure, b: Figure, sigla: tuple[str, str]) -> tuple[Verdict, str]:
    """Compares two absolute dates.

    Args:
        a: a figure with ``iso``.
        b: another.
        sigla: how the note calls the editions.

    Returns:
        The verdict and a sentence: dates of other precision that do not contradict each other are another form.
    """
    one, two = a.iso or "", b.iso or ""
    if one == two:
        if a.qualifier != b.qualifier:
            return Verdict.QUALIFIER, f"Both have {date_in_words(one)}; one says about."
        return Verdict.EQUAL, ""
    if one.startswith("T") != two.startswith("T"):
        return Verdict.NOT_COMPARABLE, "One is a time of day, the other a date."
    if agree(one, two):
        finer = sigla[0] if len(one.lstrip("-")) > len(two.lstrip("-")) else sigla[1]
        return Verdict.OTHER_FORM, f"{date_in_words(one)} and {date_in_words(two)}: {finer} is more exact."
    if one.startswith("T") and _twelve_hours(one, two):
        return Verdict.OTHER_FORM, f"{one[1:]} and {two[1:]} are one time if the half of the day is left unsaid."
    return Verdict.DIFFERENT, ""


def agree(one: str, two: str) -> bool:
    """Whether two ISO 8601 prefixes can be one date, the longer being more exact."""
    if "/" in one or "/" in two:
        ends = [(end.partition("/")[0], end.partition("/")[2] or end) for end in (one, two)]
        return (all(agree(x, y) for x, y in zip(*ends, strict=True)) and ("/" in one) != ("/" in two)) or all(
            _prefix(x, y) for x, y in zip(*ends, strict=True)
        )
    if _prefix(one, two):
        return True
    for short, long in ((one, two), (two, one)):
        if short.startswith("---"):
            return len(long) >= 2 and long[-2:] == short[3:] and not (len(long) in (4, 7) and not long.startswith("--"))
        if short.startswith("--") and not long.startswith("--"):
            return len(long) > 4 and (long[4:].startswith(short[1:]) or short[1:].startswith(long[4:]))
    return _in_season(one, two)


def _prefix(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


def _in_season(one: str, two: str) -> bool:
    for season, month in ((one, two), (two, one)):
        if len(season) == 7 and season[5:].isdigit() and int(season[5:]) in _SEASON_MONTHS and len(month) >= 7:
            first, last = _SEASON_MONTHS[int(season[5:])]
            number = int(month[5:7]) if month[5:7].isdigit() else 0
            inside = first <= number <= last if first <= last else number >= first or 0 < number <= last
            # The winter of a year may be the one it begins with or the one it ends with.
            return inside and abs(int(season[:4]) - int(month[:4])) <= (1 if first > last else 0)
    return False


def _twelve_hours(one: str, two: str) -> bool:
    hours = [int(time[1:3]) for time in (one, two)]
    return one[3:] == two[3:] and abs(hours[0] - hours[1]) == 12


def compare_relative(
    a: Figure, b: Figure, anchor: str | None, sigla: tuple[str, str], language: str
) -> tuple[Verdict, str] | None:
    """Compares two figures of which at least one is a date relative to the day of speaking.

    Args:
        a: a figure.
        b: another.
        anchor: day of speaking as an ISO 8601 prefix, or None if it is not known.
        sigla: how the note calls the editions.
        language: the language of the relative date.

    Returns:
        The verdict and a sentence, or None where the two are compared as plain lengths of time.
    """
    both = a.kind is b.kind
    if both and a.low is None and b.low is None:
        one, two = read_relative(a, language), read_relative(b, language)
        if one == two and one.steps is not None:
            return Verdict.EQUAL, ""
        if one.steps is None or two.steps is None or one.unit != two.unit or one.month != two.month:
            return Verdict.NOT_COMPARABLE, f"{sigla[0]} has {quoted(a)}, {sigla[1]} {quoted(b)}."
        return Verdict.DIFFERENT, ""
    if not both and FigureKind.DURATION in (a.kind, b.kind) and a.low is not None and b.low is not None:
        # "Two years ago" beside "these two years".
        return None
    if both and a.low is not None and b.low is not None:
        return None
    relative, other = (a, b) if a.kind is FigureKind.RELATIVE_DATE else (b, a)
    if not both and other.iso is None:
        return Verdict.NOT_COMPARABLE, f"{sigla[0]} has {quoted(a)}, {sigla[1]} {quoted(b)}."
    if anchor is None:
        return Verdict.NOT_COMPARABLE, f"{quoted(relative)} has no date until the day of the meeting is given."
    date = resolve_relative(relative, anchor, language)
    against = other.iso if other.iso is not None else resolve_relative(other, anchor, language)
    if date is None or against is None:
        return Verdict.NOT_COMPARABLE, f"The words do not say which date {quoted(relative)} is."
    said = f"{quoted(relative)} is {date_in_words(date)}, counted from {date_in_words(anchor)}"
    if agree(date, against):
        return Verdict.OTHER_FORM, f"{said}."
    return Verdict.DIFFERENT, f"{said}; {sigla[0] if other is a else sigla[1]} has {date_in_words(against)}."


def counted_from(date: Figure, length: Figure, anchor: str | None) -> str | None:
    """A sentence if a length of time, counted from the day of the meeting, leads to a date; else None.

    Args:
        date: a figure with ``iso``.
        length: a figure of kind duration.
        anchor: day of the meeting as an ISO 8601 prefix.
    """
    unit = unit_of(length.unit)
    year = unit_of("year")
    iso = date.iso or ""
    if anchor is None or unit is None or year is None or length.low is None or length.low != length.high:
        return None
    if not iso[:4].isdigit() or not anchor[:4].isdigit() or unit.dimension != "time":
        return None
    years = length.low * unit.factor / year.factor
    if years < 1 or years.denominator != 1 or abs(int(iso[:4]) - int(anchor[:4])) != years:
        return None
    return f"{in_words(length, bare=True)} from {anchor[:4]} lead to {iso[:4]}."
