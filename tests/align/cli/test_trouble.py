"""Each way in which a command can go wrong: one line that says what, where and what to do; exit status 2."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import align.cli
from align.cli import run

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

Trouble = "Callable[..., str]"


def test_no_command(trouble: Trouble) -> None:
    assert trouble() == "no command given; choose compare, diff or turns, or see hexapla --help"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["dif"], "unknown command 'dif'; did you mean 'diff'?"),
        (["--verson"], "unknown option '--verson'; see hexapla --help"),
        (["diff"], "the following arguments are required: EDITION; see hexapla diff --help"),
        (["diff", "a", "b", "--fromat", "json"], "unknown option '--fromat'; did you mean '--format'?"),
        (["diff", "a", "b", "--format", "csv"], "unknown format 'csv'; choose text, json or html"),
        (["diff", "a", "b", "--format", "jsn"], "unknown format 'jsn'; did you mean 'json'? choose text, json or html"),
        (["turns", "a", "--format", "html"], "unknown format 'html'; choose text or json"),
        (["diff", "a", "b", "--only", ","], None),
        (["diff", "a", "b", "--only", "figures"], None),
        (["diff", "a", "b", "-o"], "argument -o/--output: expected one argument; see hexapla diff --help"),
        (["turns", "a", "b"], "one argument too many, 'b'; see hexapla turns --help"),
        (["turns", "a", "--siglum", "!"], "'!' is no siglum; use up to 16 letters and digits"),
        (["turns", "a", "--language", "english"], "'english' is no language code; give an ISO 639 code such as en"),
        (["diff", "-", "-"], "standard input can be read only once; give the other text as a file"),
        (["compare", "-", "-"], "standard input can be read only once; give the other text as a file"),
        (["turns", "-", "--names", "-"], "standard input can be read only once; give the other text as a file"),
    ],
)
def test_arguments(trouble: Trouble, argv: list[str], said: str | None) -> None:
    line = trouble(*argv)
    if said is not None:
        assert line == said


def test_kinds_are_suggested(trouble: Trouble) -> None:
    line = trouble("diff", "a", "b", "--only", "figures,name")
    assert line.startswith("unknown kind 'figures'; did you mean 'figure'? choose wording, name,")
    assert trouble("diff", "a", "b", "--only", " , ").startswith("--only names no kind; choose from wording, name,")


def test_missing_file(trouble: Trouble, texts: tuple[Path, Path], tmp_path: Path) -> None:
    line = trouble("diff", texts[0], tmp_path / "none.txt")
    assert line == f"{tmp_path / 'none.txt'}: there is no such file; check the name"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"\x00\x01\x02\x00\x00\x05" * 50, "trouble.txt"),
        (b"PK\x03\x04rest", "is a ZIP archive"),
    ],
)
@pytest.mark.parametrize("command", ["diff", "turns"])
def test_a_file_that_is_no_text(
    trouble: Trouble, texts: tuple[Path, Path], tmp_path: Path, content: bytes, word: str, command: str
) -> None:
    path = tmp_path / "trouble.txt"
    path.write_bytes(content)
    line = trouble(command, path) if command == "turns" else trouble(command, texts[0], path)
    assert str(path) in line
    assert word in line


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read(trouble: Trouble, texts: tuple[Path, Path]) -> None:
    texts[1].chmod(0)
    assert "may not be read" in trouble("diff", *texts)


def test_one_file_is_not_two(trouble: Trouble, texts: tuple[Path, Path]) -> None:
    assert "one file cannot be compared" in trouble("diff", texts[0])
    assert "one file cannot be compared" in trouble("compare", texts[0])


def test_a_folder_that_is_no_project(trouble: Trouble, texts: tuple[Path, Path], tmp_path: Path) -> None:
    assert "hexapla.yaml" in trouble("diff", tmp_path)
    assert "folder" in trouble("diff", texts[0], tmp_path)
    assert "folder" in trouble("turns", tmp_path)


def test_an_unknown_base(trouble: Trouble, texts: tuple[Path, Path]) -> None:
    line = trouble("diff", *texts, "--base", "X")
    assert "'X'" in line
    assert "A" in line
    assert "B" in line


def test_a_broken_authority(trouble: Trouble, texts: tuple[Path, Path], tmp_path: Path) -> None:
    names = tmp_path / "names.yaml"
    names.write_text("entities: [", "utf-8")
    for command in (["diff", *texts], ["turns", texts[0]]):
        assert f"{names}:" in trouble(*command, "--names", names)
    assert "o such file" in trouble("turns", texts[0], "--names", tmp_path / "no.yaml")


def test_a_broken_project(trouble: Trouble, tmp_path: Path) -> None:
    (tmp_path / "hexapla.yaml").write_text("editions:\n  - A: [", "utf-8")
    assert "hexapla.yaml:" in trouble("diff", tmp_path)


def test_a_name_too_long_for_the_system(trouble: Trouble, texts: tuple[Path, Path]) -> None:
    assert "name" in trouble("diff", texts[0], "x" * 5000)
    assert "name" in trouble("diff", *texts, "-o", "x" * 5000)


def test_control_characters_never_reach_the_terminal(trouble: Trouble, texts: tuple[Path, Path]) -> None:
    for hostile in ("no\x1b[31m\nsuch\x9b", "\u202egnp.txt"):
        line = trouble("diff", texts[0], hostile)
        assert not {"\x1b", "\x9b", "\n", "\u202e"} & set(line)
        trouble(hostile)
        trouble("diff", *texts, "--base", hostile)


def test_an_unforeseen_error_is_one_line_too(trouble: Trouble, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(argv: list[str]) -> int:
        raise RuntimeError("a bug\nin two lines")

    monkeypatch.setattr(align.cli, "_dispatch", fail)
    line = trouble("diff")
    assert line.startswith(r"internal error, RuntimeError: a bug\u000ain two lines; report")
    monkeypatch.setenv("HEXAPLA_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        run(["diff"])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "not enough memory; compare shorter texts"),
        (OSError(5, "Input/output error", "a.txt"), "a.txt: Input/output error"),
    ],
)
def test_errors_of_the_system(trouble: Trouble, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str) -> None:
    def fail(argv: list[str]) -> int:
        raise error

    monkeypatch.setattr(align.cli, "_dispatch", fail)
    assert trouble("diff") == said


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(argv: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(align.cli, "_dispatch", interrupt)
    assert run(["diff"]) == 130
    assert capsys.readouterr() == ("", "")


def test_no_traceback_from_a_process(hexapla: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    done = hexapla("diff", "nowhere.txt", "either.txt", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr == b"hexapla: nowhere.txt: there is no such file; check the name\n"
