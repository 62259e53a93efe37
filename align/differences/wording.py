"""Where the words part company, once names, figures and brackets have been spoken for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from align.differences.sides import Found, reading, whole
from align.model import Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.differences.sides import Side
    from align.model import Reading
    from editions.model import Turn

_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")

_REWORDED = 0.5
"""Below this share of common words (twice those in common over those of both) a passage was told anew."""

Span = tuple[str, int, int]
"""A place: turn id, start, end."""


@dataclass(frozen=True, slots=True)
class _Word:
    turn: Turn
    start: int
    end: int
    key: str


def compare_wording(base: Side, other: Side, explained: Sequence[tuple[Span | None, Span | None]]) -> list[Found]:
    """Compares the words of two editions in one row, whatever their case and punctuation.

    Args:
        base: the base edition's share of the row.
        other: the other edition's.
        explained: places that are spoken for: a pair of places counts as one common word, a place of one side
            alone is passed over.

    Returns:
        One difference a place; or one ``reworded`` for the whole where fewer than half of the words are common,
        as marks on nearly every word would say nothing.
    """
    pairs: list[dict[Span, str]] = [{}, {}]
    for number, pair in enumerate(explained):
        for side, span in enumerate(pair):
            if span is not None:
                pairs[side][span] = f"\0{number}" if all(pair) else ""
    words = [_words(side, spans) for side, spans in zip((base, other), pairs, strict=True)]
    keys = [[word.key for word in side] for side in words]
    if keys[0] == keys[1]:
        return []
    if Indel.normalized_similarity(keys[0], keys[1]) < _REWORDED:
        readings = {base.siglum: whole(base.turns[0]), other.siglum: whole(other.turns[0])}
        note = "The passage is worded anew: fewer than half of the words are common to both."
        return [Found(Kind.WORDING, Verdict.REWORDED, readings, note)]
    out: list[Found] = []
    for a, b in _changes(keys[0], keys[1]):
        out += _found(base, other, words[0][a], words[1][b])
    return out


def _words(side: Side, spoken_for: Mapping[Span, str]) -> list[_Word]:
    """The words of one side; a place that is spoken for is one word, or none where only this side has it."""
    out: list[_Word] = []
    for turn in side.turns:
        spans = sorted((start, end, key) for (at, start, end), key in spoken_for.items() if at == turn.id)
        position = turn.said
        for start, end, key in spans:
            if start < position:
                continue
            out += (_Word(turn, *m.span(), m.group().casefold()) for m in _WORD.finditer(turn.text, position, start))
            if key:
                out.append(_Word(turn, start, end, key))
            position = end
        out += (_Word(turn, *m.span(), m.group().casefold()) for m in _WORD.finditer(turn.text, position))
    return out


def _changes(left: list[str], right: list[str]) -> list[tuple[slice, slice]]:
    """Runs of words that differ: what is replaced, left out or put in."""
    out: list[tuple[slice, slice]] = []
    start: tuple[int, int] | None = None
    end = (0, 0)
    for op in Indel.opcodes(left, right):
        if op.tag == "equal":
            if start is not None:
                out.append((slice(start[0], end[0]), slice(start[1], end[1])))
            start = None
        else:
            start = start or (op.src_start, op.dest_start)
            end = (op.src_end, op.dest_end)
    if start is not None:
        out.append((slice(start[0], end[0]), slice(start[1], end[1])))
    return out


def _found(base: Side, other: Side, ours: list[_Word], theirs: list[_Word]) -> list[Found]:
    """Differences of one run; what is spoken for is not marked again, and no reading runs over the end of a turn."""
    left, right = _pieces(ours), _pieces(theirs)
    out: list[Found] = []
    for at in range(max(len(left), len(right))):
        readings: dict[str, Reading] = {}
        if at < len(left):
            readings[base.siglum] = left[at]
        if at < len(right):
            readings[other.siglum] = right[at]
        verdict = (
            Verdict.DIFFERENT if len(readings) > 1 else Verdict.MISSING if base.siglum in readings else Verdict.ADDED
        )
        out.append(Found(Kind.WORDING, verdict, readings))
    return out


def _pieces(words: list[_Word]) -> list[Reading]:
    """Readings of a run of words, cut at the ends of turns and at places that are spoken for."""
    out: list[Reading] = []
    run: list[_Word] = []
    for word in [*words, None]:
        if run and (word is None or word.turn is not run[-1].turn or word.key.startswith("\0")):
            out.append(reading(run[0].turn, run[0].start, run[-1].end))
            run = []
        if word is not None and not word.key.startswith("\0"):
            run.append(word)
    return out
