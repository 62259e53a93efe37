"""Names in running text: what is one, what only looks like one, and what a bracket says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.model import NameKind
from editions.names.authority import parse_authority
from editions.names.document import DocumentWords, document_words
from editions.names.finding import find_names
from tests.growth import grows_no_faster

AUTHORITY = parse_authority(
    """\
entities:
- {id: zhou, kind: person, preferred: Zhou Enlai, variants: [Chou En-lai, Чжоу Эньлай, 周恩来]}
- {id: stalin, kind: person, preferred: Stalin, variants: [Сталин, И. В. Сталин]}
- {id: south, kind: place, preferred: South Korea, variants: [the South]}
- {id: china, kind: place, preferred: China}
- {id: wang-a, kind: person, preferred: Wang}
- {id: wang-b, kind: person, preferred: WANG}
"""
)


def names(text, **options):
    return [mention.text for mention in find_names(text, **options)]


def kinds(text, **options):
    return {mention.text: mention.kind for mention in find_names(text, **options)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Grechko asked Chen Geng about Dalian.", ["Grechko", "Chen Geng", "Dalian"]),
        ("Comrade Suslov and Chairman Ho met Marshal Choe Yong-gon.", ["Suslov", "Ho", "Choe Yong-gon"]),
        ("The Prime Minister thanked Vice President Barkley.", ["Barkley"]),
        ("He spoke of Wen-t'ien, Ulan-Bator and the Ch'ang-pai range.", ["Wen-t'ien", "Ulan-Bator", "Ch'ang-pai"]),
        ("Zorin's note reached Tito’s office.", ["Zorin", "Tito"]),
        ("A. Ya. Vyshinskii and N.T. Fedorenko signed.", ["A. Ya. Vyshinskii", "N.T. Fedorenko"]),
        ("The note was A.Vyshinskii's.", ["A.Vyshinskii"]),
        ("It lies between the USSR, the DPRK and the U.S. zone.", ["USSR", "DPRK", "U.S."]),
        ("The XX Congress of the VKP(b) met.", ["VKP(b)"]),
        ("[North] Korea asked for rice.", ["North] Korea"]),
        ("He meets the Chinese, the South Koreans and two Americans.", []),
        ("the Soviet Union and the Soviet Government", ["Soviet Union", "Soviet Government"]),
        ("the Ministry of Labour Reserves of that country", ["Ministry of Labour Reserves"]),
        (
            "the Ministry of Trade and Industry and the Central Committee",
            ["Ministry of Trade and Industry", "Central Committee"],
        ),
        ("the Bank of China and the Republic of Korea", ["Bank of China", "Republic of Korea"]),
        ("the Chinese People's Volunteers", ["Chinese People's Volunteers"]),
        ("between Mongolia and China, between Poland and Hungary", ["Mongolia", "China", "Poland", "Hungary"]),
        ("In May and on Monday, 5 October, chapter IV of Part II was read.", []),
        ("The POWs and the five-year Plan of the Party come first.", []),
        ("General de Gaulle and Charles de Gaulle", [["de", "Gaulle"][1], "Charles de Gaulle"]),
        ("The General Assembly sent General Ridgway.", ["General Assembly", "Ridgway"]),
        ("Asks about bread. Notes that it is late. Having read it, agrees. Surely not.", []),
        ("“Thanks,” he said. “Let us go on.”", []),
        ("I don't know. I'd say so. Wouldn't you?", []),
        ("We saw Prague.[9] Fix the hour.", ["Prague", "Fix"]),
        (
            "It grows round Barnaul¹ and near Tambov² or Perm†. He left Orsha*, too.",
            ["Barnaul", "Tambov", "Perm", "Orsha"],
        ),
        ("They left Zabrze.³ Nobody wrote.", ["Zabrze"]),
        ("The Volga³ [Itil] is wide.", ["Volga"]),
        ("ships of the Far Northern Towing Company", ["Far Northern Towing Company"]),
        (
            "reported to the State Timber Committee and the Near Eastern Department",
            ["State Timber Committee", "Near Eastern Department"],
        ),
        ("State Timber Committee figures agree.", ["State Timber Committee"]),
        ("State your case. Far be it from us. Near Moscow it rains.", ["Moscow"]),
        ("He asked Kang Sun Ok, and said OK.", ["Kang Sun Ok"]),
        ("He met Sun Chuanfang on Sun. 5 Jun 1926, and Chai Jun.", ["Sun Chuanfang", "Chai Jun"]),
        ("He saw the Sun and heard Mar of it.", []),
        ("Doctor Pirogov and the Commercial Counselor saw thirty degrees Celsius.", ["Pirogov"]),
        ("Am I late? Ten below zero, Fahrenheit.", []),
        ("", []),
        ("1952 — 83,000 (!)", []),
    ],
)
def test_capitalised_runs(text, wanted):
    assert names(text) == wanted


def test_a_common_word_with_a_capital_begins_a_body_inside_a_sentence_only():
    document = DocumentWords(lower=frozenset({"young"}), small=frozenset({"young"}), inside=frozenset())
    assert names("He joined the Young Foresters' League.", document=document) == ["Foresters"]
    assert names("He joined the Young Pioneer League.", document=document) == ["Young Pioneer League"]
    assert names("Young men dance. Young Boris danced.", document=document) == ["Boris"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Suvorin, our Minister of Mines, puts it at nine.", ["Suvorin"]),
        ("Suvorin, once Ambassador there, has left.", ["Suvorin"]),
        ("He is Minister of Foreign Trade and Minister for Mongolia.", ["Mongolia"]),
        ("Stations, our engineers say, are few.", []),
        ("Rails, the minister holds the view that", []),
        ("Stepanov is in favour. Chernenko will come. Whisky is not sold.", ["Stepanov", "Chernenko"]),
        ("Grains are few. Silence is kept. Takeoff was late.", []),
        ("Teh-huai is ill.", ["Teh-huai"]),
    ],
)
def test_a_name_only_met_at_the_head_of_a_sentence(text, wanted):
    assert names(text, document=DocumentWords(inside=frozenset())) == wanted


def test_offsets_are_those_of_the_text():
    text = "To this Zhou Enlai’s aide, P’eng Teh-huai, said [North] Korea…"
    for mention in find_names(text):
        assert text[mention.start : mention.end] == mention.text


def test_kinds():
    found = kinds(
        "Comrade Kumykin told Chiang Kai-shek that Yudin flew via Gorlovka to Prague and joined the Labour Party."
    )
    assert found == {
        "Kumykin": NameKind.PERSON,
        "Chiang Kai-shek": NameKind.PERSON,
        "Yudin": NameKind.UNKNOWN,
        "Gorlovka": NameKind.PLACE,
        "Prague": NameKind.PLACE,
        "Labour Party": NameKind.ORGANISATION,
    }


def test_words_seen_in_lower_case_open_no_name():
    text = "Jets are beyond us. Steel matters."
    assert names(text) == ["Jets", "Steel"]
    assert names(text, lower=frozenset({"jets", "steel"})) == []


def test_the_document_tells_what_opens_a_sentence():
    turns = ["Wireless counts. Food is short.", "Kumykin agrees. Hungary waits.", "He asked Mikoyan.", "Mikoyan left."]
    document = document_words(turns)
    assert [names(turn, document=document) for turn in turns] == [[], ["Kumykin", "Hungary"], ["Mikoyan"], ["Mikoyan"]]


def test_a_word_mostly_printed_small_is_no_name_inside_a_sentence():
    turns = ["the party and the party", "He joined the Party there.", "They met He Long and Long Yun."]
    document = document_words(turns)
    assert names(turns[1], document=document) == []
    assert "He Long" in names(turns[2], document=document)


def test_verse_gives_only_words_that_are_never_small():
    lines = [
        f"the king of Ithaca did {word} the sea, {word.title()} and go, {other.title()} the {other} again to Ithaca"
        for word, other in (("cross", "leave"), ("watch", "keep"), ("leave", "cross"), ("keep", "watch"))
        for _ in range(5)
    ]
    document = document_words(lines)
    assert document.sure is not None
    assert {name for line in lines for name in names(line, document=document)} == {"Ithaca"}


def test_prose_has_capitals_to_be_trusted():
    assert document_words(["He asked Mikoyan to see Beria and Malenkov in Moscow."] * 20).sure is None


def test_lines_in_capitals_say_nothing():
    assert names("STALIN AND CHOU EN-LAI: A CONFERENCE IN THE KREMLIN") == []
    assert names("STALIN AND CHOU EN-LAI: A CONFERENCE IN THE KREMLIN", authority=AUTHORITY) == [
        "STALIN",
        "CHOU EN-LAI",
    ]


def test_the_authority_is_found_first_and_typed():
    mentions = find_names("Chou En-lai and Stalin went to the South of China.", authority=AUTHORITY)
    assert [(each.text, each.entity) for each in mentions] == [
        ("Chou En-lai", "zhou"),
        ("Stalin", "stalin"),
        ("the South", "south"),
        ("China", "china"),
    ]
    assert mentions[0].kind is NameKind.PERSON


def test_a_spelling_of_two_entities_has_a_kind_and_no_entity():
    (wang,) = find_names("It was WANG.", authority=AUTHORITY)[:1]
    assert wang.entity is None or wang.entity == "wang-b"
    (wang,) = (each for each in find_names("It was Wang.", authority=AUTHORITY))
    assert wang.kind is NameKind.PERSON


def test_authority_forms_keep_their_capitals_and_word_boundaries():
    assert names("some china from South Koreans and Indo-China", authority=AUTHORITY) == ["Indo-China"]
    assert names("we went to the south", authority=AUTHORITY) == []


def test_russian_is_found_in_its_cases():
    found = find_names("Передать Сталину и Чжоу Эньлаю привет.", language="ru", authority=AUTHORITY)
    assert [each.entity for each in found] == ["stalin", "zhou"]


def test_chinese_is_found_without_capitals():
    found = find_names("周恩来同志说：好。", language="zh", authority=AUTHORITY)
    assert [(each.text, each.entity) for each in found] == [("周恩来", "zhou")]
    assert names("毛泽东同志说", language="zh") == []


@pytest.mark.parametrize("language", ["fr", "de", "ru", "el", "zh", "xx", "../en"])
def test_languages_without_a_table(language):
    find_names("Hier ist das Haus. Molotow sprach mit Tschou En-lai in Prag.", language=language)


@pytest.mark.parametrize(
    ("text", "gloss"),
    [
        ("the agreement on Lüshun [Port Arthur] itself", "Port Arthur"),
        ("and Jiang Jieshi [Chiang Kai-shek] may", "Chiang Kai-shek"),
        ("in Urga (Ulan Bator) then", "Ulan Bator"),
        ("the VKP(b) [the All-Union Communist Party, which was to meet] sits", "All-Union Communist Party"),
        ("to Khami [now Hami] by rail", "Hami"),
        ("the CC [Central Committee] met", "Central Committee"),
        ("saw Peng Dehuai [commander of the Volunteers] there", None),
        ("saw Chen Yun [Vice Premier] there", None),
        ("saw Chen Yun [sic] there", None),
        ("saw Chen Yun [Ed.: so in the copy] there", None),
        ("N. Fedorenko [signed]", None),
        ("in Prague [October 1952] they", None),
        ("in Prague [?] they", None),
        ("asked Vyshinsky (USSR) about it", None),
        ("asked Zorin (Laughter.) about it", None),
        ("asked Zorin [12] about it", None),
        ("from Korea [South Koreans] came", None),
        ("at Supung [the] end", None),
    ],
)
def test_glosses(text, gloss):
    mentions = find_names(text)
    assert [mention.gloss for mention in mentions][:1] == [gloss]
    if gloss is not None:
        assert gloss not in [mention.text for mention in mentions]


def test_titles_and_repairs_before_a_name_are_no_gloss():
    mentions = find_names("On the side of China: [Vice Premier] Chen Yun, [PRC Ambassador to the USSR] Zhang Wentian")
    assert [each.text for each in mentions] == ["China", "Chen Yun", "PRC", "USSR", "Zhang Wentian"]
    assert all(each.gloss is None for each in mentions)


@given(st.text(max_size=300))
def test_nothing_raises_and_mentions_do_not_overlap(text):
    place = 0
    for mention in find_names(text, authority=AUTHORITY):
        assert place <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        place = mention.end


@pytest.mark.parametrize(
    "unit",
    ["A.", "[", "Aa ", "A-", "Zz [Aa ", "[1]", "'", "Aa of ", "Ya. ", "周", "Ministry of ", "Chou En-lai ", "(Aa) "],
)
def test_time_grows_with_the_length(unit):
    def work(size):
        find_names((unit * (size // len(unit)))[:size], authority=AUTHORITY)

    assert grows_no_faster(work, 8_000, 32_000, 1.6)


def test_without_a_document_nothing_is_known():
    assert DocumentWords() == DocumentWords(frozenset(), frozenset(), None, None)


def test_stretches_without_capitals_make_no_difference():
    """With an authority every word is looked at, without one only those near capitals."""
    irrelevant = parse_authority("entities:\n- {id: x, kind: person, preferred: Xyzzyx}\n")
    filler = "and of the long and winding road that leads to nothing at all, " * 4
    parts = [
        "Suvorin, our Minister of Mines, came with Ch'en Yi.",
        "The ministry's note, “Peace”, reached A. Ya. Orlov and the Bank of Sweden (USSR).",
        "Émile saw Łódź and the Ministry of Trade and Industry in KIEV.",
        "VKP(b) met.",
    ]
    for text in (
        filler.join(parts),
        *(filler + part + filler for part in parts),
        filler,
        filler.replace(" ", "\u00a0"),
    ):
        assert find_names(text) == find_names(text, authority=irrelevant)
