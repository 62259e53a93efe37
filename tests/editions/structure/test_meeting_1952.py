"""The three editions of the meeting of 1952 against their gold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from editions import read_edition

FOLDER = Path(__file__).parents[3] / "examples" / "meeting-1952"
GOLD = yaml.safe_load((FOLDER / "gold.yaml").read_text("utf-8"))
# The gold names persons as edition A does; B names them as B does.
AS_IN_A = {"Chou En-lai": "Zhou Enlai", "Li Fu-ch'un": "Li Fuchun"}


@pytest.fixture(scope="module", params=["A", "B", "C"])
def edition(request):
    siglum = request.param
    return read_edition(FOLDER / GOLD["editions"][siglum]["file"], siglum=siglum)


def first_words(edition) -> list[str]:
    """The first five words of each run of lines, as printed."""
    name = GOLD["editions"][edition.siglum]["file"]
    runs = re.split(r"\n[ \t]*\n", (FOLDER / name).read_text("utf-8").strip())
    return [" ".join(run.split()[:5]) for run in runs]


def test_blocks_are_runs_of_lines(edition):
    assert len(edition.blocks) == len(first_words(edition))


@pytest.mark.parametrize("part", ["front", "headings", "back"])
def test_parts(edition, part):
    words = first_words(edition)
    assert [words[index] for index in getattr(edition, part)] == GOLD["editions"][edition.siglum][part]


def test_turns(edition):
    words = first_words(edition)
    assert [words[turn.block] for turn in edition.turns] == [turn["first"] for turn in GOLD["turns"][edition.siglum]]


def test_speakers(edition):
    wanted = [turn["speaker"] for turn in GOLD["turns"][edition.siglum]]
    assert [AS_IN_A.get(turn.speaker, turn.speaker) for turn in edition.turns] == wanted


def test_forms(edition):
    gold = GOLD["turns"][edition.siglum]
    forms = [turn.form.value for turn in edition.turns]
    assert [form == "continuation" for form in forms] == [bool(turn.get("implicit")) for turn in gold]
    assert [form == "note" for form in forms] == [turn["speaker"] is None for turn in gold]


def test_further_speakers(edition):
    gold = GOLD["turns"][edition.siglum]
    found = {turn.number: list(turn.also) for turn in edition.turns if turn.also}
    assert found == {turn["i"]: turn["also"] for turn in gold if "also" in turn}


def test_ids_places_and_offsets(edition):
    assert [turn.id for turn in edition.turns[:2]] == [f"{edition.siglum}1", f"{edition.siglum}2"]
    for turn in edition.turns:
        block = edition.blocks[turn.block]
        assert (turn.text, turn.line) == (block.text, block.line)
        label = turn.text[: turn.said].rstrip()
        assert (label[-1:] in (":", ".")) == (turn.form.value == "label")


def test_title_date_language_and_notes(edition):
    assert "Stalin" in edition.title.title()
    assert edition.date == "1952-08-20"
    assert edition.language == "en"
    assert len(edition.notes) == (9 if edition.siglum == "B" else 0)


def test_who_is_only_spoken_of_is_not_present(edition):
    assert not [speaker for speaker in edition.roster if speaker.present and speaker.name.startswith(("Mao", "Kim"))]
    by_name = {speaker.name: speaker for speaker in edition.roster}
    chou = by_name["Chou En-lai" if edition.siglum == "B" else "Zhou Enlai"]
    assert chou.present
    if edition.siglum == "B":
        assert chou.aliases == ("CHOU EN-LAI", "CHOU")
        assert by_name["Stalin"].aliases == ("JOSEPH V. STALIN", "STALIN")


@pytest.mark.parametrize(("siglum", "first"), [("A", "A1"), ("M2", "M2.1"), ("Ω", "Ω1")])
def test_turn_ids_cannot_be_mistaken(siglum, first):
    assert read_edition(FOLDER / "c.md", siglum=siglum).turns[0].id == first
