"""Which of the names that found no counterpart in a row stand in the same place of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from editions.model import NameKind
from editions.names.romanization.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.differences.names import NameGroup

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORTEST_STEM = 4
# Points for standing beside the same name, for kind, for place in the row, for likeness of letters.
_BESIDE = 2.0
_LIKE = 0.85
_FAR_APART = 0.34
# Letters between two names that stand beside each other.
_NEAR = 45


def parallel_pairs(
    left: Sequence[NameGroup],
    right: Sequence[NameGroup],
    all_left: Sequence[NameGroup],
    all_right: Sequence[NameGroup],
    matched: Sequence[str],
) -> list[tuple[NameGroup, NameGroup]]:
    """Pairs names left over in a row by their place in it.

    Two names are parallel where they stand beside the same matched name ("Poland and Hungary", "Poland and Rumania"),
    or where they are the only ones of their kind left and stand at about the same place among the names.

    Args:
        left: names of the base edition without counterpart.
        right: those of the other edition.
        all_left: all names of the base edition's side, in order.
        all_right: all names of the other side.
        matched: names that both sides have.

    Returns:
        Pairs, best first; no name twice.
    """
    ranked: list[tuple[float, int, int]] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            points = _points(one, other, left, right, all_left, all_right, matched)
            if points > 0:
                ranked.append((-points, i, j))
    return _best_first(ranked, left, right)


def leftover_pairs(
    left: Sequence[NameGroup],
    right: Sequence[NameGroup],
    matched: Sequence[str],
    all_left: Sequence[NameGroup],
    all_right: Sequence[NameGroup],
) -> list[tuple[NameGroup, NameGroup]]:
    """Pairs what is news on both sides: a name that only one edition has with one that only the other has.

    Args:
        left: names of the base edition whose absence from the other is news.
        right: the reverse.
        matched: names that both sides have.
        all_left: all names of the base edition's side.
        all_right: all names of the other side.

    Returns:
        Pairs of one kind at about the same place among the names; the only two of a kind wherever they stand.
    """
    ranked: list[tuple[float, int, int]] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            if not kinds_agree(one, other):
                continue
            apart = abs(_relative(one, all_left, matched) - _relative(other, all_right, matched))
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
    one: NameGroup,
    other: NameGroup,
    left: Sequence[NameGroup],
    right: Sequence[NameGroup],
    all_left: Sequence[NameGroup],
    all_right: Sequence[NameGroup],
    matched: Sequence[str],
) -> float:
    if not kinds_agree(one, other):
        return 0.0
    points = 0.0
    for step in (-1, 1):
        mine = _neighbour(one, all_left, matched, step)
        theirs = _neighbour(other, all_right, matched, step)
        if mine is not None and mine == theirs:
            points += _BESIDE
    alone = _only_two(one, other, left, right)
    apart = abs(_relative(one, all_left, matched) - _relative(other, all_right, matched))
    if not points and not (alone and apart <= _FAR_APART):
        return 0.0
    like = JaroWinkler.similarity(fold(one.first.text), fold(other.first.text))
    return points + (1 - apart) + (1.0 if one.kind is other.kind else 0.0) + (1.0 if like >= _LIKE else 0.0)


def kinds_agree(one: NameGroup, other: NameGroup) -> bool:
    """Whether two names can be of one kind; an unknown kind agrees with any."""
    return one.kind is other.kind or NameKind.UNKNOWN in (one.kind, other.kind)


def _neighbour(group: NameGroup, side: Sequence[NameGroup], matched: Sequence[str], step: int) -> str | None:
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


def _relative(group: NameGroup, side: Sequence[NameGroup], matched: Sequence[str]) -> float:
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
