"""Front and back matter, headings and notes; and texts that have none of them."""

from __future__ import annotations

import pytest

from editions import read_edition
from editions.model import Form
from editions.structure.language import guess_language, primary_language


@pytest.fixture
def read(tmp_path):
    def reader(text: str, name: str = "f"):
        (tmp_path / name).write_text(text, "utf-8")
        return read_edition(tmp_path / name)

    return reader


TALK = "Anna Berg: Yes, certainly.\n\nBoris Grin: No, never.\n\n" * 4
VERSES = "\n\n".join(f"And in the year {year} they went up again, and came back." for year in range(900, 930))


def test_verses_are_turns_of_nobody(read):
    edition = read(VERSES)
    assert len(edition.turns) == 30
    assert {(turn.speaker, turn.form) for turn in edition.turns} == {(None, Form.CONTINUATION)}
    assert (edition.front, edition.headings, edition.back, edition.roster) == ((), (), (), ())


def test_a_story_in_which_somebody_says_something_now_and_then_has_no_speakers(read):
    verses = VERSES.replace("And in the year 905", "Naomi said, in the year 905").replace(
        "And in the year 917", "Naomi answered in the year 917"
    )
    assert {turn.speaker for turn in read(verses).turns} == {None}


def test_short_lines_of_verse_are_no_headings(read):
    text = "\n\n".join(["Yes we", "O the long road", "And then to Rome", "He came, he saw"] * 5)
    assert len(read(text).turns) == 20


def test_titles_and_chapters_of_a_text_without_speakers(read):
    edition = read(f"THE BOOK OF YEARS\n\nCHAPTER 1\n\n{VERSES}\n\nCHAPTER 2\n\n{VERSES}")
    assert (edition.front, edition.headings, len(edition.turns)) == ((0,), (1, 32), 60)


@pytest.mark.parametrize("block", ["(Laughter.)", "[He reads the paper.]", "[The rest is missing (a page). — Ed.]"])
def test_what_stands_in_brackets_is_a_note(read, block):
    edition = read(TALK + block + "\n\n" + TALK)
    assert [(turn.speaker, turn.form) for turn in edition.turns][8] == (None, Form.NOTE)
    assert edition.turns[9].speaker == "Anna Berg"


def test_a_continuation_after_a_note_carries_the_speaker_on(read):
    edition = read(TALK + "(Laughter.)\n\nThere is more to say of it.\n\n" + TALK)
    assert (edition.turns[9].speaker, edition.turns[9].form) == ("Boris Grin", Form.CONTINUATION)


@pytest.mark.parametrize("cut", ["[…]", "[...]", "…", "* * *", "-----", "(. . .)"])
def test_cut_marks_are_headings(read, cut):
    assert read(TALK + cut + "\n\n" + TALK).headings == (8,)


@pytest.mark.parametrize(
    "heading",
    ["II. KOREA", "II. The five-year plan", "KOREA AND THE PRISONERS", "Second Session", "ACT TWO", "Section 3"],
)
def test_headings(read, heading):
    assert read(TALK + heading + "\n\n" + TALK).headings == (8,)


@pytest.mark.parametrize("turn", ["I am not sure of that.", "And who crossed?", "Of course, and why not"])
def test_short_turns_are_no_headings(read, turn):
    assert read(TALK + turn + "\n\nAnd so on it went.\n\n" + TALK).headings == ()


@pytest.mark.parametrize(
    "back",
    [
        "Recorded by:",
        "Taken down by GRIN and BERG.",
        "The conversation was recorded by N. Grin",
        "A. Grin [signed]",
        "NOTES",
        "Document information",
        "AP RF, fond 45, opis 1, delo 329, listy 54-72.",
        "Source: Archive of the Ministry",
        "© 1998 The Archive. All rights reserved.",
    ],
)
def test_back_matter(read, back):
    edition = read(TALK + back + "\n\nBerg and Grin discuss the weather, and Berg says yes.\n")
    assert edition.back == (8, 9)


def test_notes_at_the_end(read):
    edition = read(TALK + "NOTES\n\n[1] Thus in our copy.\n\n[2] A lake.\n\n3 And more.")
    assert (edition.back, edition.notes) == ((8, 9, 10, 11), (9, 10, 11))


def test_a_note_in_the_body(read):
    edition = read(TALK + "[1] Thus in our copy.\n\n" + TALK)
    assert (edition.notes, edition.turns[8].form) == ((8,), Form.NOTE)


def test_a_summary_before_the_data_is_front_matter(read):
    edition = read("Berg says yes and Grin says no to the plan.\n\nDate: 3 May 1950\n\nPlace: Riga\n\n" + TALK)
    assert edition.front == (0, 1, 2)
    assert edition.date == "1950-05-03"


def test_the_meeting_itself_is_nobodys_speech(read):
    edition = read(TALK + "The conversation lasted two hours.\n")
    assert (edition.turns[-1].speaker, edition.turns[-1].form) == (None, Form.NOTE)


def test_how_they_met_comes_before_the_first_turn(read):
    text = "Talk between Berg and Grin\n\nBerg received Grin at nine.\n\n" + "Grin says yes.\n\nBerg says no.\n\n" * 3
    edition = read(text)
    assert (edition.front, len(edition.turns)) == ((0, 1), 6)


def test_who_answers_does_not_answer_himself(read):
    text = (
        "Berg asks about the road.\n\nGrin says that it is long.\n\nHe adds that it is steep.\n\nHe is asked for more."
    )
    more = "Berg asks for the map.\n\nAnswers that it is lost.\n\nGrin says that he lost it."
    edition = read(f"{text}\n\n{more}")
    assert [turn.speaker for turn in edition.turns] == ["Berg", "Grin", "Grin", "Grin", "Berg", "Grin", "Grin"]


def test_a_label_alone_stands_over_its_speech(read):
    edition = read("Anna:\n\nYes, certainly.\n\nBoris:\n\nNo.\n\n" * 3)
    assert [(turn.speaker, turn.form, turn.said) for turn in edition.turns[:2]] == [
        ("Anna", Form.LABEL, 0),
        ("Boris", Form.LABEL, 0),
    ]
    assert edition.headings == (0, 2, 4, 6, 8, 10)


def test_who_breaks_in(read):
    edition = read(TALK + "Anna Berg: I read it. [Grin: So did I.] It is long.")
    assert edition.turns[-1].also == ("Boris Grin",)


def test_one_block_is_one_turn(read):
    assert len(read("Only this.").turns) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The men of the house went to the sea, and that was all.", "en"),
        ("Les hommes de la maison sont dans une barque et ne disent pas ce qui est.", "fr"),
        ("Der Minister sagt, dass er das nicht mit den Leuten und ein Haus.", "de"),
        ("Сталин говорит, что согласен.", "ru"),
        ("Він каже, що їхній поїзд уже пішов.", "uk"),
        ("Οἰδίπους λέγει.", "el"),
        ("周恩来说同意。", "zh"),
        ("スターリンは言った。周恩来は同意した。", "ja"),
        ("12 34", "en"),
    ],
)
def test_language(read, text, language):
    assert guess_language(read(text).blocks) == language


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-US", "en"), ("eng", "en"), ("English", "en"), ("grc", "grc"), ("zh_Hant", "zh"), ("", None), ("???", None)],
)
def test_language_tags(tag, code):
    assert primary_language(tag) == code


def test_language_argument_wins(tmp_path):
    (tmp_path / "f").write_text("---\nlang: fr\n---\n\nLe ministre a dit.")
    assert read_edition(tmp_path / "f").language == "fr"
    assert read_edition(tmp_path / "f", language="de").language == "de"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("20 August 1952", "1952-08-20"),
        ("The evening of August the twentieth, 1952", "1952-08-20"),
        ("Moscow, August 20, 1952, 10 p.m.", "1952-08-20"),
        ("August 1952", "1952-08"),
    ],
)
def test_date(read, head, date):
    assert read(f"A talk\n\n{head}\n\n{TALK}").date == date


def test_reported_speech_in_a_language_without_a_table(read):
    text = "ЗАПИСЬ БЕСЕДЫ\n\n3 апреля 1955 года\n\n" + (
        "Ли Чжэнь передаёт привет.\n\nГромов благодарит и спрашивает о поездке.\n\nПоездка прошла хорошо.\n\n" * 3
    )
    edition = read(text)
    assert [turn.speaker for turn in edition.turns[:3]] == ["Ли Чжэнь", "Громов", "Громов"]
    assert edition.language == "ru"
    assert edition.front == (0, 1)


@pytest.mark.parametrize("mark", ["", "⁴", "[4]", "[^4]", "*"])
def test_a_sentence_with_the_mark_of_a_note_is_no_heading(read, mark):
    edition = read(f"{TALK}Both of them agreed.{mark}\n\n{TALK}")
    assert edition.headings == ()


@pytest.mark.parametrize(
    "items",
    [
        ["1. the mill has stood still;", "2. The road is gone", "3. nobody is left."],
        ["- the mill", "- The Road"],
        ["(a) The mill", "(b) The road"],
        ["1. The mill has stood still;\n2. The road is gone;\n3. Nobody is left"],
    ],
)
def test_a_list_inside_a_speech_goes_on_with_it(read, items):
    edition = read(f"{TALK}Anna Berg: There are these reasons:\n\n" + "\n\n".join(items) + f"\n\n{TALK}")
    assert edition.headings == ()
    assert [(turn.speaker, turn.form) for turn in edition.turns[9 : 9 + len(items)]] == [
        ("Anna Berg", Form.CONTINUATION) for _ in items
    ]


@pytest.mark.parametrize("items", ["1. The mill\n2. The road\n", "- The mill\n- The road\n"])
@pytest.mark.parametrize("after", ["", TALK])
def test_a_list_in_markdown_goes_on_with_the_speech(read, items, after):
    talk = "**Anna Berg:** Yes, certainly.\n\n**Boris Grin:** No, never.\n\n" * 4
    edition = read(f"{talk}**Anna Berg:** There are two reasons:\n\n{items}\n{talk if after else ''}", "f.md")
    listed = [turn for turn in edition.turns if "mill" in turn.text or "road" in turn.text]
    assert {(turn.speaker, turn.form) for turn in listed} == {("Anna Berg", Form.CONTINUATION)}
    assert (edition.headings, edition.front, edition.back) == ((), (), ())


def test_the_first_numbered_heading_belongs_to_the_body(read):
    numbered = [f"{number}. {title}\n\n{TALK}" for number, title in enumerate(("Grain", "Roads", "Money"), 1)]
    edition = read("MINUTES OF A TALK\n\nParticipants:\n\nAnna Berg\n\nBoris Grin\n\n" + "".join(numbered))
    assert [edition.blocks[index].text for index in edition.headings] == ["1. Grain", "2. Roads", "3. Money"]


def test_numbered_participants_are_no_headings_of_the_body(read):
    numbered = [f"{number}. {title}\n\n{TALK}" for number, title in enumerate(("Grain", "Roads", "Money"), 1)]
    edition = read("MINUTES OF A TALK\n\nParticipants:\n\n1. Anna Berg\n\n2. Boris Grin\n\n" + "".join(numbered))
    assert [edition.blocks[index].text for index in edition.headings] == ["1. Grain", "2. Roads", "3. Money"]


@pytest.mark.parametrize(
    "line",
    ["Typed from the notebook at Lund, 1961.", "Copied from the second draft.", "Printed from the copy of the clerk."],
)
def test_what_a_text_was_made_from_is_back_matter(read, line):
    edition = read(TALK + line)
    assert (len(edition.turns), edition.back) == (8, (8,))


@pytest.mark.parametrize(
    "line", ["The meeting adjourned at 1:40 p.m.", "The talk lasted an hour. Anna Berg took notes."]
)
def test_the_end_of_the_meeting_is_told_by_nobody(read, line):
    edition = read("Anna Berg said yes.\n\nBoris Grin said no.\n\n" * 4 + line)
    turn = edition.turns[-1]
    assert (turn.text, turn.speaker, turn.form, turn.also) == (line, None, Form.NOTE, ())


@pytest.mark.parametrize(
    ("language", "code", "told"),
    [
        ("xx", "xx", "no tables for language 'xx'"),
        ("12", "en", "'12' is no code of a language"),
        ("en-GB", "en", ""),
        ("en", "en", ""),
        (None, "en", ""),
    ],
)
def test_a_language_without_tables_is_a_limit(tmp_path, language, code, told):
    (tmp_path / "f").write_text(TALK, "utf-8")
    edition = read_edition(tmp_path / "f", language=language)
    assert edition.language == code
    assert (told in " ".join(edition.limits)) if told else edition.limits == ()
