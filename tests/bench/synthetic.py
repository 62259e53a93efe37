"""Pairs of made-up editions of any size, with the true pairing: for benchmarks and for tests of growth."""

from __future__ import annotations

import random
from dataclasses import dataclass

from editions.model import Edition, Form, Speaker, Turn

_SYLLABLES = (
    "ba",
    "co",
    "di",
    "fe",
    "gu",
    "ha",
    "ju",
    "ka",
    "lo",
    "mi",
    "nu",
    "pe",
    "ra",
    "so",
    "ta",
    "vu",
    "we",
    "xo",
)
_SPEAKERS = (("Marshal", "MARSHAL"), ("Envoy", "ENVOY"), ("Clerk", "CLERK"))


@dataclass(frozen=True, slots=True)
class SyntheticPair:
    """Two editions and how they correspond.

    Attributes:
        left: one edition.
        right: the other: words replaced, turns split, merged, dropped, added, moved.
        gold: (left numbers, right numbers) of every row.
    """

    left: Edition
    right: Edition
    gold: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def make_pair(
    turns: int,
    *,
    seed: int = 1,
    replaced: float = 0.45,
    dropped: float = 0.03,
    split: float = 0.04,
    merged: float = 0.04,
    moved_blocks: tuple[tuple[int, int, int], ...] = (),
    labels: bool = True,
) -> SyntheticPair:
    """Makes two editions.

    Args:
        turns: turns of the left edition, about.
        seed: the same seed gives the same editions.
        replaced: share of the words that the right edition renders otherwise.
        dropped: share of turns each side lacks.
        split: share of turns that are two on the right.
        merged: share of turns that are run together with the next on the right.
        moved_blocks: (first row, number of rows, row before which it stands on the right).
        labels: whether the editions name speakers.

    Returns:
        The pair.
    """
    chance = random.Random(seed)
    # A text of n words has about 30 n^0.6 different ones (Heaps' law); a turn has some twenty.
    many = int(12 * (20 * turns) ** 0.6)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 6))) for _ in range(many)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    other = {word: chance.choice(words[200:]) for word in words}

    def speech() -> list[str]:
        return chance.choices(words, weights, k=max(2, min(120, int(chance.lognormvariate(2.8, 0.8)))))

    def retold(text: list[str]) -> list[str]:
        return [
            (other[w] if chance.random() < 0.7 else chance.choice(words)) if chance.random() < replaced else w
            for w in text
        ]

    rows: list[tuple[list[tuple[int, list[str]]], list[tuple[int, list[str]]]]] = []
    speaker = 0
    while len(rows) < turns:
        speaker = (speaker + 1) % 2 if chance.random() < 0.9 else 2
        text = speech()
        told = retold(text)
        what = chance.random()
        if what < dropped:
            rows.append(([(speaker, text)], []))
        elif what < 2 * dropped:
            rows.append(([], [(speaker, text)]))
        elif what < 2 * dropped + split and len(told) > 8:
            cut = len(told) // 2
            rows.append(([(speaker, text)], [(speaker, told[:cut]), (speaker, told[cut:])]))
        elif what < 2 * dropped + split + merged:
            more = speech()
            rows.append(([(speaker, text), (speaker, more)], [(speaker, told + retold(more))]))
        else:
            rows.append(([(speaker, text)], [(speaker, told)]))
    order = list(range(len(rows)))
    for first, count, before in moved_blocks:
        block = order[first : first + count]
        rest = [row for row in order if row not in set(block)]
        at = rest.index(before) if before in rest else len(rest)
        order = rest[:at] + block + rest[at:]
    left = [turn for row in rows for turn in row[0]]
    right = [turn for row in order for turn in rows[row][1]]
    numbers_left: dict[int, tuple[int, ...]] = {}
    numbers_right: dict[int, tuple[int, ...]] = {}
    at = 0
    for number, row in enumerate(rows):
        numbers_left[number] = tuple(range(at, at + len(row[0])))
        at += len(row[0])
    at = 0
    for number in order:
        numbers_right[number] = tuple(range(at, at + len(rows[number][1])))
        at += len(rows[number][1])
    return SyntheticPair(
        _edition("A", left, 0, labels=labels),
        _edition("B", right, 1, labels=labels),
        tuple((numbers_left[n], numbers_right[n]) for n in range(len(rows))),
    )


def _edition(siglum: str, spoken: list[tuple[int, list[str]]], column: int, *, labels: bool) -> Edition:
    turns = []
    for number, (speaker, words) in enumerate(spoken):
        label = f"{_SPEAKERS[speaker][column]}: " if labels else ""
        text = label + " ".join(words).capitalize() + "."
        turns.append(
            Turn(
                id=f"{siglum}{number + 1}",
                siglum=siglum,
                number=number,
                block=number,
                line=2 * number + 1,
                speaker=_SPEAKERS[speaker][0].title() if labels else None,
                form=Form.LABEL if labels else Form.CONTINUATION,
                text=text,
                said=len(label),
            )
        )
    roster = tuple(Speaker(name.title()) for name, _ in _SPEAKERS) if labels else ()
    return Edition(siglum, f"{siglum.lower()}.txt", "", "en", (), (), (), (), (), tuple(turns), roster)
