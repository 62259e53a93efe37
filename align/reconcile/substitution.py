"""Names that stand across from each other wherever neither has a counterpart: Dice over rows, each name used once.

The score is Dice's coefficient over the rows in which the names are left over, weakened where the rows are few, with
likeness of letters and agreement of kinds as priors (they part names that were met once and share a row).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from editions.model import Mentions, NameKind
from editions.names.romanization import compare_spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.model import Alignment
    from editions.names.clusters import Clusters

_LEAST = 0.45
_LIKENESS = 0.25
_SAME_KIND = 0.15
_DICE = 0.6
# A name left over in more rows than this share of those it is in has no usual counterpart.
_LEFT_OVER = 0.5
_MOST_IN_A_ROW = 12


@dataclass(frozen=True, slots=True)
class Substitution:
    """A name of one edition and one of another that replace each other.

    Attributes:
        left: the name in the earlier edition, as the clusters call it.
        right: the name in the later one.
        score: 0..1.
        rows: rows in which they stand across from each other without other counterpart.
        left_alone: rows in which the left name has no counterpart.
        right_alone: rows in which the right name has none.
    """

    left: str
    right: str
    score: float
    rows: int
    left_alone: int
    right_alone: int

    @property
    def dice(self) -> float:
        """Dice's coefficient over the rows without other counterpart."""
        return 2 * self.rows / (self.left_alone + self.right_alone)


def substitutions(alignment: Alignment, clusters: Clusters) -> tuple[Substitution, ...]:
    """Finds names that replace each other over all rows.

    Args:
        alignment: editions, rows and the names found in them.
        clusters: the spellings sorted into names.

    Returns:
        The pairs, best first; no name twice for one pair of editions.
    """
    sigla = [edition.siglum for edition in alignment.editions]
    found: list[Substitution] = []
    for one, other in combinations(sigla, 2):
        found.extend(_between(alignment, clusters, one, other))
    found.sort(key=lambda pair: (-pair.score, pair.left, pair.right))
    return tuple(found)


def _between(alignment: Alignment, clusters: Clusters, one: str, other: str) -> Iterator[Substitution]:
    seen: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    left_over: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    together: Counter[tuple[str, str]] = Counter()
    for row in alignment.rows:
        if not (row.turns.get(one) and row.turns.get(other)):
            continue
        names = [_names(alignment, clusters, row.turns[siglum]) for siglum in (one, other)]
        for side in (0, 1):
            seen[side].update(names[side])
            left_over[side].update(names[side] - names[1 - side])
        alone = [sorted(names[side] - names[1 - side])[:_MOST_IN_A_ROW] for side in (0, 1)]
        together.update(product(alone[0], alone[1]))
    ranked: list[Substitution] = []
    for (left, right), rows in together.items():
        usual = left_over[0][left] >= _LEFT_OVER * seen[0][left] and left_over[1][right] >= _LEFT_OVER * seen[1][right]
        if not usual or not _possible(left, right, clusters, alignment):
            continue
        pair = Substitution(left, right, 0.0, rows, left_over[0][left], left_over[1][right])
        score = _score(pair, clusters)
        if score >= _LEAST:
            ranked.append(replace(pair, score=score))
    taken: tuple[set[str], set[str]] = (set(), set())
    for pair in sorted(ranked, key=lambda pair: (-pair.score, pair.left, pair.right)):
        if pair.left not in taken[0] and pair.right not in taken[1]:
            taken[0].add(pair.left)
            taken[1].add(pair.right)
            yield pair


def _names(alignment: Alignment, clusters: Clusters, turns: tuple[str, ...]) -> set[str]:
    return {clusters.of(name) for turn in turns for name in alignment.mentions.get(turn, Mentions()).names}


def _possible(left: str, right: str, clusters: Clusters, alignment: Alignment) -> bool:
    """Whether nothing known keeps two names apart."""
    kinds = {clusters.kinds.get(name, NameKind.UNKNOWN) for name in (left, right)}
    if len(kinds - {NameKind.UNKNOWN}) > 1:
        return False
    entities = [clusters.entities.get(name) for name in (left, right)]
    if None not in entities and entities[0] != entities[1]:
        return False
    if alignment.authority is not None and alignment.authority.never_same(entities[0] or left, entities[1] or right):
        return False
    kind = next(iter(kinds - {NameKind.UNKNOWN}), None)
    return compare_spellings(left, right, kind=kind).same is not False


def _score(pair: Substitution, clusters: Clusters) -> float:
    kinds = [clusters.kinds.get(name, NameKind.UNKNOWN) for name in (pair.left, pair.right)]
    same_kind = kinds[0] is kinds[1] is not NameKind.UNKNOWN
    likeness = JaroWinkler.similarity(pair.left, pair.right)
    weight = _DICE * pair.dice * pair.rows / (pair.rows + 0.5)
    return weight + _LIKENESS * likeness + (_SAME_KIND if same_kind else 0.0)
