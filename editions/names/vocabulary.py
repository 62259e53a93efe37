"""What a language's table says of capitalised words: peoples, months, titles, words that open a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from editions.languages import language_section
from editions.names.romanization.personal import titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ``names`` section of a language, case folded; all sets are empty for a language without one.

    Attributes:
        known: whether the language has a section.
        peoples: peoples, adherents, and what belongs to them.
        prefixes: first parts of compounds of peoples ("sino").
        quarters: "north", "inner": part of a name before a place only.
        dates: months and weekdays.
        bodies: nouns that make an organisation of the words around them.
        loose_bodies: those of them that do not take what follows into their name ("Congress of ...").
        grounds: nouns that make a place of them.
        common: capitalised in print without naming anything.
        numbers: number words.
        not_names: abbreviations that name nothing where they are in capitals.
        particles: small words inside a personal name.
        conjunctions: words that tie two nouns inside the name of a body.
        joiners: words that tie a body or a ground to what it is of.
        openers: words that open a sentence and are no names, verbs in all their forms among them.
        apposing: words that may begin an apposition to a name.
        ministers: titles after which "of" or "for" brings an office and no name.
        verbs: those verbs alone.
        saying: verbs of saying and their like, in the forms that follow a subject.
        titles: titles and forms of address, also of several words.
    """

    known: bool
    peoples: frozenset[str]
    prefixes: frozenset[str]
    quarters: frozenset[str]
    dates: frozenset[str]
    bodies: frozenset[str]
    loose_bodies: frozenset[str]
    grounds: frozenset[str]
    common: frozenset[str]
    numbers: frozenset[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    conjunctions: frozenset[str]
    joiners: frozenset[str]
    openers: frozenset[str]
    apposing: frozenset[str]
    ministers: frozenset[str]
    verbs: frozenset[str]
    saying: frozenset[str]
    titles: frozenset[str]

    def is_people(self, word: str) -> bool:
        """Whether a word in lower case is a people or an adherent, compounds ("sino-korean") included."""
        if word in self.peoples:
            return True
        parts = word.split("-")
        return len(parts) > 1 and (parts[0] in self.peoples or parts[0] in self.prefixes)

    def is_no_name(self, printed: str) -> bool:
        """Whether a word as printed is an abbreviation that names nothing: OK, but not the Ok of Li Jong Ok."""
        return printed.isupper() and printed.casefold() in self.not_names


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language."""
    section = language_section(language, "names")

    def words(*keys: str) -> frozenset[str]:
        return frozenset(word.casefold() for key in keys for word in section.get(key, ()))

    return Vocabulary(
        known=bool(section),
        peoples=frozenset(_plurals(section.get("peoples", ()))),
        prefixes=words("people_prefixes"),
        quarters=words("quarters"),
        dates=words("months", "weekdays"),
        bodies=words("bodies", "loose_bodies"),
        loose_bodies=words("loose_bodies"),
        grounds=words("grounds"),
        common=words("common"),
        numbers=words("numbers"),
        not_names=words("not_names"),
        particles=words("particles"),
        conjunctions=words("conjunctions"),
        joiners=words("joiners"),
        apposing=words("apposing"),
        ministers=words("ministers"),
        verbs=frozenset(_forms((*section.get("opening_verbs", ()), *section.get("saying_verbs", ())))),
        saying=frozenset(_forms(section.get("saying_verbs", ()))),
        openers=words("openers")
        | frozenset(_forms((*section.get("opening_verbs", ()), *section.get("saying_verbs", ())))),
        titles=titles(language) or titles(),
    )


def _plurals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        plain = word.casefold()
        yield plain.rstrip("*")
        if plain.endswith("*"):
            yield plain.rstrip("*") + "s"


def _forms(verbs: Iterable[str]) -> Iterator[str]:
    """The forms in which a regular verb opens a sentence: ask, asks, asked, asking."""
    for verb in (word.casefold() for word in verbs):
        yield verb
        if verb.endswith("y") and verb[-2] not in _VOWELS:
            yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
        else:
            yield verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
            stem = verb.removesuffix("e")
            yield from (stem + "ed", stem + "ing", verb + verb[-1] + "ed", verb + verb[-1] + "ing")
