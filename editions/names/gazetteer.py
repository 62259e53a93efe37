"""Finding the spellings of an authority in a text: one look at each word, the longest spelling wins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from editions.model import NameKind
from editions.names.romanization.folding import fold, script_of
from editions.names.romanization.russian import nominatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editions.names.authority import Authority, Entity
    from editions.names.words import Word

_MOST_HEADS = 8
_CASELESS = frozenset(("han", "kana", "hangul"))


@dataclass(frozen=True, slots=True)
class Found:
    """A spelling of the authority met in a text: offsets, kind and entity (None where it names several)."""

    start: int
    end: int
    kind: NameKind
    entity: str | None


class Gazetteer:
    """The spellings of one authority, ready to be looked up word by word."""

    __slots__ = ("_caseless", "_forms", "_longest")

    def __init__(self, authority: Authority) -> None:
        self._forms: dict[tuple[str, ...], list[tuple[str, Entity]]] = {}
        self._longest: dict[str, int] = {}
        self._caseless: dict[str, list[tuple[str, Entity]]] = {}
        for form, entity in authority.forms():
            if script_of(form) in _CASELESS:
                self._caseless.setdefault(form[0], []).append((form, entity))
                continue
            parts = tuple(fold(form).split())
            if parts:
                self._forms.setdefault(parts, []).append((form, entity))
                self._longest[parts[0]] = max(len(parts), self._longest.get(parts[0], 0))
        for forms in self._caseless.values():
            forms.sort(key=lambda pair: -len(pair[0]))

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Found]:
        """The spellings in a text, none inside another."""
        place = 0
        while place < len(words):
            hit = self._longest_at(text, words, place)
            if hit is None:
                place += 1
            else:
                found, place = hit
                yield found
        if self._caseless:
            yield from self._in_characters(text)

    def _longest_at(self, text: str, words: Sequence[Word], place: int) -> tuple[Found, int] | None:
        """The longest spelling that begins with a word and ends where a word ends."""
        heads = [(fold, self._longest[fold[0]]) for fold in words[place].folds if fold and fold[0] in self._longest]
        best: tuple[Found, int] | None = None
        end = place + 1
        while heads:
            for parts, _ in heads:
                found = self._found(text, words, place, end, parts)
                if found is not None:
                    best = (found, end)
                    break
            if end >= len(words) or not _adjoin(text, words[end - 1], words[end]):
                break
            heads = [
                (parts + more, longest)
                for parts, longest in heads
                for more in words[end].folds
                if more and len(parts) + len(more) <= longest
            ][:_MOST_HEADS]
            end += 1
        return best

    def _found(self, text: str, words: Sequence[Word], place: int, end: int, parts: tuple[str, ...]) -> Found | None:
        printed = text[words[place].start : words[end - 1].end]
        hits = [entity for form, entity in self._forms.get(parts, ()) if _capitals_kept(form, printed)]
        if not hits:
            return None
        ids = {entity.id for entity in hits}
        kinds = {entity.kind for entity in hits}
        return Found(
            words[place].start,
            words[end - 1].end,
            kinds.pop() if len(kinds) == 1 else NameKind.UNKNOWN,
            ids.pop() if len(ids) == 1 else None,
        )

    def _in_characters(self, text: str) -> Iterator[Found]:
        place = 0
        while place < len(text):
            for form, entity in self._caseless.get(text[place], ()):
                if text.startswith(form, place):
                    yield Found(place, place + len(form), entity.kind, entity.id)
                    place += len(form)
                    break
            else:
                place += 1


def _adjoin(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but space, a full stop of an initial or a bracket of the editor lies between two words."""
    between = text[left.printed_end : right.start]
    return left.end == left.printed_end and len(between) <= 3 and not between.strip(" .\u00a0\n\t]-")


def _capitals_kept(form: str, printed: str) -> bool:
    """Whether the words that have a capital in the authority have one in print ("China", not "china")."""
    wanted = [word for word in form.split() if word[:1].isalpha()]
    have = [word for word in printed.split() if word[:1].isalpha()]
    if len(wanted) != len(have):
        return printed[:1].isupper() or not form[:1].isupper()
    return all(not one[0].isupper() or other[0].isupper() for one, other in zip(wanted, have, strict=True))


@lru_cache(maxsize=65536)
def folded_forms(word: str) -> tuple[tuple[str, ...], ...]:
    """The folded parts of a printed word; of a Cyrillic one also those of its possible nominatives."""
    plain = tuple(fold(word).split())
    if script_of(word) != "cyrillic":
        return (plain,)
    return (plain, *sorted({tuple(fold(form).split()) for form in nominatives(word.casefold())} - {plain}))
