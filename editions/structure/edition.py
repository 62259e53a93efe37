"""One document as an edition: the title, the parts and the turns, with the user's rules over every guess."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from editions.errors import MalformedTable
from editions.model import Edition, Form, Role, Turn
from editions.structure import shapes
from editions.structure.dates import find_date
from editions.structure.grammar import fold, read_grammar
from editions.structure.language import guess_language, limits_of_language, primary_language
from editions.structure.participants import list_blocks
from editions.structure.parts import Cues, divide
from editions.structure.personal_names import parse_name, words_of
from editions.structure.roster import make_speakers
from editions.structure.rules import Rules
from editions.structure.speaking import Speaking, find_speaking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editions.model import Block, Speaker
    from editions.reading import Document
    from editions.structure.grammar import Grammar
    from editions.structure.parts import Parts
    from editions.structure.rules import GivenTurn

_TITLE_BLOCKS: Final = 15
_MOST_TITLE_WORDS: Final = 25


def find_structure(
    document: Document, *, siglum: str = "A", language: str | None = None, rules: Rules | None = None
) -> Edition:
    """Makes an edition of a document.

    Args:
        document: the blocks of one file.
        siglum: short name of the edition; turn ids begin with it.
        language: ISO 639 code; by default what the document says of itself, else a guess.
        rules: the user's rules.

    Returns:
        The edition: every block is in its front matter, headings, turns or back matter.

    Raises:
        MalformedTable: the rules name a block that the document does not have.
    """
    rules = rules or Rules()
    _check(rules, document)
    tags = [tag for tag in (language, rules.language, document.language) if tag]
    stated = next((code for code in map(primary_language, tags) if code), None)
    language = stated or guess_language(document.blocks)
    limits = (*document.limits, *limits_of_language(tags[0] if tags else None, stated, language))
    grammar = read_grammar(language)
    title, place = (rules.title, None) if rules.title else _find_title(document, grammar)
    speaking = find_speaking(document, title, rules.speakers, grammar)
    for given in rules.turns.values():
        for name in (given.speaker, *given.also):
            if name is not None:
                person = speaking.roster.add(parse_name(name, grammar), name, "rules")
                speaking.roster.people[person].present = True
    speakers = make_speakers(speaking.roster, "\n".join(block.text for block in document.blocks))
    for index in sorted(speaking.reports):
        # Before anybody speaks, the record tells how they met.
        if index not in speaking.labels and shapes.tells_of_arrival(document.blocks[index].text, grammar):
            del speaking.reports[index]
        else:
            break
    bare = _bare_labels(document.blocks, speaking)
    tells = frozenset({*speaking.labels, *speaking.reports, *rules.turns} - rules.headings - rules.not_turns - bare)
    cues = Cues(
        tuple(sorted(tells)),
        tells,
        frozenset(list_blocks(document, grammar)) - tells,
        bare,
        place,
        rules.first_turn,
        rules.last_turn,
        rules.headings,
        rules.not_turns,
    )
    parts = divide(document, cues, grammar)
    turns = _Teller(document.blocks, speaking, speakers, siglum, rules, grammar, frozenset(parts.notes)).tell(
        parts, bare
    )
    return Edition(
        siglum=siglum,
        path=document.path,
        title=title,
        language=language,
        blocks=document.blocks,
        front=parts.front,
        headings=parts.headings,
        back=parts.back,
        notes=parts.notes,
        turns=turns,
        roster=speakers,
        date=rules.date or find_date(document, title, parts.front, language),
        limits=limits,
    )


def _check(rules: Rules, document: Document) -> None:
    named = {*rules.headings, *rules.not_turns, *rules.turns}
    named |= {index for index in (rules.first_turn, rules.last_turn) if index is not None}
    count = len(document.blocks)
    if wrong := [index for index in sorted(named) if index >= count]:
        raise MalformedTable(
            f"the rules name block {wrong[0]}, but {document.path} has {count} blocks", advice="count blocks from 0"
        )
    if rules.first_turn is not None and rules.last_turn is not None and rules.last_turn < rules.first_turn:
        raise MalformedTable(f"last_turn {rules.last_turn} comes before first_turn {rules.first_turn}", path="rules")


def _find_title(document: Document, grammar: Grammar) -> tuple[str, int | None]:
    """The title of a document, and the block that is the title."""
    head = [block for block in document.blocks[:_TITLE_BLOCKS] if block.role in (Role.TEXT, Role.HEADING)]
    if document.title:
        at = next((block.index for block in head if fold(block.text) == fold(document.title)), None)
        heading = next((block.index for block in head if block.role is Role.HEADING), None)
        return document.title, heading if at is None else at
    lists = list_blocks(document, grammar)
    short = [
        block for block in head if len(block.text) <= 300 and not shapes.is_aside(block) and block.index not in lists
    ]
    named = [
        block
        for block in short
        if shapes.is_title_like(block.text, grammar) and not shapes.is_data_line(block.text, grammar)
    ]
    if named:
        best = max(named, key=lambda block: (shapes.title_score(block.text, grammar), -block.index))
        return best.text, best.index
    for block in short:
        if block.role is Role.HEADING:
            return block.text, block.index
    first = head[0] if head else None
    if first in short and first is not None and first.label is None and _may_be_title(first.text):
        return first.text, first.index
    return "", None


def _may_be_title(text: str) -> bool:
    return len(text.split()) <= _MOST_TITLE_WORDS and text[-1] not in ".?!:;," and not shapes.is_date_line(text)


def _bare_labels(blocks: Sequence[Block], speaking: Speaking) -> frozenset[int]:
    """Blocks that are nothing but a label, with the speech in the block below."""
    return frozenset(
        index
        for index, label in speaking.labels.items()
        if label.end >= len(blocks[index].text)
        and index + 1 < len(blocks)
        and index + 1 not in speaking.labels
        and blocks[index + 1].role in (Role.TEXT, Role.NOTE)
    )


@dataclass(slots=True)
class _Teller:
    """Tells off the turns in order: who has the word, and who had it before."""

    blocks: Sequence[Block]
    speaking: Speaking
    speakers: Sequence[Speaker]
    siglum: str
    rules: Rules
    grammar: Grammar
    notes: frozenset[int] = frozenset()
    current: int | None = None
    other: int | None = None
    joined: int | None = None

    def tell(self, parts: Parts, bare: frozenset[int]) -> tuple[Turn, ...]:
        """The turns of the body."""
        dot = "." if self.siglum[-1:].isdigit() else ""
        headings = set(parts.headings) & bare
        turns: list[Turn] = []
        for index in parts.turns:
            if index - 1 in headings:
                speaker, form, said = self.speaking.roster.find(self.speaking.labels[index - 1].name), Form.LABEL, 0
            else:
                speaker, form, said = self._told(index)
            joining = self.speaking.joining.get(index, ()) if form is not Form.NOTE else ()
            also = tuple(person for person in joining if person != speaker)
            names = tuple(dict.fromkeys(self.speakers[person].name for person in also))
            name = None if speaker is None else self.speakers[speaker].name
            if (given := self.rules.turns.get(index)) is not None:
                speaker = self._named(given.speaker)
                name = None if speaker is None else self.speakers[speaker].name
                form, names = self._given(given, form, names)
            if form is not Form.NOTE and speaker is not None:
                self._gives_word(speaker)
                self.joined = also[-1] if also and form is Form.REPORTED else None
            block = self.blocks[index]
            number = len(turns)
            turns.append(
                Turn(
                    f"{self.siglum}{dot}{number + 1}",
                    self.siglum,
                    number,
                    index,
                    block.line,
                    name,
                    form,
                    block.text,
                    said,
                    names,
                )
            )
        return tuple(turns)

    def _told(self, index: int) -> tuple[int | None, Form, int]:
        if (label := self.speaking.labels.get(index)) is not None:
            return self.speaking.roster.find(label.name), Form.LABEL, label.end
        if (report := self.speaking.reports.get(index)) is not None:
            return report.person, report.form, 0
        block = self.blocks[index]
        if (
            index in self.notes
            or shapes.is_aside(block)
            or (self.current is not None and shapes.tells_of_meeting(block.text, self.grammar))
            or (bool(self.speaking.labels) and shapes.is_direction(block.text, self.grammar))
        ):
            return None, Form.NOTE, 0
        return self._carried_over(block.text, self.speaking.offsets.get(index, 0)), Form.CONTINUATION, 0

    def _carried_over(self, text: str, start: int) -> int | None:
        """The speaker who goes on; the other one where the block answers ("He replies that ...")."""
        if (self.other is None and self.joined is None) or not self.speaking.reports:
            return self.current
        words = [fold(match[0]) for match in islice(words_of(text, start), 4)]
        if any(words[: len(phrase)] == phrase for phrase in map(str.split, self.grammar.latter)):
            return self.other  # "The latter agrees"
        if words and words[0] in self.grammar.pronouns:
            words = words[1:]
            if self.joined is not None:
                return self.joined  # "He" is who was last told of
        while words and self.grammar.is_adverb(words[0]):
            words = words[1:]
        if words and words[0] in self.grammar.answering_verbs and self.other is not None:
            return self.other
        return self.current

    def _gives_word(self, speaker: int) -> None:
        if speaker != self.current:
            self.current, self.other = speaker, self.current

    def _named(self, name: str | None) -> int | None:
        return None if name is None else self.speaking.roster.find(parse_name(name, self.grammar))

    def _given(self, given: GivenTurn, form: Form, names: tuple[str, ...]) -> tuple[Form, tuple[str, ...]]:
        if given.form is not None:
            form = given.form
        elif given.speaker is None:
            form = Form.NOTE
        elif form in (Form.NOTE, Form.CONTINUATION):
            form = Form.REPORTED
        places = [self._named(name) for name in given.also]
        return form, tuple(self.speakers[place].name for place in places if place is not None) or names
