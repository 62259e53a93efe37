"""Labels are found by shape and recurrence, in any script."""

from __future__ import annotations

import pytest

from editions.reading import read_source
from editions.structure.grammar import read_grammar
from editions.structure.labels import find_labels


def labels(text: str, known: tuple[str, ...] = (), language: str = "en") -> dict[int, tuple[str, str]]:
    document = read_source(text.encode(), "f")
    found = find_labels(document, read_grammar(language), lambda name: " ".join(name.key) in known)
    return {index: (label.printed, document.blocks[index].text[label.end :]) for index, label in found.items()}


def dialogue(*pairs: str) -> str:
    return "\n\n".join(pairs)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Chou", "PM Chou"),
        ("CHOU EN-LAI", "J. V. STALIN"),
        ("Dr. Kissinger", "General Hughes"),
        ("1. Citizen", "2. Citizen"),
        ("First Cit", "Sec. Cit"),
        ("Οἰδίπους", "Χορός"),
        ("Чжоу Эньлай", "Тов. Сталин"),
        ("周恩来", "斯大林"),
        ("Priest of Zeus", "Messenger"),
        ("Mme de Staël", "O'Neill"),
        ("Q", "A"),
    ],
)
def test_two_who_take_turns(one, two):
    found = labels(dialogue(*[f"{one}: Speak of it.", f"{two}: Why not?"] * 3))
    assert [printed for printed, _ in found.values()] == [one, two] * 3
    assert [said for _, said in found.values()] == ["Speak of it.", "Why not?"] * 3


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("CHOU (resuming): I have one.", "I have one."),
        ("CHOU [aside]: I have one.", "I have one."),
        ("CHOU, rising from his chair: I have one.", "I have one."),
        ("CHOU.: I have one.", "I have one."),
        ("CHOU : I have one.", "I have one."),
        ("CHOU：I have one.", "I have one."),
        ("CHOU. I have one.", "I have one."),
        ("CHOU (rising). I have one.", "I have one."),
        ("CHOU.—I have one.", "I have one."),
    ],
)
def test_asides_and_signs(block, said):
    text = dialogue("CHOU: Well.", "STALIN: Well.", "CHOU.—So.", "STALIN.—So.", block, "STALIN: Yes.", "STALIN. No.")
    assert labels(text)[4] == ("CHOU", said)


def test_numbers_of_paragraphs_are_no_part_of_a_label():
    text = dialogue("1. Anna: Yes.", "2. Boris: No.", "3. Anna: Why?", "4. Nobody knew.", "5. Boris: So.")
    assert {index: printed for index, (printed, _) in labels(text).items()} == {
        0: "Anna",
        1: "Boris",
        2: "Anna",
        4: "Boris",
    }


@pytest.mark.parametrize(
    "block",
    [
        "First: the railway. Second: the rubber.",
        "Note: this was left out.",
        "And now to the point: nothing is ready.",
        "III. The plan",
        "Yes. It is so.",
        "See http://example.org/x for it.",
        "At 10:30 they left.",
    ],
)
def test_what_is_no_label_among_labels(block):
    text = dialogue(*["Anna: Yes.", "Boris: No."] * 4, block, "Anna: So.")
    assert 8 not in labels(text)


def test_one_who_speaks_once_in_a_text_full_of_labels():
    text = dialogue(*["CHOU: Yes.", "STALIN: No."] * 4, "LI FU-CH'UN: There is to be a works.")
    assert labels(text)[8][0] == "LI FU-CH'UN"


def test_fields_before_the_first_speaker_are_no_labels():
    text = dialogue(
        "Regest: a talk", "Date: 1952", "PLACE: Moscow", "Anna: Yes.", "Boris: No.", "Anna: Why?", "Boris: So."
    )
    assert min(labels(text)) == 3


def test_a_full_stop_needs_a_known_name_or_a_text_full_of_them():
    assert labels(dialogue("Stalin. There is no need.", "Zhou says yes.", "He adds more."), ("stalin",)) == {
        0: ("Stalin", "There is no need.")
    }
    assert labels(dialogue("Yes. It is.", "He adds more.", "Yes. It is.", "Nothing.", "More.", "Done.")) == {}
    assert len(labels(dialogue(*["Watchman. I ask.", "Herald. I answer."] * 3))) == 6


def test_names_on_a_line_of_their_own():
    text = dialogue(*["HAMLET\nTo be.", "OPHELIA\nGood my lord."] * 4)
    assert labels(text)[0] == ("HAMLET", "To be.")


def test_names_in_a_block_of_their_own():
    text = dialogue(*["Hamlet", "To be.", "Ophelia", "Good my lord."] * 4)
    assert sorted(labels(text)) == [0, 2, 4, 6, 8, 10, 12, 14]


def test_a_text_without_labels():
    assert labels(dialogue(*(f"And it came to pass in year {year}." for year in range(9)))) == {}
