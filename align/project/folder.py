"""The project folder: ``hexapla.yaml``, a person's own file, names the editions and the authority.

    editions:
    - {siglum: A, path: a.txt}
    - {siglum: B, path: b.txt, language: en, rules: b.rules.yaml}
    base: A
    names: names.yaml

Paths are relative to the folder and stay inside it. Without ``names``, a ``names.yaml`` beside it is used where
there is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import MalformedProject
from editions.errors import EditionError
from editions.names.marked_yaml import read_marked

if TYPE_CHECKING:
    from editions.names.marked_yaml import Mark, Marked

PROJECT_FILE = "hexapla.yaml"
_MOST_BYTES = 1_000_000
_MOST_EDITIONS = 26
_SIGLUM = re.compile(r"[^\W_][\w.-]{0,15}\Z")


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """One edition of a project.

    Attributes:
        siglum: its short name.
        path: the file.
        language: ISO 639 code, or None to find out.
        rules: a file of reading rules, or None.
    """

    siglum: str
    path: Path
    language: str | None = None
    rules: Path | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder.

    Attributes:
        folder: the folder.
        editions: its editions, two or more, in the order of the file.
        base: siglum of the base edition, or None for the first.
        names: the authority file, or None.
    """

    folder: Path
    editions: tuple[EditionEntry, ...]
    base: str | None = None
    names: Path | None = None


def is_project(path: Path) -> bool:
    """Whether a path is a folder with a project file."""
    return path.is_dir() and (path / PROJECT_FILE).is_file()


def read_project(folder: Path) -> Project:
    """Reads a project folder.

    Args:
        folder: the folder.

    Returns:
        The project. The files it names are not opened.

    Raises:
        MalformedProject: there is no project file, or it does not say what it should.
    """
    path = folder / PROJECT_FILE
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise MalformedProject("too large for a project file", path=path)
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise MalformedProject(f"there is no {PROJECT_FILE} here", path=folder) from None
    except (OSError, UnicodeDecodeError) as error:
        raise MalformedProject(f"cannot be read ({error})", path=path) from error
    try:
        root = read_marked(text, path)
    except EditionError as error:
        raise MalformedProject(error.what, path=path, line=error.line) from error
    return _Reader(folder, path).project(root)


class _Reader:
    def __init__(self, folder: Path, path: Path) -> None:
        self.folder = folder
        self.path = path

    def fault(self, what: str, mark: Mark | None = None, advice: str | None = None) -> MalformedProject:
        return MalformedProject(what, path=self.path, line=mark.line if mark else None, advice=advice)

    def project(self, root: Marked | None) -> Project:
        fields = self.fields(root, {"editions", "base", "names"}, "a project file")
        if "editions" not in fields:
            raise self.fault("names no editions", advice="list them under editions:")
        listed = fields["editions"]
        if not isinstance(listed.value, list) or not 2 <= len(listed.value) <= _MOST_EDITIONS:
            raise self.fault(f"editions must be a list of 2 to {_MOST_EDITIONS}", listed.mark)
        editions = tuple(self.edition(item) for item in listed.value)
        sigla = [edition.siglum for edition in editions]
        for siglum, item in zip(sigla, listed.value, strict=True):
            if sigla.count(siglum) > 1:
                raise self.fault(f"two editions are called {siglum!r}", item.mark)
        base = self.text(fields["base"]) if "base" in fields else None
        if base is not None and base not in sigla:
            raise self.fault(f"there is no edition {base!r}", fields["base"].mark, f"choose one of {', '.join(sigla)}")
        if "names" in fields:
            names: Path | None = self.inside(fields["names"])
        else:
            names = self.folder / "names.yaml"
            names = names if names.is_file() else None
        return Project(self.folder, editions, base, names)

    def edition(self, item: Marked) -> EditionEntry:
        fields = self.fields(item, {"siglum", "path", "language", "rules"}, "an edition")
        for needed in ("siglum", "path"):
            if needed not in fields:
                raise self.fault(f"an edition without {needed}", item.mark)
        siglum = self.text(fields["siglum"])
        if not _SIGLUM.match(siglum):
            raise self.fault(f"{siglum!r} is no siglum", fields["siglum"].mark, "use up to 16 letters and digits")
        return EditionEntry(
            siglum,
            self.inside(fields["path"]),
            self.text(fields["language"]) if "language" in fields else None,
            self.inside(fields["rules"]) if "rules" in fields else None,
        )

    def fields(self, item: Marked | None, known: set[str], what: str) -> dict[str, Marked]:
        if item is None or not isinstance(item.value, dict):
            raise self.fault(f"{what} must be a mapping", item.mark if item else None)
        for key, (mark, _) in item.value.items():
            if key not in known:
                raise self.fault(f"{what} has no {key!r}", mark, f"use {', '.join(sorted(known))}")
        return {key: value for key, (_, value) in item.value.items()}

    def text(self, item: Marked) -> str:
        if not isinstance(item.value, str) or not item.value.strip():
            raise self.fault("a text is wanted here", item.mark)
        return item.value.strip()

    def inside(self, item: Marked) -> Path:
        """A path that stays in the folder, however it is written and whatever it links to."""
        name = self.text(item)
        wanted = self.folder / name
        try:
            stays = wanted.resolve().is_relative_to(self.folder.resolve())
        except (OSError, ValueError, RuntimeError):
            stays = False
        if Path(name).is_absolute() or not stays:
            raise self.fault(f"{name!r} leads out of the project folder", item.mark, "keep the file in the folder")
        return wanted
