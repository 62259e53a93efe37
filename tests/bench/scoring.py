"""How well rows agree with gold rows, as sentence aligners are scored (Sennrich and Volk 2011)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from align.pairing.anchors import rising_chain

Rows = Iterable[tuple[Sequence[int], Sequence[int]]]


@dataclass(frozen=True, slots=True)
class Marks:
    """F1 of exact rows, of single links and of turns without a partner; recall of moved links or None."""

    strict: float
    link: float
    null: float
    moved: float | None


def score(gold: Rows, found: Rows) -> Marks:
    """Scores found rows against gold rows; rows with one side empty count for precision only in ``strict``."""
    g = {(tuple(sorted(x)), tuple(sorted(y))) for x, y in gold}
    f = {(tuple(sorted(x)), tuple(sorted(y))) for x, y in found}
    both = {row for row in g if row[0] and row[1]}
    gold_links, links = _links(g), _links(f)
    chain = rising_chain(sorted(gold_links))
    on_left, on_right = {i for i, _ in chain}, {j for _, j in chain}
    moved = {(i, j) for i, j in gold_links - set(chain) if i not in on_left and j not in on_right}
    return Marks(
        strict=_f1(len(f & g) / max(1, len(f)), len(f & both) / max(1, len(both))),
        link=_f1(len(links & gold_links) / max(1, len(links)), len(links & gold_links) / max(1, len(gold_links))),
        null=_f1(
            len(_alone(f) & _alone(g)) / max(1, len(_alone(f))), len(_alone(f) & _alone(g)) / max(1, len(_alone(g)))
        ),
        moved=len(moved & links) / len(moved) if moved else None,
    )


def _links(rows: set) -> set[tuple[int, int]]:
    return {(i, j) for x, y in rows for i in x for j in y}


def _alone(rows: set) -> set[tuple[int, int]]:
    return {(0, i) for x, y in rows if not y for i in x} | {(1, j) for x, y in rows if not x for j in y}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
