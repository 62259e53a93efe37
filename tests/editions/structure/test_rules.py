"""A user's rules override every guess, and errors in them name the line."""

from __future__ import annotations

import pytest

from editions import read_edition
from editions.errors import MalformedTable, UnreadableFile
from editions.model import Form

TEXT = """A talk on the pier

Stalin says that it is cold.

Zhou Enlai says that it is warm.

KOREA

Somebody coughs.

Stalin says that he had not noticed.

Typed on the next day
"""


@pytest.fixture
def path(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path / "a.txt"


def test_without_rules(path):
    edition = read_edition(path)
    assert [turn.speaker for turn in edition.turns] == ["Stalin", "Zhou Enlai", "Zhou Enlai", "Stalin"]
    assert (edition.front, edition.headings, edition.back) == ((0,), (3,), (6,))


def test_every_key(path, tmp_path):
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        "language: en-GB\ntitle: On the pier\ndate: 1952-08-20\nfirst_turn: 2\nlast_turn: 6\n"
        "headings: [4]\nnot_turns: [5]\n"
        "speakers:\n  Chou: [Zhou Enlai]\n  Vyshinskii: []\n"
        "turns:\n  3: null\n  6: {speaker: Vyshinskii, form: reported, also: [Chou]}\n"
    )
    edition = read_edition(path, rules=rules)
    assert (edition.language, edition.title, edition.date) == ("en", "On the pier", "1952-08-20")
    assert (edition.front, edition.headings, edition.back) == ((0, 1), (4, 5), ())
    assert [(turn.block, turn.speaker, turn.form, turn.also) for turn in edition.turns] == [
        (2, "Chou", Form.REPORTED, ()),
        (3, None, Form.NOTE, ()),
        (6, "Vyshinskii", Form.REPORTED, ("Chou",)),
    ]


def test_a_mapping_will_do(path):
    edition = read_edition(path, rules={"turns": {4: "Zhang"}, "speakers": {"Stalin": {"present": False}}})
    assert [turn.speaker for turn in edition.turns] == ["Zhou Enlai", "Zhang", "Zhang"]
    assert edition.turns[1].form is Form.REPORTED


def test_a_speaker_is_called_as_the_rules_say(path):
    edition = read_edition(path, rules={"speakers": {"Iosif Vissarionovich": ["Stalin"]}})
    assert edition.turns[0].speaker == "Iosif Vissarionovich"


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("turn: {}", "R:1: 'turn' is not a rule; use one of date, first_turn,"),
        ("title: x\nfirst_turn: six", "R:2: 'six' is not the index of a block; count blocks from 0"),
        ("headings:\n- 1\n- -2", "R:3: '-2' is not the index of a block; count blocks from 0"),
        ("turns:\n  1: {speaker: X, from: label}", "R:2: 'from' is not said of a turn; use speaker, form or also"),
        ("turns:\n  1:\n    form: sung", "R:3: 'sung' is not a form; use one of label, reported,"),
        ("turns: [1]", "R:1: 'turns' must be a mapping of keys and values"),
        ("speakers:\n  X: {aliases: [a], there: no}", "R:2: 'there' is not said of a speaker; use aliases or present"),
        ("speakers:\n  X: {present: maybe}", "R:2: present must be true or false"),
        ("title: [a]", "R:1: 'title' must be words"),
        ("- a", "R:1: rules must be a mapping of keys and values"),
        ("a: *b", "R:1: aliases (*name) are not read"),
        ("headings: [40]", "the rules name block 40, but "),
        ("first_turn: 3\nlast_turn: 2", "rules: last_turn 2 comes before first_turn 3"),
    ],
)
def test_errors(path, tmp_path, rules, message):
    file = tmp_path / "r.yaml"
    file.write_text(rules)
    with pytest.raises(MalformedTable) as error:
        read_edition(path, rules=file)
    assert str(error.value).replace(str(file), "R").startswith(message)
    assert "\n" not in str(error.value)


def test_missing_rules(path):
    with pytest.raises(UnreadableFile):
        read_edition(path, rules="nowhere.yaml")


def test_an_empty_file_of_rules(path, tmp_path):
    (tmp_path / "r.yaml").write_text("# nothing yet\n")
    assert read_edition(path, rules=tmp_path / "r.yaml") == read_edition(path)
