"""What can be said of two names across from each other, and in which words the user is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.differences.name_ties import key_of
from align.differences.parallels import kinds_agree
from align.model import Verdict
from editions.model import NameKind
from editions.names.romanization import compare_spellings
from editions.names.romanization.peoples import home_of
from editions.names.romanization.places import often_said_for, places_named

if TYPE_CHECKING:
    from align.differences.name_ties import NameTies
    from align.differences.names import NameGroup
    from editions.names.authority import Authority

# Nouns that translate one word in the names of bodies: komitet and komissiya, bu, weiyuanhui.
_ONE_WORD = (
    frozenset(("committee", "commission", "board")),
    frozenset(("ministry", "department", "commissariat")),
    frozenset(("company", "corporation", "line", "lines")),
    frozenset(("bureau", "office", "agency")),
)
_FEWEST_SHARED = 2
_ALIKE = (
    "Offered because they stand in one place of the row and are alike in letters; not decided because no system of "
    "spelling gives both: a variant, a slip of the press, or another name."
)
_PART = (
    "Offered because one is part of the other and they stand in one place of the row; not decided because it may be "
    "a shorter form or another name."
)
_WORDED = (
    "Offered because both name a body and share words in one place of the row; not decided because names of bodies "
    "are translated: it may be one body or two."
)
_SAME_PLACE = (
    "Offered because they stand in one place of the row and neither has another counterpart; not decided because no "
    "rule of spelling, table or other row says whether they are one."
)


def loose_note(one: NameGroup, other: NameGroup) -> str:
    """Why two names that are not one may stand for each other: England, Great Britain; Beijing, Peiping Government."""
    a, b = one.first, other.first
    loose = often_said_for(places_named(a.text), places_named(b.text))
    if loose is not None:
        return f"{loose[0]} is often said for {loose[1]}."
    if NameKind.PERSON not in (one.kind, other.kind):
        words = [set(key_of(text).split()) for text in (a.text, b.text)]
        mine, theirs = words[0] - words[1], words[1] - words[0]
        exchanged = len(mine) == len(theirs) == 1 and any(mine | theirs <= nouns for nouns in _ONE_WORD)
        if exchanged and len(words[0] & words[1]) >= _FEWEST_SHARED:
            return f"{a.text} and {b.text} differ by two nouns that translate one word."
    for place, body in ((one, other), (other, one)):
        if place.kind is NameKind.PLACE and body.kind is NameKind.ORGANISATION:
            for word in body.first.text.split():
                if word[0].isupper() and compare_spellings(place.first.text, word, kind=NameKind.PLACE).same:
                    return f"{body.first.text} is named after {place.first.text}."
    return ""


def kept_apart(one: NameGroup, other: NameGroup, authority: Authority | None) -> bool:
    """Whether the authority says that two names are never the same."""
    a, b = one.first, other.first
    return authority is not None and authority.never_same(a.entity or a.text, b.entity or b.text)


def judge(one: NameGroup, other: NameGroup, ties: NameTies, authority: Authority | None) -> tuple[Verdict, str]:
    """What can be said of two names that stand in one place."""
    a, b = one.first, other.first
    if kept_apart(one, other, authority):
        return Verdict.DIFFERENT, "The authority says that they are never the same."
    if a.entity is not None and b.entity is not None:
        return Verdict.DIFFERENT, "The authority has them as two."
    match = compare_spellings(a.text, b.text, kind=common_kind(one, other))
    if match.same is False and match.readings:
        return Verdict.DIFFERENT, as_sentence(match.reason)
    kept = [group for group in (one, other) if ties.kept_elsewhere(group.name)]
    words = [set(key_of(group.first.text).split()) for group in (one, other)]
    if match.same is False and len(kept) < 2:
        return Verdict.UNRESOLVED, _ALIKE
    homes = [{home_of(word) for word in each} - {""} for each in words]
    if all(homes) and not homes[0] & homes[1] and len(set(map(_without_peoples, words))) == 1:
        return Verdict.DIFFERENT, f"One is of {min(homes[0])}, the other of {min(homes[1])}."
    bodies = NameKind.ORGANISATION in (one.kind, other.kind) and kinds_agree(one, other)
    if bodies and words[0] & words[1] and not kept:
        return Verdict.UNRESOLVED, _WORDED
    if words[0] <= words[1] or words[1] <= words[0]:
        return Verdict.UNRESOLVED, _PART
    if kept:
        mate = other if kept[0] is one else one
        said = f"{kept[0].first.text} stands here across from {mate.first.text}"
        return Verdict.DIFFERENT, f"{said}, and elsewhere in both editions."
    return Verdict.UNRESOLVED, _SAME_PLACE


def _without_peoples(words: set[str]) -> frozenset[str]:
    return frozenset(word for word in words if not home_of(word))


def common_kind(one: NameGroup, other: NameGroup) -> str | None:
    """The one kind that is known of two names, or None."""
    known = {one.kind, other.kind} - {NameKind.UNKNOWN}
    return known.pop().value if len(known) == 1 else None


def as_sentence(reason: str) -> str:
    """A reason with a capital and a full stop."""
    return reason[:1].upper() + reason[1:] + "."
