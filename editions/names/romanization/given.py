"""Initials and given names: whether two sets of them can belong to one person."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from editions.names.romanization.folding import fold
from editions.names.romanization.russian import same_sounds, skeletons

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALIKE = 0.88
# First letters that one first sound is written with: И I J Y (Iosif, Joseph, Yuri), Е E Ye, Х Kh H Ch, Ц Ts C Z,
# Ш Sh Sch S, Ж Zh J, Ф F Th Ph, В V W B (Vasilii, Basil), К K C, Г G H.
_LETTERS = ("ijyеэёиюяйe", "khcgхкг", "tczцчт", "sczшщжс", "zjжз", "ftpф", "vwbвб", "kcqк", "ghг")


@cache
def _equivalents() -> dict[str, frozenset[str]]:
    """Folded given name -> the groups of ``given_names.tsv`` it is in."""
    found: dict[str, set[str]] = {}
    for line in (resources.files(__package__) / "given_names.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            group = line.split(",")
            for name in group:
                found.setdefault(fold(name), set()).add(group[0])
    return {name: frozenset(groups) for name, groups in found.items()}


def initials_agree(first: Sequence[str], second: Sequence[str]) -> bool | None:
    """Whether initials can be those of one person; None where one side has none."""
    if not first or not second:
        return None
    return all(_letters_agree(x, y) for x, y in zip(first, second, strict=False))


def _letters_agree(x: str, y: str) -> bool:
    a, b = fold(x)[:1], fold(y)[:1]
    if a == b:
        return True
    if any(a in group and b in group for group in _LETTERS):
        return True
    return any(code_x[:1] == code_y[:1] for code_x in skeletons(x) for code_y in skeletons(y))


def given_names_agree(
    words_a: Sequence[str], initials_a: Sequence[str], words_b: Sequence[str], initials_b: Sequence[str]
) -> bool | None:
    """Whether given names and initials can belong to one person.

    Args:
        words_a: given names and patronymic of one spelling, written out.
        initials_a: its initials.
        words_b: those of the other.
        initials_b: its initials.

    Returns:
        True or False; None where one side has nothing to go by.
    """
    first, second = [*words_a, *initials_a], [*words_b, *initials_b]
    if not first or not second:
        return None
    x, y = first[0], second[0]
    if len(fold(x)) <= 2 or len(fold(y)) <= 2:
        return _letters_agree(x, y) or _known_initial(x, y)
    groups = _equivalents()
    if groups.get(fold(x), frozenset()) & groups.get(fold(y), frozenset()) or same_sounds(x, y):
        return True
    return JaroWinkler.similarity(fold(x), fold(y)) >= _ALIKE


def _known_initial(x: str, y: str) -> bool:
    """Whether an initial is that of another form of a given name: "I." and "Joseph"."""
    letter, name = sorted((fold(x), fold(y)), key=len)
    groups = _equivalents()
    wanted = groups.get(name, frozenset())
    return any(letter[:1] == other[:1] for other, has in groups.items() if has & wanted)
