"""Rows over two or more editions, from pairings of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import UnusableInput
from align.model import Alignment, Row, Status
from align.pairing.anchors import FARTHEST
from align.pairing.canonical import canonical_names, same_person
from align.pairing.pair import PairResult, confidence, pair_turns
from align.pairing.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from align.pairing.pair import Link
    from editions.model import Edition, Mentions, Turn
    from editions.names.authority import Authority

_DOUBTFUL = 0.8

Key = tuple[str, int]
"""A turn: siglum and number."""


def align_editions(
    editions: Sequence[Edition],
    *,
    base: str | None = None,
    authority: Authority | None = None,
    decisions: Iterable[object] = (),
    progress: Callable[[str, int, int], None] | None = None,
) -> Alignment:
    """Pairs the turns of two or more editions.

    Each other edition is paired with the base; turns that the base lacks are then looked for in the rest, so that a
    row exists where only they have the passage.

    Args:
        editions: at least two, with different sigla and at least one turn each.
        base: siglum of the edition whose order the rows follow; the first by default.
        authority: names known to be one entity.
        decisions: what an editor fixed. Nothing is fixed yet in this version: it must be empty.
        progress: called as ``progress(stage, done, total)``; what it raises stops the work.

    Returns:
        The rows, with every turn of every edition in exactly one of them.

    Raises:
        UnusableInput: fewer than two editions, a siglum twice, an unknown base, an edition without turns.
    """
    from editions.mentions import find_mentions

    _check(editions, base, decisions)
    ordered = sorted(editions, key=lambda edition: edition.siglum != (base or editions[0].siglum))
    total = len(ordered) * (len(ordered) - 1) // 2 + len(ordered)
    done = 0

    def tell(stage: str) -> None:
        nonlocal done
        if progress is not None:
            progress(stage, done, total)
        done += 1

    mentions: dict[str, Mentions] = {}
    for edition in ordered:
        tell(f"finding names and figures in {edition.siglum}")
        mentions.update(find_mentions(edition, authority=authority))
    found: list[_Joined] = []
    taken: set[Key] = set()
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            tell(f"pairing {one.siglum} with {other.siglum}")
            # Through the base first; what two editions have beyond it is paired between them.
            turns = [
                [turn for turn in edition.turns if at == 0 or (edition.siglum, turn.number) not in taken]
                for edition in (one, other)
            ]
            if not (turns[0] and turns[1]):
                continue
            joined = _pair(one, other, turns, mentions, authority)
            found.append(joined)
            taken.update(key for link in joined.links if link.parts for key in joined.keys(link))
    rows = _rows(ordered, found)
    return Alignment(
        editions=tuple(editions),
        base=ordered[0].siglum,
        rows=rows,
        mentions=mentions,
        speakers={joined.right.siglum: joined.speakers for joined in found if joined.left is ordered[0]},
        authority=authority,
        limits=tuple(
            f"{joined.left.siglum} and {joined.right.siglum}: where few rare words tie the texts, partners more than "
            f"{FARTHEST} turns from the expected place were looked for only as moved passages."
            for joined in found
            if joined.narrowed
        ),
    )


def _check(editions: Sequence[Edition], base: str | None, decisions: Iterable[object]) -> None:
    sigla = [edition.siglum for edition in editions]
    if len(sigla) < 2:
        raise UnusableInput("one edition cannot be compared with itself alone", advice="give two or more")
    for siglum in sigla:
        if sigla.count(siglum) > 1:
            raise UnusableInput(f"two editions are called {siglum!r}", advice="give each its own siglum")
    if base is not None and base not in sigla:
        raise UnusableInput(f"there is no edition {base!r}", advice=f"choose one of {', '.join(sigla)}")
    for edition in editions:
        if not edition.turns:
            raise UnusableInput(
                "no turns were found",
                path=edition.path,
                advice="see how it was read with: hexapla turns FILE",
            )
    if tuple(decisions):
        raise UnusableInput("decisions cannot be applied yet", advice="leave them out")


class _Joined:
    """Two editions and the links between their turns."""

    def __init__(self, left: Edition, right: Edition, turns: Sequence[Sequence[Turn]], result: PairResult) -> None:
        self.left = left
        self.right = right
        self.turns = turns
        self.links = result.links
        self.why: dict[Link, dict[str, float]] = {}
        self.speakers: dict[str, str] = {}
        self.narrowed = result.narrowed

    def keys(self, link: Link) -> list[Key]:
        """The turns of a link."""
        return [(self.left.siglum, self.turns[0][i].number) for i in link.left] + [
            (self.right.siglum, self.turns[1][j].number) for j in link.right
        ]


def _pair(
    one: Edition,
    other: Edition,
    turns: Sequence[Sequence[Turn]],
    mentions: Mapping[str, Mentions],
    authority: Authority | None,
) -> _Joined:
    partners = _named_alike(one, other, authority)

    canonical = canonical_names(one, other, mentions, authority)
    result = pair_turns(turns[0], turns[1], mentions, canonical, partners.same)
    joined = _Joined(one, other, turns, result)
    for link in result.links:
        if link.parts is not None:
            joined.why[link] = reasons(
                link,
                [turns[0][i] for i in link.left],
                [turns[1][j] for j in link.right],
                mentions,
                canonical,
                result.model,
            )
    # A person can be named in one edition without ever speaking there: the name still says who it is.
    joined.speakers = result.corresponding_speakers(partners.left_of)
    return joined


class _Acquaintances:
    """Who is who in two rosters, by name."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.left_of: dict[str, str] = {}
        self.right_of: dict[str, str] = {}
        for left, right in pairs:
            self.left_of.setdefault(right, left)
            self.right_of.setdefault(left, right)

    def same(self, left: str, right: str) -> bool | None:
        """Whether two speakers are one person; None where neither is known in the other edition."""
        if self.left_of.get(right) == left or self.right_of.get(left) == right or left == right:
            return True
        return False if right in self.left_of or left in self.right_of else None


def _named_alike(one: Edition, other: Edition, authority: Authority | None) -> _Acquaintances:
    return _Acquaintances(
        (left.name, right.name) for left in one.roster for right in other.roster if same_person(left, right, authority)
    )


def _rows(ordered: Sequence[Edition], found: Sequence[_Joined]) -> tuple[Row, ...]:
    """Connected turns become one row; the rows are put in reading order."""
    parent: dict[Key, Key] = {(e.siglum, turn.number): (e.siglum, turn.number) for e in ordered for turn in e.turns}

    def root(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for joined in found:
        for link in joined.links:
            if link.parts is not None:
                first, *rest = joined.keys(link)
                for key in rest:
                    parent[root(key)] = root(first)
    members: dict[Key, list[Key]] = {}
    rank = {edition.siglum: at for at, edition in enumerate(ordered)}
    for key in sorted(parent, key=lambda key: (rank[key[0]], key[1])):
        members.setdefault(root(key), []).append(key)
    evidence: dict[Key, list[tuple[Link, dict[str, float]]]] = {}
    for joined in found:
        for link, why in joined.why.items():
            evidence.setdefault(root(joined.keys(link)[0]), []).append((link, why))
    ids = {(e.siglum, turn.number): turn.id for e in ordered for turn in e.turns}
    rows: list[Row] = []
    for place, group in enumerate(_reading_order(list(members.values()), ordered, evidence, root)):
        links = evidence.get(root(group[0]), [])
        score = sum(confidence(link) for link, _ in links) / len(links) if links else 0.0
        sigla = sorted({siglum for siglum, _ in group}, key=lambda siglum: rank[siglum])
        rows.append(
            Row(
                id=f"r{place + 1}",
                turns={siglum: tuple(ids[key] for key in group if key[0] == siglum) for siglum in sigla},
                score=round(score, 3),
                moved=any(link.moved for link, _ in links),
                status=Status.DOUBTFUL if links and score < _DOUBTFUL else Status.PROPOSED,
                why=_mean([why for _, why in links]),
            )
        )
    return tuple(rows)


def _mean(parts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    names = list(dict.fromkeys(name for why in parts for name in why))
    return {
        name: round(sum(why[name] for why in parts if name in why) / sum(name in why for why in parts), 3)
        for name in names
    }


def _reading_order(
    groups: list[list[Key]],
    ordered: Sequence[Edition],
    evidence: Mapping[Key, list[tuple[Link, dict[str, float]]]],
    root: Callable[[Key], Key],
) -> list[list[Key]]:
    """The base edition's order; what it lacks follows the row that the turn before it stands in."""
    rank = {edition.siglum: at for at, edition in enumerate(ordered)}
    of_key = {key: group for group in groups for key in group}
    start: list[list[Key]] = []
    after: dict[int, list[list[Key]]] = {}
    base = ordered[0].siglum
    out: list[list[Key]] = []
    for group in groups:
        if group[0][0] == base:
            continue
        siglum, number = min(group, key=lambda key: (rank[key[0]], key[1]))
        previous: list[Key] | None = None
        for before in range(number - 1, -1, -1):
            candidate = of_key[siglum, before]
            # A moved row is read where the base has it and does not draw its neighbours along.
            if not any(link.moved for link, _ in evidence.get(root(candidate[0]), [])):
                previous = candidate
                break
        (start if previous is None else after.setdefault(id(previous), [])).append(group)

    def put(group: list[Key]) -> None:
        stack = [group]
        while stack:
            current = stack.pop()
            out.append(current)
            stack.extend(reversed(after.get(id(current), [])))

    for group in start:
        put(group)
    for group in groups:
        if group[0][0] == base:
            put(group)
    return out
