from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.reports import write_edition_text
from editions.model import Block

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.workspace import Comparison


def test_the_listing_is_what_it_was(small: Comparison, golden: Callable[[str, str], None]) -> None:
    edition = small.editions[0]
    blocks = (*edition.blocks, Block(5, 9, "[1] The island has two names."), Block(6, 11, "Signed: Olav"))
    edition = replace(edition, blocks=blocks, back=(5, 6), notes=(5,), date="1951-03", limits=("half read",))
    golden("edition.txt", write_edition_text(edition, small.alignment.mentions))


def test_headings_stand_where_they_stand(meeting: Comparison) -> None:
    lines = write_edition_text(meeting.editions[1], {}).splitlines()
    heading = next(i for i, line in enumerate(lines) if "II. RAILROADS" in line)
    assert any(line.startswith("  B12  block 17, line 61") for line in lines[:heading])
    assert any(line.startswith("  B13  block 19, line 71") for line in lines[heading:])


def test_no_control_character_gets_through(small: Comparison) -> None:
    edition = small.editions[0]
    hostile = replace(edition, path="\x1b[2J", title="\x9b2J", siglum="\x07")
    assert not {"\x1b", "\x9b", "\x07"} & set(write_edition_text(hostile, small.alignment.mentions))
