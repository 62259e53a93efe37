"""A report reaches its place whole, or nothing changes there."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

import pytest

from align.cli.output import line_width, open_output
from align.errors import UnwritableOutput


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    with open_output(target) as write:
        assert not target.exists()
        write("Ürümqi \udcff\n")
    assert target.read_text("utf-8") == "Ürümqi \\udcff\n"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    old = os.umask(0o027)
    try:
        with open_output(target) as write:
            write("text")
    finally:
        os.umask(old)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    target.chmod(0o600)
    with open_output(target) as write:
        write("new")
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    with open_output(tmp_path / "link.txt") as write:
        write("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_when_the_work_fails_nothing_changes(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), open_output(target) as write:
        write(str(1 // 0))
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("", "is a folder"),
        ("none/report.txt", "there is no folder"),
        ("file/report.txt", "there is no folder"),
        ("x" * 300, "cannot be written"),
    ],
)
def test_a_wrong_place_is_told_before_the_work(tmp_path: Path, place: str, said: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableOutput, match=said), open_output(tmp_path / place):
        pytest.fail("the work was begun")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_protected_place_is_told_before_the_work(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UnwritableOutput), open_output(tmp_path / "report.txt"):
        pytest.fail("the work was begun")


def test_an_edition_is_never_overwritten(tmp_path: Path) -> None:
    edition = tmp_path / "a.txt"
    edition.write_text("the only copy")
    (tmp_path / "link").symlink_to("a.txt")
    for target in (edition, tmp_path / "link", tmp_path / "." / "a.txt"):
        with pytest.raises(UnwritableOutput, match="is one of the files being read"):
            open_output(target, inputs=[Path("-"), edition]).__enter__()
    assert edition.read_text() == "the only copy"


def test_a_device_is_written_to_not_replaced() -> None:
    with open_output(Path(os.devnull)) as write:
        write("text")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_standard_output_gets_utf8_where_the_format_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="backslashreplace")
    monkeypatch.setattr("sys.stdout", stream)
    for utf8 in (False, True):
        with open_output(None, utf8=utf8) as write:
            write("Ü")
    assert stream.buffer.getvalue() == b"\\xdc" + "Ü".encode()


def test_a_closed_standard_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(UnwritableOutput, match="standard output is closed"), open_output(Path("-")) as write:
        write("text")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnwritableOutput, match="no space left"), open_output(Path("/dev/full")) as write:
        write("text")
    stream = io.TextIOWrapper(io.FileIO("/dev/full", "w"))
    monkeypatch.setattr("sys.stdout", stream)
    with pytest.raises(UnwritableOutput, match="no space left"), open_output(None) as write:
        write("text")
    stream.detach()


def test_width_without_a_terminal() -> None:
    assert line_width(None) == 80
    assert line_width(Path("report.txt")) == 80
