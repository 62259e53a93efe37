"""Which of the names that found no counterpart in a row stand in the same place of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from editions.model import NameKind
from editions.names.romanization.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from align.differences.names import NameGroup

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORTEST_STEM = 4
# Points for standing beside the same name, for kind, for place in the row, for likeness of letters.
_BESIDE = 2.0
_LIKE = 0.85
_FAR_APART = 0.34
# Letters between two names that stand beside each other.
_NEAR = 45


@dataclass(frozen=True, slots=True)
class RowNames:
    """All names of a row.

    Attributes:
        mine: those of the base edition, in order.
        theirs: those of the other edition.
        matched: those that both have.
    """

    mine: Sequence[NameGroup]
    theirs: Sequence[NameGroup]
    matched: frozenset[str]


def parallel_pairs(
    row: RowNames, left: Sequence[NameGroup], right: Sequence[NameGroup], unsaid: Callable[[str], bool]
) -> list[tuple[NameGroup, NameGroup]]:
    """Pairs names left over in a row by their place in it.

    Two names are parallel where they stand beside the same matched name ("Poland and Hungary", "Poland and Rumania"),
    or where they are the only ones of their kind left and stand at about the same place among the names. A place that
    is often left unsaid (the states that speak) is parallel to another only between the same two names.

    Args:
        row: all names of the row.
        left: names of the base edition without counterpart.
        right: those of the other edition.
        unsaid: whether a name is often left unsaid.

    Returns:
        Pairs, best first; no name twice.
    """
    ranked: list[tuple[float, int, int]] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            doubtful = [unsaid(one.name), unsaid(other.name)]
            two_people = one.kind is other.kind is NameKind.PERSON
            enclosed = any(doubtful) and not two_people
            points = 0.0 if all(doubtful) else _points(row, one, other, left, right, enclosed=enclosed)
            if points > 0:
                ranked.append((-points, i, j))
    return _best_first(ranked, left, right)


def leftover_pairs(
    row: RowNames, left: Sequence[NameGroup], right: Sequence[NameGroup]
) -> list[tuple[NameGroup, NameGroup]]:
    """Pairs what is news on both sides: a name that only one edition has with one that only the other has.

    Args:
        row: all names of the row.
        left: names of the base edition whose absence from the other is news.
        right: the reverse.

    Returns:
        Pairs of one kind at about the same place among the names; the only two of a kind wherever they stand.
    """
    ranked: list[tuple[float, int, int]] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            if not kinds_agree(one, other):
                continue
            apart = _apart(row, one, other)
            if apart <= _FAR_APART or _only_two(one, other, left, right):
                ranked.append((apart, i, j))
    return _best_first(ranked, left, right)


def _best_first(
    ranked: list[tuple[float, int, int]], left: Sequence[NameGroup], right: Sequence[NameGroup]
) -> list[tuple[NameGroup, NameGroup]]:
    """One-to-one pairs, least first number first."""
    pairs: list[tuple[NameGroup, NameGroup]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(ranked):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _only_two(one: NameGroup, other: NameGroup, left: Sequence[NameGroup], right: Sequence[NameGroup]) -> bool:
    mine = sum(kinds_agree(group, other) for group in left)
    theirs = sum(kinds_agree(one, group) for group in right)
    return mine == theirs == 1


def _points(
    row: RowNames,
    one: NameGroup,
    other: NameGroup,
    left: Sequence[NameGroup],
    right: Sequence[NameGroup],
    *,
    enclosed: bool,
) -> float:
    """How surely two names stand in the same place; 0 where they do not."""
    if not kinds_agree(one, other):
        return 0.0
    beside = 0
    for step in (-1, 1):
        mine = _neighbour(one, row.mine, row.matched, step)
        theirs = _neighbour(other, row.theirs, row.matched, step)
        beside += mine is not None and mine == theirs
    apart = _apart(row, one, other)
    alone = _only_two(one, other, left, right) and apart <= _FAR_APART
    if not (beside == 2 if enclosed else beside or alone):
        return 0.0
    like = JaroWinkler.similarity(fold(one.first.text), fold(other.first.text))
    points = _BESIDE * beside + (1 - apart)
    return points + (1.0 if one.kind is other.kind else 0.0) + (1.0 if like >= _LIKE else 0.0)


def _apart(row: RowNames, one: NameGroup, other: NameGroup) -> float:
    """How far apart two names stand among the matched names of their sides, 0..1."""
    return abs(_relative(one, row.mine, row.matched) - _relative(other, row.theirs, row.matched))


def kinds_agree(one: NameGroup, other: NameGroup) -> bool:
    """Whether two names can be of one kind; an unknown kind agrees with any."""
    return one.kind is other.kind or NameKind.UNKNOWN in (one.kind, other.kind)


def _neighbour(group: NameGroup, side: Sequence[NameGroup], matched: frozenset[str], step: int) -> str | None:
    """The matched name that stands right beside a name, with only unmatched ones and a few words between."""
    marks = sorted(
        ((turn, mention.start, mention.end, each) for each in side for turn, mention in each.items),
        key=lambda mark: (mark[0] != group.items[0][0], mark[1]),
    )
    turn = group.items[0][0]
    here = [mark for mark in marks if mark[0] == turn]
    place = next(index for index, mark in enumerate(here) if mark[3] is group)
    at = here[place]
    place += step
    while 0 <= place < len(here):
        gap = here[place][1] - at[2] if step > 0 else at[1] - here[place][2]
        if gap > _NEAR:
            return None
        if here[place][3].name in matched:
            return here[place][3].name
        at = here[place]
        place += step
    return None


def _relative(group: NameGroup, side: Sequence[NameGroup], matched: frozenset[str]) -> float:
    """The place of a name among the matched ones of its side, 0..1."""
    places = [each.place for each in side if each.name in matched]
    return (sum(place < group.place for place in places) + 0.5) / (len(places) + 1)


def said_otherwise(spellings: Iterable[str], texts: Sequence[str]) -> bool:
    """Whether a text names the people, or part of the name: "Koreans" for Korea, "the South" for South Korea.

    Args:
        spellings: every spelling of the name.
        texts: the turns of the other edition.

    Returns:
        True where a capitalised word of the texts begins as a word of a spelling does.
    """
    words = {fold(word) for text in texts for word in _WORD.findall(text) if word[0].isupper()}
    stems = {stem for spelling in spellings for stem in _stems(spelling)}
    return any(word.startswith(stem) for stem in stems for word in words)


def _stems(text: str) -> Iterator[str]:
    for word in fold(text).split():
        if len(word) >= _SHORTEST_STEM:
            yield word[: max(_SHORTEST_STEM, len(word) - 3)]
