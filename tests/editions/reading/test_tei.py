"""TEI: speeches, utterances, notes; and what of XML is refused."""

from __future__ import annotations

from editions.model import Role
from editions.reading import read_source

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>A talk</title></titleStmt></fileDesc><profileDesc><particDesc>"
    "<listPerson><person xml:id='KIS'><persName>Henry Kissinger</persName></person></listPerson>"
    "</particDesc></profileDesc></teiHeader>"
)


def read(body: str):
    root = "<?xml version='1.0' encoding='koi8-r'?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'>"
    text = f"{root}{HEADER}\n<text><body>{body}</body></text></TEI>"
    return read_source(text.encode(), "t.xml")


def test_speeches_and_utterances():
    document = read(
        "<head>Talk</head><sp><speaker>Stalin.</speaker><p>Good <hi>day</hi>.</p><p>More.</p></sp>\n"
        "<sp><speaker>Zhou</speaker><l>line one</l><l>line two</l></sp><u who='#KIS'>I see.</u><u who='#X_1'>So.</u>"
    )
    assert [(block.text, block.label, block.label_end) for block in document.blocks] == [
        ("Talk", None, 0),
        ("Stalin. Good day.", "Stalin", 8),
        ("More.", None, 0),
        ("Zhou: line one line two", "Zhou", 6),
        ("I see.", "Henry Kissinger", 0),
        ("So.", "X 1", 0),
    ]
    assert (document.title, document.language, document.format) == ("A talk", "en", "tei")
    assert [block.line for block in document.blocks] == [3, 3, 3, 4, 4, 4]


def test_notes_stand_where_they_are_printed():
    document = read("<p>The treaty<note>of 1950</note> holds.</p><note n='2'>Lost.</note><stage>Exeunt.</stage>")
    assert [block.text for block in document.blocks] == ["The treaty [of 1950] holds.", "[2] Lost.", "Exeunt."]
    assert [block.role for block in document.blocks] == [Role.TEXT, Role.NOTE, Role.NOTE]


def test_a_choice_is_read_once():
    assert read("<p><choice><sic>teh</sic><corr>the</corr></choice> end of an <abbr>abbr</abbr></p>").blocks[
        0
    ].text == ("the end of an abbr")


def test_deep_nesting_in_a_block_is_walked_without_recursion():
    assert read("<p>" + "<hi>" * 200 + "deep" + "</hi>" * 200 + "</p>").blocks[0].text == "deep"
