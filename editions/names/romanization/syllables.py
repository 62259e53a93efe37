"""How each Mandarin syllable is spelled in each system: the table, and the habits of those who print it."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from editions.names.romanization.folding import unmark

if TYPE_CHECKING:
    from collections.abc import Iterator

PINYIN = "pinyin"
WADE_GILES = "wade-giles"
WADE_GILES_BARE = "wade-giles without apostrophes"
PALLADIUS = "palladius"
PALLADIUS_LATIN = "palladius in latin letters"
YALE = "yale"
EFEO = "efeo"
GERMAN = "german press"
PRESS = "press"

_DIAERESIS = "\u0308"


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
