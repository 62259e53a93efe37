"""Characters and spaces made safe and even: what every reader does to text before anybody else sees it.

Spaces: every Unicode space becomes a plain one, except that a no-break, thin, figure or narrow space *between
two digits* becomes U+00A0, because it may group the digits of one number ("83 000") where a plain space may
not.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Escape sequences of ECMA-48, removed as wholes so that their letters do not stay behind: CSI; the strings
# OSC, DCS, SOS, PM and APC with their terminator; other sequences of ESC, intermediates and a final byte.
_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_NEWLINE = re.compile("\r\n?|[\x85\u2028\u2029]")
# C0 and C1 controls, soft hyphen, bidirectional marks, embeddings, overrides and isolates, zero-width space,
# word joiner, byte order mark, interlinear annotation, tags. The joiners U+200C and U+200D stay: they are
# spelling.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_GROUPING_SPACE = re.compile("(?<=[0-9])[\xa0\u2004-\u2009\u202f](?=[0-9])")
_RUN_OF_SPACE = re.compile("[ \t\n]+")
_GROUP = "\xa0"
_HELD = "\x00"  # cannot occur in cleaned text

_HYPHEN_AT_END = re.compile(r"\w[-‐‑]\Z")
# After a suspended hyphen ("two- and three-year plans") a space belongs.
_AFTER_SUSPENDED = re.compile(r"(?:and|or|to|nor|but|und|oder|bis|et|ou|à|y|o|e|и|или|до)\b")
_DASH_AT_END = re.compile(r"\S(?:--|—)\Z")
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")


def clean_characters(text: str) -> str:
    r"""Removes what could command a terminal, and makes newlines, odd spaces and composed letters even.

    Args:
        text: any text.

    Returns:
        The text in NFC, with ``\n`` and ``\t`` as its only control characters; its lines are those of
        ``text``.
    """
    text = _NEWLINE.sub("\n", text)
    text = _ESCAPE.sub("", text)
    text = _UNSAFE.sub("", text)
    if text.isascii():
        return text
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _ODD_SPACE.search(text):
        text = _GROUPING_SPACE.sub(_HELD, text)
        text = _ODD_SPACE.sub(" ", text).replace(_HELD, _GROUP)
    return text


def even_spaces(text: str) -> str:
    """One plain space between words and none at the ends; U+00A0 between digits stays."""
    return _RUN_OF_SPACE.sub(" ", text).strip(" ")


def join_lines(lines: Sequence[str], *, tight_dash: bool = True) -> str:
    """Undoes a hard wrap.

    A hyphen at the end of a line stays and joins without a space ("P'ing-ti-" + "ch'üan"): whether it divides
    a word or belongs to it cannot be known, and it stays as printed. So does a dash where the text sets
    dashes without spaces. Lines of Chinese or Japanese join without a space.

    Args:
        lines: the lines of one block.
        tight_dash: whether this text sets dashes without spaces around them.

    Returns:
        The text of the block on one line.
    """
    if len(lines) == 1:
        return even_spaces(lines[0])
    parts: list[str] = []
    before = ""
    for line in lines:
        after = line.strip()
        if not after:
            continue
        if before and not _joins_tightly(before, after, tight_dash):
            parts.append(" ")
        parts.append(after)
        before = after
    return even_spaces("".join(parts))


def sets_dashes_tight(text: str) -> bool:
    """Whether a text sets its dashes without spaces around them."""
    tight = len(re.findall(r"\w(?:--|—)\w", text))
    spaced = len(re.findall(r"\w (?:--|—) \w", text))
    return tight >= spaced


def _joins_tightly(before: str, after: str, tight_dash: bool) -> bool:
    if before[-1] in "-‐‑" and _HYPHEN_AT_END.search(before[-3:]):
        return after[0].isalnum() and not _AFTER_SUSPENDED.match(after)
    if tight_dash and _DASH_AT_END.search(before[-4:]):
        return after[0].isalnum() or after[0] in "\"'“‘"
    return bool(_UNSPACED.match(before[-1]) and _UNSPACED.match(after[0]))
