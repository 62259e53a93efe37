"""The bytes of a file or of standard input, or one line that says why not."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from editions.errors import UnreadableFile

MAX_BYTES: Final = 64 * 2**20
"""No edition of a meeting is larger than 64 MiB; a file that is would exhaust memory before it told anything."""

STANDARD_INPUT: Final = "-"

_SAVE_AS_TEXT: Final = "save it as plain text, HTML or Markdown"
# First bytes of formats that are not text, and what to do with such a file.
_SIGNATURES: Final = (
    (b"%PDF-", "is a PDF, which is not read yet", "extract its text first, for example with pdftotext"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an office document, which is not read yet", _SAVE_AS_TEXT),
    (b"{\\rtf", "is an RTF document, which is not read yet", _SAVE_AS_TEXT),
    (b"AT&TFORM", "is a DjVu scan, which is not read", "extract its text first, for example with djvutxt"),
    (b"\x1f\x8b", "is compressed", "unpack it first"),
    (b"BZh", "is compressed", "unpack it first"),
    (b"\xfd7zXZ\x00", "is compressed", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "is compressed", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is compressed", "unpack it first"),
    (b"\x89PNG\r\n", "is an image", "give the text instead"),
    (b"\xff\xd8\xff", "is an image", "give the text instead"),
    (b"GIF89a", "is an image", "give the text instead"),
    (b"GIF87a", "is an image", "give the text instead"),
    (b"II*\x00", "is an image", "give the text instead"),
    (b"MM\x00*", "is an image", "give the text instead"),
    (b"\x7fELF", "is a program", "give the text instead"),
    (b"SQLite format 3\x00", "is a database", "give the text instead"),
)
_ARCHIVE: Final = b"PK\x03\x04"
# What the names and first members of a ZIP archive tell of it.
_PACKED: Final = (
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    (b"word/document.xml", "a Word document (.docx)"),
)


def read_bytes(path: str) -> bytes:
    """Reads a file whole.

    Args:
        path: the file, or "-" for standard input.

    Returns:
        Its bytes, never more than `MAX_BYTES`.

    Raises:
        UnreadableFile: it is missing, a folder, not permitted, too large, empty, or not a text at all.
    """
    data = _read(path)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(
            f"is larger than {MAX_BYTES // 2**20} MiB", path=path, advice="give one document, or split it"
        )
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile("is empty", path=path, advice="give a file with text in it")
    if data.startswith(_ARCHIVE):
        packed = next((name for sign, name in _PACKED if sign in data), "")
        if packed:
            raise UnreadableFile(f"is {packed}, which is not read yet", path=path, advice=_SAVE_AS_TEXT)
        raise UnreadableFile("is a ZIP archive", path=path, advice="unpack it, and give one text of it")
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFile(what, path=path, advice=advice)
    return data


def _read(path: str) -> bytes:
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableFile("there is no such file", path=path, advice="check the name") from None
    except IsADirectoryError:
        raise UnreadableFile("is a folder", path=path, advice="name a file in it") from None
    except PermissionError:
        raise UnreadableFile("may not be read", path=path, advice="ask for permission to read it") from None
    except (OSError, ValueError) as error:
        # ValueError: a name that no file system can hold, such as one with a NUL byte.
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise UnreadableFile(f"cannot be read ({reason.lower()})", path=path, advice="check the name") from None
