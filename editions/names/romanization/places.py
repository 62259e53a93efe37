"""Well-known places whose older or foreign names no spelling rule reaches (Peking, Mukden, Port Arthur)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from editions.names.romanization.folding import fold


@dataclass(frozen=True, slots=True)
class Place:
    """One row of ``places.tsv``.

    Attributes:
        name: the form used to speak of it in notes.
        forms: every other form in the table.
        source: where the forms are from.
    """

    name: str
    forms: tuple[str, ...]
    source: str


@cache
def place_table() -> tuple[Place, ...]:
    """The rows of ``places.tsv``."""
    rows: list[Place] = []
    text = (resources.files(__package__) / "places.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, forms, source = line.split("\t")
            rows.append(Place(name, tuple(form.strip() for form in forms.split(",")), source))
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
    key = key.removeprefix("the ")
    return table.get(key) or table.get(key.replace(" ", "")) or frozenset()
