"""Which turns of the editions correspond."""

from __future__ import annotations

from align.pairing.many import align_editions

__all__ = ["align_editions"]
