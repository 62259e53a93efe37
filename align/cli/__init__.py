"""The ``hexapla`` command: imports only the command asked for, turns errors into exit statuses.

0  no differences (of the kinds asked for), or nothing to compare
1  differences
2  trouble: one line on standard error says what, where and what to do
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COMMANDS", "run"]

COMMANDS = {
    "compare": "read two or more editions side by side in the terminal",
    "diff": "report where editions differ, as text, JSON or a web page",
    "turns": "show how a file was read: parts, turns, speakers, names, figures",
}
"""Every command with what it does; the module of that name holds its ``main(argv) -> int``."""

_HELP = """\
usage: hexapla COMMAND [ARGUMENT ...]

Pairs the speaker turns of two or more editions of the same minutes and shows
where wording, names and figures part company.

commands:
{commands}

options:
  -h, --help  show this help; "hexapla COMMAND --help" shows that of a command
  --version   show the version

examples:
  hexapla compare a.txt b.txt              read two translations side by side
  hexapla diff a.txt b.txt -o report.html  write a report for the browser
  hexapla turns a.txt                      check how a file was read

exit status: 0 no differences, 1 differences, 2 trouble
"""

TROUBLE = 2
_INTERRUPTED = 130  # as a shell reports a command ended by Ctrl+C


def run(argv: Sequence[str]) -> int:
    """Runs one command.

    Args:
        argv: the arguments after the name of the program.

    Returns:
        The exit status: 0 no differences, 1 differences, 2 trouble, 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # no terminal is too old to be told something
    try:
        return _dispatch(argv)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        abandon_output()
        return TROUBLE
    except Exception as error:
        if os.environ.get("HEXAPLA_TRACEBACK"):
            raise
        return _trouble(error)


def _dispatch(argv: Sequence[str]) -> int:
    command = argv[0] if argv else ""
    if command in COMMANDS:
        main = import_module(f"align.cli.{command}").main
        return int(main(argv[1:]))
    if command in ("-h", "--help", "help"):
        commands = "\n".join(f"  {name:<9} {what}" for name, what in COMMANDS.items())
        sys.stdout.write(_HELP.format(commands=commands))
        sys.stdout.flush()
        return 0
    if command == "--version":
        from align import __version__

        sys.stdout.write(f"hexapla {__version__}\n")
        sys.stdout.flush()
        return 0
    from align.cli.arguments import suggest
    from align.errors import UnusableInput

    if not command:
        raise UnusableInput("no command given", advice="choose compare, diff or turns, or see hexapla --help")
    what = "option" if command.startswith("-") else "command"
    raise UnusableInput(f"unknown {what} {command!r}", advice=suggest(command, COMMANDS, "see hexapla --help"))


def _trouble(error: Exception) -> int:
    """Says in one line what went wrong."""
    from align.errors import AlignError
    from align.reports.printable import printable
    from editions.errors import EditionError

    if isinstance(error, (AlignError, EditionError)):
        line = str(error)
    elif isinstance(error, OSError) and error.strerror:
        line = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    elif isinstance(error, MemoryError):
        line = "not enough memory; compare shorter texts"
    else:
        kind = type(error).__name__
        line = f"internal error, {kind}: {error}; report what HEXAPLA_TRACEBACK=1 before the command prints"
    if sys.stderr is not None:
        sys.stderr.write(f"hexapla: {printable(line)}\n")
    return TROUBLE


def abandon_output() -> None:
    """Lets the interpreter close standard output in peace after its reader has gone."""
    with suppress(OSError, ValueError, AttributeError):  # it may be closed, or no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
