"""Which spellings name one entity, by evidence over all rows: offered to an editor, never applied."""

from __future__ import annotations

from align.reconcile.proposals import Proposal, Spelling, propose

__all__ = ["Proposal", "Spelling", "propose"]
