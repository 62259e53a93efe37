"""Numbers, dates, quantities and sums in a text, with exact values."""

from __future__ import annotations

from editions.figures.find import find_figures

__all__ = ["find_figures"]
