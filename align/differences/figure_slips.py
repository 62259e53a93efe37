"""What slip can turn one figure into the other: digits swapped, one digit off, sixteen for sixty, a nought lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editions.model import Figure

_SCALES = {1000: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}


def slip(a: Figure, b: Figure) -> str | None:
    """The slip that would explain two different figures, in a few words, or None.

    Args:
        a: a figure.
        b: a different one.
    """
    if a.iso is not None and b.iso is not None:
        return _date_slip(a.iso, b.iso)
    if a.low is None or b.low is None or a.low.denominator != 1 or b.low.denominator != 1:
        return _point_slip(a, b)
    if a.low == b.low and a.high != b.high:
        return "only the upper end differs"
    if a.high == b.high and a.low != b.low:
        return "only the lower end differs"
    one, two = abs(int(a.low)), abs(int(b.low))
    if not one or not two:
        return None
    return _factor(one, two) or _teen(one, two) or _digits(str(one), str(two))


def _factor(one: int, two: int) -> str | None:
    high, low = max(one, two), min(one, two)
    if high % low:
        return None
    ratio = high // low
    digits = str(ratio)
    if ratio < 10 or digits.strip("0") != "1":
        return None
    if ratio == 1000:
        for scale, name in _SCALES.items():
            if high % (scale * 1000) == 0 and low % scale == 0 and low // scale < 1000:
                larger = _SCALES.get(scale * 1000)
                if scale == 10**6:
                    return "million for billion, or the long billion for the short one"
                return f"{name} for {larger}" if larger else None
    return f"a factor of {ratio:,}"


def _teen(one: int, two: int) -> str | None:
    """Sixteen and sixty, 116 and 160: easily misheard."""
    while one % 10 == 0 and two % 10 == 0:
        one, two = one // 10, two // 10
    while one % 1000 == 0 or two % 1000 == 0:
        if one % 1000 or two % 1000:
            return None
        one, two = one // 1000, two // 1000
    if one // 100 != two // 100:
        return None
    low, high = sorted((one % 100, two % 100))
    if 13 <= low <= 19 and high == (low - 10) * 10:
        return "a teen for a ten, easily misheard"
    return None


def _digits(one: str, two: str) -> str | None:
    if len(one) != len(two):
        longer, shorter = (one, two) if len(one) > len(two) else (two, one)
        dropped = (longer[:i] + longer[i + 1 :] for i in range(len(longer)))
        return "one digit is missing" if len(shorter) > 2 and shorter in dropped else None
    apart = [i for i in range(len(one)) if one[i] != two[i]]
    significant = max(len(one.rstrip("0")), len(two.rstrip("0")))
    if len(apart) == 2 and one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]:
        return "digits swapped"
    if len(apart) == 1 and significant > 1:
        return "one digit off"
    return None


def _date_slip(one: str, two: str) -> str | None:
    if "/" in one or "/" in two or one.startswith("T") or len(one) != len(two):
        return None
    parts, others = _parts(one), _parts(two)
    if len(parts) != len(others):
        return None
    apart = [i for i in range(len(parts)) if parts[i] != others[i]]
    if len(apart) == 2 and len(parts) == 3 and apart == [1, 2] and parts[1] == others[2] and parts[2] == others[1]:
        return "day and month swapped"
    if len(apart) != 1:
        return None
    at = apart[0]
    if at == 0 and len(parts) > 1:
        return "only the year differs"
    if at == 0 and len(one) == 4 and one.isdigit() and two.isdigit():
        return _digits(one, two)
    return ("only the month differs", "only the day differs")[at - 1] if at else None


def _parts(iso: str) -> list[str]:
    """Year, month, day as far as given; an empty string for a part left out before another."""
    return ["", *iso[2:].split("-")] if iso.startswith("--") else iso.split("-")


def _point_slip(a: Figure, b: Figure) -> str | None:
    """A decimal point in the wrong place: 1.5 and 15."""
    if not a.low or not b.low or a.low < 0 or b.low < 0:
        return None
    ratio = max(a.low, b.low) / min(a.low, b.low)
    if ratio.denominator == 1 and str(ratio.numerator).strip("0") == "1" and ratio >= 10:
        return f"a factor of {ratio.numerator:,}"
    return None
