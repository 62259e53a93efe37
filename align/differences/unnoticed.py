"""A second look at the capitalised words of a text for names that only the other edition shows to be names.

A name that an edition has at the heads of sentences alone cannot be told from any other word there. Where the other
edition has a name without counterpart, the capitalised words left over are compared with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editions.model import NameKind, NameMention
from editions.names.romanization import compare_spellings, spelling_keys
from editions.names.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from align.differences.names import Item, NameGroup
    from editions.names.words import Word

# Shorter words are too often those of the language ("He" is a surname, and so is "So").
_SHORTEST = 5
_MOST_WORDS = 3
# A surname alone agrees with a fuller name at no more than this (see compare_spellings): too little here.
_SHORT_FORM = 0.86


@dataclass(frozen=True, slots=True)
class Noticed:
    """A name found at the second look.

    Attributes:
        turn: id of the turn.
        mention: the name, of the kind that it has in the other edition.
        reason: why it is that name, without a full stop.
    """

    turn: str
    mention: NameMention
    reason: str


def look_again(groups: Sequence[NameGroup], items: Sequence[Item], texts: Mapping[str, str]) -> dict[str, Noticed]:
    """Looks in the turns of one side for names that the other side alone is known to have.

    Args:
        groups: names of the other side without counterpart.
        items: (turn id, mention) of this side; their words are not looked at again.
        texts: turn id -> text of this side.

    Returns:
        Name, as the clusters call it -> where it was found.
    """
    wanted = [group for group in groups if group.kind is not NameKind.ORGANISATION]
    if not wanted:
        return {}
    free = [(turn, run) for turn, text in texts.items() for run in _unclaimed(turn, text, items)]
    found: dict[str, Noticed] = {}
    for group in wanted:
        size = len(group.first.text.split())
        if size > _MOST_WORDS:
            continue
        kind = None if group.kind is NameKind.UNKNOWN else group.kind.value
        keys = spelling_keys(group.first.text, kind, short=False)
        for turn, run in free:
            hit = _hit(group, turn, texts[turn], run, size, keys, kind)
            if hit is not None:
                found[group.name] = hit
                break
    return found


def _hit(
    group: NameGroup, turn: str, text: str, run: Sequence[Word], size: int, keys: frozenset[str], kind: str | None
) -> Noticed | None:
    for place in range(len(run) - size + 1):
        start, end = run[place].start, run[place + size - 1].end
        printed = text[start:end]
        if len(printed) < _SHORTEST or keys.isdisjoint(spelling_keys(printed, kind, short=False)):
            continue
        match = compare_spellings(group.first.text, printed, kind=kind)
        if match.same and match.score > _SHORT_FORM:
            return Noticed(turn, NameMention(start, end, printed, group.kind), match.reason)
    return None


def _unclaimed(turn: str, text: str, items: Sequence[Item]) -> Iterator[list[Word]]:
    """Runs of capitalised words that no mention has and that the turn does not print small as well."""
    claimed = [(mention.start, mention.end) for each, mention in items if each == turn]
    words = list(words_of(text))
    small = {word.plain for word in words if not word.capital}
    run: list[Word] = []
    for word in words:
        free = word.capital and word.plain not in small
        free = free and not any(start < word.end and word.start < end for start, end in claimed)
        if run and (not free or text[run[-1].printed_end : word.start].strip(" \u00a0\n")):
            yield run
            run = []
        if free:
            run.append(word)
    if run:
        yield run
