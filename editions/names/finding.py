"""Names in a text: the spellings of an authority, then capitalised words, then what brackets say of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from editions.model import NameMention
from editions.names.document import DocumentWords
from editions.names.gazetteer import Gazetteer
from editions.names.glosses import gloss_after
from editions.names.runs import runs
from editions.names.vocabulary import vocabulary
from editions.names.words import words_near_capitals, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editions.names.authority import Authority
    from editions.names.vocabulary import Vocabulary
    from editions.names.words import Word

# Letters after a capital that can tell whether it begins a name: small words that join, and one more.
_REACH = 60
_NOTHING: frozenset[str] = frozenset()


def find_names(
    text: str,
    *,
    language: str = "en",
    authority: Authority | None = None,
    lower: frozenset[str] = _NOTHING,
    document: DocumentWords | None = None,
) -> tuple[NameMention, ...]:
    """Finds the names in a text.

    Args:
        text: one turn, or any other text.
        language: ISO 639 code; a language without a table is searched by the rules that need none.
        authority: its spellings are found first, with kind and entity.
        lower: words of the whole document seen in lower case: one of these is no name at the head of a sentence.
        document: all that is known of the words of the document (see ``document_words``), instead of ``lower``; with
            it a lone word at the head of a sentence must be capitalised elsewhere inside one, be a known place, or be
            the subject of a verb of saying; and where the document's capitals say little, fewer names are taken.

    Returns:
        The mentions in the order of the text, none inside another; a name in a bracket that glosses the one before is
        its ``gloss`` and no mention of its own.
    """
    known = vocabulary(language)
    taken: list[NameMention] = []
    if authority is None or not authority.entities:
        words = list(words_near_capitals(text, after=_REACH))
    else:
        words = list(words_of(text))
        taken = [
            NameMention(found.start, found.end, text[found.start : found.end], found.kind, found.entity)
            for found in _gazetteer(authority).find(text, words)
        ]
        taken.sort(key=lambda mention: mention.start)
    mentions = [*taken, *_runs_beside(text, words, taken, known, document or DocumentWords(lower=lower))]
    mentions.sort(key=lambda mention: mention.start)
    return tuple(_with_glosses(text, mentions, known))


def _runs_beside(
    text: str, words: list[Word], taken: list[NameMention], known: Vocabulary, document: DocumentWords
) -> Iterator[NameMention]:
    """Runs that no spelling of the authority touches."""
    ends = iter([*taken, None])
    current = next(ends)
    for run in runs(text, words, known, document):
        while current is not None and current.end <= run.start:
            current = next(ends)
        if current is None or run.end <= current.start:
            yield NameMention(run.start, run.end, text[run.start : run.end], run.kind)


def _with_glosses(text: str, mentions: list[NameMention], known: Vocabulary) -> Iterator[NameMention]:
    closed = 0
    for mention in mentions:
        if mention.start < closed:
            continue
        gloss = gloss_after(text, mention.end, mention.kind, known)
        if gloss is None:
            yield mention
            continue
        closed = gloss[1]
        yield NameMention(mention.start, mention.end, mention.text, mention.kind, mention.entity, gloss[0])


@lru_cache(maxsize=8)
def _gazetteer_of(box: _Box) -> Gazetteer:
    return Gazetteer(box.authority)


class _Box:
    """An authority hashed by identity: hashing its entities would cost more than the search."""

    __slots__ = ("authority",)

    def __init__(self, authority: Authority) -> None:
        self.authority = authority

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Box) and other.authority is self.authority

    def __hash__(self) -> int:
        return id(self.authority)


def _gazetteer(authority: Authority) -> Gazetteer:
    return _gazetteer_of(_Box(authority))
