"""Russian and other Slavic names: one skeleton for all the ways their letters are spelled in Latin ones.

The rules are those of BGN/PCGN, ALA-LC, ISO 9 and of the French and German press. Each system in which a spelling
can be read gives one skeleton; two spellings that share a skeleton can be the same name. What the systems do not
keep apart is not kept apart here either: e, ё and э; и, й and ы; hard and soft signs; double letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from editions.names.romanization.folding import fold, script_of, simplify, unmark

if TYPE_CHECKING:
    from collections.abc import Iterator

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "ž", "з": "z",
    "и": "i", "й": "i", "і": "i", "ї": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "ъ": "",
    "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip

# Each list is tried longest first, from left to right. š stands for sh, č for ch, ž for zh, c for ts, h for kh.
_ENGLISH = {
    "shch": "šč", "tch": "č", "tsch": "č", "sch": "š", "ch": "č", "sh": "š", "zh": "ž", "kh": "h", "ts": "c",
    "tz": "c", "dzh": "dž", "ph": "f", "th": "t", "ck": "k", "x": "ks", "qu": "kv", "q": "k", "w": "v", "y": "i",
    "j": "dž", "oo": "u",
}  # fmt: skip
_GERMAN = {
    "schtsch": "šč", "tsch": "č", "dsch": "dž", "sch": "š", "ch": "h", "sh": "ž", "tz": "c", "z": "c", "ts": "c",
    "\x02": "z", "w": "v", "v": "v", "j": "i", "ck": "k", "x": "ks", "ph": "f", "th": "t", "y": "i", "kh": "h",
    "qu": "kv",
}  # fmt: skip
_FRENCH = {
    "chtch": "šč", "tch": "č", "dj": "dž", "ch": "š", "j": "ž", "ou": "u", "gu": "g", "tz": "c", "ts": "c", "kh": "h",
    "x": "ks", "ph": "f", "th": "t", "y": "i", "w": "v", "q": "k",
}  # fmt: skip
_SCIENTIFIC = {"c": "c", "j": "i", "x": "h", "y": "i", "ch": "h", "w": "v", "q": "k", "kh": "h", "ts": "c"}

_HACEK = {"š": "š", "č": "č", "ž": "ž", "ś": "š", "ć": "č", "ź": "ž", "ż": "ž", "ŝ": "šč", "ș": "š", "ş": "š"}
_GERMAN_MARKS = re.compile(r"sch|w|z|j|ch")
_GERMAN_Z = re.compile(r"(?<!s)s(?=[aeiouyäöü])")
_FRENCH_MARKS = re.compile(r"ch|ou|j|[iye]ne$|gui|gue|off?$")
_SOFT_SIGN = re.compile("ь(?=[еёюяи])")
_SOFT_APOSTROPHE = re.compile("'(?=[aeiou])")
_HARD_C = re.compile(r"c(?=[aoulrkt]|$)")
_SOFT_C = re.compile(r"c(?=[eiy])")
_DOUBLED = re.compile(r"(.)\1")
_YO_AFTER_HISS = re.compile(r"(?<=[šč])o")
_I_RUN = re.compile(r"i{2,}")
_SOFT_YO = re.compile(r"(?<=[bvgdzklmnprstfhcšžč])io")
_MAX = 60


@lru_cache(maxsize=65536)
def skeletons(word: str) -> frozenset[str]:
    """Every skeleton of one word, in Latin or Cyrillic letters.

    Args:
        word: one word of a name, as printed or simplified.

    Returns:
        The skeletons, one for each way of reading the spelling; empty for other scripts.
    """
    plain = simplify(word)[:_MAX]
    script = script_of(plain)
    if script == "cyrillic":
        forms = nominatives(plain)
        # a soft sign before a vowel is heard as i: Зиновьев is Zinov'ev, Zinovev and Zinoviev
        forms |= {_SOFT_SIGN.sub("и", form) for form in forms if "ь" in form}
        return frozenset(_settle("".join(_CYRILLIC.get(letter, "") for letter in form)) for form in forms)
    if script != "latin":
        return frozenset()
    read = set(_latin(plain.replace("'", "")))
    if _SOFT_APOSTROPHE.search(plain):
        read.update(_latin(_SOFT_APOSTROPHE.sub("i", plain).replace("'", "")))
    return frozenset(filter(None, read))


def _latin(plain: str) -> Iterator[str]:
    """The skeletons of a word in Latin letters, one for each system it can be in."""
    hacek = any(letter in _HACEK for letter in plain)
    if hacek:
        plain = "".join(_HACEK.get(letter, letter) for letter in plain)
    plain = unmark(plain, keep="\u030c") if hacek else unmark(plain)
    plain = plain.replace("-", "")
    yield _settle(_apply(_soften(plain), _ENGLISH))
    if "sch" in plain.replace("tsch", ""):  # Khruschev: щ cut short
        yield _settle(_apply(_soften(plain), _ENGLISH | {"sch": "šč"}))
    if hacek or "j" in plain or "c" in plain.replace("ch", "").replace("ck", ""):
        yield _settle(_apply(plain, _SCIENTIFIC))
    if _GERMAN_MARKS.search(plain):
        # the German press has one spelling for ш and ж, and one for с and з
        voiced = _GERMAN_Z.sub("\x02", plain)
        for spelling in {plain, voiced}:
            yield _settle(_apply(spelling, _GERMAN))
            if "sch" in plain:
                hidden = spelling.replace("tsch", "\x01").replace("sch", "ž").replace("\x01", "tsch")
                yield _settle(_apply(hidden, _GERMAN))
    if _FRENCH_MARKS.search(plain):
        french = plain[:-1] if plain.endswith(("ine", "yne", "ene")) else plain
        yield _settle(_apply(_soften(french), _FRENCH))


def _soften(plain: str) -> str:
    """The letter c of English and French words: k, or s before e and i; digraphs are left alone."""
    held = plain.replace("ch", "\x01").replace("ck", "k")
    return _SOFT_C.sub("s", _HARD_C.sub("k", held)).replace("\x01", "ch")


def _apply(plain: str, rules: dict[str, str]) -> str:
    longest = max(map(len, rules))
    out: list[str] = []
    place = 0
    while place < len(plain):
        for size in range(min(longest, len(plain) - place), 0, -1):
            piece = plain[place : place + size]
            if piece in rules:
                out.append(rules[piece])
                place += size
                break
        else:
            out.append(plain[place])
            place += 1
    return "".join(out)


def _settle(code: str) -> str:
    """Takes away what the systems do not keep apart."""
    code = _DOUBLED.sub(r"\1", code.replace(" ", ""))
    if code.endswith(("of", "ef")):
        code = code[:-1] + "v"
    if code.startswith(("ie", "io")):  # ye-, je-, ie-: е; yo-: ё
        code = "e" + code[2:]
    code = _YO_AFTER_HISS.sub("e", code)
    code = _SOFT_YO.sub("e", code)
    code = code.replace("eie", "ee").replace("aie", "ae").replace("oie", "oe").replace("uie", "ue").replace("iie", "ie")
    code = _I_RUN.sub("i", code)
    return _DOUBLED.sub(r"\1", code) if "e" not in code else code


_CASES = (
    ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"), ("ской", "ская"), ("скую", "ская"),
    ("ого", "ый"), ("ому", "ый"), ("ым", "ый"), ("его", "ий"), ("ему", "ий"),
    ("ии", "ия"), ("ию", "ия"), ("ией", "ия"), ("иею", "ия"),
    ("ою", "а"), ("ой", "а"), ("ом", ""), ("ем", "ь"), ("ем", "й"), ("ём", "ь"), ("ью", "ь"),
    ("а", ""), ("у", ""), ("е", ""), ("ым", ""), ("ы", "а"), ("и", "а"), ("у", "а"), ("е", "а"), ("ы", ""), ("и", "ь"),
    ("я", "й"), ("ю", "й"), ("е", "й"), ("я", "ь"), ("ю", "ь"), ("ю", "я"), ("и", "я"), ("ей", "я"), ("е", "я"),
)  # fmt: skip


def nominatives(word: str) -> set[str]:
    """A Cyrillic word as printed, and what it may be in the nominative (Сталину, Вышинского, Берии)."""
    forms = {word}
    for ending, nominative in _CASES:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            forms.add(word[: -len(ending)] + nominative)
    return forms


@lru_cache(maxsize=65536)
def same_sounds(first: str, second: str) -> bool:
    """Whether two words can be one Slavic (or other) name spelled by two systems."""
    return fold(first) == fold(second) or not skeletons(first).isdisjoint(skeletons(second))
