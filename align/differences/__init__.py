"""What differs inside the rows."""

from __future__ import annotations

from align.differences.comparing import compare

__all__ = ["compare"]
