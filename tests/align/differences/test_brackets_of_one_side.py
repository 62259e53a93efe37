"""Figures and names in an editor's bracket that the other edition lacks are not reported besides the bracket."""

from __future__ import annotations

from align.differences.comparing import compare
from align.model import Alignment, Kind, Row
from editions.figures import find_figures
from editions.model import Edition, Form, Mentions, NameMention, Turn


def edition(siglum: str, text: str) -> Edition:
    turn = Turn(f"{siglum}1", siglum, 0, 0, 1, "Orlik", Form.LABEL, text)
    return Edition(siglum, f"{siglum}.txt", "", "en", (), (), (), (), (), (turn,))


def reported(a: str, b: str, *names: str) -> list[tuple[str, str]]:
    editions = edition("A", a), edition("B", b)
    mentions = {
        side.turns[0].id: Mentions(
            find_figures(side.turns[0].text),
            tuple(
                NameMention(at, at + len(name), name) for name in names if (at := side.turns[0].text.find(name)) >= 0
            ),
        )
        for side in editions
    }
    row = Row("r1", {"A": ("A1",), "B": ("B1",)}, 0.9)
    found = compare(Alignment(editions, "A", (row,), mentions))
    return [
        (difference.kind.value, difference.verdict.value)
        for difference in found
        if difference.kind in (Kind.FIGURE, Kind.NAME, Kind.EDITORIAL)
    ]


def test_a_lone_bracket_is_reported_once() -> None:
    said = "I kept the stores {}and know what 40 sacks are."
    remark = "[in 1911–1914 at Zarechye. — Ed.] "
    assert reported(said.format(remark), said.format(""), "Zarechye") == [("editorial", "missing")]
    assert reported(said.format(""), said.format(remark), "Zarechye") == [("editorial", "added")]


def test_a_bracketed_figure_does_not_take_the_place_of_one_that_was_said() -> None:
    one = "We have 40 sacks [30 by another count] of rye."
    assert reported(one, "We have 50 sacks of rye.") == [("figure", "different"), ("editorial", "missing")]


def test_a_bracketed_gloss_still_answers_to_what_the_other_edition_says() -> None:
    found = reported("They came in [May] 1911.", "They came in May 1911.")
    assert ("figure", "added") not in found


def test_what_stands_outside_the_bracket_is_still_missed() -> None:
    found = reported("We have 40 sacks [sic] of rye, 17 of oats.", "We have 40 sacks of rye and some oats.")
    assert ("figure", "missing") in found
