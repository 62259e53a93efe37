"""Two editions: which turns correspond. The whole engine in the order it works."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from align.pairing.anchors import anchor_points, anchored_band
from align.pairing.background import measure_background
from align.pairing.bands import Band, band_along, full_band
from align.pairing.evidence import Evidence, Parts
from align.pairing.groups import join_strays
from align.pairing.learned import Model, learn, learn_joins
from align.pairing.moves import find_moves, without
from align.pairing.observing import observe
from align.pairing.sequence import Bead, Group, best_path
from align.pairing.traits import NOTE_SPEAKER, traits_of_pair

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.pairing.traits import Traits
    from editions.model import Mentions, Turn

_ONE: list[Bead] = [(1, 1)]
_ALL: list[Bead] = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1)]

_WHOLE_TABLE = 400_000
"""Up to this many cells the first pass looks at the whole table; beyond, at a band round anchors."""

_NARROW = 8
_FIRST_PASSES = 2
_MOVE_ROUNDS = 3
_REPAIRS = 2

SamePerson = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Link:
    """A row of two editions.

    Attributes:
        left: numbers of the left turns, rising; empty where only the right has the passage.
        right: numbers of the right turns, rising.
        moved: whether it stands in a block that is elsewhere in the other edition.
        parts: the evidence for it, in nats; None without a partner.
        margin: how much better it is than leaving its turns alone, in nats; 0 without a partner.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    moved: bool = False
    parts: Parts | None = None
    margin: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class PairResult:
    """What pairing two editions gave.

    Attributes:
        links: rows in the order of the left edition; turns only the right has stand where they would be read.
        model: what was learned of the two editions.
        traits: the editions as the engine saw them.
        evidence: the scorer, for questions about single groups.
    """

    links: tuple[Link, ...]
    model: Model
    traits: tuple[Traits, Traits]
    evidence: Evidence

    def corresponding_speakers(self) -> dict[str, str]:
        """Right speaker -> the left speaker most likely to be the same person, where the rows say so."""
        table = self.model.speakers
        if table is None:
            return {}
        left, right = self.traits
        return {
            name: left.speakers[int(np.argmax(table[:-1, at]))]
            for at, name in enumerate(right.speakers)
            if name != NOTE_SPEAKER and table[:-1, at].max() > 0
        }


def pair_turns(
    left: Sequence[Turn],
    right: Sequence[Turn],
    mentions: Mapping[str, Mentions],
    canonical: Mapping[str, str],
    same_person: SamePerson,
) -> PairResult:
    """Pairs the turns of two editions.

    Two first passes of a banded dynamic programme with 1:1 beads learn what the editions are like; then passes
    with all beads in a narrow band alternate with the search for moved blocks, each of which is taken out so that
    it does not cost its neighbours; then strays join rows nearby.

    Args:
        left: turns of one edition, at least one.
        right: turns of the other, at least one.
        mentions: turn id -> names and figures.
        canonical: spelling of a name -> the one spelling that stands for it in both editions.
        same_person: whether two speakers' names can be one person, as far as names tell.

    Returns:
        The rows and what was learned.
    """
    a, b, vocabulary = traits_of_pair(left, right, mentions, canonical)
    evidence = Evidence(a, b, measure_background(a, b, vocabulary))
    model = replace(Model(), speakers=_first_speakers(a, b, same_person))
    if len(a) * len(b) <= _WHOLE_TABLE:
        band = full_band(len(a), len(b))
    else:
        band = anchored_band(anchor_points(evidence, model), len(a), len(b))
    rows: list[Group] = []
    for _ in range(_FIRST_PASSES):
        rows, model = _pass(evidence, model, band, _ONE)
    main, moved, model = _with_moves(evidence, model, rows)
    for _ in range(_REPAIRS):
        main = join_strays(evidence, model, main)
        model = learn_joins(model, main)
    return PairResult(_links(evidence, model, main, moved), model, (a, b), evidence)


def _pass(evidence: Evidence, model: Model, band: Band, kinds: list[Bead]) -> tuple[list[Group], Model]:
    rows = best_path(band, evidence.beads(band, model, kinds), model.gaps, len(evidence.right))
    return rows, learn(model, observe(evidence, rows, band))


def _with_moves(evidence: Evidence, model: Model, rows: Sequence[Group]) -> tuple[list[Group], list[Group], Model]:
    """Passes with all beads, each after taking out the moved blocks that the last one showed."""
    stay_left, stay_right = list(range(len(evidence.left))), list(range(len(evidence.right)))
    rest, moved = evidence, list[Group]()
    for turn in range(_MOVE_ROUNDS + 1):
        small = turn > 0 and len(rest.left) * len(rest.right) <= _WHOLE_TABLE // 8
        band = (
            full_band(len(rest.left), len(rest.right))
            if small
            else band_along(rows, len(rest.left), len(rest.right), _NARROW)
        )
        rows, model = _pass(rest, model, band, _ALL)
        blocks = find_moves(rest, model, rows) if turn < _MOVE_ROUNDS else []
        if not blocks or any(len(x) == len(rest.left) or len(y) == len(rest.right) for x, y in blocks):
            break
        for lefts, rights in blocks:
            inside = rest.part(lefts, rights)
            inner = full_band(len(lefts), len(rights))
            path = best_path(inner, inside.beads(inner, model, _ALL), model.gaps, len(rights))
            moved += [(tuple(stay_left[lefts[k]] for k in x), tuple(stay_right[rights[k]] for k in y)) for x, y in path]
        kept_left, kept_right, rows = without(rows, blocks)
        if not kept_left or not kept_right:
            stay_left, stay_right = [stay_left[k] for k in kept_left], [stay_right[k] for k in kept_right]
            break
        rest = rest.part(kept_left, kept_right)
        stay_left, stay_right = [stay_left[k] for k in kept_left], [stay_right[k] for k in kept_right]
    main = [(tuple(stay_left[k] for k in x), tuple(stay_right[k] for k in y)) for x, y in rows]
    return main, moved, model


def _links(evidence: Evidence, model: Model, main: Sequence[Group], moved: Sequence[Group]) -> tuple[Link, ...]:
    rows = [*main, *moved]
    links: list[Link] = []
    for place, (row, parts) in enumerate(zip(rows, evidence.rows(rows, model), strict=True)):
        if parts is None:
            links.append(Link(*row))
            continue
        alone = model.gap_left + model.gap_right + model.gap_more * (len(row[0]) + len(row[1]) - 2)
        links.append(Link(row[0], row[1], place >= len(main), parts, parts.total - alone))
    return tuple(reading_order(links))


def reading_order(links: Sequence[Link]) -> list[Link]:
    """Orders rows by the left edition; what only the right has follows the row of the turn before it there.

    Args:
        links: rows in any order, every turn once.

    Returns:
        The rows in reading order.
    """
    with_left = sorted((link for link in links if link.left), key=lambda link: link.left)
    only_right = sorted((link for link in links if not link.left), key=lambda link: link.right)
    # A moved row is read where the left edition has it: it does not draw its right neighbours along.
    row_of = {j: position for position, link in enumerate(with_left) if not link.moved for j in link.right}
    following: dict[int, list[Link]] = {}
    place = -1
    reached = 0
    for link in only_right:
        while reached < link.right[0]:
            place = row_of.get(reached, place)
            reached += 1
        following.setdefault(place, []).append(link)
    out = following.get(-1, [])
    for position, link in enumerate(with_left):
        out.append(link)
        out += following.get(position, [])
    return out


def _first_speakers(left: Traits, right: Traits, same_person: SamePerson) -> NDArray[np.float64] | None:
    """What names alone say of which speaker is which, before anything is learned."""
    if not (left.speakers and right.speakers):
        return None
    table = np.full((len(left.speakers) + 1, len(right.speakers) + 1), -0.7)
    known = False
    for x, one in enumerate(left.speakers):
        for y, other in enumerate(right.speakers):
            if (one == NOTE_SPEAKER) != (other == NOTE_SPEAKER):
                table[x, y] = -3.0
            elif one == other or same_person(one, other):
                table[x, y] = 1.5
                known = known or one != NOTE_SPEAKER
    if not known:
        table = np.where(table == -0.7, 0.0, table)
    table[-1, :] = 0.0
    table[:, -1] = 0.0
    return table


def confidence(link: Link) -> float:
    """0..1 from the margin in nats: even odds at a margin of 0."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, link.margin / 2)))) if link.parts else 0.0
