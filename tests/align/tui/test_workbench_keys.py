from __future__ import annotations

import pytest

from align.model import Kind
from align.tui.keys import bindings, keys


def test_every_key_has_a_stable_id_and_no_key_does_two_things() -> None:
    ids = [key.id for key in keys()]
    assert len(ids) == len(set(ids))
    pressed = [name for key in keys() for name in key.keys.split(",")]
    assert len(pressed) == len(set(pressed))
    assert sorted(binding.id for binding in bindings()) == sorted(ids)
    assert 6 <= sum(binding.show for binding in bindings()) <= 8


async def test_the_first_screen_shows_both_editions_side_by_side(council, workbench) -> None:
    async with workbench(council) as opened:
        lines = opened.lines()
        assert lines[0].split() == ["▌≈", "1", "Ingrid", "Holm", "A1", "│", "HOLM", "B1"]
        assert lines[1].startswith("▌F     Ingrid Holm opens")
        assert "│ HOLM: We begin. In 1934" in lines[1]
        assert opened.shown("status").startswith(" row 1/7 · 10 differences (7 serious)")
        assert "limit reached: moves were sought" in opened.shown("status")
        assert " A  Minutes of the harbour" in opened.shown("heads")
        assert "council-a.txt · en · 7 turns" in opened.shown("heads")
        assert opened.shown("kinds") == " 1 word 2 name 3 fig 4 who 5 omit 6 add 7 ord 8 note 9 slight"


@pytest.mark.parametrize("pair", [("down", "up"), ("j", "k")])
async def test_rows_are_visited_with_arrows_or_letters(council, workbench, pair) -> None:
    async with workbench(council) as opened:
        await opened.press(pair[0], pair[0])
        assert opened.reader.row == 2
        assert "row 3/7" in opened.shown("status")
        await opened.press(pair[1])
        assert opened.reader.row == 1


async def test_ends_pages_and_columns(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("G")
        assert opened.reader.row == 6
        await opened.press("g")
        assert opened.reader.row == 0
        await opened.press("space")
        paged = opened.reader.row
        assert paged > 1
        await opened.press("b")
        assert opened.reader.row < paged
        await opened.press("end", "home", "pagedown", "pageup")
        assert opened.reader.row == 0
        await opened.press("l")
        assert opened.reader.edition == 1
        await opened.press("right", "h", "left")
        assert opened.reader.edition == 0


async def test_differences_are_visited_and_said_in_words(council, workbench) -> None:
    async with workbench(council, 100, 30) as opened:
        await opened.press("n")
        assert "difference 1/10" in opened.shown("status")
        detail = opened.shown("detail")
        assert detail.splitlines()[0].startswith("─ Row 1: A1, B1 ──")
        assert detail.splitlines()[1] == "▸ Figure: A has 1939, B has 1934 — different. One digit off."
        assert "A1 and B1 are paired: much the same words .61" in detail
        await opened.press("n", "n", "n", "N")
        assert "difference 3/10" in opened.shown("status")
        await opened.press(*"nnnnnnnnnn")
        assert "no further difference" in opened.shown("status")
        await opened.press("k")
        assert "no further difference" not in opened.shown("status")


async def test_doubtful_pairings_are_toured(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("p")
        assert opened.reader.row == 2
        assert opened.lines()  # the joined row: two turns of A under one another
        await opened.press("p", "p", "p", "p")
        assert opened.reader.row == 6
        assert "no further doubtful pairing" in opened.shown("status")
        await opened.press("P")
        assert opened.reader.row == 5


async def test_a_joined_row_a_missing_side_and_a_moved_row_are_drawn(council, workbench) -> None:
    async with workbench(council, 100, 50) as opened:
        text = "\n".join(opened.lines())
        assert "Ingrid Holm A3" in text
        assert "Ingrid Holm A4" in text
        assert "2:1" in text
        assert "— not in A —" in text
        assert "— not in B —" in text
        assert "⇅?  5" in text
        assert "∅   6" in text


async def test_the_details_can_be_hidden_and_scrolled(council, workbench) -> None:
    async with workbench(council, 80, 24) as opened:
        before = opened.screen.texts.size.height
        assert "more line" in opened.shown("detail")
        first = opened.shown("detail")
        await opened.press("right_square_bracket")
        assert opened.shown("detail") != first
        assert "[ back" in opened.shown("detail")
        await opened.press("left_square_bracket")
        assert opened.shown("detail") == first
        await opened.press("d")
        assert opened.screen.texts.size.height > before
        await opened.press("j", "enter")
        assert opened.screen.texts.size.height == before
        assert "Row 2" in opened.shown("detail")


async def test_scrolling_leaves_the_cursor(made_comparison, workbench) -> None:
    async with workbench(made_comparison(60)) as opened:
        await opened.press("ctrl+down", "ctrl+e")
        assert opened.screen.texts.first_line == 6
        assert opened.reader.row == 0
        await opened.press("ctrl+up")
        assert opened.screen.texts.first_line == 3
        await opened.press("j")
        assert opened.reader.row == 1
        assert opened.top_row() <= 1


async def test_the_row_is_copied_and_the_screen_says_no_more_than_it_knows(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("y")
        assert opened.app.clipboard.startswith("A1, council-a.txt line 1, Ingrid Holm: Ingrid Holm opens")
        assert "sent to the terminal" in opened.shown("status")


async def test_help_lists_every_key_and_every_kind(council, workbench) -> None:
    async with workbench(council, 100, 80) as opened:
        await opened.press("question_mark")
        text = "\n".join(strip.text for strip in opened.app.screen.query_one("Static").render_lines(_region(opened)))
        for key in keys():
            if not key.id.startswith("filter.") or key.id in ("filter.panel", "filter.all"):
                assert key.says in text, key.id
        for kind in Kind:
            assert kind.value in text
        assert "told anew" in text
        assert "moves were sought in 400 turns only" in text
        await opened.press("j", "escape")
        assert opened.reader.row == 0
        await opened.press("f1", "q")
        assert opened.app.screen is opened.screen


def _region(opened):
    from textual.geometry import Region

    static = opened.app.screen.query_one("Static")
    return Region(0, 0, static.size.width, static.size.height)


async def test_the_palette_does_what_the_keys_do(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("ctrl+p")
        assert opened.app.screen is not opened.screen
        await opened.type("next difference")
        await opened.pilot.pause(0.3)
        await opened.press("enter")
        await opened.pilot.pause(0.1)
        assert opened.app.screen is opened.screen
        assert "difference 1/10" in opened.shown("status")


async def test_light_and_dark(council, workbench) -> None:
    async with workbench(council) as opened:
        dark = opened.screen.texts.palette["page"]
        ground = opened.screen.texts.render_line(8)._segments[0].style.bgcolor
        await opened.press("t")
        assert opened.app.theme == "hexapla-light"
        assert opened.screen.texts.palette["page"] != dark
        assert opened.screen.texts.render_line(8)._segments[0].style.bgcolor != ground
        assert "Row 1" in opened.shown("detail")
        await opened.press("t")
        assert opened.screen.texts.palette["page"] == dark


async def test_any_theme_of_the_framework_can_be_chosen(council, workbench) -> None:
    async with workbench(council) as opened:
        for name in opened.app.available_themes:
            opened.app.theme = name
            await opened.settle()
            assert opened.lines()[0].strip()


async def test_the_mouse_points_at_a_row_and_at_the_overview(made_comparison, workbench) -> None:
    async with workbench(made_comparison(80), 100, 30) as opened:
        texts = opened.screen.texts
        top = texts.layout_of_rows.tops[1]
        await opened.pilot.click("#texts", offset=(70, top + 1))
        assert (opened.reader.row, opened.reader.edition) == (1, 1)
        await opened.pilot.click("#overview", offset=(1, texts.size.height - 1))
        await opened.settle()
        assert opened.top_row() > 60
        assert opened.reader.row == 1


async def test_keys_pressed_before_the_texts_are_there_do_nothing(council) -> None:
    from align.tui.workbench import Workbench

    screen = Workbench(council)
    for action in ("move", "difference", "filter", "search", "detail"):
        assert screen.check_action(action, ()) is False
    assert screen.check_action("quit", ()) is True


async def test_q_leaves(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("q")
    assert not opened.app.is_running
    assert (opened.app.return_code or 0) == 0
