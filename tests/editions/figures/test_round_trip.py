"""Spelled numbers as num2words writes them are read back."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from num2words import num2words

from editions.figures import find_figures

_CHANCE = random.Random(1952)
_LARGE = [_CHANCE.randrange(10 ** _CHANCE.randint(4, 12)) for _ in range(300)]


@pytest.mark.parametrize("numbers", [range(2, 10_001, 7), _LARGE], ids=["to ten thousand", "to a billion"])
@pytest.mark.parametrize("form", ["cardinal", "ordinal"])
def test_spelled_numbers(numbers: range | list[int], form: str) -> None:
    failed = []
    for number in numbers:
        words = num2words(number, to=form)
        # A noun after it, so that an ordinal has something to rank; "three" is no noun to count.
        found = find_figures(f"They saw the {words} mill.")
        wanted = [(words, Fraction(number), form)]
        if [(f.text, f.low, "ordinal" if f.kind.value == "ordinal" else "cardinal") for f in found] != wanted:
            failed.append((words, found))
    assert not failed, failed[:5]


def test_years_in_words() -> None:
    for year in range(1301, 2000):
        if year % 100:
            words = num2words(year, to="year")
            assert [figure.iso for figure in find_figures(f"In {words} it rained.")] == [str(year)], words


@pytest.mark.parametrize("number", [7, 83_000, 1_500_000, 12_345_678])
@pytest.mark.parametrize("sign", [",", "'", "’", "\u00a0", "\u2009", "\u202f", " "])
def test_grouping(number: int, sign: str) -> None:
    written = f"{number:,}".replace(",", sign)
    assert [(f.text, f.low) for f in find_figures(f"about {written} men")] == [(written, Fraction(number))]
