"""What a spelling can stand for as Mandarin: sets of toneless syllables, system by system."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

from editions.names.romanization.folding import script_of, simplify, unmark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PINYIN = "pinyin"
WADE_GILES = "wade-giles"
WADE_GILES_BARE = "wade-giles without apostrophes"
PALLADIUS = "palladius"
PALLADIUS_LATIN = "palladius in latin letters"
YALE = "yale"
EFEO = "efeo"
GERMAN = "german press"
PRESS = "press"
MIXED = "mixed"

# Which systems a spelling is tried in: the first tier in which it parses wholly decides. A French or German
# reading of a spelling that is good Pinyin or Wade-Giles is never taken, unless it has been declared.
_TIERS = ((PINYIN, WADE_GILES), (PRESS,), (PALLADIUS_LATIN, YALE, EFEO, GERMAN))
_DIAERESIS = "\u0308"
_MOST_SPLITS = 12
_LONGEST_TOKEN = 40
_LONGEST_SYLLABLE = 8
# Syllables that no printer joins to the one before without a hyphen or an apostrophe.
_NEVER_INSIDE = frozenset(("a", "e", "o", "i", "ou"))
_VOWELS = frozenset("aeo")

COMPOUND_SURNAMES = frozenset(
    {
        ("ou", "yang"),
        ("si", "ma"),
        ("si", "tu"),
        ("zhu", "ge"),
        ("shang", "guan"),
        ("xia", "hou"),
        ("huang", "fu"),
    }
    | {("dong", "fang"), ("gong", "sun"), ("mu", "rong"), ("ling", "hu"), ("yu", "wen"), ("zhang", "sun")}
)

Syllables = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a whole name.

    Attributes:
        system: the system it is read in.
        syllables: for each syllable, every toneless Pinyin syllable it can stand for there.
        heads: number of syllables in each word (between spaces or hyphens).
    """

    system: str
    syllables: Syllables
    heads: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many Pinyin spellings the reading leaves open."""
        total = 1
        for options in self.syllables:
            total *= len(options)
        return total


@cache
def syllable_table() -> tuple[dict[str, str], ...]:
    """The rows of ``syllables.tsv``: column name -> spelling."""
    rows: list[dict[str, str]] = []
    columns: list[str] = []
    source = resources.files(__package__) / "syllables.tsv"
    for line in source.read_text("utf-8").splitlines():
        if line.startswith("#"):
            columns = line[2:].split("\t")
            continue
        cells = line.split("\t")
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return tuple(rows)


@cache
def inventory(system: str) -> dict[str, frozenset[str]]:
    """Every syllable of a system as it is spelled, and the Pinyin syllables it can stand for."""
    table: dict[str, set[str]] = {}
    for row in syllable_table():
        for spelling in _spellings(row, system):
            table.setdefault(spelling, set()).add(row["pinyin"])
    return {spelling: frozenset(found) for spelling, found in table.items()}


def _spellings(row: dict[str, str], system: str) -> Iterator[str]:
    wade = unmark(row["wade-giles"], keep=_DIAERESIS)
    if system == PINYIN:
        yield from {row["pinyin"], row["pinyin"].replace("ü", "v")}
        if "ü" in row["pinyin"]:
            yield row["pinyin"].replace("ü", "u")
            yield row["pinyin"].replace("ü", "yu")
    elif system == WADE_GILES:
        yield from _wade_habits(wade)
    elif system == WADE_GILES_BARE:
        yield from (_bare(form) for form in _wade_habits(wade))
    elif system == PRESS:
        yield from (_bare(form) for form in _wade_habits(wade))
        yield from filter(None, row["press"].split(","))
    elif system == PALLADIUS:
        yield from _palladius_habits(row["palladius"])
    elif system == PALLADIUS_LATIN:
        for form in _palladius_habits(row["palladius"]):
            # the soft sign that parts -n from -ng is the first thing lost on the way
            yield from _in_latin(form)
    elif system == EFEO:
        for form in row["efeo"].split(","):
            yield from {form, _bare(form), form.replace("ö", "o").replace("'", ""), form.replace("ö", "e")}
    elif system == GERMAN:
        for form in _wade_habits(wade):
            bare = _bare(form)
            yield "tsch" + bare[2:] if bare.startswith("ch") else bare.replace("sh", "sch").replace("hs", "s")
            if bare.startswith("hs"):
                yield bare
    else:
        yield row[system]


def _bare(form: str) -> str:
    return unmark(form).replace("'", "")


def _wade_habits(form: str) -> Iterator[str]:
    """A Wade-Giles syllable and the forms that printers who follow the system use beside it."""
    yield form
    if form == "i":
        yield "yi"
    if form == "ssu":
        yield "szu"
    if form == "yeh":
        yield "ye"
    if form in ("ko", "k'o", "ho"):  # ko/kê, k'o/k'ê, ho/hê: both stand in Giles' own dictionary
        yield form.replace("o", "e")
    if form == "te":  # Chu Teh, P'eng Teh-huai: the usual exception of the period
        yield "teh"
    if form in ("lo", "no", "jo", "so", "to", "t'o", "tso", "ts'o", "cho", "ch'o"):
        yield form[:-1] + "uo"


def _palladius_habits(form: str) -> Iterator[str]:
    """A Palladius syllable and what Russian print makes of it: е for э, older ы."""
    forms = {form, form.replace("э", "е")}
    if form[:1] in "пфмб" and "эн" in form:
        forms.add(form.replace("э", "ы"))
    if form == "хуэй":
        forms.add("хой")
    yield from sorted(forms)


# Cyrillic letters of Palladius as BGN/PCGN, ALA-LC, ISO 9 in ASCII, and careless transcription write them.
_LATIN = {
    "а": ("a",), "б": ("b",), "в": ("v", "w"), "г": ("g",), "д": ("d",), "е": ("e", "ye"), "ж": ("zh",),
    "и": ("i",), "й": ("i", "y", "j"), "к": ("k",), "л": ("l",), "м": ("m",), "н": ("n",), "о": ("o",),
    "п": ("p",), "р": ("r",), "с": ("s",), "т": ("t",), "у": ("u",), "ф": ("f",), "х": ("kh", "h"),
    "ц": ("ts",), "ч": ("ch",), "ш": ("sh",), "ы": ("y",), "ь": ("",), "э": ("e",), "ю": ("iu", "yu", "ju"),
    "я": ("ia", "ya", "ja"), "ё": ("e", "yo"),
}  # fmt: skip


def _in_latin(form: str) -> set[str]:
    options: tuple[str, ...]
    spelled = {""}
    rest = form
    while rest:
        if rest.startswith("чж"):
            options, size = ("chzh", "chj"), 2
        elif rest.startswith("цз"):
            options, size = ("tsz", "dz", "ts"), 2
        else:
            options, size = _LATIN.get(rest[0], ("",)), 1
        rest = rest[size:]
        spelled = {head + option for head in spelled for option in options}
    return spelled


@lru_cache(maxsize=32768)
def split_token(token: str, system: str) -> tuple[Syllables, ...]:
    """Every way to cut a word (no space, no hyphen) into as few syllables as can be; () where there is none."""
    table = inventory(system)
    if len(token) > _LONGEST_TOKEN:
        return ()
    size = len(token)
    ways: list[list[Syllables]] = [[] for _ in range(size + 1)]
    ways[0] = [()]
    for start in range(size):
        if not ways[start]:
            continue
        for end in range(start + 1, min(size, start + _LONGEST_SYLLABLE) + 1):
            options = table.get(token[start:end])
            if options is None or (start and token[start:end] in _NEVER_INSIDE and system != PALLADIUS):
                continue
            room = _MOST_SPLITS - len(ways[end])
            ways[end].extend((*head, options) for head in ways[start][:room])
    fewest = min(map(len, ways[-1]), default=0)
    return tuple(dict.fromkeys(way for way in ways[-1] if len(way) == fewest))


def _tokens(text: str, system: str) -> list[str]:
    """Words of a simplified text as a system spells them."""
    if system == PINYIN:
        text = _without_tones(text).replace("'", "-")
    elif system == WADE_GILES:
        text = unmark(text, keep=_DIAERESIS)
    elif system == PALLADIUS:
        text = text.replace("'", "")
    else:
        text = unmark(text).replace("'", "")
    return [token for token in text.replace("-", " ").replace(".", " ").split(" ") if token]


def _without_tones(text: str) -> str:
    return unmark(text, keep=_DIAERESIS)


def _read_in(text: str, systems: tuple[str, ...]) -> Iterator[Reading]:
    """Readings of a whole simplified name, each word in one of the systems given."""
    if len(systems) == 1:
        per_token = [split_token(token, systems[0]) for token in _tokens(text, systems[0])]
    else:
        bare = [[*_tokens(text, system)] for system in systems]
        if len({len(tokens) for tokens in bare}) > 1:
            return
        per_token = [
            tuple({way for system, token in zip(systems, column, strict=True) for way in split_token(token, system)})
            for column in zip(*bare, strict=True)
        ]
    if not per_token or not all(per_token) or len(per_token) > 6:
        return
    readings: list[tuple[Syllables, tuple[int, ...]]] = [((), ())]
    for options in per_token:
        ordered = sorted(options, key=len)
        readings = [
            (head + way, (*heads, len(way))) for head, heads in readings for way in ordered if len(head) + len(way) <= 8
        ][:_MOST_SPLITS]
    system = systems[0] if len(systems) == 1 else MIXED
    for syllables, heads in readings:
        yield Reading(system, syllables, heads)


@lru_cache(maxsize=32768)
def read_mandarin(text: str, system: str | None = None) -> tuple[Reading, ...]:
    """Every way to read a whole name as Mandarin.

    Args:
        text: the name, without title or initials.
        system: the system it is declared to be in; None tries the usual ones first.

    Returns:
        The readings of the first tier of systems in which the whole name parses; () where none does.
    """
    plain = simplify(text)
    script = script_of(plain)
    if script == "cyrillic":
        found = [reading for form in _undeclined(plain) for reading in _read_in(form, (PALLADIUS,))]
        return tuple(dict.fromkeys(found))
    if script != "latin":
        return ()
    if system is not None:
        declared = tuple(_read_in(plain, (system,)))
        if declared or system != WADE_GILES:
            return declared
        return tuple(_read_in(plain, (WADE_GILES_BARE,))) or tuple(_read_in(plain, (PRESS,)))
    for tier in _TIERS[2:] if _has_foreign_mark(plain) else _TIERS:
        found = []
        for each in tier:
            found.extend(_read_each(plain, each))
        if found and not all(_hangs_on_a_vowel(reading, plain) for reading in found):
            return tuple(found)
        if found:
            # "Sian" is Xi'an only if its apostrophe was left out: a reading by the next tier is as good.
            return (*found, *_read_in(plain, (PRESS,)))
    return tuple(_read_in(plain, (PINYIN, WADE_GILES_BARE, PRESS)))


@lru_cache(maxsize=8192)
def read_in_any_system(text: str) -> tuple[Reading, ...]:
    """Every reading of a whole name in Latin letters, in all systems: for what might be, not for what is likely."""
    plain = simplify(text)
    if script_of(plain) != "latin":
        return read_mandarin(text)
    return tuple(reading for tier in _TIERS for each in tier for reading in _read_each(plain, each))


def _read_each(plain: str, system: str) -> Iterable[Reading]:
    return _read_wade(plain) if system == WADE_GILES else _read_in(plain, (system,))


def _has_foreign_mark(plain: str) -> bool:
    """Whether a letter has a mark that neither Pinyin nor Wade-Giles prints: ö, ï, ä, a cedilla, a hacek on s."""
    if plain.isascii():
        return False
    letters = unicodedata.normalize("NFD", plain)
    return any(
        (mark == _DIAERESIS and letter != "u")
        or mark in "\u0327\u0328\u030a"
        or (mark == "\u030c" and letter in "cszr")
        for letter, mark in pairwise(letters)
        if unicodedata.combining(mark)
    )


# Endings of the Russian cases after a name in -й, -нь, -н; names in other letters are not declined.
_DECLINED = (("ая", "ай"), ("аю", "ай"), ("аем", "ай"), ("ае", "ай"), ("уя", "уй"), ("ую", "уй"), ("уем", "уй"),
    ("эя", "эй"), ("эю", "эй"), ("эем", "эй"), ("ня", "нь"), ("ню", "нь"), ("нем", "нь"), ("нём", "нь"), ("не", "нь"),
    ("на", "н"), ("ну", "н"), ("ном", "н"), ("не", "н"))  # fmt: skip


def _undeclined(plain: str) -> Iterator[str]:
    """A Russian form as printed, and the nominatives it may be a case of (Чжоу Эньлая: Чжоу Эньлай)."""
    yield plain
    for ending, nominative in _DECLINED:
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            yield plain[: -len(ending)] + nominative


def _hangs_on_a_vowel(reading: Reading, plain: str) -> bool:
    """Whether a Pinyin reading needs an apostrophe before a vowel that the spelling does not have."""
    if reading.system != PINYIN or "'" in plain:
        return False
    place = 0
    for head in reading.heads:
        inside = reading.syllables[place + 1 : place + head]
        if any(next(iter(options))[0] in _VOWELS for options in inside):
            return True
        place += head
    return False


def _read_wade(plain: str) -> Iterable[Reading]:
    """Wade-Giles: where the name keeps an apostrophe or ü, their absence elsewhere in it counts as well."""
    marked = "'" in plain or _DIAERESIS in unicodedata.normalize("NFD", plain)
    strict = tuple(_read_in(plain, (WADE_GILES,))) if marked else ()
    return strict or _read_in(plain, (WADE_GILES_BARE,))
