"""Two spellings: same, different or undecided, over a table of pairs and in detail."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.model import NameKind
from editions.names.romanization import SpellingMatch, compare_spellings, spelling_keys

TABLE = Path(__file__).with_name("spelling_pairs.tsv")
PAIRS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("with_kind", [True, False])
def test_the_table_of_pairs(with_kind):
    found = {"same": [], "different": [], "?": []}
    for a, b, kind, verdict in PAIRS:
        match = compare_spellings(a, b, kind=kind or None if with_kind else None)
        found[verdict].append((a, b, match.same))
    same, different = found["same"], found["different"]
    assert len(same) + len(different) > 600
    tied = sum(answer is True for _, _, answer in same)
    wrong = [pair for pair in different if pair[2] is True]
    assert tied / len(same) >= 0.99
    assert tied / (tied + len(wrong)) >= 0.995, wrong
    assert sum(answer is False for _, _, answer in different) / len(different) >= 0.95
    assert not [pair for pair in same if pair[2] is False]


def test_pairs_that_are_one_name_share_a_key():
    for a, b, kind, verdict in PAIRS:
        if verdict == "same":
            for asked in {kind or None, None}:
                assert spelling_keys(a, asked) & spelling_keys(b, asked), (a, b, asked)


def test_near_misses_share_no_key_but_the_surname():
    for a, b, _, verdict in PAIRS:
        if verdict == "different" and compare_spellings(a, b).same is False and " " in a and " " in b:
            shared = spelling_keys(a, "person", short=False) & spelling_keys(b, "person", short=False)
            assert not {key for key in shared if key.startswith("m:")}, (a, b)


def test_the_order_of_the_spellings_does_not_matter():
    for a, b, kind, _ in PAIRS:
        one, other = compare_spellings(a, b, kind=kind or None), compare_spellings(b, a, kind=kind or None)
        assert (one.same, round(one.score, 9), one.readings) == (other.same, round(other.score, 9), other.readings)


@pytest.mark.parametrize(
    ("a", "b", "words", "readings"),
    [
        ("Zhang Wentian", "Chang Wen-tien", "Wade".casefold(), 4),
        ("Zhang Wentian", "Zhang Wenjin", "share no reading", 1),
        ("Peking", "Beijing", "table of places gives both", 1),
        ("Mao", "Mao Tse-tung", "surname alone", 1),
        ("Stalin", "Stalingrad", "no system spells", 0),
        ("Molotov", "Molotow", "systems of transliteration", 1),
        ("Kim Il Sung", "Kim Ir Sen", "by way of Russian", None),
        ("England", "Britain", "often said for", 1),
    ],
)
def test_reasons_in_words(a, b, words, readings):
    match = compare_spellings(a, b)
    assert words in match.reason
    assert not match.reason.endswith(".")
    if readings is not None:
        assert match.readings == readings


def test_scores_rank():
    full = compare_spellings("Zhou Enlai", "Zhou Enlai").score
    folded = compare_spellings("Zhou Enlai", "ZHOU ENLAI").score
    spelled = compare_spellings("Zhou Enlai", "Chou En-lai").score
    surname = compare_spellings("Zhou Enlai", "Chou").score
    other = compare_spellings("Zhou Enlai", "Zhu De").score
    assert full >= folded > spelled > surname > other


@pytest.mark.parametrize("title", ["Comrade", "Premier", "Prime Minister", "Mr.", "M.", "Foreign Minister", "General"])
def test_titles_are_not_part_of_a_name(title):
    assert compare_spellings(f"{title} Chou En-lai", "Zhou Enlai").same is True


def test_initials():
    assert compare_spellings("M. A. Suslov", "Mikhail Suslov").same is True
    assert compare_spellings("A. I. Mikoyan", "Anastas Mikoyan").same is True
    assert compare_spellings("A. Mikoyan", "S. Mikoyan").same is False
    assert compare_spellings("Stalin, I. V.", "J. V. Stalin").same is True


def test_declared_systems_decide():
    assert compare_spellings("Chang", "Ch'ang").same is None
    assert compare_spellings("Chang", "Ch'ang", systems=("wade-giles", "wade-giles")).same is False
    assert compare_spellings("Chou", "Zhou", systems=("wade-giles", "pinyin")).same is True
    assert compare_spellings("Chou", "Zhou", systems="pinyin").same is False
    assert compare_spellings("Jou En-lai", "Zhou Enlai", systems=("yale", None)).same is True
    assert compare_spellings("Chen Yi", "Shen Yi", systems=("zh-Latn-x-efeo", "zh-Latn-pinyin")).same is True
    assert compare_spellings("Chen Yi", "Shen Yi").same is False


def test_kind_may_be_the_enumeration_or_its_word():
    assert compare_spellings("Peking", "Beijing", kind=NameKind.PLACE) == compare_spellings(
        "Peking", "Beijing", kind="place"
    )


def test_bodies_are_not_judged_by_letters():
    one, other = "Ministry of Labour Reserves", "Ministry of Manpower Reserves"
    assert compare_spellings(one, other, kind="organisation").same is None


def test_short_keys_can_be_left_out():
    assert spelling_keys("Chen Yun") & spelling_keys("Chen Yi")
    assert not spelling_keys("Chen Yun", short=False) & spelling_keys("Chen Yi", short=False)


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_raises_on_odd_text(a, b):
    match = compare_spellings(a, b)
    assert isinstance(match, SpellingMatch)
    assert 0.0 <= match.score <= 1.0
    assert match.same in (True, False, None)
    assert isinstance(spelling_keys(a), frozenset)


@given(st.text(min_size=1, max_size=40))
def test_a_spelling_is_never_different_from_itself(text):
    assert compare_spellings(text, text).same is not False


@pytest.mark.parametrize(
    "text", ["-" * 5000, "a." * 3000, "Chou " * 2000, "\u0301" * 500, "'", " ", "\x00", "周" * 3000]
)
def test_hostile_spellings(text):
    assert compare_spellings(text, "Chou En-lai").same in (None, False)
    spelling_keys(text)


def test_marks_of_notes_are_no_part_of_a_spelling():
    assert compare_spellings("Barnaul¹", "Barnaul").same is True
    assert compare_spellings("Chou¹ En¹-lai²", "Zhou Enlai", kind="person").same is True
    assert compare_spellings("Tambov†", "Tambov").same is True


@pytest.mark.parametrize(("one", "other"), [("Vereshchagin", "Vereschagin"), ("Tereschenko", "Tereshchenko")])
def test_shch_cut_short(one, other):
    assert compare_spellings(one, other).same is True
    assert compare_spellings("Schubin", "Shubin").same is True
