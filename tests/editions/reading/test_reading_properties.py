"""Whatever the bytes: an edition or an EditionError, and blocks that are safe to print."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from editions.errors import EditionError
from editions.reading import read_source
from editions.reading.cleaning import clean_characters

MARKS = [
    "**",
    "*",
    "#",
    "---\n",
    "a:",
    "b\n",
    "<p>",
    "</p>",
    "<b>",
    "<br>",
    "<html>",
    "<TEI>",
    "<sp>",
    "<!--",
    "-->",
    "<td>",
    "<li>",
    "&amp;",
    "&#27;",
    "`",
    "[",
    "](",
    "_",
    "\\",
    "[1]",
    "(",
    ")",
    "-",
    ">",
]
WORDS = (
    "Stalin",
    "Zhou Enlai",
    ": ",
    ". ",
    " says that ",
    "1. ",
    "é",
    "周",
    "9\u2009000",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\xa0",
)
CONTROLS = ("\x1b[31m", "\u202e", "\x00", "\u200b", "\x9b1m", "\x07")
PIECES = st.sampled_from((*MARKS, *WORDS, *CONTROLS))
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join)


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes(data):
    check(data)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_text(text):
    check(text.encode("utf-8", "surrogatepass"))


def check(data: bytes) -> None:
    try:
        document = read_source(data, "f")
    except EditionError:
        return
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
    lines = [block.line for block in document.blocks]
    assert all(line >= 1 for line in lines)
    if document.format in ("text", "markdown"):
        assert lines == sorted(lines)
    for block in document.blocks:
        assert block.text.strip(" ") == block.text != ""
        assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in block.text)
        assert not set(block.text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b")
        assert unicodedata.is_normalized("NFC", block.text)
        assert 0 <= block.label_end <= len(block.text)


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    once = clean_characters(text)
    assert clean_characters(once) == once


@given(st.lists(st.text(alphabet="abc .,-\n", min_size=1, max_size=40), max_size=8))
def test_no_word_is_lost_in_plain_text(paragraphs):
    text = "x\n\n" + "\n\n".join(paragraphs)
    read = "".join(block.text for block in read_source(text.encode(), "f").blocks)
    assert "".join(read.split()) == "".join(text.split())
