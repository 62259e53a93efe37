"""Whatever the text: every block in one part, turns in order, growth in proportion."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.errors import EditionError
from editions.model import Form
from editions.reading import read_source
from editions.structure import find_structure
from tests.growth import grows_no_faster

LINES = st.sampled_from(
    (
        "Stalin: There is no need.",
        "Stalin. There is no need.",
        "Zhou Enlai says that he agrees.",
        "To this Stalin replies, laughing.",
        "He goes on.",
        "RECORD OF A CONVERSATION BETWEEN I. V. STALIN AND ZHOU ENLAI",
        "20 August 1952",
        "Present: V. M. Molotov, A. Ya. Vyshinskii.",
        "PARTICIPANTS",
        "(Laughter.)",
        "[…]",
        "II. KOREA",
        "Recorded by:",
        "A. Vyshinskii [signed]",
        "NOTES",
        "[1] Thus in our copy.",
        "**Mao:** I come.",
        "## Korea",
        "---",
        "Stalin:",
        "Q. Who?",
        "A. Nobody.",
        "MOLOTOV",
        "Mr. Prime Minister, when we met in July, you said so.",
        "The conversation ended at ten.",
        "I said that it was late.",
        "12. Chou said yes.",
        "“So,” said Stalin.",
        "'",
        ":",
        ".",
    )
)
TEXTS = st.lists(LINES | st.text(min_size=1, max_size=20), min_size=1, max_size=25).map("\n\n".join)


@given(TEXTS, st.sampled_from(("A", "B2", "")))
@settings(max_examples=400, deadline=None)
def test_any_text(text, siglum):
    try:
        document = read_source(text.encode("utf-8", "ignore"), "f")
    except EditionError:
        return
    edition = find_structure(document, siglum=siglum)
    turns = [turn.block for turn in edition.turns]
    parts = [*edition.front, *edition.headings, *turns, *edition.back]
    assert sorted(parts) == list(range(len(edition.blocks)))
    assert turns == sorted(turns)
    assert not set(edition.notes) & set(edition.headings)
    assert len({turn.id for turn in edition.turns}) == len(turns)
    names = [speaker.name for speaker in edition.roster]
    assert len(set(names)) == len(names)
    present = {speaker.name for speaker in edition.roster if speaker.present}
    for number, turn in enumerate(edition.turns):
        assert turn.number == number
        assert turn.text == edition.blocks[turn.block].text
        assert 0 <= turn.said <= len(turn.text)
        assert turn.speaker is None or turn.speaker in present
        assert turn.speaker not in turn.also
        if turn.form is Form.LABEL:
            assert turn.speaker is not None
    assert find_structure(document, siglum=siglum) == edition


@pytest.mark.parametrize(
    "block",
    [
        "Person{0}: It is a long way to the railway, and there is little to eat.",
        "Person{0} says that it is a long way; Stalin agrees with what Person{0} has said.",
        "And it came to pass in year {0} that they went up to the sea and came back.",
        "Stalin says that number {0} is right, and Zhou Enlai, with his leave, asks for more.",
    ],
)
def test_growth_is_in_proportion(block):
    def work(count: int) -> None:
        text = "\n\n".join(block.format(number) for number in range(count)).encode()
        find_structure(read_source(text, "f"))

    assert grows_no_faster(work, 800, 4000, 1.6)
