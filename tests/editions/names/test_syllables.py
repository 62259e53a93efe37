"""The syllable table: every row reads back, and the faults known from other tables are not in it."""

from __future__ import annotations

from collections import Counter

import pytest

from editions.names.romanization.mandarin import read_mandarin
from editions.names.romanization.syllables import (
    EFEO,
    GERMAN,
    PALLADIUS,
    PALLADIUS_LATIN,
    PINYIN,
    PRESS,
    WADE_GILES,
    WADE_GILES_BARE,
    YALE,
    inventory,
    syllable_table,
)

ROWS = syllable_table()


def readings(text: str, system: str | None = None) -> set[str]:
    """Every reading of a spelling, its syllables joined by a stop."""
    found = set()
    for reading in read_mandarin(text, system):
        assert all(reading.syllables)
        if reading.count == 1:
            found.add(".".join(next(iter(options)) for options in reading.syllables))
        else:
            found.add(".".join("/".join(sorted(options)) for options in reading.syllables))
    return found


def test_the_table_has_every_syllable_once():
    pinyin = [row["pinyin"] for row in ROWS]
    assert len(pinyin) == len(set(pinyin)) == 411


@pytest.mark.parametrize("system", [PINYIN, WADE_GILES, WADE_GILES_BARE, PALLADIUS, YALE, EFEO, GERMAN, PRESS])
def test_every_row_reads_back_in_every_system(system):
    column = {WADE_GILES_BARE: "wade-giles", GERMAN: "wade-giles", PRESS: "wade-giles"}.get(system, system)
    table = inventory(system)
    reached = set().union(*table.values())
    assert {row["pinyin"] for row in ROWS} <= reached
    if system in (PINYIN, PALLADIUS, YALE):
        assert all(row["pinyin"] in table[row[column]] for row in ROWS)


def test_only_lo_is_ambiguous_in_full_wade_giles_and_palladius():
    for column, twice in (("wade-giles", {"lo"}), ("palladius", {"ло"})):
        counts = Counter(row[column] for row in ROWS)
        assert {spelling for spelling, count in counts.items() if count > 1} == twice


def test_wade_giles_without_apostrophes_is_as_ambiguous_as_known():
    table = inventory(WADE_GILES_BARE)
    assert sum(len(found) > 1 for found in table.values()) > 90
    assert table["chu"] == {"zhu", "chu", "ju", "qu"}
    assert table["yu"] == {"you", "yu"}
    assert max(map(len, table.values())) <= 5


@pytest.mark.parametrize(
    ("pinyin", "wade"),
    [
        ("ai", "ai"),
        ("hai", "hai"),
        ("lai", "lai"),
        ("mai", "mai"),
        ("nai", "nai"),
        ("sai", "sai"),
        ("shai", "shai"),
        ("wai", "wai"),
        ("tie", "t'ieh"),
        ("chua", "ch'ua"),
        ("shuo", "shuo"),
        ("huo", "huo"),
        ("lü", "lü"),
        ("nüe", "nüeh"),
        ("ju", "chü"),
        ("quan", "ch'üan"),
        ("xue", "hsüeh"),
        ("yun", "yün"),
        ("yu", "yü"),
        ("zi", "tzŭ"),
        ("ci", "tz'ŭ"),
        ("si", "ssŭ"),
        ("er", "êrh"),
        ("gui", "kuei"),
        ("hui", "hui"),
        ("yi", "i"),
        ("duo", "to"),
        ("guo", "kuo"),
        ("de", "tê"),
        ("ge", "ko"),
        ("you", "yu"),
        ("ri", "jih"),
        ("xiong", "hsiung"),
    ],
)
def test_rows_that_other_tables_get_wrong(pinyin, wade):
    row = next(row for row in ROWS if row["pinyin"] == pinyin)
    assert row["wade-giles"] == wade


@pytest.mark.parametrize(
    ("pinyin", "palladius"),
    [
        ("zhi", "чжи"),
        ("jian", "цзянь"),
        ("qiang", "цян"),
        ("xue", "сюэ"),
        ("hui", "хуэй"),
        ("guo", "го"),
        ("shuo", "шо"),
        ("wei", "вэй"),
        ("you", "ю"),
        ("yuan", "юань"),
        ("ri", "жи"),
        ("zun", "цзунь"),
        ("er", "эр"),
        ("lü", "люй"),
    ],
)
def test_rows_of_palladius(pinyin, palladius):
    assert next(row for row in ROWS if row["pinyin"] == pinyin)["palladius"] == palladius


@pytest.mark.parametrize(
    ("spelling", "wanted"),
    [
        ("P'eng Teh-huai", {"peng.de.huai"}),
        ("Chang Wen-t'ien", {"zhang.wen.tian"}),
        ("Hsüeh", {"xue"}),
        ("Su Yü", {"su.yu"}),
        ("Пэн Дэхуай", {"peng.de.huai"}),
        ("Tcheou Ngen-lai", {"chou/zhou.en.lai"}),
        ("Tschou En-lai", {"chou/zhou.en.lai"}),
        ("Xi'an", {"xi.an"}),
        ("Kim Il Sung", set()),
        ("Chiang Kai-shek", set()),
        ("", set()),
        ("123", set()),
    ],
)
def test_reading_whole_names(spelling, wanted):
    assert readings(spelling) == wanted


def test_apostrophes_that_are_printed_count_in_the_whole_name():
    assert readings("P'eng Chen") == {"peng.zhen"}
    assert readings("Peng Chen") == {"peng.chen", "ben/peng".replace("ben", "beng") + ".chen/zhen"}


def test_a_spelling_of_two_traditions_is_read_in_both_words_mixed():
    assert "ye.du/tu.yi" in readings("Ye Tu-yi")


def test_palladius_in_latin_letters():
    assert any("mao." in found for found in readings("Mao Tszedun"))
    assert read_mandarin("Pinditsiuan")[0].system == PALLADIUS_LATIN


def test_a_declared_system_is_the_only_one_tried():
    assert readings("Chou", "pinyin") == {"chou"}
    assert readings("Chou", "wade-giles") == {"zhou"}
    assert readings("Zhou", "wade-giles") == set()


def test_a_word_of_thousands_of_letters_is_refused_quickly():
    assert read_mandarin("an" * 5000) == ()
