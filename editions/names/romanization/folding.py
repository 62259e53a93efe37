"""One spelling reduced to what all systems share: lower case, plain letters, one kind of apostrophe and hyphen."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼʻ`´ʹ′＇"
HYPHENS = "-‐‑‒–—﹣－"
# Raised figures, daggers and stars: what print sets after a word to send the reader to a note.
NOTE_MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹†‡*"

_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_NO_NOTE = str.maketrans(dict.fromkeys(NOTE_MARKS))
_HYPHEN = str.maketrans(dict.fromkeys(HYPHENS, "-"))
# Letters that Unicode does not take apart into a base and a mark.
_WHOLE = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_DIAERESIS = "\u0308"
_BREVE = "\u0306"
_SPACES = re.compile(r"[\s\u00a0]+")
# Longer than any name; a whole paragraph handed over by mistake must not cost more than a name does.
_LONGEST = 200


@lru_cache(maxsize=65536)
def simplify(text: str) -> str:
    """Lower case, one apostrophe, one hyphen, single spaces, no marks of notes; marks on letters are kept."""
    text = unicodedata.normalize("NFKC", text[:_LONGEST].translate(_NO_NOTE)).translate(_APOSTROPHE).translate(_HYPHEN)
    return _SPACES.sub(" ", text.casefold()).strip()


def _is_cyrillic_base(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff"


@lru_cache(maxsize=65536)
def unmark(text: str, *, keep: str = "") -> str:
    r"""Takes the marks off Latin and Greek letters.

    Args:
        text: a simplified text.
        keep: combining marks that stay ("\u0308" keeps the diaeresis of ü).

    Returns:
        The text, composed; Cyrillic й and ё keep their marks, for they are letters of their own.
    """
    if text.isascii():
        return text
    kept: list[str] = []
    base = ""
    for letter in unicodedata.normalize("NFD", text.translate(_WHOLE)):
        if not unicodedata.combining(letter):
            base = letter
            kept.append(letter)
        elif letter in keep or _is_cyrillic_base(base):
            kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """What two spellings have in common that differ only in case, marks, apostrophes and hyphens.

    Letters and digits of any script remain, with one space where a space or a hyphen stood.
    """
    plain = unmark(simplify(text)).replace("'", "").replace("-", " ")
    return _SPACES.sub(" ", "".join(letter if letter.isalnum() else " " for letter in plain)).strip()


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """The script most letters of the text are in: latin, cyrillic, greek, han, hangul, kana, other, or none."""
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else "none"
    counts: dict[str, int] = {}
    for letter in text[:_LONGEST]:
        if letter.isalpha():
            script = _script(letter)
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script]) if counts else "none"


def _script(letter: str) -> str:
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code < 0x1F00 or 0xFF21 <= code <= 0xFF5A:
        return "latin"
    for low, high, name in (
        (0x370, 0x3FF, "greek"),
        (0x1F00, 0x1FFF, "greek"),
        (0x400, 0x52F, "cyrillic"),
        (0x1100, 0x11FF, "hangul"),
        (0xAC00, 0xD7A3, "hangul"),
        (0x3040, 0x30FF, "kana"),
        (0x3400, 0x9FFF, "han"),
        (0xF900, 0xFAFF, "han"),
        (0x20000, 0x323AF, "han"),
    ):
        if low <= code <= high:
            return name
    return "other"
