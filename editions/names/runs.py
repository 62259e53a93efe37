"""Runs of capitalised words that can be names, in texts no authority knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editions.model import NameKind
from editions.names.romanization.places import places_named
from editions.names.shapes import is_personal_shape, kind_of, reads_plainly, reads_slavic
from editions.names.words import is_abbreviated, is_shouted, opens_sentence, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editions.names.document import DocumentWords
    from editions.names.vocabulary import Vocabulary
    from editions.names.words import Word

# Numerals of congresses and parts. C, D and M are left out: CC and DC are no numerals in this kind of text.
_ROMAN = re.compile(r"(?:XL|L?X{1,3}|)(?:IX|IV|V?I{0,3})\Z")
_PLACE_WORDS = frozenset(("in", "near", "around", "inside", "outside", "throughout", "via", "within"))
_CONTRACTIONS = ("n't", "'ll", "'re", "'ve", "'d", "'m")
_OWN_POSSESSIVE = frozenset(("people", "peoples", "workers", "women"))
# Endings of nouns that stand at the head of sentences and are no names.
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "ings", "ures", "ages")
_LONGEST_RUN = 12
_LONGEST_APPOSITION = 80
# Abbreviations of months and weekdays, which are syllables of Chinese and Korean names as well.
_SHORT_DATE = 3


class Run(NamedTuple):
    """A possible name: offsets and kind."""

    start: int
    end: int
    kind: NameKind


def runs(text: str, words: Sequence[Word], known: Vocabulary, document: DocumentWords) -> Iterator[Run]:
    """Possible names in a text.

    Args:
        text: the text.
        words: its words.
        known: what the language says of capitalised words.
        document: what the document says of its words.

    Yields:
        The runs, in order.
    """
    if is_shouted(text):
        return
    place = 0
    while place < len(words):
        if not words[place].capital:
            place += 1
            continue
        if _is_short_name(text, words, place, known, document):
            yield Run(words[place].start, words[place + 1].end, NameKind.PERSON)
            place += 2
            continue
        if not _begins(text, words, place, known, document):
            place += 1
            continue
        end = _extend(text, words, place, known, document)
        yield from _names_in(text, words, range(place, end), known)
        place = end


def _begins(text: str, words: Sequence[Word], place: int, known: Vocabulary, document: DocumentWords) -> bool:
    """Whether a capitalised word can begin a name where it stands."""
    word = words[place]
    plain = word.plain
    if plain.endswith(_CONTRACTIONS):
        return False
    if len(word.text) == 1 or (word.dotted and not places_named(word.text)):
        return (word.dotted or text[word.printed_end : word.printed_end + 1] == ".") and _next_capital(
            text, words, place
        )
    if plain in known.titles:
        return True
    if _unsure(word, known, document):
        return False
    if word.acronym:
        return True
    if plain in known.openers or (plain in document.small and not _builds(plain, known)):
        if places_named(word.text) and plain not in document.lower:
            return True
        return _begins_body(text, words, place, known)
    if not opens_sentence(text, word, words[place - 1] if place else None):
        return not (known.known and plain.endswith("ly") and len(plain) > 4) or bool(places_named(word.text))
    if not known.known:
        return _next_capital(text, words, place) or bool(places_named(word.text)) or reads_plainly(plain)
    if plain in known.peoples or plain in known.quarters or plain in known.common:
        return True  # what follows decides
    follows_capital = _next_capital(text, words, place)
    if follows_capital and words[place + 1].plain in known.bodies | known.grounds:
        return True
    if places_named(word.text):
        return plain not in document.lower or document.inside is None or plain in document.inside
    if plain in document.lower or _looks_derived(plain):
        return False
    if follows_capital or document.inside is None or plain in document.inside:
        return True
    if _acts(words, place, known) or word.end != word.printed_end:
        return True
    if reads_slavic(plain) or ("-" in plain and reads_plainly(plain)):
        return True
    return _is_explained(text, words[place], known)


def _begins_body(text: str, words: Sequence[Word], place: int, known: Vocabulary) -> bool:
    """Whether a word that is often no name begins that of a body: State Planning Commission, Far Eastern Line."""
    plain = words[place].plain
    if plain in known.openers and not _builds(plain, known):
        return False
    opening = opens_sentence(text, words[place], words[place - 1] if place else None)
    if opening and plain not in known.openers:
        return False  # "Young Communist League" and "Small Party quarrels" look alike there
    for after in range(place + 1, min(len(words), place + _LONGEST_RUN)):
        word = words[after]
        if not word.capital or not _joined(text, words[after - 1], word) or _is_small(word.plain, known):
            return False
        if plain in known.quarters and not opening and known.is_people(word.plain):
            return True  # Far Eastern
        if word.plain in known.bodies | known.grounds:
            return True
    return False


def _builds(plain: str, known: Vocabulary) -> bool:
    """Whether a word is of those that names of bodies and places are built with."""
    return (
        plain in known.bodies
        or plain in known.grounds
        or plain in known.quarters
        or plain in known.common
        or plain in known.peoples
    )


def _unsure(word: Word, known: Vocabulary, document: DocumentWords) -> bool:
    """Whether capitals say little in the document and this word has no other claim to be a name."""
    if document.sure is None or word.plain in document.sure or word.plain in known.titles:
        return False
    return len(word.text) > 1 and not places_named(word.text)


def _is_short_name(text: str, words: Sequence[Word], place: int, known: Vocabulary, document: DocumentWords) -> bool:
    """Whether a word that opens sentences is a surname here: He Long, An Ziwen, inside a sentence."""
    plain = words[place].plain
    if plain not in known.openers and plain not in document.small:
        return False
    if opens_sentence(text, words[place], words[place - 1] if place else None):
        return False
    return _next_capital(text, words, place) and is_personal_shape(text[words[place].start : words[place + 1].end])


def _acts(words: Sequence[Word], place: int, known: Vocabulary) -> bool:
    """Whether a verb of saying or doing follows ("Kumykin asks")."""
    following = words[place + 1].plain if place + 1 < len(words) else ""
    return following in known.saying


def _is_explained(text: str, word: Word, known: Vocabulary) -> bool:
    """Whether an office stands after the word between commas: "Suvorin, our Minister of Mines, ..."."""
    comma = text.find(",", word.printed_end, word.printed_end + 2)
    if comma < 0 or text[word.printed_end : comma].strip():
        return False
    close = text.find(",", comma + 1, comma + _LONGEST_APPOSITION)
    said = [following.plain for following in words_of(text[comma + 1 : close])] if close > 0 else []
    return bool(said) and said[0] in known.apposing | known.titles and not known.titles.isdisjoint(said)


def _looks_derived(plain: str) -> bool:
    """Adverbs, participles and abstract nouns, which open sentences in any number."""
    if len(plain) > 4 and plain.endswith("ly"):
        return True
    if len(plain) > 5 and plain.endswith(_NOUN_ENDINGS):
        return True
    return len(plain) > 5 and plain.endswith(("ing", "ed")) and not reads_plainly(plain)


def _next_capital(text: str, words: Sequence[Word], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].capital and _joined(text, words[place], words[place + 1])


def _joined(text: str, left: Word, right: Word) -> bool:
    """Whether two words stand side by side in one name."""
    between = text[left.printed_end : right.start]
    if len(between) > 3:
        return False
    if left.end != left.printed_end:  # a possessive ends a name, but for "People's"
        return left.plain in _OWN_POSSESSIVE and between.isspace()
    bare = between.strip()
    if not bare:
        return bool(between) or left.dotted
    if bare == ".":
        return is_abbreviated(left)
    return bare == "]" and _bracketed(text, left)


def _bracketed(text: str, word: Word) -> bool:
    """Whether all words from an opening bracket up to this one have capitals: "[North] Korea"."""
    opened = text.rfind("[", max(0, word.start - 40), word.start)
    return opened >= 0 and all(part[:1].isupper() for part in text[opened + 1 : word.end].split())


def _extend(text: str, words: Sequence[Word], place: int, known: Vocabulary, document: DocumentWords) -> int:
    """Index after the last word of the run that begins at a word."""
    end = place + 1
    while end < len(words) and end - place < _LONGEST_RUN:
        last, word = words[end - 1], words[end]
        if not _joined(text, last, word):
            break
        if word.capital:
            if len(word.text) > 1 and (_is_small(word.plain, known) or _unsure(word, known, document)):
                break
            end += 1
            continue
        size = _connects(text, words, place, end, known)
        if not size:
            break
        end += size
    return end


def _is_small(plain: str, known: Vocabulary) -> bool:
    """Whether a word is a function word, which no capital makes part of a name."""
    return plain in known.openers and not (
        plain in known.verbs or plain in known.titles or plain in known.bodies or plain in known.grounds
    )


def _connects(text: str, words: Sequence[Word], begin: int, at: int, known: Vocabulary) -> int:
    """How many words from a lower-case one on belong to the run: 0, or up to the next capital with it."""
    last = words[at - 1].plain
    for size in (1, 2):
        after = at + size
        if after >= len(words) or not words[after].capital or not _joined(text, words[after - 1], words[after]):
            continue
        if size == 2 and not _joined(text, words[at], words[at + 1]):
            continue
        phrase = " ".join(word.plain for word in words[at:after])
        if phrase in known.conjunctions:
            # "Ministry of Trade and Industry", but not "Bank of China and Gosbank"
            heads = [word.plain for word in words[begin:at]]
            inner = {*heads} & known.joiners and {*heads} & (known.bodies - known.loose_bodies)
            return size + 1 if inner and not (places_named(last) or places_named(words[after].text)) else 0
        if phrase in known.joiners:
            if last in known.loose_bodies or last not in known.bodies | known.grounds:
                return 0
            return size + 1
        if phrase in known.particles and len(words[at - 1].text) > 1:
            return size + 1
    return 0


def _names_in(text: str, words: Sequence[Word], run: range, known: Vocabulary) -> Iterator[Run]:
    """Parts a run at titles, dates and the like, and keeps what names something."""
    part: list[Word] = []
    titled = False
    before = run.start - 1
    place = run.start
    while place < run.stop:
        title = _title_size(words, place, run.stop, known)
        if not title and not _divides(text, words[place], known, first=not part):
            part.append(words[place])
            place += 1
            continue
        # "Soviet Ambassador", "Deputy Security Minister": what stands before a title belongs to the office
        if not title or _stands_alone(text, part):
            yield from _name(text, words, part, before, known, titled=titled)
        titled = bool(title)
        place += title or 1
        before, part = place - 1, []
    yield from _name(text, words, part, before, known, titled=titled)


def _title_size(words: Sequence[Word], place: int, stop: int, known: Vocabulary) -> int:
    """Number of words of the title that begins at a word; 0 where none does."""
    for size in range(min(3, stop - place), 0, -1):
        if " ".join(word.plain.rstrip(".") for word in words[place : place + size]) in known.titles:
            following = words[place + size].plain if place + size < stop else ""
            # a general staff or assembly is no general
            return 0 if size == 1 and following in known.bodies and words[place].plain == "general" else size
    return 0


def _stands_alone(text: str, part: list[Word]) -> bool:
    if not part:
        return False
    phrase = text[part[0].start : part[-1].end]
    return bool(places_named(phrase)) or (len(part) == 1 and part[0].acronym)


def _divides(text: str, word: Word, known: Vocabulary, *, first: bool) -> bool:
    plain = word.plain
    if plain in known.dates and (len(plain) > _SHORT_DATE or plain == "may" or _dates(text, word, first=first)):
        return True
    if known.is_no_name(word.text):
        return True
    if word.text[-1] == "s" and known.is_no_name(word.text[:-1]):  # POWs
        return True
    return bool(word.acronym and _ROMAN.match(word.text))


def _dates(text: str, word: Word, *, first: bool) -> bool:
    """Whether "Sun", "Jun" or "Mar" stands as a date does: with a figure beside it, or alone with a full stop."""
    before = text[max(0, word.start - 2) : word.start].strip(" \u00a0\n")
    after = text[word.printed_end : word.printed_end + 2].strip(" \u00a0\n")
    return after[:1].isdigit() or (first and after[:1] == ".") or before[-1:].isdigit()


def _name(
    text: str, words: Sequence[Word], part: list[Word], before: int, known: Vocabulary, *, titled: bool
) -> Iterator[Run]:
    while part and (not part[-1].capital or len(part[-1].text) == 1):
        part = part[:-1]
    while part and _no_beginning(text, part, known):
        part = part[1:]
    if not part or (len(part) == 1 and part[0].plain in known.dates):
        return
    plain = [word.plain for word in part]
    phrase = text[part[0].start : part[-1].end]
    placed = bool(places_named(phrase))
    body = any(word in known.bodies for word in plain)
    if not placed and not any(_tells(word, known) for word in plain):
        # "Soviet Government", "Central Committee": a body with a people or a qualifying word before it
        qualified = any(
            known.is_people(word) or (word not in known.bodies and word not in known.numbers) for word in plain[:-1]
        )
        if not (body and qualified):
            return
    if before > 0 and not (placed or body or titled) and _is_portfolio(words, before, known):
        return
    if not known.known and not placed and len(part) == 1 and not _strong(part[0], titled=titled):
        return
    placing = before >= 0 and _places(text, words[before], part[0])
    kind = kind_of(part, phrase, known, titled=titled, placed=placed, body=body, placing=placing)
    yield Run(part[0].start, part[-1].end, kind)


def _no_beginning(text: str, part: Sequence[Word], known: Vocabulary) -> bool:
    word = part[0]
    if text[word.printed_end : word.printed_end + 1] == "." and is_abbreviated(word):
        return False
    if word.plain in known.openers:  # "State" and "Far" are too; alone or before a small word they begin nothing
        return not (len(part) > 1 and part[1].capital and _builds(word.plain, known))
    return word.plain in known.numbers or not word.capital


def _is_portfolio(words: Sequence[Word], before: int, known: Vocabulary) -> bool:
    """Whether what follows a word says of what somebody is a minister: "Minister of Mines"."""
    return words[before].plain in known.joiners and words[before - 1].plain in known.ministers


def _tells(word: str, known: Vocabulary) -> bool:
    """Whether a word can be what makes a phrase a name."""
    return not (
        known.is_people(word)
        or word in known.quarters
        or word in known.common
        or word in known.numbers
        or word in known.bodies
        or word in known.grounds
        or word in known.joiners
        or word in known.titles
    )


def _strong(word: Word, *, titled: bool) -> bool:
    """Whether one capitalised word is a name even where every noun has a capital."""
    return titled or word.acronym or reads_plainly(word.plain)


def _places(text: str, before: Word, first: Word) -> bool:
    """Whether a word that only places take stands right before the name."""
    return (
        before.plain in _PLACE_WORDS
        and first.end == first.printed_end
        and text[before.printed_end : first.start].isspace()
    )
