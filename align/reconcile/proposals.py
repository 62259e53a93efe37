"""Proposals: spellings of all editions that may name one entity, each with its reasons and what speaks against it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.reconcile.substitution import substitutions
from editions.model import Mentions, NameKind
from editions.names.clusters import cluster_spellings, spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.model import Alignment
    from align.reconcile.substitution import Substitution
    from editions.names.authority import Authority
    from editions.names.clusters import Clusters, Tie

# How much a tie is worth: an editor's own bracket more than a rule of spelling, a surname alone least.
_WORTH = {"authority": 1.0, "gloss": 0.95, "rule": 0.9, "letters": 0.9, "short form": 0.7}
_MOST_REASONS = 6


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling in one edition.

    Attributes:
        siglum: the edition.
        text: the spelling, as printed most often.
        count: how often it stands in the turns.
    """

    siglum: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Spellings that may name one entity.

    Attributes:
        spellings: in the order of the editions, then by count.
        kind: what they name, as far as known.
        score: 0..1, for sorting; it decides nothing.
        reasons: why, in sentences.
        against: what speaks against it, in sentences.
        entity: id of the entity of the authority that some of the spellings belong to already, or None.
    """

    spellings: tuple[Spelling, ...]
    kind: NameKind
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()
    entity: str | None = None


def propose(alignment: Alignment) -> tuple[Proposal, ...]:
    """Gathers what an editor may want to decide.

    Evidence: brackets in which an edition glosses a name, rules of romanization, a surname that fits one name only,
    and systematic substitution (a name of one edition and one of the other that stand across from each other where
    neither has a counterpart). What the authority has tied or kept apart is not proposed again.

    Args:
        alignment: editions, rows, the names found in them, and the authority.

    Returns:
        The proposals, best first, then by spelling.
    """
    counts = _counts(alignment)
    clusters = cluster_spellings(
        [mention for found in alignment.mentions.values() for mention in found.names],
        authority=alignment.authority,
    )
    groups = _groups(counts, clusters)
    offered = [
        proposal
        for name, spellings in groups.items()
        if not _decided(spellings, alignment.authority)
        and (proposal := _by_ties(name, spellings, clusters)) is not None
    ]
    for pair in substitutions(alignment, clusters):
        spellings = (*groups.get(pair.left, ()), *groups.get(pair.right, ()))
        known = {clusters.kinds.get(name, NameKind.UNKNOWN) for name in (pair.left, pair.right)}
        known -= {NameKind.UNKNOWN}
        entity = clusters.entities.get(pair.left) or clusters.entities.get(pair.right)
        kind = known.pop() if len(known) == 1 else NameKind.UNKNOWN
        texts = (_printed(groups, pair.left), _printed(groups, pair.right))
        offered.append(
            Proposal(spellings, kind, pair.score, (_replacement(pair, *texts),), tuple(_other_rows(pair)), entity)
        )
    offered.sort(key=lambda proposal: (-proposal.score, [each.text for each in proposal.spellings]))
    return tuple(offered)


def _decided(spellings: Sequence[Spelling], authority: Authority | None) -> bool:
    """Whether the authority has all the spellings under one entity already."""
    if authority is None:
        return False
    known = [{entity.id for entity in authority.lookup(spelling.text)} for spelling in spellings]
    return bool(set.intersection(*known)) if known else False


def _printed(groups: dict[str, tuple[Spelling, ...]], name: str) -> str:
    return max(groups.get(name, ()), key=lambda spelling: spelling.count, default=Spelling("", name, 0)).text


def _replacement(pair: Substitution, left: str, right: str) -> str:
    where = "one row" if pair.rows == 1 else f"{pair.rows} rows"
    return (
        f"{left} and {right} stand across from each other in {where}; without counterpart, {left} stands in "
        f"{pair.left_alone} and {right} in {pair.right_alone}."
    )


def _other_rows(pair: Substitution) -> Iterator[str]:
    if pair.rows == 1:
        yield "One row alone may as well be a difference between the editions."
    if pair.dice < 0.5:
        yield "Each also stands where the other does not."


def _counts(alignment: Alignment) -> dict[tuple[str, str], Counter[str]]:
    """(siglum, folded spelling) -> the spellings as printed, counted."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for edition in alignment.editions:
        for turn in edition.turns:
            for mention in alignment.mentions.get(turn.id, Mentions()).names:
                key = (edition.siglum, spelling_key(mention.text))
                counts.setdefault(key, Counter())[mention.text] += 1
    return counts


def _groups(counts: dict[tuple[str, str], Counter[str]], clusters: Clusters) -> dict[str, tuple[Spelling, ...]]:
    """Name -> its spellings in all editions."""
    groups: dict[str, list[Spelling]] = {}
    for (siglum, key), printed in counts.items():
        text, _ = printed.most_common(1)[0]
        groups.setdefault(clusters.names.get(key, key), []).append(Spelling(siglum, text, printed.total()))
    return {name: tuple(spellings) for name, spellings in groups.items()}


def _by_ties(name: str, spellings: Sequence[Spelling], clusters: Clusters) -> Proposal | None:
    """A proposal for a name whose spellings were tied by something else than the authority."""
    keys = {spelling_key(spelling.text) for spelling in spellings}
    ties = [tie for tie in clusters.ties if clusters.names[tie.a] == name and tie.by != "authority"]
    if len(keys) < 2 or not ties:
        return None
    against = tuple(_doubts(ties, spellings))
    score = min((_WORTH[tie.by] for tie in _strongest(ties)), default=0.5) - 0.05 * len(against)
    reasons = tuple(dict.fromkeys(_sentence(tie.reason) for tie in ties))[:_MOST_REASONS]
    kind = clusters.kinds.get(name, NameKind.UNKNOWN)
    return Proposal(tuple(spellings), kind, score, reasons, against, clusters.entities.get(name))


def _strongest(ties: Iterable[Tie]) -> Iterator[Tie]:
    """For each spelling that was joined, the best tie that joins it."""
    best: dict[str, Tie] = {}
    for tie in ties:
        for key in (tie.a, tie.b):
            if key not in best or _WORTH[tie.by] > _WORTH[best[key].by]:
                best[key] = tie
    yield from best.values()


def _doubts(ties: Sequence[Tie], spellings: Sequence[Spelling]) -> Iterator[str]:
    for spelling in spellings:
        key = spelling_key(spelling.text)
        own = [tie for tie in ties if key in (tie.a, tie.b)]
        if own and all(tie.by == "short form" for tie in own):
            yield f"{spelling.text} alone may be another person of that surname."


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:] + "."
