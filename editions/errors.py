"""What can be wrong with one text, said in one line.

EditionError
├── UnreadableFile     the file cannot be opened, is empty, binary or too large
├── UndecodableText    no encoding fits the bytes
├── MalformedDocument  the file says it is of a format and breaks its rules
└── MalformedTable     a YAML file of ours or of the user's is wrong (language, rules, authority)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike


def one_line(
    what: str,
    *,
    path: str | None = None,
    line: int | None = None,
    column: int | None = None,
    advice: str | None = None,
) -> str:
    """What is wrong, where, and what to do, as ``path:line:column: what; advice``."""
    place = ":".join(str(part) for part in (path, line, column) if part is not None)
    sentence = f"{place}: {what}" if place else what
    return f"{sentence}; {advice}" if advice else sentence


class EditionError(Exception):
    """One text cannot be read: where, what, and what to do about it.

    Args:
        what: what is wrong, without a full stop.
        path: the file, as the user named it.
        line: 1-based line in that file, where one is known.
        column: 1-based column in that line, where one is known.
        advice: what to do, as an imperative sentence without a full stop.
    """

    def __init__(
        self,
        what: str,
        *,
        path: str | PathLike[str] | None = None,
        line: int | None = None,
        column: int | None = None,
        advice: str | None = None,
    ) -> None:
        self.what = what
        self.path = None if path is None else str(path)
        self.line = line
        self.column = column
        self.advice = advice
        super().__init__(one_line(what, path=self.path, line=line, column=column, advice=advice))


class UnreadableFile(EditionError):  # noqa: N818 - the base carries the word Error
    """The file cannot be opened, is empty, binary or too large."""


class UndecodableText(EditionError):  # noqa: N818
    """No encoding fits the bytes of the file."""


class MalformedDocument(EditionError):  # noqa: N818
    """The file is of a known format and breaks its rules."""


class MalformedTable(EditionError):  # noqa: N818
    """A YAML file (language, rules, authority) does not say what it should."""
