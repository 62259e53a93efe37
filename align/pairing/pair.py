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
from align.pairing.evidence import Evidence
from align.pairing.groups import join_strays
from align.pairing.learned import Model, learn, learn_joins
from align.pairing.moves import find_moves, without
from align.pairing.observing import observe
from align.pairing.order import in_order
from align.pairing.sequence import Bead, Group, best_path
from align.pairing.traits import NOTE_SPEAKER, traits_of_pair

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.pairing.odds import Parts
    from align.pairing.traits import Traits
    from editions.model import Mentions, Turn

_ONE: list[Bead] = [(1, 1)]
_ALL: list[Bead] = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1)]

_WHOLE_TABLE = 400_000
"""Up to this many cells the first pass looks at the whole table; beyond, at a band round anchors."""

_SHORT_TABLE = 2_500
"""Up to this many cells later passes look at the whole table, too."""

_NARROW = 8
_FIRST_PASSES = 2
_MOVE_ROUNDS = 3
_REPAIRS = 2

_MET, _MOSTLY = 3, 0.6
"""Where names do not tell, a speaker is the one met in so many rows, and in so large a share of them."""

_OVERRULED, _NEARLY_ALL = 5, 0.8
"""Names are overruled where so many rows, and so large a share, show another person: a wife is not her husband."""

_SAME, _OTHER = 1.5, -1.5
"""Log-odds that two speakers are one person where their names say that they are, or that they are not."""

Acquaintance = Callable[[str, str], bool | None]
"""Whether two speakers' names are one person: True, False (known to be two people), None (names do not tell)."""


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
        narrowed: whether partners far from the expected place were not looked for, to keep the work bounded.
    """

    links: tuple[Link, ...]
    model: Model
    traits: tuple[Traits, Traits]
    evidence: Evidence
    narrowed: bool = False

    def corresponding_speakers(self, named: Mapping[str, str]) -> dict[str, str]:
        """Right speaker -> the same person among the left speakers.

        Args:
            named: right speaker -> left person, as their names say.

        Returns:
            The names' word; the rows' where the names are silent, and where nearly all rows speak against them.
        """
        out = dict(named)
        met = self.model.met
        if met is None:
            return out
        left, right = self.traits
        for at, name in enumerate(right.speakers):
            rows = met[:-1, at]
            if name == NOTE_SPEAKER or not rows.max() > 0:
                continue
            often = left.speakers[int(np.argmax(rows))]
            share = rows.max() / rows.sum()
            overruled = rows.max() >= _OVERRULED and share >= _NEARLY_ALL
            if overruled or (name not in named and rows.max() >= _MET and share >= _MOSTLY):
                out[name] = often
        return out


def pair_turns(
    left: Sequence[Turn],
    right: Sequence[Turn],
    mentions: Mapping[str, Mentions],
    canonical: Mapping[str, str],
    same_person: Acquaintance,
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
        same_person: whether a left and a right speaker are one person, as far as names tell.

    Returns:
        The rows and what was learned.
    """
    a, b, vocabulary = traits_of_pair(left, right, mentions, canonical)
    evidence = Evidence(a, b, measure_background(a, b, vocabulary))
    named = _named_speakers(a, b, same_person)
    model = replace(Model(), speakers=named, named=named)
    if len(a) * len(b) <= _WHOLE_TABLE:
        band, narrowed = full_band(len(a), len(b)), False
    else:
        band, narrowed = anchored_band(anchor_points(evidence, model), len(a), len(b))
    rows: list[Group] = []
    for _ in range(_FIRST_PASSES):
        rows, model = _pass(evidence, model, band, _ONE)
    main, moved, model = _with_moves(_Main(evidence, range(len(a)), range(len(b)), tuple(rows)), model)
    main, moved = _put_back(evidence, main, moved)
    for _ in range(_REPAIRS):
        band = main.band()
        path = best_path(band, main.evidence.beads(band, model, _ALL), model.gaps, len(main.right))
        rows = join_strays(main.evidence, model, path)
        model = learn_joins(learn(model, observe(main.evidence, rows, band)), rows)
        main = replace(main, rows=tuple(rows))
    return PairResult(_links(evidence, model, main.whole(), moved), model, (a, b), evidence, narrowed)


def _pass(evidence: Evidence, model: Model, band: Band, kinds: list[Bead]) -> tuple[list[Group], Model]:
    rows = best_path(band, evidence.beads(band, model, kinds), model.gaps, len(evidence.right))
    return rows, learn(model, observe(evidence, rows, band))


@dataclass(frozen=True, slots=True, eq=False)
class _Main:
    """The turns that stand in order, without the moved blocks.

    Attributes:
        evidence: of these turns alone.
        left: their numbers among all left turns.
        right: the same on the right.
        rows: their rows, numbered as in ``evidence``.
    """

    evidence: Evidence
    left: Sequence[int]
    right: Sequence[int]
    rows: tuple[Group, ...]

    def band(self) -> Band:
        """Where the next pass looks: everywhere in short texts, else along the rows."""
        if len(self.left) * len(self.right) <= _SHORT_TABLE:
            return full_band(len(self.left), len(self.right))
        return band_along(self.rows, len(self.left), len(self.right), _NARROW)

    def number(self, row: Group) -> Group:
        """A row in the numbers of all turns."""
        return tuple(self.left[k] for k in row[0]), tuple(self.right[k] for k in row[1])

    def whole(self) -> list[Group]:
        """The rows in the numbers of all turns."""
        return [self.number(row) for row in self.rows]

    def less(self, blocks: Sequence[tuple[range, range]]) -> _Main:
        """The same without some blocks."""
        left, right, rows = without(self.rows, blocks)
        return _Main(
            self.evidence.part(left, right),
            [self.left[k] for k in left],
            [self.right[k] for k in right],
            tuple(rows),
        )


def _with_moves(main: _Main, model: Model) -> tuple[_Main, list[Group], Model]:
    """Passes with all beads, each after taking out the moved blocks that the last one showed."""
    moved: list[Group] = []
    for turn in range(_MOVE_ROUNDS + 1):
        band = main.band() if turn else band_along(main.rows, len(main.left), len(main.right), _NARROW)
        rows, model = _pass(main.evidence, model, band, _ALL)
        main = replace(main, rows=tuple(rows))
        blocks = find_moves(main.evidence, model, rows) if turn < _MOVE_ROUNDS else []
        # Something must stay in order for the rest to be moved against.
        if not blocks or any(
            sum(len(block[side]) for block in blocks) == size
            for side, size in ((0, len(main.left)), (1, len(main.right)))
        ):
            break
        for lefts, rights in blocks:
            inside = main.evidence.part(lefts, rights)
            inner = full_band(len(lefts), len(rights))
            path = best_path(inner, inside.beads(inner, model, _ALL), model.gaps, len(rights))
            moved += [main.number((tuple(lefts[k] for k in x), tuple(rights[k] for k in y))) for x, y in path]
        main = main.less(blocks)
    return main, moved, model


def _put_back(evidence: Evidence, main: _Main, moved: list[Group]) -> tuple[_Main, list[Group]]:
    """Rows of blocks that turn out to cross nothing go back among the others, where their neighbours may join them."""
    rows = [*main.whole(), *moved]
    ordered = in_order(rows)
    out = [row for row, kept in zip(rows, ordered, strict=True) if not kept]
    if len(out) == sum(bool(x and y) for x, y in moved):
        return main, moved
    left = sorted({i for row, kept in zip(rows, ordered, strict=True) if kept for i in row[0]})
    right = sorted({j for row, kept in zip(rows, ordered, strict=True) if kept for j in row[1]})
    numbers = {i: k for k, i in enumerate(left)}, {j: k for k, j in enumerate(right)}
    links = reading_order([Link(*row) for row, kept in zip(rows, ordered, strict=True) if kept])
    again = tuple((tuple(numbers[0][i] for i in link.left), tuple(numbers[1][j] for j in link.right)) for link in links)
    return _Main(evidence.part(left, right), left, right, again), out


def _links(evidence: Evidence, model: Model, main: Sequence[Group], moved: Sequence[Group]) -> tuple[Link, ...]:
    rows = [*main, *moved]
    links: list[Link] = []
    for row, parts, kept in zip(rows, evidence.rows(rows, model), in_order(rows), strict=True):
        if parts is None:
            links.append(Link(*row))
            continue
        alone = model.gap_left + model.gap_right + model.gap_more * (len(row[0]) + len(row[1]) - 2)
        links.append(Link(row[0], row[1], not kept, parts, parts.total - alone))
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


def _named_speakers(left: Traits, right: Traits, same_person: Acquaintance) -> NDArray[np.float64] | None:
    """(left speakers + 1, right speakers + 1) what names alone say of which speaker is which; last: unknown, 0."""
    if not (left.speakers and right.speakers):
        return None
    table = np.zeros((len(left.speakers) + 1, len(right.speakers) + 1))
    for x, one in enumerate(left.speakers):
        for y, other in enumerate(right.speakers):
            if NOTE_SPEAKER in (one, other):
                table[x, y] = _SAME if one == other else 2 * _OTHER
                continue
            same = same_person(one, other)
            table[x, y] = 0.0 if same is None else _SAME if same else _OTHER
    return table


_SURE = (-1.44, 1.62, -1.99, -0.65)
"""Platt scaling (Platt 1999) of the margin: level, weight of ln(1 + margin), a group, a moved row. Fitted on 5,800 rows
of plays, verse and minutes, each case weighted alike; left out in turn, cases are on average right as often as said."""


def confidence(link: Link) -> float:
    """The probability that a row is exactly right, from its margin in nats; 0 without a partner."""
    if link.parts is None:
        return 0.0
    level, margin, group, moved = _SURE
    x = level + margin * math.log1p(max(0.0, link.margin))
    x += group * (len(link.left) + len(link.right) > 2) + moved * link.moved
    return 1.0 / (1.0 + math.exp(-x))
