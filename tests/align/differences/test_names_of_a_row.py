"""Names of one row: pairs, verdicts, and what is left unsaid on purpose."""

from __future__ import annotations

import pytest

from align.differences.name_ties import name_ties
from align.differences.names import match_names
from align.model import Alignment, Row, Verdict
from editions.mentions import find_mentions
from editions.model import Edition, Form, Speaker, Turn
from editions.names.authority import parse_authority


def edition(siglum, turns, speakers=()):
    """An edition of (speaker, text) turns."""
    made = tuple(
        Turn(f"{siglum}{n}", siglum, n, n, n + 1, speaker, Form.LABEL, text) for n, (speaker, text) in enumerate(turns)
    )
    roster = tuple(Speaker(name) for name in dict.fromkeys(speaker for speaker, _ in turns if speaker))
    return Edition(siglum, siglum, "", "en", (), (), (), (), (), made, roster + tuple(map(Speaker, speakers)))


def alignment(left, right, authority=None):
    """Two editions whose turns correspond one to one."""
    editions = (edition("A", left), edition("B", right))
    mentions = {}
    for each in editions:
        mentions |= find_mentions(each, authority=authority)
    rows = tuple(Row(f"r{n}", {"A": (f"A{n}",), "B": (f"B{n}",)}, 1.0) for n in range(len(left)))
    return Alignment(editions, "A", rows, mentions, {}, authority)


def compare_rows(left, right, authority=None):
    """Row number -> (left, right, verdict) of all that is not ``same``."""
    aligned = alignment(left, right, authority)
    ties = name_ties(aligned)
    turns = {turn.id: turn for each in aligned.editions for turn in each.turns}
    out = {}
    for n in range(len(left)):
        a, b = turns[f"A{n}"], turns[f"B{n}"]
        pairs = match_names(
            [(a.id, name) for name in aligned.mentions[a.id].names],
            [(b.id, name) for name in aligned.mentions[b.id].names],
            authority=authority,
            ties=ties,
            speakers=[name for name in (a.speaker, b.speaker) if name],
            left_texts={a.id: a.text},
            right_texts={b.id: b.text},
        )
        out[n] = [
            (pair.left and pair.left[1].text, pair.right and pair.right[1].text, pair.verdict)
            for pair in pairs
            if pair.verdict is not Verdict.SAME
        ]
    return out


def one_row(left, right, authority=None):
    return compare_rows([("X", left)], [("X", right)], authority)[0]


def test_a_spelling_of_another_system_is_a_variant():
    assert one_row("He wrote to Nieh Jung-chen from Kalgan.", "He wrote to Nie Rongzhen from Zhangjiakou.") == [
        ("Nieh Jung-chen", "Nie Rongzhen", Verdict.VARIANT),
        ("Kalgan", "Zhangjiakou", Verdict.VARIANT),
    ]


def test_the_same_spelling_is_nothing_to_report():
    assert one_row("He met Suslov in Kiev and Suslov left.", "In Kiev he met Suslov.") == []


def test_a_name_said_often_counts_once():
    found = one_row("P'eng Chen spoke. P'eng Chen left, and P'eng Chen came.", "Peng Zhen spoke and left.")
    assert found == [("P'eng Chen", "Peng Zhen", Verdict.VARIANT)]


def test_every_mention_is_spoken_for():
    left = edition("A", [("X", "P'eng Chen spoke. He saw P'eng Chen and P'eng Chen.")])
    right = edition("B", [("X", "Peng Zhen spoke.")])
    mentions = find_mentions(left) | find_mentions(right)
    pairs = match_names(
        [("A0", each) for each in mentions["A0"].names], [("B0", each) for each in mentions["B0"].names]
    )
    assert [pair.verdict for pair in pairs] == [Verdict.VARIANT, Verdict.SAME, Verdict.SAME]
    assert sum(pair.left is not None for pair in pairs) == 3


def test_a_gloss_ties_what_no_rule_can():
    assert one_row("He gave it to Tai Li [Gontran] there.", "He gave it to Gontran there.") == [
        ("Tai Li", "Gontran", Verdict.VARIANT)
    ]


def test_a_gloss_ties_in_other_rows_too():
    left = [("X", "They hold Qarabel [Mirzan] now."), ("Y", "And who holds Qarabel itself?")]
    right = [("X", "They hold the town now."), ("Y", "And who holds Mirzan itself?")]
    assert compare_rows(left, right)[1] == [("Qarabel", "Mirzan", Verdict.VARIANT)]


@pytest.mark.parametrize(
    ("left", "right", "pair"),
    [
        ("as in Poland, Norway and Finland.", "as in Poland, Norway and Denmark.", ("Finland", "Denmark")),
        ("he heard it from Chen Yun yesterday.", "he heard it from Chen Yi yesterday.", ("Chen Yun", "Chen Yi")),
        ("it is made in Shansi.", "it is made in Shensi.", ("Shansi", "Shensi")),
        ("ask Malenkov, Pervukhin and Saburov.", "ask Malenkov, Kaganovich and Saburov.", ("Pervukhin", "Kaganovich")),
    ],
)
def test_two_entities_in_one_place_are_different(left, right, pair):
    assert one_row(left, right) == [(*pair, Verdict.DIFFERENT)]


def test_nothing_to_go_by_is_unresolved():
    assert one_row("ask Malenkov, Darrow and Saburov.", "ask Malenkov, Pym and Saburov.") == [
        ("Darrow", "Pym", Verdict.UNRESOLVED)
    ]


def test_one_letter_apart_is_unresolved_and_not_different():
    found = one_row("ask Malenkov, Hendrickson and Saburov.", "ask Malenkov, Hendricksen and Saburov.")
    assert found == [("Hendrickson", "Hendricksen", Verdict.UNRESOLVED)]


def test_a_name_known_elsewhere_is_not_the_one_across_from_it():
    left = [("X", "He asked Darrow."), ("Y", "Then Darrow left town."), ("X", "So ask Darrow for it.")]
    right = [("X", "He asked Darrow."), ("Y", "Then Darrow left town."), ("X", "So ask Gryce for it.")]
    assert compare_rows(left, right)[2] == [("Darrow", "Gryce", Verdict.DIFFERENT)]


def test_speakers_are_never_missing():
    left = [("Darrow", "Darrow says that it is late."), ("Pym", "Pym agrees with Darrow and asks Darrow to stay.")]
    right = [("Darrow", "It is late."), ("Pym", "I agree. Stay.")]
    assert compare_rows(left, right) == {0: [], 1: []}


def test_a_people_speaks_for_its_country():
    assert one_row("Bulgaria will not hear of it.", "The Bulgarians will not hear of it.") == []


def test_a_pronoun_speaks_for_a_name_said_before():
    left = [("X", "We know Darrow."), ("Y", "How old is Darrow?")]
    right = [("X", "We know Darrow."), ("Y", "How old is he?")]
    assert compare_rows(left, right) == {0: [], 1: []}


def test_a_name_only_one_edition_has_is_missing_or_added():
    left = [("X", "We met Pym and Darrow in Kiev."), ("Y", "Let us go by Odessa.")]
    right = [("X", "We met Pym and Darrow in Kiev."), ("Y", "Let us go.")]
    assert compare_rows(left, right)[1] == [("Odessa", None, Verdict.MISSING)]
    assert compare_rows(right, left)[1] == [(None, "Odessa", Verdict.ADDED)]


def test_names_in_the_editors_brackets_are_not_missing():
    left = [("X", "We met Pym and Darrow in Kiev."), ("Y", "Let us go there [as Vinter had said].")]
    right = [("X", "We met Pym and Darrow in Kiev."), ("Y", "Let us go there.")]
    assert compare_rows(left, right)[1] == []


def test_a_name_often_left_unsaid_is_not_missing():
    left = [("X", f"In Peru it is so in year {n}.") for n in range(8)] + [("X", "He met Pym and Darrow in Kiev.")] * 8
    right = [("X", f"It is so in year {n}.") for n in range(8)] + [("X", "He met Pym and Darrow in Kiev.")] * 8
    assert not any(compare_rows(left, right).values())


def test_editions_without_common_names_report_none():
    left = [("X", f"He met Αντιγόνη near Gorlovka{n}.") for n in range(6)]
    right = [("X", f"He met Ismene{chr(97 + n)} near the river.") for n in range(6)]
    verdicts = {entry[2] for entries in compare_rows(left, right).values() for entry in entries}
    assert not verdicts & {Verdict.MISSING, Verdict.ADDED}


def test_places_said_for_others_are_variants():
    assert one_row("England will not fight.", "Britain will not fight.") == [("England", "Britain", Verdict.VARIANT)]
    assert one_row("So Prague declared.", "So Czechoslovakia declared.")[0][2] is Verdict.VARIANT


AUTHORITY = parse_authority(
    """\
entities:
- {id: darrow, kind: person, preferred: Darrow, variants: [Gryce]}
- {id: pym, kind: person, preferred: Pym}
- {id: ab, kind: place, preferred: Alderby}
- {id: cd, kind: place, preferred: Coldwick}
never:
- {a: Vinter, b: Wynter}
"""
)


def test_the_authority_ties_and_parts():
    assert one_row("ask Darrow.", "ask Gryce.", AUTHORITY) == [("Darrow", "Gryce", Verdict.VARIANT)]
    assert one_row("ask Darrow.", "ask Pym.", AUTHORITY) == [("Darrow", "Pym", Verdict.DIFFERENT)]
    assert one_row("go to Alderby.", "go to Coldwick.", AUTHORITY) == [("Alderby", "Coldwick", Verdict.DIFFERENT)]
    assert one_row("ask Vinter.", "ask Wynter.", AUTHORITY) == [("Vinter", "Wynter", Verdict.DIFFERENT)]


def test_notes_are_sentences():
    aligned = alignment([("X", "He saw Nieh Jung-chen and Chen Yun.")], [("X", "He saw Nie Rongzhen and Chen Yi.")])
    items = [[(turn, name) for name in aligned.mentions[turn].names] for turn in ("A0", "B0")]
    notes = [pair.note for pair in match_names(*items) if pair.verdict is not Verdict.SAME]
    assert len(notes) == 2
    assert all(note[0].isupper() and note.endswith(".") and "  " not in note for note in notes)


def test_empty_sides():
    assert match_names([], []) == ()


def test_a_name_is_looked_for_where_nothing_else_shows_it_to_be_one():
    left = "We heard from Tchaikin and from Bagratuni about the mines."
    assert one_row(left, "There was news of the mines. Chaikin wrote it, and Bagratuni too.") == [
        ("Tchaikin", "Chaikin", Verdict.VARIANT)
    ]
    assert one_row(left, "News of the mines came from Bagratuni. Change is near.") == [
        ("Tchaikin", None, Verdict.MISSING)
    ]


def test_what_the_second_look_finds_can_be_on_either_side():
    assert one_row("Chaikin is late. So it was.", "We waited for Tchaikin in vain.") == [
        ("Chaikin", "Tchaikin", Verdict.VARIANT)
    ]
    assert one_row("Chaikin is late. So it was.", "We waited for Chaikin in vain.") == []


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("The Danes may wait.", "The Swedes can wait.", [("Danes", "Swedes", Verdict.DIFFERENT)]),
        ("We sold Danish butter.", "We sold Swedish butter then.", [("Danish", "Swedish", Verdict.DIFFERENT)]),
        ("We sold Danish butter.", "We sold Swedish matches then.", []),
        ("The Danes may wait.", "Swedish ships can wait.", []),
        ("The Danes may wait, and the Finns.", "The Swedes can wait, and the Norwegians.", []),
        ("The Danes may wait.", "Nobody can wait, not even in Denmark the Swedes.", []),
        ("The Russians may wait.", "The Soviets can wait.", []),
        (
            "He went to the Danish Embassy.",
            "He went to the Swedish Embassy.",
            [("Danish Embassy", "Swedish Embassy", Verdict.DIFFERENT)],
        ),
        ("The Danes may wait.", "They can wait.", []),
        (
            "The Danes of whom we spoke may wait, and so may all the others.",
            "Those whom we named may wait, even Swedes.",
            [],
        ),
    ],
)
def test_peoples_that_differ(left, right, wanted):
    found = one_row(left, right)
    assert [pair for pair in found if pair[2] is Verdict.DIFFERENT] == wanted


def test_what_is_unresolved_says_why_it_is_offered_and_why_not_decided():
    aligned = alignment([("X", "ask Malenkov, Darrow and Saburov.")], [("X", "ask Malenkov, Pym and Saburov.")])
    pairs = match_names(
        *([(turn, name) for name in aligned.mentions[turn].names] for turn in ("A0", "B0")), ties=name_ties(aligned)
    )
    note = next(pair.note for pair in pairs if pair.verdict is Verdict.UNRESOLVED)
    assert note.startswith("Offered because")
    assert "not decided because" in note


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("the State Timber Commission", "the State Timber Committee", Verdict.VARIANT),
        ("the State Timber Commission", "the State Mining Commission", Verdict.UNRESOLVED),
        ("the Timber Commission", "the Timber Committee", Verdict.UNRESOLVED),
    ],
)
def test_nouns_of_bodies_that_translate_one_word(left, right, verdict):
    assert [pair[2] for pair in one_row(f"It is up to {left}.", f"It is up to {right}.")] == [verdict]
