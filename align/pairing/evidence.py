"""How strongly two groups of turns speak for being one passage: a log-likelihood ratio in nats.

Four kinds of evidence, each measured against turns of the same two editions taken at random, so that nothing
depends on a fixed threshold: words, names and figures that both have (a rare one says more), similarity of the
strings, lengths, speakers. The evidence of words is additive over cells, so that the score of a merged group
needs no second look at the texts.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from align.pairing.background import string_ratios
from align.pairing.odds import (
    LENGTH,
    SPEAKER,
    STRING,
    STRING_CAP,
    WORDS,
    Parts,
    length_odds,
    standardised,
    string_odds,
    token_weight,
)
from align.pairing.sequence import IMPOSSIBLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.pairing.background import Background
    from align.pairing.bands import Band
    from align.pairing.learned import Model
    from align.pairing.sequence import Bead, Group
    from align.pairing.traits import Traits

_CARRIED = 2.5
"""Speech that only carries on what stands before it is readily joined to it, where the other edition has one turn."""
_NOTE_JOINS = -5.0
_INTERRUPTED, _HOLE = -0.5, -3.0
"""Translators run a speaker's words together across another's interjection; other holes in a group are rare."""


class Evidence:
    """Scores cells, beads and whole groups of turns of two editions.

    Args:
        left: traits of one edition.
        right: traits of the other.
        background: what is usual between strangers.
    """

    def __init__(self, left: Traits, right: Traits, background: Background) -> None:
        self.left = left
        self.right = right
        self.background = background
        order = np.lexsort((right.turn, right.token))
        self._right_key = right.token[order] * (len(right) + 1) + right.turn[order]
        self._right_turn = right.turn[order]
        self._sets: tuple[list[frozenset[int]], list[frozenset[int]]] | None = None
        self._ratio_of: tuple[Band, NDArray[np.float64]] | None = None
        self._against_of: tuple[Model, tuple[NDArray[np.float64], NDArray[np.float64]]] | None = None
        self._shared_of: tuple[Band, tuple[NDArray[np.int64], ...]] | None = None

    def part(self, left: Sequence[int], right: Sequence[int]) -> Evidence:
        """The same evidence for some turns of either side, renumbered."""
        return Evidence(self.left.part(left), self.right.part(right), self.background)

    # --- whole bands, for the dynamic programme -------------------------------------------------

    def beads(self, band: Band, model: Model, kinds: Sequence[Bead]) -> dict[Bead, NDArray[np.float64]]:
        """Scores every bead that ends in each cell of a band.

        Args:
            band: the cells.
            model: what the two editions are like.
            kinds: the beads (m, n) wanted.

        Returns:
            Bead -> (cells,) score in nats; impossible where the bead would begin before the text.
        """
        words, shared = self._words(band, model)
        own_left, own_right = self._unshared(model)
        words, shared = np.append(words, 0.0), np.append(shared, 0.0)
        speaker = np.append(self._speaker(band.left, band.right, model), 0.0)
        out: dict[Bead, NDArray[np.float64]] = {}
        for m, n in kinds:
            grid = _corner(band, m, n)
            lefts = [np.maximum(band.left - k, 0) for k in range(m)]
            rights = [np.maximum(band.right - k, 0) for k in range(n)]
            a = sum((self.left.length[i] for i in lefts), np.zeros(band.size))
            b = sum((self.right.length[j] for j in rights), np.zeros(band.size))
            common = sum((shared[cell] for cell in grid), np.zeros(band.size))
            evidence = sum((words[cell] for cell in grid), np.zeros(band.size))
            # A longer partner holds a rare token by chance as many times more often: half of that for each side.
            evidence = evidence - common * math.log(m * n) / 2
            evidence += sum((own_left[i] for i in lefts), np.zeros(band.size))
            evidence += sum((own_right[j] for j in rights), np.zeros(band.size))
            score = WORDS * evidence + LENGTH * length_odds(a, b, model)
            score += SPEAKER * sum((speaker[cell] for cell in grid), np.zeros(band.size)) / (m * n)
            score += model.bead(m, n) + self._joins(lefts, rights)
            possible = (band.left >= m - 1) & (band.right >= n - 1)
            if (m, n) == (1, 1):
                standard = self.cell_ratios(band)
                score += STRING * string_odds(standard, model)
            else:
                possible &= np.logical_and.reduce([cell < band.size for cell in grid])
                # A bead that would lose to leaving its turns alone even with the best of strings is never used.
                alone = model.gap_left + model.gap_right + model.gap_more * (m + n - 2)
                possible &= score + STRING * STRING_CAP > alone
                score += self._group_ratios(band, m, n, possible, a, b, model)
            out[m, n] = np.where(possible, score, IMPOSSIBLE)
        return out

    def shared(self, band: Band) -> tuple[NDArray[np.int64], ...]:
        """Every token that both turns of a cell hold: its cell, the token, the turns."""
        if self._shared_of is not None and self._shared_of[0] is band:
            return self._shared_of[1]
        background, stride = self.background, len(self.right) + 1
        token, i = self.left.token, self.left.turn
        useful = background.informative[token] & (background.right_rate[token] > 0)
        token, i = token[useful], i[useful]
        first = np.searchsorted(self._right_key, token * stride + band.low[i])
        last = np.searchsorted(self._right_key, token * stride + band.high[i])
        count = last - first
        at = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
        i, j = np.repeat(i, count), self._right_turn[at]
        found = (band.cells(i, j), np.repeat(token, count), i, j)
        self._shared_of = (band, found)
        return found

    def _words(self, band: Band, model: Model) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(cells,) evidence of shared tokens, and (cells,) how many there are."""
        cell, token, i, j = self.shared(band)
        weight = token_weight(self.background, token, self.left.tokens[i], self.right.tokens[j], model)
        return (
            np.asarray(np.bincount(cell, weight, band.size), dtype=np.float64),
            np.bincount(cell, minlength=band.size).astype(np.float64),
        )

    def _unshared(self, model: Model) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(left,) and (right,) what each turn's tokens would say against a partner that has none of them."""
        left, right = self._against(model)
        return (
            np.asarray(np.bincount(self.left.turn, left[self.left.token], len(self.left)), dtype=np.float64),
            np.asarray(np.bincount(self.right.turn, right[self.right.token], len(self.right)), dtype=np.float64),
        )

    def _against(self, model: Model) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(tokens,) what a left, and a right, token says against a partner without it; 0 for tokens passed over."""
        if self._against_of is None or self._against_of[0] is not model:
            half = self.background.informative / 2
            left = np.log(1 - model.kept_left)[self.background.bins] * half
            right = np.log(1 - model.kept_right)[self.background.bins] * half
            self._against_of = (model, (left, right))
        return self._against_of[1]

    def cell_ratios(self, band: Band) -> NDArray[np.float64]:
        """(cells,) standardised string similarity; computed once for a band."""
        if self._ratio_of is None or self._ratio_of[0] is not band:
            raw = np.empty(band.size)
            for start in range(0, len(self.left), 64):
                end = min(start + 64, len(self.left))
                low, high = int(band.low[start]), int(band.high[end - 1])
                if (high - low) * (end - start) > 4 * int(band.offset[end] - band.offset[start]):
                    cells = slice(int(band.offset[start]), int(band.offset[end]))
                    raw[cells] = string_ratios(
                        [self.left.texts[i] for i in band.left[cells]],
                        [self.right.texts[j] for j in band.right[cells]],
                    )
                    continue
                block = process.cdist(
                    self.left.texts[start:end],
                    self.right.texts[low:high],
                    scorer=fuzz.ratio,
                    dtype=np.float32,
                )
                for i in range(start, end):
                    raw[band.offset[i] : band.offset[i + 1]] = block[i - start, band.low[i] - low : band.high[i] - low]
            self._ratio_of = (
                band,
                standardised(self.background, raw, self.left.length[band.left], self.right.length[band.right]),
            )
        return self._ratio_of[1]

    def _group_ratios(
        self,
        band: Band,
        m: int,
        n: int,
        possible: NDArray[np.bool_],
        a: NDArray[np.float64],
        b: NDArray[np.float64],
        model: Model,
    ) -> NDArray[np.float64]:
        """(cells,) weighted evidence of the similarity of the joined strings, 0 where the bead is impossible."""
        where = np.nonzero(possible)[0]
        left = [" ".join(self.left.texts[i - m + 1 : i + 1]) for i in band.left[where]]
        right = [" ".join(self.right.texts[j - n + 1 : j + 1]) for j in band.right[where]]
        out = np.zeros(band.size)
        standard = standardised(self.background, string_ratios(left, right), a[where], b[where])
        out[where] = STRING * string_odds(standard, model)
        return out

    def _speaker(self, i: NDArray[np.int64], j: NDArray[np.int64], model: Model) -> NDArray[np.float64]:
        if model.speakers is None:
            return np.zeros(len(i))
        return np.asarray(model.speakers[self.left.speaker[i], self.right.speaker[j]])

    def _joins(self, lefts: list[NDArray[np.int64]], rights: list[NDArray[np.int64]]) -> NDArray[np.float64]:
        """What the forms of joined turns say: speech carried on is easily joined to its beginning, notes are not."""
        out = np.zeros(len(lefts[0]))
        for side, groups in ((self.left, lefts), (self.right, rights)):
            # groups run backwards: the last one is the first turn
            for joined in groups[:-1]:
                out += _CARRIED * side.carried[joined]
            if len(groups) > 1:
                for joined in groups:
                    out += _NOTE_JOINS * side.note[joined]
        return out

    # --- pairs of turns anywhere, many at a time ---------------------------------------------------

    def pairs(self, left: NDArray[np.int64], right: NDArray[np.int64], model: Model) -> list[Parts]:
        """Scores 1:1 rows anywhere in the table.

        Args:
            left: (pairs,) left turns.
            right: (pairs,) right turns.
            model: what the two editions are like.

        Returns:
            The evidence for each pair; what ``group`` says of it, at a fraction of the cost.
        """
        stride = len(self.right) + 1
        first = np.searchsorted(self.left.turn, left)
        count = np.searchsorted(self.left.turn, left + 1) - first
        at = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
        which, token = np.repeat(np.arange(len(left)), count), self.left.token[at]
        key = token * stride + right[which]
        place = np.minimum(np.searchsorted(self._right_key, key), len(self._right_key) - 1)
        shared = (self._right_key[place] == key) & self.background.informative[token]
        which, token = which[shared], token[shared]
        weight = token_weight(
            self.background, token, self.left.tokens[left[which]], self.right.tokens[right[which]], model
        )
        own_left, own_right = self._unshared(model)
        words = np.bincount(which, weight, len(left)) + own_left[left] + own_right[right]
        a, b = self.left.length[left], self.right.length[right]
        raw = string_ratios([self.left.texts[i] for i in left], [self.right.texts[j] for j in right])
        columns = (
            words,
            string_odds(standardised(self.background, raw, a, b), model),
            length_odds(a, b, model),
            self._speaker(left, right, model),
        )
        prior = model.bead(1, 1)
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [Parts(word, string, length, speaker, prior) for word, string, length, speaker in rows]

    def rows(self, rows: Sequence[Group], model: Model) -> list[Parts | None]:
        """Scores the rows of a pass.

        Args:
            rows: (left turns, right turns).
            model: what the two editions are like.

        Returns:
            The evidence for each row; None for a row without a partner.
        """
        single = [row for row in rows if len(row[0]) == len(row[1]) == 1]
        others = [row for row in rows if row[0] and row[1] and len(row[0]) + len(row[1]) > 2]
        left = np.array([lefts[0] for lefts, _ in single], dtype=np.int64)
        right = np.array([rights[0] for _, rights in single], dtype=np.int64)
        found = dict(zip(single, self.pairs(left, right, model) if single else [], strict=True))
        found.update(zip(others, self.groups(others, model), strict=True))
        return [found.get(row) for row in rows]

    # --- single groups, for moves and repairs ----------------------------------------------------

    def group(self, group: Group, model: Model) -> Parts:
        """Scores one group of turns of both sides; see ``groups``."""
        return self.groups([group], model)[0]

    def groups(self, groups: Sequence[Group], model: Model) -> list[Parts]:
        """Scores groups of turns of both sides, in any number and order.

        Args:
            groups: (left turns, right turns), none empty.
            model: what the two editions are like.

        Returns:
            The evidence for each, by kind.
        """
        if not groups:
            return []
        against_left, against_right = (side.tolist() for side in self._against(model))
        shared: list[int] = []
        which: list[int] = []
        own: list[float] = []
        for at, (has_left, has_right) in enumerate(map(self._tokens_of, groups)):
            common = sorted(has_left & has_right)
            shared += common
            which += [at] * len(common)
            own.append(
                sum(against_left[t] for t in sorted(has_left)) + sum(against_right[t] for t in sorted(has_right))
            )
        tokens = [
            np.array([side.tokens[list(group[place])].sum() for group in groups])
            for place, side in ((0, self.left), (1, self.right))
        ]
        a, b = (
            np.array([side.length[list(group[place])].sum() for group in groups])
            for place, side in ((0, self.left), (1, self.right))
        )
        index = np.array(which, dtype=np.int64)
        weight = token_weight(
            self.background, np.array(shared, dtype=np.int64), tokens[0][index], tokens[1][index], model
        )
        raw = string_ratios(
            [" ".join(self.left.texts[i] for i in lefts) for lefts, _ in groups],
            [" ".join(self.right.texts[j] for j in rights) for _, rights in groups],
        )
        words = np.bincount(index, weight, len(groups)) + np.array(own)
        string = string_odds(standardised(self.background, raw, a, b), model)
        length = length_odds(a, b, model)
        return [
            Parts(
                words=float(words[at]),
                string=float(string[at]),
                length=float(length[at]),
                speaker=self._group_speaker(group, model),
                prior=model.bead(len(group[0]), len(group[1])) + self._group_joins(group),
            )
            for at, group in enumerate(groups)
        ]

    def _tokens_of(self, group: Group) -> tuple[frozenset[int], frozenset[int]]:
        left, right = self._token_sets()
        return (
            frozenset().union(*(left[i] for i in group[0])),
            frozenset().union(*(right[j] for j in group[1])),
        )

    def rare_pairs(
        self, model: Model, *, most: int, least: float
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Pairs of turns anywhere in the two texts that share enough rare tokens.

        Args:
            model: what the editions are like.
            most: a rare token stands in at most this many turns of either side.
            least: evidence, in nats, that the shared rare tokens of a pair must reach.

        Returns:
            (pairs,) left turns, (pairs,) right turns, in rising order, and (pairs,) evidence in nats.
        """
        background, stride = self.background, len(self.right) + 1
        rare = (background.left_rate * len(self.left) <= most + 0.5) & (
            background.right_rate * len(self.right) <= most + 0.5
        )
        useful = rare[self.left.token] & (background.right_rate[self.left.token] > 0)
        token, i = self.left.token[useful], self.left.turn[useful]
        first = np.searchsorted(self._right_key, token * stride)
        count = np.searchsorted(self._right_key, (token + 1) * stride) - first
        at = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
        i, j, token = np.repeat(i, count), self._right_turn[at], np.repeat(token, count)
        weight = token_weight(self.background, token, self.left.tokens[i], self.right.tokens[j], model)
        pairs, where = np.unique(i * stride + j, return_inverse=True)
        total = np.asarray(np.bincount(where, weight, len(pairs)), dtype=np.float64)
        strong = total >= least
        return pairs[strong] // stride, pairs[strong] % stride, total[strong]

    def _group_speaker(self, group: Group, model: Model) -> float:
        if model.speakers is None:
            return 0.0
        table = model.speakers[np.ix_(self.left.speaker[list(group[0])], self.right.speaker[list(group[1])])]
        return float(table.mean())

    def _group_joins(self, group: Group) -> float:
        total = 0.0
        for side, turns in ((self.left, group[0]), (self.right, group[1])):
            for before, k in itertools.pairwise(turns):
                if side.note[before + 1 : k].all():
                    # Only speech that follows directly on what it joins is carried on from it; notes do not count.
                    total += _CARRIED * bool(side.carried[k])
                    continue
                between = side.speaker[before + 1 : k]
                interrupted = side.speaker[k] >= 0 and bool(((between >= 0) & (between != side.speaker[k])).any())
                total += _INTERRUPTED if interrupted else _HOLE
            if len(turns) > 1:
                total += _NOTE_JOINS * int(side.note[list(turns)].sum())
        return total

    def _token_sets(self) -> tuple[list[frozenset[int]], list[frozenset[int]]]:
        if self._sets is None:
            self._sets = (self._sets_of(self.left), self._sets_of(self.right))
        return self._sets

    def _sets_of(self, side: Traits) -> list[frozenset[int]]:
        useful = self.background.informative[side.token]
        ends = np.searchsorted(side.turn, np.arange(len(side) + 1))
        tokens, keep = side.token.tolist(), useful.tolist()
        return [
            frozenset(tokens[k] for k in range(a, b) if keep[k])
            for a, b in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)
        ]


def _corner(band: Band, m: int, n: int) -> list[NDArray[np.int64]]:
    """The m x n cells that end in each cell of a band, as m * n arrays of cell numbers."""
    grid: list[NDArray[np.int64]] = []
    row = np.arange(band.size)
    for _ in range(m):
        cell = row
        for _ in range(n):
            grid.append(cell)
            cell = band.before[cell]
        row = band.above[row]
    return grid
