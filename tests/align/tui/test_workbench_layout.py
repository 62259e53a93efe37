from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.model import Alignment, Difference, Kind, Reading, Row, Verdict
from align.tui.columns import share_out
from align.tui.row_painting import RowPainting
from align.tui.sheet import Sheet
from align.tui.themes import Palette, default_variables
from align.workspace import view


def palette() -> Palette:
    from align.tui.themes import themes

    theme = themes()[0]
    return Palette(default_variables(True) | {"foreground": theme.foreground, "background": theme.background})


@pytest.mark.parametrize(
    ("width", "editions", "stacked"), [(80, 2, False), (60, 2, True), (80, 3, True), (120, 3, False), (200, 4, False)]
)
async def test_columns_are_stacked_where_they_would_be_narrow(made_comparison, workbench, width, editions, stacked):
    async with workbench(made_comparison(12, editions), width, 30) as opened:
        assert opened.screen.texts.columns.stacked is stacked
        lines = [line for line in opened.lines() if "Ingrid Holm" in line]
        assert lines[0].count("Ingrid Holm") == (1 if stacked else editions)


async def test_resizing_keeps_the_top_row(made_comparison, workbench) -> None:
    async with workbench(made_comparison(200), 120, 40) as opened:
        await opened.press("colon")
        await opened.type("90")
        await opened.press("enter", "ctrl+down")
        top = opened.top_row()
        for width, height in ((80, 24), (60, 20), (200, 50), (41, 12), (120, 40)):
            await opened.pilot.resize_terminal(width, height)
            await opened.settle()
            assert opened.top_row() == top
            assert opened.screen.texts.columns.width == opened.screen.texts.size.width


async def test_a_filter_keeps_the_top_row_or_gives_the_next(made_comparison, workbench) -> None:
    async with workbench(made_comparison(200), 120, 40) as opened:
        await opened.press("colon")
        await opened.type("100")
        await opened.press("enter")
        for _ in range(3):
            await opened.press("ctrl+down")
        top, cursor = opened.top_row(), opened.reader.row
        await opened.press("o")
        rows = opened.screen.texts.layout_of_rows.rows
        assert opened.top_row() in (next(row for row in rows if row >= top), cursor)
        await opened.press("o")
        assert abs(opened.top_row() - top) <= 3


async def test_very_small_screens_do_not_fail(council, workbench) -> None:
    async with workbench(council, 20, 8) as opened:
        await opened.press("n", "j", "f", "escape", "question_mark", "escape", "slash", "escape", "G")
        for size in ((12, 4), (5, 3), (2, 2), (80, 24)):
            await opened.pilot.resize_terminal(*size)
            await opened.settle()
        assert opened.lines()


async def test_a_row_taller_than_the_screen_is_read_to_its_end(council, workbench) -> None:
    long = " ".join(f"word{number}" for number in range(500))
    edition = council.editions[0]
    turns = (replace(edition.turns[0], text=long), *edition.turns[1:])
    editions = (replace(edition, turns=turns), council.editions[1])
    late = long.index("word450")
    difference = Difference("d1", "r1", Kind.WORDING, Verdict.MISSING, {"A": Reading("A1", late, late + 7, "word450")})
    comparison = view(Alignment(editions, "A", council.rows, {}), (difference,))
    async with workbench(comparison) as opened:
        seen = []
        for _ in range(60):
            seen += opened.lines()
            if opened.reader.row:
                break
            await opened.press("j")
        assert opened.reader.row == 1
        text = " ".join(seen)
        assert all(f"word{number}" in text for number in range(500))
        await opened.press("k", "g", "n")
        assert opened.reader.row == 0
        assert any("word450" in line for line in opened.lines())
        await opened.press("slash")
        await opened.type("word300")
        assert any("word300" in line for line in opened.lines())


TEXTS = st.text(alphabet="ab cdé—’Ж中字한👩\u200d\u0301🏽 \x1b\u202e", max_size=120)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, max_size=3), st.integers(20, 120), st.data())
@settings(max_examples=120, deadline=None)
def test_every_line_is_as_wide_as_the_screen_and_no_word_is_lost(left, right, width, data) -> None:
    comparison = _pair(left, right, data)
    columns = share_out(width, 2, 1)
    sheet = Sheet(comparison)
    painting = RowPainting(0, sheet=sheet, columns=columns, palette=palette(), shown=comparison.differences, hits={})
    assert painting.height == sheet.heights(columns)[0]
    lines = [painting.strip(number) for number in range(painting.height)]
    for strip in lines:
        assert sum(segment.cell_length for segment in strip) == width
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", strip.text)
    drawn = "".join("".join(strip.text.split()) for strip in lines)
    for text in sheet.texts.values():
        for word in text.split(" "):
            if columns.stacked and len(word) < 8:
                assert word in drawn


def _pair(left, right, data):
    from editions.model import Edition, Form, Turn

    def edition(siglum, texts):
        turns = tuple(
            Turn(f"{siglum}{n + 1}", siglum, n, n, n + 1, "Quist 奎斯特", Form.REPORTED, text)
            for n, text in enumerate(texts)
        )
        return Edition(siglum, f"{siglum}.txt", "", "en", (), (), (), (), (), turns)

    editions = (edition("A", left), edition("B", right))
    turns = {e.siglum: tuple(t.id for t in e.turns) for e in editions if e.turns}
    differences = []
    for number in range(data.draw(st.integers(0, 4))):
        readings = {}
        for e in editions:
            if e.turns:
                turn = data.draw(st.sampled_from(e.turns))
                start = data.draw(st.integers(0, len(turn.text)))
                end = data.draw(st.integers(start, len(turn.text) + 3))
                readings[e.siglum] = Reading(turn.id, start, end, turn.text[start:end])
        kind = data.draw(st.sampled_from(Kind))
        differences.append(Difference(f"d{number + 1}", "r1", kind, Verdict.DIFFERENT, readings))
    return view(Alignment(editions, "A", (Row("r1", turns, 0.5),), {}), differences)


async def test_nothing_a_file_says_can_command_the_terminal(council, workbench) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eback\x00\ud800 [bold]not markup[/bold] [/]"
    first = council.editions[0]
    turns = tuple(replace(turn, text=evil + turn.text, speaker=evil) for turn in first.turns)
    editions = (replace(first, turns=turns, title=evil, path=evil, language=evil, siglum="A"), council.editions[1])
    differences = (
        Difference("d1", "r1", Kind.FIGURE, Verdict.DIFFERENT, {"A": Reading("A1", 0, 9, evil, evil)}, evil),
    )
    comparison = view(Alignment(editions, "A", council.rows, {}, limits=(evil,)), differences)
    async with workbench(comparison, 100, 30) as opened:
        await opened.press("n", "slash")
        await opened.type("[bold]")
        await opened.press("enter", "f3", "y", "f", "escape", "question_mark")
        for screen in opened.app.screen_stack:
            for strips in screen._compositor.render_strips():
                text = "".join(segment.text for segment in strips)
                assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
        svg = opened.app.export_screenshot()
        assert "owned" in svg
        opened.app.clipboard.encode("utf-8")
        assert "\x1b" not in opened.app.clipboard


async def test_ten_thousand_rows_open_and_only_what_is_seen_is_painted(made_comparison, workbench, monkeypatch) -> None:
    painted = []
    original = RowPainting.__init__

    def count(self, row, **rest) -> None:
        painted.append(row)
        original(self, row, **rest)

    monkeypatch.setattr(RowPainting, "__init__", count)
    comparison = made_comparison(10_000, words=12)
    async with workbench(comparison, 100, 40) as opened:
        texts = opened.screen.texts
        heights = texts.sheet.heights(texts.columns)
        assert len(heights) == 10_000
        assert texts.layout_of_rows.total == sum(heights)
        assert len(set(painted)) <= texts.size.height
        painted.clear()
        drawn = []
        render = type(texts).render_line
        monkeypatch.setattr(type(texts), "render_line", lambda self, y: drawn.append(y) or render(self, y))
        await opened.press("j")
        two = sum(heights[:2])
        assert 0 < len(drawn) <= 2 * two
        assert len(painted) <= 2
        await opened.press("G")
        assert opened.reader.row == 9_999
        assert opened.lines()[-1] or opened.lines()[-2]
        assert len(painted) <= texts.size.height + 4
        # The last row can be seen to its last line.
        last = comparison.turns[comparison.rows[-1].turns["A"][0]].text.split()[-1]
        assert last in "\n".join(opened.lines())
