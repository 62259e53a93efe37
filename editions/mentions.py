"""Figures and names of every turn of an edition."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from editions.model import Mentions, NameKind
from editions.names.document import document_words
from editions.names.finding import find_names

if TYPE_CHECKING:
    from editions.model import Edition, NameMention, Turn
    from editions.names.authority import Authority
    from editions.names.document import DocumentWords


def find_mentions(edition: Edition, *, authority: Authority | None = None) -> dict[str, Mentions]:
    """Finds the figures and names of every turn.

    Args:
        edition: the edition.
        authority: spellings to find first.

    Returns:
        Turn id -> figures and names, offsets in the turn's whole text. The label of a turn gives no name. A name whose
        kind is unknown where it stands has the kind it has elsewhere in the edition, if that is one.
    """
    from editions.figures import find_figures

    document = document_words((turn.text[turn.said :] for turn in edition.turns), language=edition.language)
    names = {turn.id: _names(turn, edition.language, authority, document) for turn in edition.turns}
    kinds = _kinds(names)
    return {
        turn.id: Mentions(
            figures=tuple(find_figures(turn.text, edition.language)),
            names=tuple(
                replace(mention, kind=kinds.get(mention.text, mention.kind))
                if mention.kind is NameKind.UNKNOWN
                else mention
                for mention in names[turn.id]
            ),
        )
        for turn in edition.turns
    }


def _names(turn: Turn, language: str, authority: Authority | None, document: DocumentWords) -> tuple[NameMention, ...]:
    said = turn.text[turn.said :]
    found = find_names(said, language=language, authority=authority, document=document)
    if not turn.said:
        return found
    return tuple(replace(mention, start=mention.start + turn.said, end=mention.end + turn.said) for mention in found)


def _kinds(names: dict[str, tuple[NameMention, ...]]) -> dict[str, NameKind]:
    counts: dict[str, Counter[NameKind]] = {}
    for mentions in names.values():
        for mention in mentions:
            if mention.kind is not NameKind.UNKNOWN:
                counts.setdefault(mention.text, Counter())[mention.kind] += 1
    return {text: found.most_common(1)[0][0] for text, found in counts.items()}
