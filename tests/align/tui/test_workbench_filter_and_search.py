from __future__ import annotations

from align.model import Kind
from align.review.filters import KINDS, Filter


async def test_kinds_are_switched_by_number(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("1")
        assert Kind.WORDING not in opened.reader.shown.kinds
        assert "1 (word)" in opened.shown("kinds")
        assert "filter: all but wording" in opened.shown("status")
        assert not opened.lines()[0].startswith("▌≈")
        await opened.press("1")
        assert opened.reader.shown.is_open


async def test_only_rows_with_differences_and_only_serious_ones(council, workbench) -> None:
    async with workbench(council, 110) as opened:
        await opened.press("o")
        assert opened.screen.texts.layout_of_rows.rows == (0, 1, 2, 4, 5, 6)
        assert "(6 shown)" in opened.shown("status")
        await opened.press("9")
        assert "(slight)" in opened.shown("kinds")
        assert "serious only · rows with differences" in opened.shown("status")
        await opened.press("0")
        assert opened.reader.shown == Filter()


async def test_nothing_left_is_said_in_words_and_nothing_fails(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press(*"13456789", "o")
        assert opened.reader.visible == ()
        assert "No differences of these kinds that are more than slight: name." in " ".join(
            line.strip() for line in opened.lines()
        )
        await opened.press("n", "N", "p", "j", "k", "space", "G", "g", "l", "y", "d", "d", "f3", "ctrl+down")
        await opened.pilot.resize_terminal(60, 20)
        await opened.settle()
        await opened.press("0")
        assert "Ingrid Holm" in opened.lines()[0]


async def test_the_panel_shows_counts_and_filters_at_once(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("f")
        panel = opened.app.screen
        options = panel.query_one("OptionList")
        lines = [str(options.get_option_at_index(index).prompt) for index in range(options.option_count)]
        assert lines[2].startswith("[x] 3 figure")
        assert " 2 " in lines[2]
        assert "(1 slight)" in lines[2]
        await opened.press("down", "down", "space")
        assert KINDS[2] not in opened.reader.shown.kinds
        assert str(options.get_option_at_index(2).prompt).startswith("[ ] 3 figure")
        await opened.press("1", "9", "o")
        assert opened.reader.shown == Filter(
            frozenset(KINDS) - {Kind.FIGURE, Kind.WORDING}, serious=True, only_rows=True
        )
        assert opened.app.screen is panel
        await opened.press("0")
        assert opened.reader.shown == Filter()
        await opened.press("escape")
        assert opened.app.screen is opened.screen
        before = opened.reader.row
        await opened.press("j")
        assert opened.reader.row == before + 1


async def test_the_search_follows_what_is_typed(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("slash")
        await opened.type("tol")
        assert opened.reader.row == 4
        assert str(opened.screen.query_one("#found").render()) == "1/2"
        await opened.press("enter")
        assert not opened.screen.prompt.is_open
        assert "search 1/2" in opened.shown("status")
        await opened.press("f3")
        assert "search 2/2" in opened.shown("status")
        await opened.press("ctrl+n")
        assert "went round the end" in opened.shown("status")
        await opened.press("f15")
        assert opened.reader.hit == 1
        await opened.press("escape")
        assert opened.reader.search is None
        assert opened.reader.row == 4


async def test_hits_are_highlighted_and_the_one_under_the_cursor_stands_out(council, workbench) -> None:
    async with workbench(council, 100, 40) as opened:
        await opened.press("slash")
        await opened.type("łodz")
        palette = opened.screen.texts.palette
        grounds = {
            segment.text: segment.style.bgcolor
            for y in range(opened.screen.texts.size.height)
            for segment in opened.screen.texts.render_line(y)
            if segment.text in ("Łódź", "Lodz")
        }
        assert grounds == {"Łódź": palette["hit-here"].bgcolor, "Lodz": palette["cursor"].bgcolor}
        await opened.press("escape", "slash")
        await opened.type("barges")
        found = [
            segment.style.bgcolor
            for y in range(opened.screen.texts.size.height)
            for segment in opened.screen.texts.render_line(y)
            if segment.text == "barges"
        ]
        assert found == [palette["hit-here"].bgcolor, palette["hit"].bgcolor]


async def test_escape_goes_back_to_where_the_search_began(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("n", "n", "slash")
        await opened.type("closes")
        assert opened.reader.row == 6
        await opened.press("escape")
        assert opened.reader.row == 0
        assert opened.reader.current_difference.id == "d2"
        assert opened.reader.search is None


async def test_keys_typed_into_the_prompt_never_reach_the_texts(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("j", "slash")
        await opened.type("qjnpfod123 t?y")
        await opened.press("pageup", "home", "end", "left", "right", "ctrl+g", "shift+f3", "pagedown", "f1")
        assert opened.app.is_running
        assert opened.app.screen is opened.screen
        assert opened.reader.row == 1
        assert opened.reader.shown.is_open
        assert opened.app.theme == "hexapla-dark"
        assert opened.screen.query_one("#typed").value == "qjnpfod123 t?y"


async def test_up_down_and_ctrl_p_go_through_the_hits_while_typing(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("slash")
        await opened.type("ing")
        first = opened.reader.hit
        await opened.press("down", "ctrl+n")
        assert opened.reader.hit == first + 2
        await opened.press("ctrl+p")
        assert opened.reader.hit == first + 1
        assert opened.app.screen is opened.screen
        await opened.press("up", "enter")
        assert opened.reader.hit == first
        await opened.press("ctrl+p")
        assert opened.app.screen is not opened.screen


async def test_a_search_for_nothing_there_stays_and_says_so(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("j", "slash")
        await opened.type("clo")
        assert opened.reader.row == 6
        await opened.type("zz")
        assert opened.reader.row == 1
        assert str(opened.screen.query_one("#found").render()) == "none"
        await opened.press("enter", "f3")
        assert "is not found" in opened.shown("status")


async def test_a_filter_change_keeps_the_search_right(council, workbench) -> None:
    async with workbench(council, 110) as opened:
        await opened.press("slash")
        await opened.type("in")
        await opened.press("enter")
        total = len(opened.reader.search)
        await opened.press("0", *"12345678", "2", "o")
        assert len(opened.reader.search) + opened.reader.search.hidden == total
        assert "more in hidden rows" in opened.shown("status")
        await opened.press("f3")
        assert opened.reader.row == 1


async def test_the_foot_offers_hits_only_while_searching(council, workbench) -> None:
    def offered(opened) -> set[str]:
        return {binding.binding.description for binding in opened.app.screen.active_bindings.values()}

    async with workbench(council) as opened:
        await opened.press("slash")
        assert {"next hit", "give up", "done"} <= offered(opened)
        assert "filter" not in offered(opened)
        await opened.press("escape", "colon")
        assert "next hit" not in offered(opened)
        assert "give up" in offered(opened)


async def test_going_to_a_turn_a_row_and_nowhere(council, workbench) -> None:
    async with workbench(council) as opened:
        await opened.press("colon")
        await opened.type("b6")
        await opened.press("enter")
        assert (opened.reader.row, opened.reader.edition) == (5, 1)
        await opened.press("ctrl+g")
        await opened.type("2")
        await opened.press("enter")
        assert opened.reader.row == 1
        await opened.press("colon")
        await opened.type("zz9")
        await opened.press("enter")
        assert "There is no row, turn or difference “zz9”" in opened.shown("status")
        await opened.press("colon")
        await opened.type("7")
        await opened.press("escape")
        assert opened.reader.row == 1
        await opened.press("2", "1", "3", "o", "colon")
        await opened.type("1")
        await opened.press("enter")
        assert opened.reader.row == 0
        assert "shown again" in opened.shown("status")
