"""Words for peoples and the places they are of: Czechs and Czech, Czechoslovakia."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def people_table() -> dict[str, tuple[str, bool]]:
    """Word in lower case -> (place, as ``places.tsv`` calls it; whether the word is a plural noun)."""
    table: dict[str, tuple[str, bool]] = {}
    text = (resources.files(__package__) / "peoples.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            place, nouns, others = line.split("\t")
            for words, plural in ((nouns, True), (others, False)):
                table.update({word.casefold(): (place, plural) for word in words.split(",") if word})
    return table


def home_of(word: str) -> str:
    """The place whose people a word means, or ""."""
    return people_table().get(word.casefold(), ("", False))[0]


def is_plural(word: str) -> bool:
    """Whether a word is the plural noun of a people ("Poles", not "Polish")."""
    return people_table().get(word.casefold(), ("", False))[1]
