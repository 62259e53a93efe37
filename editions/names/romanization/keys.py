"""Keys of a spelling: two that can be one name share one, so that names are joined and not compared in pairs."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

from editions.names.romanization.folding import fold
from editions.names.romanization.korean import may_be_by_russian, read_korean
from editions.names.romanization.korean_names import korean_person
from editions.names.romanization.mandarin import read_mandarin
from editions.names.romanization.personal import split_name
from editions.names.romanization.places import places_named, without_noun
from editions.names.romanization.russian import skeletons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editions.names.romanization.mandarin import Reading

_MOST_READINGS = 128
# The distinctions that Korean systems drop between them, dropped on both sides of a key.
_VOWELS = {
    "ŏ": "o",
    "u": "o",
    "ŭ": "o",
    "yŏ": "o",
    "yo": "o",
    "yu": "o",
    "e": "o",
    "ye": "o",
    "we": "oe",
    "wi": "ŭi",
    "wae": "oe",
}


@lru_cache(maxsize=131072)
def spelling_keys(text: str, kind: str | None = None, *, short: bool = True) -> frozenset[str]:
    """Keys to join spellings on.

    Args:
        text: a name as printed.
        kind: "person", "place" or "organisation", where known: fewer keys, fewer chance joins.
        short: also give the keys of the surname alone (they begin with "s:"), so that "Mao" meets "Mao Zedong";
            without them "Chen Yun" and "Chen Yi" share no key.

    Returns:
        The keys. Sharing one means "can be one name"; ``compare_spellings`` says whether it is.
    """
    return frozenset(_keys(text, None if kind is None else str(kind), short))


def _keys(text: str, kind: str | None, short: bool) -> Iterator[str]:
    name = split_name(text)
    plain = fold(name.text)
    if not plain:
        return
    yield "=" + plain.replace(" ", "")
    readings = [] if name.initials else list(read_mandarin(name.text))
    if kind != "person":
        for place in places_named(text):
            yield f"p:{place}"
            readings.extend(read_mandarin(place))
        bare = without_noun(text)
        if bare:
            yield from spelling_keys(bare, "place", short=False)
    for reading in readings:
        for syllables in islice(product(*(sorted(options) for options in reading.syllables)), _MOST_READINGS):
            yield "m:" + ".".join(syllables)
        if kind in (None, "person"):
            if len(reading.heads) > 1 and reading.heads[-1] == 1:  # surname last: "Enlai Zhou"
                turned = (*reading.syllables[-1:], *reading.syllables[:-1])
                for syllables in islice(product(*(sorted(options) for options in turned)), _MOST_READINGS):
                    yield "m:" + ".".join(syllables)
            if short:
                yield from (f"s:{surname}" for surname in reading.syllables[0])
    yield from _korean_keys(name.text, kind, short)
    joined = name.text.replace(" ", "").replace("-", "")
    yield from (f"r:{code}" for code in skeletons(joined))
    if kind in (None, "person"):
        surname = name.words[-1] if name.initials_first else name.words[0]
        if name.initials:
            yield from (f"r:{code}" for code in skeletons(surname))
        if short:
            yield from (f"s:{code}" for code in skeletons(surname))


def _korean_keys(text: str, kind: str | None, short: bool) -> Iterator[str]:
    if kind == "place" or kind is None:
        for russian in {False, may_be_by_russian(text)}:
            for reading in read_korean(text, russian=russian):
                yield from (f"k:{code}" for code in _coarse(reading))
    if kind == "place":
        return
    for surnames, given in korean_person(text):
        for surname in surnames:
            if short:
                yield f"s:k:{surname}"
            if not given:
                yield f"k:{surname}"
            for russian in {False, may_be_by_russian(text)}:
                for reading in read_korean(given, russian=russian) if given else ():
                    yield from (f"k:{surname}:{code}" for code in _coarse(reading))


def _coarse(reading: Reading) -> set[str]:
    """A Korean reading without aspiration, tenseness and the quality of back vowels."""
    options: list[list[str]] = []
    for syllable in reading.syllables:
        coarse: set[str] = set()
        for code in syllable:
            onset, vowel, coda = code.split(".")
            coarse.add(f"{onset[0].lower()}.{_VOWELS.get(vowel, vowel)}.{coda}")
        options.append(sorted(coarse))
    return {"-".join(parts) for parts in islice(product(*options), _MOST_READINGS)}
