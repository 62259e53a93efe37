"""Why a row was paired: the parts of its score, each 0..1, for people."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from align.pairing.traits import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from align.pairing.learned import Model
    from align.pairing.pair import Link
    from editions.model import Mentions, Turn

_SCALE = 4.0
"""Nats of evidence that lift a part from even odds to about three in four."""


def reasons(
    link: Link,
    left: Sequence[Turn],
    right: Sequence[Turn],
    mentions: Mapping[str, Mentions],
    canonical: Mapping[str, str],
    model: Model,
) -> dict[str, float]:
    """The parts of a row's score.

    Args:
        link: a row with a partner.
        left: the left turns of the row.
        right: the right turns of the row.
        mentions: turn id -> names and figures.
        canonical: spelling -> form that stands for it in both editions.
        model: what was learned of the two editions.

    Returns:
        "text": words and wording, 0.5 where they say nothing either way; "speaker": that the speakers are one,
        left out where either is unknown; "names", "figures": share that both sides have (Dice), left out where
        either side has none; "length": how usual the ratio of lengths is for these editions.
    """
    if link.parts is None:
        return {}
    out = {"text": _odds((0.6 * link.parts.words + 0.5 * link.parts.string) / _SCALE)}
    if any(turn.speaker for turn in left) and any(turn.speaker for turn in right) and model.speakers is not None:
        out["speaker"] = _odds(2.0 * link.parts.speaker)
    names = [
        {fold(canonical.get(name.text, name.text)) for turn in side for name in _found(turn, mentions).names}
        for side in (left, right)
    ]
    figures = [
        {(figure.low, figure.high, figure.iso) for turn in side for figure in _found(turn, mentions).figures}
        for side in (left, right)
    ]
    if all(names):
        out["names"] = _dice(names[0], names[1])
    if all(figures):
        out["figures"] = _dice(figures[0], figures[1])
    lengths = [sum(len(turn.text) - turn.said + 1 for turn in side) for side in (left, right)]
    away = (math.log(lengths[0] / lengths[1]) - model.length_mean) / math.hypot(
        model.length_spread, 2 / math.sqrt(min(lengths))
    )
    out["length"] = math.exp(-0.5 * away * away)
    return {part: round(value, 3) for part, value in out.items()}


def _found(turn: Turn, mentions: Mapping[str, Mentions]) -> Mentions:
    from editions.model import Mentions as Nothing

    return mentions.get(turn.id) or Nothing()


def _odds(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, x))))


def _dice(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
