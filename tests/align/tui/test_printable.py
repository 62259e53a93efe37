from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from align.tui.printable import drawable

ANY = st.text(alphabet=st.characters(), max_size=80)


@given(ANY)
def test_offsets_stay_right_and_nothing_is_left_to_obey(text: str) -> None:
    drawn = drawable(text)
    assert len(drawn) == len(text)
    assert not [c for c in drawn if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [c for c in drawn if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF")]
    assert not [c for c in drawn if unicodedata.bidirectional(c) in ("LRI", "RLI", "FSI", "PDI")]
    drawn.encode("utf-8")


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    assert drawable("a\x1b[2Jb\x07\x9b31m\x7f") == "a␛[2Jb␇\ufffd31m␡"
    assert drawable("one\ttwo\nthree\u2028four") == "one two three four"
    assert drawable("\u202egnikrow\u202c") == "\ufffdgnikrow\ufffd"


def test_ordinary_text_of_any_script_is_left_alone() -> None:
    for text in ("Lüshun — “Port Arthur”", "周恩来", "Ἀγαμέμνων", "שלום", "é e\u0301 👩\u200d👧"):
        assert drawable(text) is text or drawable(text) == text
