"""What may be sent to a terminal: any text, with the characters that would command it made visible."""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, bidirectional overrides and isolates (which can make a
# line read as something it does not say), interlinear marks, lone surrogates (undecodable file names).
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")


def escape(found: re.Match[str]) -> str:
    """Writes one unsafe character as an escape that a reader can see and a JSON parser understands."""
    return f"\\u{ord(found[0]):04x}"


def printable(text: object) -> str:
    r"""Makes any text safe for a terminal and fit for one line.

    Args:
        text: a path, a name or a text of unknown origin; anything else is turned into text first.

    Returns:
        The same text with each control character, bidirectional override and lone surrogate written as
        ``\uXXXX``; line ends and tabs, which are controls too, included.
    """
    return UNSAFE.sub(escape, str(text))
