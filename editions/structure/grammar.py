"""The words of a language that structure turns on: titles, reporting verbs, openings of lists and of back matter.

They come from the ``structure`` section of ``editions/languages/LANGUAGE.yaml``. A language without such a
section has an empty grammar: labels, which are found by shape and recurrence, do not need one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from editions.languages import language_section

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word lists of one language, all case-folded; phrases are words parted by one space.

    Attributes are named after the keys of the YAML section, where each is explained; ``plain_verbs`` are the verbs
    of speech without an ending, as they stand after a modal verb.
    """

    titles: frozenset[str] = frozenset()
    abbreviated_titles: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    womens_titles: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    office_words: frozenset[str] = frozenset()
    office_adjectives: frozenset[str] = frozenset()
    lesser_offices: frozenset[str] = frozenset()
    full_offices: frozenset[str] = frozenset()
    classifications: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    name_particles: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    direct_pronouns: frozenset[str] = frozenset()
    latter: frozenset[str] = frozenset()
    reporting_verbs: frozenset[str] = frozenset()
    answering_verbs: frozenset[str] = frozenset()
    irregular_verbs: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    plain_verbs: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    answering_prepositions: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    speech_nouns: frozenset[str] = frozenset()
    according: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    meeting_nouns: frozenset[str] = frozenset()
    meeting_verbs: frozenset[str] = frozenset()
    arrival_verbs: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    title_words: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    recorder: frozenset[str] = frozenset()
    participants: frozenset[str] = frozenset()
    presence: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    interpreters: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    closings: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    closing_marks: frozenset[str] = frozenset()
    shelf_marks: frozenset[str] = frozenset()
    editorial: frozenset[str] = frozenset()
    not_labels: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    stage_words: frozenset[str] = frozenset()
    heading_words: frozenset[str] = frozenset()

    def may_be_verb(self, word: str) -> bool:
        """Whether a folded word can be the verb of a sentence in the third person."""
        if word in self.reporting_verbs or word in self.auxiliaries or word in self.irregular_verbs:
            return True
        if word in self.modals:
            return True
        if not self.reporting_verbs or word in self.prepositions or word in self.adverbs:
            return False
        return len(word) > 3 and word.endswith(("s", "ed")) and not word.endswith(("ss", "'s", "ous"))

    def is_adverb(self, word: str) -> bool:
        """Whether a folded word may stand between a subject and its verb."""
        return word in self.adverbs or (bool(self.adverbs) and len(word) > 4 and word.endswith("ly"))


@cache
def read_grammar(language: str) -> Grammar:
    """The grammar of a language.

    Args:
        language: ISO 639 code; "en-GB" is read as "en".

    Returns:
        Its word lists; empty ones for a language without a table.

    Raises:
        MalformedTable: the table of the language is broken.
    """
    section = language_section(re.split("[-_]", language.lower())[0], "structure")
    if not section:
        return Grammar()
    lists = {field.name: _words(section.get(field.name)) for field in fields(Grammar)}
    lists["plain_verbs"] = frozenset(verb.partition(":")[0] for verb in lists["reporting_verbs"])
    for key in ("reporting_verbs", "answering_verbs"):
        # Plain forms are not kept: "the talk", "a view", "by request" would pass for verbs.
        lists[key] = frozenset(form for verb in lists[key] for form in _forms(verb))
    lists["questions"] = frozenset(word for pair in section.get("question_and_answer") or () for word in _words(pair))
    return Grammar(**lists)


def fold(word: str) -> str:
    """Case and apostrophes made even, so that spellings of one word compare equal."""
    if word.isascii():
        return word.lower() if "`" not in word else word.lower().replace("`", "'")
    return word.casefold().translate(_APOSTROPHES)


_APOSTROPHES = str.maketrans("’ʼ‘`´ʹ", "''''''")


def _words(value: Any) -> frozenset[str]:
    if value is None:
        return frozenset()
    if isinstance(value, str):
        return frozenset(fold(word) for word in value.split())
    return frozenset(fold(" ".join(str(phrase).split())) for phrase in value)


def _forms(verb: str) -> tuple[str, str]:
    """Third person and past of an English verb: by rule, the past as the table has it ("say:said")."""
    verb, _, past = verb.partition(":")
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies", past or f"{verb[:-1]}ied"
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"
    return third, past or (f"{verb}d" if verb.endswith("e") else f"{verb}ed")
