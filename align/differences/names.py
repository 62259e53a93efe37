"""The names of one row: which stand for one entity, which part company, which have no counterpart.

Names are compared as sets of entities: a name said three times in a row counts once. Free translations put pronouns
for names and names for pronouns all the time, so a name without counterpart is reported only where that is news: not
those who speak at the meeting, not a name whose people or quarter the other text names ("Koreans" for "Korea"), and
not one that the editions leave unsaid in many other rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.differences.name_ties import NameTies, key_of, ties_of
from align.differences.name_verdicts import as_sentence, common_kind, judge, kept_apart, loose_note
from align.differences.parallels import RowNames, leftover_pairs, parallel_pairs, said_otherwise
from align.differences.peoples import parallel_peoples
from align.differences.unnoticed import look_again
from align.model import Verdict
from editions.model import NameKind
from editions.names.romanization import compare_spellings
from editions.names.romanization.places import forms_of, loosely, places_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editions.model import NameMention
    from editions.names.authority import Authority

Item = tuple[str, "NameMention"]
_ALONE = "Only one edition has this name here."
_TWO_PEOPLES = "Two peoples in one place of the row; neither is spoken of on the other side."


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names of a row that stand across from each other, or one without counterpart.

    Attributes:
        left: turn id and mention in the base edition, or None.
        right: the same in the other edition, or None.
        verdict: how they stand to each other. ``same`` is nothing to report; with one side empty it marks a name that
            is spoken for already: said before in the row, or the name of a speaker.
        note: one sentence for the user, or "".
    """

    left: Item | None
    right: Item | None
    verdict: Verdict
    note: str = ""


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The mentions of one name on one side of a row.

    Attributes:
        name: the name, as the clusters call it.
        items: its mentions in the order of the text.
        place: number of the first of them among the mentions of the side.
        total: number of the mentions of the side.
        kind: what it names, as far as known.
    """

    name: str
    items: tuple[Item, ...]
    place: int
    total: int
    kind: NameKind

    @property
    def first(self) -> NameMention:
        """The first mention."""
        return self.items[0][1]


def match_names(
    left: Sequence[Item],
    right: Sequence[Item],
    *,
    authority: Authority | None = None,
    ties: NameTies | None = None,
    glosses: Iterable[tuple[str, str]] = (),
    speakers: Iterable[str] = (),
    left_texts: Mapping[str, str] | None = None,
    right_texts: Mapping[str, str] | None = None,
) -> tuple[NamePair, ...]:
    """Compares the names of one row.

    Args:
        left: (turn id, mention) of the base edition, in the order of the text.
        right: the same of the other edition.
        authority: what an editor has decided.
        ties: evidence from all rows; without it only the row itself is looked at.
        glosses: further pairs (name, gloss) known to be one; those of the mentions are known anyway.
        speakers: names of the speakers of the row, in either edition: never missing, never added.
        left_texts: turn id -> text of the base edition's turns; lets "Koreans" speak for "Korea".
        right_texts: the same of the other edition.

    Returns:
        The pairs, in the order of the left side, then what only the right side has.
    """
    if ties is None:
        ties = _ties_of_row(left, right, authority, glosses)
    mine, theirs = _groups(left, ties), _groups(right, ties)
    found: list[tuple[int, int, NamePair]] = []
    for name in [name for name in mine if name in theirs]:
        _add(found, mine[name], theirs[name], *_shared(mine[name], theirs[name], ties, authority))
    rest = ([mine[name] for name in mine if name not in theirs], [theirs[name] for name in theirs if name not in mine])
    rest = _pair_loosely(found, *rest, authority)
    spoken = {ties.clusters.names.get(key_of(name), key_of(name)) for name in speakers}
    rest = _set_aside(found, rest, spoken)
    rest = _noticed_late(found, rest, (left, right), (left_texts or {}, right_texts or {}))
    row = RowNames(list(mine.values()), list(theirs.values()), frozenset(mine) & frozenset(theirs))
    news = _news(rest, ties, left_texts or {}, right_texts or {})
    for one, other in parallel_pairs(row, *rest, ties.often_left_out):
        # a name that is often left out is across from another only if the absence of that one is news
        if all(
            mate in news[side] or not ties.often_left_out(group.name)
            for side, group, mate in ((1, one, other), (0, other, one))
        ):
            _add(found, one, other, *judge(one, other, ties, authority))
            news = _without(news, one, other)
    for one, other in leftover_pairs(row, *news):
        _add(found, one, other, *judge(one, other, ties, authority))
        news = _without(news, one, other)
    found.extend((0, group.place, NamePair(group.items[0], None, Verdict.MISSING, _ALONE)) for group in news[0])
    found.extend((1, group.place, NamePair(None, group.items[0], Verdict.ADDED, _ALONE)) for group in news[1])
    for across in parallel_peoples(left, right, left_texts or {}, right_texts or {}):
        if not any(_reports(pair, across) for _, _, pair in found):  # "Polish Embassy" may be reported as a name
            found.append((0, _place_of(across[0], left), NamePair(*across, Verdict.DIFFERENT, _TWO_PEOPLES)))
    found.sort(key=lambda entry: entry[:2])
    return tuple(pair for _, _, pair in found)


def _reports(pair: NamePair, across: tuple[Item, Item]) -> bool:
    """Whether a pair that is more than ``same`` has one of two words of the text in it."""
    return pair.verdict is not Verdict.SAME and any(
        item is not None and item[0] == word[0] and item[1].start < word[1].end and word[1].start < item[1].end
        for item, word in zip((pair.left, pair.right), across, strict=True)
    )


def _place_of(item: Item, side: Sequence[Item]) -> int:
    """The number that a word of the text has among the mentions of its side."""
    turns = list(dict.fromkeys(turn for turn, _ in side))
    return sum(turn == item[0] and mention.start < item[1].start for turn, mention in side) + sum(
        turn != item[0] for turn, _ in side if item[0] in turns and turns.index(turn) < turns.index(item[0])
    )


def _ties_of_row(
    left: Sequence[Item], right: Sequence[Item], authority: Authority | None, glosses: Iterable[tuple[str, str]]
) -> NameTies:
    from editions.model import NameMention

    mentions = [mention for _, mention in (*left, *right)]
    mentions += [NameMention(0, 0, name, gloss=gloss) for name, gloss in glosses]
    return ties_of(mentions, authority=authority)


def _groups(items: Sequence[Item], ties: NameTies) -> dict[str, NameGroup]:
    by_name: dict[str, list[int]] = {}
    for place, (_, mention) in enumerate(items):
        by_name.setdefault(ties.clusters.of(mention), []).append(place)
    groups: dict[str, NameGroup] = {}
    for name, places in by_name.items():
        kinds = {items[place][1].kind for place in places} - {NameKind.UNKNOWN}
        kind = kinds.pop() if len(kinds) == 1 else ties.clusters.kinds.get(name, NameKind.UNKNOWN)
        groups[name] = NameGroup(name, tuple(items[place] for place in places), places[0], len(items), kind)
    return groups


def _add(found: list[tuple[int, int, NamePair]], one: NameGroup, other: NameGroup, verdict: Verdict, note: str) -> None:
    """Enters a pair once; what repeats it is marked as spoken for."""
    for number in range(max(len(one.items), len(other.items))):
        left = one.items[number] if number < len(one.items) else None
        right = other.items[number] if number < len(other.items) else None
        pair = NamePair(left, right, verdict, note) if number == 0 else NamePair(left, right, Verdict.SAME)
        found.append((0, one.place, pair))


def _shared(one: NameGroup, other: NameGroup, ties: NameTies, authority: Authority | None) -> tuple[Verdict, str]:
    """Whether one name is spelled alike on both sides, and if not, why it is one name."""
    spellings = [list(dict.fromkeys(mention.text for _, mention in group.items)) for group in (one, other)]
    keys = [{key_of(text) for text in texts} for texts in spellings]
    if keys[0] & keys[1]:
        return Verdict.SAME, ""
    entity = one.first.entity or other.first.entity
    if authority is not None and entity is not None and one.first.entity == other.first.entity:
        return Verdict.VARIANT, f"The authority has both under {authority.entity(entity).preferred}."
    for a in spellings[0]:
        for b in spellings[1]:
            tie = ties.clusters.why(a, b)
            if tie is not None:
                return Verdict.VARIANT, as_sentence(tie.reason)
            match = compare_spellings(a, b, kind=common_kind(one, other))
            if match.same:
                return Verdict.VARIANT, as_sentence(match.reason)
    return Verdict.VARIANT, "One name, as other spellings of it in these editions show."


def _pair_loosely(
    found: list[tuple[int, int, NamePair]],
    mine: list[NameGroup],
    theirs: list[NameGroup],
    authority: Authority | None,
) -> tuple[list[NameGroup], list[NameGroup]]:
    """Pairs a place with what is often said for it, or with a body named after it."""
    left = list(mine)
    right = list(theirs)
    for one in mine:
        for other in list(right):
            note = "" if kept_apart(one, other, authority) else loose_note(one, other)
            if note:
                _add(found, one, other, Verdict.VARIANT, note)
                left.remove(one)
                right.remove(other)
                break
    return left, right


def _noticed_late(
    found: list[tuple[int, int, NamePair]],
    rest: tuple[list[NameGroup], list[NameGroup]],
    items: tuple[Sequence[Item], Sequence[Item]],
    texts: tuple[Mapping[str, str], Mapping[str, str]],
) -> tuple[list[NameGroup], list[NameGroup]]:
    """Takes out the names that the other text has where nothing but the other edition shows a name."""
    kept: tuple[list[NameGroup], list[NameGroup]] = ([], [])
    for side, groups in enumerate(rest):
        seen = look_again(groups, items[1 - side], texts[1 - side])
        for group in groups:
            hit = seen.get(group.name)
            if hit is None:
                kept[side].append(group)
                continue
            alike = key_of(group.first.text) == key_of(hit.mention.text)
            verdict, note = (Verdict.SAME, "") if alike else (Verdict.VARIANT, as_sentence(hit.reason))
            across = (hit.turn, hit.mention)
            found.append((0, group.place, _facing(side, group.items[0], across, verdict, note)))
            again = (_facing(side, item, None, Verdict.SAME) for item in group.items[1:])
            found.extend((0, group.place, pair) for pair in again)
    return kept


def _facing(side: int, own: Item, across: Item | None, verdict: Verdict, note: str = "") -> NamePair:
    """A pair whose first item is of the base edition (side 0) or of the other (side 1)."""
    left, right = (own, across) if side == 0 else (across, own)
    return NamePair(left, right, verdict, note)


def _set_aside(
    found: list[tuple[int, int, NamePair]], rest: tuple[list[NameGroup], list[NameGroup]], spoken: set[str]
) -> tuple[list[NameGroup], list[NameGroup]]:
    """Takes the speakers of the row out of what is left."""
    kept: tuple[list[NameGroup], list[NameGroup]] = ([], [])
    for side, groups in enumerate(rest):
        for group in groups:
            if group.name not in spoken:
                kept[side].append(group)
                continue
            spoken_for = (_facing(side, item, None, Verdict.SAME) for item in group.items)
            found.extend((side, group.place, pair) for pair in spoken_for)
    return kept


def _without(
    groups: tuple[list[NameGroup], list[NameGroup]], one: NameGroup, other: NameGroup
) -> tuple[list[NameGroup], list[NameGroup]]:
    return [each for each in groups[0] if each is not one], [each for each in groups[1] if each is not other]


def _news(
    rest: tuple[list[NameGroup], list[NameGroup]],
    ties: NameTies,
    left_texts: Mapping[str, str],
    right_texts: Mapping[str, str],
) -> tuple[list[NameGroup], list[NameGroup]]:
    """Of the names without counterpart, those whose absence from the other side is worth a word."""
    if not ties.comparable:
        return [], []
    texts = (left_texts, right_texts)
    mine, theirs = (
        [
            group
            for group in groups
            if not _goes_without_saying(group, ties, texts[1 - side]) and not _in_brackets(group, texts[side])
        ]
        for side, groups in enumerate(rest)
    )
    return mine, theirs


def _goes_without_saying(group: NameGroup, ties: NameTies, texts: Mapping[str, str]) -> bool:
    """Whether the absence of a name from the other text is no news."""
    if group.name in ties.participants or ties.often_left_out(group.name):
        return True
    if ties.said_before(group.name, texts):
        return True
    if group.kind is NameKind.ORGANISATION and not ties.kept_elsewhere(group.name):
        return True  # bodies are worded freely: only one that the other edition knows by name can be missed
    spellings = {group.first.text, *ties.spellings(group.name)}
    for place in places_named(group.first.text):
        spellings |= {place, *forms_of(loosely(place))}
    return said_otherwise(spellings, list(texts.values()))


def _in_brackets(group: NameGroup, texts: Mapping[str, str]) -> bool:
    """Whether a name stands only in square brackets, where the editor speaks and not the text."""
    for turn, mention in group.items:
        before = texts.get(turn, "")[: mention.start]
        if before.rfind("[") <= before.rfind("]"):
            return False
    return True
