"""A note that its writer signed: the rule that Markdown and HTML share."""

from __future__ import annotations

import re
from typing import Final

# "... into the copy. — Translator", "... illegible.—Ed.", "... left out – The Editors]"; up to four words, the last
# of them with a capital.
_SIGNATURE: Final = re.compile(
    r"""(?P<stop>[.!?…。]["'”’»)\]]{0,3})?(?P<gap>\s{0,2})(?:—|–|--|-(?=\s))\s{0,2}"""
    r"""(?P<name>[^\W\d_][^\W\d_]*\.?(?:\s[^\W\d_]+\.?){0,3})[.)\]]{0,2}\Z"""
)
_TAIL: Final = 80
_WORD: Final = re.compile(r"[^\W\d_]+")


def is_signed_note(text: str, *, marked: bool) -> bool:
    """Whether a block is an editor's or translator's note that ends with who wrote it.

    Words of a language are not needed for this: the block stands in italics or in brackets as a whole, and behind
    a dash at its end there is a short name, after a finished sentence or after words that are no title.

    Args:
        text: the whole block, spaces even.
        marked: whether all of it is set in bold or italics.
    """
    if not (marked or (text[:1] in "[(" and text[-1:] in "])")):
        return False
    found = _SIGNATURE.search(text, max(0, len(text) - _TAIL))
    if found is None or found.start() < 2:
        return False
    name = found["name"].split()
    if not name[-1][0].isupper() or (not found["stop"] and not found["gap"]):
        return False
    if found["stop"]:
        return True
    words = _WORD.findall(text[: found.start()])
    return len(words) > 2 and 2 * sum(word[0].islower() for word in words) > len(words)
