from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from align.model import Kind
from align.review.filters import Filter
from align.review.overview import Weight, strip, weigh_rows, window

WEIGHTS = st.lists(st.one_of(st.none(), st.builds(Weight, st.booleans(), st.integers(0, 7))), min_size=1, max_size=30)


def test_the_weightiest_difference_stands_for_a_row(council) -> None:
    weights = weigh_rows(council, range(7), Filter())
    assert [weight and (weight.kind, weight.serious) for weight in weights] == [
        (Kind.FIGURE, True),
        (Kind.EDITORIAL, True),
        (Kind.WORDING, True),
        None,
        (Kind.SPEAKER, True),
        (Kind.ADDITION, True),
        (Kind.OMISSION, True),
    ]


@given(WEIGHTS, st.data(), st.integers(1, 60))
def test_nothing_serious_is_lost_in_the_strip(weights, data: st.DataObject, length: int) -> None:
    heights = data.draw(st.lists(st.integers(1, 6), min_size=len(weights), max_size=len(weights)))
    tops = [0]
    for height in heights:
        tops.append(tops[-1] + height)
    cells = strip(weights, tops, length)
    assert len(cells) == length
    assert {cell for cell in cells if cell} <= {weight for weight in weights if weight}
    found = [weight for weight in weights if weight]
    assert max(found, default=None) == max((cell for cell in cells if cell), default=None)
    if tops[-1] <= length:
        owners = [weight for weight, height in zip(weights, heights, strict=True) for _ in range(height)]
        assert list(cells) == owners + [None] * (length - len(owners))


@given(st.integers(0, 500), st.integers(1, 60), st.integers(0, 600), st.integers(1, 60))
def test_the_window_is_inside_the_strip_and_never_empty(first, height, total, length) -> None:
    begin, end = window(min(first, total), height, total, length)
    assert 0 <= begin < end <= length


def test_an_empty_comparison_has_an_empty_strip() -> None:
    assert strip((), (0,), 5) == (None,) * 5
    assert strip((), (0,), 0) == ()
