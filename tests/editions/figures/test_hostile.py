"""No text makes the finder raise, lie about offsets, or take more than its length in time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.figures import find_figures
from editions.figures.lexicon import lexicon
from tests.growth import grows_no_faster

_WORDS = sorted(
    {
        *lexicon("en").small,
        *lexicon("en").scales,
        *lexicon("en").ordinals,
        *lexicon("en").months,
        *lexicon("en").units,
        *lexicon("en").qualifiers,
        *(
            "a",
            "an",
            "and",
            "half",
            "of",
            "or",
            "to",
            "between",
            "hundred",
            "last",
            "next",
            "year",
            "ago",
            "one",
            "another",
        ),
        *(
            "1",
            "12",
            "1952",
            "1,000",
            "20.VIII.52",
            "3/4",
            "½",
            "$",
            "%",
            "-",
            "–",
            "[7]",
            "(",
            ")",
            ".",
            ",",
            "XIX",
            "İ",
            "p.",
        ),
    }
)


def _check(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.start >= end
        assert figure.end > figure.start
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        end = figure.end


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    _check(text)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(_WORDS), st.sampled_from([" ", "", "-", "\n", ", ", " and ", "'s "])), max_size=40
    )
)
def test_any_row_of_number_words(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + glue for word, glue in pieces)
    _check(text)
    _check(text.title())
    _check(text.upper())


@given(st.text(alphabet="0123456789.,-/: '()[]%$XVI", max_size=60))
def test_any_row_of_signs(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("language", ["xx", "", "en-GB", "../en", "EN"])
def test_unknown_language_finds_digits(language: str) -> None:
    assert [figure.text for figure in find_figures("the 83,000 men", language)] == ["83,000"]


@pytest.mark.parametrize("piece", ["7", "[", "a", " ", "x ", "\n", "-", "one", ".", "(", "9."])
def test_a_megabyte_of_one_thing(piece: str) -> None:
    assert not find_figures(piece * (1_000_000 // len(piece)))


_PIECES = [
    "1 ", "1,", "5-", "111,", "one ", "one-", "hundred ", "two thousand ", "five and ", "half a ", "XI ", "May 5 ",
    "last year ", "(1) ", "1. ", "tens of ", "$5 ", "1952-53 ", "f. 45, ", "5 to ", "twenty-", "1'000", "1/2 ",
    "a year or two ", "more than ", "1:30 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", _PIECES)
def test_growth_is_linear(piece: str) -> None:
    assert grows_no_faster(lambda length: find_figures(piece * (length // len(piece))), 2_000, 12_000, 1.6)
