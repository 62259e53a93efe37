"""From a file to an edition: reading, then structure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editions.reading import read_blocks
from editions.structure import find_structure, read_rules

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from editions.model import Edition


def read_edition(
    path: str | os.PathLike[str],
    *,
    siglum: str | None = None,
    language: str | None = None,
    rules: str | os.PathLike[str] | Mapping[str, Any] | None = None,
) -> Edition:
    """Reads one text of a meeting and finds its turns.

    Args:
        path: the file, or "-" for standard input; plain text, Markdown, HTML or TEI.
        siglum: short name of the edition, "A" by default; turn ids begin with it.
        language: ISO 639 code of the text; by default what it says of itself, else a guess.
        rules: a YAML file or mapping that overrides guesses; see `editions.structure.rules`.

    Returns:
        The edition: blocks, turns with their speakers, front and back matter, headings, notes, roster.

    Raises:
        EditionError: the file or the rules cannot be read; the message is one line and says what to do.
    """
    given = read_rules(rules)
    document = read_blocks(path)
    return find_structure(document, siglum=siglum or "A", language=language, rules=given)
