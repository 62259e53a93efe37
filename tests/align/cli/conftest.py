"""Running the command as a user does, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]

FIRST = """\
THE FERRY COUNCIL

12 March 1951

Present: Harald Vik, Signe Moe

VIK: We counted 83,000 sheep at the northern pier in 1939.

MOE: That is a great many sheep for one pier.

VIK: The ferry must run twice a day from now on, then.

MOE: I shall tell the captain before the week is out.
"""
SECOND = FIRST.replace("83,000", "38,000").replace("the northern pier", "the pier in the north")


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """Two small editions that differ in one figure and a few words."""
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(FIRST, "utf-8")
    second.write_text(SECOND, "utf-8")
    return first, second


@pytest.fixture
def trouble(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs a command that must fail; gives the one line it says, without "hexapla: "."""

    def check(*argv: object) -> str:
        assert run([str(argument) for argument in argv]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("hexapla: ")
        assert said.err.count("\n") == 1
        assert said.err.endswith("\n")
        return said.err.removeprefix("hexapla: ").rstrip("\n")

    return check


@pytest.fixture
def hexapla() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs the command in a process of its own."""

    def start(*argv: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "align", *map(str, argv)],
            input=stdin,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, **environment},
            timeout=60,
            check=False,
        )

    return start
