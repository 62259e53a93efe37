from __future__ import annotations

from dataclasses import replace

import pytest

from align.model import Difference, Kind, Reading, Row, Status, Verdict
from align.review.filters import Filter
from align.review.reader import Reader
from align.review.sentences import say_difference, say_pairing
from align.review.standing import nothing_to_show, row_as_text, search_in_words, standing
from align.review.wording import KIND_MEANINGS, PARTS, VERDICTS


def said(comparison, number: int) -> str:
    difference = comparison.differences[number - 1]
    row = next(row for row in comparison.rows if row.id == difference.row)
    return str(say_difference(difference, row, comparison))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "Figure: A has 1939, B has 1934 — different. One digit off."),
        (2, "Figure: A has 116, B has one hundred and sixteen — equal, in another form."),
        (3, "Wording: A and B put the same in other words, from end to end."),
        (4, "Name: A has Łódź, B has Lodz — one name, spelled otherwise."),
        (5, "Editorial: A has “[then Litzmannstadt — Ed.]”, B has nothing here."),
        (6, "Wording: A has “beyond”, B has “no doubt” — different."),
        (7, "Order: in B the turn B4 stands after B3, which is in row 3."),
        (8, "Speaker: A has Marta Quist, B has Quist — different."),
        (9, "Addition: only B has B6; A has nothing for it."),
        (10, "Omission: only A has A7; B has nothing for it."),
    ],
)
def test_each_difference_is_said_in_words(council, number: int, sentence: str) -> None:
    assert said(council, number) == sentence


def test_editions_that_agree_are_said_together(made_comparison) -> None:
    comparison = made_comparison(3, 3, words=5)
    row = comparison.rows[0]
    readings = {siglum: Reading(row.turns[siglum][0], 0, 4, text) for siglum, text in zip("ABC", "xyx", strict=True)}
    difference = Difference("d1", row.id, Kind.NAME, Verdict.DIFFERENT, readings)
    assert str(say_difference(difference, row, comparison)) == "Name: A and C have x, B has y — different."
    del readings["B"]
    missing = replace(difference, verdict=Verdict.MISSING, readings=readings)
    assert str(say_difference(missing, row, comparison)) == "Name: A and C have x, B has nothing here."


def test_a_note_that_is_a_sentence_of_its_own_stands_alone(council) -> None:
    speaker = replace(council.differences[7], note="A gives these words to Quist, B to Orlik.")
    assert str(say_difference(speaker, council.rows[4], council)).count("Orlik") == 1
    proper = replace(council.differences[0], note="Łódź was named in 1939.")
    fragment = replace(council.differences[0], note="one digit off")
    assert str(say_difference(fragment, council.rows[0], council)).endswith("different; one digit off.")
    assert str(say_difference(proper, council.rows[0], council)).endswith("different. Łódź was named in 1939.")


def test_a_note_that_repeats_the_readings_is_cut_to_what_it_adds(council) -> None:
    figure = replace(council.differences[0], note="A has 1939, B 1934: one digit off.")
    assert str(say_difference(figure, council.rows[0], council)) == (
        "Figure: A has 1939, B has 1934 — different; one digit off."
    )
    figure = replace(figure, note="A has 1939, B 1934.")
    assert str(say_difference(figure, council.rows[0], council)) == "Figure: A has 1939, B has 1934 — different."


def test_a_passage_that_one_of_three_editions_lacks(made_comparison) -> None:
    comparison = made_comparison(3, 3, words=5)
    row = replace(comparison.rows[0], turns={"A": ("A1",), "B": ("B1",)})
    text = comparison.turns["A1"].text
    missing = Difference(
        "d1", row.id, Kind.OMISSION, Verdict.MISSING, {"A": Reading("A1", 0, len(text), text)}, "Only A and B have it."
    )
    said = str(say_difference(missing, row, comparison))
    assert said == "Omission: A and B have A1 and B1; C has nothing for it."


def test_a_long_reading_is_cut(council) -> None:
    readings = {"A": Reading("A1", 0, 9, "word " * 60), "B": Reading("B1", 0, 9, "x")}
    sentence = say_difference(
        Difference("d", "r1", Kind.WORDING, Verdict.DIFFERENT, readings), council.rows[0], council
    )
    assert "…”" in str(sentence)
    assert len(str(sentence)) < 150


def test_every_kind_verdict_and_part_has_its_words() -> None:
    assert set(KIND_MEANINGS) == set(Kind)
    assert set(VERDICTS) == set(Verdict)
    assert {"text", "speaker", "names", "figures", "length", "neighbours"} <= set(PARTS)


def test_why_turns_were_paired(council) -> None:
    assert say_pairing(council.rows[0], council) == (
        "A1 and B1 are paired: much the same words .61, same speaker 1.00, of like length .90; pairing sure (.91)."
    )
    assert say_pairing(council.rows[2], council).startswith("A3 + A4 and B3 are paired: some of the same words .30")
    moved = say_pairing(council.rows[4], council)
    assert "pairing doubtful (.66)" in moved
    assert moved.endswith("The row is out of the order of A.")
    assert say_pairing(council.rows[5], council) == "No partner: nothing in A answers to B6."
    confirmed = Row("r1", {"A": ("A1",), "B": ("B1",)}, 0.5, status=Status.CONFIRMED, why={"odd": 0.1})
    assert say_pairing(confirmed, council) == "A1 and B1 are paired: odd .10; pairing confirmed by an editor (.50)."


def test_the_reader_is_told_where_she_is(council) -> None:
    reader = Reader(council)
    assert standing(reader) == ("row 1/7", "10 differences (7 serious)")
    reader.step_difference()
    reader.set_filter(Filter(frozenset({Kind.FIGURE, Kind.NAME}), only_rows=True))
    reader.search_for("tolls")
    assert standing(reader) == (
        "row 1/7 (2 shown)",
        "difference 1/3",
        "search none, 2 more in hidden rows",
        "filter: name, figure · rows with differences",
    )
    reader.set_filter(Filter())
    reader.step_hit()
    assert search_in_words(reader) == "1/2"
    reader.to_row(0)
    assert search_in_words(reader) == "–/2"


def test_nothing_to_show_is_said_in_words(council, made_comparison) -> None:
    reader = Reader(council)
    assert nothing_to_show(reader) == ""
    reader.set_filter(Filter(frozenset({Kind.NAME}), serious=True, only_rows=True))
    text = nothing_to_show(reader)
    assert text.startswith("No differences of these kinds that are more than slight: name. There are others: ")
    assert "1 figure" in text
    reader.set_filter(Filter(frozenset(), only_rows=True))
    assert nothing_to_show(reader).startswith("Every kind of difference is switched off.")
    same = Reader(made_comparison(1, words=3, seed=1), Filter(frozenset({Kind.NAME}), only_rows=True))
    assert "name" in nothing_to_show(same)


def test_a_row_is_copied_with_its_places(council) -> None:
    text = row_as_text(council.rows[2], council)
    assert text.splitlines() == [
        "A3, council-a.txt line 5, Ingrid Holm: She answers that the harbour master did.",
        "",
        "A4, council-a.txt line 7, Ingrid Holm: The count is beyond doubt.",
        "",
        "B3, council-b.txt line 5, HOLM: HOLM: The harbour master, and there is no doubt about it.",
    ]
    assert "B: — not in B —" in row_as_text(council.rows[6], council)
