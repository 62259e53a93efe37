"""Repairs after the monotone pass: turns left alone join a row nearby, also across turns that have no partner.

The dynamic programme knows beads of neighbouring turns only. Translators merge a question with the one after
next, and one edition's paragraph may be twelve of the other's: such groups, interleaved or with holes, are
found here, each accepted only where the score of the whole rises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.pairing.evidence import Evidence
    from align.pairing.learned import Model
    from align.pairing.sequence import Group

_LEAST_GAIN = 0.0
_LONGEST_RUN = 24
_ROUNDS = 4
_ROWS_AWAY = 3


def join_strays(evidence: Evidence, model: Model, rows: Sequence[Group]) -> list[Group]:
    """Lets runs of unpaired turns join a neighbouring row, or each other, where the whole gains.

    Args:
        evidence: the two editions.
        model: what they are like.
        rows: rows in order.

    Returns:
        Better rows in the same order; every turn once.
    """
    return _Repair(evidence, model, rows).run()


class _Repair:
    def __init__(self, evidence: Evidence, model: Model, rows: Sequence[Group]) -> None:
        self.evidence = evidence
        self.model = model
        self.rows = list(rows)
        self.known: dict[Group, float] = {}

    def run(self) -> list[Group]:
        for _ in range(_ROUNDS):
            changed = False
            at = 0
            while at < len(self.rows):
                lefts, rights = self.rows[at]
                if lefts and rights:
                    self._release_notes(at)
                    at += 1
                    continue
                end = self._run_end(at, 0 if lefts else 1)
                if self._join_runs(at, end, 0 if lefts else 1) or self._join_row(at, end, 0 if lefts else 1):
                    changed = True
                    at = max(0, at - 2)
                else:
                    at = end
            if not changed:
                break
        return self.rows

    def _look_at(self, groups: Sequence[Group]) -> None:
        """Scores groups that are not known yet, all at once."""
        new = [group for group in dict.fromkeys(groups) if group not in self.known]
        for group, parts in zip(new, self.evidence.groups(new, self.model), strict=True):
            self.known[group] = parts.total

    def _score(self, group: Group) -> float:
        self._look_at([group])
        return self.known[group]

    def _run_end(self, start: int, side: int) -> int:
        end = start
        while end < len(self.rows) and self.rows[end][side] and not self.rows[end][1 - side]:
            end += 1
        return end

    def _join_runs(self, start: int, end: int, side: int) -> bool:
        """A run of one side directly before a run of the other: both as one group."""
        last = self._run_end(end, 1 - side)
        if last == end or min(end - start, last - end) > 3 or max(end - start, last - end) > _LONGEST_RUN:
            return False
        lefts = tuple(i for row in self.rows[start:last] for i in row[0])
        rights = tuple(j for row in self.rows[start:last] for j in row[1])
        apart = self.model.gaps.run(0, len(lefts)) + self.model.gaps.run(1, len(rights))
        if self._score((lefts, rights)) - apart <= _LEAST_GAIN:
            return False
        self.rows[start:last] = [(lefts, rights)]
        return True

    def _join_row(self, start: int, end: int, side: int) -> bool:
        """The beginning of a run joins a row before it, or its end a row after it."""
        length = end - start
        gaps = self.model.gaps
        options: list[tuple[int, list[int], Group]] = []
        for target in self._targets(start, end):
            for count in range(1, min(length, _LONGEST_RUN) + 1):
                taken = [*(range(start, start + count) if target < start else range(end - count, end))]
                speech = [at for at in taken if not self._is_note(at, side)]
                for chosen in (taken, speech) if 0 < len(speech) < count else (taken,):
                    turns = [k for at in chosen for k in self.rows[at][side]]
                    options.append((target, chosen, _joined(self.rows[target], side, turns)))
        self._look_at([*(self.rows[target] for target, _, _ in options), *(joined for _, _, joined in options)])
        best, choice = _LEAST_GAIN, None
        for target, chosen, joined in options:
            saved = gaps.run(side, length) - gaps.run(side, length - len(chosen))
            gain = self._score(joined) - self._score(self.rows[target]) - saved
            if gain > best:
                best, choice = gain, (target, chosen, joined)
        if choice is None:
            return False
        target, chosen, joined = choice
        self.rows[target] = joined
        for at in reversed(chosen):
            del self.rows[at]
        return True

    def _is_note(self, at: int, side: int) -> bool:
        notes = (self.evidence.left.note, self.evidence.right.note)[side]
        return all(notes[k] for k in self.rows[at][side])

    def _release_notes(self, at: int) -> None:
        """A note in the middle of a speech stands alone where the row is the better for it."""
        for side, notes in ((0, self.evidence.left.note), (1, self.evidence.right.note)):
            for turn in self.rows[at][side]:
                row = self.rows[at]
                if len(row[side]) == 1 or not notes[turn]:
                    continue
                rest = tuple(k for k in row[side] if k != turn)
                without = (rest, row[1]) if side == 0 else (row[0], rest)
                if self._score(without) + self.model.gaps.run(side, 1) > self._score(row):
                    alone: Group = ((turn,), ()) if side == 0 else ((), (turn,))
                    self.rows[at : at + 1] = [without, alone] if turn > rest[0] else [alone, without]

    def _targets(self, start: int, end: int) -> list[int]:
        """Paired rows nearby, nearest first."""
        before = [at for at in range(start - 1, max(-1, start - 1 - _ROWS_AWAY), -1) if all(self.rows[at])]
        after = [at for at in range(end, min(len(self.rows), end + _ROWS_AWAY)) if all(self.rows[at])]
        return before + after


def _joined(row: Group, side: int, turns: list[int]) -> Group:
    lefts, rights = row
    if side == 0:
        return tuple(sorted((*lefts, *turns))), rights
    return lefts, tuple(sorted((*rights, *turns)))
