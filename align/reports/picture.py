"""The picture of an alignment: a bar for each edition, ribbons between turns that correspond, gaps, moves.

Only geometry is worked out here; the template draws it. Every bar is the whole of its edition, first turn at
the top, so that ribbons run level where nothing is moved, however much one edition leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from align.model import Kind
from align.reports.phrases import Weight, count_of, letter, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.model import Row
    from align.workspace import Comparison

_MOST_SHAPES = 220  # ribbons that can still be told apart on one page
_LEAST_HEIGHT, _MOST_HEIGHT, _TURN_HEIGHT = 140, 900, 6.0
_TOP, _BOTTOM = 34, 12
_SIDE, _BAR, _BETWEEN = 236, 16, 190
_LAYERS = ("paired", "moved", "alone")  # from the lowest to the topmost
_LEAST_GAP = 1.5  # gaps narrower and nearer to each other than this cannot be told apart
_LABEL_STEP = 12  # least distance of two labels, in user units
_SIGN_STEP = 11
_SIGN_KINDS = (Kind.FIGURE, Kind.NAME, Kind.SPEAKER)


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of a bar, or a ribbon between two bars.

    Attributes:
        path: outline in SVG's path language.
        state: "paired", "moved" or "alone".
        title: what it is, in words.
        row: id of its first row, to which it leads.
    """

    path: str
    state: str
    title: str
    row: str


@dataclass(frozen=True, slots=True)
class Label:
    """A few words or a letter at a place.

    Attributes:
        x: horizontal place in user units.
        y: height of its middle.
        text: the words.
        anchor: "start", "middle" or "end".
        role: "siglum", "tick", "moved", "alone" or a kind of difference.
        title: the same at length, or "".
        row: id of the row to which it leads, or "".
    """

    x: float
    y: float
    text: str
    anchor: str
    role: str
    title: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn.

    Attributes:
        width: in user units.
        height: in user units.
        bars: stretches of the bars.
        ribbons: ribbons between bars, moved ones last so that they lie on top.
        labels: words and letters.
        description: the picture in words, for those who do not see it.
        limits: what had to be drawn together or left out, as sentences.
    """

    width: int
    height: int
    bars: tuple[Shape, ...]
    ribbons: tuple[Shape, ...]
    labels: tuple[Label, ...]
    description: str
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Neighbouring rows drawn as one: siglum -> first and last turn number + 1."""

    rows: tuple[Row, ...]
    spans: dict[str, tuple[int, int]]
    state: str

    @property
    def where(self) -> str:
        first, last = self.rows[0].id, self.rows[-1].id
        return first if first == last else f"{first}–{last}"


def draw(comparison: Comparison) -> Picture:
    """Works out the picture of a comparison.

    Args:
        comparison: finished data, of any size; rows too many to be told apart are drawn together.

    Returns:
        The geometry. Sizes are bounded; what is not drawn by itself is said in ``limits``.
    """
    sigla = [edition.siglum for edition in comparison.editions]
    most = max((len(edition.turns) for edition in comparison.editions), default=0)
    tall = min(max(most * _TURN_HEIGHT, _LEAST_HEIGHT), _MOST_HEIGHT)
    scale = {edition.siglum: tall / max(len(edition.turns), 1) for edition in comparison.editions}
    left = {siglum: _SIDE + number * (_BAR + _BETWEEN) for number, siglum in enumerate(sigla)}
    together = -(-len(comparison.rows) // _MOST_SHAPES)
    stretches = _stretches(comparison, max(together, 1))
    height = {
        (siglum, at): round(_TOP + at * scale[siglum], 1)
        for stretch in stretches
        for siglum, span in stretch.spans.items()
        for at in span
    }
    bars, ribbons = [], []
    gap_end: dict[str, float] = {}
    merged = 0
    for stretch in sorted(stretches, key=lambda stretch: _LAYERS.index(stretch.state)):
        title = _title(stretch, comparison)
        ends = {s: (height[s, span[0]], height[s, span[1]]) for s, span in stretch.spans.items()}
        for siglum, (top, bottom) in ends.items():
            if stretch.state == "alone":
                near = 0 <= top - gap_end.get(siglum, -1) < _LEAST_GAP and bottom - top < _LEAST_GAP
                merged += near
                if near:
                    continue
                gap_end[siglum] = bottom
            path = f"M{left[siglum]} {top}h{_BAR}V{bottom}h-{_BAR}z"
            bars.append(Shape(path, stretch.state, title, stretch.rows[0].id))
        for one, other in pairwise(s for s in sigla if s in ends):
            path = _ribbon(left[one] + _BAR, ends[one], left[other], ends[other])
            ribbons.append(Shape(path, stretch.state, title, stretch.rows[0].id))
    labels = [Label(left[s] + _BAR / 2, _TOP - 16, s, "middle", "siglum") for s in sigla]
    labels += _ticks(comparison, scale, left)
    signs = list(_signs(comparison, scale, left))
    names, unnamed = _names(comparison, stretches, height, left)
    limits = []
    if together > 1:
        limits.append(f"up to {together} neighbouring rows are drawn as one")
    if merged:
        limits.append(f"{count_of(merged, 'gap')} too close to another to be drawn")
    if unnamed:
        limits.append(f"{count_of(unnamed, 'label')} left out for want of room")
    return Picture(
        width=2 * _SIDE + len(sigla) * _BAR + (len(sigla) - 1) * _BETWEEN,
        height=round(_TOP + tall + _BOTTOM),
        bars=tuple(bars),
        ribbons=tuple(ribbons),
        labels=(*labels, *signs, *names),
        description=_describe(comparison, stretches),
        limits=tuple(limits),
    )


def _stretches(comparison: Comparison, together: int) -> list[_Stretch]:
    """Rows, or up to ``together`` rows of one state that follow each other in every edition they are in.

    Paired rows are drawn as one across rows of another state between them: those are drawn on top. A passage
    that is moved, or alone, must be without a gap to be one.
    """
    numbered = {turn.id: turn.number for edition in comparison.editions for turn in edition.turns}
    open_runs: dict[str, tuple[int, list[Row], dict[str, tuple[int, int]]]] = {}
    closed: list[tuple[int, _Stretch]] = []

    def close(state: str) -> None:
        if state in open_runs:
            place, rows, spans = open_runs.pop(state)
            closed.append((place, _Stretch(tuple(rows), spans, state)))

    for place, row in enumerate(comparison.rows):
        state = _state(row)
        here = {s: (numbered[turns[0]], numbered[turns[-1]] + 1) for s, turns in row.turns.items() if turns}
        if state in open_runs:
            first, rows, spans = open_runs[state]
            onward = spans.keys() == here.keys() and all(
                here[s][0] >= spans[s][1] if state == "paired" else here[s][0] == spans[s][1] for s in here
            )
            if onward and len(rows) < together:
                open_runs[state] = (first, [*rows, row], {s: (spans[s][0], here[s][1]) for s in here})
                continue
            close(state)
        open_runs[state] = (place, [row], here)
    for state in tuple(open_runs):
        close(state)
    return [stretch for _, stretch in sorted(closed, key=lambda entry: entry[0])]


def _state(row: Row) -> str:
    return "alone" if len(row.turns) == 1 else "moved" if row.moved else "paired"


def _ribbon(x: int, here: tuple[float, float], far: int, there: tuple[float, float]) -> str:
    middle = (x + far) // 2
    return (
        f"M{x} {here[0]}C{middle} {here[0]} {middle} {there[0]} {far} {there[0]}"
        f"V{there[1]}C{middle} {there[1]} {middle} {here[1]} {x} {here[1]}z"
    )


def _title(stretch: _Stretch, comparison: Comparison) -> str:
    turns = {edition.siglum: edition.turns for edition in comparison.editions}
    said = []
    for siglum, (first, end) in stretch.spans.items():
        here = turns[siglum]
        said.append(here[first].id if end - first == 1 else f"{here[first].id}–{here[end - 1].id}")
    extra = {"alone": ", no partner", "moved": ", moved"}.get(stretch.state, "")
    return f"{stretch.where}: {' = '.join(said)}{extra}"


def _ticks(comparison: Comparison, scale: dict[str, float], left: dict[str, int]) -> Iterator[Label]:
    """Turn numbers beside the outer bars, at least 60 units apart."""
    editions = comparison.editions
    for edition in dict.fromkeys((editions[0], editions[-1])):
        unit = scale[edition.siglum]
        step = next(s for s in (n * 10**power for power in range(9) for n in (1, 2, 5)) if s >= 5 and s * unit >= 60)
        first = edition is editions[0]
        x = left[edition.siglum] + (-4 if first else _BAR + 4)
        for number in range(step, len(edition.turns) + 1, step):
            y = round(_TOP + (number - 0.5) * unit, 1)
            yield Label(x, y, str(number), "end" if first else "start", "tick")


def _signs(comparison: Comparison, scale: dict[str, float], left: dict[str, int]) -> Iterator[Label]:
    """Letters beside the first bar where figures, names or speakers disagree; those too close are counted."""
    first = comparison.editions[0].siglum
    for column, kind in enumerate(_SIGN_KINDS):
        found: list[Label] = []
        counts: list[int] = []
        places = []
        for difference in comparison.differences:
            if difference.kind is kind and weigh(difference) is Weight.DISAGREE and difference.readings:
                siglum = first if first in difference.readings else next(iter(difference.readings))
                turn = comparison.turns[difference.readings[siglum].turn]
                places.append((round(_TOP + (turn.number + 0.5) * scale[siglum], 1), difference))
        for y, difference in sorted(places, key=lambda place: place[0]):
            if found and y - found[-1].y < _SIGN_STEP:
                counts[-1] += 1
                continue
            x = left[first] - 42 - 24 * column
            title = f"{difference.row}: {kind.value} disagrees"
            found.append(Label(x, y, letter(kind), "middle", kind.value, title, difference.row))
            counts.append(1)
        for sign, count in zip(found, counts, strict=True):
            if count == 1:
                yield sign
            else:
                title = f"{sign.title}, and {count - 1} more close by"
                yield replace(sign, text=f"{sign.text}{count}", title=title)


def _names(
    comparison: Comparison,
    stretches: Sequence[_Stretch],
    height: dict[tuple[str, int], float],
    left: dict[str, int],
) -> tuple[list[Label], int]:
    """Names passages that are moved or alone beside the outer bars; gives also how many had no room.

    Where there are more than fit, the longest are named, and moved ones before gaps of the same length.
    """
    editions = comparison.editions
    labels: list[Label] = []
    unnamed = 0
    for edition in dict.fromkeys((editions[0], editions[-1])):
        siglum = edition.siglum
        first = edition is editions[0]
        x = left[siglum] + (-104 if first else _BAR + 30)
        end = max((height[siglum, s.spans[siglum][1]] for s in stretches if siglum in s.spans), default=_TOP)
        wanted = sorted(_passages(stretches, siglum), key=lambda p: (-(p[2] - p[1]), p[0] == "alone", p[1]))
        room = round((end - _TOP) / _LABEL_STEP / 2) + 1
        unnamed += len(wanted[room:])
        last = 0.0
        for state, begin, after, row in sorted(wanted[:room], key=lambda passage: passage[1]):
            y = round(max((height[siglum, begin] + height[siglum, after]) / 2, last + _LABEL_STEP), 1)
            ids = edition.turns[begin].id
            ids = ids if after - begin == 1 else f"{ids}–{edition.turns[after - 1].id}"
            text = f"{ids} {'moved' if state == 'moved' else 'only here'}"
            labels.append(Label(x, y, text, "end" if first else "start", state, f"{row}: {text}", row))
            last = y
    return labels, unnamed


def _passages(stretches: Sequence[_Stretch], siglum: str) -> list[tuple[str, int, int, str]]:
    """Passages of one edition that are moved or alone: state, first turn, last + 1, id of a row."""
    found: list[tuple[str, int, int, str]] = []
    here = [s for s in stretches if siglum in s.spans and s.state != "paired"]
    for stretch in sorted(here, key=lambda stretch: stretch.spans[siglum]):
        begin, after = stretch.spans[siglum]
        if found and found[-1][0] == stretch.state and found[-1][2] == begin:
            found[-1] = (stretch.state, found[-1][1], after, found[-1][3])
        else:
            found.append((stretch.state, begin, after, stretch.rows[0].id))
    return found


def _describe(comparison: Comparison, stretches: Sequence[_Stretch]) -> str:
    editions = ", ".join(f"{e.siglum} with {count_of(len(e.turns), 'turn')}" for e in comparison.editions)
    counts = {
        state: sum(len(stretch.rows) for stretch in stretches if stretch.state == state)
        for state in ("paired", "moved", "alone")
    }
    return (
        f"One upright bar for each edition ({editions}), the first turn at the top. Ribbons join turns that "
        f"correspond: {count_of(counts['paired'], 'row')} in order, {count_of(counts['moved'], 'row')} moved "
        f"and crossing the others; {count_of(counts['alone'], 'row')} without a partner are left as gaps."
    )
