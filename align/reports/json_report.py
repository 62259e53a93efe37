"""The JSON report: every fact of a comparison, for another program. Its schemas ship with it."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from align.reports.printable import UNSAFE, escape
from editions.model import Mentions

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from align.model import Difference, Reading, Row
    from align.workspace import Comparison
    from editions.model import Edition, Figure, NameMention, Turn

DIFF_SCHEMA = "https://hexapla.invalid/diff/1"
"""Identifies the form of the report; the schema file of that ``$id`` is ``schemas/diff-1.json``."""


def write_json(comparison: Comparison) -> str:
    """Writes a comparison as one JSON object (schema ``diff-1``).

    Args:
        comparison: finished data.

    Returns:
        The object as indented JSON, ending in a line end. The same input gives the same bytes; letters of
        every script stand as themselves, control characters and lone surrogates as escapes.
    """
    alignment = comparison.alignment
    sigla = [edition.siglum for edition in comparison.editions]
    return _dump(
        {
            "schema": DIFF_SCHEMA,
            "version": 1,
            "base": alignment.base,
            "editions": [_edition(edition, alignment.mentions) for edition in comparison.editions],
            "rows": [_row(row, sigla) for row in comparison.rows],
            "differences": [_difference(difference, sigla) for difference in comparison.differences],
            "summary": dict(comparison.summary),
            "limits": list(comparison.limits),
        }
    )


def write_edition_json(edition: Edition, mentions: Mapping[str, Mentions]) -> str:
    """Writes one edition as one JSON object (schema ``edition-1``), the same as it is inside a comparison.

    Args:
        edition: the edition as read.
        mentions: turn id -> the figures and names found in that turn.

    Returns:
        The object as indented JSON, ending in a line end.
    """
    return _dump(_edition(edition, mentions))


@cache
def read_schema(name: str) -> dict[str, Any]:
    """A JSON Schema (2020-12) that ships with the package.

    Args:
        name: "diff-1" or "edition-1".

    Returns:
        The schema. Do not change it: it is shared.
    """
    source = resources.files("align.reports") / "schemas" / f"{name}.json"
    schema: dict[str, Any] = json.loads(source.read_text("utf-8"))
    return schema


def _dump(value: dict[str, Any]) -> str:
    # The unsafe characters can stand in strings only, and there an escape says the same.
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return UNSAFE.sub(_keep_line_ends, text) + "\n"


def _keep_line_ends(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\n" else escape(found)


def _edition(edition: Edition, mentions: Mapping[str, Mentions]) -> dict[str, Any]:
    def blocks(indices: Iterable[int]) -> list[dict[str, Any]]:
        return [{"block": index, "text": edition.blocks[index].text} for index in indices]

    last = edition.turns[-1].block if edition.turns else -1
    return {
        "siglum": edition.siglum,
        "path": edition.path,
        "title": edition.title,
        "language": edition.language,
        "date": edition.date,
        "front": blocks(edition.front),
        "back": blocks(sorted({*edition.back, *(note for note in edition.notes if note > last)})),
        "headings": blocks(edition.headings),
        "notes": blocks(edition.notes),
        "roster": [
            {
                "name": speaker.name,
                "aliases": list(speaker.aliases),
                "present": speaker.present,
                "evidence": list(speaker.evidence),
            }
            for speaker in edition.roster
        ],
        "turns": [_turn(turn, mentions.get(turn.id, Mentions())) for turn in edition.turns],
        "limits": list(edition.limits),
    }


def _turn(turn: Turn, found: Mentions) -> dict[str, Any]:
    return {
        "id": turn.id,
        "block": turn.block,
        "line": turn.line,
        "speaker": turn.speaker,
        "also": list(turn.also),
        "form": turn.form.value,
        "text": turn.text,
        "said": turn.said,
        "figures": [_figure(figure) for figure in found.figures],
        "names": [_name(name) for name in found.names],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "kind": figure.kind.value,
        "low": _exact(figure.low),
        "high": _exact(figure.high),
        "unit": figure.unit,
        "counted": figure.counted,
        "qualifier": figure.qualifier,
        "iso": figure.iso,
    }


def _exact(value: Fraction | int | None) -> str | None:
    """An exact number as text: "83000", or "3/2" where it is no integer."""
    return None if value is None else str(value)


def _name(name: NameMention) -> dict[str, Any]:
    return {
        "start": name.start,
        "end": name.end,
        "text": name.text,
        "kind": name.kind.value,
        "entity": name.entity,
        "gloss": name.gloss,
    }


def _row(row: Row, sigla: Iterable[str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "turns": {siglum: list(row.turns.get(siglum, ())) for siglum in sigla},
        "score": round(row.score, 4),
        "moved": row.moved,
        "status": row.status.value,
        "why": {part: round(score, 4) for part, score in row.why.items()},
    }


def _difference(difference: Difference, sigla: Iterable[str]) -> dict[str, Any]:
    readings = difference.readings
    return {
        "id": difference.id,
        "row": difference.row,
        "kind": difference.kind.value,
        "verdict": difference.verdict.value,
        "readings": {siglum: _reading(readings[siglum]) for siglum in sigla if siglum in readings},
        "note": difference.note,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "turn": reading.turn,
        "start": reading.start,
        "end": reading.end,
        "text": reading.text,
        "value": reading.value,
    }
