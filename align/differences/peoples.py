"""Peoples that stand in parallel places of a row and are not one: the Czechs here, the Poles there.

Words for peoples are no names, and free translations put them in and leave them out at will. Two of them are a
difference only where nothing else explains them: each side has one people of which the other side says nothing
(neither the people nor its country nor a place there), both are said in one way, and in about the same place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editions.model import NameKind, NameMention
from editions.names.romanization.folding import fold
from editions.names.romanization.peoples import home_of, is_plural
from editions.names.romanization.places import loosely, places_named
from editions.names.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.differences.names import Item

# Share of the row's letters that two peoples in one place may be apart.
_FAR_APART = 0.34
_STEM = 5


class _People(NamedTuple):
    turn: str
    start: int
    end: int
    text: str
    home: str
    plural: bool
    following: str
    place: float


def parallel_peoples(
    left: Sequence[Item],
    right: Sequence[Item],
    left_texts: Mapping[str, str],
    right_texts: Mapping[str, str],
) -> list[tuple[Item, Item]]:
    """Pairs of peoples in one place of a row that are two peoples.

    Args:
        left: (turn id, mention) of the base edition.
        right: the same of the other edition.
        left_texts: turn id -> text of the base edition's turns.
        right_texts: the same of the other edition.

    Returns:
        One pair at most, as mentions of the kind "place": where a side has two peoples of which the other says
        nothing, the two sides are worded too freely for a pair to mean anything.
    """
    peoples = [_peoples(texts) for texts in (left_texts, right_texts)]
    if not all(peoples):
        return []
    spoken = [_countries(items, found) for items, found in zip((left, right), peoples, strict=True)]
    alone = [[people for people in peoples[side] if people.home not in spoken[1 - side]] for side in (0, 1)]
    if any(len({people.home for people in found}) != 1 for found in alone):
        return []
    one, other = alone[0][0], alone[1][0]
    if one.plural != other.plural or abs(one.place - other.place) > _FAR_APART:
        return []
    if not one.plural and (not one.following or one.following != other.following):
        return []
    return [(_item(one), _item(other))]


def _item(people: _People) -> Item:
    return people.turn, NameMention(people.start, people.end, people.text, NameKind.PLACE)


def _peoples(texts: Mapping[str, str]) -> list[_People]:
    """The words for peoples of one side, in order; the word after an adjective by its stem."""
    found: list[_People] = []
    total = sum(map(len, texts.values())) or 1
    done = 0
    for turn, text in texts.items():
        words = list(words_of(text))
        for place, word in enumerate(words):
            home = home_of(word.text) if word.capital else ""
            if home:
                following = fold(words[place + 1].text)[:_STEM] if place + 1 < len(words) else ""
                at = (done + word.start) / total
                found.append(_People(turn, word.start, word.end, word.text, home, is_plural(word.text), following, at))
        done += len(text)
    return found


def _countries(items: Sequence[Item], peoples: Sequence[_People]) -> set[str]:
    """The countries that a side speaks of, by name, by people or by a place that is said for them."""
    named = {people.home for people in peoples}
    for _, mention in items:
        for word in (mention.text, *mention.text.split()):
            if home_of(word):
                named.add(home_of(word))
            for place in places_named(word):
                named |= {place, loosely(place), loosely(loosely(place))}
    return named
