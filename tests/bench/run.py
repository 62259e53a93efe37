"""``make bench``: what pairing costs by size, and how well it does; prints tables, asserts nothing.

Quality is measured on the meeting in ``examples`` and, where ``GOLD`` names a folder of cases (``CASE/a.txt``,
``b.txt``, ``gold.json``, one turn a block), on those as well.
"""

from __future__ import annotations

import json
import math
import os
import resource
import sys
import time
from pathlib import Path

from align.pairing import align_editions
from align.pairing.pair import pair_turns
from editions.read import read_edition
from tests.bench.scoring import score
from tests.bench.synthetic import make_pair

SIZES = (170, 2_000, 8_000, 31_000)


def by_size(sizes: tuple[int, ...]) -> None:
    """Prints CPU seconds, peak memory and growth of pairing made-up editions."""
    print(f"{'turns':>7} {'CPU s':>8} {'peak MB':>8} {'exponent':>9} {'strict':>7} {'moved':>6}")
    before: tuple[int, float] | None = None
    for size in sizes:
        pair = make_pair(size, seed=1, moved_blocks=((size // 3, 8, 2 * size // 3),))
        start = time.process_time()
        result = pair_turns(pair.left.turns, pair.right.turns, {}, {}, lambda one, other: one == other)
        spent = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        growth = f"{math.log(spent / before[1]) / math.log(size / before[0]):.2f}" if before else ""
        found = [(link.left, link.right) for link in result.links]
        marks = score(pair.gold, found)
        print(f"{size:>7} {spent:>8.2f} {peak:>8.0f} {growth:>9} {marks.strict:>7.3f} {marks.moved or 0:>6.2f}")
        before = (size, spent)


def by_case(folder: Path) -> None:
    """Prints how well the cases of a folder are paired."""
    print(f"{'case':<24} {'strict':>7} {'link':>7} {'null':>7} {'moved':>6} {'CPU s':>7}")
    for case in sorted(path.parent for path in folder.glob("*/gold.json")):
        gold = json.loads((case / "gold.json").read_text("utf-8"))["pairs"]
        start = time.process_time()
        editions = [read_edition(case / name, siglum=siglum) for name, siglum in (("a.txt", "A"), ("b.txt", "B"))]
        alignment = align_editions(editions)
        spent = time.process_time() - start
        number = {turn.id: turn.number for edition in editions for turn in edition.turns}
        found = [
            tuple(tuple(number[turn] for turn in row.turns.get(siglum, ())) for siglum in "AB")
            for row in alignment.rows
        ]
        marks = score(gold, found)
        moved = "" if marks.moved is None else f"{marks.moved:.2f}"
        print(f"{case.name:<24} {marks.strict:>7.3f} {marks.link:>7.3f} {marks.null:>7.3f} {moved:>6} {spent:>7.2f}")


if __name__ == "__main__":
    by_size(tuple(int(size) for size in sys.argv[1:]) or SIZES)
    if os.environ.get("GOLD"):
        by_case(Path(os.environ["GOLD"]))
