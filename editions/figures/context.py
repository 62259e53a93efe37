"""What stands round a number: the words that make it about, at least or up to; its unit; the noun it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editions.figures.reader import DASH, NUMBER, SIGN, WORD
from editions.figures.units import CUBED, SQUARED, unit_of

if TYPE_CHECKING:
    from editions.figures.reader import Reader, Token


_FAR = 10
"""Words back in the same clause within which a negation turns a bound round."""

_NEGATED = {"less-than": "at-least", "more-than": "at-most"}


class Measure(NamedTuple):
    """A unit found after a number.

    Attributes:
        unit: its canonical name.
        end: offset after its last character.
        tight: whether a hyphen joins it to the number ("five-year plan").
    """

    unit: str
    end: int
    tight: bool


def qualifier_before(reader: Reader, start: int, *, small: bool = False) -> str | None:
    """The class of the qualifying phrase that ends right before a figure, or None.

    Args:
        reader: the text.
        start: where the figure begins.
        small: whether the figure is a small bare count, before which "over" and "under" are prepositions of another
            kind ("under 3 heads").
    """
    lex = reader.lex
    sign = reader.low[start - 1 : start] if start else ""
    if sign in lex.qualifiers and not sign.isalpha() and sign:
        return lex.qualifiers[sign]
    words = [word.strip("\"“”'‘’(") for word in reader.words_before(start, lex.longest_qualifier + _FAR)]
    for count in range(min(len(words), lex.longest_qualifier), 0, -1):
        phrase = " ".join(words[-count:])
        found = lex.qualifiers.get(phrase)
        if found is None:
            continue
        earlier = words[-count - 1] if len(words) > count else ""
        if count == 1 and lex.has("topic_words", phrase) and lex.has("topic_verbs", earlier):
            return None
        if count == 1 and small and lex.has("place_words", phrase):
            return None
        clause = words[:-count][-_FAR:]
        clause = clause[len(clause) - clause[::-1].index(",") :] if "," in clause else clause
        if any(word in _negations(reader) or word.endswith(("n't", "n’t")) for word in clause):
            # "It cannot be done in less than 6 months": at least six.
            return _NEGATED.get(found, found)
        return found
    return None


def _negations(reader: Reader) -> frozenset[str]:
    return reader.lex.words.get("negations", frozenset())


def qualifier_after(reader: Reader, end: int) -> str | None:
    """The class of the qualifying phrase right after a figure ("or so", "at least", "odd"), or None."""
    lex = reader.lex
    phrase, cursor = "", end
    for _ in range(4):
        token = reader.token(cursor)
        if token.kind == DASH and not token.gap and not phrase:
            cursor = token.end
            continue
        if token.kind != WORD and token.s != "+":
            return None
        phrase = f"{phrase} {token.s}" if phrase else token.s
        found = lex.qualifiers_after.get(phrase)
        if found is not None and _closes(reader, token.end, phrase):
            return found
        cursor = token.end
    return None


def _closes(reader: Reader, position: int, phrase: str) -> bool:
    """As in "At least" after a figure qualifies what follows if a number follows ("3 tanks, at least 5 guns")."""
    if phrase.startswith("or "):
        return True
    after = reader.token(position)
    lex = reader.lex
    return after.kind != NUMBER and after.s not in lex.small and not lex.has("articles", after.s)


def measure_after(reader: Reader, position: int, *, digits: bool, single: bool) -> Measure | None:
    """The unit after a number.

    Args:
        reader: the text.
        position: the end of the number.
        digits: whether the number is written in digits: "m", "t" and the like are units only then.
        single: whether the number is one, so that a unit in the singular follows it.

    Returns:
        The unit, or None.
    """
    lex = reader.lex
    token = reader.token(position)
    tight = False
    if token.kind == DASH:
        after = reader.token(token.end)
        if token.gap or after.gap or after.kind != WORD:
            return None
        token, tight = after, True
    elif token.kind == WORD:
        for _ in range(2):
            if not lex.has("unit_fillers", token.s) or not token.gap or token.s in lex.units:
                break
            following = reader.token(token.end)
            if following.kind == DASH:
                following = reader.token(following.end)
            if following.kind != WORD:
                return None
            token = following
    return _unit_at(reader, token, digits=digits, single=single, tight=tight)


def _unit_at(reader: Reader, token: Token, *, digits: bool, single: bool, tight: bool) -> Measure | None:
    lex = reader.lex
    if token.kind not in (WORD, SIGN) or not token.s:
        return None
    best: tuple[str, int, str] | None = None
    written, cursor = "", token.start
    for count in range(4):
        word = token if count == 0 else reader.token(cursor)
        if word.kind == DASH and not word.gap and count and reader.token(word.end).kind == WORD:
            written += "-"
            cursor = word.end
            continue
        if not word.s or (word.kind == SIGN and word.s not in "°%‰/.$£"):
            break
        written += (" " if word.gap and count and not written.endswith("-") else "") + word.s
        cursor = word.end
        name = lex.units.get(written) or lex.units.get(written.removesuffix("'s").removesuffix("’s"))
        if name:
            best = (name, cursor if lex.units.get(written) else word.start + len(word.s) - 2, written)
        elif count == 0 and word.kind == SIGN and word.s != "°":
            break
    if best is None:
        return None
    name, end, written = best
    if not digits and lex.has("units_after_digits", written):
        return None
    power = _power(reader, end)
    raised = (SQUARED if reader.text[power - 1] in "2²" else CUBED).get(name) if power != end else None
    if raised is not None:
        name, end = raised, power
    elif not _agrees(reader, name, written, end, digits=digits, single=single, tight=tight):
        return None
    return Measure(name, end, tight)


def _power(reader: Reader, end: int) -> int:
    """Takes in the 2 or 3 of "km2", "m³"."""
    if reader.text[end : end + 1] in ("²", "³"):
        return end + 1
    if reader.text[end : end + 1] in ("2", "3") and not reader.text[end + 1 : end + 2].isalnum():
        return end + 1
    return end


def _agrees(reader: Reader, name: str, written: str, end: int, *, digits: bool, single: bool, tight: bool) -> bool:
    """Whether number and unit go together: "two foot soldiers" are no two feet, "the 5 second line" is no time."""
    lex = reader.lex
    if written == "second":
        return tight or (single and digits)
    if digits or tight or single or not lex.has("singular_units", written):
        return True
    if name in ("year", "month", "week", "day", "hour"):
        return True
    after = reader.token(end)
    return after.kind != WORD or lex.has("function_words", after.s)


def rate_after(reader: Reader, unit: str | None, end: int) -> tuple[str | None, int]:
    """Takes in the area over which a yield is reckoned: "27 quintals per hectare", "12 pounds to the acre".

    Args:
        reader: the text.
        unit: the unit before it, or None.
        end: where that unit ends.

    Returns:
        The joined unit ("quintal/ha") and its end, or both unchanged.
    """
    size = unit_of(unit)
    if size is None or size.dimension not in ("mass", "volume"):
        return unit, end
    token = reader.token(end)
    for phrase in reader.lex.section.get("rate_links") or ():
        if token.kind == WORD and token.gap and reader.low.startswith(f"{phrase} ", token.start):
            measure = _unit_at(reader, reader.token(token.start + len(phrase)), digits=True, single=True, tight=False)
            area = unit_of(measure.unit) if measure else None
            if measure is not None and area is not None and area.dimension == "area":
                return f"{unit}/{measure.unit}", measure.end
    return unit, end


def counted_after(reader: Reader, position: int, *, singular: bool) -> str | None:
    """The noun counted by the figure that ends at a position.

    Args:
        reader: the text.
        position: the end of the figure.
        singular: whether a noun in the singular may be meant (after one, an ordinal or "five-year").

    Returns:
        The noun as printed, in lower case; a hint only, as no grammar is consulted.
    """
    lex = reader.lex
    run: list[str] = []
    cursor = position
    for step in range(8):
        token = reader.token(cursor)
        if token.kind == DASH and not token.gap and step == 0 and lex.has("unit_fillers", reader.token(token.end).s):
            cursor = reader.token(token.end).end
            continue
        if token.kind == DASH and not token.gap and run:
            after = reader.token(token.end)
            if after.kind != WORD or after.gap:
                break
            run[-1] = f"{run[-1]}-{after.s}"
            cursor = after.end
            continue
        if token.s == "." and not run and not token.gap and reader.low[token.end : token.end + 1] == " ":
            # A stray stop after a number: "1.5 million. party members".
            following = reader.token(token.end)
            if following.kind != WORD or reader.capital(following.start):
                break
            cursor = token.end
            continue
        if token.kind != WORD:
            break
        cursor = token.end
        if lex.has("function_words", token.s):
            if not run and (
                lex.has("of", token.s) or (step and lex.has("determiners", token.s)) or lex.has("unit_fillers", token.s)
            ):
                continue
            break
        if not run and lex.has("unit_fillers", token.s):
            continue
        if singular and run and _plural(reader, token.s):
            # "The XIX Congress follows": after one, an s makes a verb.
            break
        run.append(token.s)
        if len(run) == 4 or _plural(reader, token.s):
            break
    if not run:
        return None
    last = run[-1].rpartition("-")[2]
    if _plural(reader, last):
        return last
    return last if singular and len(run) <= 3 else run[0] if singular else None


def _plural(reader: Reader, word: str) -> bool:
    lex = reader.lex
    if lex.has("plurals", word):
        return True
    return (
        word.endswith("s")
        and len(word) > 3
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and not lex.has("not_plural", word)
    )
