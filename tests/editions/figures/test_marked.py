"""The finder against an own table of marked sentences."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from editions.figures import find_figures

_FOLDER = Path(__file__).parent
_TABLE = [
    row for name in ("marked.yaml", "marked_more.yaml") for row in yaml.safe_load((_FOLDER / name).read_text("utf-8"))
]
_QUALIFIERS = {"about", "at-least", "at-most", "more-than", "less-than"}


def _unmark(marked: str) -> tuple[str, list[str]]:
    pieces = marked.replace("›", "‹").split("‹")
    return "".join(pieces), pieces[1::2]


def _expected(words: str) -> dict[str, object]:
    kind, *rest = words.split()
    want: dict[str, object] = {"kind": kind, "unit": None, "qualifier": None, "iso": None}
    for word in rest:
        if word.startswith("iso="):
            want["iso"] = word[4:]
        elif word.startswith("of="):
            want["counted"] = word[3:]
        elif word in _QUALIFIERS:
            want["qualifier"] = word
        elif word[0].isdigit() or word[0] == "-":
            low, _, high = word.partition("..")
            want["low"], want["high"] = Fraction(low), Fraction(high or low)
        else:
            want["unit"] = word
    if kind == "open":
        want["high"] = None
        del want["kind"]
    return want


@pytest.mark.parametrize("row", _TABLE, ids=lambda row: row["text"][:40])
def test_marked_sentence(row: dict) -> None:
    text, marked = _unmark(row["text"])
    found = find_figures(text)
    assert [figure.text for figure in found] == marked
    for figure, words in zip(found, row.get("is", ()), strict=True):
        for name, value in _expected(words).items():
            got = getattr(figure, name)
            assert (got.value if name == "kind" else got) == value, (figure, name)
        assert text[figure.start : figure.end] == figure.text
