"""Finished comparisons to report on, made without the engine: from the gold of an example, and by hand."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from align.model import Alignment, Difference, Kind, Reading, Row, Status, Verdict
from align.workspace import Comparison, view
from editions.model import (
    Block,
    Edition,
    Figure,
    FigureKind,
    Form,
    Mentions,
    NameKind,
    NameMention,
    Speaker,
    Turn,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MEETING = Path(__file__).parents[3] / "examples" / "meeting-1952"


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with the one kept under a name; HEXAPLA_WRITE_GOLDEN=1 keeps the new one instead."""

    def check(name: str, text: str) -> None:
        kept = Path(__file__).parent / "golden" / name
        if os.environ.get("HEXAPLA_WRITE_GOLDEN"):
            kept.write_text(text, "utf-8")
        assert text == kept.read_text("utf-8")

    return check


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Runs of lines between blank lines: all that these three files need."""
    blocks: list[Block] = []
    begun: int | None = None
    lines: list[str] = []
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        if line.strip():
            begun = begun or number
            lines.append(line.strip())
        elif begun is not None:
            blocks.append(Block(len(blocks), begun, " ".join(lines)))
            begun, lines = None, []
    return tuple(blocks)


def gold_edition(siglum: str, gold: dict) -> Edition:
    """One edition of the example, read as its gold says."""
    about = gold["editions"][siglum]
    path = MEETING / about["file"]
    blocks = read_blocks(path)
    starts = [block.text.split()[:5] for block in blocks]

    def find(first: str, after: int) -> int:
        return next(i for i in range(after, len(blocks)) if starts[i] == first.split())

    turns, at = [], 0
    for entry in gold["turns"][siglum]:
        at = find(entry["first"], at)
        text = blocks[at].text
        label = re.match(r"\**[A-Z][\w'’.-]*(?: [A-Z][\w'’-]*)*(?: \([a-z ]+\))?(?::\**|\.) ", text)
        form = Form.LABEL if label else Form.CONTINUATION if entry.get("implicit") else Form.REPORTED
        if entry["speaker"] is None:
            form, label = Form.NOTE, None
        turns.append(
            Turn(
                id=f"{siglum}{entry['i'] + 1}",
                siglum=siglum,
                number=entry["i"],
                block=at,
                line=blocks[at].line,
                speaker=entry["speaker"],
                form=form,
                text=text,
                said=label.end() if label else 0,
                also=tuple(entry.get("also", ())),
            )
        )
        at += 1
    first, last = turns[0].block, turns[-1].block
    body = {turn.block for turn in turns}
    return Edition(
        siglum=siglum,
        path=f"examples/meeting-1952/{about['file']}",
        title=blocks[0].text[:70],
        language="en",
        blocks=blocks,
        front=tuple(range(first)),
        headings=tuple(i for i in range(first, last) if i not in body),
        back=tuple(range(last + 1, len(blocks))),
        notes=(),
        turns=tuple(turns),
        roster=(Speaker("Stalin", ("STALIN",), evidence=("title",)), Speaker("Zhou Enlai", ("CHOU",))),
        date="1952-08-20",
    )


def gold_comparison(*sigla: str) -> Comparison:
    """The gold alignment of A with another edition, with the gold's figures, names and speakers."""
    gold = yaml.safe_load((MEETING / "gold.yaml").read_text("utf-8"))
    base, other = sigla
    editions = (gold_edition(base, gold), gold_edition(other, gold))
    rows, home = [], {}
    for number, (left, right, *more) in enumerate(gold["alignment"][f"{base}-{other}"], 1):
        turns = {base: tuple(f"{base}{i + 1}" for i in left), other: tuple(f"{other}{i + 1}" for i in right)}
        row = Row(
            id=f"r{number}",
            turns={siglum: ids for siglum, ids in turns.items() if ids},
            score=0.8 if left and right else 0.0,
            moved=bool(more and more[0].get("moved")),
            why={"text": 0.61, "speaker": 1.0} if left and right else {},
        )
        rows.append(row)
        home |= {turn: row for ids in row.turns.values() for turn in ids}
    turns = {turn.id: turn for edition in editions for turn in edition.turns}
    found: list[tuple[str, Kind, Verdict, dict[str, Reading], str]] = []

    def reading(turn: str, text: str) -> Reading:
        whole = turns[turn].text
        begin = whole.find(text)
        begin = whole.lower().find(text.lower()) if begin < 0 else begin
        assert begin >= 0, (turn, text)
        return Reading(turn, begin, begin + len(text), whole[begin : begin + len(text)], text)

    def opening(turn: str) -> Reading:
        return Reading(turn, 0, len(turns[turn].text), turns[turn].text)

    for row in rows:
        if len(row.turns) == 1:
            ((siglum, ids),) = row.turns.items()
            kind, verdict = (Kind.OMISSION, Verdict.MISSING) if siglum == base else (Kind.ADDITION, Verdict.ADDED)
            found.append((row.id, kind, verdict, {siglum: opening(ids[0])}, ""))
        elif row.moved:
            places = {siglum: opening(ids[0]) for siglum, ids in row.turns.items()}
            found.append((row.id, Kind.ORDER, Verdict.MOVED, places, ""))
        if len(row.turns) > 1:
            whole = {siglum: opening(ids[0]) for siglum, ids in row.turns.items()}
            found.append((row.id, Kind.WORDING, Verdict.REWORDED, whole, ""))
    if other == "B":
        for entry in gold["figures"]:
            a, b = f"A{entry['a_turn'] + 1}", f"B{entry['b_turn'] + 1}"
            verdict = Verdict.DIFFERENT if entry["verdict"] == "different" else Verdict.OTHER_FORM
            pair = {"A": reading(a, entry["a_text"]), "B": reading(b, entry["b_text"])}
            found.append((home[a].id, Kind.FIGURE, verdict, pair, entry["basis"]))
        for entry in gold["names"]:
            verdict = Verdict.DIFFERENT if entry["verdict"] == "different" else Verdict.VARIANT
            for left, right in entry["turns"]:
                a, b = f"A{left + 1}", f"B{right + 1}"
                pair = {"A": reading(a, entry["a"]), "B": reading(b, entry["b"])}
                found.append((home[a].id, Kind.NAME, verdict, pair, ""))
        for entry in gold["speakers_differ"]:
            a, b = f"A{entry['a_turn'] + 1}", f"B{entry['b_turn'] + 1}"
            pair = {
                "A": Reading(a, 0, 0, "", entry["a_speaker"]),
                "B": Reading(b, 0, 0, "", entry["b_speaker"]),
            }
            found.append((home[a].id, Kind.SPEAKER, Verdict.DIFFERENT, pair, ""))
    place = {row.id: number for number, row in enumerate(rows)}
    found.sort(key=lambda entry: place[entry[0]])
    differences = [Difference(f"d{number}", *entry) for number, entry in enumerate(found, 1)]
    return view(Alignment(editions, base, tuple(rows), mentions={}), differences)


@pytest.fixture(scope="session")
def meeting() -> Comparison:
    """Editions A and B of the example meeting, as the gold pairs them."""
    return gold_comparison("A", "B")


@pytest.fixture(scope="session")
def digest_meeting() -> Comparison:
    """Editions A and C of the example meeting: C leaves out more than half."""
    return gold_comparison("A", "C")


def edition_of(siglum: str, *said: tuple[str | None, str], path: str | None = None, **more) -> Edition:
    """An edition of nothing but turns, one block and one line each, after one block of front matter."""
    title = f"The {siglum} text"
    turns = tuple(
        Turn(
            f"{siglum}{i + 1}",
            siglum,
            i,
            i + 1,
            i + 3,
            speaker,
            Form.REPORTED if speaker else Form.NOTE,
            text,
        )
        for i, (speaker, text) in enumerate(said)
    )
    blocks = (Block(0, 1, title), *(Block(turn.block, turn.line, turn.text) for turn in turns))
    given = {
        "path": path or f"{siglum.lower()}.txt",
        "title": title,
        "language": "en",
        "front": (0,),
        "headings": (),
        "back": (),
        "notes": (),
        "roster": tuple(Speaker(name) for name in dict.fromkeys(name for name, _ in said if name)),
    }
    return Edition(siglum=siglum, blocks=blocks, turns=turns, **(given | more))


@pytest.fixture
def small() -> Comparison:
    """Three short editions with one difference of every kind, for golden reports."""
    a = edition_of(
        "A",
        ("Harald", "Harald says that 83,000 sheep were counted at Østby in 1939."),
        ("Signe", "Signe replies that the count was fair."),
        ("Harald", "Harald thanks her [warmly — Ed.] and asks about the ferry."),
        ("Signe", "Signe promises an answer by June."),
    )
    b = edition_of(
        "B",
        ("Harald", "HARALD: Some 38 thousand sheep, at Oestby, and that was in nineteen thirty-nine."),
        ("Signe", "SIGNE: You will have my answer by June."),
        ("Olav", "OLAV: I thank you. And the ferry?"),
        ("Signe", "SIGNE: The ferry will run."),
        limits=("a paragraph was too long to compare word by word",),
    )
    c = edition_of("C", ("Harald", "HARALD. There were 83,000 sheep at Østby."))

    def at(edition: Edition, number: int, text: str, value: str | None = None) -> Reading:
        begin = edition.turns[number].text.index(text)
        return Reading(edition.turns[number].id, begin, begin + len(text), text, value)

    rows = (
        Row("r1", {"A": ("A1",), "B": ("B1",), "C": ("C1",)}, 0.91, why={"text": 0.5, "speaker": 1.0}),
        Row("r2", {"A": ("A2",)}, 0.0),
        Row("r3", {"A": ("A3",), "B": ("B3",)}, 0.62, status=Status.DOUBTFUL, why={"text": 0.4}),
        Row("r4", {"A": ("A4",), "B": ("B2",)}, 0.88, moved=True, status=Status.CONFIRMED, why={"text": 0.8}),
        Row("r5", {"B": ("B4",)}, 0.0),
    )
    thanks = {"A": at(a, 2, "thanks her"), "B": at(b, 2, "I thank you")}
    differences = (
        Difference(
            "d1",
            "r1",
            Kind.FIGURE,
            Verdict.DIFFERENT,
            {
                "A": at(a, 0, "83,000", "83000"),
                "B": at(b, 0, "38 thousand", "38000"),
                "C": at(c, 0, "83,000", "83000"),
            },
            "two digits change places",
        ),
        Difference(
            "d2",
            "r1",
            Kind.NAME,
            Verdict.VARIANT,
            {"A": at(a, 0, "Østby"), "B": at(b, 0, "Oestby")},
            "one spelling writes ø as oe",
        ),
        Difference(
            "d3",
            "r1",
            Kind.FIGURE,
            Verdict.OTHER_FORM,
            {"A": at(a, 0, "1939", "1939"), "B": at(b, 0, "nineteen thirty-nine", "1939")},
        ),
        Difference("d4", "r2", Kind.OMISSION, Verdict.MISSING, {"A": at(a, 1, a.turns[1].text)}),
        Difference(
            "d5",
            "r3",
            Kind.SPEAKER,
            Verdict.DIFFERENT,
            {"A": Reading("A3", 0, 6, "Harald", "Harald"), "B": Reading("B3", 0, 4, "OLAV", "Olav")},
        ),
        Difference("d6", "r3", Kind.WORDING, Verdict.DIFFERENT, thanks),
        Difference("d7", "r3", Kind.EDITORIAL, Verdict.MISSING, {"A": at(a, 2, "[warmly — Ed.]")}),
        Difference(
            "d8",
            "r4",
            Kind.ORDER,
            Verdict.MOVED,
            {"A": at(a, 3, a.turns[3].text), "B": at(b, 1, b.turns[1].text)},
        ),
        Difference("d9", "r5", Kind.ADDITION, Verdict.ADDED, {"B": at(b, 3, b.turns[3].text)}),
    )
    mentions = {
        "A1": Mentions(
            figures=(Figure(17, 23, "83,000", FigureKind.NUMBER, 83_000, 83_000, counted="sheep"),),
            names=(NameMention(46, 51, "Østby", NameKind.PLACE, entity="ostby"),),
        )
    }
    alignment = Alignment((a, b, c), "A", rows, mentions, limits=("moves were sought in 400 turns only",))
    return view(alignment, differences)
