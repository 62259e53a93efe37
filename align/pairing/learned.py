"""What one pair of editions is like: learned from a first pass, started from what is usual.

Every number is a probability, a log-probability in nats, or the mean or spread of a standardised score.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from align.pairing.sequence import Bead, Gaps, Group

WORD_BINS = np.array([1.0, 2.0, 3.5, 5.0, 7.0])
"""Words are binned by -ln of the share of turns they occur in; names and figures follow as bins of their own."""

_KEPT = np.array([0.30, 0.35, 0.35, 0.40, 0.45, 0.50, 0.55, 0.70])
_NAME_BIN, _FIGURE_BIN = 6, 7
BINS = 8
"""Number of bins of tokens."""


def token_bins(share: NDArray[np.float64], name: NDArray[np.bool_], figure: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The bin of each token: by rarity for words, one for names, one for figures.

    Args:
        share: (tokens,) share of the turns of both editions that hold the token.
        name: (tokens,) whether it is a name.
        figure: (tokens,) whether it is a figure.

    Returns:
        (tokens,) bins.
    """
    bins = np.digitize(-np.log(np.maximum(share, 1e-9)), WORD_BINS)
    return np.where(figure, _FIGURE_BIN, np.where(name, _NAME_BIN, bins))


def _bin_chance() -> NDArray[np.float64]:
    middle = np.concatenate([[0.5], (WORD_BINS[:-1] + WORD_BINS[1:]) / 2, [8.0, 3.5, 4.5]])
    return np.asarray(np.exp(-middle))


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """How a pair of corresponding turns of these two editions differs from a pair taken at random.

    Attributes:
        kept_left: (bins,) probability that a token of a left turn stands in its partner because it was translated so.
        kept_right: the same seen from the right; an abridgement keeps few of the words of a fuller text, but its own
            words nearly all come from there.
        ratio_mean: mean of the standardised string similarity of partners (strangers: 0).
        ratio_spread: its standard deviation (strangers: 1).
        length_mean: mean of ln(left length / right length) of partners.
        length_spread: its standard deviation.
        length_background: the same for turns taken at random.
        speakers: (left speakers + 1, right speakers + 1) log-odds that two speakers are one; last: unknown, 0.
        met: the same shape: 1:1 rows counted by speakers, as last seen.
        named: the same shape: what the names of the speakers say of it, learned or not.
        gap_left, gap_right, gap_more: log-probabilities of leaving turns without a partner.
        beads: bead -> log-probability.
    """

    kept_left: NDArray[np.float64] = field(default_factory=_KEPT.copy)
    kept_right: NDArray[np.float64] = field(default_factory=_KEPT.copy)
    ratio_mean: float = 1.5
    ratio_spread: float = 1.3
    length_mean: float = 0.0
    length_spread: float = 0.45
    length_background: float = 1.0
    speakers: NDArray[np.float64] | None = None
    met: NDArray[np.float64] | None = None
    named: NDArray[np.float64] | None = None
    gap_left: float = math.log(0.04)
    gap_right: float = math.log(0.04)
    gap_more: float = math.log(0.3)
    beads: Mapping[Bead, float] = field(
        default_factory=lambda: {
            (1, 1): math.log(0.85),
            (1, 2): math.log(0.03),
            (2, 1): math.log(0.03),
            (1, 3): math.log(0.006),
            (3, 1): math.log(0.006),
        }
    )

    @property
    def gaps(self) -> Gaps:
        """The costs of turns without a partner."""
        from align.pairing.sequence import Gaps

        return Gaps(self.gap_left, self.gap_right, self.gap_more)

    def bead(self, m: int, n: int) -> float:
        """Log-probability of an m:n bead; beads beyond the table fall off by a constant factor a turn."""
        known = self.beads.get((m, n))
        if known is not None:
            return known
        two = self.beads[(2, 1) if m > n else (1, 2)]
        return two - 0.9 * (m + n - 3) - (1.5 if min(m, n) > 1 else 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Observed:
    """What a pass over the turns gave, counted over its 1:1 rows.

    Attributes:
        hits: (bins,) tokens of partners found on both sides.
        left_tokens: (bins,) tokens of the left partners in all.
        right_tokens: the same on the right.
        ratios: (rows,) standardised string similarity of partners.
        log_lengths: (rows,) ln(left length / right length).
        noise: (rows,) variance of that logarithm which short texts have by chance.
        background: standard deviation of ln(length) differences between turns taken at random.
        speakers: (left speakers + 1, right speakers + 1) rows counted by speakers; last: unknown.
        left_share: (left speakers + 1,) share of the left turns each speaker has.
        right_share: the same on the right.
        left_gaps: number of runs of left turns without a partner.
        right_gaps: the same on the right.
        rows: number of rows.
    """

    hits: NDArray[np.float64]
    left_tokens: NDArray[np.float64]
    right_tokens: NDArray[np.float64]
    ratios: NDArray[np.float64]
    log_lengths: NDArray[np.float64]
    noise: NDArray[np.float64]
    background: float
    speakers: NDArray[np.float64] | None
    left_share: NDArray[np.float64]
    right_share: NDArray[np.float64]
    left_gaps: int
    right_gaps: int
    rows: int


def learn(model: Model, seen: Observed) -> Model:
    """A better model from what a pass gave, held near the usual one where little was seen.

    Args:
        model: the model of that pass.
        seen: its counts.

    Returns:
        The new model; the old one where fewer than five rows were seen.
    """
    count = len(seen.ratios)
    if count < 5:
        return model
    mean = max(0.3, (seen.ratios.sum() + 10 * 1.5) / (count + 10))
    spread = math.sqrt((((seen.ratios - mean) ** 2).sum() + 10 * 1.5) / (count + 10))
    centre = float(np.median(seen.log_lengths)) if count > 10 else 0.0
    excess = np.clip(np.clip(seen.log_lengths - centre, -1.5, 1.5) ** 2 - seen.noise, 0, None).sum()
    length = max(0.15, math.sqrt((excess + 10 * 0.2) / (count + 10)))
    held = 20.0
    return replace(
        model,
        kept_left=_kept(seen.hits, seen.left_tokens),
        kept_right=_kept(seen.hits, seen.right_tokens),
        ratio_mean=float(mean),
        ratio_spread=max(0.8, spread),
        length_mean=centre,
        length_spread=length,
        length_background=max(seen.background, length * 1.3),
        speakers=_speaker_odds(seen, model.named),
        met=seen.speakers,
        gap_left=math.log(min(0.3, (seen.left_gaps + 0.04 * held) / (seen.rows + held))),
        gap_right=math.log(min(0.3, (seen.right_gaps + 0.04 * held) / (seen.rows + held))),
    )


def learn_joins(model: Model, rows: Sequence[Group]) -> Model:
    """A model that knows how readily these editions join turns.

    Args:
        model: the model so far.
        rows: the rows found with it.

    Returns:
        The same model with other probabilities of joining turns.
    """
    held = 20.0
    rates = [(sum(len(row[side]) > 1 for row in rows) + 0.04 * held) / (len(rows) + held) for side in (0, 1)]
    joins = {**_beads(rates[0], left=True), **_beads(rates[1], left=False)}
    return replace(model, beads={(1, 1): model.beads[1, 1], **joins})


def _beads(rate: float, *, left: bool) -> dict[Bead, float]:
    """Log-probabilities of joining two and three turns of one side, from how often any are joined."""
    two, three = math.log(0.75 * rate), math.log(0.15 * rate)
    return {(2, 1): two, (3, 1): three} if left else {(1, 2): two, (1, 3): three}


def _kept(hits: NDArray[np.float64], tokens: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of tokens found in the partner, less what chance would put there."""
    chance = _bin_chance()
    weight = 40.0
    share = (hits + weight * (_KEPT + (1 - _KEPT) * chance)) / (tokens + weight)
    return np.clip((share - chance) / (1 - chance), 0.03, 0.97)


def _speaker_odds(seen: Observed, named: NDArray[np.float64] | None) -> NDArray[np.float64] | None:
    """Log-odds that two speakers are one person, as seen from either side; the unknown speaker says nothing."""
    if seen.speakers is None:
        return None
    left, right = np.maximum(seen.left_share, 1e-6)[:, None], np.maximum(seen.right_share, 1e-6)[None, :]
    given_left = (seen.speakers + right) / (seen.speakers.sum(1, keepdims=True) + 1.0)
    given_right = (seen.speakers + left) / (seen.speakers.sum(0, keepdims=True) + 1.0)
    odds = (np.log(given_left / right) + np.log(given_right / left)) / 2
    if named is not None:
        odds = odds + named / 2
    odds = np.clip(odds, -4, 4)
    odds[-1, :] = 0.0
    odds[:, -1] = 0.0
    return np.asarray(odds)
