"""The names of editions A and B of the meeting against the gold: with and without an authority."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from align.differences.name_ties import name_ties
from align.differences.names import match_names
from align.model import Alignment, Row, Verdict
from align.reconcile import propose
from editions.mentions import find_mentions
from editions.model import Edition, Form, Speaker, Turn
from editions.names.authority import load_authority

MEETING = Path(__file__).parents[3] / "examples" / "meeting-1952"
GOLD = yaml.safe_load((MEETING / "gold.yaml").read_text("utf-8"))
LABEL = re.compile(r"[A-Z' -]+(?: \(\w+\))?:\s*|Stalin[.:]\s")
ROSTERS = {
    "A": (Speaker("Stalin"), Speaker("Zhou Enlai"), Speaker("Molotov"), Speaker("Li Fuchun")),
    "B": (Speaker("STALIN"), Speaker("CHOU", ("CHOU EN-LAI",)), Speaker("MOLOTOV"), Speaker("LI FU-CH'UN")),
}


def read(siglum: str) -> Edition:
    """The turns as the gold has them."""
    info = GOLD["editions"][siglum]
    blocks = [
        " ".join(block.split())
        for block in re.split(r"\n[ \t]*\n", (MEETING / info["file"]).read_text("utf-8").strip())
    ]
    body = [
        block for block in blocks if " ".join(block.split()[:5]) in {turn["first"] for turn in GOLD["turns"][siglum]}
    ]
    turns = []
    for n, (entry, text) in enumerate(zip(GOLD["turns"][siglum], body, strict=True)):
        label = LABEL.match(text)
        turns.append(
            Turn(f"{siglum}{n}", siglum, n, n, n + 1, entry["speaker"], Form.LABEL, text, label.end() if label else 0)
        )
    return Edition(siglum, info["file"], "", "en", (), (), (), (), (), tuple(turns), ROSTERS[siglum])


class Meeting:
    """The alignment of the gold, and the pairs of names found in its rows."""

    def __init__(self, authority):
        editions = (read("A"), read("B"))
        mentions = {}
        for edition in editions:
            mentions |= find_mentions(edition, authority=authority)
        rows = tuple(
            Row(f"r{n}", {s: tuple(f"{s}{i}" for i in side) for s, side in zip("AB", pair, strict=False) if side}, 1.0)
            for n, pair in enumerate(GOLD["alignment"]["A-B"])
        )
        self.alignment = Alignment(editions, "A", rows, mentions, {}, authority)
        self.turns = {turn.id: turn for edition in editions for turn in edition.turns}
        self.ties = name_ties(self.alignment)
        self.pairs = {row.id: self._match(row) for row in rows if len(row.turns) == 2}

    def _match(self, row):
        sides = [[(turn, name) for turn in row.turns[s] for name in self.alignment.mentions[turn].names] for s in "AB"]
        texts = [{turn: self.turns[turn].text for turn in row.turns[s]} for s in "AB"]
        speakers = {self.turns[turn].speaker for s in "AB" for turn in row.turns[s]} - {None} | {"CHOU"}
        return match_names(
            *sides,
            authority=self.alignment.authority,
            ties=self.ties,
            speakers=speakers,
            left_texts=texts[0],
            right_texts=texts[1],
        )

    def verdict(self, entry, a, b):
        """What the row of two turns says of a pair of the gold."""
        row = next(
            r for r in self.alignment.rows if f"A{a}" in r.turns.get("A", ()) and f"B{b}" in r.turns.get("B", ())
        )
        named = [
            {
                self.ties.clusters.of(name)
                for turn in row.turns[s]
                for name in self.alignment.mentions[turn].names
                if alike(name.text, entry[s.lower()])
            }
            for s in "AB"
        ]
        if named[0] & named[1]:
            return Verdict.SAME
        for pair in self.pairs[row.id]:
            if pair.left and pair.right:
                across = [self.ties.clusters.of(item[1]) for item in (pair.left, pair.right)]
                if across[0] in named[0] and across[1] in named[1]:
                    return pair.verdict
        return None

    def reported(self, *verdicts):
        return [pair for pairs in self.pairs.values() for pair in pairs if pair.verdict in verdicts]


def alike(one: str, other: str) -> bool:
    """Whether one of two spellings is part of the other, title and punctuation apart."""
    a, b = (re.sub(r"[^\w]", "", text).casefold().replace("chairman", "") for text in (one, other))
    return bool(a) and bool(b) and (a in b or b in a)


def entries(verdict):
    return [
        entry
        for entry in GOLD["names"]
        if entry["turns"] and entry["verdict"] == verdict and not entry.get("arguable") and entry["b"] != "CHOU"
    ]


@pytest.fixture(scope="module")
def bare():
    return Meeting(None)


@pytest.fixture(scope="module")
def decided():
    return Meeting(load_authority(MEETING / "names.yaml"))


TIED = {Verdict.SAME, Verdict.VARIANT}


def test_without_an_authority_most_names_are_tied(bare):
    wanted = entries("same")
    tied = [entry for entry in wanted if all(bare.verdict(entry, a, b) in TIED for a, b in entry["turns"])]
    assert len(wanted) == 33
    assert len(tied) >= 29


@pytest.mark.parametrize("fixture", ["bare", "decided"])
def test_the_five_true_discrepancies_are_different(fixture, request):
    meeting = request.getfixturevalue(fixture)
    wanted = entries("different")
    assert len(wanted) == 5
    for entry in wanted:
        assert [meeting.verdict(entry, a, b) for a, b in entry["turns"]] == [Verdict.DIFFERENT]
    assert len(meeting.reported(Verdict.DIFFERENT)) == 5


def test_with_the_authority_every_name_is_tied(decided):
    for entry in entries("same"):
        assert all(decided.verdict(entry, a, b) in TIED for a, b in entry["turns"]), entry["a"]
    assert decided.reported(Verdict.UNRESOLVED) == []


@pytest.mark.parametrize("fixture", ["bare", "decided"])
def test_few_names_are_said_to_be_missing(fixture, request):
    meeting = request.getfixturevalue(fixture)
    assert len(meeting.reported(Verdict.MISSING, Verdict.ADDED)) <= 3


def test_no_two_people_are_tied(bare):
    for pair in bare.reported(Verdict.VARIANT):
        assert {pair.left[1].text, pair.right[1].text} not in (
            {"Hungary", "Rumania"},
            {"Burma", "Siam"},
            {"India", "Indonesia"},
            {"Bulganin", "Beria"},
        )


def test_what_no_rule_can_know_is_proposed_with_its_doubts(bare):
    offered = {frozenset(spelling.text for spelling in each.spellings): each for each in propose(bare.alignment)}
    reserves = offered[frozenset({"Ministry of Labour Reserves", "Ministry of Manpower Reserves"})]
    party = offered[frozenset({"VKP(b)", "Bolshevik Party"})]
    assert reserves.against
    assert party.against
    texts = [frozenset(spelling.text for spelling in each.spellings) for each in offered.values()]
    assert not any({"Hungary", "Rumania"} <= text or {"Bulganin", "Beria"} <= text for text in texts)


def test_with_the_authority_nothing_that_it_knows_is_proposed(decided):
    assert [each for each in propose(decided.alignment) if each.score > 0.7] == []
