"""How two figures stand to each other: by exact value, unit, precision and qualifier, never by the characters."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from align.differences.figure_dates import compare_dates, compare_relative, counted_from
from align.differences.figure_rounding import converts, is_per_cent, rounds, rounds_to
from align.differences.figure_words import ends, in_unit, in_words, number_in_words, quoted
from align.model import Verdict
from editions.figures.units import CURRENCIES, unit_of
from editions.model import FigureKind

if TYPE_CHECKING:
    from editions.model import Figure

_LOWER = frozenset({"at-least", "more-than"})
_UPPER = frozenset({"at-most", "less-than"})


class Judgement(NamedTuple):
    """A verdict with its reason.

    Attributes:
        verdict: how the figures stand to each other.
        note: one sentence for the user, or "".
    """

    verdict: Verdict
    note: str = ""


def judge(
    a: Figure, b: Figure, *, anchor: str | None = None, sigla: tuple[str, str] = ("A", "B"), language: str = "en"
) -> Judgement:
    """Compares two figures.

    Args:
        a: a figure of the one edition.
        b: a figure of the other.
        anchor: day of the meeting as an ISO 8601 prefix; relative dates are resolved against it and only then compared.
        sigla: how the note calls the editions.
        language: the language of relative dates.

    Returns:
        The verdict and its reason.
    """
    relative = FigureKind.RELATIVE_DATE in (a.kind, b.kind)
    if relative:
        if a.kind is b.kind and a.text.casefold() == b.text.casefold():
            return Judgement(Verdict.EQUAL, "Both say the same.")
        found = compare_relative(a, b, anchor, sigla, language)
        if found is not None:
            return Judgement(*found)
    if a.iso is not None and b.iso is not None:
        return Judgement(*compare_dates(a, b, sigla))
    if a.low is None or b.low is None:
        return _with_date(a, b, anchor, sigla)
    if (a.iso is None) != (b.iso is None):
        return _with_date(a, b, anchor, sigla)
    return _values(a, b, sigla)


def _with_date(a: Figure, b: Figure, anchor: str | None, sigla: tuple[str, str]) -> Judgement:
    """A date against something else: a count of years from the meeting, or a bare number that looks like a year."""
    date, other = (a, b) if a.iso is not None else (b, a)
    if date.iso is None or other.low is None or other.iso is not None:
        return Judgement(Verdict.NOT_COMPARABLE, f"{sigla[0]} has {quoted(a)}, {sigla[1]} {quoted(b)}.")
    if other.unit is None and date.low is not None and other.low == other.high == date.low:
        return Judgement(Verdict.OTHER_FORM, f"Both say {date.iso}.")
    if other.kind is FigureKind.DURATION:
        note = counted_from(date, other, anchor)
        if note is not None:
            return Judgement(Verdict.OTHER_FORM, note)
        reason = (
            "the length of time does not lead there from the meeting" if anchor else "no day of the meeting is known"
        )
        return Judgement(Verdict.NOT_COMPARABLE, f"{sigla[0]} has {quoted(a)}, {sigla[1]} {quoted(b)}: {reason}.")
    return Judgement(Verdict.NOT_COMPARABLE, f"{sigla[0]} has a date and {sigla[1]} a number." if date is a else
                     f"{sigla[0]} has a number and {sigla[1]} a date.")  # fmt: skip


def _values(a: Figure, b: Figure, sigla: tuple[str, str]) -> Judgement:
    if a.high is None or b.high is None:
        return _open(a, b, sigla)
    pair = _common(a, b)
    if pair is None:
        return _other_dimension(a, b, sigla)
    (low_a, high_a), (low_b, high_b) = pair
    if low_a == low_b and high_a == high_b:
        return _equal(a, b, sigla)
    if a.unit != b.unit and a.unit is not None and b.unit is not None and converts(a, b):
        return Judgement(Verdict.WITHIN_ROUNDING, _conversion_note(a, b, sigla))
    if is_per_cent(a, b):
        return Judgement(Verdict.WITHIN_ROUNDING, _conversion_note(a, b, sigla))
    if rounds(a, b):
        rounder, finer = (a, b) if a.qualifier == "about" else (b, a)
        name = sigla[0] if rounder is a else sigla[1]
        return Judgement(Verdict.WITHIN_ROUNDING, f"{name} rounds {in_words(finer)} to {quoted(rounder)}.")
    reached = _reaches(a, b, pair)
    if reached is not None:
        ranged, name, bound = (a, sigla[1], b) if reached else (b, sigla[0], a)
        return Judgement(
            Verdict.QUALIFIER, f"{quoted(bound)} in {name} is only one end or the middle of {in_words(ranged)}."
        )
    if FigureKind.ORDINAL in (a.kind, b.kind) and a.kind is not b.kind:
        return Judgement(
            Verdict.NOT_COMPARABLE, f"One of the two ranks, the other counts: {in_words(a)}, {in_words(b)}."
        )
    return Judgement(Verdict.DIFFERENT)


def _open(a: Figure, b: Figure, sigla: tuple[str, str]) -> Judgement:
    """As in "Thousands of men" has no upper end."""
    if a.high is None and b.high is None and a.unit == b.unit:
        if a.low == b.low:
            return Judgement(Verdict.EQUAL)
        return Judgement(Verdict.DIFFERENT)
    vague, name = (a, sigla[0]) if a.high is None else (b, sigla[1])
    return Judgement(Verdict.NOT_COMPARABLE, f"{name} gives no number, only {quoted(vague)}.")


Ends = tuple[Fraction, Fraction]


def _common(a: Figure, b: Figure) -> tuple[Ends, Ends] | None:
    """Both figures in one unit, or None if their units measure different things."""
    plain = ends(a), ends(b)
    if a.unit == b.unit:
        return plain
    if a.unit is None or b.unit is None:
        measured, bare = (a, b) if a.unit is not None else (b, a)
        unit = unit_of(measured.unit)
        if unit is not None and unit.dimension == "ratio":
            # "half" is 50 %, and "threefold" 300 %; but "15" beside "15 per cent" is a per cent left unsaid.
            said = bare.low == measured.low and bare.high == measured.high
            return plain if said else (_scaled(a), _scaled(b))
        if bare.kind in (FigureKind.ORDINAL, FigureKind.MULTIPLE):
            return None
        return plain
    if "degree" in (a.unit, b.unit) and {a.unit, b.unit} & {"celsius", "fahrenheit"}:
        # "20 degrees" leaves the scale unsaid.
        return plain
    if ("/" in a.unit) != ("/" in b.unit):
        # "27 quintals" beside "27 quintals per hectare" leaves the area unsaid.
        a, b = (replace(figure, unit=(figure.unit or "").partition("/")[0]) for figure in (a, b))
    one, two = unit_of(a.unit), unit_of(b.unit)
    if one is None or two is None:
        return None
    if {a.unit, b.unit} == {"celsius", "fahrenheit"}:
        return _fahrenheit(a), _fahrenheit(b)
    return (_scaled(a), _scaled(b)) if one.dimension == two.dimension else None


def _scaled(figure: Figure) -> Ends:
    unit = unit_of(figure.unit)
    factor = unit.factor if unit else Fraction(1)
    low, high = ends(figure)
    return low * factor, high * factor


def _fahrenheit(figure: Figure) -> Ends:
    return in_unit(figure, "fahrenheit")


def _other_dimension(a: Figure, b: Figure, sigla: tuple[str, str]) -> Judgement:
    same = a.low == b.low and a.high == b.high
    if a.unit in CURRENCIES and b.unit in CURRENCIES and not same:
        return Judgement(Verdict.NOT_COMPARABLE, f"{in_words(a)} and {in_words(b)}: no rate of exchange is assumed.")
    if same and a.unit is not None and b.unit is not None:
        return Judgement(
            Verdict.DIFFERENT,
            f"The same number in another unit: {sigla[0]} has {in_words(a)}, {sigla[1]} {in_words(b)}.",
        )
    return Judgement(Verdict.NOT_COMPARABLE, f"{in_words(a)} and {in_words(b)} measure different things.")


def _equal(a: Figure, b: Figure, sigla: tuple[str, str]) -> Judgement:
    if _class(a) != _class(b):
        said = [
            f"{name} says {figure.qualifier.replace('-', ' ')}"
            for name, figure in zip(sigla, (a, b), strict=True)
            if figure.qualifier
        ]
        return Judgement(
            Verdict.QUALIFIER,
            f"Both have {in_words(a, bare=True)}; {' and '.join(said)}{'' if len(said) > 1 else ' only'}.",
        )
    if a.unit == b.unit and (a.kind is b.kind or a.unit is not None):
        return Judgement(Verdict.EQUAL)
    if a.unit is None or b.unit is None:
        if {a.unit, b.unit} & {"percent", "permille"} and a.low != b.low:
            return Judgement(Verdict.OTHER_FORM, f"{quoted(a)} is {quoted(b)}.")
        if a.unit is None and b.unit is None:
            return Judgement(Verdict.OTHER_FORM, f"Both have {in_words(a, bare=True)}.")
        silent = sigla[0] if a.unit is None else sigla[1]
        return Judgement(
            Verdict.OTHER_FORM, f"{silent} leaves the unit of {in_words(b if a.unit is None else a)} unsaid."
        )
    return Judgement(Verdict.OTHER_FORM, f"{in_words(a)} is {in_words(b)}.")


def _class(figure: Figure) -> str | None:
    """More than thirty and at least thirty are told apart; the edges of "nearly" and "about" are not."""
    return figure.qualifier


def _reaches(a: Figure, b: Figure, pair: tuple[Ends, Ends]) -> bool | None:
    """Whether a bound or an "about" names one end or the middle of the other's range; True if the range is ``a``'s."""
    for first, ranged, single, (low, high), (value, other) in (
        (True, a, b, pair[0], pair[1]),
        (False, b, a, pair[1], pair[0]),
    ):
        if low == high or value != other or ranged.qualifier is not None:
            continue
        if (single.qualifier in _UPPER and value == high) or (single.qualifier in _LOWER and value == low):
            return first
        if single.qualifier == "about" and low <= value <= high:
            return first
    return None


def _conversion_note(a: Figure, b: Figure, sigla: tuple[str, str]) -> str:
    """As in "350 km = 217.5 miles; B rounds to 217."."""
    if a.unit is None or b.unit is None:
        part, written, name = (a, b, sigla[1]) if a.unit is None else (b, a, sigla[0])
        share = number_in_words(ends(part)[0] * 100)
        return f"{quoted(part)} is {share} per cent; {name} has {in_words(written, bare=True)}."
    source, target, name = (a, b, sigla[1]) if rounds_to(a, b) else (b, a, sigla[0])
    exact = in_words(source, bare=True, unit=target.unit, named=target)
    return f"{in_words(source, bare=True)} = {exact}; {name} has {in_words(target, bare=True)}."


def dimension(figure: Figure) -> str:
    """What a figure measures, for matching: its dimension, or its kind where it has no unit."""
    unit = unit_of(figure.unit)
    if unit is not None:
        return unit.dimension
    if figure.iso is not None or figure.kind in (FigureKind.DATE, FigureKind.RELATIVE_DATE):
        return "date"
    return "ordinal" if figure.kind is FigureKind.ORDINAL else "number"


def size(figure: Figure) -> Fraction | None:
    """The least value of a figure in the base unit of its dimension, for setting figures side by side."""
    unit = unit_of(figure.unit)
    return figure.low if unit is None or figure.low is None else figure.low * unit.factor
