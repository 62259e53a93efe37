"""The roster: who can speak in an edition, under which names, and on what evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from editions.model import Speaker
from editions.structure.grammar import fold
from editions.structure.personal_names import (
    Name,
    in_natural_case,
    is_capitals,
    may_be_one_person,
    parse_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from editions.structure.grammar import Grammar
    from editions.structure.labels import Label
    from editions.structure.participants import Participant
    from editions.structure.rules import GivenSpeaker

# A person whom no list names is taken to be present if he opens blocks at least so often, and at least this
# share of all the places where he is named open a block: who is only spoken of is mostly named inside the
# speech of others.
_LEAST_OPENINGS: Final = 2
_LEAST_SHARE: Final = 0.2
_LEAST_OPENINGS_BESIDE_LIST: Final = 3
_LEAST_SHARE_BESIDE_LIST: Final = 0.4


@dataclass(slots=True)
class Person:
    """One person while the roster is made up.

    Attributes:
        names: the names by which the edition calls him, in the order found.
        printed: the same as printed, with titles.
        offices: the offices he is said to hold, each as its folded words.
        evidence: where he has been found.
        present: whether he can speak.
        given: the name that the user's rules give him, or None.
    """

    names: list[Name] = field(default_factory=list)
    printed: dict[str, None] = field(default_factory=dict)
    offices: list[frozenset[str]] = field(default_factory=list)
    evidence: dict[str, None] = field(default_factory=dict)
    present: bool = False
    given: str | None = None


class Roster:
    """Persons, found by name.

    Args:
        grammar: tells offices and titles.
    """

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.people: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        self._found: dict[tuple[Name, bool], int | None] = {}

    def find(self, name: Name, *, office: bool = True) -> int | None:
        """Position in `people` of the person a printed name means, or None if nobody or more than one is meant."""
        key = (name, office)
        if key not in self._found:
            self._found[key] = self._search(name, office)
        return self._found[key]

    def add(self, name: Name, printed: str, evidence: str, office: str = "") -> int:
        """Enters a name under the person it means, or under a new one; returns the position of the person."""
        place = self.find(name)
        if place is None:
            place = len(self.people)
            self.people.append(Person())
        self.put(place, name, printed)
        person = self.people[place]
        person.evidence.setdefault(evidence)
        for held in (*office.split(","), " ".join(name.titles)):
            words = frozenset(held.split())
            if words & self.grammar.offices and words not in person.offices:
                person.offices.append(words)
        return place

    def put(self, place: int, name: Name, printed: str) -> None:
        """Enters a name under a person."""
        person = self.people[place]
        person.printed.setdefault(printed)
        if name not in person.names:
            person.names.append(name)
            for word in {name.key[0], name.key[-1]}:
                places = self._by_word.setdefault(word, [])
                if place not in places:
                    places.append(place)
            self._found.clear()

    def is_office(self, name: Name) -> bool:
        """Whether a name is nothing but an office ("The Ambassador", "Prime Minister")."""
        grammar = self.grammar
        return any(word in grammar.offices for word in name.key) and all(
            word in grammar.titles
            or word in grammar.offices
            or word in grammar.office_words
            or word in grammar.particles
            for word in name.key
        )

    def _search(self, name: Name, office: bool) -> int | None:
        places = sorted({place for word in {name.key[0], name.key[-1]} for place in self._by_word.get(word, ())})
        same = [place for place in places if any(other.key == name.key for other in self.people[place].names)]
        exact = [place for place in same if self._may_be(name, self.people[place], same_words=True)]
        if exact:
            women = self.grammar.womens_titles
            # A surname alone is that of the one who is not called "Mrs." throughout.
            bare = () if name.titles else (place for place in exact if not self._always_titled(place, women))
            return next(iter(bare), exact[0])
        meant = [place for place in places if self._may_be(name, self.people[place], same_words=False)]
        if meant:
            return meant[0] if len(meant) == 1 else None
        if office and self.is_office(name):
            wanted = {word for word in name.key if word not in self.grammar.particles}
            holders = [
                place for place, person in enumerate(self.people) if any(wanted <= held for held in person.offices)
            ]
            present = [place for place in holders if self.people[place].present] or holders
            if len(present) > 1:
                # "The Minister" is the minister and not one of his deputies.
                lesser = self.grammar.lesser_offices - wanted
                present = [
                    place
                    for place in present
                    if any(wanted <= held and not held & lesser for held in self.people[place].offices)
                ]
            return present[0] if len(present) == 1 else None
        return None

    def _always_titled(self, place: int, titles: frozenset[str]) -> bool:
        return all(set(name.titles) & titles for name in self.people[place].names)

    def _may_be(self, name: Name, person: Person, *, same_words: bool) -> bool:
        women = self.grammar.womens_titles
        titled = [other for other in person.names if other.titles]
        # "Mrs. Nixon" is not "President Nixon".
        if (
            name.titles
            and titled
            and all(bool(set(name.titles) & women) != bool(set(other.titles) & women) for other in titled)
        ):
            return False
        if same_words:
            return any(other.key == name.key and may_be_one_person(name, other) for other in person.names)
        if self.is_office(name) or all(not may_be_one_person(name, other) for other in person.names):
            return False
        # All full names of a person have to agree: "Zhang" may be Zhang Wentian, but Zhang Hanfu may not.
        return all(
            len(other.words) < 2 or self.is_office(other) or may_be_one_person(name, other) for other in person.names
        )


def make_roster(
    given: Sequence[GivenSpeaker],
    participants: Sequence[Participant],
    labels: Mapping[int, Label],
    openers: Counter[Name],
    named: Mapping[str, int],
    grammar: Grammar,
) -> Roster:
    """Makes up the roster from all evidence.

    Args:
        given: speakers from the user's rules.
        participants: who is said to be present.
        labels: the labels of the blocks.
        openers: names that open a block as the subject of a verb of speech, and how often.
        named: how often a folded word of a name occurs in the document.
        grammar: tells titles and offices.

    Returns:
        The roster; persons who are only spoken of are on it as not present.
    """
    roster = Roster(grammar)
    for speaker in given:
        place = roster.add(parse_name(speaker.name, grammar), speaker.name, "rules")
        roster.people[place].given = speaker.name
        for alias in speaker.aliases:
            roster.put(place, parse_name(alias, grammar), alias)
    for participant in participants:
        if not participant.evidence.endswith("?"):
            place = roster.add(participant.name, participant.printed, participant.evidence, participant.office)
            roster.people[place].present = True
    listed = sum(person.present for person in roster.people)
    printed = Counter(label.printed for label in labels.values())
    first = {label.printed: label.name for label in reversed(list(labels.values()))}
    for label, _ in sorted(printed.items(), key=lambda item: -len(first[item[0]].words)):
        roster.people[roster.add(first[label], label, "label")].present = True
    confirmed = {name.key for name in openers} | {label.name.key for label in labels.values()}
    for participant in participants:
        evidence = participant.evidence
        if evidence.endswith("?") and any(may_be_one_person(participant.name, Name(key)) for key in confirmed):
            place = roster.add(participant.name, participant.printed, evidence.rstrip("?"), participant.office)
            roster.people[place].present = evidence == "title?" or roster.people[place].present
    spoken = sum(openers.values())
    for name, count in sorted(openers.items(), key=lambda item: (-len(item[0].words), -item[1])):
        wed = [title.title() for title in name.titles if title in grammar.womens_titles]
        shown = " ".join((*wed, _printed(name)))
        place = roster.add(name, f"The {shown}" if roster.is_office(name) else shown, "verb")
        person = roster.people[place]
        if person.present:
            continue
        beside = listed > 1 or bool(labels)
        times = named.get(name.key[-1], 0) if not roster.is_office(name) else count
        least, share = (
            (_LEAST_OPENINGS_BESIDE_LIST, _LEAST_SHARE_BESIDE_LIST) if beside else (_LEAST_OPENINGS, _LEAST_SHARE)
        )
        if "participants" in person.evidence:
            least, share = 1, _LEAST_SHARE
        person.present = count >= share * times and (count >= least or (not beside and spoken <= 4))
    for speaker in given:
        found = roster.find(parse_name(speaker.name, grammar))
        if found is not None:
            roster.people[found].present = speaker.present
    return roster


def make_speakers(roster: Roster, text: str) -> tuple[Speaker, ...]:
    """The roster as it is shown: each person under one name, in natural case.

    Args:
        roster: the persons.
        text: the whole text, searched for the natural case of names printed in capitals.

    Returns:
        One speaker a person, in the same order; no two have the same name.
    """
    folded = text.casefold() if any(name.is_capitals for person in roster.people for name in person.names) else ""
    same_length = len(folded) == len(text)
    labels = [name.is_capitals for person in roster.people if "label" in person.evidence for name in person.names[-1:]]
    in_capitals = 2 * sum(labels) >= len(labels)
    speakers: list[Speaker] = []
    taken: set[str] = set()
    for person in roster.people:
        words = _chosen(person, roster)
        name = person.given or _cased(words, person, text if same_length else "", folded, in_capitals, roster.is_office)
        if name in taken:
            name = next((alias for alias in (*_full_forms(person), *person.printed) if alias not in taken), name)
        number = 2
        unique = name
        while unique in taken:
            unique = f"{name} ({number})"
            number += 1
        taken.add(unique)
        aliases = tuple(alias for alias in person.printed if alias != unique)
        speakers.append(Speaker(unique, aliases, person.present, tuple(person.evidence)))
    return tuple(speakers)


def _printed(name: Name) -> str:
    return " ".join((*(f"{initial.title()}." for initial in name.initials), *name.words))


def _chosen(person: Person, roster: Roster) -> tuple[str, ...]:
    """The words by which a person is called: the surname alone where it stands last, the whole name where first."""
    named = [name for name in person.names if not roster.is_office(name)] or person.names
    full = max(named, key=lambda name: len(name.words))
    short = next((name for name in named if len(name.words) == 1), None)
    if len(full.words) > 1 and (full.key[-1] == short.key[0] if short else bool(full.initials)):
        start = len(full.words) - 1
        while start > 1 and full.words[start - 1].islower() and full.key[start - 1] in roster.grammar.name_particles:
            start -= 1
        return full.words[start:] if full.key[0] not in roster.grammar.name_particles else full.words
    return full.words


def _cased(
    words: tuple[str, ...], person: Person, text: str, folded: str, in_capitals: bool, is_office: Callable[[Name], bool]
) -> str:
    if words[0].isdigit() or all(is_office(name) for name in person.names):
        natural = in_natural_case(tuple(next(iter(person.printed)).split()))
        return natural[:1].upper() + natural[1:]  # "1. Citizen", "The Secretary"
    if not all(is_capitals(word) for word in words if len(word) > 1):
        return " ".join(words)
    key = tuple(fold(word) for word in words)
    for name in person.names:
        for start in range(len(name.words) - len(words) + 1):
            part = name.words[start : start + len(words)]
            if tuple(fold(word) for word in part) == key and not all(is_capitals(word) for word in part):
                return " ".join(part)
    if text and (seen := _in_text(" ".join(words), text, folded)):
        return seen
    # Among labels in small letters, capitals are initials ("HK").
    return in_natural_case(words) if in_capitals or len(words) > 1 or len(words[0]) > 4 else words[0]


def _in_text(name: str, text: str, folded: str) -> str | None:
    """The name as running text has it, if it occurs there otherwise than in capitals."""
    wanted = name.casefold()
    at = folded.find(wanted)
    for _ in range(200):  # a name occurs a few times in capitals before it does in small letters, not for ever
        if at < 0:
            return None
        found = text[at : at + len(wanted)]
        after = text[at + len(wanted) : at + len(wanted) + 1]
        before = text[at - 1 : at] if at else ""
        natural = found[:1].isupper() and not any(is_capitals(word) for word in found.split() if len(word) > 1)
        if natural and not after.isalnum() and not before.isalnum():
            return found
        at = folded.find(wanted, at + 1)
    return None


def _full_forms(person: Person) -> Iterable[str]:
    return (_printed(name) for name in sorted(person.names, key=lambda name: -len(name.words)))
