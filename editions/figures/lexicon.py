"""What a language's table says of figures, made ready for searching. Built once a language, on first use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from editions.figures.numerals import number_pattern
from editions.figures.units import CUBED, CURRENCIES, SQUARED, UNITS
from editions.languages import language_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RAISED = "¹²³⁰⁴-⁹"
"""Raised digits for a character class: marks of notes (and, right after a unit, powers); never letters or figures."""

LETTER = rf"[^\W\d_{RAISED}]"
_SINGLE = ("zero", "units", "teens", "tens")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language; every word is in lower case.

    Attributes:
        section: the table as read, for word lists that are used as they stand.
        small: cardinal below a hundred -> (class, value); class is "zero", "units", "teens" or "tens".
        ordinals: ordinal -> value.
        hundreds: words for a hundred.
        scales: multiplying words, collectives and signs ("thousand", "dozen", "thous") -> value.
        units: way of writing -> canonical unit, also of several words.
        months: month in words or short -> number.
        triggers: finds every place at which a figure may begin.
        words: list name -> its words as a set.
        qualifiers: phrase before a figure -> class.
        qualifiers_after: phrase after a figure -> class.
        longest_qualifier: words in the longest phrase before a figure.
        token: one token with the white space before it.
    """

    section: Mapping[str, Any]
    small: Mapping[str, tuple[str, int]]
    ordinals: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    units: Mapping[str, str]
    months: Mapping[str, int]
    triggers: re.Pattern[str]
    words: Mapping[str, frozenset[str]]
    qualifiers: Mapping[str, str]
    qualifiers_after: Mapping[str, str]
    longest_qualifier: int
    token: re.Pattern[str]

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in one of the language's lists."""
        return word in self.words.get(name, _NONE)

    def number(self, name: str, word: str) -> int | None:
        """What a word stands for in one of the language's small tables ("seasons", "fused")."""
        value = (self.section.get(name) or {}).get(word)
        return None if value is None or value == "" else int(value)


_NONE: frozenset[str] = frozenset()


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of a language; one without a table knows digits only.

    Args:
        language: ISO 639 code.

    Raises:
        MalformedTable: the table is broken.
    """
    section = language_section(language, "figures")
    small = {word: (name, int(value)) for name in _SINGLE for word, value in (section.get(name) or {}).items()}
    scales = {
        word: int(value)
        for name in ("scales", "scale_signs", "collectives")
        for word, value in (section.get(name) or {}).items()
    }
    before = _phrases(section.get("qualifiers_before"))
    return Lexicon(
        section=section,
        small=small,
        ordinals={word: int(value) for word, value in (section.get("ordinals") or {}).items()},
        hundreds=frozenset(section.get("hundreds") or ()),
        scales=scales,
        units=_units(section),
        months={w: int(v) for name in ("months", "month_signs") for w, v in (section.get(name) or {}).items()},
        triggers=_triggers(section, small, scales),
        words={name: frozenset(rows) for name, rows in section.items() if isinstance(rows, list | dict)},
        qualifiers=before,
        qualifiers_after=_phrases(section.get("qualifiers_after")),
        longest_qualifier=max((phrase.count(" ") + 1 for phrase in before), default=0),
        token=_token(section),
    )


def trie(words: Iterable[str]) -> str:
    """A regular expression for any of the words that looks at each character once, longest word first."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    parts = [re.escape(letter) + _branch(node[letter]) for letter in sorted(node) if letter]
    if not parts:
        return ""
    inner = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    if "" not in node:
        return inner
    return f"(?:{inner})?"


def _phrases(table: Mapping[str, list[str]] | None) -> dict[str, str]:
    return {phrase.lower(): name for name, phrases in (table or {}).items() for phrase in phrases}


def _units(section: Mapping[str, Any]) -> dict[str, str]:
    written: dict[str, str] = {}
    for name in ("units_written", "currencies"):
        for canonical, ways in (section.get(name) or {}).items():
            if canonical in UNITS:
                written.update((way.lower(), canonical) for way in ways)
    for adjectives, powers in (("areas", SQUARED), ("volumes", CUBED)):
        for adjective in section.get(adjectives) or ():
            written |= {
                f"{adjective} {way}": powers[canonical]
                for way, canonical in list(written.items())
                if canonical in powers and " " not in way
            }
    for filler in section.get("currency_fillers") or ():
        for way, canonical in list(written.items()):
            if canonical in CURRENCIES and way.isalpha():
                written.setdefault(f"{filler} {way}", canonical)
    return written


def _triggers(section: Mapping[str, Any], small: Mapping[str, Any], scales: Mapping[str, int]) -> re.Pattern[str]:
    """Digits and signs; number words; article phrases; relative phrases. Runs over the lower-case text."""
    alone: set[str] = set(small) | set(scales) - set(section.get("scale_signs") or ())
    for name in ("hundreds", "ordinals", "fused", "halves", "denominators", "indefinite", "times_words", "decades",
                 "relative_days", "clock_words", "seasons", "months", "month_signs", "couple"):  # fmt: skip
        alone.update(section.get(name) or ())
    alone |= {f"{word}fold" for word in small} | {f"{word}s" for word in section.get("ordinals") or ()}
    parts = [r"(?<![0-9])[0-9]", "[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞$£€¥₽₩₹]"]
    if alone:
        parts.append(rf"(?<!\w)(?:{trie(alone)})(?!{LETTER})")
    articles = [*(section.get("articles") or ()), *(section.get("another") or ())]
    if articles:
        written = section.get("units_written") or {}
        after = {way for unit in section.get("units_after_article") or () for way in written.get(unit) or ()}
        after |= {way for ways in (section.get("currencies") or {}).values() for way in ways if way.isalpha()}
        after |= alone
        parts.append(rf"(?<!\w)(?:{trie(articles)})[\s-](?:{trie(after)})(?!{LETTER})")
        parts.append(
            rf"(?<!\w)(?:{trie(section.get('articles') or ())})\s{LETTER}{{1,30}}\sor\s(?:two|three|four)(?!\w)"
        )
    if section.get("relative"):
        units = trie([*(section.get("relative_units") or ()), *(section.get("months") or ())])
        fillers = trie(section.get("relative_fillers") or ())
        parts.append(rf"(?<!\w)(?:{trie(section['relative'])})\s(?:(?:{fillers})\s)?(?:{units})(?!\w)")
        sides = section.get("relative_after") or ()
        if sides:
            definite = trie(section.get("definite") or ())
            parts.append(rf"(?<!\w)(?:{definite})\s(?:{units})\s(?:{trie(sides)})(?!\w)")
    return re.compile("|".join(parts))


def _token(section: Mapping[str, Any]) -> re.Pattern[str]:
    number = number_pattern(section.get("grouping") or ",", section.get("decimal") or ".")
    return re.compile(
        rf"[\s{RAISED}]{{0,8}}(?:({number})|([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|({LETTER}{{1,40}}(?:['’]{LETTER}{{1,10}}(?!\w))?)"
        rf"|(--?|[‐‑‒–—−])|(\S))"
    )
