"""How large a unit is: dimension and exact factor, the same in every language.

Sources: the metre, kilogram and inch by the SI brochure and the international yard and pound agreement of 1959;
Russian measures as fixed by the decree of 1899 (verst 500 sazhen of 7 feet, pood 40 funt of 409.51241 g); Chinese
market measures (shizhi) as fixed in 1930 and kept to the present (li 500 m, mu 1/15 ha, jin 500 g). Before 1930 the
Chinese measures varied by province, so a conversion of an older text can be a few per cent off.
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Unit(NamedTuple):
    """A unit of measure.

    Attributes:
        dimension: what it measures ("length"); units of one dimension convert into each other.
        factor: how many of the dimension's base unit it is (m, m2, m3, kg, second, W, J, m/s, 1).
    """

    dimension: str
    factor: Fraction


def _length(metres: str) -> Unit:
    return Unit("length", Fraction(metres))


def _mass(kilograms: str) -> Unit:
    return Unit("mass", Fraction(kilograms))


_DAY = 86400
_MONTH = Fraction(146097 * _DAY, 4800)
"""A month is a twelfth of the mean Gregorian year, so that years and months convert exactly into each other."""

UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        "percent": Unit("ratio", Fraction(1, 100)),
        "permille": Unit("ratio", Fraction(1, 1000)),
        "mm": _length("0.001"),
        "cm": _length("0.01"),
        "m": _length("1"),
        "km": _length("1000"),
        "inch": _length("0.0254"),
        "foot": _length("0.3048"),
        "yard": _length("0.9144"),
        "mile": _length("1609.344"),
        "nautical-mile": _length("1852"),
        "league": _length("4828.032"),
        "verst": _length("1066.8"),
        "sazhen": _length("2.1336"),
        "arshin": _length("0.7112"),
        "li": _length("500"),
        "chi": Unit("length", Fraction(1, 3)),
        "mm2": Unit("area", Fraction(1, 1000000)),
        "cm2": Unit("area", Fraction(1, 10000)),
        "m2": Unit("area", Fraction(1)),
        "km2": Unit("area", Fraction(1000000)),
        "inch2": Unit("area", Fraction("0.00064516")),
        "foot2": Unit("area", Fraction("0.09290304")),
        "yard2": Unit("area", Fraction("0.83612736")),
        "mile2": Unit("area", Fraction("2589988.110336")),
        "ha": Unit("area", Fraction(10000)),
        "acre": Unit("area", Fraction("4046.8564224")),
        "mu": Unit("area", Fraction(10000, 15)),
        "desyatina": Unit("area", 2400 * Fraction("2.1336") ** 2),
        "cm3": Unit("volume", Fraction(1, 1000000)),
        "m3": Unit("volume", Fraction(1)),
        "foot3": Unit("volume", Fraction("0.3048") ** 3),
        "yard3": Unit("volume", Fraction("0.9144") ** 3),
        "litre": Unit("volume", Fraction(1, 1000)),
        "gallon": Unit("volume", Fraction("0.003785411784")),
        "barrel": Unit("volume", Fraction("0.158987294928")),
        "bushel": Unit("volume", Fraction("0.03523907016688")),
        "g": _mass("0.001"),
        "kg": _mass("1"),
        "quintal": _mass("100"),
        # A translator's "ton" is the metric one unless it says long or short.
        "tonne": _mass("1000"),
        "long-ton": _mass("1016.0469088"),
        "short-ton": _mass("907.18474"),
        "lb": _mass("0.45359237"),
        "ounce": _mass("0.028349523125"),
        "pood": _mass("16.3804964"),
        "jin": _mass("0.5"),
        "dan": _mass("50"),
        "liang": _mass("0.05"),
        "kWh": Unit("energy", Fraction(3600000)),
        "kW": Unit("power", Fraction(1000)),
        "MW": Unit("power", Fraction(1000000)),
        "hp": Unit("power", Fraction("735.49875")),
        "volt": Unit("voltage", Fraction(1)),
        "kmh": Unit("speed", Fraction(5, 18)),
        "mph": Unit("speed", Fraction("0.44704")),
        "knot": Unit("speed", Fraction(1852, 3600)),
        "celsius": Unit("temperature", Fraction(1)),
        "fahrenheit": Unit("temperature-fahrenheit", Fraction(1)),
        "degree": Unit("angle", Fraction(1)),
        "second": Unit("time", Fraction(1)),
        "minute": Unit("time", Fraction(60)),
        "hour": Unit("time", Fraction(3600)),
        "day": Unit("time", Fraction(_DAY)),
        "week": Unit("time", Fraction(7 * _DAY)),
        "fortnight": Unit("time", Fraction(14 * _DAY)),
        "month": Unit("time", _MONTH),
        "year": Unit("time", 12 * _MONTH),
        "decade": Unit("time", 120 * _MONTH),
        "century": Unit("time", 1200 * _MONTH),
        "USD": Unit("USD", Fraction(1)),
        "cent": Unit("USD", Fraction(1, 100)),
        "HKD": Unit("HKD", Fraction(1)),
        "GBP": Unit("GBP", Fraction(1)),
        "EUR": Unit("EUR", Fraction(1)),
        "RUB": Unit("RUB", Fraction(1)),
        "kopeck": Unit("RUB", Fraction(1, 100)),
        "CNY": Unit("CNY", Fraction(1)),
        "JPY": Unit("JPY", Fraction(1)),
        "KRW": Unit("KRW", Fraction(1)),
        "FRF": Unit("FRF", Fraction(1)),
        "DEM": Unit("DEM", Fraction(1)),
        "INR": Unit("INR", Fraction(1)),
    }
)
"""Canonical unit -> its size. Money converts only within one currency: rates of exchange are nobody's constant."""

CURRENCIES = frozenset({"USD", "cent", "HKD", "GBP", "EUR", "RUB", "kopeck", "CNY", "JPY", "KRW", "FRF", "DEM", "INR"})
"""Units that are money."""

SQUARED: Mapping[str, str] = MappingProxyType({name[:-1]: name for name in UNITS if name.endswith("2")})
"""Length -> the area of its square ("km" -> "km2")."""

CUBED: Mapping[str, str] = MappingProxyType({name[:-1]: name for name in UNITS if name.endswith("3")})
"""Length -> the volume of its cube."""


def unit_of(name: str | None) -> Unit | None:
    """The size of a unit, or None for no unit and for one that is not known.

    Args:
        name: canonical name; two joined by a stroke make a rate ("quintal/ha").
    """
    if name is None:
        return None
    top, stroke, below = name.partition("/")
    size = UNITS.get(top)
    if not stroke or size is None:
        return size
    per = UNITS.get(below)
    return None if per is None else Unit(f"{size.dimension}/{per.dimension}", size.factor / per.factor)
