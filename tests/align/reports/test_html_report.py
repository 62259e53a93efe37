from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import html

from align.model import Kind
from align.reports import select, write_html
from align.workspace import Comparison, view

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    "<script>alert(1)</script>",
    "]]> --> </style><style>*{display:none}</style>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></svg></table><iframe src=//example.org>",
    "{{ 7 * 7 }} {% raw %}",
    "\x1b[2J\x9b\u202e\udcff",
)


def page(comparison: Comparison) -> html.HtmlElement:
    return html.document_fromstring(write_html(comparison).encode("utf-8"), html.HTMLParser(encoding="utf-8"))


def test_the_page_is_what_it_was(small: Comparison, golden: Callable[[str, str], None]) -> None:
    golden("small.html", write_html(small))


def test_the_same_comparison_gives_the_same_bytes(meeting: Comparison) -> None:
    assert write_html(meeting) == write_html(view(meeting.alignment, meeting.differences))


def test_nothing_outside_the_page_is_named(meeting: Comparison, small: Comparison) -> None:
    for comparison in (meeting, small):
        written = write_html(comparison)
        addresses = re.findall(r"(?:https?:)?//[^\s\"'<]+", written)
        assert set(addresses) <= {"http://www.w3.org/2000/svg"}  # the name of a vocabulary, not an address
        assert re.findall(r"url\(([^)]*)\)", written) == ["#hatch"]
        assert "@import" not in written
        parsed = page(comparison)
        assert not parsed.xpath("//script | //link | //img | //iframe | //object | //@src | //form")
        policy = parsed.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_every_link_leads_to_one_place(meeting: Comparison, small: Comparison) -> None:
    for comparison in (meeting, small):
        parsed = page(comparison)
        ids = Counter(parsed.xpath("//@id"))
        assert [name for name, times in ids.items() if times > 1] == []
        links = set(parsed.xpath("//@href"))
        assert links
        assert {link for link in links if link.removeprefix("#") not in ids} == set()
        assert {*parsed.xpath("//@for"), *" ".join(parsed.xpath("//@aria-labelledby")).split()} <= set(ids)


def test_every_text_can_be_read_whole(meeting: Comparison) -> None:
    parsed = page(meeting)
    for letter in parsed.xpath("//p[@class='turn']//sup"):
        letter.drop_tree()
    shown = [" ".join(cell.text_content().split()) for cell in parsed.xpath("//p[@class='turn']")]
    for row in meeting.rows:
        for ids in row.turns.values():
            for turn in ids:
                text = " ".join(meeting.turns[turn].text.split())
                assert any(line.startswith(f"{turn} ") and line.endswith(text) for line in shown), turn


def test_marks_tell_the_kind_by_more_than_colour(small: Comparison) -> None:
    parsed = page(small)
    mark = parsed.xpath("//p[@class='turn']//mark[@class='figure disagree']")[0]
    assert mark.text == "83,000"
    assert mark.get("title").startswith("figure, different — A: 83,000 / B: 38 thousand")
    letter = mark.getnext()
    assert (letter.tag, letter.text_content()) == ("sup", "F")
    note = parsed.get_element_by_id(letter[0].get("href").removeprefix("#"))
    assert "two digits change places" in note.text_content()
    rules = write_html(small)
    for kind in ("figure", "name", "wording"):
        assert re.search(rf"mark\.{kind} {{[^}}]*text-decoration: underline", rules)


def test_columns_have_their_language_and_headers(small: Comparison) -> None:
    german = replace(small.editions[1], language="de")
    alignment = replace(small.alignment, editions=(small.editions[0], german, small.editions[2]))
    parsed = page(view(alignment, small.differences))
    cells = parsed.xpath("//table[@class='texts']/tbody[@id='r1']/tr[1]/td")
    assert [cell.get("lang") for cell in cells] == ["en", "de", "en"]
    assert not parsed.xpath("//th[not(@scope)]")
    assert parsed.get("lang") == "en"


def test_gaps_moves_and_speakers_are_said_in_words(small: Comparison) -> None:
    parsed = page(small)
    texts = parsed.xpath("//table[@class='texts']")[0]
    assert "nothing in B" in texts.xpath("string(tbody[@id='r2'])")
    assert "moved" in texts.xpath("string(tbody[@id='r4']//th)")
    assert "pairing doubtful" in texts.xpath("string(tbody[@id='r3']//th)")
    differs = texts.xpath(".//span[@class='who differs']")
    assert [name.text for name in differs] == ["Harald", "Olav"]


def test_only_the_kinds_asked_for_are_marked(small: Comparison) -> None:
    parsed = page(select(small, kinds=[Kind.NAME]))
    assert set(parsed.xpath("//p[@class='turn']//mark/@class")) == {"name form"}


def test_limits_are_shown(small: Comparison) -> None:
    assert "moves were sought in 400 turns only" in page(small).xpath("string(//aside[@class='limits'])")


def test_no_differences_is_said(small: Comparison) -> None:
    assert "No differences." in page(select(small, kinds=[])).text_content()


def test_hostile_texts_stay_texts(small: Comparison) -> None:
    tame = write_html(poisoned(small, "plain words"))
    for poison in HOSTILE:
        written = write_html(poisoned(small, poison))
        assert tags(written) == tags(tame), poison
        parsed = html.document_fromstring(written.encode("utf-8"))
        assert not [name for element in parsed.iter("*") for name in element.attrib if name.startswith("on")]
        assert not {"\x1b", "\x9b", "\u202e", "\udcff"} & set(written)
    assert "{{ 7 * 7 }}" in write_html(poisoned(small, HOSTILE[5]))


def tags(written: str) -> Counter[str]:
    parsed = html.document_fromstring(written.encode("utf-8"), html.HTMLParser(encoding="utf-8"))
    return Counter(str(element.tag) for element in parsed.iter("*"))


def poisoned(comparison: Comparison, poison: str) -> Comparison:
    """The comparison with the same words put wherever a text of foreign origin can stand."""
    editions = []
    for edition in comparison.editions:
        turns = tuple(
            replace(turn, text=f"{poison} {turn.text} {poison}", speaker=poison, also=(poison,), said=len(poison))
            for turn in edition.turns
        )
        editions.append(replace(edition, turns=turns, path=poison, title=poison, language=poison))
    differences = tuple(
        replace(
            difference,
            note=poison,
            readings={
                siglum: replace(reading, text=poison, value=poison, start=0, end=len(poison))
                for siglum, reading in difference.readings.items()
            },
        )
        for difference in comparison.differences
    )
    alignment = replace(comparison.alignment, editions=tuple(editions), limits=(poison,))
    return view(alignment, differences)


@pytest.mark.parametrize("poison", HOSTILE)
def test_a_poison_would_be_noticed(poison: str) -> None:
    """The comparison of tags is only worth something if raw markup changes them."""
    if "<" in poison:
        before = "<table><tr><td><p>a</p></td></tr></table>"
        assert tags(before) != tags(before.replace("a<", f"{poison}<")) or "iframe" in poison
