"""How persons are named, and which names are one person."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions import read_edition
from editions.structure.grammar import read_grammar
from editions.structure.participants import names_in_title
from editions.structure.personal_names import in_natural_case, may_be_one_person, parse_name

GRAMMAR = read_grammar("en")


def roster(tmp_path: Path, text: str) -> dict[str, tuple[str, ...]]:
    (tmp_path / "f").write_text(text, "utf-8")
    return {speaker.name: speaker.aliases for speaker in read_edition(tmp_path / "f").roster if speaker.present}


@pytest.mark.parametrize(
    ("printed", "words", "initials", "titles"),
    [
        ("Comrade I. V. Stalin", ("Stalin",), ("I", "V"), ("comrade",)),
        ("A.Ya. Vyshinskii", ("Vyshinskii",), ("A", "YA"), ()),
        ("Su Yu", ("Su", "Yu"), (), ()),
        ("PM Chou", ("Chou",), (), ("pm",)),
        ("Lord", ("Lord",), (), ()),
        ("The President", ("President",), (), ()),
        ("Priest of Zeus", ("Priest", "of", "Zeus"), (), ()),
        ("First Secretary Novotny", ("Novotny",), (), ("secretary",)),
        ("First Cit", ("First", "Cit"), (), ()),
        ("1. Citizen", ("1", "Citizen"), (), ()),
    ],
)
def test_a_name_is_taken_apart(printed, words, initials, titles):
    name = parse_name(printed, GRAMMAR)
    assert (name.words, name.initials, name.titles) == (words, initials, titles)


@pytest.mark.parametrize(
    ("words", "natural"),
    [
        (("CHOU", "EN-LAI"), "Chou En-lai"),
        (("LI", "FU-CH'UN"), "Li Fu-ch'un"),
        (("CH'EN", "YÜN"), "Ch'en Yün"),
        (("KIM", "IL", "SUNG"), "Kim Il Sung"),
        (("JEAN-PAUL", "SARTRE"), "Jean-Paul Sartre"),
        (("MARY", "SMITH-JONES"), "Mary Smith-Jones"),
        (("McGEORGE", "BUNDY"), "McGeorge Bundy"),
        (("O'NEILL",), "O'Neill"),
        (("СТАЛИН",), "Сталин"),
    ],
)
def test_natural_case(words, natural):
    assert in_natural_case(words) == natural


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("STALIN", "Joseph V. Stalin", True),
        ("CHOU", "Chou En-lai", True),
        ("J. Stalin", "Joseph Stalin", True),
        ("P. Ivanov", "I. Ivanov", False),
        ("P. Stalin", "Joseph Stalin", False),
        ("Zhang Wentian", "Zhang Hanfu", False),
        ("Wentian Zhou", "Zhou Enlai", False),
    ],
)
def test_which_names_may_be_one_person(one, other, same):
    assert may_be_one_person(parse_name(one, GRAMMAR), parse_name(other, GRAMMAR)) is same


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Record of a Conversation between I. V. Stalin and Zhou Enlai", ["I. V. Stalin", "Zhou Enlai"]),
        ("MEETING OF N. S. VETROV WITH U.S. AMBASSADOR THOM ON 3 MAY 1958", ["N. S. VETROV", "THOM"]),
        ("Conversation with the Ambassador of India K. P. S. Menon about Mao's telegram", ["K. P. S. Menon"]),
        ("Talk between the Prime Minister of Maravia, K. R. Dastidar, and Orlov", ["K. R. Dastidar", "Orlov"]),
    ],
)
def test_the_parties_in_a_title(title, names):
    assert [found.printed for found in names_in_title(title, GRAMMAR) if found.evidence == "title"] == names


def test_western_and_eastern_order(tmp_path):
    text = "PRESENT\nJOSEPH V. STALIN, Chairman\nCHOU EN-LAI, Premier\n\n" + "STALIN: Well.\n\nCHOU: Well.\n\n" * 2
    assert roster(tmp_path, text) == {
        "Stalin": ("JOSEPH V. STALIN", "STALIN"),
        "Chou En-lai": ("CHOU EN-LAI", "CHOU"),
    }


def test_titles_and_initials(tmp_path):
    labels = ["PM Chou", "Dr. Kissinger", "HK", "Chou", "Kissinger", "Mr. Lord", "Lord", "General Hughes"]
    text = "\n\n".join(f"{label}: Yes, certainly." for label in labels * 2)
    assert roster(tmp_path, text) == {
        "Chou": ("PM Chou",),
        "Kissinger": ("Dr. Kissinger",),
        "HK": (),
        "Lord": ("Mr. Lord",),
        "Hughes": ("General Hughes",),
    }


def test_an_office_is_its_holder_where_one_holds_it(tmp_path):
    text = "Participants: President Nixon; Chou En-lai, Premier; Mr. Rogers, Secretary of State\n\n" + (
        "The President: Well.\n\nPremier Chou: Well.\n\nThe Secretary of State: Well.\n\nThe Interpreter: Well.\n\n" * 2
    )
    assert list(roster(tmp_path, text)) == ["Nixon", "Chou En-lai", "Rogers", "The Interpreter"]


def test_a_wife_is_not_her_husband(tmp_path):
    text = "President Nixon: Well.\n\nMrs. Nixon: Well.\n\n" * 3
    assert len(roster(tmp_path, text)) == 2


def test_two_of_one_family_name_are_two(tmp_path):
    text = "Present: Zhang Wentian, Zhang Hanfu.\n\n" + "Zhang Wentian: Yes.\n\nZhang Hanfu: No.\n\n" * 3
    assert list(roster(tmp_path, text)) == ["Zhang Wentian", "Zhang Hanfu"]


LISTED = "Minister Varga: Where does it begin?\n\nMr. Lund: At the mill.\n\n" * 4


@pytest.mark.parametrize(
    ("front", "people"),
    [
        (
            "Present: P. N. Lund, Deputy Minister of Foreign Trade; Imre Varga, Chairman of the State Planning Board.",
            {"Lund", "Varga"},
        ),
        (
            "Participants:\n\nBorduria\n   Mr. P. N. Lund, First Deputy Premier\n   Mr. I. Varga, Minister of Trade",
            {"Lund", "Varga"},
        ),
        (
            "Participants:\n\nBorduria\n   Mr. P. Lund, Head\n\nSyldavia\n   Mr. I. Varga, Minister of Foreign Trade",
            {"Lund", "Varga"},
        ),
        ("Participants: North Borduria Mr. P. N. Lund, Syldavia Mr. Imre Varga\n\nSECRET", {"Lund", "Varga"}),
        ("Present: Lund, Varga; Admiral and Mrs. Holm.", {"Lund", "Varga", "Holm", "Mrs. Holm"}),
    ],
)
def test_offices_countries_and_stamps_are_no_persons(tmp_path, front, people):
    assert set(roster(tmp_path, f"RECORD OF CONVERSATION\n\n{front}\n\n{LISTED}")) == people


def test_husband_and_wife_are_two(tmp_path):
    text = (
        "Present: Dr. Varga; Marshal Holm; Madame Holm.\n\n"
        + "Marshal Holm: The road is long.\n\nMadame Holm: It is not.\n\nDr. Varga: Who knows?\n\n" * 3
        + "Madame Holm, who had been knitting, added that it was not.\n\nThe Marshal said that it was.\n\n"
        + "Holm: It is.\n"
    )
    (tmp_path / "f").write_text(text, "utf-8")
    speakers = [turn.speaker for turn in read_edition(tmp_path / "f").turns]
    assert speakers[:3] == ["Holm", "Madame Holm", "Varga"]
    assert speakers[-3:] == ["Madame Holm", "Holm", "Holm"]


@pytest.mark.parametrize("office", ["The Minister", "The Deputy Minister"])
def test_the_minister_is_not_his_deputy(tmp_path, office):
    text = (
        "Present: Lund, Deputy Minister of Mines; Varga, Minister of Trade.\n\n"
        + "Lund said so.\n\nVarga agreed.\n\n" * 3
    )
    (tmp_path / "f").write_text(f"{text}{office} asked for more.\n\nLund agreed.", "utf-8")
    assert read_edition(tmp_path / "f").turns[-2].speaker == ("Varga" if office == "The Minister" else "Lund")
