"""Whole texts of several kinds, each with what a careful reader makes of it (``texts/NAME.yaml`` beside the text)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from editions import read_edition

FOLDER = Path(__file__).parent / "texts"
CASES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.fixture(scope="module", params=CASES)
def case(request):
    expected = yaml.safe_load((FOLDER / f"{request.param}.yaml").read_text("utf-8"))
    (text,) = (path for path in FOLDER.glob(f"{request.param}.*") if path.suffix != ".yaml")
    return read_edition(text), expected


def test_turns(case):
    edition, expected = case
    found = [(turn.speaker, turn.form.value, list(turn.also)) for turn in edition.turns]
    assert found == [(turn[0], turn[1], turn[2] if len(turn) > 2 else []) for turn in expected["turns"]]


def test_parts(case):
    edition, expected = case
    sizes = {name: len(getattr(edition, name)) for name in ("front", "headings", "back")}
    assert sizes == {name: expected[name] for name in sizes}


def test_every_block_is_in_one_part(case):
    edition, _ = case
    parts = [*edition.front, *edition.headings, *edition.back, *(turn.block for turn in edition.turns)]
    assert sorted(parts) == [block.index for block in edition.blocks]


def test_date(case):
    edition, expected = case
    if "date" in expected:
        assert edition.date == expected["date"]


def test_speakers_are_present_and_on_the_roster(case):
    edition, _ = case
    present = {speaker.name for speaker in edition.roster if speaker.present}
    assert {turn.speaker for turn in edition.turns} - {None} <= present
    assert len({speaker.name for speaker in edition.roster}) == len(edition.roster)
