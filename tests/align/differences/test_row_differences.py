"""Wording, speakers, omissions, order and brackets of single rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from align.differences.editorial import compare_editorial
from align.differences.omissions import compare_presence
from align.differences.order import compare_order
from align.differences.sides import Found, Side
from align.differences.speakers import compare_speakers
from align.differences.wording import compare_wording
from align.model import Kind, Verdict
from editions.model import Edition, Form, Turn


def turn(siglum: str, number: int, text: str, speaker: str | None = "Orlik", form: Form = Form.LABEL, **more) -> Turn:
    return Turn(f"{siglum}{number + 1}", siglum, number, number, 2 * number + 1, speaker, form, text, **more)


def side(siglum: str, *texts: str) -> Side:
    return Side(siglum, tuple(turn(siglum, number, text) for number, text in enumerate(texts)), {})


def shown(found: list[Found]) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            difference.verdict.value,
            difference.readings["A"].text if "A" in difference.readings else None,
            difference.readings["B"].text if "B" in difference.readings else None,
        )
        for difference in found
    ]


def test_words_replaced_left_out_and_put_in() -> None:
    one = side("A", "The harbour was closed in autumn for urgent repairs to the western mole.")
    two = side("B", "The port was closed in autumn for repairs to the long western mole.")
    assert shown(compare_wording(one, two, [])) == [
        ("different", "harbour", "port"),
        ("missing", "urgent", None),
        ("added", None, "long"),
    ]


def test_case_and_punctuation_are_not_wording() -> None:
    assert compare_wording(side("A", "Yes: it is so, he said."), side("B", "yes it is SO he said"), []) == []


def test_what_is_spoken_for_is_not_wording() -> None:
    one, two = side("A", "Send grain to Canton by May."), side("B", "Send grain to Guangzhou by the end of May.")
    canton, guangzhou = ("A1", 14, 20), ("B1", 14, 23)
    assert one.turns[0].text[14:20] == "Canton"
    assert two.turns[0].text[14:23] == "Guangzhou"
    assert shown(compare_wording(one, two, [(canton, guangzhou)])) == [("added", None, "the end of")]


def test_a_bracket_of_one_side_is_passed_over() -> None:
    one, two = side("A", "The mole [the outer one] is safe."), side("B", "The mole is safe.")
    bracket = (one.turns[0].id, 9, 24)
    assert compare_wording(one, two, [(bracket, None)]) == []


def test_a_passage_told_anew_is_one_difference() -> None:
    one = side("A", "He wishes to learn when the barges with barley may be looked for.")
    two = side("B", "And the grain boats, how soon do they come?")
    assert [found.verdict for found in compare_wording(one, two, [])] == [Verdict.REWORDED]


def test_readings_do_not_run_over_the_end_of_a_turn() -> None:
    one = side("A", "We shall close the harbour gate at noon.", "Nobody may pass after that hour without leave.")
    two = side("B", "We shall close the harbour gate at one. No man may pass after that hour without leave.")
    for found in compare_wording(one, two, []):
        for siglum, reading in found.readings.items():
            of = (one if siglum == "A" else two).turn(reading.turn)
            assert of.text[reading.start : reading.end] == reading.text


@given(st.lists(st.sampled_from(["oats", "rye", "barley", "wheat", "salt"]), max_size=12), st.data())
def test_wording_covers_exactly_what_is_not_common(words: list[str], data: st.DataObject) -> None:
    other = list(words)
    for _ in range(data.draw(st.integers(0, 2))):
        other.insert(data.draw(st.integers(0, len(other))), "herring")
    one, two = side("A", " ".join(words) + "."), side("B", " ".join(other) + ".")
    found = compare_wording(one, two, [])
    if found and found[0].verdict is Verdict.REWORDED:
        return
    marked = sorted((d.readings["B"].start, d.readings["B"].text) for d in found if "B" in d.readings)
    assert sum(len(text.split()) for _, text in marked) >= len(other) - len(words)
    assert (found == []) == (words == other)


def test_the_same_person_under_two_names() -> None:
    one = Side("A", (turn("A", 0, "Orlik says yes.", "Pavel Orlik"),), {})
    two = Side("B", (turn("B", 0, "ORLIK: Yes.", "Orlik", said=7),), {})
    assert compare_speakers(one, two, {"Orlik": "Pavel Orlik"}) == []


def test_words_given_to_someone_else() -> None:
    one = Side("A", (turn("A", 0, "Orlik says yes.", "Orlik"),), {})
    two = Side("B", (turn("B", 0, "QUIST: Yes.", "Quist", said=7),), {})
    (found,) = compare_speakers(one, two, {"Quist": "Quist"})
    assert (found.kind, found.verdict) == (Kind.SPEAKER, Verdict.DIFFERENT)
    assert {siglum: reading.text for siglum, reading in found.readings.items()} == {"A": "Orlik", "B": "QUIST"}
    (unknown,) = compare_speakers(one, two, {})
    assert unknown.verdict is Verdict.UNRESOLVED


def test_a_speaker_reported_in_the_same_turn_is_no_difference() -> None:
    one = Side("A", (turn("A", 0, "Orlik asks; Quist agrees.", "Orlik", also=("Quist",)),), {})
    two = Side("B", (turn("B", 0, "ORLIK: May I?", "Orlik"), turn("B", 1, "QUIST: You may.", "Quist")), {})
    assert compare_speakers(one, two, {"Orlik": "Orlik", "Quist": "Quist"}) == []


def test_omission_addition_and_note() -> None:
    a, b = side("A", "Only here."), side("B", "Only there.")
    (omission,) = compare_presence([a], ["B"], "A")
    assert (omission.kind, omission.verdict, omission.note) == (
        Kind.OMISSION,
        Verdict.MISSING,
        "Only A has this turn; B has nothing here.",
    )
    (addition,) = compare_presence([b], ["A"], "A")
    assert (addition.kind, addition.verdict) == (Kind.ADDITION, Verdict.ADDED)
    note = Side("A", (turn("A", 0, "[A page is missing.]", None, Form.NOTE),), {})
    (editorial,) = compare_presence([note], ["B"], "A")
    assert editorial.kind is Kind.EDITORIAL


def test_what_only_some_of_many_have() -> None:
    a, c = side("A", "Here."), side("C", "Here.")
    (found,) = compare_presence([a, c], ["B", "D"], "A")
    assert found.note == "Only A and C have this turn; B and D have nothing here."


def test_place_of_a_moved_row() -> None:
    one, two = side("A", "First."), side("B", "Other.", "First.")
    edition = Edition("B", "b.txt", "", "en", (), (), (), (), (), two.turns)
    moved = Side("B", two.turns[1:], {})
    (found,) = compare_order(one, moved, edition)
    assert (found.verdict, found.note) == (Verdict.MOVED, "B has this after B1.")
    (at_start,) = compare_order(one, Side("B", two.turns[:1], {}), edition)
    assert at_start.note == "B has this at its very beginning."


def test_brackets_and_note_marks() -> None:
    one = side("A", "Grain [barley] came late.")
    two = side("B", "Grain came late.[4]")
    assert shown(compare_editorial(one, two)) == [("missing", "[barley]", None), ("added", None, "[4]")]
    assert compare_editorial(one, side("B", "Grain [Barley] came late.")) == []
