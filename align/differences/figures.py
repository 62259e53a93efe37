"""Compares figures, alone or over all turns of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.differences.figure_row import FigurePair, FigureRow
from align.differences.figure_verdicts import judge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.model import Verdict
    from editions.model import Figure

__all__ = ["FigurePair", "compare_figures", "match_figures"]


def compare_figures(a: Figure, b: Figure, *, anchor: str | None = None, language: str = "en") -> Verdict:
    """Compares two figures by value, unit, precision and qualifier.

    Args:
        a: a figure of the one edition.
        b: a figure of the other.
        anchor: day of the meeting as an ISO 8601 prefix ("1952-08-20"); without it relative dates are not comparable.
        language: the language of relative dates.

    Returns:
        ``equal``, ``equal-other-form``, ``converts-within-rounding``, ``qualifier``, ``different``, ``not-comparable``.
    """
    return judge(a, b, anchor=anchor, language=language).verdict


def match_figures(
    left: Sequence[tuple[str, Figure]],
    right: Sequence[tuple[str, Figure]],
    *,
    anchor: str | None = None,
    left_texts: Mapping[str, str] | None = None,
    right_texts: Mapping[str, str] | None = None,
    sigla: tuple[str, str] = ("A", "B"),
    language: str = "en",
) -> tuple[FigurePair, ...]:
    """Pairs the figures of one row and says how each pair stands.

    Figures that agree are paired first, by value, unit, counted noun, context and order at least cost. Of what is left,
    those that stand in corresponding places are paired as ``different``. A figure that only repeats one the other
    edition has is not reported; nor is one that the other edition says in another way ("a shell" for 1 shell), nor a
    small word that a translator is free to leave out ("the two sides").

    Args:
        left: (turn id, figure) of the one edition over all its turns of the row, in order.
        right: the same of the other edition.
        anchor: day of the meeting as an ISO 8601 prefix, for relative dates.
        left_texts: turn id -> text; without it context and figures in hidden form are not looked at.
        right_texts: the same of the other edition.
        sigla: how the notes call the editions.
        language: the language of the texts.

    Returns:
        The pairs in the order of the one edition, then what only the other has.
    """
    row = FigureRow(left, right, left_texts or {}, right_texts or {}, anchor, sigla, language)
    return row.match()
