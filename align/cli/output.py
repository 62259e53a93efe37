"""Where a report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from align.cli import abandon_output
from align.errors import UnwritableOutput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DEFAULT_WIDTH = 80
"""Cells of a line where no terminal says otherwise."""


def is_terminal(stream: object) -> bool:
    """Whether a standard stream is open and connected to a terminal."""
    try:
        return stream is not None and bool(stream.isatty())  # type: ignore[attr-defined]
    except ValueError:  # it has been closed
        return False


def line_width(target: Path | None) -> int:
    """Cells of a line for a report: the terminal's where it goes to one, else 80."""
    if target is not None or not is_terminal(sys.stdout):
        return DEFAULT_WIDTH
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or DEFAULT_WIDTH
    except OSError:
        return DEFAULT_WIDTH


@contextmanager
def open_output(
    target: Path | None, *, inputs: Iterable[Path] = (), utf8: bool = False
) -> Iterator[Callable[[str], None]]:
    """Prepares the place of a report before the work begins, so that a wrong one is told at once.

    Args:
        target: the file, or None or "-" for standard output.
        inputs: files being read, which must not be overwritten.
        utf8: whether standard output gets UTF-8 whatever the terminal's encoding, as JSON and HTML need.

    Yields:
        A function that takes the whole report; only when it has succeeded does the file appear, or change.

    Raises:
        UnwritableOutput: the place cannot be written.
    """
    if target is None or target == Path("-"):
        yield lambda text: _print(text, utf8=utf8)
        return
    _check(target, inputs)
    if target.exists() and not target.is_file():
        device = target  # or a pipe: there is nothing to replace
        yield lambda text: _write_through(device, text)
        return
    # Beside the file itself, where a link leads if it is one: replacing must cut no link, leave no disk.
    target = target.resolve()
    draft = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        if target.exists():
            with suppress(OSError):
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
        yield lambda text: _replace(file, draft, target, text)
    finally:
        with suppress(OSError):
            os.close(file)
        draft.unlink(missing_ok=True)


def _check(target: Path, inputs: Iterable[Path]) -> None:
    try:
        if target.is_dir():
            raise UnwritableOutput("is a folder", path=target, advice="name a file in it")
        if not target.parent.is_dir():
            raise UnwritableOutput(f"there is no folder {target.parent}", path=target, advice="make it first")
        if target.exists() and not os.access(target, os.W_OK):
            raise UnwritableOutput("may not be written", path=target, advice="name another file")
        if target.exists() and any(path.exists() and target.samefile(path) for path in inputs):
            raise UnwritableOutput("is one of the files being read", path=target, advice="name another file")
    except OSError as error:
        raise _unwritable(target, error) from error


def _unwritable(target: Path, error: OSError) -> UnwritableOutput:
    return UnwritableOutput(
        f"cannot be written ({(error.strerror or str(error)).lower()})",
        path=target,
        advice="name another file",
    )


def _replace(file: int, draft: Path, target: Path, text: str) -> None:
    try:
        with os.fdopen(os.dup(file), "wb") as draft_file:
            draft_file.write(_encode(text))
            draft_file.flush()
            os.fsync(draft_file.fileno())
        draft.replace(target)
    except OSError as error:
        raise _unwritable(target, error) from error


def _write_through(target: Path, text: str) -> None:
    try:
        with target.open("wb") as file:
            file.write(_encode(text))
    except OSError as error:
        raise _unwritable(target, error) from error


def _encode(text: str) -> bytes:
    return text.encode("utf-8", errors="backslashreplace")


def _print(text: str, *, utf8: bool) -> None:
    stream = sys.stdout
    if stream is None:
        raise UnwritableOutput("standard output is closed", advice="write to a file with -o FILE")
    try:
        if utf8:
            stream.flush()
            stream.buffer.write(_encode(text))
            stream.buffer.flush()
        else:
            stream.write(text)
            stream.flush()
    except BrokenPipeError:
        abandon_output()  # the reader has seen enough; the exit status still tells what was found
    except OSError as error:
        raise UnwritableOutput(
            f"standard output cannot be written ({(error.strerror or '').lower()})",
            advice="write to a file with -o FILE",
        ) from error
