"""A name taken apart: titles off, initials known as such, the words that are left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import yaml

from editions.names.romanization.folding import script_of, simplify, unmark

_GLUED = re.compile(r"\.(?=[^\s.])")
_MOST_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class PersonalName:
    """The parts of a name as printed, in lower case.

    Attributes:
        titles: titles and forms of address that were taken off.
        initials: letters of initials ("a", "ya"), in order.
        words: the other words in order, marks and apostrophes kept.
        initials_first: False where initials end the name ("Stalin, I. V.").
    """

    titles: tuple[str, ...]
    initials: tuple[str, ...]
    words: tuple[str, ...]
    initials_first: bool = True

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(self.words)


@cache
def titles(language: str | None = None) -> frozenset[str]:
    """Titles as folded phrases: those of one language, or of all."""
    source = (resources.files(__package__) / "titles.yaml").read_text("utf-8")
    tables = yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - strings only
    chosen = tables.values() if language is None else [tables.get(language, ())]
    return frozenset(_plain(phrase) for phrases in chosen for phrase in phrases)


def _plain(phrase: str) -> str:
    return unmark(simplify(phrase)).replace(".", "").replace("'", "")


@lru_cache(maxsize=32768)
def split_name(text: str) -> PersonalName:
    """Takes titles and initials off a name.

    Args:
        text: one spelling of a name, as printed.

    Returns:
        Its parts; a spelling that is nothing but a title keeps its words.
    """
    plain = simplify(text)
    plain = plain.removesuffix("'s")
    if script_of(plain) == "han":
        return _split_han(plain)
    tokens = [token.strip(',;:()[]"«»“”') for token in _GLUED.sub(". ", plain).split(" ")]
    tokens = [token for token in tokens if token.strip(".")]
    found: list[str] = []
    while len(tokens) > 1 and (size := _title_size(tokens)) and not _two_initials(tokens):
        found.append(" ".join(tokens[:size]))
        tokens = tokens[size:]
    while len(tokens) > 1 and _plain(tokens[-1]) in titles():
        found.append(tokens.pop())
    initials: list[str] = []
    words: list[str] = []
    first = True  # until initials are met after the last word
    for place, token in enumerate(tokens):
        if _is_initial(token, last=place == len(tokens) - 1) and len(tokens) > 1:
            first = not words
            initials.append(unmark(token.rstrip(".").split("-")[0]))
            initials.extend(part.strip(".") for part in token.split("-")[1:])
        else:
            first = first or bool(words)
            words.append(token.rstrip("."))
    if not words:
        return PersonalName(tuple(found), (), tuple(tokens))
    return PersonalName(tuple(found), tuple(filter(None, initials)), tuple(words), first)


def _title_size(tokens: list[str]) -> int:
    known = titles()
    for size in range(min(_MOST_TITLE_WORDS, len(tokens) - 1), 0, -1):
        if " ".join(_plain(token) for token in tokens[:size]) in known:
            return size
    return 0


def _two_initials(tokens: list[str]) -> bool:
    """Whether a name begins with two initials: "M. A. Suslov" is no Monsieur, "M. Molotov" may be one."""
    return all(len(token.rstrip(".")) == 1 and token.endswith(".") for token in tokens[:2]) and len(tokens) > 2


def _is_initial(token: str, *, last: bool) -> bool:
    """Whether a word is an initial: "a.", "ya.", "j.-p."; of bare letters only a consonant (O and I are syllables)."""
    bare = token.rstrip(".")
    if token.endswith("."):
        return all(0 < len(part.strip(".")) <= 2 for part in bare.split("-"))
    return len(bare) == 1 and bare.isalpha() and bare not in "oieuao" and not last


def _split_han(plain: str) -> PersonalName:
    text = plain.replace(" ", "").replace("·", "")
    for title in sorted(titles("zh"), key=len, reverse=True):
        if text.endswith(title) and len(text) > len(title):
            return PersonalName((title,), (), (text[: -len(title)],))
    return PersonalName((), (), (text,))
