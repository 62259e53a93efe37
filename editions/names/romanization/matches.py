"""How two spellings stand to each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpellingMatch:
    """How two spellings stand to each other.

    Attributes:
        same: True, False, or None where no rule can say.
        score: 0..1, how well they agree; ranks candidates and decides nothing.
        reason: why, in one sentence without a full stop.
        readings: number of readings that the more ambiguous spelling leaves open; 0 where no table was used.
    """

    same: bool | None
    score: float
    reason: str
    readings: int = 0
