"""How one file was read, as plain text: its parts, who can speak, each turn with what was found in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from align.reports.excerpts import cell_width, fold, head
from align.reports.phrases import count_of
from align.reports.printable import printable
from editions.figures.values import value_text
from editions.model import Mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editions.model import Edition, Figure, NameMention

_LEAST_WIDTH = 40


def write_edition_text(edition: Edition, mentions: Mapping[str, Mentions], *, width: int = 80) -> str:
    """Writes one edition as a listing.

    Args:
        edition: the edition as read.
        mentions: turn id -> the figures and names found in that turn.
        width: greatest number of terminal cells of a line; less than 40 counts as 40.

    Returns:
        The listing, ending in a line end, free of control characters.
    """
    width = max(width, _LEAST_WIDTH)
    parts = [
        _about(edition, width),
        _roster(edition, width),
        _blocks("FRONT MATTER", edition, edition.front, width),
        _turns(edition, mentions, width),
        _blocks("NOTES", edition, edition.notes, width),
        _blocks("BACK MATTER", edition, [i for i in edition.back if i not in set(edition.notes)], width),
        _limits(edition, width),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _about(edition: Edition, width: int) -> Iterator[str]:
    facts = {
        "edition": f"{edition.siglum}  {edition.path}",
        "title": edition.title,
        "date": edition.date or "",
        "language": edition.language,
        "parts": ", ".join(
            [
                f"{count_of(len(edition.blocks), 'block')}: {len(edition.front)} front matter",
                count_of(len(edition.turns), "turn"),
                count_of(len(edition.headings), "heading"),
                count_of(len(edition.notes), "note"),
                f"{len(set(edition.back) - set(edition.notes))} back matter",
            ]
        ),
    }
    for name, fact in facts.items():
        if fact:
            yield from fold(printable(fact), width, indent=f"{name:<10}", hanging=" " * 10)


def _roster(edition: Edition, width: int) -> Iterator[str]:
    if not edition.roster:
        return
    yield f"ROSTER ({count_of(len(edition.roster), 'person', 'persons')})"
    spoken = Counter(turn.speaker for turn in edition.turns)
    for speaker in edition.roster:
        facts = [count_of(spoken[speaker.name], "turn") if speaker.present else "not present"]
        facts += [f"also {', '.join(speaker.aliases)}"] if speaker.aliases else []
        facts += [f"known from {', '.join(speaker.evidence)}"] if speaker.evidence else []
        lead = f"  {printable(speaker.name)}: {printable('; '.join(facts))}"
        yield from fold(lead, width, hanging="    ")
    unattributed = spoken[None]
    if unattributed:
        yield f"  (no speaker): {count_of(unattributed, 'turn')}"


def _blocks(heading: str, edition: Edition, indices: Sequence[int], width: int) -> Iterator[str]:
    if not indices:
        return
    yield f"{heading} ({count_of(len(indices), 'block')})"
    for index in indices:
        yield _block(edition, index, width)


def _block(edition: Edition, index: int, width: int) -> str:
    block = edition.blocks[index]
    lead = f"  block {index}, line {block.line}  "
    return lead + head(printable(block.text), width - len(lead))


def _turns(edition: Edition, mentions: Mapping[str, Mentions], width: int) -> Iterator[str]:
    yield f"TURNS ({len(edition.turns):,})"
    headings = list(reversed(edition.headings))
    for turn in edition.turns:
        while headings and headings[-1] < turn.block:
            yield ""
            yield _block(edition, headings.pop(), width)
        speakers = " + ".join(printable(name) for name in (turn.speaker or "(no speaker)", *turn.also))
        yield ""
        yield f"  {printable(turn.id)}  block {turn.block}, line {turn.line}  {speakers}  [{turn.form}]"
        yield "    " + head(printable(turn.text), width - 4)
        found = mentions.get(turn.id, Mentions())
        yield from _listed("names", [_name(name) for name in found.names], width)
        yield from _listed("figures", [_figure(figure) for figure in found.figures], width)


def _listed(label: str, items: Sequence[str], width: int) -> Iterator[str]:
    if items:
        lead = f"    {label:<9}"
        yield from fold(printable(" · ".join(items)), width, indent=lead, hanging=" " * cell_width(lead))


def _name(name: NameMention) -> str:
    gloss = f" [{name.gloss}]" if name.gloss else ""
    entity = f" = {name.entity}" if name.entity else ""
    return f"{name.text}{gloss} ({name.kind}{entity})"


def _figure(figure: Figure) -> str:
    value = value_text(figure) or figure.kind.value
    return f"{figure.text} = {' '.join(filter(None, (figure.qualifier, value)))}"


def _limits(edition: Edition, width: int) -> Iterator[str]:
    if edition.limits:
        yield "LIMITS REACHED"
        for limit in edition.limits:
            yield from fold(printable(limit), width, indent="  ! ", hanging="    ")
