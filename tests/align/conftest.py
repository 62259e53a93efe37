"""Comparisons made without the engine: one written by hand, and one of any size from a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import settings

from align.model import Alignment, Difference, Kind, Reading, Row, Status, Verdict
from align.workspace import Comparison, view
from editions.model import Block, Edition, Form, Turn

# The same examples on every run, and no clock: a busy machine must not fail a test.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

WORDS = (
    "the harbour was closed for repairs until spring and nobody could say when grain would arrive from the north "
    "because every barge had been promised twice over while the council went on debating tariffs tolls timber "
    "coal salt herring rope tar pitch candles lamps oil flour barley rye oats horses carts roads bridges wells"
)
PEOPLE = ("Ingrid Holm", "Pavel Orlik", "Marta Quist", "Deng Shulan")


def edition(siglum: str, turns: list[tuple[str | None, str]], said: list[int] | None = None) -> Edition:
    """An edition of nothing but turns."""
    made = tuple(
        Turn(
            id=f"{siglum}{number + 1}",
            siglum=siglum,
            number=number,
            block=number,
            line=2 * number + 1,
            speaker=speaker,
            form=Form.LABEL if said and said[number] else Form.REPORTED,
            text=text,
            said=said[number] if said else 0,
        )
        for number, (speaker, text) in enumerate(turns)
    )
    return Edition(
        siglum=siglum,
        path=f"council-{siglum.lower()}.txt",
        title=f"Minutes of the harbour council, text {siglum}",
        language="en",
        blocks=tuple(Block(turn.block, turn.line, turn.text) for turn in made),
        front=(),
        headings=(),
        back=(),
        notes=(),
        turns=made,
    )


def at(edition_: Edition, number: int, text: str, value: str | None = None) -> Reading:
    """The reading of a text in the turn with that number (from 1)."""
    turn = edition_.turns[number - 1]
    start = turn.text.index(text)
    return Reading(turn.id, start, start + len(text), text, value)


def whole(edition_: Edition, number: int) -> Reading:
    """The reading that is a whole turn."""
    turn = edition_.turns[number - 1]
    return Reading(turn.id, 0, len(turn.text), turn.text)


@pytest.fixture(scope="session")
def council() -> Comparison:
    """Two editions with a difference of every kind, an unpaired turn on each side, a joined and a moved row."""
    a = edition(
        "A",
        [
            ("Ingrid Holm", "Ingrid Holm opens the sitting and reads the figures: in 1939 there were 116 barges."),
            ("Pavel Orlik", "Pavel Orlik asks who counted them at Łódź [then Litzmannstadt — Ed.]."),
            ("Ingrid Holm", "She answers that the harbour master did."),
            ("Ingrid Holm", "The count is beyond doubt."),
            ("Pavel Orlik", "Pavel Orlik thanks her."),
            ("Marta Quist", "Marta Quist speaks of the tolls, and of Ch’ang-ch’un’s share in them."),
            ("Ingrid Holm", "Ingrid Holm closes the sitting."),
        ],
    )
    b = edition(
        "B",
        [
            ("HOLM", "HOLM: We begin. In 1934 one hundred and sixteen barges were on our books."),
            ("ORLIK", "ORLIK: And who was it that did the counting in Lodz?"),
            ("HOLM", "HOLM: The harbour master, and there is no doubt about it."),
            ("QUIST", "QUIST: Tolls! Changchun has a share in them, has it not?"),
            ("ORLIK", "ORLIK: I am obliged."),
            ("QUIST", "QUIST: So are we all."),
        ],
        said=[6, 7, 6, 7, 7, 7],
    )
    rows = (
        Row("r1", {"A": ("A1",), "B": ("B1",)}, 0.91, why={"text": 0.61, "speaker": 1.0, "length": 0.9}),
        Row("r2", {"A": ("A2",), "B": ("B2",)}, 0.82, why={"text": 0.4, "speaker": 1.0}),
        Row("r3", {"A": ("A3", "A4"), "B": ("B3",)}, 0.7, why={"text": 0.3}),
        Row("r4", {"A": ("A5",), "B": ("B5",)}, 0.4, why={"text": 0.1}),
        Row("r5", {"A": ("A6",), "B": ("B4",)}, 0.66, moved=True, status=Status.DOUBTFUL, why={"names": 1.0}),
        Row("r6", {"B": ("B6",)}, 0.0),
        Row("r7", {"A": ("A7",)}, 0.0),
    )

    def difference(number: int, row: str, kind: Kind, verdict: Verdict, note: str = "", **readings) -> Difference:
        return Difference(f"d{number}", row, kind, verdict, readings, note)

    differences = (
        difference(
            1,
            "r1",
            Kind.FIGURE,
            Verdict.DIFFERENT,
            "One digit off.",
            A=at(a, 1, "1939", "1939"),
            B=at(b, 1, "1934", "1934"),
        ),
        difference(
            2,
            "r1",
            Kind.FIGURE,
            Verdict.OTHER_FORM,
            A=at(a, 1, "116", "116"),
            B=at(b, 1, "one hundred and sixteen", "116"),
        ),
        difference(3, "r1", Kind.WORDING, Verdict.REWORDED, A=whole(a, 1), B=whole(b, 1)),
        difference(4, "r2", Kind.NAME, Verdict.VARIANT, A=at(a, 2, "Łódź"), B=at(b, 2, "Lodz")),
        difference(5, "r2", Kind.EDITORIAL, Verdict.MISSING, A=at(a, 2, "[then Litzmannstadt — Ed.]")),
        difference(6, "r3", Kind.WORDING, Verdict.DIFFERENT, A=at(a, 4, "beyond"), B=at(b, 3, "no doubt")),
        difference(7, "r5", Kind.ORDER, Verdict.MOVED, A=whole(a, 6), B=whole(b, 4)),
        difference(
            8, "r5", Kind.SPEAKER, Verdict.DIFFERENT, A=Reading("A6", 0, 11, "Marta Quist", "Marta Quist"),
            B=Reading("B4", 0, 5, "QUIST", "Quist"),
        ),
        difference(9, "r6", Kind.ADDITION, Verdict.ADDED, B=whole(b, 6)),
        difference(10, "r7", Kind.OMISSION, Verdict.MISSING, A=whole(a, 7)),
    )  # fmt: skip
    alignment = Alignment((a, b), "A", rows, {}, limits=("moves were sought in 400 turns only",))
    return view(alignment, differences)


Maker = Callable[..., Comparison]


@pytest.fixture(scope="session")
def made_comparison() -> Maker:
    """A maker of comparisons with any number of rows and editions, the same for the same numbers."""
    return make_comparison


def make_comparison(rows: int, editions: int = 2, *, words: int = 42, seed: int = 7) -> Comparison:
    """Rows of turns of very different length; every third row differs in a figure, some in more.

    Args:
        rows: number of rows, one turn in each edition; every 50th has no partner.
        editions: number of editions.
        words: mean number of words in a turn.
        seed: for the words.

    Returns:
        The comparison.
    """
    choose = random.Random(seed)
    sigla = "ABCDEFGHIJ"[:editions]
    texts: dict[str, list[tuple[str | None, str]]] = {siglum: [] for siglum in sigla}
    made: list[Row] = []
    differences: list[Difference] = []
    for number in range(rows):
        length = max(1, min(400, round(choose.lognormvariate(0, 0.8) * words * 0.72)))
        body = choose.choices(WORDS.split(), k=length)
        person = PEOPLE[number % len(PEOPLE)]
        alone = number % 50 == 49
        turns: dict[str, tuple[str, ...]] = {}
        spans: dict[str, Reading] = {}
        place = choose.randrange(length)
        for order, siglum in enumerate(sigla[:1] if alone else sigla):
            year = str(1900 + (number + order * 5) % 100)
            printed = [*body[:place], year, *body[place:]]
            text = " ".join(printed)
            start = len(" ".join(printed[:place])) + bool(place)
            texts[siglum].append((person, text))
            id_ = f"{siglum}{len(texts[siglum])}"
            turns[siglum] = (id_,)
            spans[siglum] = Reading(id_, start, start + 4, year, year)
        status = Status.DOUBTFUL if number % 40 == 7 else Status.PROPOSED
        row = Row(f"r{number + 1}", turns, 0.0 if alone else 0.8, status=status, why={"text": 0.6})
        made.append(row)
        if alone:
            reading = Reading(turns["A"][0], 0, len(texts["A"][-1][1]), texts["A"][-1][1])
            found = [(Kind.OMISSION, Verdict.MISSING, {"A": reading})]
        elif number % 3 == 0:
            found = [(Kind.FIGURE, Verdict.DIFFERENT, spans)]
        else:
            found = []
        for kind, verdict, readings in found:
            differences.append(Difference(f"d{len(differences) + 1}", row.id, kind, verdict, readings))
    made_editions = tuple(edition(siglum, texts[siglum]) for siglum in sigla)
    return view(Alignment(made_editions, "A", tuple(made), {}), differences)
