"""Notes that end with who wrote them, and short lines in italics that are no headings."""

from __future__ import annotations

import pytest

from editions.model import Role
from editions.reading import read_source


def role(line: str) -> Role:
    return read_source(f"# x\n\n**Hume:** Good day.\n\n{line}\n".encode(), "t.md").blocks[2].role


@pytest.mark.parametrize(
    "note",
    [
        "*What follows stands on a slip of paper glued into the log. — Translator*",
        "*A page is lost here.—Ed.*",
        "_The rest is in shorthand -- The Editors_",
        "*[Thus in the log of the harbour. – Tr.]*",
        "[Thus in the log of the harbour. — J. B.]",
        "(Two words cannot be read — Ed.)",
    ],
)
def test_a_signed_note(note):
    assert role(note) is Role.NOTE
    page = f"<html><p>Text.</p><p><i>{note.strip('*_')}</i></p>"
    assert read_source(page.encode(), "t.html").blocks[1].role is Role.NOTE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("*The harbour was closed.*", Role.TEXT),
        ("*“The harbour is closed.”*", Role.TEXT),
        ("*The harbour —*", Role.TEXT),
        ("**The Harbour**", Role.HEADING),
        ("*The Harbour*", Role.HEADING),
        ("*Winter Talks — Spring*", Role.HEADING),
        ("We left the harbour. — Captain", Role.TEXT),
        ("*We left well-equipped.*", Role.TEXT),
        ("[We left the harbour.]", Role.TEXT),
    ],
)
def test_no_signed_note(line, kind):
    assert role(line) is kind


def test_a_rule_is_kept_as_printed():
    block = read_source(b"# x\n\n* * *\n\ntext", "t.md").blocks[1]
    assert (block.role, block.text) == (Role.RULE, "* * *")
