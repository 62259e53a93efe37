"""The engine as a whole, on made-up editions and on the meeting of 1952."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from align.errors import UnusableInput
from align.pairing import align_editions
from align.pairing.pair import pair_turns
from editions.model import Edition, Form
from editions.read import read_edition
from tests.bench.synthetic import SyntheticPair, make_pair

MEETING = Path("examples/meeting-1952")


def strict_f1(found: set, gold: set) -> float:
    """F1 of exact rows with both sides filled in gold, as aligners are scored."""
    both = {row for row in gold if row[0] and row[1]}
    precision, recall = len(found & gold) / len(found), len(found & both) / len(both)
    return 2 * precision * recall / (precision + recall)


def rows_of(pair: SyntheticPair) -> tuple[set, tuple]:
    result = pair_turns(pair.left.turns, pair.right.turns, {}, {}, lambda one, other: one == other)
    return {(link.left, link.right) for link in result.links}, result.links


@pytest.mark.parametrize("labels", [True, False])
def test_splits_merges_and_gaps(labels: bool) -> None:
    pair = make_pair(160, seed=3, labels=labels)
    found, _ = rows_of(pair)
    assert strict_f1(found, set(pair.gold)) >= 0.93


def test_every_turn_stands_in_one_row() -> None:
    pair = make_pair(90, seed=5, dropped=0.1, moved_blocks=((20, 5, 60),))
    found, _ = rows_of(pair)
    for side, edition in ((0, pair.left), (1, pair.right)):
        assert sorted(k for row in found for k in row[side]) == list(range(len(edition.turns)))


def test_a_moved_block_is_found_and_does_not_cost_its_neighbours() -> None:
    pair = make_pair(120, seed=7, moved_blocks=((30, 6, 90), (70, 1, 10)))
    found, links = rows_of(pair)
    assert strict_f1(found, set(pair.gold)) >= 0.95
    moved = {link.left for link in links if link.moved}
    block = {lefts for lefts, rights in pair.gold[30:36] if lefts and rights}
    assert block <= moved
    assert len(moved) <= len(block) + 2


def test_nothing_is_moved_in_two_copies() -> None:
    pair = make_pair(60, seed=9, replaced=0, dropped=0, split=0, merged=0)
    result = pair_turns(pair.left.turns, pair.left.turns, {}, {}, lambda one, other: one == other)
    assert [(link.left, link.right, link.moved) for link in result.links] == [
        ((n,), (n,), False) for n in range(len(pair.left.turns))
    ]


def test_one_turn_against_many() -> None:
    pair = make_pair(12, seed=2)
    one = replace(pair.left, turns=pair.left.turns[:1])
    result = pair_turns(one.turns, pair.right.turns, {}, {}, lambda a, b: a == b)
    assert sorted(j for link in result.links for j in link.right) == list(range(len(pair.right.turns)))


def test_a_long_gap_between_editions() -> None:
    pair = make_pair(700, seed=4, split=0, merged=0, dropped=0)
    cut = 150, 500
    right = [turn for turn in pair.right.turns if not cut[0] <= turn.number < cut[1]]
    result = pair_turns(pair.left.turns, right, {}, {}, lambda one, other: one == other)
    for link in result.links:
        wanted = () if cut[0] <= link.left[0] < cut[1] else link.left
        assert tuple(right[j].number for j in link.right) == wanted


def test_speakers_are_learned_where_names_say_nothing() -> None:
    pair = make_pair(80, seed=11)
    aliens = {"Marshal": "Ωμ", "Envoy": "Σν", "Clerk": "Κλ"}
    right = replace(
        pair.right, turns=tuple(replace(turn, speaker=aliens[turn.speaker or ""]) for turn in pair.right.turns)
    )
    result = pair_turns(pair.left.turns, right.turns, {}, {}, lambda one, other: None)
    assert result.corresponding_speakers({}) == {"Ωμ": "Marshal", "Σν": "Envoy", "Κλ": "Clerk"}
    wrong = result.corresponding_speakers({"Ωμ": "Envoy"})
    assert wrong["Ωμ"] == "Marshal", "nearly all rows speak against the name"


@pytest.fixture(scope="module")
def meeting() -> dict[str, Edition]:
    names = {"A": "a.txt", "B": "b.txt", "C": "c.md"}
    return {siglum: read_edition(MEETING / name, siglum=siglum) for siglum, name in names.items()}


@pytest.fixture(scope="module")
def gold() -> dict:
    return yaml.safe_load((MEETING / "gold.yaml").read_text("utf-8"))


def gold_rows(gold: dict, name: str) -> set:
    return {(tuple(row[0]), tuple(row[1])) for row in gold["alignment"][name]}


@pytest.mark.parametrize(("other", "least"), [("B", 0.90), ("C", 0.60)])
def test_the_meeting(meeting: dict[str, Edition], gold: dict, other: str, least: float) -> None:
    alignment = align_editions([meeting["A"], meeting[other]])
    number = {turn.id: turn.number for edition in meeting.values() for turn in edition.turns}
    found = {
        tuple(tuple(number[turn] for turn in row.turns.get(siglum, ())) for siglum in ("A", other))
        for row in alignment.rows
    }
    assert strict_f1(found, gold_rows(gold, f"A-{other}")) >= least


def test_reasons_are_shares(meeting: dict[str, Edition]) -> None:
    alignment = align_editions([meeting["A"], meeting["B"]])
    for row in alignment.rows:
        assert 0 <= row.score <= 1
        assert (row.score > 0) == (len(row.turns) > 1)
        assert set(row.why) <= {"text", "speaker", "names", "figures", "length"}
        assert all(0 <= value <= 1 for value in row.why.values())


def test_three_editions_at_once(meeting: dict[str, Edition]) -> None:
    editions = [meeting["A"], meeting["B"], meeting["C"]]
    alignment = align_editions(editions, base="A")
    turns = sorted(turn for row in alignment.rows for ids in row.turns.values() for turn in ids)
    assert turns == sorted(turn.id for edition in editions for turn in edition.turns)
    assert any(set(row.turns) == {"A", "B", "C"} for row in alignment.rows)
    lacking = [row for row in alignment.rows if "A" not in row.turns]
    assert lacking, "turns that the base lacks stand in rows of their own"


def test_rows_follow_the_base(meeting: dict[str, Edition]) -> None:
    alignment = align_editions([meeting["A"], meeting["B"]], base="B")
    order = [int(row.turns["B"][0][1:]) for row in alignment.rows if "B" in row.turns]
    assert order == sorted(order)


def test_notes_pair_with_notes() -> None:
    pair = make_pair(40, seed=13, split=0, merged=0, dropped=0)
    note = {"text": "[A page is missing.]", "speaker": None, "form": Form.NOTE, "said": 0}
    sides = [
        tuple(replace(turn, **note) if turn.number == 20 else turn for turn in edition.turns)
        for edition in (pair.left, pair.right)
    ]
    result = pair_turns(sides[0], sides[1], {}, {}, lambda one, other: one == other)
    assert ((20,), (20,)) in {(link.left, link.right) for link in result.links}


def test_unusable_editions_are_refused(meeting: dict[str, Edition]) -> None:
    a, b = meeting["A"], meeting["B"]
    with pytest.raises(UnusableInput, match="one edition"):
        align_editions([a])
    with pytest.raises(UnusableInput, match="two editions are called 'A'"):
        align_editions([a, replace(b, siglum="A")])
    with pytest.raises(UnusableInput, match="no edition 'X'; choose one of A, B"):
        align_editions([a, b], base="X")
    with pytest.raises(UnusableInput, match=r"no turns were found; see how it was read"):
        align_editions([a, replace(b, turns=())])
