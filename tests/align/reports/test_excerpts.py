from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reports.excerpts import cell_width, excerpt, fold, head, window

TEXTS = st.text(st.sampled_from("ab c d北京é\u0301x. "), max_size=120)


def test_an_excerpt_keeps_whole_words_round_the_place() -> None:
    text = "The ferry left the harbour in 1939 with eighty sheep and one tired minister on board."
    start = text.index("1939")
    assert excerpt(text, start, start + 4, 40) == "… the harbour in »1939« with eighty …"
    assert excerpt(text, start, start + 4, 200) == text.replace("1939", "»1939«")


def test_an_excerpt_of_nothing_is_the_first_words() -> None:
    assert excerpt("The ferry left the harbour", 0, 0, 14) == "The ferry…"


def test_a_place_too_long_is_shortened_in_the_middle() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve"
    shown = excerpt(text, 0, len(text), 40)
    assert shown.startswith("»one two")
    assert shown.endswith("twelve«")
    assert "…" in shown
    assert cell_width(shown) <= 40


@given(TEXTS, st.integers(0, 130), st.integers(0, 130), st.integers(12, 60))
def test_an_excerpt_fits_its_width(text: str, one: int, other: int, width: int) -> None:
    start, end = sorted((one, other))
    assert cell_width(excerpt(text, start, end, width)) <= width


@given(TEXTS, st.integers(0, 130), st.integers(0, 130))
def test_with_room_enough_the_parts_join_to_the_text(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    if start < end:
        before, place, after = window(text, start, end, 500)
        assert place == text[start:end]
        assert (before + place + after).strip() == text.strip()


@given(TEXTS, st.integers(1, 60))
def test_first_words_fit(text: str, width: int) -> None:
    assert cell_width(head(text, width)) <= width


@given(TEXTS, st.integers(8, 40))
def test_folding_keeps_every_word_and_every_line_fits(text: str, width: int) -> None:
    lines = list(fold(text, width, indent="* ", hanging="  "))
    assert all(cell_width(line) <= width for line in lines)
    assert "".join(line[2:] for line in lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("北京", 4), ("e\u0301", 1), ("ﾊ", 1), ("", 0)])
def test_cells(text: str, width: int) -> None:
    assert cell_width(text) == width
