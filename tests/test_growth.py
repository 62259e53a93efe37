from __future__ import annotations

from tests.growth import grows_no_faster


def linear(size: int) -> int:
    return sum(number % 7 for number in range(40 * size))


def square(size: int) -> int:
    return sum(number % 7 for number in range(size * size // 25))


def test_growth_is_told_apart() -> None:
    assert grows_no_faster(linear, 1_000, 6_000, 1.5)
    assert not grows_no_faster(square, 1_000, 6_000, 1.5)
