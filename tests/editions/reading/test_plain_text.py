"""Plain text: where blocks begin, how lines join, and what becomes of odd characters."""

from __future__ import annotations

import pytest

from editions.model import Role
from editions.reading import read_source


def read(text: str | bytes):
    return read_source(text if isinstance(text, bytes) else text.encode(), "text.txt")


def texts(text: str | bytes) -> list[str]:
    return [block.text for block in read(text).blocks]


def test_a_block_is_a_run_of_lines_between_blank_lines():
    document = read("\n\nTitle\n\nOne line\nand another.\n \t \nLast.\n")
    assert [(block.index, block.line, block.text) for block in document.blocks] == [
        (0, 3, "Title"),
        (1, 5, "One line and another."),
        (2, 8, "Last."),
    ]
    assert document.printed == {1: ("One line", "and another.")}
    assert document.format == "text"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_newline_counts_lines(newline):
    assert [block.line for block in read(newline.join(["a", "", "b", "c", "", "d"])).blocks] == [1, 3, 6]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("P'ing-ti-\nch'üan is far", "P'ing-ti-ch'üan is far"),
        ("the years 15-\n20 were", "the years 15-20 were"),
        ("Indo-\nChina", "Indo-China"),
        ("two- \nand three-year plans", "two- and three-year plans"),
        ("a dash -\nand on", "a dash - and on"),
        ("reversed--\nyou would; plain--tight", "reversed--you would; plain--tight"),
        ("reversed --\nyou would; plain -- wide", "reversed -- you would; plain -- wide"),
        ("周恩来说，我们\n同意。", "周恩来说，我们同意。"),
        ("ends here.\n  Next", "ends here. Next"),
    ],
)
def test_a_hard_wrap_is_undone(lines, joined):
    assert texts(lines + "\n\nanother block") == [joined, "another block"]


def test_spaces_become_plain_but_grouping_spaces_stay():
    assert texts("a\u00a0b\u2003c  d\te 83\u00a0000 and 1\u202f234 and 7\u20095 men\u00a05") == [
        "a b c d e 83\u00a0000 and 1\u00a0234 and 7\u00a05 men 5"
    ]


def test_letters_are_composed():
    assert texts("Pingdiquan, U\u0308ru\u0308mqi") == ["Pingdiquan, Ürümqi"]


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("red \x1b[31mtext\x1b[0m", "red text"),
        ("title \x1b]0;owned\x07here", "title here"),
        ("link \x1b]8;;http://x\x1b\\here", "link here"),
        ("eight bit \x9b31m csi", "eight bit csi"),
        ("bell\x07 and back\x08space", "bell and backspace"),
        ("over\u202eride and iso\u2066late", "override and isolate"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("page\x0cbreak", "pagebreak"),
    ],
)
def test_nothing_that_commands_a_terminal_is_left(given, left):
    assert texts(given) == [left]


def test_one_paragraph_a_line_without_blank_lines():
    long = "It was said at length, and then it was said again, until " + "everybody present " * 6 + "had heard it."
    assert len(texts("\n".join([long, "Short.", long, long, "Yes?"]))) == 5


def test_short_sentences_a_line_without_blank_lines():
    assert len(texts("Stalin agrees.\nZhou asks about the bread.\nStalin promises bread.")) == 3


def test_a_wrapped_paragraph_alone_is_one_block():
    assert len(texts("CHOU was not there, and nobody knew\nwhere he had gone, since the train\nhad left.")) == 1


def test_a_label_a_line_without_blank_lines():
    document = read("A TALK\nCHOU: One\nand a half.\nSTALIN: Two.\nCHOU: Three.\nSTALIN: Four.")
    assert [block.text for block in document.blocks] == [
        "A TALK",
        "CHOU: One and a half.",
        "STALIN: Two.",
        "CHOU: Three.",
        "STALIN: Four.",
    ]
    assert [block.line for block in document.blocks] == [1, 2, 4, 5, 6]


def test_labels_a_line_in_scenes_parted_by_blank_lines():
    scene = "ANNA: Who is there?\nBORIS: I am.\nANNA: Come in, then, and shut it."
    assert len(texts(f"Scene one\n\n{scene}\n\nScene two\n\n{scene}")) == 8


def test_indented_paragraphs_without_blank_lines():
    lines = ["  He began with the weather, which had been bad for a long time"] + [
        "and would, he thought, be worse before the end of the month was"
    ] * 3
    assert len(texts("\n".join(lines * 3))) == 3


def test_a_list_of_persons_stays_one_block():
    assert texts("PRESENT\n  A. B., chairman\n  C. D., clerk\n\nA. B.: Well?\n\nC. D.: Well.")[0].startswith(
        "PRESENT A. B."
    )


@pytest.mark.parametrize("line", ["* * *", "-----", "_____"])
def test_a_line_of_signs_is_a_rule(line):
    assert read(f"before\n\n{line}\n\nafter").blocks[1].role is Role.RULE


RUSSIAN = "Сталин говорит, что вопрос надо обсудить. Чжоу Эньлай отвечает, что согласен с этим."
FRENCH = "Le ministre a répondu que la question était déjà réglée, où qu'elle fût posée."
POLISH = "Minister odpowiedział, że się zgadza; źle się stało, że nie wcześniej."
GREEK = "Ο υπουργός απάντησε ότι συμφωνεί με την πρόταση της κυβέρνησης."
CHINESE = "周恩来：毛泽东主席向您问好。斯大林：谢谢。请转达我的问候，并请坐下来谈谈铁路问题。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-32"),
        (RUSSIAN, "utf-32-be"),
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        (FRENCH, "utf-8-sig"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (GREEK, "cp1253"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-8"),
    ],
)
def test_any_usual_encoding(text, encoding):
    assert texts(f"{text}\n\n{text}".encode(encoding)) == [text, text]


def test_an_encoding_that_had_to_be_guessed_is_told():
    assert read(RUSSIAN.encode("koi8_r")).limits == ("text.txt is not in UTF-8; it was read as koi8_r.",)
    assert read(RUSSIAN).limits == ()
