"""No two rows of figures make the matcher raise, lose a figure twice, or take long."""

from __future__ import annotations

from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from align.differences.figures import compare_figures, match_figures
from align.model import Verdict
from editions.figures import find_figures

_PIECES = """
one mill
2 mills
twenty
83,000 men
38,000 men
1952
1953-06
20 August 1952
the 25th
in May
next year
last May
two years ago
a week
7 days
half
50%
threefold
$5 million
5 roubles
350 km
217 miles
5-6 feet
thousands of men
first plan
XX Congress
about 0.5
1950s
10:30
the twentieth century
1952-53
5 to 14 October 1952
zero
−5 °C
spring of 1951
a shell
Article 9
20 degrees Fahrenheit
a couple of hundred
over 30 years
T-34
the
""".strip().splitlines()
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=12).map("; ".join)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, _TEXTS, st.sampled_from([None, "1952-08-20", "1952", "", "x"]))
def test_any_two_rows(a: str, b: str, anchor: str | None) -> None:
    left = [("A1", figure) for figure in find_figures(a)]
    right = [("B1", figure) for figure in find_figures(b)]
    pairs = match_figures(left, right, anchor=anchor, left_texts={"A1": a}, right_texts={"B1": b})
    for side, figures in ((0, left), (1, right)):
        used = [(pair.left, pair.right)[side] for pair in pairs]
        places = [(item[0], item[1].start) for item in used if item is not None]
        assert len(places) == len(set(places))
        assert all(item in figures for item in used if item is not None) or any(
            pair.verdict in (Verdict.OTHER_FORM, Verdict.EQUAL) for pair in pairs
        )
    assert all((pair.left is None) == (pair.verdict is Verdict.ADDED) for pair in pairs)
    assert all((pair.right is None) == (pair.verdict is Verdict.MISSING) for pair in pairs)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.sampled_from([None, "1952-08-20"]))
def test_verdict_does_not_depend_on_the_side(a: str, b: str, anchor: str | None) -> None:
    for one in find_figures(a):
        assert compare_figures(one, one, anchor=anchor) in (Verdict.EQUAL, Verdict.NOT_COMPARABLE)
        for two in find_figures(b):
            assert compare_figures(one, two, anchor=anchor) is compare_figures(two, one, anchor=anchor)


def test_an_edition_agrees_with_itself() -> None:
    text = "; ".join(_PIECES)
    figures = [("A1", figure) for figure in find_figures(text)]
    pairs = match_figures(figures, figures, left_texts={"A1": text}, right_texts={"A1": text})
    assert all(pair.left == pair.right for pair in pairs)
    assert len(pairs) == len(figures)


def test_a_very_long_row() -> None:
    left = [("A1", figure) for figure in find_figures(" ".join(f"{n} sacks," for n in range(100, 700)))]
    right = [("B1", figure) for figure in find_figures(" ".join(f"{n} bags," for n in range(150, 750)))]
    start = process_time()
    pairs = match_figures(left, right)
    assert process_time() - start < 15
    assert sum(pair.verdict is Verdict.EQUAL for pair in pairs) < 600


def test_no_texts_no_figures() -> None:
    assert match_figures([], []) == ()
