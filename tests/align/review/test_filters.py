from __future__ import annotations

from dataclasses import replace

import pytest

from align.model import Kind, Verdict
from align.review.filters import (
    KINDS,
    SLIGHT,
    Filter,
    counts_by_kind,
    shown_differences,
    shown_in_row,
    visible_rows,
)


def ids(differences) -> list[str]:
    return [difference.id for _, difference in differences]


def test_an_open_filter_shows_every_difference_and_every_row(council) -> None:
    assert visible_rows(council, Filter()) == tuple(range(7))
    assert [difference for _, difference in shown_differences(council, Filter())] == list(council.differences)
    assert Filter().is_open
    assert Filter().in_words() == "everything"


def test_kinds_are_toggled_one_by_one(council) -> None:
    only = Filter(frozenset()).toggled(Kind.FIGURE)
    assert ids(shown_differences(council, only)) == ["d1", "d2"]
    assert ids(shown_differences(council, only.toggled(Kind.NAME))) == ["d1", "d2", "d4"]
    assert only.toggled(Kind.FIGURE) == Filter(frozenset())


def test_serious_leaves_out_other_forms_variants_and_what_is_told_anew(council) -> None:
    assert ids(shown_differences(council, Filter(serious=True))) == ["d1", "d5", "d6", "d7", "d8", "d9", "d10"]


def test_only_rows_with_a_shown_difference_are_drawn(council) -> None:
    assert visible_rows(council, Filter(only_rows=True)) == (0, 1, 2, 4, 5, 6)
    assert visible_rows(council, Filter(frozenset({Kind.NAME}), only_rows=True)) == (1,)
    assert visible_rows(council, Filter(frozenset({Kind.NAME}), only_rows=True, serious=True)) == ()
    assert visible_rows(council, Filter(frozenset({Kind.NAME}))) == tuple(range(7))


def test_the_differences_of_one_row_keep_their_order(council) -> None:
    assert [difference.id for difference in shown_in_row(council, 0, Filter())] == ["d1", "d2", "d3"]
    assert [difference.id for difference in shown_in_row(council, 0, Filter(serious=True))] == ["d1"]


def test_counts_do_not_depend_on_what_is_switched_off(council) -> None:
    counts = counts_by_kind(council)
    assert counts[Kind.FIGURE] == 2
    assert sum(counts.values()) == 10
    assert tuple(counts) == KINDS
    assert counts_by_kind(council, serious=True)[Kind.FIGURE] == 1


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (Filter(frozenset({Kind.NAME, Kind.FIGURE})), "name, figure"),
        (Filter().toggled(Kind.WORDING), "all but wording"),
        (Filter(frozenset()), "no kind"),
        (Filter(serious=True, only_rows=True), "serious only · rows with differences"),
    ],
)
def test_a_filter_says_what_it_shows(shown: Filter, words: str) -> None:
    assert shown.in_words() == words
    assert not shown.is_open


def test_a_real_disagreement_is_never_slight() -> None:
    assert not SLIGHT & {
        Verdict.DIFFERENT,
        Verdict.MISSING,
        Verdict.ADDED,
        Verdict.MOVED,
        Verdict.UNRESOLVED,
        Verdict.QUALIFIER,
        Verdict.NOT_COMPARABLE,
    }
    assert replace(Filter(), serious=True).kinds == frozenset(KINDS)
