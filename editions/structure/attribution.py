"""Reported speech: whose words a block tells of ("Zhou Enlai says that ...", "In Stalin's opinion, ...").

A person is the speaker of a block if its first sentence has him as the subject of its main clause, or of a
clause of saying put into it ("Deliveries, Mr Chou replied, ..."). He is not if he stands in a subordinate
clause, behind a preposition or in the possessive, or if he is not present.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from editions.model import Form
from editions.structure.personal_names import Name
from editions.structure.sentence import MAX_WORDS, Word, names_pattern, read_words, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editions.structure.grammar import Grammar
    from editions.structure.roster import Roster

_BOUNDARY: Final = frozenset(',;:—–-"“”«»')
_QUOTES: Final = frozenset('"“”«»‘„')
_MOST_SENTENCES: Final = 40  # of one block, looked through for further speakers
_FIRST_WORDS: Final = 12
_LONGEST_INSERTION: Final = 25  # words between a subject and its verb
_LONGEST_QUESTION: Final = 5  # words before who is answered: "To a further question of", "Asked once more by"
_LONGEST_LEAD: Final = 6  # words before a subject whose verb is not one of saying


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a block.

    Attributes:
        person: position on the roster.
        form: `Form.REPORTED` or `Form.EMBEDDED`.
        also: positions of further persons whose words the block reports.
        opens: whether he stands at the head of the block and does something there, so that even in a text full
            of labels the block tells of him.
    """

    person: int
    form: Form
    also: tuple[int, ...] = ()
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a sentence.

    Attributes:
        person: position on the roster.
        first: number of the first word, titles and article included.
        last: number of the last word of the name.
    """

    person: int
    first: int
    last: int


class Attributor:
    """Finds the speakers of blocks that have no label.

    Args:
        roster: who can speak.
        grammar: the words of the language.
        recorder: position of the person who writes "I", or None.
    """

    def __init__(self, roster: Roster, grammar: Grammar, recorder: int | None = None) -> None:
        self._roster = roster
        self._grammar = grammar
        self._recorder = recorder
        self._index = _index(roster)
        bearers = Counter(key for person in roster.people for key in {name.key for name in person.names})
        self._shared = frozenset(key for key, count in bearers.items() if count > 1)
        self._near = names_pattern({*self._index, *grammar.offices} | ({"I"} if recorder is not None else set()))

    def attribute(self, text: str, start: int = 0) -> Attribution | None:
        """Tells whose words a block reports.

        Args:
            text: the block.
            start: offset behind the number of a numbered paragraph.

        Returns:
            The speaker, or None where the block names none.
        """
        found: tuple[int, Form] | None = None
        opens = False
        also: dict[int, None] = {}
        for number, (begin, end) in enumerate(islice(sentences(text, start, self._grammar), _MOST_SENTENCES)):
            subject = self._subject_in(text, begin, end)
            if subject is None:
                continue
            if number == 0 and subject[1] is Form.REPORTED:
                opens = self._opens(text, begin, end, subject[0])
                for other in (self._partner(text, begin, end), self._asker(text, begin, end)):
                    if other is not None:
                        also.setdefault(other)
            if found is None and (number == 0 or (subject[1] is Form.EMBEDDED and number < 3)):
                found = subject
            elif subject[1] is Form.REPORTED and self._says(text, begin, end):
                also.setdefault(subject[0])
        if found is None:
            # Nobody opens the block: who is reported further on joins in the speech that goes on.
            return None
        return Attribution(*found, tuple(person for person in also if person != found[0]), opens)

    def joining(self, text: str, start: int = 0) -> tuple[int, ...]:
        """Persons reported in a block of which another is the speaker."""
        also: dict[int, None] = {}
        for begin, end in islice(sentences(text, start, self._grammar), _MOST_SENTENCES):
            subject = self._subject_in(text, begin, end)
            if subject is not None and self._says(text, begin, end):
                also.setdefault(subject[0])
        return tuple(also)

    def _subject_in(self, text: str, begin: int, end: int) -> tuple[int, Form] | None:
        # Most sentences name nobody; looking for the names first saves taking them apart.
        if not self._near.search(text, begin, end):
            return None
        quoted = text[begin : begin + 1] in _QUOTES
        # Nearly always the subject stands among the first words.
        subject = None
        for most in (_FIRST_WORDS, MAX_WORDS):
            words = read_words(text, begin, end, most)
            subject = self._subject(words, quoted=quoted) if words else None
            if subject is not None or len(words) < most:
                break
        if subject is None and words and words[0].folded in self._grammar.answering_prepositions:
            asker = self._asker(text, begin, end)
            return None if asker is None else (asker, Form.REPORTED)  # "To Stalin's question nobody had an answer."
        return subject

    def _subject(self, words: Sequence[Word], *, quoted: bool) -> tuple[int, Form] | None:
        """The present person who is the subject of a sentence, and in which form."""
        grammar = self._grammar
        if self._recorder is not None and words[0].printed == "I" and len(words) > 1:
            verb = self._verb(words, 0)
            if verb is not None and verb.folded in grammar.reporting_verbs:
                return self._recorder, Form.REPORTED
        for mention in self._mentions(words):
            form = self._form(words, mention, quoted)
            if form is not None and self._roster.people[mention.person].present:
                return mention.person, form
        return None

    def _form(self, words: Sequence[Word], mention: Mention, quoted: bool) -> Form | None:
        grammar = self._grammar
        first = mention.first
        clause = _clause_start(words, first)
        lead = [word.folded for word in words[clause:first]]
        if self._has_asked(words, mention):
            return None  # "To Stalin's question whether ..., Zhou Enlai answered"
        if words[mention.last].possessive:
            return self._possessive(words, mention)
        if lead and lead[0] in grammar.reporting_verbs and len(lead) <= 3 and (clause > 0 or quoted):
            return Form.EMBEDDED  # "..., observes Zhou Enlai, ..."; "...," put in Bose
        if self._is_agent(words, first):
            return Form.REPORTED  # "The question is answered by Stalin", "It was asked by Molotov ..."
        if first and not _parts(words[first - 1]):
            before = words[first - 1].folded
            if before in grammar.prepositions or before in grammar.particles:
                return self._by_opinion(words, mention)
        if any(word in grammar.subordinators for word in lead[1:] or lead) and not self._only_leads(lead):
            return None
        verb = self._verb(words, mention.last)
        says = verb is not None and verb.folded in grammar.reporting_verbs
        acts = verb is not None and grammar.may_be_verb(verb.folded)
        if verb is not None and verb.folded in grammar.modals:
            says = self._would_say(words, words.index(verb))
        if not grammar.reporting_verbs:  # a language without a table: a small word after the name will be the verb
            acts = verb is not None and not verb.capital
        if first == 0 and verb is not None and self._is_passive(words, words.index(verb)):
            return None  # "Molotov is asked by Stalin to ..."
        if first == 0:
            return Form.REPORTED if acts or self._acts_later(words, mention.last) else None
        opened = self._opens_adverbially(words)
        if clause == 0:
            # "To this Zhou Enlai responds", "Then Zhou Enlai returned to"
            return Form.REPORTED if opened and (says or (acts and len(lead) <= _LONGEST_LEAD)) else None
        if not lead or self._only_leads(lead):
            if opened and (says or acts):
                return Form.REPORTED  # "As for the request, Comrade Stalin answers that ..."
            if says and (quoted or not lead):
                return Form.EMBEDDED  # "Mao Zedong, Zhou Enlai continues, has asked ..."
        return None

    def _partner(self, text: str, begin: int, end: int) -> int | None:
        """The second subject of "Stalin and Zhou Enlai agree to meet again."."""
        words = read_words(text, begin, end, _FIRST_WORDS)
        mentions = self._mentions(words)
        if len(mentions) < 2 or mentions[0].first > 0 or mentions[1].first != mentions[0].last + 2:
            return None
        joined = words[mentions[0].last + 1].folded in self._grammar.conjunctions
        second = mentions[1].person
        return second if joined and self._roster.people[second].present else None

    def _asker(self, text: str, begin: int, end: int) -> int | None:
        """The present person to whose words a sentence answers: "To Stalin's question", "Asked by Stalin"."""
        words = read_words(text, begin, end, _FIRST_WORDS)
        for mention in self._mentions(words):
            if self._has_asked(words, mention) and self._roster.people[mention.person].present:
                return mention.person
        return None

    def _has_asked(self, words: Sequence[Word], mention: Mention) -> bool:
        """Knows "To Stalin's question", "On a remark by Stalin" and "Asked by Stalin": the one who answers follows."""
        grammar = self._grammar
        opening = [word.folded for word in words[: mention.first]]
        if not 0 < len(opening) <= _LONGEST_QUESTION or any(_parts(word) for word in words[: mention.first]):
            return False
        if opening[0] in grammar.reporting_verbs and opening[-1] in grammar.agents:
            return True
        if opening[0] not in grammar.answering_prepositions:
            return False
        if words[mention.last].possessive:
            following = words[mention.last + 1 : mention.last + 3]
            return len(opening) == 1 and any(word.folded in grammar.speech_nouns for word in following)
        return opening[-1] in grammar.parties and bool(set(opening) & grammar.speech_nouns)

    def _opens(self, text: str, begin: int, end: int, person: int) -> bool:
        """Whether a person is the first one named in a sentence, or the one who answers him, and does something."""
        words = read_words(text, begin, end)
        grammar = self._grammar
        for mention in self._mentions(words):
            if self._has_asked(words, mention):
                return True
            if mention.person != person or words[mention.last].possessive:
                return False
            if not self._only_leads([word.folded for word in words[: mention.first]]):
                return False
            verb = self._verb(words, mention.last)
            if verb is None or verb.folded in grammar.prepositions or verb.folded in grammar.conjunctions:
                return self._acts_later(words, mention.last)
            if verb.folded in grammar.modals:
                place = words.index(verb)
                declines = place + 1 < len(words) and words[place + 1].folded in grammar.negations
                return declines or verb.folded in grammar.negations or self._would_say(words, place)
            return verb.folded not in grammar.auxiliaries and grammar.may_be_verb(verb.folded)
        return False

    def _would_say(self, words: Sequence[Word], place: int) -> bool:
        """Whether a verb of speech follows a modal one: "would not insist", "would like to know"."""
        following = [word.folded for word in words[place + 1 : place + 6]]
        return any(word in self._grammar.plain_verbs for word in following)

    def _is_passive(self, words: Sequence[Word], place: int) -> bool:
        """Whether an auxiliary at a place begins "is asked by", "was pointed out by"."""
        following = [word.folded for word in words[place + 1 : place + 5] if not self._grammar.is_adverb(word.folded)]
        return (
            words[place].folded in self._grammar.auxiliaries
            and following[:1] != []
            and following[0] in self._grammar.reporting_verbs
            and bool(set(following[1:3]) & self._grammar.agents)
        )

    def _is_agent(self, words: Sequence[Word], first: int) -> bool:
        """Whether a mention is the agent of a passive verb of speech."""
        if first < 3 or words[first - 1].folded not in self._grammar.agents or _parts(words[first - 1]):
            return False
        return any(self._is_passive(words, place) for place in range(max(0, first - 5), first - 2))

    def _says(self, text: str, begin: int, end: int) -> bool:
        return any(word.folded in self._grammar.reporting_verbs for word in read_words(text, begin, end))

    def _possessive(self, words: Sequence[Word], mention: Mention) -> Form | None:
        """Tells "In Stalin's opinion, ..." and "Stalin's reply is that ..." from "Stalin's army ..."."""
        grammar = self._grammar
        following = [word.folded for word in words[mention.last + 1 : mention.last + 3]]
        noun = next((place for place, word in enumerate(following) if word in grammar.speech_nouns), None)
        if noun is None:
            return None
        place = mention.last + 1 + noun
        verb = words[place + 1].folded if place + 1 < len(words) else ""
        if mention.first == 0:
            return Form.REPORTED if grammar.may_be_verb(verb) or words[place].after.startswith(":") else None
        lead = [word.folded for word in words[: mention.first]]
        if len(lead) == 1 and lead[0] in grammar.prepositions:
            return Form.REPORTED
        # "It is Stalin's view that ..."
        return (
            Form.REPORTED if len(lead) == 2 and lead[0] in grammar.pronouns and lead[1] in grammar.auxiliaries else None
        )

    def _by_opinion(self, words: Sequence[Word], mention: Mention) -> Form | None:
        """Knows "According to Stalin, ...", "In the opinion of Stalin, ..." and "The answer of Stalin is that ..."."""
        opening = [word.folded for word in words[: mention.first]]
        if opening[0] in self._grammar.according and len(opening) == 2:
            return Form.REPORTED
        if len(opening) > 4 or not set(opening) & self._grammar.speech_nouns:
            return None
        if opening[0] in self._grammar.prepositions:
            return Form.REPORTED
        verb = self._verb(words, mention.last)
        stated = verb is not None and verb.folded in self._grammar.auxiliaries
        return Form.REPORTED if opening[0] in self._grammar.articles and stated else None

    def _verb(self, words: Sequence[Word], last: int) -> Word | None:
        """The word that should be the verb of a subject: adverbs and insertions between commas or brackets skipped."""
        place = last + 1
        sign = words[last].after
        if "[" in sign or "(" in sign:
            while place < len(words) and not set(words[place - 1].after) & set("])"):
                place += 1
                if place - last > _LONGEST_INSERTION:
                    return None
            sign = words[place - 1].after if place > last + 1 else ""
        if sign.startswith(",") or sign.endswith(","):
            end = min(len(words), place + _LONGEST_INSERTION)
            place = next((other + 1 for other in range(place, end) if "," in words[other].after), len(words))
        elif sign and sign[0] in _BOUNDARY - {"-"}:
            return None
        while place < len(words) and self._grammar.is_adverb(words[place].folded):
            place += 1
        return words[place] if place < len(words) else None

    def _acts_later(self, words: Sequence[Word], last: int) -> bool:
        """Knows "Stalin in his turn asks" and "Stalin and Zhou Enlai agree": the verb stands a little further on."""
        if last + 1 >= len(words) or words[last].after:
            return False
        following = words[last + 1]
        if following.folded in self._grammar.conjunctions:
            second = next((mention for mention in self._mentions(words) if mention.first == last + 2), None)
            verb = self._verb(words, second.last) if second is not None else None
            return verb is not None and not verb.capital and verb.folded not in self._grammar.prepositions
        if following.folded in self._grammar.prepositions:
            return any(word.folded in self._grammar.reporting_verbs for word in words[last + 2 : last + 8])
        return False

    def _opens_adverbially(self, words: Sequence[Word]) -> bool:
        word = words[0].folded
        grammar = self._grammar
        return (
            word in grammar.prepositions
            or word in grammar.leads
            or word in grammar.subordinators
            or grammar.is_adverb(word)
            or (bool(grammar.leads) and word.endswith("ing"))
        )

    def _only_leads(self, lead: Sequence[str]) -> bool:
        return all(word in self._grammar.leads or self._grammar.is_adverb(word) for word in lead)

    def _mentions(self, words: Sequence[Word]) -> list[Mention]:
        found: list[Mention] = []
        place = 0
        while place < len(words):
            mention = self._mention_at(words, place, found[-1].last + 1 if found else 0)
            if mention is not None:
                found.append(mention)
                place = mention.last + 1
            else:
                place += 1
        return found

    def _mention_at(self, words: Sequence[Word], place: int, free: int) -> Mention | None:
        word = words[place]
        if word.capital:
            for key, person in self._index.get(word.folded, ()):
                last = place + len(key) - 1
                if last < len(words) and tuple(other.folded for other in words[place : last + 1]) == key:
                    first = self._first_word(words, place, free)
                    return Mention(self._bearer(key, words[first:place], person), first, last)
        if word.folded in self._grammar.offices and (
            place + 1 == len(words) or not words[place + 1].capital or word.after
        ):
            first = self._first_word(words, place, free)
            if words[first].folded in self._grammar.articles and first < place + 1:
                found = self._roster.find(Name(tuple(other.folded for other in words[first + 1 : place + 1])))
                if found is not None:
                    return Mention(found, first, place)
        return None

    def _bearer(self, key: tuple[str, ...], before: Sequence[Word], person: int) -> int:
        """Which of those who bear a name is meant, by the titles before it: "Mme Holm", "Admiral Holm"."""
        titles = tuple(word.folded for word in before if word.folded in self._grammar.titles)
        if not titles or key not in self._shared:
            return person
        found = self._roster.find(Name(key, (), titles))
        return person if found is None else found

    def _first_word(self, words: Sequence[Word], place: int, free: int) -> int:
        """The first word of a mention: initials, titles and the article before the name belong to it."""
        grammar = self._grammar
        while place > free:
            before = words[place - 1]
            initial = len(before.printed) <= 2 and before.after == "." and before.capital
            title = before.folded in grammar.titles and before.after in ("", ".")
            article = before.folded in grammar.articles and not before.after
            particle = before.folded in grammar.name_particles and not before.after
            if not (initial or title or article or particle):
                break
            place -= 1
        return place


def _index(roster: Roster) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """First word of a name -> names that begin with it and whom they mean, the longest first.

    Besides the names as printed, the first and the last word of a full name alone mean the person, if nobody
    else.
    """
    ends: dict[str, set[int]] = {}
    exact: dict[tuple[str, ...], int] = {}
    for place, person in enumerate(roster.people):
        for name in person.names:
            exact.setdefault(name.key, place)
            for word in (name.key[0], name.key[-1]):
                ends.setdefault(word, set()).add(place)
    for word, places in ends.items():
        if len(places) == 1 and len(word) > 1 and word not in roster.grammar.titles:
            exact.setdefault((word,), next(iter(places)))
    index: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for key, place in sorted(exact.items(), key=lambda item: -len(item[0])):
        index.setdefault(key[0], []).append((key, place))
    return index


def _parts(word: Word) -> bool:
    return bool(set(word.after) & _BOUNDARY)


def _clause_start(words: Sequence[Word], place: int) -> int:
    """Number of the first word behind the last sign that parts clauses before a word."""
    while place > 0 and not _parts(words[place - 1]):
        place -= 1
    return place
