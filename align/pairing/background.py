"""What is usual between turns of two editions that have nothing to do with each other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from align.pairing.learned import token_bins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.pairing.traits import Traits, Vocabulary

_COMMON = 0.3
"""Tokens in more than this share of the turns of both sides say nearly nothing and are passed over."""


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """What is usual between turns of the two editions that have nothing to do with each other.

    Attributes:
        bins: (tokens,) bin of each token.
        informative: (tokens,) whether the token is rare enough to say something.
        left_rate: (tokens,) share of the left turns that hold the token.
        right_rate: the same on the right.
        left_tokens: mean number of tokens of a left turn.
        right_tokens: the same on the right.
        ratio_level: (6,) coefficients of the string similarity of strangers over their lengths.
        ratio_spread: (6,) coefficients of the logarithm of its spread.
        ratio_unit: factor that makes that spread a standard deviation.
        length_spread: standard deviation of differences of ln(length).
    """

    bins: NDArray[np.int64]
    informative: NDArray[np.bool_]
    left_rate: NDArray[np.float64]
    right_rate: NDArray[np.float64]
    left_tokens: float
    right_tokens: float
    ratio_level: NDArray[np.float64]
    ratio_spread: NDArray[np.float64]
    ratio_unit: float
    length_spread: float


def measure_background(left: Traits, right: Traits, vocabulary: Vocabulary) -> Background:
    """Measures the background of two editions.

    The string similarity of strangers depends on their lengths; it is fitted by least squares on a fixed grid
    of at most 8,000 pairs, three times over without the outliers, which are the true partners.

    Args:
        left: traits of one edition.
        right: traits of the other.
        vocabulary: their tokens.

    Returns:
        The background; equal input gives an equal background.
    """
    in_left = np.bincount(left.token, minlength=vocabulary.size)
    in_right = np.bincount(right.token, minlength=vocabulary.size)
    left_rate, right_rate = in_left / len(left), in_right / len(right)
    share = (in_left + in_right) / (len(left) + len(right))
    a, b = _grid(len(left), len(right))
    ratios = string_ratios([left.texts[i] for i in a], [right.texts[j] for j in b])
    shape = length_terms(left.length[a], right.length[b])
    inlier = np.ones(len(ratios))
    level: NDArray[np.float64] = np.zeros(shape.shape[1])
    for _ in range(3):
        level = _fit(shape, ratios, inlier)
        rest = ratios - weighed(shape, level)
        inlier = (np.abs(rest) < 3 * 1.4826 * np.median(np.abs(rest)) + 1e-9).astype(np.float64)
    rest = np.abs(ratios - weighed(shape, level))
    spread = _fit(shape, np.log(rest + 0.1), np.ones(len(rest)))
    unit = 1.4826 * float(np.median(rest / np.exp(weighed(shape, spread))))
    return Background(
        bins=token_bins(share, vocabulary.name, vocabulary.figure),
        informative=np.minimum(left_rate, right_rate) <= _COMMON,
        left_rate=left_rate,
        right_rate=right_rate,
        left_tokens=float(left.tokens.mean()),
        right_tokens=float(right.tokens.mean()),
        ratio_level=level,
        ratio_spread=spread,
        ratio_unit=max(unit, 1e-3),
        length_spread=math.sqrt(float(np.var(np.log(left.length)) + np.var(np.log(right.length)))),
    )


def _fit(shape: NDArray[np.float64], wanted: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weighted least squares by the normal equations, a trifle of ridge for texts of one length."""
    # Without BLAS: its threads cost more than six unknowns are worth, and may differ in the last digit.
    square = np.einsum("ij,i,ik->jk", shape, weight, shape) + 1e-6 * np.eye(shape.shape[1])
    return np.asarray(np.linalg.solve(square, np.einsum("ij,i,i->j", shape, weight, wanted)), dtype=np.float64)


def weighed(shape: NDArray[np.float64], coefficients: NDArray[np.float64]) -> NDArray[np.float64]:
    """(pairs,) sum of the terms of each pair, each by its coefficient."""
    return np.asarray(np.einsum("ij,j->i", shape, coefficients))


def _grid(left: int, right: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """At most 8,000 pairs spread evenly over the table; the same for the mirrored table."""
    size = left * right
    if size <= 8_000:
        flat = np.arange(size)
        return flat // right, flat % right
    side = 89
    a = np.linspace(0, left - 1, min(left, side)).astype(np.int64)
    b = np.linspace(0, right - 1, min(right, 8_000 // len(a))).astype(np.int64)
    return np.repeat(a, len(b)), np.tile(b, len(a))


def string_ratios(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """(pairs,) similarity of the strings of each pair, 0..100 (normalised Indel distance)."""
    return np.asarray(process.cpdist(left, right, scorer=fuzz.ratio, dtype=np.float32), dtype=np.float64)


def length_terms(left: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """(pairs, 6) terms over which the similarity of strangers is fitted: both lengths, in logarithms."""
    a, b = np.log(left), np.log(right)
    apart, short = np.abs(a - b), np.minimum(a, b)
    return np.stack([np.ones_like(a), apart, apart * apart, short, short * short, apart * short], axis=1)
