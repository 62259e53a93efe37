"""Tables of a page: names side by side, names in one cell, records, heads of columns."""

from __future__ import annotations

import time

import pytest

from editions.model import Role
from editions.reading import read_source


def blocks(body: str):
    return read_source(f"<!DOCTYPE html>\n<html><body>{body}</body></html>".encode(), "p.html").blocks


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


HEADS = "<tr><th>For Lankadia</th><th>For Tavria</th></tr>"


def test_lists_of_two_delegations_side_by_side():
    row = "<tr><td>Prime Minister Bandara<br/>Mr. Perera</td><td>Count Holm<br>Brandt, Jr.</td></tr>"
    found = blocks(f"<table>{HEADS}{row}</table>")
    assert [block.text for block in found] == [
        "For Lankadia | For Tavria",
        "Prime Minister Bandara; Mr. Perera",
        "Count Holm; Brandt, Jr.",
    ]
    assert [block.role for block in found] == [Role.METADATA, Role.TEXT, Role.TEXT]
    assert [block.label for block in found] == [None, None, None]


def test_one_name_a_cell_under_heads():
    rows = "<tr><td>Bandara</td><td>Count Holm</td></tr><tr><td></td><td>Brandt, Minister of the Navy</td></tr>"
    assert texts(f"<table>{HEADS}{rows}</table>")[1:] == ["Bandara", "Count Holm", "Brandt, Minister of the Navy"]


def test_speakers_under_heads_stay_with_what_they_say():
    rows = "<tr><td>Hume</td><td>Good day.</td></tr><tr><td>Brown</td><td>Indeed</td></tr>"
    assert [block.label for block in blocks(f"<table><tr><th>Who</th><th>Words</th></tr>{rows}</table>")] == [
        None,
        "Hume",
        "Brown",
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Hume<br>Brown, Clerk of the House", "Hume; Brown, Clerk of the House"),
        ("<br><i>Hume</i><br><br><b>Brown<br></b><br>", "Hume; Brown"),
        ("3 May 1921<br>5 May 1921", "3 May 1921; 5 May 1921"),
        ("It was late,<br>and we left.", "It was late, and we left."),
        ("We went to the harbour<br>of the old town", "We went to the harbour of the old town"),
    ],
)
def test_lines_of_a_cell(cell, text):
    assert texts(f"<table><tr><th>Present</th><td>{cell}</td></tr></table>") == [f"Present: {text}"]
    assert texts(f"<table><tr><td>{cell}</td></tr></table>") == [text]
    assert texts(f"<dl><dt>Present</dt><dd>{cell}</dd></dl>") == ["Present", text]


def test_a_list_in_a_row_is_not_spoken():
    found = blocks("<table><tr><td>For Tavria</td><td>Count Holm<br>Brandt</td></tr></table>")
    assert [(block.text, block.label, block.label_end) for block in found] == [
        ("For Tavria: Count Holm; Brandt", None, 0)
    ]


def test_a_number_is_no_label():
    assert texts("<table><tr><td>1951</td><td>12 tons</td></tr></table>") == ["1951 | 12 tons"]


def test_breaks_in_headings_and_titles():
    assert texts("<h1>Talk in the harbour<br>of Tavria</h1><p>Text.</p>") == ["Talk in the harbour of Tavria", "Text."]


def test_a_row_of_very_many_cells_takes_linear_time():
    start = time.perf_counter()
    assert len(texts("<table><tr>" + "<td>1" * 40_000 + "</table>")) == 1
    assert time.perf_counter() - start < 10
