from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import align.cli.compare
from align.cli import run
from align.cli.output import is_terminal

if TYPE_CHECKING:
    from align.workspace import Comparison


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch, council: Comparison) -> list[dict]:
    """A comparison without the work of one; gives what was asked for."""
    asked: list[dict] = []

    def open_comparison(paths, **given) -> Comparison:
        asked.append({"paths": [str(path) for path in paths], **given})
        return council

    monkeypatch.setattr("align.workspace.open_comparison", open_comparison)
    return asked


def test_without_a_terminal_it_is_the_text_report(capsys: pytest.CaptureFixture[str], engine: list[dict]) -> None:
    assert run(["compare", "a.txt", "b.txt", "--base", "B"]) == 1
    assert "What" not in capsys.readouterr().err
    assert engine[0]["paths"] == ["a.txt", "b.txt"]
    assert engine[0]["base"] == "B"


@pytest.mark.parametrize(("left", "status"), [(0, 0), (130, 130), (1, 2)])
def test_with_a_terminal_it_is_the_workbench(
    monkeypatch: pytest.MonkeyPatch, council: Comparison, left: int, status: int
) -> None:
    opened = []

    def run_workbench(load, *, title: str) -> int:
        opened.append((load(lambda stage, done, total: None), title))
        return left

    monkeypatch.setattr(align.cli.compare, "_is_workbench", lambda: True)
    monkeypatch.setattr("align.tui.run_workbench", run_workbench)
    assert run(["compare", "texts/a.txt", "b.txt"]) == status
    assert opened == [(council, "a.txt / b.txt")]


@pytest.mark.parametrize(
    ("output", "keys", "term", "workbench"),
    [
        (True, True, "xterm", True),
        (False, True, "xterm", False),
        (True, False, "xterm", False),
        (True, True, "dumb", False),
    ],
)
def test_what_counts_as_a_terminal(
    monkeypatch: pytest.MonkeyPatch, output: bool, keys: bool, term: str, workbench: bool
) -> None:
    class Stream:
        def __init__(self, terminal: bool) -> None:
            self.terminal = terminal

        def isatty(self) -> bool:
            return self.terminal

    monkeypatch.setattr("sys.stdout", Stream(output))
    monkeypatch.setattr("sys.stdin", Stream(keys))
    monkeypatch.setenv("TERM", term)
    assert align.cli.compare._is_workbench() is workbench


def test_a_closed_stream_is_no_terminal(tmp_path) -> None:
    assert not is_terminal(None)
    file = (tmp_path / "file").open("w")
    file.close()
    assert not is_terminal(file)
