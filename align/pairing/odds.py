"""What each kind of evidence is worth: log-likelihood ratios of partners against strangers, in nats."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from align.pairing.background import length_terms, weighed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.pairing.background import Background
    from align.pairing.learned import Model

STRING_CAP = 8.0
"""Similar strings alone say no more than this, for or against."""

# How far each kind of evidence is believed. The kinds overlap, and words of one text are not independent, so each
# is worth less than its face value; set on editions of plays, verse and minutes together, not on any one of them.
WORDS, STRING, LENGTH, SPEAKER = 0.6, 0.5, 0.7, 1.0


@dataclass(frozen=True, slots=True)
class Parts:
    """The evidence for one group of turns, by kind, in nats; ``prior`` is the bead's own log-probability."""

    words: float
    string: float
    length: float
    speaker: float
    prior: float

    @property
    def total(self) -> float:
        """The whole score."""
        return WORDS * self.words + STRING * self.string + LENGTH * self.length + SPEAKER * self.speaker + self.prior


def token_weight(
    background: Background,
    token: NDArray[np.int64],
    left_tokens: NDArray[np.float64] | float,
    right_tokens: NDArray[np.float64] | float,
    model: Model,
) -> NDArray[np.float64]:
    """What each shared token says, beyond what its absence would have said against.

    Args:
        background: what is usual between strangers.
        token: (shared,) tokens that both turns have.
        left_tokens: (shared,) or one number: how many tokens the left turn or group has.
        right_tokens: the same on the right.
        model: what the two editions are like.

    Returns:
        (shared,) nats. A token is in a partner because it was kept, or by chance; in a stranger only by chance.
    """
    bins = background.bins[token]
    kept_left, kept_right = model.kept_left[bins], model.kept_right[bins]
    # A left token turns up on the right by chance the more often, the more tokens the right turn has.
    on_right = _chance(background.right_rate[token] * right_tokens / background.right_tokens)
    on_left = _chance(background.left_rate[token] * left_tokens / background.left_tokens)
    odds = np.log1p(kept_left * (1 - on_right) / on_right) + np.log1p(kept_right * (1 - on_left) / on_left)
    return np.asarray((odds - np.log(1 - kept_left) - np.log(1 - kept_right)) / 2)


def standardised(
    background: Background, raw: NDArray[np.float64], left: NDArray[np.float64], right: NDArray[np.float64]
) -> NDArray[np.float64]:
    """(pairs,) similarity of strings in standard deviations above that of strangers of the same (pairs,) lengths."""
    shape = length_terms(left, right)
    spread = np.exp(weighed(shape, background.ratio_spread)) * background.ratio_unit
    return np.asarray((raw - weighed(shape, background.ratio_level)) / spread)


def string_odds(standard: NDArray[np.float64], model: Model) -> NDArray[np.float64]:
    """(pairs,) nats for partners, from the standardised similarity; strangers are normal about 0."""
    # More alike than partners usually are is not less likely to be a partner.
    held = np.minimum(standard, model.ratio_mean)
    partner = -0.5 * ((held - model.ratio_mean) / model.ratio_spread) ** 2 - math.log(model.ratio_spread)
    return np.clip(partner + 0.5 * held * held, -STRING_CAP, STRING_CAP)


def length_odds(a: NDArray[np.float64], b: NDArray[np.float64], model: Model) -> NDArray[np.float64]:
    """(pairs,) nats for partners, from both (pairs,) lengths, after Gale and Church (1993), in logarithms."""
    apart = np.log(a / b) - model.length_mean
    noise = 4.0 / np.minimum(a, b)
    partner = np.sqrt(model.length_spread**2 + noise)
    stranger = np.sqrt(model.length_background**2 + noise)
    return np.asarray(
        -0.5 * (apart / partner) ** 2 - np.log(partner) + 0.5 * (apart / stranger) ** 2 + np.log(stranger)
    )


def _chance(expected: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probability that a turn holds a token by chance, from how often it should."""
    return np.asarray(np.clip(1 - np.exp(-expected), 1e-9, 0.95))
