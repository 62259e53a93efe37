from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import MalformedProject
from align.project import is_project, read_project


def project(folder: Path, text: str) -> Path:
    (folder / "hexapla.yaml").write_text(text, "utf-8")
    return folder


def test_a_project(tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        "editions:\n- {siglum: M, path: moscow.txt, language: ru}\n- {siglum: T, path: sub/taipei.txt}\n"
        "base: T\nnames: who.yaml\n",
    )
    found = read_project(folder)
    assert [(entry.siglum, entry.path, entry.language) for entry in found.editions] == [
        ("M", folder / "moscow.txt", "ru"),
        ("T", folder / "sub/taipei.txt", None),
    ]
    assert (found.base, found.names) == ("T", folder / "who.yaml")
    assert is_project(folder)
    assert not is_project(folder / "hexapla.yaml")


def test_names_beside_the_project_file_are_used(tmp_path: Path) -> None:
    folder = project(tmp_path, "editions: [{siglum: A, path: a}, {siglum: B, path: b}]\n")
    assert read_project(folder).names is None
    (folder / "names.yaml").write_text("version: 1\n", "utf-8")
    assert read_project(folder).names == folder / "names.yaml"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a project file must be a mapping"),
        ("base: A\n", "names no editions; list them under editions:"),
        ("editions: [{siglum: A, path: a}]\n", "hexapla.yaml:1: editions must be a list of 2 to 26"),
        ("editions:\n- {siglum: A}\n- {siglum: B, path: b}\n", "hexapla.yaml:2: an edition without path"),
        ("editions:\n- {siglum: A, path: a}\n- {siglum: A, path: b}\n", "two editions are called 'A'"),
        ("editions: [{siglum: A, path: a}, {siglum: B, path: b}]\nbase: X\n", ":2: there is no edition 'X'"),
        ("editions: [{siglum: A, path: ../a}, {siglum: B, path: b}]\n", "'../a' leads out of the project folder"),
        ("editions: [{siglum: A, path: /etc/passwd}, {siglum: B, path: b}]\n", "leads out of the project folder"),
        ("editions: [{siglum: '\\e[31m', path: a}, {siglum: B, path: b}]\n", "is no siglum"),
        ("editions: [{siglum: A, path: a, colour: red}, {siglum: B, path: b}]\n", "an edition has no 'colour'; use"),
        ("editions: &x [*x, *x]\n", "anchors and aliases are not read"),
        ("editions: [\n", "hexapla.yaml:2"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(MalformedProject) as caught:
        read_project(project(tmp_path, text))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "hexapla.yaml" in str(caught.value)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    inside.mkdir()
    (tmp_path / "secret").write_text("x", "utf-8")
    (inside / "a").symlink_to(tmp_path / "secret")
    with pytest.raises(MalformedProject, match="leads out"):
        read_project(project(inside, "editions: [{siglum: A, path: a}, {siglum: B, path: b}]\n"))


def test_a_folder_without_project_file(tmp_path: Path) -> None:
    with pytest.raises(MalformedProject, match=r"there is no hexapla\.yaml here"):
        read_project(tmp_path)
