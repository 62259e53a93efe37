"""The table of peoples: every place is in the table of places, every word is known to be a people."""

from __future__ import annotations

from editions.names.romanization.peoples import home_of, is_plural, people_table
from editions.names.romanization.places import place_table


def test_every_home_is_a_place_of_the_table():
    assert {home for home, _ in people_table().values()} <= {place.name for place in place_table()}
    assert len(people_table()) > 130


def test_lookups():
    assert home_of("Danes") == home_of("danish") == "Denmark"
    assert home_of("Poland") == home_of("") == ""
    assert is_plural("Danes")
    assert not is_plural("Danish")
    assert not is_plural("dance")
