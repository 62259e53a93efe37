"""Names and figures of every turn of an edition."""

from __future__ import annotations

from editions.mentions import find_mentions
from editions.model import Edition, Form, NameKind, Turn
from editions.names.authority import parse_authority


def edition(*turns: tuple[str, int], language: str = "en") -> Edition:
    made = tuple(
        Turn(f"A{n + 1}", "A", n, n, n + 1, None, Form.LABEL, text, said) for n, (text, said) in enumerate(turns)
    )
    return Edition("A", "a.txt", "", language, (), (), (), (), (), made)


def test_the_label_gives_no_name_and_offsets_are_those_of_the_whole_turn():
    text = "CHOU: We saw Hungary in 1939."
    found = find_mentions(edition((text, 6)))["A1"]
    assert [name.text for name in found.names] == ["Hungary"]
    for mention in (*found.names, *found.figures):
        assert text[mention.start : mention.end] == mention.text
    assert found.names[0].start == text.index("Hungary")
    assert [figure.text for figure in found.figures] == ["1939"]


def test_a_kind_known_in_one_turn_is_known_in_all():
    found = find_mentions(edition(("They met Comrade Kumykin.", 0), ("Then Kumykin left with Yudin.", 0)))
    assert [(name.text, name.kind) for name in found["A2"].names] == [
        ("Kumykin", NameKind.PERSON),
        ("Yudin", NameKind.UNKNOWN),
    ]


def test_words_of_other_turns_decide_at_the_head_of_a_sentence():
    found = find_mentions(edition(("Jets are beyond us. Prague waits.", 0), ("We have no jets.", 0)))
    assert [name.text for name in found["A1"].names] == ["Prague"]


def test_the_authority_names_the_entity():
    authority = parse_authority("entities:\n- {id: k, kind: person, preferred: Kumykin}\n")
    found = find_mentions(edition(("Then Kumykin left.", 0)), authority=authority)
    assert found["A1"].names[0].entity == "k"


def test_every_turn_has_an_entry():
    found = find_mentions(edition(("", 0), ("…", 0)))
    assert list(found) == ["A1", "A2"]
    assert find_mentions(edition()) == {}
