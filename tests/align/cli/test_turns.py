"""The command from one file to its listing, with the whole of reading behind it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator

from align.cli import run
from align.reports import read_schema

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def test_a_listing_shows_parts_roster_and_turns(texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["turns", str(texts[0])]) == 0
    said = capsys.readouterr().out
    assert "TURNS (4)" in said
    assert "FRONT MATTER (3 blocks)" in said
    assert "line 7" in said
    assert "83,000" in said


def test_json_is_one_edition_of_the_contract(texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["turns", str(texts[0]), "--format", "json"]) == 0
    edition = json.loads(capsys.readouterr().out)
    Draft202012Validator(read_schema("edition-1")).validate(edition)
    assert [turn["id"] for turn in edition["turns"]] == ["A1", "A2", "A3", "A4"]
    assert [turn["block"] for turn in edition["turns"]] == [3, 4, 5, 6]
    assert run(["diff", *map(str, texts), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["editions"][0] == edition


def test_siglum_and_output(texts: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "m.json"
    assert run(["turns", str(texts[0]), "--siglum", "M", "--language", "en", "-o", str(target)]) == 0
    edition = json.loads(target.read_text("utf-8"))
    assert (edition["siglum"], edition["language"], edition["turns"][0]["id"]) == ("M", "en", "M1")


def test_standard_input(texts: tuple[Path, Path], hexapla: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    done = hexapla("turns", "-", "--format", "json", stdin=texts[0].read_bytes())
    assert done.returncode == 0
    assert json.loads(done.stdout)["path"] == "-"
