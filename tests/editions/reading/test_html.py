"""HTML: the document of a saved page without the furniture of its site."""

from __future__ import annotations

import time

import pytest

from editions.model import Role
from editions.reading import read_source

LONG = "The delegation would like to return to the railway, of which so much has been said. " * 3


def read(body: str, head: str = "<title>A talk | Archive</title>"):
    return read_source(
        f"<!DOCTYPE html>\n<html lang='en'><head>{head}</head>\n<body>{body}</body></html>".encode(), "p.html"
    )


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks]


def test_format_language_and_title():
    document = read("<h1>A talk</h1><p>Text.</p>")
    assert (document.format, document.language, document.title) == ("html", "en", "A talk")
    assert document.levels == {0: 1}


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><p>Browse the collection</p></nav>",
        "<header><p>The Archive</p></header>",
        "<footer><p>All rights</p></footer>",
        "<aside><p>Subscribe</p></aside>",
        "<form><p>Search</p></form>",
        "<script>document.write('<p>evil</p>')</script>",
        "<style>p { color: red }</style>",
        "<noscript><p>Turn scripts on</p></noscript>",
        "<div id='cookie-bar'><p>We use cookies.</p></div>",
        "<div class='site-menu top'><p>Menu</p></div>",
        "<div role='navigation'><p>Menu</p></div>",
        "<div aria-hidden='true'><p>Hidden</p></div>",
        "<div style='display: none'><p>Hidden</p></div>",
        "<ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li><li><a href='/c'>Three</a></li></ul>",
        "<p><a href='/pdf'>Original scan (PDF)</a></p>",
        "<div class='tabs'><a href='#text'>English transcript</a> | <a href='#scan'>Scan (PDF, 2 MB)</a></div>",
        "<p><a href='/'>Home</a> &raquo; <a href='/talks'>Talks</a></p>",
        "<div class='related'><h3>Related documents</h3><p>Another talk</p></div>",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_furniture_is_left_out(furniture, before):
    document = f"<div class='text'><p>{LONG}</p><p>{LONG}</p></div>"
    assert texts(furniture + document if before else document + furniture) == [LONG.strip()] * 2


def test_the_article_is_chosen_among_other_columns():
    aside = "<div class='col'><p>Something else on this site.</p></div>"
    page = f"{aside}<main><p>{LONG}</p></main>{aside}"
    assert texts(page) == [LONG.strip()]


def test_most_of_the_words_are_never_furniture():
    assert texts(f"<div class='content print'><p>{LONG}</p></div>") == [LONG.strip()]


def test_each_block_keeps_its_line():
    document = read("\n<p>one</p>\n<p\nclass='x'>two</p>\n\n<ul><li>three</li>\n<li>four</li></ul>")
    assert [(block.text, block.line) for block in document.blocks] == [
        ("one", 4),
        ("two", 5),
        ("three", 8),
        ("four", 9),
    ]


def test_breaks():
    assert texts("<p>one<br>still one</p><p>two<br><br>three</p>") == ["one still one", "two", "three"]


def test_breaks_between_bold_speakers():
    assert texts("<p><b>A:</b> one<br><b>B:</b> two<br>and a half<br><b>A:</b> three</p>") == [
        "A: one",
        "B: two and a half",
        "A: three",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Hume:</b> Good day.</p>",
        "<p><strong>Hume</strong>: Good day.</p>",
        "<p><span class='speaker'>Hume:</span> Good day.</p>",
        "<p><span style='font-weight: bold'>Hume:</span> Good day.</p>",
        "<table><tr><td>Hume</td><td>Good day.</td></tr></table>",
        "<div><i>Hume:</i> Good day.</div>",
    ],
)
def test_a_marked_speaker_is_a_label(line):
    block = read(f"<p>First, some text.</p>{line}").blocks[1]
    assert (block.label, block.text, block.text[block.label_end :]) == ("Hume", "Hume: Good day.", "Good day.")


def test_cells_that_lay_out_a_page_are_blocks():
    assert texts("<table><tr><td><p>one</p><p>two</p></td></tr></table>") == ["one", "two"]


def test_a_row_of_data_is_one_block():
    assert texts("<p>x</p><table><tr><td>1951</td><td>12</td><td>tons</td></tr></table>") == ["x", "1951 | 12 | tons"]


def test_notes_and_their_marks():
    document = read(
        "<p>The treaty<sup><a href='#n1'>1</a></sup> of 5 m<sup>2</sup>.</p>"
        "<ol class='footnotes'><li id='n1'>Of 1950. <a href='#r1'>↩</a></li><li>Lost.</li></ol>"
    )
    assert [block.text for block in document.blocks] == ["The treaty[1] of 5 m2.", "[1] Of 1950.", "[2] Lost."]
    assert [block.role for block in document.blocks] == [Role.TEXT, Role.NOTE, Role.NOTE]


def test_preformatted_text_keeps_its_paragraphs():
    assert texts("<pre>one\nstill one\n\ntwo</pre>") == ["one still one", "two"]


@pytest.mark.parametrize("rule", ["<hr>", "<p>* * *</p>", "<div align=center>-----</div>"])
def test_a_rule(rule):
    assert read(f"<p>a</p>{rule}<p>b</p>").blocks[1].role is Role.RULE


@pytest.mark.parametrize(
    "heading",
    [
        "The Harbour<a class='headerlink' href='#a' title='Link to this section'>¶</a>",
        "<a href='#a'>#</a> The Harbour",
        "The Harbour <a class='heading-anchor' href='page.html#a'>Link</a>",
        "<a class='anchor' href='#a'>The Harbour</a>",
    ],
)
def test_links_from_a_heading_to_itself(heading):
    assert texts(f"<h2>{heading}</h2><p>{LONG}</p>")[0] == "The Harbour"


def test_a_value_that_is_a_link():
    row = "<tr><th>Collection</th><td><a href='/c/1'>Talks of the Harbour</a></td></tr>"
    assert texts(f"<table>{row}</table><p>{LONG}</p>")[0] == "Collection: Talks of the Harbour"


def test_a_column_of_links_beside_the_text_is_left_out():
    links = "".join(f"<a href='/{number}'>Talk {number}</a><br>" for number in range(5))
    assert texts(f"<table><tr><td>{links}</td><td><p>{LONG}</p></td></tr></table>") == [LONG.strip()]


def test_very_many_links_take_linear_time():
    start = time.perf_counter()
    assert texts("<p><a href='/x'>x</a></p>" * 30_000 + f"<p>{LONG * 1000}</p>") != []
    assert time.perf_counter() - start < 10


def test_entities_do_not_smuggle_controls():
    assert texts("<p>83&nbsp;000 &#27;[31mred&#x202e; text&shy;</p>") == ["83\u00a0000 red text"]


def test_a_declared_encoding():
    page = "<html><head><meta charset='windows-1251'></head><body><p>Сталин</p></body></html>"
    assert read_source(page.encode("cp1251"), "p").blocks[0].text == "Сталин"


def test_a_fragment():
    assert [b.text for b in read_source(b"<p><b>A:</b> one</p>\n<p>two</p>", "p").blocks] == ["A: one", "two"]
