"""What all rows say of names: which spellings are one name, and how often each name is kept by the other edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from editions.model import Mentions, NameKind, NameMention
from editions.names.clusters import Clusters, cluster_spellings, spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from align.model import Alignment
    from editions.names.authority import Authority

# A name met in so many rows tells how the other edition treats it; one met less often tells nothing.
_ENOUGH_ROWS = 3
# Kept in fewer rows than this share, a name is one that translators leave to a pronoun or to the context.
_KEPT = 0.6
# Share of names met in both editions of some row, below which the names of two editions cannot be compared one by one.
_COMPARABLE = 0.4
# Turns over which a pronoun still points back to a name.
_PRONOUN_REACH = 3


@dataclass(frozen=True, slots=True)
class NameTies:
    """Evidence on names from all rows.

    Attributes:
        clusters: the spellings of all editions sorted into names.
        rows: name -> (rows in which both editions have it, rows in which at least one has it).
        before: turn id -> names said in the turns just before it in its edition.
        participants: names of those who speak: one edition's name for one of them is another's "you".
    """

    clusters: Clusters
    rows: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    participants: frozenset[str] = frozenset()

    @property
    def comparable(self) -> bool:
        """Whether most names of one edition are met in the other, so that the absence of one is worth a word.

        Two editions in two scripts, or a retelling, have few names that can be recognised in both.
        """
        kept = sum(kept > 0 for kept, _ in self.rows.values())
        return kept >= _COMPARABLE * len(self.rows)

    def often_left_out(self, name: str) -> bool:
        """Whether editions often leave the name unsaid, so that its absence from a row says nothing."""
        kept, total = self.rows.get(name, (0, 0))
        return total >= _ENOUGH_ROWS and kept < _KEPT * total

    def kept_elsewhere(self, name: str) -> bool:
        """Whether some row has the name in both editions."""
        return self.rows.get(name, (0, 0))[0] > 0

    def said_before(self, name: str, turns: Iterable[str]) -> bool:
        """Whether a name was said so shortly before one of the turns that a pronoun can stand for it there."""
        return any(name in self.before.get(turn, ()) for turn in turns)

    def spellings(self, name: str) -> tuple[str, ...]:
        """Every folded spelling of a name."""
        return self.clusters.members.get(name, (name,))


def name_ties(alignment: Alignment) -> NameTies:
    """Gathers the evidence of a whole alignment.

    Args:
        alignment: editions, rows and the names found in them.

    Returns:
        The names and how they are kept, over every pair of editions in every row.
    """
    speakers = [
        NameMention(0, 0, name, NameKind.PERSON)
        for edition in alignment.editions
        for speaker in edition.roster
        for name in (speaker.name, *speaker.aliases)
    ]
    found = [mention for mentions in alignment.mentions.values() for mention in mentions.names]
    clusters = ties_of([*found, *speakers], authority=alignment.authority).clusters
    voices = {
        turn.id: [name for name in (turn.speaker, *turn.also) if name is not None]
        for edition in alignment.editions
        for turn in edition.turns
    }
    rows: dict[str, list[int]] = {}
    for row in alignment.rows:
        sides = [
            {clusters.of(name) for turn in turns for name in alignment.mentions.get(turn, Mentions()).names}
            for turns in row.turns.values()
            if turns
        ]
        # who speaks is named where turns are reported and not where they have labels: that says nothing of names
        speaking = {
            clusters.names.get(key_of(name), key_of(name))
            for turns in row.turns.values()
            for turn in turns
            for name in voices.get(turn, ())
        }
        for one, other in combinations(sides, 2):
            for name in (one | other) - speaking:
                counts = rows.setdefault(name, [0, 0])
                counts[0] += name in one and name in other
                counts[1] += 1
    before: dict[str, frozenset[str]] = {}
    for edition in alignment.editions:
        said: list[set[str]] = []
        for turn in edition.turns:
            before[turn.id] = frozenset(name for names in said[-_PRONOUN_REACH:] for name in names)
            said.append({clusters.of(name) for name in alignment.mentions.get(turn.id, Mentions()).names})
    present = {clusters.names.get(key_of(name), key_of(name)) for names in voices.values() for name in names}
    counted = {name: (kept, total) for name, (kept, total) in rows.items()}
    return NameTies(clusters, counted, before, frozenset(present))


def ties_of(mentions: Iterable[NameMention], *, authority: Authority | None = None) -> NameTies:
    """The names of some mentions alone, without evidence from rows."""
    return NameTies(cluster_spellings(mentions, authority=authority))


def key_of(name: str) -> str:
    """The folded form under which a spelling is known in the clusters."""
    return spelling_key(name)
