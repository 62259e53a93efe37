"""One sentence at a time: whose words a block reports."""

from __future__ import annotations

import pytest

from editions import read_edition
from editions.model import Form
from editions.structure.attribution import Attributor
from editions.structure.grammar import read_grammar
from editions.structure.personal_names import parse_name
from editions.structure.roster import Roster

GRAMMAR = read_grammar("en")


@pytest.fixture(scope="module")
def attributor() -> Attributor:
    roster = Roster(GRAMMAR)
    for name, office in (("I. V. Stalin", ""), ("Zhou Enlai", "premier"), ("Sir Anthony Hume", ""), ("Mao Zedong", "")):
        roster.people[roster.add(parse_name(name, GRAMMAR), name, "title", office)].present = name != "Mao Zedong"
    return Attributor(roster, GRAMMAR)


@pytest.mark.parametrize(
    ("text", "speaker", "form"),
    [
        ("Stalin says that this is so.", 0, "reported"),
        ("Comrade Stalin is in favour.", 0, "reported"),
        ("Zhou Enlai gives the number as 800.", 1, "reported"),
        ("Zhou Enlai, with Comrade Stalin's leave, turns to the visit.", 1, "reported"),
        ("Zhou Enlai [aside] asks whether that is all.", 1, "reported"),
        ("Zhou says yes.", 1, "reported"),
        ("The Premier replied that he would.", 1, "reported"),
        ("Sir Anthony in his turn asked for the chart.", 2, "reported"),
        ("Mr. Hume then wished to know more.", 2, "reported"),
        ("To this Zhou Enlai responds that Moscow is the centre.", 1, "reported"),
        ("Then Zhou Enlai returned to the question of help.", 1, "reported"),
        ("On the last of these Stalin says that China has to ask.", 0, "reported"),
        ("As for Zhou Enlai's request for ten, comrade Stalin answers that it will be looked at.", 0, "reported"),
        ("When Zhou Enlai mentions the date, Stalin asks for another.", 0, "reported"),
        ("Replying to Stalin, Zhou Enlai said that it was not.", 1, "reported"),
        ("In Stalin's opinion, it may be taken.", 0, "reported"),
        ("In the view of Comrade Stalin it may be taken.", 0, "reported"),
        ("According to Zhou Enlai, nothing was lost.", 1, "reported"),
        ("Stalin's reply was that nothing could be done.", 0, "reported"),
        ("Stalin's answer: nothing could be done.", 0, "reported"),
        ("It is Stalin's view that nothing can be done.", 0, "reported"),
        ("The answer of Comrade Stalin was that nothing could be done.", 0, "reported"),
        ("Stalin and Zhou Enlai agree to meet again.", 0, "reported"),
        ("– Is it far? – asks Stalin.", 0, "embedded"),
        ("No, Zhou Enlai replies, it is near.", 1, "embedded"),
        ("Having heard Zhou Enlai out, Stalin says that it is so.", 0, "reported"),
        ("For his part, Zhou Enlai had nothing to add.", 1, "reported"),
        ("Mao Zedong, Zhou Enlai continues, has asked three questions.", 1, "embedded"),
        ("Deliveries, Zhou Enlai replied, would begin in May.", 1, "embedded"),
        ("Their weapons, says comrade Stalin jokingly, are stockings.", 0, "embedded"),
        ("“Nobody,” said Stalin, “has asked for it.”", 0, "embedded"),
        ('"Nobody asked," put in Hume.', 2, "embedded"),
        ("It was late. Nobody, Stalin observed, had eaten.", 0, "embedded"),
    ],
)
def test_who_is_reported(attributor, text, speaker, form):
    found = attributor.attribute(text)
    assert found is not None
    assert (found.person, found.form) == (speaker, Form(form))


@pytest.mark.parametrize(
    "text",
    [
        "Mao Zedong has put forth three questions.",
        "Mao Zedong believes that Stalin is right.",
        "In Mao Zedong's judgement there is advantage in it.",
        "He goes on to speak of Korea.",
        "Asks about the bread.",
        "The next question concerns the railway.",
        "Stalin's army will not move.",
        "Zhou Enlai's telegram had arrived in May.",
        "The Soviet side is there as a guest, and Stalin with it.",
        "Thanks are owed to Stalin for this.",
        "If Stalin believes that more speed is called for, it will be found.",
        "The men whom Stalin mentions have gone home.",
        "",
        "...",
    ],
)
def test_who_is_not(attributor, text):
    assert attributor.attribute(text) is None


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("Zhou Enlai asks for drawings; on each point Stalin signifies his consent.", (0,)),
        ("Zhou Enlai asks. Stalin agrees. Mr. Hume has no objection and says so.", (0, 2)),
        ("Zhou Enlai agrees with what Stalin said. He adds that if Stalin thinks it necessary, it will be done.", ()),
        ("Stalin sees nothing against an outcome of the sort Zhou Enlai describes. It is worth trying.", ()),
        ("Stalin and Zhou Enlai agree to meet again.", (1,)),
        ("Zhou Enlai asks. Mao Zedong says that it is late.", ()),
    ],
)
def test_who_joins_in(attributor, text, also):
    found = attributor.attribute(text)
    assert found is not None
    assert found.also == also


def test_offsets_and_recorder():
    roster = Roster(GRAMMAR)
    place = roster.add(parse_name("Orlov", GRAMMAR), "Orlov", "title")
    roster.people[place].present = True
    recorder = Attributor(roster, GRAMMAR, place)
    assert recorder.attribute("I replied that it would.").person == place
    assert recorder.attribute("I was not there.") is None
    assert recorder.attribute("12. Orlov said so.", 4).person == place


@pytest.mark.parametrize(
    ("text", "speaker", "also"),
    [
        ("To Stalin's question for what purpose so much was needed just now, Zhou Enlai answered: roads.", 1, (0,)),
        ("To a question from Comrade Stalin, Zhou Enlai replied that it was a gift.", 1, (0,)),
        ("On Stalin's remark Zhou Enlai said nothing.", 1, (0,)),
        ("After Zhou Enlai's objection, Stalin lowered the sum.", 0, (1,)),
        ("Asked by Stalin for a date, Zhou Enlai names the first of May.", 1, (0,)),
        ("To Stalin's question there was no answer.", 0, ()),
        ("In Stalin's opinion the losses were too high.", 0, ()),
        ("Zhou Enlai, visibly moved, thanked Comrade Stalin.", 1, ()),
        ("The Premier would not bind himself so far.", 1, ()),
        ("Stalin could not agree to this.", 0, ()),
        ("Sir Anthony would very much like to know the weight.", 2, ()),
    ],
)
def test_who_answers_and_who_is_answered(attributor, text, speaker, also):
    found = attributor.attribute(text)
    assert found is not None
    assert (found.person, found.form, found.also, found.opens) == (
        speaker,
        Form.REPORTED,
        also,
        not text.startswith("In "),
    )


def test_asked_by_one_nobody_named_answers(attributor):
    assert attributor.attribute("Asked by Stalin for a date, he names the first of May.") is None


@pytest.mark.parametrize(
    ("block", "speaker", "form", "also"),
    [
        ("Minister Varga, visibly moved, thanked Mr. Lund.", "Varga", "reported", ()),
        ("To a question from Mr. Lund, Minister Varga replied that it was.", "Varga", "reported", ("Lund",)),
        ("Mr. Lund would like to know the weight.", "Lund", "reported", ()),
        ("Minister Varga and Mr. Lund agreed.", "Varga", "reported", ("Lund",)),
        ("Mr. Lund is the one whom we have to thank for it.", "Varga", "continuation", ()),
        ("Mr. Lund knows the way better than I do.", "Varga", "continuation", ()),
        ("There is more to be said of the road.", "Varga", "continuation", ()),
    ],
)
def test_a_record_full_of_labels_tells_of_persons_too(tmp_path, block, speaker, form, also):
    talk = "Mr. Lund: Where does the road begin?\n\nMinister Varga: At the mill, as it always did.\n\n"
    (tmp_path / "f").write_text(talk * 12 + block + "\n\n" + talk, "utf-8")
    turn = read_edition(tmp_path / "f").turns[24]
    assert (turn.speaker, turn.form, turn.also) == (speaker, Form(form), also)
