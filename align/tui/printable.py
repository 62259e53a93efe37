"""What may be drawn: any text, each character that could command the terminal replaced by one that cannot."""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, bidirectional overrides and isolates, interlinear marks,
# lone surrogates (which cannot be encoded) and the soft hyphen, on whose width terminals do not agree.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
_SPACES = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029")


def drawable(text: str) -> str:
    """Makes a text safe to draw without moving any character: offsets into it stay right.

    Args:
        text: any text.

    Returns:
        A text of the same length: line ends and tabs are spaces, other C0 controls their pictures (ESC is ␛),
        the rest of what a terminal might obey is U+FFFD, and a soft hyphen is a word joiner.
    """
    return _UNSAFE.sub(_stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    character = found[0]
    if character in _SPACES:
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    return "\u2060" if character == "\u00ad" else "\ufffd"
