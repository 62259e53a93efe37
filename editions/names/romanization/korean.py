"""What a spelling can stand for as Korean: McCune-Reischauer, Revised, press habits, Russian forms, Hangul.

A syllable is an onset, a vowel and a coda. Each system spells these differently and drops distinctions of its own
(press "u" is ŏ, u or ŭ), so a written piece stands for a set, and two spellings agree where the sets meet.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from editions.names.romanization.folding import script_of, simplify, unmark
from editions.names.romanization.mandarin import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

KOREAN = "korean"
KOREAN_RUSSIAN = "korean by way of russian"

_BREVE = "\u0306"
_MOST_SPLITS = 8
_LONGEST = 8

# Written piece -> what it can be. "K P T C" are the aspirates, doubled letters the tense consonants.
_ONSETS: dict[str, str] = {
    "": "-", "k": "k K", "g": "k", "kk": "kk", "k'": "K", "kh": "K", "n": "n", "t": "t T", "d": "t", "tt": "tt",
    "t'": "T", "th": "T", "r": "r", "l": "r", "rh": "r", "m": "m", "p": "p P", "b": "p", "pp": "pp", "p'": "P",
    "ph": "P", "s": "s", "ss": "ss", "sh": "s", "ch": "c C", "j": "c", "dj": "c", "jj": "cc", "tch": "cc",
    "ch'": "C", "h": "h",
}  # fmt: skip
_VOWELS: dict[str, str] = {
    "a": "a", "ah": "a", "ae": "ae", "ai": "ae", "ya": "ya", "yae": "yae", "ŏ": "ŏ", "o": "o ŏ", "eo": "ŏ", "oh": "o",
    "e": "e", "yŏ": "yŏ", "yo": "yo yŏ", "yeo": "yŏ", "you": "yŏ", "ye": "ye", "wa": "wa", "wae": "wae", "oe": "oe",
    "oi": "oe", "u": "u ŭ ŏ", "oo": "u", "woo": "u", "wu": "u", "wŏ": "wŏ", "wo": "wŏ", "weo": "wŏ", "we": "we oe",
    "wi": "wi", "yu": "yu yŏ", "yoo": "yu", "ŭ": "ŭ", "eu": "ŭ", "ŭi": "ŭi", "ui": "ŭi wi", "eui": "ŭi", "i": "i",
    "ee": "i ŭi", "yi": "i", "y": "ŭ",
}  # fmt: skip
_CODAS: dict[str, str] = {
    "": "-", "k": "k", "g": "k", "ck": "k", "n": "n", "t": "t", "d": "t", "s": "t", "l": "l", "r": "l", "m": "m",
    "p": "p", "b": "p", "ng": "ng",
}  # fmt: skip
_RUSSIAN_ONSETS: dict[str, str] = _ONSETS | {
    "kh": "h K", "pkh": "P", "tkh": "T", "tskh": "C", "ts": "c C", "dzh": "c", "chzh": "c", "chkh": "C",
}  # fmt: skip
_RUSSIAN_VOWELS: dict[str, str] = _VOWELS | {
    "e": "e ŏ yŏ ye", "ia": "ya", "iu": "yu", "io": "yo yŏ", "y": "ŭ", "va": "wa", "vo": "wŏ", "ve": "we oe wae",
    "ai": "ae ai", "ei": "e",
}  # fmt: skip
_RUSSIAN_CODAS: dict[str, str] = _CODAS | {"n": "n ng", "n'": "n"}

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "дж": "dzh", "е": "e", "ё": "io", "ж": "zh", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "ы": "y", "ь": "'", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip

# Hangul syllables are numbered by arithmetic: (onset * 21 + vowel) * 28 + coda, from U+AC00 (Unicode, chapter 3.12).
_JAMO_ONSETS = [
    "k",
    "kk",
    "n",
    "t",
    "tt",
    "r",
    "m",
    "p",
    "pp",
    "s",
    "ss",
    "-",
    "c",
    "cc",
    "C",
    "K",
    "T",
    "P",
    "h",
]
_JAMO_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "ŏ",
    "e",
    "yŏ",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wŏ",
    "we",
    "wi",
    "yu",
    "ŭ",
    "ŭi",
    "i",
]
_JAMO_CODAS = [
    "-",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]


def in_latin(text: str) -> str:
    """Cyrillic letters of a Korean name in Latin ones; other letters, simplified, as they are."""
    return "".join(_CYRILLIC.get(letter, letter) for letter in simplify(text))


# Marks of a Korean name that came by way of Russian: -r for l ("Ir"), aspirates as kh, iotated vowels.
_BY_RUSSIAN = re.compile(r"r\b|[ptk]kh|tskh|\bts|kh[eyi]|i[aueo]|dzh|chzh")


def may_be_by_russian(text: str) -> bool:
    """Whether a spelling in Latin letters has the marks of a Russian original."""
    return script_of(text) == "cyrillic" or _BY_RUSSIAN.search(simplify(text)) is not None


@cache
def surname_table() -> dict[str, frozenset[str]]:
    """Spelling of a Korean surname (lower case) -> keys of the surnames it can be."""
    table: dict[str, set[str]] = {}
    source = resources.files(__package__) / "korean_surnames.tsv"
    for line in source.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        key, spellings = line.split("\t")
        for spelling in (key, *spellings.split(",")):
            for form in {spelling, unmark(spelling).replace("'", "")}:
                table.setdefault(form, set()).add(key)
    return {spelling: frozenset(keys) for spelling, keys in table.items()}


@lru_cache(maxsize=16384)
def _syllable(written: str, russian: bool) -> frozenset[str]:
    """What a written syllable can be; nothing where it is none."""
    onsets = _RUSSIAN_ONSETS if russian else _ONSETS
    vowels = _RUSSIAN_VOWELS if russian else _VOWELS
    codas = _RUSSIAN_CODAS if russian else _CODAS
    # Every way to cut it in three: far fewer than there are syllables, so no table of them is made.
    return frozenset(
        f"{start}.{middle}.{end}"
        for onset in range(len(written))
        for coda in range(onset + 1, len(written) + 1)
        if written[:onset] in onsets and written[onset:coda] in vowels and written[coda:] in codas
        for start in onsets[written[:onset]].split()
        for middle in vowels[written[onset:coda]].split()
        for end in codas[written[coda:]].split()
    )


@lru_cache(maxsize=16384)
def _split(token: str, russian: bool) -> tuple[tuple[frozenset[str], ...], ...]:
    if len(token) > 30:
        return ()
    size = len(token)
    ways: list[list[tuple[frozenset[str], ...]]] = [[] for _ in range(size + 1)]
    ways[0] = [()]
    for start in range(size):
        if not ways[start]:
            continue
        for end in range(start + 1, min(size, start + _LONGEST) + 1):
            options = _syllable(token[start:end], russian)
            if options:
                room = _MOST_SPLITS - len(ways[end])
                ways[end].extend((*head, options) for head in ways[start][:room])
    fewest = min(map(len, ways[-1]), default=0)
    return tuple(way for way in ways[-1] if len(way) == fewest)


@lru_cache(maxsize=16384)
def read_korean(text: str, *, russian: bool = False) -> tuple[Reading, ...]:
    """Every way to read the words of a name as Korean syllables.

    Args:
        text: a name or part of one, in Latin, Cyrillic or Hangul letters.
        russian: read Latin letters as a transcription of the Russian form ("Kim Ir Sen").

    Returns:
        The readings; () where the spelling is not Korean.
    """
    plain = simplify(text)
    script = script_of(plain)
    if script == "hangul":
        syllables = tuple(_decompose(plain))
        return (Reading(KOREAN, syllables),) if syllables else ()
    if script == "cyrillic":
        plain, russian = in_latin(plain), True
    elif script != "latin":
        return ()
    plain = unmark(plain, keep=_BREVE).replace("-", " ")
    tokens = [token for token in plain.split(" ") if token]
    per_token = [_split(token, russian) or _split(token.replace("'", ""), russian) for token in tokens]
    if not per_token or not all(per_token) or len(per_token) > 5:
        return ()
    readings: list[tuple[frozenset[str], ...]] = [()]
    for options in per_token:
        readings = [head + way for head in readings for way in options][:_MOST_SPLITS]
    return tuple(Reading(KOREAN_RUSSIAN if russian else KOREAN, way) for way in readings)


def _decompose(text: str) -> Iterator[frozenset[str]]:
    for letter in text:
        number = ord(letter) - 0xAC00
        if 0 <= number < 11172:
            onset = _JAMO_ONSETS[number // 588]
            vowel = _JAMO_VOWELS[number % 588 // 28]
            yield frozenset((f"{onset}.{vowel}.{_JAMO_CODAS[number % 28]}",))


# Hangul of the surnames, for names written in it; the initial sound law gives some of them two forms.
_HANGUL_SURNAMES = {
    "김": "gim", "이": "ri", "리": "ri", "박": "bak", "최": "choe", "정": "jeong",
    "강": "gang", "조": "jo", "윤": "yun", "장": "jang", "임": "rim", "림": "rim", "한": "han",
    "오": "o", "서": "seo", "신": "sin", "권": "gwon", "황": "hwang", "안": "an", "송": "song",
    "유": "yu", "류": "yu", "홍": "hong", "전": "jeon", "고": "go", "문": "mun", "손": "son",
    "양": "yang", "배": "bae", "백": "baek", "허": "heo", "남": "nam", "심": "sim", "노": "ro",
    "로": "ro", "하": "ha", "곽": "gwak", "성": "seong", "차": "cha", "주": "ju", "우": "u",
    "구": "gu", "민": "min", "진": "jin", "나": "na", "라": "na", "엄": "eom", "원": "won",
    "천": "cheon", "방": "bang", "공": "gong", "현": "hyeon", "함": "ham", "변": "byeon",
    "염": "yeom", "여": "yeo", "표": "pyo", "기": "gi", "마": "ma", "길": "gil", "연": "yeon",
}  # fmt: skip


def hangul_surname(text: str) -> list[tuple[frozenset[str], str]]:
    """Surname keys and given name of a name in Hangul; [] where the first syllable is no surname."""
    plain = text.replace(" ", "")
    key = _HANGUL_SURNAMES.get(plain[:1])
    return [(frozenset((key,)), plain[1:])] if key else []
