"""The example of the project, from its files to each format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from align.cli import run
from align.reports import read_schema

if TYPE_CHECKING:
    from pathlib import Path

EDITIONS = ("a.txt", "b.txt", "c.md")


@pytest.fixture(autouse=True)
def example(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """Works in the folder of the example."""
    folder = request.config.rootpath / "examples" / "meeting-1952"
    monkeypatch.chdir(folder)
    return folder


def test_three_editions_give_a_valid_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *EDITIONS, "--names", "names.yaml", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    Draft202012Validator(read_schema("diff-1")).validate(report)
    known = {turn["id"]: turn["text"] for edition in report["editions"] for turn in edition["turns"]}
    placed = [turn for row in report["rows"] for turns in row["turns"].values() for turn in turns]
    assert sorted(placed) == sorted(known)
    rows = {row["id"] for row in report["rows"]}
    for difference in report["differences"]:
        assert difference["row"] in rows
        for reading in difference["readings"].values():
            assert known[reading["turn"]][reading["start"] : reading["end"]] == reading["text"]


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_does_not_differ_from_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", name, name]) == 0
    assert "No differences." in capsys.readouterr().out


def test_every_turn_is_on_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.html"
    assert run(["diff", "a.txt", "b.txt", "-o", str(target)]) == 1
    written = target.read_text("utf-8")
    assert written.count('<span class="turn-id">') == 139 + 134
    assert capsys.readouterr() == ("", "")
