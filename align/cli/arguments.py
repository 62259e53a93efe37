"""Arguments that commands share: editions, base, names, kinds; errors in one line that suggest a remedy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from align.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.model import Kind

STANDARD_INPUT = Path("-")

# Listed again so that help and mistakes are answered without loading the models; a test holds the two together.
KIND_NAMES = ("wording", "name", "figure", "speaker", "omission", "addition", "order", "editorial")
"""The kinds of difference that can be asked for."""


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong and what was meant, and leaves exiting to the caller.

    Args:
        command: name of the command.
        what: what it does, for its help.
        examples: lines of "command  what it does" for its help.
        status: what its exit statuses mean.
    """

    def __init__(self, command: str, what: str, examples: Sequence[str], *, status: str) -> None:
        shown = "\n".join(f"  {example}" for example in examples)
        super().__init__(
            prog=f"hexapla {command}",
            description=what,
            epilog=f"examples:\n{shown}\n\nexit status: {status}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Raises instead of exiting.

        Raises:
            UnusableInput: always.
        """
        raise UnusableInput(message, advice=f"see {self.prog} --help")

    def read(self, argv: Sequence[str]) -> argparse.Namespace | None:
        """Reads the arguments of the command.

        Args:
            argv: the arguments after the name of the command.

        Returns:
            The arguments, or None where help was asked for and has been shown.

        Raises:
            UnusableInput: they cannot be understood.
        """
        try:
            found, unknown = self.parse_known_intermixed_args(argv)
        except SystemExit:
            return None
        if unknown:
            options = [option for action in self._actions for option in action.option_strings]
            what = "unknown option" if unknown[0].startswith("-") else "one argument too many,"
            advice = suggest(unknown[0], options, f"see {self.prog} --help")
            raise UnusableInput(f"{what} {unknown[0]!r}", advice=advice)
        return found


def suggest(given: str, known: Iterable[str], otherwise: str) -> str:
    """Advice for a word that is not known: the one probably meant, or something else to do."""
    from difflib import get_close_matches

    close = get_close_matches(given, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else otherwise


def choose(given: str, known: Sequence[str], what: str) -> str:
    """Checks a word against those that are known.

    Args:
        given: the word.
        known: the words that may be given.
        what: what they are ("format").

    Returns:
        The word.

    Raises:
        UnusableInput: it is not among them.
    """
    if given in known:
        return given
    advice = f"choose {', '.join(known[:-1])} or {known[-1]}"
    meant = suggest(given, known, "")
    raise UnusableInput(f"unknown {what} {given!r}", advice=f"{meant} {advice}" if meant else advice)


def kinds_of(given: str) -> frozenset[Kind]:
    """Reads a list of kinds, "figure,name".

    Raises:
        UnusableInput: a kind is not known, or none is given.
    """
    from align.model import Kind

    names = [name.strip() for name in given.split(",") if name.strip()]
    if not names:
        raise UnusableInput("--only names no kind", advice=f"choose from {', '.join(KIND_NAMES)}")
    return frozenset(Kind(choose(name, KIND_NAMES, "kind")) for name in names)


def add_editions(parser: Parser) -> None:
    """Adds what every command needs that compares: the editions, the base, the names."""
    parser.add_argument(
        "editions",
        metavar="EDITION",
        nargs="+",
        type=Path,
        help="two or more files, called A, B, C… in this order (- is standard input), or one project folder",
    )
    parser.add_argument(
        "--base", metavar="SIGLUM", help="edition whose order the rows follow (A, or the project's own)"
    )
    parser.add_argument(
        "--names", metavar="FILE", type=Path, help="authority file (YAML): which spellings name one entity"
    )


def check_inputs(paths: Iterable[Path]) -> None:
    """Makes sure that standard input is read by one reader only.

    Raises:
        UnusableInput: it is named more than once.
    """
    if sum(path == STANDARD_INPUT for path in paths) > 1:
        raise UnusableInput("standard input can be read only once", advice="give the other text as a file")
