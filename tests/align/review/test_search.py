from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.review.search import Searcher, find, fold

TEXTS = st.text(alphabet="aeéÉe\u0301ßŁł’' -–—İıﬁΣςй汉ü\u0308x", max_size=30)


@given(TEXTS)
def test_folding_a_text_or_its_characters_is_the_same_for_marks_we_know(text: str) -> None:
    assert "".join(map(fold, text)) == fold(text)


@given(TEXTS, st.data())
def test_whatever_stands_in_a_text_is_found_there(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    folded = fold(text[start:end])
    if not folded:
        return
    hits = find(text, folded)
    assert hits
    for first, last in hits:
        assert 0 <= first < last <= len(text)
        assert folded in fold(text[first:last])
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(hits))


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Łódź in May, ŁÓDŹ in June", "łodz", ["Łódź", "ŁÓDŹ"]),
        ("Ürümqi and U\u0308ru\u0308mqi", "urumqi", ["Ürümqi", "U\u0308ru\u0308mqi"]),
        ("Ch’ang-ch’un or Ch'ang-ch'un", "ch'ang-ch'un", ["Ch’ang-ch’un", "Ch'ang-ch'un"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("1939–1945", "1939-1945", ["1939–1945"]),
        ("Ἀγαμέμνων", "αγαμεμνων", ["Ἀγαμέμνων"]),
        ("斯大林同志", "大林", ["大林"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing", "other", []),
    ],
)
def test_case_diacritics_and_typography_do_not_matter(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text, fold(query))] == found


def test_hits_come_in_reading_order_with_their_place(council) -> None:
    search = Searcher(council).search("HARBOUR master", range(7))
    assert len(search) == 2
    assert [search.hit(number)[1].id for number in range(2)] == ["A3", "B3"]
    row, turn, start, end = search.hit(0)
    assert (row, turn.text[start:end]) == (2, "harbour master")
    with pytest.raises(IndexError):
        search.hit(2)


def test_hits_in_hidden_rows_are_counted_apart(council) -> None:
    search = Searcher(council).search("in", (0, 1))
    everywhere = Searcher(council).search("in", range(7))
    assert len(search) + search.hidden == len(everywhere)
    assert search.hidden


def test_nothing_is_found_for_nothing(council) -> None:
    for query in ("", "\u0301", "no such words"):
        assert len(Searcher(council).search(query, range(7))) == 0


def test_the_number_of_hits_before_a_row(council) -> None:
    search = Searcher(council).search("in", range(7))
    for row in range(8):
        expected = sum(search.hit(number)[0] < row for number in range(len(search)))
        assert search.before(row) == expected
