"""The authority file: what it says, how it is looked up, and every way in which it can be wrong."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from editions.errors import MalformedTable, UnreadableFile
from editions.model import NameKind
from editions.names.authority import Authority, check_authority, load_authority, parse_authority
from editions.names.romanization import compare_spellings

EXAMPLE = Path(__file__).parents[3] / "examples" / "meeting-1952" / "names.yaml"

SMALL = """\
version: 1
entities:
- id: zhou-enlai
  kind: person
  preferred: Zhou Enlai
  tag: zh-Latn-pinyin
  variants:
  - {text: Chou En-lai, tag: zh-Latn-wadegile}
  - Chou
  wikidata: Q17410
  note: no
  source: 1952
- id: zhou-yang
  kind: person
  preferred: Zhou Yang
  variants:
  - Chou
- id: hungary
  kind: place
  preferred: Hungary
never:
- {a: zhou-enlai, b: zhou-yang}
- [Hungary, Rumania]
"""


def test_what_the_file_says():
    authority = parse_authority(SMALL)
    zhou = authority.entity("zhou-enlai")
    assert zhou.kind is NameKind.PERSON
    assert zhou.forms == ("Zhou Enlai", "Chou En-lai", "Chou")
    assert zhou.variants[0].tag == "zh-Latn-wadegile"
    assert (zhou.wikidata, zhou.note, zhou.source) == ("Q17410", "no", "1952")


def test_lookup_is_exact_first_and_then_tolerant():
    authority = parse_authority(SMALL)
    assert [entity.id for entity in authority.lookup("Chou")] == ["zhou-enlai", "zhou-yang"]
    assert [entity.id for entity in authority.lookup("CHOU EN–LAI")] == ["zhou-enlai"]
    assert authority.lookup("Chou Yang") == ()
    assert authority.lookup("") == ()
    with pytest.raises(KeyError):
        authority.entity("nobody")


def test_never_the_same_by_id_or_by_spelling():
    authority = parse_authority(SMALL)
    assert authority.never_same("zhou-yang", "zhou-enlai")
    assert authority.never_same("Zhou Yang", "Chou En-lai")
    assert authority.never_same("RUMANIA", "hungary")
    assert not authority.never_same("Hungary", "Poland")


@pytest.mark.parametrize("text", ["", "# nothing\n", "version: 1\n", "entities:\n", "entities: []\nnever: []\n"])
def test_an_empty_file_is_an_empty_authority(text):
    assert parse_authority(text) == Authority()


def test_it_can_be_sent_to_another_process():
    authority = parse_authority(SMALL)
    copy = pickle.loads(pickle.dumps(authority))
    assert copy == authority
    assert copy.lookup("Chou En-lai")


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("- a\n", 1, 1, "must be a mapping"),
        ("entities: zhou\n", 1, 11, "'entities' must be a list"),
        ("entities:\n- zhou\n", 2, 3, "must be a mapping"),
        ("entities:\n- id: a\n", 2, 3, "needs 'preferred'"),
        ("entities:\n- preferred: A\n", 2, 3, "needs 'id'"),
        ("entities:\n- id: a\n  preferred: A\n  kind: animal\n", 4, 9, "'animal' is no kind"),
        ("entities:\n- id: a b\n  preferred: A\n", 2, 7, "'a b' is no id"),
        ("entities:\n- id: a\n  preferred: A\n  wikidata: 17410\n", 4, 13, "is no wikidata"),
        ("entities:\n- id: a\n  preferred: A\n  prefered: B\n", 4, 3, "no key 'prefered'"),
        ("entities:\n- id: a\n  preferred: A\n  variants: B\n", 4, 13, "'variants' must be a list"),
        ("entities:\n- id: a\n  preferred: A\n  variants:\n  - {tag: en}\n", 5, 5, "needs 'text'"),
        ("entities:\n- id: a\n  preferred: A\n  tag: not a tag\n", 4, 8, "is no tag"),
        ("entities:\n- id: a\n  preferred: A\n- id: a\n  preferred: B\n", 4, 3, "already used in line 2"),
        ("never:\n- {a: x}\n", 2, 3, "needs two names"),
        ("version: 2\n", 1, 10, "version"),
        ("entities: &x []\nnever: *x\n", 1, 11, "anchors and aliases"),
        ("entities: []\nentities: []\n", 2, 1, "stands twice"),
        ("a: b\n---\nc: d\n", 2, 1, "second document"),
        ("entities: [\n", 2, 1, "expected"),
        ("[" * 60, 1, 14, "nested too deep"),
        ("? [a]\n: b\n", 1, 3, "plain text"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, text, line, column, words):
    file = tmp_path / "names.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(MalformedTable) as caught:
        load_authority(file)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert check_authority(file)


def test_every_problem_is_listed(tmp_path):
    file = tmp_path / "names.yaml"
    file.write_text("entities:\n- id: a\n- preferred: B\n  kind: x\n", "utf-8")
    problems = check_authority(file)
    assert [problem.line for problem in problems] == [2, 3, 4]
    with pytest.raises(MalformedTable, match=r"\(and 2 more\)"):
        load_authority(file)


def test_unreadable_files(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be read"):
        load_authority(tmp_path / "missing.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"entities:\n- id: \xfc\n")
    with pytest.raises(UnreadableFile, match="not UTF-8") as caught:
        load_authority(tmp_path / "latin.yaml")
    assert caught.value.line == 2
    (tmp_path / "binary.yaml").write_bytes(b"a: \x00\x01\n")
    with pytest.raises(MalformedTable):
        load_authority(tmp_path / "binary.yaml")


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("editions.names.authority.MOST_BYTES", 10)
    (tmp_path / "names.yaml").write_text("# a long comment\n", "utf-8")
    with pytest.raises(UnreadableFile, match="more than"):
        load_authority(tmp_path / "names.yaml")


def test_the_example():
    authority = load_authority(EXAMPLE)
    assert len(authority.entities) >= 40
    assert all(entity.source for entity in authority.entities)
    assert all(entity.kind is not NameKind.UNKNOWN for entity in authority.entities)
    for a, b in (("Hungary", "Rumania"), ("Burma", "Siam"), ("India", "Indonesia"), ("Bulganin", "Beria")):
        assert {entity.id for entity in authority.lookup(a)}.isdisjoint(entity.id for entity in authority.lookup(b))
        assert authority.never_same(a, b)
    for a, b in (("Jiang Jieshi", "Chiang Kai-shek"), ("Supung", "Suiho"), ("Ulan Bator", "Urga")):
        assert authority.lookup(a) == authority.lookup(b) != ()


def test_no_rule_of_spelling_contradicts_the_example():
    for entity in load_authority(EXAMPLE).entities:
        for form in entity.forms[1:]:
            match = compare_spellings(entity.preferred, form, kind=entity.kind)
            assert match.same is not False or entity.id in ("china", "north-korea", "south-korea"), (form, match)
