"""Turns that an edition does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.differences.sides import Found, whole
from align.model import Kind, Verdict
from editions.model import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.differences.sides import Side


def compare_presence(sides: Sequence[Side], absent: Sequence[str], base: str) -> list[Found]:
    """Says which editions lack the passage of a row.

    Args:
        sides: the editions that have it, the base first where it has it.
        absent: sigla of those that have not.
        base: siglum of the base edition.

    Returns:
        An omission for each turn that the base has and another lacks, an addition for each turn that the base
        lacks; an editor's note or a stage direction is an editorial difference either way.
    """
    out: list[Found] = []
    has_base = sides[0].siglum == base
    if not absent or (not has_base and base not in absent):
        return out
    lacking = _listed(absent)
    for side in sides[:1]:
        for turn in side.turns:
            if turn.form is Form.NOTE:
                kind, what = Kind.EDITORIAL, "this note"
            elif has_base:
                kind, what = Kind.OMISSION, "this turn"
            else:
                kind, what = Kind.ADDITION, "this turn"
            verdict = Verdict.MISSING if has_base else Verdict.ADDED
            verb = "have" if len(absent) > 1 else "has"
            note = f"Only {_listed([s.siglum for s in sides])} {'has' if len(sides) == 1 else 'have'} {what}; "
            out.append(Found(kind, verdict, {side.siglum: whole(turn)}, f"{note}{lacking} {verb} nothing here."))
    return out


def _listed(sigla: Sequence[str]) -> str:
    return sigla[0] if len(sigla) == 1 else ", ".join(sigla[:-1]) + " and " + sigla[-1]
