from __future__ import annotations

from xml.etree import ElementTree

import pytest

from align.tui import picture


async def test_the_same_comparison_gives_the_same_picture(council) -> None:
    drawn = [
        await picture.draw(lambda: council, width=90, height=24, theme=theme, keys=("n",))
        for theme in ("dark", "dark", "light")
    ]
    assert drawn[0] == drawn[1] != drawn[2]
    root = ElementTree.fromstring(drawn[0])
    text = "".join(root.itertext()).replace("\xa0", " ")
    assert "Figure: A has 1939, B has 1934" in text
    assert "http" not in drawn[0].replace("http://www.w3.org/2000/svg", "").replace("https://www.textualize.io", "")


def test_an_edition_that_cannot_be_read_is_one_line(tmp_path, capsys) -> None:
    out = tmp_path / "out.svg"
    status = picture.main([str(out), str(tmp_path / "none.txt"), str(tmp_path / "neither.txt")])
    said = capsys.readouterr().err
    assert status == 2
    assert said.startswith("picture: ")
    assert said.count("\n") == 1
    assert not out.exists()


def test_a_size_that_is_none_is_refused(tmp_path) -> None:
    with pytest.raises(SystemExit) as left:
        picture.main([str(tmp_path / "out.svg"), "a", "b", "--size", "wide"])
    assert left.value.code == 2
