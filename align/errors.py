"""What can go wrong between texts, said in one line.

AlignError
├── UnusableInput   the command was given something it cannot work with
├── UnwritableOutput the result cannot be written where the user asked
└── MalformedProject a project file does not say what it should
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editions.errors import one_line

if TYPE_CHECKING:
    from os import PathLike


class AlignError(Exception):
    """A comparison cannot be made: what is wrong, where, and what to do.

    Args:
        what: what is wrong, without a full stop.
        path: the file, as the user named it.
        line: 1-based line in that file, where one is known.
        advice: what to do, as an imperative sentence without a full stop.
    """

    def __init__(
        self,
        what: str,
        *,
        path: str | PathLike[str] | None = None,
        line: int | None = None,
        advice: str | None = None,
    ) -> None:
        self.what = what
        self.path = None if path is None else str(path)
        self.line = line
        self.advice = advice
        super().__init__(one_line(what, path=self.path, line=line, advice=advice))


class UnusableInput(AlignError):  # noqa: N818 - the base carries the word Error
    """The command was given something it cannot work with."""


class UnwritableOutput(AlignError):  # noqa: N818
    """The result cannot be written where the user asked."""


class MalformedProject(AlignError):  # noqa: N818
    """A project file does not say what it should."""
