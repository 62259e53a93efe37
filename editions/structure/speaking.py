"""Who speaks in which block: labels and reported speech of a whole document, against its roster."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from editions.model import Role
from editions.structure import shapes
from editions.structure.attribution import Attributor
from editions.structure.grammar import fold
from editions.structure.labels import after_number, find_labels, has_numbered_paragraphs
from editions.structure.openers import find_openers
from editions.structure.participants import Participant, find_participants
from editions.structure.personal_names import Name, is_initial, may_be_one_person, parse_name, words_of
from editions.structure.roster import Roster, make_roster
from editions.structure.sentence import names_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editions.model import Block
    from editions.reading import Document
    from editions.structure.attribution import Attribution
    from editions.structure.grammar import Grammar
    from editions.structure.labels import Label
    from editions.structure.rules import GivenSpeaker

# Where labels are the rule, a name that opens a paragraph is mostly spoken of by the speaker.
_FEW_REPORTS: Final = 0.1
_MANY_LABELS: Final = 4
# Without labels, reports of speech have to fill so much of the text between the first and the last of them;
# stories have "And Ruth said" in every fourth verse.
_LEAST_REPORTED: Final = 0.4
_LEAST_OF_ALL: Final = 0.2
_HEAD_OF_DOCUMENT: Final = 12
_INSERTED: Final = re.compile(r"[\[(]([^\[\]():：]{2,40})[:：]\s")


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks in which block, before the document is divided.

    Attributes:
        roster: the persons.
        labels: index of a block -> its label.
        reports: index of a block -> whose words it reports.
        joining: index of a block -> further persons whose words it gives.
        offsets: index of a block -> where it begins behind the number of its paragraph.
    """

    roster: Roster
    labels: Mapping[int, Label]
    reports: dict[int, Attribution]
    joining: Mapping[int, tuple[int, ...]]
    offsets: Mapping[int, int]


def find_speaking(document: Document, title: str, given: Sequence[GivenSpeaker], grammar: Grammar) -> Speaking:
    """Finds who speaks in which block.

    Args:
        document: the blocks.
        title: the title of the document.
        given: speakers from the user's rules.
        grammar: the words of the language.

    Returns:
        The roster, and for each block that tells it, its speaker.
    """
    blocks = document.blocks
    participants = find_participants(document, title, grammar)
    numbered = has_numbered_paragraphs(blocks)
    offsets = {block.index: start for block in blocks if (start := after_number(block.text, numbered))}
    plain = [block for block in blocks if block.role is Role.TEXT and not shapes.is_aside(block)]
    openers = find_openers(plain, offsets, grammar)
    often = Counter(openers.values())
    recurring = [Participant(name, "", "", "verb") for name, count in often.items() if count > 1]
    known = _names_by_word(
        [*(p for p in participants if not p.evidence.endswith("?")), *_given_names(given, grammar), *recurring]
    )
    labels = find_labels(document, grammar, lambda name: _is_known(name, known))
    plain = [block for block in plain if block.index not in labels]
    openers = {index: name for index, name in openers.items() if index not in labels}
    roster = make_roster(given, participants, labels, Counter(openers.values()), _named(blocks, openers), grammar)
    attributor = Attributor(roster, grammar, _recorder(document, title, plain, roster, grammar))
    opening = {
        index
        for index, name in openers.items()
        if (place := roster.find(name)) is not None and roster.people[place].present
    }
    direct = len(labels) >= _MANY_LABELS and len(opening) < _FEW_REPORTS * (len(labels) + len(opening))
    reports = {
        block.index: report
        for block in plain
        if not shapes.tells_of_meeting(block.text, grammar)
        if (report := attributor.attribute(block.text, offsets.get(block.index, 0))) is not None
        if not direct or ((block.index in opening or report.opens) and not _is_direct(block.text, grammar))
    }
    if not labels and not given and reports and not _fill_the_text(reports, len(plain)):
        return Speaking(Roster(grammar), {}, {}, {}, offsets)
    joining = _inserted(blocks, labels, roster, grammar)
    for block in blocks:
        if block.index in reports:
            joining[block.index] = reports[block.index].also
        elif block.role is Role.TEXT and not direct and (reports or block.index in labels):
            start = labels[block.index].end if block.index in labels else offsets.get(block.index, 0)
            if also := attributor.joining(block.text, start):
                joining[block.index] = (*joining.get(block.index, ()), *also)
    return Speaking(roster, labels, reports, joining, offsets)


def _is_direct(text: str, grammar: Grammar) -> bool:
    """Whether a block gives speech in its own words: somebody says "I" or "you" in it."""
    return any(fold(match[0]) in grammar.direct_pronouns for match in words_of(text))


def _fill_the_text(reports: Mapping[int, Attribution], blocks: int) -> bool:
    between = max(reports) - min(reports) + 1
    return len(reports) >= _LEAST_REPORTED * between and len(reports) >= _LEAST_OF_ALL * blocks


def _given_names(given: Sequence[GivenSpeaker], grammar: Grammar) -> list[Participant]:
    return [
        Participant(parse_name(name, grammar), name, "", "rules")
        for speaker in given
        for name in (speaker.name, *speaker.aliases)
    ]


def _names_by_word(participants: Sequence[Participant]) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = {}
    for participant in participants:
        if participant.name.words:
            for word in {participant.name.key[0], participant.name.key[-1]}:
                names.setdefault(word, []).append(participant.name)
    return names


def _is_known(name: Name, names: Mapping[str, Sequence[Name]]) -> bool:
    return any(may_be_one_person(name, other) for word in {name.key[0], name.key[-1]} for other in names.get(word, ()))


def _named(blocks: Sequence[Block], openers: Mapping[int, Name]) -> Counter[str]:
    """How often the last word of each opening name occurs in the document."""
    wanted = {name.key[-1] for name in openers.values()}
    named: Counter[str] = Counter()
    if wanted:
        pattern = names_pattern(wanted)
        for block in blocks:
            named.update(fold(found).removesuffix("'s") for found in pattern.findall(block.text))
    return named


def _inserted(
    blocks: Sequence[Block], labels: Mapping[int, Label], roster: Roster, grammar: Grammar
) -> dict[int, tuple[int, ...]]:
    """Speakers who break in inside brackets: "... [Kissinger: That was a year ago.] ..."."""
    found: dict[int, tuple[int, ...]] = {}
    for index in labels:
        text = blocks[index].text
        if "[" not in text and "(" not in text:
            continue
        people = (
            roster.find(name)
            for match in _INSERTED.finditer(text, labels[index].end)
            if (name := parse_name(match[1], grammar)).words
        )
        if also := tuple(dict.fromkeys(person for person in people if person is not None)):
            found[index] = also
    return found


def _recorder(document: Document, title: str, plain: Sequence[Block], roster: Roster, grammar: Grammar) -> int | None:
    """The person who writes "I said" in a record, if the record is written so."""
    if not grammar.recorder or not any(
        (words := block.text[:40].split())[:1] == ["I"] and len(words) > 1 and fold(words[1]) in grammar.reporting_verbs
        for block in plain
    ):
        return None
    heads = [title, *(block.text for block in document.blocks[:_HEAD_OF_DOCUMENT] if len(block.text) < 300)]
    for text in heads:
        folded = fold(text)
        for phrase in sorted(grammar.recorder, key=len, reverse=True):
            at = folded.find(f"{phrase} ")
            if at >= 0 and (name := _first_name(text[at + len(phrase) :], grammar)) is not None:
                place = roster.add(name, " ".join((*name.initials, *name.words)), "title")
                roster.people[place].present = True
                return place
    tail = [block.text for block in document.blocks[-_HEAD_OF_DOCUMENT:] if len(block.text) <= 80]
    for text in (*tail, title):
        for match in words_of(text):
            if match[0][0].isupper() and len(match[0]) > 2:
                found = roster.find(parse_name(match[0], grammar))
                if found is not None and roster.people[found].present:
                    return found
    place = roster.add(Name(("I",)), "I", "verb")
    roster.people[place].present = True
    return place


def _first_name(text: str, grammar: Grammar) -> Name | None:
    """The name with which a text begins: initials and one word, or up to three words with a capital."""
    words = list(islice(words_of(text), 8))
    end = 0
    plain = 0
    for place, match in enumerate(words):
        if not match[0][0].isupper():
            break
        initial = is_initial(match[0], text[match.end() : match.end() + 1])
        title = fold(match[0]) in grammar.titles
        plain += not initial and not title
        end = match.end()
        following = words[place + 1].start() if place + 1 < len(words) else len(text)
        gap = text[end:following]
        initials = any(is_initial(other[0], ".") for other in words[: place + 1])
        if plain and (initials or plain > 2 or gap.strip()):
            break
    name = parse_name(text[:end], grammar) if end and plain else None
    return name if name is not None and name.words else None
