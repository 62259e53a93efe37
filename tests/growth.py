"""How work grows with the size of the input, measured so that a busy machine does not decide a test."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import log
from statistics import median

_ROUNDS = 8


def grows_no_faster(work: Callable[[int], object], small: int, large: int, exponent: float) -> bool:
    """Whether the CPU time of some work grows no faster than a power of its size.

    Times are taken in rounds until they bear the exponent out, eight times at most: a disturbed round is made up for,
    while work that truly grows faster fails every round. The least time at the large size is set against the median at
    the small one.

    Args:
        work: does the work for a size.
        small: a size that takes some milliseconds.
        large: a size several times as large.
        exponent: the greatest growth allowed; 1 is in proportion, 2 a square.

    Returns:
        Whether a round bore it out.
    """

    def seconds(size: int) -> float:
        begun = time.process_time()
        work(size)
        return time.process_time() - begun

    work(small)
    at_small: list[float] = []
    at_large: list[float] = []
    for _ in range(_ROUNDS):
        at_small.append(max(seconds(small), 1e-4))
        at_large.append(max(seconds(large), 1e-4))
        if log(min(at_large) / median(at_small)) <= exponent * log(large / small):
            return True
    return False
