from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from align import __version__
from align.cli import COMMANDS, run
from align.cli.arguments import KIND_NAMES
from align.model import Kind

ROOT = Path(__file__).parents[3]


def test_the_first_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    for command, what in COMMANDS.items():
        assert f"  {command} " in said
        assert what in said
    assert "exit status" in said
    assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: hexapla {command} ")
    assert said.count(f"hexapla {command} ") >= 3
    assert "exit status" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_module(command: str) -> None:
    assert (ROOT / "align" / "cli" / f"{command}.py").is_file()


def test_the_kinds_are_those_of_the_model() -> None:
    assert [kind.value for kind in Kind] == list(KIND_NAMES)


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"hexapla {__version__}\n"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__
