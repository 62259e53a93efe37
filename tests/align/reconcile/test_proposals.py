"""What is offered to an editor: pairs found by gloss, by rule and by substitution, each used once."""

from __future__ import annotations

import pytest

from align.model import Alignment, Row
from align.reconcile import propose
from editions.mentions import find_mentions
from editions.model import Edition, Form, NameKind, Turn
from editions.names.authority import parse_authority


def alignment(left, right, authority=None):
    editions = tuple(
        Edition(
            siglum,
            siglum,
            "",
            "en",
            (),
            (),
            (),
            (),
            (),
            tuple(Turn(f"{siglum}{n}", siglum, n, n, n + 1, None, Form.LABEL, text) for n, text in enumerate(texts)),
        )
        for siglum, texts in (("A", left), ("B", right))
    )
    mentions = {}
    for edition in editions:
        mentions |= find_mentions(edition, authority=authority)
    rows = tuple(Row(f"r{n}", {"A": (f"A{n}",), "B": (f"B{n}",)}, 1.0) for n in range(len(left)))
    return Alignment(editions, "A", rows, mentions, {}, authority)


def texts(proposals):
    return [{spelling.text for spelling in each.spellings} for each in proposals]


SUBSTITUTED = [
    "They reached Qarabel at dawn.",
    "He had left Qarabel with Darrow.",
    "The road to Qarabel was shut, and so was that to Ossian.",
    "They saw Ossian burn.",
]
RESPELLED = [text.replace("Qarabel", "Mirzan").replace("Ossian", "Ferrol") for text in SUBSTITUTED]


def test_systematic_substitution_is_found_and_each_name_used_once():
    offered = propose(alignment(SUBSTITUTED, RESPELLED))
    assert texts(offered) == [{"Qarabel", "Mirzan"}, {"Ossian", "Ferrol"}]
    assert "3 rows" in offered[0].reasons[0]
    assert offered[0].against == ()


def test_one_row_alone_is_a_doubt():
    (offered,) = propose(alignment(["They saw Qarabel burn."], ["They saw Mirzan burn."]))
    assert "One row alone" in offered.against[0]


def test_what_the_tables_keep_apart_is_not_offered():
    assert propose(alignment(["made in Hungary."] * 3, ["made in Rumania."] * 3)) == ()
    assert propose(alignment(["ask Chen Yun."] * 3, ["ask Chen Yi."] * 3)) == ()


def test_rules_and_glosses_give_their_reasons():
    offered = propose(alignment(["He saw Nieh Jung-chen at Tai Li [Gontran]."], ["He saw Nie Rongzhen at Gontran."]))
    assert {frozenset(each) for each in texts(offered)} == {
        frozenset({"Nieh Jung-chen", "Nie Rongzhen"}),
        frozenset({"Tai Li", "Gontran"}),
    }
    assert "An edition prints Tai Li [Gontran]." in [each.reasons[0] for each in offered]


def test_counts_and_sigla():
    offered = propose(alignment(SUBSTITUTED, RESPELLED))[0]
    assert [(each.siglum, each.text, each.count) for each in offered.spellings] == [
        ("A", "Qarabel", 3),
        ("B", "Mirzan", 3),
    ]


def test_an_authority_is_not_asked_again_and_is_obeyed():
    tied = parse_authority("entities:\n- {id: q, kind: place, preferred: Qarabel, variants: [Mirzan]}\n")
    assert texts(propose(alignment(SUBSTITUTED, RESPELLED, tied))) == [{"Ossian", "Ferrol"}]
    never = parse_authority("never:\n- {a: Qarabel, b: Mirzan}\n")
    assert {"Qarabel", "Mirzan"} not in texts(propose(alignment(SUBSTITUTED, RESPELLED, never)))
    known = parse_authority("entities:\n- {id: q, kind: place, preferred: Qarabel}\n")
    found = propose(alignment(SUBSTITUTED, RESPELLED, known))[0]
    assert (found.entity, found.kind) == ("q", NameKind.PLACE)


def test_a_surname_alone_is_offered_with_its_doubt():
    offered = propose(alignment(["He met Nieh Jung-chen. Then Nieh left."], ["He met Nie Rongzhen. Then he left."]))
    assert any("alone may be another person" in doubt for each in offered for doubt in each.against)


def test_the_same_input_gives_the_same_output():
    assert propose(alignment(SUBSTITUTED, RESPELLED)) == propose(alignment(SUBSTITUTED, RESPELLED))


@pytest.mark.parametrize("rows", [[], ["", ""], ["42", "—"]])
def test_nothing_in_nothing_out(rows):
    assert propose(alignment(rows, rows)) == ()
