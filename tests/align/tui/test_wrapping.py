from __future__ import annotations

import re
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from align.tui import wrapping
from align.tui.wrapping import is_even, snap, wrap

EVEN = st.text(alphabet="ab cdé—’Ж ω", max_size=80)
ODD = "ab  .，。「」中文字한국어かなアー（）…—é\u0301\u0308\u200d\ufe0f\u20e31☎👩👍🏽🇨🇳אבשע\u064b\u00ad\u3099"
HARD = st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs", "Cc"])), max_size=60)
WIDTHS = st.integers(min_value=1, max_value=24)


def put_back(text: str, pieces) -> str:
    """The text rebuilt from its pieces and what lies between them, which must be spaces."""
    assert pieces
    ends = [0, *(end for _, end in pieces)]
    gaps = [text[end:start] for end, (start, _) in zip(ends, pieces, strict=False)]
    gaps.append(text[ends[-1] :])
    assert not "".join(gaps).strip(" ")
    return "".join(gap + text[start:end] for gap, (start, end) in zip(gaps, pieces, strict=False)) + gaps[-1]


@given(st.one_of(EVEN, HARD), WIDTHS)
def test_the_pieces_join_to_the_text(text: str, width: int) -> None:
    assert put_back(text, wrap(text, width)) == text


@given(st.one_of(EVEN, HARD), WIDTHS)
def test_no_piece_is_wider_than_the_line(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        piece = text[start:end]
        measured = [cells for _, _, cells in split_graphemes(piece)[0] if cells]
        assert cell_len(piece) <= width or len(measured) == 1


@given(st.one_of(EVEN, HARD), WIDTHS)
def test_no_piece_begins_or_ends_with_a_space_and_none_is_empty(text: str, width: int) -> None:
    pieces = wrap(text, width)
    for start, end in pieces:
        assert text[start:end] == text[start:end].strip(" ")
        assert end > start or (len(pieces) == 1 and not text.strip(" "))


@given(EVEN, WIDTHS)
def test_the_quick_way_and_the_careful_way_agree(text: str, width: int) -> None:
    text = text.strip(" ") or "a"
    assert is_even(text)
    assert wrapping._wrap_even(text, width) == wrapping._wrap_uneven(text, width)


@given(EVEN, WIDTHS)
def test_lines_are_filled_greedily(text: str, width: int) -> None:
    pieces = wrap(text, width)
    for (start, end), (after, _) in pairwise(pieces):
        next_word = re.match("[^ ]*", text[after:])[0]
        joined = after - end == 0
        assert (end - start == width) if joined else (after - start + len(next_word) > width)


def test_every_character_taken_for_even_has_one_cell() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if 0xD800 <= code <= 0xDFFF or not is_even(character):
            continue
        assert cell_len(character) == 1, hex(code)
        assert not unicodedata.combining(character), hex(code)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("   ", 2, [""]),
        ("one", 10, ["one"]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("  one   two  ", 5, ["one", "two"]),
        ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
        ("an incomprehensible end", 6, ["an", "incomp", "rehens", "ible", "end"]),
        ("abc", 1, ["a", "b", "c"]),
        ("abc", 0, ["a", "b", "c"]),
        ("斯大林同志表示感谢", 6, ["斯大林", "同志表", "示感谢"]),
        ("斯大林，周恩来", 6, ["斯大", "林，周", "恩来"]),
        ("周恩来说「好」", 10, ["周恩来说", "「好」"]),
        ("Mao 毛泽东 says", 8, ["Mao 毛泽", "东 says"]),
        ("朝 鲜", 1, ["朝", "鲜"]),
        ("e\u0301te\u0301 a\u0300 Lu\u0308shun", 3, ["e\u0301te\u0301", "a\u0300", "Lu\u0308s", "hun"]),
        ("👩\u200d👧 👍", 3, ["👩\u200d👧", "👍"]),
        ("Chiang\u00a0Kai-shek", 10, ["Chiang\u00a0Kai", "-shek"]),
        ("한국어 띄어쓰기", 8, ["한국어", "띄어쓰기"]),
    ],
)
def test_lines_as_a_typesetter_would_break_them(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


def test_a_very_long_word_and_very_many_words_are_wrapped_in_linear_time() -> None:
    # Counted, not timed: a quadratic way would not end within the patience of the suite.
    assert len(wrap("x" * 1_000_000, 40)) == 25_000
    assert len(wrap("字" * 200_000, 40)) == 10_000
    assert len(wrap("a\u0301" * 200_000, 40)) == 5_000
    assert len(wrap(" " * 500_000 + "end", 40)) == 1
    assert len(wrap("（" * 100_000, 40)) == 5_000


@given(HARD, st.integers(min_value=0, max_value=60))
def test_a_style_never_changes_inside_a_character(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    place = snap(text, offset)
    assert offset <= place <= len(text)
    if 0 < place < len(text):
        assert cell_len(text[place]) > 0
        assert text[place - 1] != "\u200d"
