"""Figures in words for the user's notes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.lexicon import lexicon
from editions.figures.units import unit_of

if TYPE_CHECKING:
    from editions.model import Figure

_NAMES = {
    "foot": ("foot", "feet"),
    "inch": ("inch", "inches"),
    "century": ("century", "centuries"),
    "percent": ("per cent", "per cent"),
    "permille": ("per mille", "per mille"),
    "celsius": ("°C", "°C"),
    "fahrenheit": ("°F", "°F"),
    "kmh": ("km/h", "km/h"),
    "lb": ("pound", "pounds"),
    "USD": ("dollar", "dollars"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "GBP": ("pound sterling", "pounds sterling"),
    "EUR": ("euro", "euros"),
    "RUB": ("rouble", "roubles"),
    "CNY": ("yuan", "yuan"),
    "JPY": ("yen", "yen"),
    "KRW": ("won", "won"),
    "FRF": ("franc", "francs"),
    "DEM": ("mark", "marks"),
    "INR": ("rupee", "rupees"),
}
"""Units that are not called by their canonical name with an s: of one, of several."""

_SIGNS = frozenset(
    {"km", "m", "cm", "mm", "kg", "g", "ha", "kW", "MW", "kWh", "hp", "km2", "m2", "cm2", "mm2", "m3", "cm3", "li",
     "chi", "mu", "jin", "dan", "liang", "mph"}
)  # fmt: skip
_MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def quoted(figure: Figure) -> str:
    """The figure as printed, in quotes, shortened if it is very long."""
    text = " ".join(figure.text.split())
    return f"“{text if len(text) <= 60 else text[:57] + '…'}”"


def in_words(figure: Figure, *, bare: bool = False, unit: str | None = None, named: Figure | None = None) -> str:
    """A figure's value: "about 350 km", "15–20 years", "June 1955", "the 19th".

    Args:
        figure: the figure.
        bare: leave the qualifier out.
        unit: convert to this unit of the same dimension.
        named: the figure whose way of writing that unit is followed.
    """
    if figure.iso is not None:
        return date_in_words(figure.iso)
    if figure.low is None:
        return quoted(figure)
    low, high = (figure.low, figure.high) if unit is None else in_unit(figure, unit)
    value = number_in_words(low)
    if high is not None and high != low:
        value = f"{value}–{number_in_words(high)}"
    if high is None:
        return quoted(figure)
    name = unit or figure.unit
    if figure.kind.value == "ordinal":
        value = f"number {value}"
    elif figure.kind.value == "multiple":
        value = f"{value} times"
    words = value if name is None else f"{value} {_unit_name(name, high, named or figure)}"
    if figure.qualifier and not bare:
        words = f"{figure.qualifier.replace('-', ' ')} {words}"
    return words


def _unit_name(unit: str, value: Fraction, named: Figure) -> str:
    """The name of a unit beside a value: as the figure prints it where that goes with the value."""
    top, stroke, below = unit.partition("/")
    if stroke:
        return f"{_unit_name(top, value, named)} per {_unit_name(below, Fraction(1), named)}"
    one = value == 1
    names = lexicon("en").units
    words = named.text.lower().replace("-", " ").split()
    for index, word in enumerate(words):
        if len(word) > 3 and word.isalpha() and names.get(word) == unit and one != word.endswith("s"):
            longer = " ".join(words[max(0, index - 1) : index + 1])
            return longer if names.get(longer) == unit else word
    if unit in _NAMES:
        return _NAMES[unit][0 if one else 1]
    if unit in _SIGNS:
        return unit
    if unit[-1] in "23":
        return f"{'square' if unit[-1] == '2' else 'cubic'} {_unit_name(unit[:-1], value, named)}"
    name = unit.replace("-", " ")
    return name if one else f"{name}s"


def ends(figure: Figure) -> tuple[Fraction, Fraction]:
    """Least and greatest value of a figure that has both; nought for what it has not."""
    return figure.low or Fraction(0), figure.high or Fraction(0)


def in_unit(figure: Figure, unit: str) -> tuple[Fraction, Fraction]:
    """Both ends of a figure in another unit of the same dimension."""
    low, high = ends(figure)
    if figure.unit is None or figure.unit == unit:
        return low, high
    if figure.unit == "celsius" and unit == "fahrenheit":
        return low * 9 / 5 + 32, high * 9 / 5 + 32
    if figure.unit == "fahrenheit" and unit == "celsius":
        return (low - 32) * 5 / 9, (high - 32) * 5 / 9
    own, other = unit_of(figure.unit), unit_of(unit)
    factor = own.factor / other.factor if own and other else 1
    return low * factor, high * factor


def number_in_words(value: Fraction) -> str:
    """An exact value with thousands parted; decimals cut to what tells it apart, a simple fraction as one."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if value.denominator in (2, 3, 4, 5, 6, 8, 10) and abs(value) < 1:
        return f"{value.numerator}/{value.denominator}"
    places = 1 if abs(value) >= 10 else 2
    return f"{float(value):,.{places}f}".rstrip("0").rstrip(".")


def date_in_words(iso: str) -> str:
    """An ISO 8601 prefix as people say it."""
    if "/" in iso:
        first, _, last = iso.partition("/")
        return f"{date_in_words(first)} to {date_in_words(last)}"
    if iso.startswith("T"):
        return iso[1:]
    if iso.startswith("---"):
        return f"day {int(iso[3:])}"
    if iso.startswith("--"):
        month, _, day = iso[2:].partition("-")
        return " ".join(filter(None, (str(int(day)) if day else "", _MONTHS[int(month)])))
    if len(iso) == 2:
        return f"century {int(iso) + 1}"
    if len(iso) == 3:
        return f"{iso}0s"
    year, _, rest = iso.partition("-")
    if not rest:
        return year
    month, _, day = rest.partition("-")
    if int(month) in _SEASONS:
        return f"{_SEASONS[int(month)]} {year}"
    return " ".join(filter(None, (str(int(day)) if day else "", _MONTHS[int(month)], year)))
