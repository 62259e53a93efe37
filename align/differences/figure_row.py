"""How the figures of one row find their partners: those that agree first, then what stands in corresponding places."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

from align.differences.assignment import assign
from align.differences.figure_context import context_words, same_noun
from align.differences.figure_ellipsis import fuller_forms, one_breath, split_span
from align.differences.figure_forms import hidden_form
from align.differences.figure_slips import slip
from align.differences.figure_verdicts import Judgement, dimension, judge, size
from align.differences.figure_words import in_words, quoted
from align.model import Verdict
from editions.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from editions.model import Figure

_GOOD = {
    Verdict.EQUAL: 0.0,
    Verdict.OTHER_FORM: 0.1,
    Verdict.QUALIFIER: 0.15,
    Verdict.WITHIN_ROUNDING: 0.25,
}
"""What a pair that agrees costs; less certain forms cost more, so that an exact partner is taken first."""

_ALONE = 3.0
_APART = 1.3
"""A pair that disagrees is worth naming up to this cost; beyond it the two have nothing to do with each other."""

_BOUNDS = frozenset({"at-least", "at-most", "more-than", "less-than"})
_SPAN = Judgement(Verdict.OTHER_FORM, "Both name the first and the last.")
_MOST = 60
_WINDOW = 30


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures that answer to each other, or one that has no partner.

    Attributes:
        left: turn id and figure of the one edition, or None.
        right: turn id and figure of the other, or None.
        verdict: how they stand to each other; ``missing`` without ``right``, ``added`` without ``left``.
        note: one sentence for the user, or "".
    """

    left: tuple[str, Figure] | None
    right: tuple[str, Figure] | None
    verdict: Verdict
    note: str = ""


class FigureRow:
    """The figures of two editions in one row, on their way to partners.

    Args:
        left: (turn id, figure) of the one edition, in order.
        right: the same of the other.
        left_texts: turn id -> text, or empty.
        right_texts: the same of the other edition.
        anchor: day of the meeting as an ISO 8601 prefix, or None.
        sigla: how the notes call the editions.
        language: the language of the texts.
    """

    def __init__(
        self,
        left: Sequence[tuple[str, Figure]],
        right: Sequence[tuple[str, Figure]],
        left_texts: Mapping[str, str],
        right_texts: Mapping[str, str],
        anchor: str | None,
        sigla: tuple[str, str],
        language: str,
    ) -> None:
        self.left, self.right = list(left), list(right)
        self.texts = left_texts, right_texts
        self.anchor, self.sigla, self.language = anchor, sigla, language
        self.words = (
            [context_words(item, left_texts, language) for item in self.left],
            [context_words(item, right_texts, language) for item in self.right],
        )
        self.judged: dict[tuple[int, int], Judgement] = {}
        self.pairs: dict[int, int] = {}
        self.out: list[tuple[tuple[int, float], FigurePair]] = []

    def match(self) -> tuple[FigurePair, ...]:
        """The pairs in the order of the one edition, then what only the other has."""
        self._agreeing()
        left_over = [i for i in range(len(self.left)) if i not in self.pairs]
        taken = set(self.pairs.values())
        right_over = [j for j in range(len(self.right)) if j not in taken]
        left_over = [i for i in left_over if not self._glossed(self.left, i, self.pairs)]
        right_over = [j for j in right_over if not self._glossed(self.right, j, taken)]
        left_over, right_over = self._elided(left_over, right_over)
        if len(left_over) + len(right_over) <= _MOST:
            left_over = [i for i in left_over if not self._hidden(i, side=0)]
            right_over = [j for j in right_over if not self._hidden(j, side=1)]
        left_over, right_over = self._disagreeing(left_over, right_over)
        for i in left_over:
            self._leftover(i, side=0)
        for j in right_over:
            self._leftover(j, side=1)
        return tuple(pair for _, pair in sorted(self.out, key=lambda item: item[0]))

    # --- pairs that agree --------------------------------------------------------------------------------------------

    def _judge(self, i: int, j: int) -> Judgement:
        known = self.judged.get((i, j))
        if known is None:
            known = judge(
                self.left[i][1], self.right[j][1], anchor=self.anchor, sigla=self.sigla, language=self.language
            )
            self.judged[i, j] = known
        return known

    def _agreeing(self) -> None:
        if max(len(self.left), len(self.right)) > _MOST:
            self._agreeing_nearby()
            return
        costs: list[list[float | None]] = [
            [self._cost(i, j) for j in range(len(self.right))] for i in range(len(self.left))
        ]
        self.pairs = dict(assign(costs, _ALONE))
        self._exchange()
        for i, j in self.pairs.items():
            found = self._judge(i, j)
            if found.verdict is Verdict.DIFFERENT:
                found = found._replace(note=found.note or self._difference_note(self.left[i][1], self.right[j][1]))
            elif found.verdict is Verdict.QUALIFIER and self._carried(i, j):
                found = Judgement(Verdict.OTHER_FORM, "The bound of the figure before it holds for it too.")
            self._pair(i, j, found)

    def _agreeing_nearby(self) -> None:
        """For a very long row: the nearest figure that agrees, at about the same share of the way through it."""
        taken: set[int] = set()
        for i in range(len(self.left)):
            centre = i * len(self.right) // len(self.left)
            window = range(max(0, centre - _WINDOW), min(len(self.right), centre + _WINDOW))
            for _, j in sorted((abs(place - centre), place) for place in window):
                if j not in taken and self._judge(i, j).verdict in _GOOD:
                    taken.add(j)
                    self._pair(i, j, self._judge(i, j))
                    break

    def _carried(self, i: int, j: int) -> bool:
        """Whether the one that has no qualifier takes it from the figure before it: "850 tons at most; there — 600"."""
        for side, index, other in (
            (self.left, i, self.right[j][1]),
            (self.right, j, self.left[i][1]),
        ):
            turn, figure = side[index]
            if figure.qualifier is not None or other.qualifier not in _BOUNDS or index == 0:
                continue
            near_turn, near = side[index - 1]
            text = self.texts[0 if side is self.left else 1].get(turn, "")
            between = text[near.end : figure.start]
            if near_turn == turn and near.qualifier == other.qualifier and one_breath(between):
                return True
        return False

    def _exchange(self) -> None:
        """Uncrosses pairs whose nouns say that values changed places: 12 boats, 30 carts / 30 boats, 12 carts."""
        for i in list(self.pairs):
            for k in list(self.pairs):
                j, m = self.pairs[i], self.pairs[k]
                if i >= k or j <= m:
                    continue
                a, b, c, d = self.left[i][1], self.right[j][1], self.left[k][1], self.right[m][1]
                if same_noun(a, d) and same_noun(c, b) and same_noun(a, b) is False and same_noun(c, d) is False:
                    self.pairs[i], self.pairs[k] = m, j

    def _cost(self, i: int, j: int) -> float | None:
        base = _GOOD.get(self._judge(i, j).verdict)
        if base is None:
            return None
        a, b = self.left[i][1], self.right[j][1]
        cost = base + 0.4 * self._order(i, j) + 0.4 * (1 - self._likeness(i, j))
        if (a.unit is None) != (b.unit is None):
            cost += 0.5
        if (a.kind is FigureKind.ORDINAL) != (b.kind is FigureKind.ORDINAL):
            cost += 0.4
        noun = same_noun(a, b)
        return cost if noun is None else cost + (-0.1 if noun else 0.15)

    def _order(self, i: int, j: int) -> float:
        """0..1: how far apart the two stand in the order of their editions."""
        one = i / max(1, len(self.left) - 1)
        two = j / max(1, len(self.right) - 1)
        return abs(one - two)

    def _likeness(self, i: int, j: int) -> float:
        """0..1: words the surroundings of two figures share."""
        one, two = self.words[0][i], self.words[1][j]
        if not one or not two:
            return 0.0
        return len(one & two) / min(len(one), len(two))

    def _pair(self, i: int, j: int, found: Judgement) -> None:
        self.pairs[i] = j
        self.out.append(((0, i), FigurePair(self.left[i], self.right[j], found.verdict, found.note)))

    def _elided(self, left_over: list[int], right_over: list[int]) -> tuple[list[int], list[int]]:
        """Pairs figures of which one leaves its unit or scale to a figure before it."""
        if len(left_over) * len(right_over) > _MOST * _MOST:
            return left_over, right_over
        for i in list(left_over):
            found = split_span(self.left[i][1], [f if j in right_over else None for j, (_, f) in enumerate(self.right)])
            if found:
                self._pair(i, found[0], _SPAN)
                left_over.remove(i)
                right_over = [j for j in right_over if j not in found]
        for j in list(right_over):
            found = split_span(self.right[j][1], [f if i in left_over else None for i, (_, f) in enumerate(self.left)])
            if found:
                self._pair(found[0], j, _SPAN)
                right_over.remove(j)
                left_over = [i for i in left_over if i not in found]
        for i in list(left_over):
            for j in list(right_over):
                note = self._unsaid(i, j)
                if note:
                    self._pair(i, j, Judgement(Verdict.OTHER_FORM, note))
                    left_over.remove(i)
                    right_over.remove(j)
                    break
        return left_over, right_over

    def _unsaid(self, i: int, j: int) -> str:
        a, b = self.left[i][1], self.right[j][1]
        for form in fuller_forms(self.left, i, self.language):
            if judge(form, b, sigla=self.sigla).verdict in _GOOD:
                return f"{quoted(a)} in {self.sigla[0]} stands for {in_words(form)}; {self.sigla[1]} has {in_words(b)}."
        for form in fuller_forms(self.right, j, self.language):
            if judge(a, form, sigla=self.sigla).verdict in _GOOD:
                return f"{quoted(b)} in {self.sigla[1]} stands for {in_words(form)}; {self.sigla[0]} has {in_words(a)}."
        for form in fuller_forms(self.left, i, self.language):
            for other in fuller_forms(self.right, j, self.language):
                if form.unit != other.unit and judge(form, other, sigla=self.sigla).verdict in _GOOD:
                    return f"{quoted(a)} stands for {in_words(form)}, {quoted(b)} for {in_words(other)}."
        return ""

    # --- pairs that disagree -----------------------------------------------------------------------------------------

    def _disagreeing(self, left_over: list[int], right_over: list[int]) -> tuple[list[int], list[int]]:
        if len(left_over) * len(right_over) > _MOST * _MOST:
            return left_over, right_over
        costs = [[self._apart(i, j) for j in right_over] for i in left_over]
        used: set[tuple[int, int]] = set()
        for x, y in assign(costs, _APART):
            cost = costs[x][y]
            if cost is not None and cost <= _APART:
                i, j = left_over[x], right_over[y]
                used.add((i, j))
                found = self._judge(i, j)
                note = found.note or self._difference_note(self.left[i][1], self.right[j][1])
                self._pair(i, j, found._replace(note=note))
        lefts, rights = {i for i, _ in used}, {j for _, j in used}
        return [i for i in left_over if i not in lefts], [j for j in right_over if j not in rights]

    def _apart(self, i: int, j: int) -> float | None:
        """What it costs to say that two figures which disagree answer to each other; None if they cannot."""
        a, b = self.left[i][1], self.right[j][1]
        found = self._judge(i, j)
        if found.verdict in _GOOD:
            return self._cost(i, j)
        relative = FigureKind.RELATIVE_DATE in (a.kind, b.kind)
        if found.verdict is Verdict.NOT_COMPARABLE:
            if not (
                relative or "date" in (dimension(a), dimension(b)) or a.high is None or b.high is None or _money(a, b)
            ):
                return None
            if (
                dimension(a) != dimension(b)
                and not _times(a, b)
                and not _money(a, b)
                and not (a.high is None or b.high is None)
            ):
                return None
            cost = 1.0
        elif dimension(a) != dimension(b) and a.unit is not None and b.unit is not None:
            # The same number in another unit is a slip only if nothing better is there.
            cost = 1.0
        elif dimension(a) != dimension(b) and {dimension(a), dimension(b)} & {"ordinal", "date"}:
            return None
        else:
            cost = 0.8
        cost += 0.35 * min(3, self._crossed(i, j)) - 0.5 * self._likeness(i, j)
        noun = same_noun(a, b)
        if noun is not None:
            cost += -0.4 if noun else 0.2
        if (a.unit is None) != (b.unit is None):
            cost += 0.3
        elif a.unit is not None and a.unit == b.unit:
            cost -= 0.2
        if slip(a, b):
            cost -= 0.5
        if a.iso is None:
            cost += min(1.0, 0.4 * min(_magnitudes(a.low, b.low), _magnitudes(size(a), size(b))))
        if not relative:
            cost += 0.4 * (self._weak(a) + self._weak(b))
        cost += 0.3 * (self._repeated(i, side=0) + self._repeated(j, side=1))
        return cost

    def _crossed(self, i: int, j: int) -> int:
        """How many pairs stand before the one figure and after the other."""
        return sum((x < i) != (y < j) for x, y in self.pairs.items())

    def _difference_note(self, a: Figure, b: Figure) -> str:
        reason = slip(a, b)
        said = f"{self.sigla[0]} has {in_words(a)}, {self.sigla[1]} {in_words(b)}"
        return f"{said}: {reason}." if reason else f"{said}."

    # --- figures without a partner -----------------------------------------------------------------------------------

    def _glossed(self, side: list[tuple[str, Figure]], index: int, matched: object) -> bool:
        """Whether a figure only says again, in the same breath, what the one beside it says: "sixty (60)"."""
        turn, figure = side[index]
        for other in (index - 1, index + 1):
            if not 0 <= other < len(side) or other not in matched:  # type: ignore[operator]
                continue
            near_turn, near = side[other]
            gap = max(figure.start, near.start) - min(figure.end, near.end)
            if near_turn == turn and gap <= 3 and judge(figure, near).verdict in _GOOD:
                return True
        return False

    def _hidden(self, index: int, *, side: int) -> bool:
        """Pairs a figure with a form of it that is no figure by itself: "a shell", "per kilometre", "the first"."""
        item = (self.left, self.right)[side][index]
        texts = self.texts[1 - side]
        taken = {(turn, figure.start) for turn, figure in (self.right, self.left)[side]}
        taken |= {
            (found[0], found[1].start) for _, pair in self.out if (found := (pair.right, pair.left)[side]) is not None
        }
        found = hidden_form(item[1], texts, taken, self.language)
        if found is None:
            return False
        sides = (item, found) if side == 0 else (found, item)
        if found[1].text.lower() == item[1].text.lower():
            self.out.append(((side, index), FigurePair(*sides, Verdict.EQUAL)))
            return True
        note = f"{quoted(sides[0][1])} in {self.sigla[0]} is {quoted(sides[1][1])} in {self.sigla[1]}."
        self.out.append(((side, index), FigurePair(*sides, Verdict.OTHER_FORM, note)))
        return True

    def _repeated(self, index: int, *, side: int) -> bool:
        """Whether the other edition has this figure too, once less often."""
        figure = (self.left, self.right)[side][index][1]
        others = (self.right, self.left)[side][: _MOST * 4]
        return any(
            judge(figure, other, anchor=self.anchor, language=self.language).verdict in _GOOD for _, other in others
        )

    def _weak(self, figure: Figure) -> bool:
        """Whether a translator may well leave it out or say it otherwise: small numbers in words, "a day"."""
        digits = any(c.isdigit() for c in figure.text)
        if figure.kind is FigureKind.RELATIVE_DATE:
            return figure.low is None
        if digits or figure.low is None or figure.high is None or figure.kind is FigureKind.MULTIPLE:
            return False
        if figure.low.denominator != 1:
            return False
        if figure.unit is not None:
            return figure.low == figure.high == 1
        if figure.kind is FigureKind.ORDINAL:
            return figure.low <= 3
        return figure.high <= 2 if figure.counted else figure.high <= 10

    def _leftover(self, index: int, *, side: int) -> None:
        item = (self.left, self.right)[side][index]
        if self._repeated(index, side=side) or self._weak(item[1]):
            return
        here, there = self.sigla[side], self.sigla[1 - side]
        note = f"{here} has {in_words(item[1])}{_of(item[1])}; {there} has no such figure here."
        verdict = Verdict.ADDED if side else Verdict.MISSING
        pair = FigurePair(None, item, verdict, note) if side else FigurePair(item, None, verdict, note)
        self.out.append(((side, index), pair))


def _magnitudes(one: Fraction | None, two: Fraction | None) -> float:
    """Powers of ten between two values; none where they have no sign in common."""
    return abs(log10(one / two)) if one and two and one > 0 and two > 0 else 0.0


def _of(figure: Figure) -> str:
    return f" ({figure.counted})" if figure.counted and figure.unit is None else ""


def _money(a: Figure, b: Figure) -> bool:
    return a.kind is b.kind is FigureKind.MONEY


def _times(a: Figure, b: Figure) -> bool:
    """Whether both say when or how long."""
    kinds = (FigureKind.DATE, FigureKind.RELATIVE_DATE, FigureKind.DURATION)
    return a.kind in kinds and b.kind in kinds
