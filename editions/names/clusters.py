"""Spellings of one or more texts sorted into names: by the authority, by the same letters, by rules, by glosses."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editions.model import NameKind
from editions.names.romanization import compare_spellings, spelling_keys
from editions.names.romanization.folding import fold
from editions.names.romanization.personal import split_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from editions.model import NameMention
    from editions.names.authority import Authority

# A surname or another short form agrees with a longer one at no more than this (see compare_spellings).
_SHORT_FORM = 0.86
_MOST_ON_A_KEY = 40


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two spellings are one name.

    Attributes:
        a: one spelling, folded.
        b: the other, folded.
        by: "authority", "letters", "rule", "gloss" or "short form".
        reason: in words, without a full stop.
    """

    a: str
    b: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Clusters:
    """Names, each a set of spellings.

    Attributes:
        names: folded spelling -> the folded spelling that stands for its name.
        kinds: folded spelling that stands for a name -> its kind.
        entities: the same -> id in the authority.
        ties: what joined them, in the order found.
        members: folded spelling that stands for a name -> all its spellings, sorted.
        pairs: two folded spellings -> the first tie that joined them directly.
    """

    names: Mapping[str, str]
    kinds: Mapping[str, NameKind]
    entities: Mapping[str, str]
    ties: tuple[Tie, ...]
    members: Mapping[str, tuple[str, ...]]
    pairs: Mapping[frozenset[str], Tie]

    def of(self, mention: NameMention) -> str:
        """The name a mention belongs to."""
        key = spelling_key(mention.text)
        return self.names.get(key, key)

    def why(self, a: str, b: str) -> Tie | None:
        """The tie that joined two spellings directly, if one did."""
        return self.pairs.get(frozenset((spelling_key(a), spelling_key(b))))


def spelling_key(text: str) -> str:
    """A spelling without title, article, case, marks, hyphens and brackets."""
    key = fold(split_name(text).text if " " in text else text)
    return key.removeprefix("the ") or fold(text)


def cluster_spellings(
    mentions: Iterable[NameMention],
    *,
    authority: Authority | None = None,
) -> Clusters:
    """Sorts spellings into names.

    Args:
        mentions: the mentions of all the texts.
        authority: decides first: what it ties is tied, what it keeps apart (two ids, or a pair under "never") is never
            joined by a rule.

    Returns:
        The names. A short form (a surname alone) joins a longer one only if it fits exactly one name.
    """
    return _Sorter(authority, tuple(mentions)).sort()


class _Sorter:
    def __init__(self, authority: Authority | None, mentions: tuple[NameMention, ...]) -> None:
        self.authority = authority
        self.parent: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self.texts: dict[str, str] = {}
        self.kinds: dict[str, NameKind] = {}
        self.entities: dict[str, str] = {}
        self.ties: list[Tie] = []
        self.glosses: dict[tuple[str, str], None] = {}
        for mention in mentions:
            key = spelling_key(mention.text)
            self.parent.setdefault(key, key)
            self.members.setdefault(key, [key])
            self.texts.setdefault(key, mention.text)
            if self.kinds.get(key, NameKind.UNKNOWN) is NameKind.UNKNOWN:
                self.kinds[key] = mention.kind
            if mention.entity is not None:
                self.entities.setdefault(key, mention.entity)
            if mention.gloss is not None:
                self.glosses[key, mention.gloss] = None

    def sort(self) -> Clusters:
        self._by_authority()
        self._by_rule()
        self._by_gloss()
        self._short_forms()
        names = {key: self._root(key) for key in self.parent}
        kinds: dict[str, NameKind] = {}
        entities: dict[str, str] = {}
        for key, root in names.items():
            if kinds.get(root, NameKind.UNKNOWN) is NameKind.UNKNOWN:
                kinds[root] = self.kinds[key]
            if key in self.entities:
                entities.setdefault(root, self.entities[key])
        members = {root: tuple(sorted(self.members[root])) for root in set(names.values())}
        pairs: dict[frozenset[str], Tie] = {}
        for tie in self.ties:
            pairs.setdefault(frozenset((tie.a, tie.b)), tie)
        return Clusters(names, kinds, entities, tuple(self.ties), members, pairs)

    def _root(self, key: str) -> str:
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def _join(self, a: str, b: str, by: str, reason: str) -> bool:
        """Makes two spellings one name, unless the authority has their names apart."""
        one, two = self._root(a), self._root(b)
        self_tie = Tie(a, b, by, reason)
        if one == two:
            self.ties.append(self_tie)
            return True
        if by != "authority" and self._apart(one, two):
            return False
        if by in ("rule", "short form") and self._contradicted(one, two):
            return False
        keep, drop = sorted((one, two), key=lambda root: (root not in self.entities, len(root) < 4, root))
        self.parent[drop] = keep
        self.members[keep] += self.members[drop]
        if drop in self.entities:
            self.entities.setdefault(keep, self.entities[drop])
        self.ties.append(self_tie)
        return True

    def _apart(self, one: str, two: str) -> bool:
        first, second = self.entities.get(one), self.entities.get(two)
        if first is not None and second is not None and first != second:
            return True
        return self.authority is not None and self.authority.never_same(
            first or self.texts[one], second or self.texts[two]
        )

    def _contradicted(self, one: str, two: str) -> bool:
        """Whether the tables keep a spelling of the one from a spelling of the other (Chang is Zhang or Chang)."""
        return any(
            compare_spellings(self.texts[a], self.texts[b], kind=self._kind(a, b)).same is False
            for a in self.members[one]
            for b in self.members[two]
        )

    def _by_authority(self) -> None:
        first: dict[str, str] = {}
        for key, entity in sorted(self.entities.items()):
            if entity in first:
                self._join(first[entity], key, "authority", f"the authority has both under {entity}")
            else:
                first[entity] = key

    def _by_rule(self) -> None:
        for a, b in self._candidates(short=False):
            match = compare_spellings(self.texts[a], self.texts[b], kind=self._kind(a, b))
            if match.same and match.score > _SHORT_FORM:
                self._join(a, b, "rule", match.reason)

    def _by_gloss(self) -> None:
        by_key = self._index(short=False) if self.glosses else {}
        for key, gloss in self.glosses:
            other = spelling_key(gloss)
            if other not in self.parent:
                self.parent[other] = other
                self.members[other] = [other]
                self.texts[other] = gloss
                self.kinds[other] = self.kinds[key]
            if other == key:
                continue
            said = f"an edition prints {self.texts[key]} [{gloss}]"
            self._join(key, other, "gloss", said)
            mates = {mate for code in spelling_keys(gloss, short=False) for mate in by_key.get(code, ())}
            for mate in sorted(mates - {key, other}):
                match = compare_spellings(gloss, self.texts[mate], kind=self._kind(other, mate))
                if match.same and match.score > _SHORT_FORM:
                    self._join(other, mate, "gloss", said)

    def _short_forms(self) -> None:
        """Ties a surname alone to the one name that has it."""
        fits: dict[str, dict[str, str]] = defaultdict(dict)
        for a, b in self._candidates(short=True):
            if self._root(a) == self._root(b):
                continue
            match = compare_spellings(self.texts[a], self.texts[b], kind=self._kind(a, b))
            if match.same and match.score <= _SHORT_FORM:
                short, full = sorted((a, b), key=lambda key: (len(key.split()), len(key)))
                if len(short.split()) < len(full.split()):
                    fits[short].setdefault(self._root(full), full)
        for short, names in sorted(fits.items()):
            if len({self._root(name) for name in names}) == 1:
                full = next(iter(names.values()))
                reason = f"{self.texts[short]} fits no other name than {self.texts[full]}"
                self._join(short, full, "short form", reason)

    def _kind(self, a: str, b: str) -> str | None:
        known = {self.kinds[key] for key in (a, b)} - {NameKind.UNKNOWN}
        return known.pop().value if len(known) == 1 else None

    def _index(self, *, short: bool) -> dict[str, list[str]]:
        """Key to join on -> the spellings that have it, sorted."""
        by_key: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.texts):
            for code in spelling_keys(self.texts[key], short=short):
                by_key[code].append(key)
        return by_key

    def _candidates(self, *, short: bool) -> Iterator[tuple[str, str]]:
        """Pairs of spellings that share a key."""
        by_key = self._index(short=short)
        seen: set[tuple[str, str]] = set()
        for code in sorted(by_key):
            mates = by_key[code]
            if len(mates) > _MOST_ON_A_KEY:
                continue
            for place, a in enumerate(mates):
                for b in mates[place + 1 :]:
                    if (a, b) not in seen and self._compatible(a, b):
                        seen.add((a, b))
                        yield a, b

    def _compatible(self, a: str, b: str) -> bool:
        kinds = {self.kinds[a], self.kinds[b]}
        return len(kinds) == 1 or NameKind.UNKNOWN in kinds
