"""Markdown: markup is taken out of the words and told of; blocks are those of the plain text."""

from __future__ import annotations

import pytest

from editions.model import Role
from editions.reading import read_source


def read(text: str):
    return read_source(text.encode(), "digest.md")


def test_front_matter_is_one_block_and_metadata_as_strings():
    document = read("---\ntitle: 'A talk'\ndate: 1952-08-20\nsure: no\nspeakers:\n  - A\n\n  - B\n---\n\n# A talk\n")
    assert document.format == "markdown"
    assert document.metadata == {"title": "A talk", "date": "1952-08-20", "sure": "no", "speakers": ["A", "B"]}
    assert [(block.role, block.line) for block in document.blocks] == [(Role.METADATA, 1), (Role.HEADING, 11)]
    assert document.title == "A talk"


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: Stalin: a talk", "line 2"),
        ("a: &x [1]\nb: *x", "aliases"),
        ("a: !!python/name:os.system x", "tags"),
        ("a: 1\na: 2", "twice"),
        ("a: " + "[" * 60 + "]" * 60, "too deep"),
    ],
)
def test_front_matter_that_is_not_read_is_told_and_the_text_is_read(front, told):
    document = read(f"---\n{front}\n---\n\n# Title\n\nText.")
    assert document.metadata == {}
    assert [block.text for block in document.blocks[1:]] == ["Title", "Text."]
    assert len(document.limits) == 1
    assert told in document.limits[0] or ":2:" in document.limits[0]


def test_a_thematic_break_at_the_top_is_no_front_matter():
    document = read("---\n\n**A:** text\n\n---\n\nend")
    assert [block.role for block in document.blocks] == [Role.RULE, Role.TEXT, Role.RULE, Role.TEXT]


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("**Zhou Enlai:** I bring *good* wishes.", "Zhou Enlai", "Zhou Enlai: I bring good wishes."),
        ("**Zhou Enlai**: I bring wishes.", "Zhou Enlai", "Zhou Enlai: I bring wishes."),
        ("__Stalin.__ Sit down.", "Stalin", "Stalin. Sit down."),
        ("*Stalin:* Sit down.", "Stalin", "Stalin: Sit down."),
        ("**Zhou** *(on the line)*: For us", "Zhou", "Zhou (on the line): For us"),
        ("**Rao —** And opened.", "Rao", "Rao — And opened."),
        ("- **Wilk.** The river.", "Wilk", "Wilk. The river."),
        ("> **Wilk:** The river.", "Wilk", "Wilk: The river."),
        ("3. **Wilk:** The river.", "Wilk", "3. Wilk: The river."),
        ("<b>Wilk:</b> The <br>river.", "Wilk", "Wilk: The river."),
        ("**BRANDT** You find me here.", "BRANDT", "BRANDT You find me here."),
        ("**Stalin** says that he agrees.", None, "Stalin says that he agrees."),
        ("The **Note:** of 1950", None, "The Note: of 1950"),
    ],
)
def test_a_label_in_bold(line, label, text):
    block = read(f"# x\n\n{line}\n").blocks[1]
    assert (block.label, block.text) == (label, text)
    said = block.text[block.label_end :]
    assert said == text if label is None else said == text.split(label, 1)[1].lstrip(" .:—").split("): ")[-1]


def test_a_list_directly_under_a_paragraph_stays_in_its_block():
    document = read("**A:** x\n\nMao asks:\n1. Can we?\n2. May we?\n\n**A:** y")
    assert document.blocks[1].text == "Mao asks: 1. Can we? 2. May we?"


def test_a_heading_stands_alone_whatever_touches_it():
    document = read("## One\n**A:** text\n### Two ###\nmore")
    assert [(block.text, block.line) for block in document.blocks] == [
        ("One", 1),
        ("A: text", 2),
        ("Two", 3),
        ("more", 4),
    ]
    assert document.levels == {0: 2, 2: 3}


def test_underlined_and_bold_headings():
    document = read("Title\n=====\n\n**Preliminaries**\n\n**A:** text")
    assert [block.role for block in document.blocks] == [Role.HEADING, Role.HEADING, Role.TEXT]
    assert document.levels == {0: 1, 1: 6}


def test_links_code_escapes_and_entities():
    assert read("# x\n\nThe [falls](http://e.org/f) are `wide`, 5 \\* 3 &amp; more <i>so</i>.").blocks[1].text == (
        "The falls are wide, 5 * 3 & more so."
    )


def test_entities_do_not_smuggle_controls():
    assert read("# x\n\nred &#27;[31m &#x202e;text *x*").blocks[1].text == "red \ufffd[31m text x"


def test_notes_and_their_marks():
    document = read("# x\n\nSaid[^1] he.\n\n[^1]: On a *Monday*.")
    assert document.blocks[1].text == "Said[1] he."
    assert (document.blocks[2].text, document.blocks[2].role) == ("[1] On a Monday.", Role.NOTE)


def test_italics_over_a_whole_block_are_no_label():
    assert read("# x\n\n*A digest for use in class.*").blocks[1].label is None


def test_blocks_are_counted_as_runs_of_lines():
    text = "# T\n\npara one\nstill one\n\n- item\n- item\n\n---\n\n> quote\n\n[…]\n"
    assert [block.line for block in read(text).blocks] == [1, 3, 6, 9, 11, 13]
