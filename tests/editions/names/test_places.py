"""The table of places: well formed, free of contradictions, and at one with the rules of spelling."""

from __future__ import annotations

from collections import defaultdict

import pytest

from editions.names.romanization import compare_spellings, spelling_keys
from editions.names.romanization.folding import fold
from editions.names.romanization.places import forms_of, loosely, often_said_for, place_table, places_named

# Forms that two places really share.
SHARED = {"heilongjiang", "heilungchiang", "suchow", "changchow", "malaisie"}


def test_every_row_has_its_source():
    assert len(place_table()) >= 400
    assert all(place.source and place.name for place in place_table())
    assert sum("post" in place.source for place in place_table()) >= 100


def test_names_are_unique_and_loose_names_exist():
    names = [place.name for place in place_table()]
    assert len(names) == len(set(names))
    assert {place.loosely for place in place_table() if place.loosely} <= set(names)


def test_no_form_stands_for_two_places_unawares():
    owners = defaultdict(set)
    for place in place_table():
        for form in (place.name, *place.forms):
            owners[fold(form).replace(" ", "")].add(place.name)
    assert {form for form, names in owners.items() if len(names) > 1} == SHARED


def test_every_form_is_found_whatever_its_case_and_hyphens():
    for place in place_table():
        for form in (place.name, *place.forms):
            assert place.name in places_named(form)
            assert place.name in places_named(form.upper().replace("-", " "))
    assert places_named("the Netherlands") == {"Netherlands"}
    assert places_named("") == places_named("Nowhere-at-all") == frozenset()


def test_lookups():
    assert "Port Arthur" in forms_of("Lüshun")
    assert forms_of("Nowhere") == ()
    assert loosely("England") == "Great Britain"
    assert loosely("Great Britain") == ""
    assert often_said_for(frozenset({"Moscow"}), frozenset({"Soviet Union"})) == ("Moscow", "Soviet Union")
    assert often_said_for(frozenset({"Soviet Union"}), frozenset({"Moscow"})) == ("Moscow", "Soviet Union")
    assert often_said_for(frozenset({"Moscow"}), frozenset({"France"})) is None


def test_a_rule_and_the_table_together():
    assert compare_spellings("Canton", "Kuang-chou", kind="place").same is True
    assert compare_spellings("Mukden", "Shen-yang", kind="place").same is True
    assert compare_spellings("Mukden", "Shen-chen", kind="place").same is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Omsk", "Tomsk"),
        ("Barnaul", "Kemerovo"),
        ("Gomel", "Vitebsk"),
        ("Haeju", "Sariwon"),
        ("Nagoya", "Nagasaki"),
        ("Lang Son", "Cao Bang"),
        ("Leipzig", "Dresden"),
        ("Antung", "Sinuiju"),
        ("Samarkand", "Bukhara"),
    ],
)
def test_well_known_cities_are_kept_apart(one, other):
    assert compare_spellings(one, other).same is False
    assert compare_spellings(one, other).readings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stalino", "Donetsk"),
        ("Donets Basin", "Donbas"),
        ("Posiet", "Posyet"),
        ("Stettin", "Szczecin"),
        ("Fiume", "Rijeka"),
        ("Archangel", "Arkhangelsk"),
        ("Tourane", "Danang"),
        ("Kovno", "Kaunas"),
    ],
)
def test_cities_under_two_names(one, other):
    assert compare_spellings(one, other).same is True


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kuma", "Kuma River", True),
        ("Khanka", "Lake Khanka", True),
        ("Possiet Bay", "Posyet", True),
        ("Fukien", "Fujian Province", True),
        ("Ichon", "Bay of Ichon", True),
        ("Korea", "Korea Bay", None),
        ("Jordan", "Jordan River", None),
        ("Kuma Lake", "Kuma River", None),
        ("Mexico", "Mexico City", None),
    ],
)
def test_a_common_noun_makes_no_other_place(one, other, same):
    assert (compare_spellings(one, other, kind="place").same or None) is same
    assert not same or spelling_keys(one) & spelling_keys(other)
