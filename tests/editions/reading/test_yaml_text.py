"""YAML as strings with places."""

from __future__ import annotations

import pytest

from editions.errors import MalformedTable
from editions.reading.yaml_text import load_strings


def test_everything_is_a_string_and_knows_its_line():
    placed = load_strings("a: no\nb: [1:30, 017]\nc:\n  d: null\n  e:\n  - f: 1\n", first_line=11)
    assert placed.value == {"a": "no", "b": ["1:30", "017"], "c": {"d": "null", "e": [{"f": "1"}]}}
    assert placed.lines["a",] == 11
    assert placed.lines["b", 1] == 12
    assert placed.lines["c", "e", 0, "f"] == 16


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: *x", "f:1: aliases (*name) are not read; write the value out"),
        ("a: !!int 1", "f:1: tags (tag:yaml.org,2002:int) are not read; leave the tag out"),
        ("a: 1\nb: 2\na: 3", "f:3: 'a' stands here twice; keep one of them"),
        ("a: b: c", "f:1:5: mapping values are not allowed in this context"),
        ("? [a]\n: b", "f:1: a key must be a word"),
        ("--- a\n--- b", "f:2: holds more than one document"),
        ("[" * 40, "f:1: is too large or too deep; write a simpler file"),
    ],
)
def test_what_is_refused(text, message):
    with pytest.raises(MalformedTable) as error:
        load_strings(text, path="f")
    assert str(error.value) == message


def test_escapes_do_not_smuggle_controls():
    assert load_strings(r'a: "x\e[31my"').value == {"a": "xy"}


def test_an_empty_document():
    assert load_strings("").value == ""
