"""Editors' own words: brackets and note marks that one edition has and the other has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.differences.sides import Found, reading
from align.model import Kind, Verdict

if TYPE_CHECKING:
    from align.differences.sides import Side
    from editions.model import Turn

_BRACKET = re.compile(r"\[[^\[\]]{1,400}\]")
_MARK = re.compile(r"\[(?:\d{1,3}|[*†‡]{1,3}|[a-z])\]")


def brackets(turn: Turn) -> list[tuple[int, int]]:
    """Where the editor's brackets of a turn stand, note marks included."""
    return [match.span() for match in _BRACKET.finditer(turn.text, turn.said)]


def lone_brackets(side: Side, other: Side) -> list[tuple[str, int, int]]:
    """Where one side has an editor's bracket that the other does not have, as (turn id, start, end).

    Args:
        side: the side whose brackets are looked for.
        other: the side against which they are held.
    """
    known = {turn.text[a + 1 : b - 1].casefold() for turn in other.turns for a, b in brackets(turn)}
    return [
        (turn.id, start, end)
        for turn in side.turns
        for start, end in brackets(turn)
        if turn.text[start + 1 : end - 1].casefold() not in known
    ]


def compare_editorial(base: Side, other: Side) -> list[Found]:
    """Finds brackets of either side that the other does not have.

    Args:
        base: the base edition's share of the row.
        other: the other edition's.

    Returns:
        One difference a bracket: ``missing`` where the base alone has it, ``added`` where the other alone has it.
    """
    out: list[Found] = []
    for side, against, verdict in ((base, other, Verdict.MISSING), (other, base, Verdict.ADDED)):
        for name, start, end in lone_brackets(side, against):
            turn = side.turn(name)
            is_mark = _MARK.fullmatch(turn.text, start, end) is not None
            note = f"{side.siglum} has a note mark here" if is_mark else f"{side.siglum} has an editor's bracket here"
            out.append(Found(Kind.EDITORIAL, verdict, {side.siglum: reading(turn, start, end)}, note + "."))
    return out
