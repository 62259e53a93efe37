"""Well-known places whose older or foreign names no spelling rule reaches (Peking, Mukden, Port Arthur)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from editions.names.romanization.folding import fold

# Nouns that a place may have beside its name or not, so that with or without one it is the same place; a city or a
# sea is not (Mexico City, Japan Sea). English, French, German, transliterated Russian and Chinese.
_ADDED = frozenset(
    ("river", "basin", "harbor", "harbour", "bay", "province", "peninsula", "lake", "island", "islands", "oblast")
) | frozenset(
    ("riviere", "fleuve", "bassin", "baie", "lac", "fluss", "becken", "bucht", "provinz", "see", "reka", "sheng")
)
_ADDED_BEFORE = ("river ", "lake ", "bay of ", "port of ", "harbor of ", "harbour of ", "province of ", "island of ")


@dataclass(frozen=True, slots=True)
class Place:
    """One row of ``places.tsv``.

    Attributes:
        name: the form used to speak of it in notes.
        forms: every other form in the table.
        loosely: the place it is often said for, or "" ("England": Great Britain; a capital: its state).
        source: where the forms are from.
    """

    name: str
    forms: tuple[str, ...]
    loosely: str
    source: str


@cache
def place_table() -> tuple[Place, ...]:
    """The rows of ``places.tsv``."""
    rows: list[Place] = []
    text = (resources.files(__package__) / "places.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, forms, loosely, source = line.split("\t")
            spellings = tuple(form for form in map(str.strip, forms.split(",")) if form)
            rows.append(Place(name, spellings, loosely, source))
    return tuple(rows)


@cache
def _by_form() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for place in place_table():
        for form in (place.name, *place.forms):
            key = fold(form)
            found.setdefault(key, set()).add(place.name)
            found.setdefault(key.replace(" ", ""), set()).add(place.name)
    return {form: frozenset(names) for form, names in found.items()}


def places_named(spelling: str) -> frozenset[str]:
    """Names of the places of the table that a spelling can stand for; case, marks and hyphens do not matter."""
    table = _by_form()
    key = fold(spelling)
    for form in (key, key.replace(" ", ""), key.removeprefix("the ")):
        if form in table:
            return table[form]
    return frozenset()


def without_noun(spelling: str) -> str:
    """A place without the common noun beside its name ("Changja River": "changja"), folded; "" where it has none."""
    key = fold(spelling).removeprefix("the ")
    for noun in _ADDED_BEFORE:
        if key.startswith(noun):
            return key.removeprefix(noun)
    bare, _, last = key.rpartition(" ")
    return bare if last in _ADDED else ""


def is_state(names: frozenset[str]) -> bool:
    """Whether one of these names of the table is that of a state: Korea Bay is not Korea, nor the Jordan Jordan."""
    return not names.isdisjoint(_states())


@cache
def _states() -> frozenset[str]:
    listed = {place.name for place in place_table() if place.source.startswith("CLDR")}
    return frozenset(listed.union(_loose().values()))


@cache
def _loose() -> dict[str, str]:
    return {place.name: place.loosely for place in place_table() if place.loosely}


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    return {place.name: (place.name, *place.forms) for place in place_table()}


def forms_of(name: str) -> tuple[str, ...]:
    """Every form of a place of the table; () for one that is not in it."""
    return _forms().get(name, ())


def loosely(name: str) -> str:
    """The place that a place of the table is often said for, or ""."""
    return _loose().get(name, "")


def often_said_for(first: frozenset[str], second: frozenset[str]) -> tuple[str, str] | None:
    """Of two sets of places, a pair of which one is often said for the other: (what is said, what is meant)."""
    loose = _loose()
    for said, meant in ((first, second), (second, first)):
        for name in sorted(said):
            if loose.get(name) in meant:
                return name, loose[name]
    return None
