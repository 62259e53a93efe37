"""Figures of the example meeting against its gold: every planted discrepancy, and no false alarm."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from align.differences.figures import FigurePair, match_figures
from align.model import Verdict
from editions.figures import find_figures

_FOLDER = Path(__file__).parents[3] / "examples" / "meeting-1952"
_GOLD = yaml.safe_load((_FOLDER / "gold.yaml").read_text("utf-8"))
_QUIET = {Verdict.EQUAL, Verdict.OTHER_FORM, Verdict.WITHIN_ROUNDING, Verdict.QUALIFIER, Verdict.NOT_COMPARABLE}


def _turns(edition: str) -> list[str]:
    """The turns by their places in gold.yaml: blocks without front matter, back matter and headings."""
    about = _GOLD["editions"][edition]
    blocks = [
        " ".join(b.split()) for b in re.split(r"\n[ \t]*\n", (_FOLDER / about["file"]).read_text("utf-8").strip())
    ]
    headings = list(about["headings"])
    turns = []
    for block in blocks[len(about["front"]) : len(blocks) - len(about["back"])]:
        if headings and headings[0] == " ".join(block.split()[:5]):
            headings.pop(0)
        else:
            turns.append(block)
    return turns


def _match(other: str, anchor: str | None) -> list[FigurePair]:
    sides = {"A": _turns("A"), other: _turns(other)}
    pairs: list[FigurePair] = []
    for row in _GOLD["alignment"][f"A-{other}"]:
        if row[0] and row[1]:
            texts = [{f"{name}{n}": sides[name][n] for n in numbers} for name, numbers in zip(sides, row, strict=False)]
            figures = [
                [(turn, figure) for turn, text in side.items() for figure in find_figures(text)] for side in texts
            ]
            pairs += match_figures(
                figures[0], figures[1], anchor=anchor, left_texts=texts[0], right_texts=texts[1], sigla=("A", other)
            )
    return pairs


def _stands(item: tuple | None, turn: str, written: str, text: str) -> bool:
    """Whether a figure overlaps a quotation of its turn."""
    if item is None or item[0] != turn:
        return False
    places = [match.start() for match in re.finditer(re.escape(written), text)]
    return any(item[1].start < place + len(written) and place < item[1].end for place in places)


@pytest.mark.parametrize("anchor", ["1952-08-20", None])
def test_two_translations(anchor: str | None) -> None:
    pairs = _match("B", anchor)
    a, b = _turns("A"), _turns("B")
    wrong = []
    for gold in _GOLD["figures"]:
        sides = (
            (f"A{gold['a_turn']}", gold["a_text"], a[gold["a_turn"]]),
            (f"B{gold['b_turn']}", gold["b_text"], b[gold["b_turn"]]),
        )
        verdicts = {p.verdict for p in pairs if _stands(p.left, *sides[0]) and _stands(p.right, *sides[1])}
        right = Verdict.DIFFERENT in verdicts if gold["verdict"] == "different" else verdicts & _QUIET
        if not right and not gold.get("arguable"):
            wrong.append((gold, verdicts))
    assert not wrong
    counts = Counter(pair.verdict for pair in pairs)
    assert counts[Verdict.DIFFERENT] == 12
    assert counts[Verdict.MISSING] + counts[Verdict.ADDED] == 0


def test_abridged_edition_agrees() -> None:
    pairs = _match("C", "1952-08-20")
    counts = Counter(pair.verdict for pair in pairs)
    assert counts[Verdict.DIFFERENT] == 0
    assert counts[Verdict.ADDED] == 0
    # What C leaves out, and nothing else.
    left_out = {pair.left[1].text for pair in pairs if pair.verdict is Verdict.MISSING and pair.left}
    assert left_out <= {"1949", "5-year", "60", "1–2", "3,000", "3", "76,000"}


def test_relative_dates_need_the_day() -> None:
    by_day = {(p.left[1].text, p.right[1].text): p for p in _match("B", "1952-08-20") if p.left and p.right}
    without = {(p.left[1].text, p.right[1].text): p for p in _match("B", None) if p.left and p.right}
    pair = ("May 1951", "May of last year")
    assert by_day[pair].verdict is Verdict.OTHER_FORM
    assert "counted from" in by_day[pair].note
    assert without[pair].verdict is Verdict.NOT_COMPARABLE


def test_notes_are_sentences() -> None:
    for pair in _match("B", "1952-08-20"):
        assert pair.verdict is Verdict.EQUAL or pair.note.endswith("."), pair
        assert "left" not in pair.note.split()
        assert "right" not in pair.note.split()
