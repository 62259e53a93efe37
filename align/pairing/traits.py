"""What the turns of two editions offer for pairing: words, names, figures, lengths, speakers; as arrays."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from editions.model import Form, Mentions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from editions.model import Figure, Turn

_WORD = re.compile(r"[^\W_]+")
_STEM = 6
"""Words count as one where their first six letters agree: "announces" and "announced" are one piece of evidence."""

NOTE_SPEAKER = "[note]"
"""Editors' notes and stage directions correspond to each other, not to speech: they share a speaker of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """One edition as the pairing engine sees it.

    Attributes:
        texts: folded text of each turn, names and figures in one form for both editions.
        length: (turns,) characters of each text, at least 1.
        speaker: (turns,) index into ``speakers``, -1 where unknown or several speak.
        speakers: names of the speakers.
        carried: (turns,) whether the turn only carries on the speech before it.
        note: (turns,) whether the turn is a note or a stage direction.
        token: (postings,) token of each posting; a token occurs once a turn.
        turn: (postings,) turn of each posting.
        tokens: (turns,) number of tokens of each turn, at least 1.
    """

    texts: Sequence[str]
    length: NDArray[np.float64]
    speaker: NDArray[np.int64]
    speakers: tuple[str, ...]
    carried: NDArray[np.bool_]
    note: NDArray[np.bool_]
    token: NDArray[np.int64]
    turn: NDArray[np.int64]
    tokens: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.texts)

    def part(self, kept: Sequence[int]) -> Traits:
        """The same traits for some of the turns only, renumbered in the order of ``kept``."""
        chosen = np.asarray(kept, dtype=np.int64)
        number = np.full(len(self), -1, dtype=np.int64)
        number[chosen] = np.arange(len(chosen))
        posting = number[self.turn] >= 0
        return Traits(
            [self.texts[i] for i in kept],
            self.length[chosen],
            self.speaker[chosen],
            self.speakers,
            self.carried[chosen],
            self.note[chosen],
            self.token[posting],
            number[self.turn[posting]],
            self.tokens[chosen],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The tokens of both editions.

    Attributes:
        size: number of tokens.
        name: (size,) whether the token is a name.
        figure: (size,) whether the token is a figure.
    """

    size: int
    name: NDArray[np.bool_]
    figure: NDArray[np.bool_]


def fold(text: str) -> str:
    """Case, long s and diacritics undone."""
    text = text.casefold().replace("ſ", "s")
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def figure_key(figure: Figure) -> str | None:
    """What a figure is worth, without its unit: equal figures of two editions share it."""
    if figure.iso is not None:
        return figure.iso[:4]
    if figure.low is None and figure.high is None:
        return None
    return f"{figure.low}..{figure.high}" if figure.low != figure.high else f"{figure.low}"


def traits_of_pair(
    left: Sequence[Turn],
    right: Sequence[Turn],
    mentions: Mapping[str, Mentions],
    canonical: Mapping[str, str],
) -> tuple[Traits, Traits, Vocabulary]:
    """Turns two editions into arrays over one vocabulary.

    Args:
        left: turns of one edition.
        right: turns of the other.
        mentions: turn id -> names and figures of the turn.
        canonical: spelling of a name -> the one spelling that stands for it in both editions.

    Returns:
        The traits of both editions and their common vocabulary.
    """
    numbers: dict[str, int] = {}
    sides = tuple(_traits(turns, mentions, canonical, numbers) for turns in (left, right))
    name = np.fromiter((token[0] == "@" for token in numbers), dtype=np.bool_, count=len(numbers))
    figure = np.fromiter((token[0] == "#" for token in numbers), dtype=np.bool_, count=len(numbers))
    return sides[0], sides[1], Vocabulary(len(numbers), name, figure)


def _traits(
    turns: Sequence[Turn],
    mentions: Mapping[str, Mentions],
    canonical: Mapping[str, str],
    numbers: dict[str, int],
) -> Traits:
    texts: list[str] = []
    token: list[int] = []
    of_turn: list[int] = []
    count = np.ones(len(turns))
    for position, turn in enumerate(turns):
        text, tokens = _normal_text(turn, mentions.get(turn.id) or Mentions(), canonical)
        texts.append(text)
        for item in sorted(tokens):
            token.append(numbers.setdefault(item, len(numbers)))
            of_turn.append(position)
        count[position] = max(1, len(tokens))
    who = [NOTE_SPEAKER if turn.form is Form.NOTE else None if turn.also else turn.speaker for turn in turns]
    speakers = tuple(sorted({name for name in who if name}))
    index = {name: k for k, name in enumerate(speakers)}
    return Traits(
        texts=texts,
        length=np.array([len(text) + 1.0 for text in texts]),
        speaker=np.array([index.get(name, -1) if name else -1 for name in who], dtype=np.int64),
        speakers=speakers,
        carried=np.array(
            [turn.form is Form.CONTINUATION and turn.speaker is not None for turn in turns], dtype=np.bool_
        ),
        note=np.array([turn.form is Form.NOTE for turn in turns], dtype=np.bool_),
        token=np.array(token, dtype=np.int64),
        turn=np.array(of_turn, dtype=np.int64),
        tokens=count,
    )


def _normal_text(turn: Turn, found: Mentions, canonical: Mapping[str, str]) -> tuple[str, set[str]]:
    """The folded text with names and figures in canonical form, and its set of tokens."""
    spans: list[tuple[int, int, str, str]] = []
    for name in found.names:
        form = fold(canonical.get(name.text, name.text))
        spans.append((name.start, name.end, form, "@" + form))
    for figure in found.figures:
        key = figure_key(figure)
        if key is not None:
            spans.append((figure.start, figure.end, key, "#" + key))
    spans.sort()
    pieces: list[str] = []
    tokens: set[str] = set()
    at = turn.said
    for start, end, form, item in spans:
        if start < at:
            continue
        plain = fold(turn.text[at:start])
        pieces += (plain, form)
        tokens.update(word[:_STEM] for word in _WORD.findall(plain))
        tokens.add(item)
        at = end
    plain = fold(turn.text[at:])
    pieces.append(plain)
    tokens.update(word[:_STEM] for word in _WORD.findall(plain))
    return "".join(pieces).strip(), tokens
