"""One form for a name in both editions, so that Chou En-lai and Zhou Enlai count as the same word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from editions.names.romanization import compare_spellings, spelling_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editions.model import Edition, Mentions, NameMention, Speaker
    from editions.names.authority import Authority

_MOST_PARTNERS = 8
"""A key that more spellings than this share says too little to look at each of them."""


def canonical_names(
    left: Edition, right: Edition, mentions: Mapping[str, Mentions], authority: Authority | None
) -> dict[str, str]:
    """Spelling -> the form that stands for it in both editions.

    The authority decides where it knows a spelling; otherwise two spellings become one where the tables of
    romanizations say they are the same name. Mirrored editions give the same forms.

    Args:
        left: one edition.
        right: the other.
        mentions: turn id -> names and figures.
        authority: the authority, or None.

    Returns:
        Forms of the spellings that change; others stand for themselves.
    """
    forms: dict[str, str] = {}
    unknown: list[dict[str, str]] = []
    for edition in (left, right):
        open_spellings: dict[str, str] = {}
        for name in _names(edition, mentions):
            preferred = _preferred(name, authority)
            if preferred is not None:
                forms[name.text] = preferred
            else:
                open_spellings[name.text] = name.kind.value
        unknown.append(open_spellings)
    by_key: dict[str, list[str]] = defaultdict(list)
    for spelling in sorted(unknown[1]):
        for key in spelling_keys(spelling, short=False):
            by_key[key].append(spelling)
    for spelling in sorted(unknown[0]):
        if spelling in unknown[1]:
            continue
        partners = {
            other
            for key in spelling_keys(spelling, short=False)
            if len(by_key[key]) <= _MOST_PARTNERS
            for other in by_key[key]
        }
        ranked = sorted(
            ((-match.score, other) for other in partners if (match := compare_spellings(spelling, other)).same is True),
        )
        if ranked:
            other = ranked[0][1]
            forms[spelling] = forms[other] = min(spelling, forms.get(other, other))
    return forms


def _names(edition: Edition, mentions: Mapping[str, Mentions]) -> Iterable[NameMention]:
    for turn in edition.turns:
        found = mentions.get(turn.id)
        if found is not None:
            yield from found.names


def _preferred(name: NameMention, authority: Authority | None) -> str | None:
    if authority is None or name.entity is None:
        return None
    entity = authority.entity(name.entity)
    return None if entity is None else entity.preferred


def same_person(one: Speaker, other: Speaker, authority: Authority | None) -> bool:
    """Whether two speakers of two rosters can be one person, as far as their names tell.

    Args:
        one: a speaker of one edition.
        other: a speaker of the other.
        authority: the authority, or None.

    Returns:
        True where the authority names one entity for both, or the romanizations agree.
    """
    names = ((one.name, *one.aliases), (other.name, *other.aliases))
    if authority is not None:
        entities = [{entity.id for name in side for entity in authority.lookup(name)} for side in names]
        if entities[0] & entities[1]:
            return True
        if entities[0] and entities[1]:
            return False
    return any(compare_spellings(a, b, kind="person").same is True for a in names[0] for b in names[1])
