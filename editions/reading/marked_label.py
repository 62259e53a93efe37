"""A speaker marked by bold or italic type at the head of a block: the rule that Markdown and HTML share."""

from __future__ import annotations

import re

from editions.reading.cleaning import even_spaces

_MAX_LENGTH = 60
_ASIDE = re.compile(r"\s*[(\[][^)\]]{0,80}[)\]]")
_SPEECH = re.compile(r" [\"'“‘«(\[]?(?![a-zà-öø-ÿа-яё])[^\W_]")
_END = re.compile(r"\s*[:：]\s*")


def find_marked_label(marked: str, text: str) -> tuple[str, int] | None:
    """Tells whether the marked type at the head of a block names a speaker.

    It does where a colon or full stop ends it ("**Stalin:** We ...", "**Stalin.** We ..."), or where a colon
    follows, perhaps after an aside ("**Zhou** *(smiling)*: We ..."), or where a new sentence begins behind it
    ("**ZHOU** We ..."). Bold words that run on into the sentence do not.

    Args:
        marked: the characters at the head of the block that are set in marked type.
        text: the whole block, spaces even.

    Returns:
        The label without its punctuation and aside, and the offset in ``text`` of what is said; or None.
    """
    head = even_spaces(marked)
    if not head or len(head) > _MAX_LENGTH or not text.startswith(head):
        return None
    if head[-1] in ":：—–":
        end = len(head)
    elif following := _END.match(text, _aside_end(text, len(head))):
        end = following.end()
    elif len(head.split()) > 5 or len(head) == len(text):
        return None
    elif head[-1] == ".":
        end = len(head)
    elif _SPEECH.match(text, _aside_end(text, len(head))):
        end = _aside_end(text, len(head))
    else:
        return None
    while end < len(text) and text[end] == " ":
        end += 1
    label = _ASIDE.sub("", head).strip(" .:：—–-")
    return (label, end) if any(char.isalpha() for char in label) else None


def _aside_end(text: str, start: int) -> int:
    aside = _ASIDE.match(text, start)
    return aside.end() if aside else start
