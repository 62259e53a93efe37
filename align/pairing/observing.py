"""What a pass over two editions shows of them: the counts to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from align.pairing.learned import BINS, Observed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.pairing.bands import Band
    from align.pairing.evidence import Evidence
    from align.pairing.sequence import Group


def observe(evidence: Evidence, rows: Sequence[Group], band: Band) -> Observed:
    """Counts what a pass gave.

    Args:
        evidence: the two editions.
        rows: its rows; their 1:1 rows lie inside the band.
        band: the band it ran in.

    Returns:
        The counts to learn from.
    """
    i = np.array([lefts[0] for lefts, rights in rows if len(lefts) == len(rights) == 1], dtype=np.int64)
    j = np.array([rights[0] for lefts, rights in rows if len(lefts) == len(rights) == 1], dtype=np.int64)
    on_path = np.zeros(band.size, dtype=np.bool_)
    on_path[band.cells(i, j)] = True
    cell, token, _, _ = evidence.shared(band)
    which = evidence.background.bins
    totals = []
    for side, turns in ((evidence.left, i), (evidence.right, j)):
        chosen = np.zeros(len(side), dtype=np.bool_)
        chosen[turns] = True
        counted = chosen[side.turn] & evidence.background.informative[side.token]
        totals.append(np.bincount(which[side.token[counted]], minlength=BINS).astype(np.float64))
    table = None
    a, b = len(evidence.left.speakers), len(evidence.right.speakers)
    left_share = np.bincount(evidence.left.speaker % (a + 1), minlength=a + 1) / len(evidence.left)
    right_share = np.bincount(evidence.right.speaker % (b + 1), minlength=b + 1) / len(evidence.right)
    if a and b:
        table = np.zeros((a + 1, b + 1))
        np.add.at(table, (evidence.left.speaker[i], evidence.right.speaker[j]), 1.0)
    opened = [
        sum(
            bool(row[side]) and not row[1 - side] and not (before[side] and not before[1 - side])
            for before, row in zip([((0,), (0,)), *rows], rows, strict=False)
        )
        for side in (0, 1)
    ]
    return Observed(
        hits=np.bincount(which[token[on_path[cell]]], minlength=BINS).astype(np.float64),
        left_tokens=totals[0],
        right_tokens=totals[1],
        ratios=evidence.cell_ratios(band)[band.cells(i, j)],
        log_lengths=np.log(evidence.left.length[i] / evidence.right.length[j]),
        noise=4.0 / np.minimum(evidence.left.length[i], evidence.right.length[j]),
        background=evidence.background.length_spread,
        speakers=table,
        left_share=left_share,
        right_share=right_share,
        left_gaps=opened[0],
        right_gaps=opened[1],
        rows=len(rows),
    )
