"""What the README promises is run as it stands there."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from align.cli import run

README = Path("README.md").read_text("utf-8")
COMMANDS = [
    line.strip()
    for line in re.findall(r"^    (hexapla .*)$", README, re.MULTILINE)
    if "examples/" in line and "compare" not in line
]


def test_the_commands_are_found() -> None:
    assert len(COMMANDS) >= 3


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(command: str, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    words = [str(tmp_path / word) if word == "report.html" else word for word in shlex.split(command)[1:]]
    assert run(words) in (0, 1)
    printed = capsysbinary.readouterr()
    assert printed.err == b""
    assert printed.out or (tmp_path / "report.html").read_text("utf-8").lower().startswith("<!doctype html>")


def test_the_library_example_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert "digits swapped" in printed.getvalue()


def test_the_report_quoted_is_what_is_printed(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    quoted = re.search(r"^    (r\d+  A\d+ .*?)\n\n", README, re.MULTILINE | re.DOTALL)
    assert quoted is not None
    run(["diff", "examples/meeting-1952/a.txt", "examples/meeting-1952/b.txt", "--only", "figure"])
    assert quoted.group(1).replace("\n    ", "\n") in capsysbinary.readouterr().out.decode("utf-8")


def test_its_files_exist() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert Path(target).exists(), target
