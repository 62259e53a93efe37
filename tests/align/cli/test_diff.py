"""The command from files to report, with the whole engine behind it."""

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


def test_differences_give_status_one(texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *map(str, texts)]) == 1
    said = capsys.readouterr()
    assert "different: 83,000 / 38,000" in said.out
    assert said.err == ""


def test_a_file_does_not_differ_from_itself(texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(texts[0]), str(texts[0])]) == 0
    assert "No differences." in capsys.readouterr().out


def test_the_kinds_asked_for_decide_the_status(texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *map(str, texts), "--only", "figure"]) == 1
    assert run(["diff", *map(str, texts), "--only", "speaker,order"]) == 0
    assert "No differences." in capsys.readouterr().out


def test_json_is_valid_and_names_paths_as_given(
    texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(texts[0].parent)
    assert run(["diff", "a.txt", "b.txt", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    Draft202012Validator(read_schema("diff-1")).validate(report)
    assert [edition["path"] for edition in report["editions"]] == ["a.txt", "b.txt"]
    figures = [d for d in report["differences"] if d["kind"] == "figure"]
    assert [(d["verdict"], d["readings"]["A"]["text"], d["readings"]["B"]["text"]) for d in figures] == [
        ("different", "83,000", "38,000")
    ]


def test_the_format_follows_the_name_of_the_output(
    texts: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, begins in (("r.html", "<!DOCTYPE html>"), ("r.json", "{"), ("r.txt", "A  ")):
        assert run(["diff", *map(str, texts), "-o", str(tmp_path / name)]) == 1
        assert (tmp_path / name).read_text("utf-8").lstrip().startswith(begins)
    assert capsys.readouterr() == ("", "")


def test_nothing_is_written_when_it_fails(
    texts: tuple[Path, Path], tmp_path: Path, trouble: Callable[..., str]
) -> None:
    trouble("diff", texts[0], tmp_path / "none.txt", "-o", tmp_path / "report.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_an_edition_is_not_overwritten(texts: tuple[Path, Path], trouble: Callable[..., str]) -> None:
    before = texts[1].read_bytes()
    assert "is one of the files being read" in trouble("diff", *texts, "-o", texts[1])
    assert texts[1].read_bytes() == before


def test_standard_input_can_be_an_edition(
    texts: tuple[Path, Path], hexapla: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    done = hexapla("diff", texts[0], "-", "--format", "json", stdin=texts[1].read_bytes())
    assert done.returncode == 1
    assert [edition["path"] for edition in json.loads(done.stdout)["editions"]] == [str(texts[0]), "-"]


def test_two_runs_give_the_same_bytes(
    texts: tuple[Path, Path], hexapla: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    for form in ("json", "html", "text"):
        runs = [hexapla("diff", *texts, "--format", form, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
        assert runs[0] == runs[1]
        assert runs[0]


def test_a_poor_terminal_is_told_everything(
    texts: tuple[Path, Path], hexapla: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    done = hexapla("diff", *texts, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"83,000" in done.stdout
    done = hexapla("diff", *texts, "--format", "json", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert json.loads(done.stdout.decode("utf-8"))["version"] == 1


def test_a_project_folder_is_compared(texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    folder = texts[0].parent
    (folder / "hexapla.yaml").write_text(
        "editions:\n- {siglum: M, path: a.txt}\n- {siglum: T, path: b.txt}\nbase: T\n", "utf-8"
    )
    assert run(["diff", str(folder), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [edition["siglum"] for edition in report["editions"]] == ["M", "T"]
    assert report["base"] == "T"


def test_a_reader_that_goes_away_is_no_trouble(texts: tuple[Path, Path]) -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m align diff {texts[0]} {texts[1]} --format json | head -c 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""
    assert done.stdout.strip() == b"{1"
