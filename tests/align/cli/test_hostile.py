"""Odd files, from any source: read or refused in one line, never a traceback, never a command to the terminal."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.cli import run

if TYPE_CHECKING:
    from pathlib import Path

PIECES = (
    "STALIN: ",
    "Ann Lee says that ",
    "83,000 ",
    "12 March 1951",
    "\n",
    "\n\n",
    "\r\n",
    "[",
    "]",
    "[1]",
    "(",
    "# ",
    "**A:** ",
    "<p>",
    "</div>",
    "---\n",
    ": ",
    ". ",
    "? ",
    " and ",
    "1/0 ",
    "999999999999999999999 ",
    "{{x}}",
    "%s",
    "'",
    "ÿé",
    "北京",
    "\ufeff",
    "\u202e",
    "\u2028",
    "\x00",
    "\x1b[31m",
    "\x9b2J",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join).map(str.encode)
FILES = TEXTS | st.binary(max_size=80)


def started(argv: list[str]) -> tuple[int, str, str]:
    """Runs a command; gives its status and what it printed."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run(argv)
    out.flush()
    return status, out.buffer.getvalue().decode("utf-8"), err.getvalue()


def check(argv: list[str]) -> None:
    status, out, err = started(argv)
    assert "internal error" not in err
    assert (status == 2) == bool(err) == (not out)
    assert err.count("\n") == (status == 2)
    commands = {chr(code) for code in (*range(32), *range(127, 160), 0x202E)} - {"\n"}
    assert not commands & set(out + err)


@pytest.mark.parametrize("form", ["text", "json", "html"])
@given(first=FILES, second=FILES)
@settings(
    derandomize=True,
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_two_odd_files(tmp_path: Path, form: str, first: bytes, second: bytes) -> None:
    (tmp_path / "a").write_bytes(first)
    (tmp_path / "b").write_bytes(second)
    check(["diff", str(tmp_path / "a"), str(tmp_path / "b"), "--format", form])


@pytest.mark.parametrize("form", ["text", "json"])
@given(content=FILES)
@settings(derandomize=True, max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_odd_file(tmp_path: Path, form: str, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    check(["turns", str(tmp_path / "a"), "--format", form])
