from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reports.printable import printable


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain Ürümqi 北京", "plain Ürümqi 北京"),
        ("\x1b[31mred", r"\u001b[31mred"),
        ("a\nb\tc", r"a\u000ab\u0009c"),
        ("\x9b2J", r"\u009b2J"),
        ("right\u202eleft", r"right\u202eleft"),
        ("bad name \udcff", r"bad name \udcff"),
        ("\u2028", r"\u2028"),
    ],
)
def test_controls_become_visible(raw: str, shown: str) -> None:
    assert printable(raw) == shown


@given(st.text(st.characters(codec=None)))
def test_nothing_printed_can_command_a_terminal(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert printable(shown) == shown
