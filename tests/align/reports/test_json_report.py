from __future__ import annotations

import copy
import json
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator, ValidationError

from align.model import Kind, Verdict
from align.reports import read_schema, select, write_edition_json, write_json
from align.workspace import Comparison, view
from editions.model import Figure, FigureKind, Form, Mentions, NameKind

if TYPE_CHECKING:
    from collections.abc import Callable

DIFF = Draft202012Validator(read_schema("diff-1"))
EDITION = Draft202012Validator(read_schema("edition-1"))


def test_the_schemas_are_schemas() -> None:
    Draft202012Validator.check_schema(read_schema("diff-1"))
    Draft202012Validator.check_schema(read_schema("edition-1"))


def test_the_edition_inside_the_diff_schema_is_the_edition_schema() -> None:
    assert read_schema("diff-1")["$defs"]["edition"] == read_schema("edition-1")


def test_the_schemas_list_what_the_models_know() -> None:
    defs = read_schema("diff-1")["$defs"]
    assert set(defs["difference"]["properties"]["kind"]["enum"]) == {kind.value for kind in Kind}
    assert set(defs["difference"]["properties"]["verdict"]["enum"]) == {verdict.value for verdict in Verdict}
    edition = read_schema("edition-1")["$defs"]
    assert set(edition["turn"]["properties"]["form"]["enum"]) == {form.value for form in Form}
    assert set(edition["figure"]["properties"]["kind"]["enum"]) == {kind.value for kind in FigureKind}
    assert set(edition["name"]["properties"]["kind"]["enum"]) == {kind.value for kind in NameKind}


def test_reports_are_valid(small: Comparison, meeting: Comparison, digest_meeting: Comparison) -> None:
    for comparison in (small, meeting, digest_meeting, select(small, kinds=[Kind.NAME])):
        DIFF.validate(json.loads(write_json(comparison)))


def test_the_report_is_what_it_was(small: Comparison, golden: Callable[[str, str], None]) -> None:
    golden("small.json", write_json(small))


def test_the_same_comparison_gives_the_same_bytes(meeting: Comparison) -> None:
    assert write_json(meeting) == write_json(view(meeting.alignment, meeting.differences))


def test_the_contract_holds_key_by_key(small: Comparison) -> None:
    written = json.loads(write_json(small))
    assert written["schema"] == "https://hexapla.invalid/diff/1"
    assert written["version"] == 1
    edition = written["editions"][0]
    assert edition["front"] == [{"block": 0, "text": "The A text"}]
    assert {"id", "block", "line", "speaker", "form", "text"} <= edition["turns"][0].keys()
    assert written["rows"][1]["turns"] == {"A": ["A2"], "B": [], "C": []}
    assert written["differences"][0]["readings"]["B"] == {
        "turn": "B1",
        "start": 13,
        "end": 24,
        "text": "38 thousand",
        "value": "38000",
    }
    assert written["limits"] == [
        "a paragraph was too long to compare word by word",
        "moves were sought in 400 turns only",
    ]


def test_readings_are_the_characters_they_say(meeting: Comparison) -> None:
    written = json.loads(write_json(meeting))
    texts = {turn["id"]: turn["text"] for edition in written["editions"] for turn in edition["turns"]}
    for difference in written["differences"]:
        for reading in difference["readings"].values():
            assert texts[reading["turn"]][reading["start"] : reading["end"]] == reading["text"]


@pytest.mark.parametrize(
    "change",
    [
        lambda report: report.update(extra=1),
        lambda report: report["rows"][0].update(score=1.5),
        lambda report: report["rows"][0].pop("why"),
        lambda report: report["differences"][0].update(kind="colour"),
        lambda report: report["differences"][0].update(readings={}),
        lambda report: report["editions"][0]["turns"][0].update(form="sung"),
        lambda report: report["editions"].pop() and report["editions"].pop(),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(small: Comparison, change) -> None:
    report = copy.deepcopy(json.loads(write_json(small)))
    DIFF.validate(report)
    change(report)
    with pytest.raises(ValidationError):
        DIFF.validate(report)


def test_one_edition_is_the_same_alone_and_in_a_report(small: Comparison) -> None:
    alone = json.loads(write_edition_json(small.editions[0], small.alignment.mentions))
    EDITION.validate(alone)
    assert alone == json.loads(write_json(small))["editions"][0]


def test_values_are_exact(small: Comparison) -> None:
    edition = small.editions[0]
    third = Figure(0, 6, "Harald", FigureKind.NUMBER, Fraction(1, 3), Fraction(5, 2))
    written = json.loads(write_edition_json(edition, {"A1": Mentions(figures=(third,))}))
    EDITION.validate(written)
    figure = written["turns"][0]["figures"][0]
    assert (figure["low"], figure["high"]) == ("1/3", "5/2")


def test_hostile_texts_stay_in_their_strings(small: Comparison) -> None:
    path = 'a"}]\u202e\x1b\x9b\udcff.txt'
    alignment = replace(small.alignment, editions=(replace(small.editions[0], path=path), *small.editions[1:]))
    written = write_json(view(alignment, small.differences))
    assert not {"\x1b", "\x9b", "\u202e", "\udcff"} & set(written)
    assert json.loads(written)["editions"][0]["path"] == path
    written.encode("utf-8")


def test_notes_at_the_end_are_back_matter_too(meeting: Comparison) -> None:
    edition = replace(meeting.editions[1], back=(146, 147), notes=(3, 148, 149))
    written = json.loads(write_edition_json(edition, {}))
    assert [block["block"] for block in written["back"]] == [146, 147, 148, 149]
    assert [block["block"] for block in written["notes"]] == [3, 148, 149]
