"""What an editor's bracket after a name says: another name of the same entity, or something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editions.model import NameKind
from editions.names.romanization.folding import NOTE_MARKS
from editions.names.romanization.places import places_named
from editions.names.words import words_of

if TYPE_CHECKING:
    from editions.names.vocabulary import Vocabulary

_BRACKET = re.compile(rf"[{NOTE_MARKS}]{{0,3}}\s{{0,2}}(?:\[([^\[\]]{{2,160}})\]|\(([^()]{{2,80}})\))")
_CUT = re.compile(r"[,;:—–]|\s-\s")
_LEADING = re.compile(r"(?:also|formerly|now|today|i\.\s?e\.|or|that is|called|known as|aka|=)[\s,]+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|le|la|les|l'|der|die|das)\s+", re.IGNORECASE)
_EDITORIAL = frozenset(
    [
        "ed",
        "eds",
        "editor",
        "editors",
        "sic",
        "signed",
        "signature",
        "stamp",
        "stamped",
        "note",
        "notes",
        "trans",
        "transl",
        "illegible",
    ]
)


def gloss_after(text: str, end: int, kind: NameKind, known: Vocabulary) -> tuple[str, int] | None:
    """The gloss that stands right after a name.

    Args:
        text: the text.
        end: offset after the name.
        kind: what the name is a name of.
        known: what the language says of capitalised words.

    Returns:
        The gloss and the offset after its bracket; None where the bracket holds a title, a sense, a date, a repair or
        nothing that names anything.
    """
    match = _BRACKET.match(text, end)
    if match is None:
        return None
    square = match.group(1) is not None
    inside = (match.group(1) or match.group(2)).strip()
    inside = _LEADING.sub("", inside, count=1)
    inside = _ARTICLE.sub("", _CUT.split(inside, maxsplit=1)[0].strip(), count=1).strip(" .\"'“”‘’")
    if not inside or inside[-1] in "?!" or any(letter.isdigit() for letter in inside):
        return None
    words = list(words_of(inside))
    if not words or not words[0].capital or len(words) > 8 or not _only_words(inside):
        return None
    plain = [word.plain for word in words]
    if set(plain) & _EDITORIAL or any(word.plain in known.dates or known.is_no_name(word.text) for word in words):
        return None
    if plain[0] in known.titles or " ".join(plain) in known.titles or plain[0] in known.openers:
        return None
    if plain[-1] in known.titles or all(known.is_people(word) or word in known.quarters for word in plain):
        return None
    small = [word for word in words if not word.capital and word.plain not in known.particles | known.joiners]
    if small and not (square and len(small) * 2 < len(words)):
        return None
    if not small and any(word in known.titles for word in plain[:2]):
        return None
    # "Vyshinsky (USSR)" says where he is from: a well-known place glosses only another place
    if places_named(inside) and kind in (NameKind.PERSON, NameKind.UNKNOWN) and (not square or kind is NameKind.PERSON):
        return None
    return inside, match.end()


def _only_words(inside: str) -> bool:
    return all(letter.isalpha() or letter in " '’-.\u0301\u0308()" for letter in inside)
