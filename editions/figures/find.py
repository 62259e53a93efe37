"""Finds the figures of a text: jumps from one place where a figure may begin to the next and reads it there."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from editions.figures.apart import Apart, is_pronoun, ranks_something
from editions.figures.cardinals import Number, parse_number
from editions.figures.context import counted_after, measure_after, qualifier_after, qualifier_before
from editions.figures.dates import parse_clock_words, parse_date, relative_end
from editions.figures.lexicon import lexicon
from editions.figures.numerals import parse_roman
from editions.figures.ranges import Span, parse_span, part_of_unit
from editions.figures.reader import DASH, NUMBER, VULGAR, WORD, Reader
from editions.figures.units import CURRENCIES, UNITS
from editions.model import Figure, FigureKind

if TYPE_CHECKING:
    from editions.figures.reader import Token

_ROMAN = re.compile(r"(?<![\w.'’-])[IVXLCDM]{1,12}(?:th|st|nd|rd)?(?![\w'’]|-[^\W\d_])")


def find_figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Finds every number, quantity, date and sum in a text.

    Args:
        text: any text; hostile input only takes its time, which grows with its length.
        language: ISO 639 code; a language without a table finds digits only.

    Returns:
        The figures in the order of the text, none overlapping another; ``text[f.start:f.end] == f.text``.

    Raises:
        MalformedTable: the table of the language is broken.
    """
    lex = lexicon(language)
    reader = Reader(text, lex)
    finder = _Finder(reader)
    # Roman numerals need the capitals, everything else the lower case.
    places = [(match.start(), False) for match in lex.triggers.finditer(reader.low)]
    if lex.section:
        romans = [(match.start(), True) for match in _ROMAN.finditer(text)]
        if romans:
            places = sorted(places + romans)
    for position, roman in places:
        if position >= finder.done:
            finder.read(position, roman=roman)
    return tuple(finder.found)


class _Finder:
    """Reads one figure after the other; ``done`` is where the last one ended."""

    __slots__ = ("apart", "done", "found", "lex", "reader")

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lex = reader.lex
        self.apart = Apart(reader)
        self.found: list[Figure] = []
        self.done = 0

    def read(self, position: int, *, roman: bool) -> None:
        """Reads the figure at a place where one may begin, if there is one."""
        if roman:
            self._roman(position)
            return
        token = self.reader.token(position)
        if token.kind == NUMBER or token.kind == VULGAR:
            end = self.apart.digits(position) if token.kind == NUMBER else None
            if end is not None:
                self.done = max(end, position + 1)
            elif not self._date(token) and not self._number(position):
                self.done = token.end
        elif token.kind == WORD:
            self._word(token)
        else:
            self._money(token)

    def _word(self, token: Token) -> None:
        lex = self.lex
        word = token.s
        if lex.has("relative_days", word) or lex.has("relative", word):
            end = relative_end(self.reader, token.start)
            if end is not None:
                self._add(token.start, end, FigureKind.RELATIVE_DATE)
                return
        times = lex.number("times_words", word) or self._fold(word)
        if times:
            self._add(token.start, token.end, FigureKind.MULTIPLE, Fraction(times))
        elif self._date(token):
            return
        elif lex.number("indefinite", word):
            self._indefinite(token)
        elif lex.has("couple", word):
            self._couple(token.start, token)
        elif (word in lex.hundreds or word in lex.scales) and not self._joined_before(token):
            self._bare_scale(token)
        elif lex.has("articles", word) or self._another(token) is not None:
            self._article(token)
        else:
            self._number(token.start)

    def _fold(self, word: str) -> int | None:
        for ending in self.lex.section.get("fold") or ():
            small = self.lex.small.get(word.removesuffix(ending)) if word.endswith(ending) else None
            if small:
                return small[1]
        return None

    def _add(
        self,
        start: int,
        end: int,
        kind: FigureKind,
        low: Fraction | None = None,
        high: Fraction | None = None,
        *,
        unit: str | None = None,
        counted: str | None = None,
        qualifier: str | None = None,
        iso: str | None = None,
        bounded: bool = True,
    ) -> None:
        self.found.append(
            Figure(
                start,
                end,
                self.reader.text[start:end],
                kind,
                low,
                (low if high is None else high) if bounded else None,
                unit,
                counted,
                qualifier,
                iso,
            )
        )
        self.done = end

    # --- dates -------------------------------------------------------------------------------------------------------

    def _date(self, token: Token) -> bool:
        date = parse_date(self.reader, token.start) or (parse_clock_words(self.reader, token) if token.kind == WORD else None)
        if date is None:
            return False
        if date.iso is None:
            self._add(token.start, date.end, FigureKind.RELATIVE_DATE)
            return True
        year = Fraction(date.iso) if len(date.iso) == 4 and date.iso.isdigit() else None
        qualifier = qualifier_before(self.reader, token.start)
        self._add(token.start, date.end, FigureKind.DATE, year, iso=date.iso, qualifier="about" if qualifier == "about" else None)
        return True

    # --- numbers -----------------------------------------------------------------------------------------------------

    def _number(self, position: int, start: int | None = None) -> bool:
        """Reads a number with its range, unit and qualifiers; False if there is none."""
        reader, lex = self.reader, self.lex
        between = lex.has("between", reader.word_before(position))
        number = parse_number(reader, position)
        if number is not None and between:
            token = reader.token(number.end)
            if not (token.kind == WORD and lex.has("and", token.s)):
                number = parse_number(reader, position, join=False)
        if number is None:
            return False
        if number.year:
            self._add(position, number.end, FigureKind.DATE, number.value, iso=str(number.value))
            return True
        attached = self._attached(position, number)
        if attached is None:
            return True
        number = attached
        if number.ordinal:
            return self._ordinal(position, number)
        if number.part and not number.digits:
            measure = part_of_unit(reader, number)
            if measure is not None:
                self._quantity(position, Span(number.value, number.value, measure.end, measure.unit, digits=False, tight=False))
                return True
        if number.part and number.simple and not self._half(position, number):
            self.done = number.end
            return True
        span = parse_span(reader, position, number, between=between)
        self._quantity(position if start is None else start, span)
        return True

    def _attached(self, position: int, number: Number) -> Number | None:
        """Looks at letters right after digits: "38th", "122mm", "3x"; None where they make a name ("4A")."""
        if not number.digits:
            return number
        reader = self.reader
        token = reader.token(number.end)
        if token.kind != WORD or token.gap:
            return number
        if self.lex.has("ordinal_endings", token.s) and not number.grouped:
            return replace(number, end=token.end, ordinal=True)
        if token.s == "x" and number.value.denominator == 1:
            self._add(position, token.end, FigureKind.MULTIPLE, number.value)
            return None
        if measure_after(reader, number.end, digits=True, single=number.value == 1):
            return number
        if self.lex.has("money_scale_signs", token.s):
            return number
        self.done = token.end
        return None

    def _quantity(self, start: int, span: Span, currency: str | None = None) -> None:
        reader, lex = self.reader, self.lex
        unit, end = currency or span.unit, span.end
        single = span.low == span.high == 1
        if unit is None:
            token = reader.token(end)
            if token.kind == WORD and lex.has("times", token.s):
                before = qualifier_before(reader, start)
                self._add(start, token.end, FigureKind.MULTIPLE, span.low, span.high, qualifier=before)
                return
        if unit is None and single and not span.digits and reader.text[start:end].isalpha() and is_pronoun(reader, start, end):
            self.done = end
            return
        if span.low == span.high == 1 and unit == "day" and not span.digits and not self._one_day(start, end):
            self.done = end
            return
        start, span = self._negative(start, span)
        kind = _kind(unit)
        small = unit is None and span.high <= 12
        qualifier = qualifier_before(reader, start, small=small) or qualifier_after(reader, end)
        counted = counted_after(reader, end, singular=single or span.tight)
        if qualifier is None and counted and not unit:
            qualifier = self._qualifier_after_noun(end, counted)
        if unit and UNITS[unit].dimension == "time":
            token = reader.token(end)
            if token.kind == WORD and lex.has("ago", token.s):
                kind, end, counted = FigureKind.RELATIVE_DATE, token.end, None
        if kind is FigureKind.NUMBER and span.digits and self._numbered(start):
            kind = FigureKind.ORDINAL
        self._add(start, end, kind, span.low, span.high, unit=unit, counted=counted, qualifier=qualifier)

    def _one_day(self, start: int, end: int) -> bool:
        """Whether "one day" lasts a day: "in one day", "one day's march"; not "one day they will come"."""
        needs = (self.lex.section.get("article_units_need") or {}).get("day") or ()
        after = self.reader.token(end)
        return self.reader.word_before(start) in needs or after.kind != WORD or self.lex.has("later", after.s)

    def _negative(self, start: int, span: Span) -> tuple[int, Span]:
        """ "Minus 30 degrees", "−5 °C"."""
        before = self.reader.word_before(start)
        if before and self.lex.has("minus", before) and self.reader.low[start - 1] == " ":
            start = self.reader.low.rfind(before, 0, start)
        elif start and self.reader.text[start - 1] == "−" and not self.reader.text[start - 2 : start - 1].isalnum():
            start -= 1
        else:
            return start, span
        return start, span._replace(low=-span.high, high=-span.low)

    def _qualifier_after_noun(self, end: int, counted: str) -> str | None:
        """ "Five divisions or so", "ten guns at least"."""
        found = self.reader.low.find(counted, end, end + 40)
        return qualifier_after(self.reader, found + len(counted)) if found >= 0 else None

    def _numbered(self, start: int) -> bool:
        """ "No. 227", "Article 9": a number that names instead of counting."""
        before = self.reader.low[max(0, start - 16) : start].rstrip(" \u00a0").rstrip(".")
        word = before[len(before.rstrip("abcdefghijklmnopqrstuvwxyz")) :]
        return self.lex.has("numbered", word)

    def _half(self, position: int, number: Number) -> bool:
        """Whether "half" is a part of something: "half of the men", "half the men", "keep half", not "half shut"."""
        reader, lex = self.reader, self.lex
        if measure_after(reader, number.end, digits=False, single=True):
            return True
        token = reader.token(number.end)
        if token.kind == DASH:
            return token.gap
        if token.kind != WORD:
            return True
        before = reader.word_before(position)
        return lex.has("half_word_after", token.s) or lex.has("articles", before)

    def _ordinal(self, position: int, number: Number) -> bool:
        reader, lex = self.reader, self.lex
        token = reader.token(number.end)
        after = reader.token(token.end) if token.kind == DASH and not token.gap else token
        if after.kind == WORD and lex.has("century", after.s.removesuffix("'s")) and number.value <= 30:
            self._add(position, after.end, FigureKind.DATE, iso=f"{int(number.value) - 1:02d}")
            return True
        digits = number.digits
        if not digits and not ranks_something(reader, position, number.end, int(number.value)):
            if self._day_of_month(position, number):
                return True
            self.done = number.end
            return True
        if digits and self._day_of_month(position, number):
            return True
        counted = counted_after(reader, after.start if after is not token else number.end, singular=True)
        self._add(position, number.end, FigureKind.ORDINAL, number.value, counted=counted)
        return True

    def _day_of_month(self, position: int, number: Number) -> bool:
        """ "On the 20th", with no noun to rank."""
        words = self.reader.words_before(position, 2)
        if len(words) < 2 or not self.lex.has("definite", words[1]) or not self.lex.has("day_before", words[0]):
            return False
        after = self.reader.token(number.end)
        if not number.digits and number.value <= 3:
            # "To the second we say no": the second of several things.
            return False
        if number.value > 31 or (after.kind == WORD and not self.lex.has("function_words", after.s)):
            return False
        self._add(position, number.end, FigureKind.DATE, iso=f"---{int(number.value):02d}")
        return True

    # --- words that need something beside them -----------------------------------------------------------------------

    def _joined_before(self, token: Token) -> bool:
        return token.start > 0 and self.reader.text[token.start - 1] == "-"

    def _bare_scale(self, token: Token) -> None:
        """ "Every thousand metres", "several hundred"; not "in the hundred"."""
        reader, lex = self.reader, self.lex
        self.done = token.end
        words = reader.words_before(token.start, 3)
        value = lex.scales.get(token.s, 100)
        end = token.end
        following = reader.token(end)
        if following.kind == WORD and lex.scales.get(following.s, 0) > value >= 100:
            value, end = value * lex.scales[following.s], following.end
        if any(lex.has("several", " ".join(words[-count:])) for count in (1, 2, 3) if len(words) >= count):
            self._open(token.start, end, Fraction(value))
            return
        before = words[-1] if words else ""
        if not lex.has("bare_scale_after", before) or lex.number("collectives", token.s):
            return
        measure = measure_after(reader, end, digits=False, single=False)
        counted = counted_after(reader, measure.end if measure else end, singular=False)
        following = reader.token(end)
        if measure:
            self._add(token.start, measure.end, _kind(measure.unit), Fraction(value), unit=measure.unit, counted=counted)
        elif counted and not lex.has("of", following.s):
            self._add(token.start, end, FigureKind.NUMBER, Fraction(value), counted=counted)

    def _indefinite(self, token: Token) -> None:
        """ "Thousands of men", "tens of thousands": at least so many, and no upper bound."""
        lex = self.lex
        value = lex.number("indefinite", token.s) or 1
        end = token.end
        start = token.start
        link = self.reader.token(end)
        if link.kind == WORD and lex.has("of", link.s):
            word = self.reader.token(link.end)
            more = lex.number("indefinite", word.s) if word.kind == WORD else None
            if more and more > value:
                value, end = value * more, word.end
        elif value < 1000 and not self._several_before(start):
            # "In the hundreds", "the tens column": no count.
            self.done = end
            return
        self._open(start, end, Fraction(value))

    def _several_before(self, start: int) -> bool:
        words = self.reader.words_before(start, 1)
        return bool(words) and (self.lex.has("several", words[-1]) or self.lex.qualifiers.get(words[-1]) == "about")

    def _open(self, start: int, end: int, value: Fraction) -> None:
        measure = measure_after(self.reader, end, digits=False, single=False)
        counted = counted_after(self.reader, measure.end if measure else end, singular=False)
        unit = measure.unit if measure else None
        self._add(start, measure.end if measure else end, _kind(unit), value, unit=unit, counted=counted, bounded=False)

    def _couple(self, start: int, token: Token) -> None:
        """ "A couple of hundred", "a couple of weeks"."""
        reader, lex = self.reader, self.lex
        end, value = token.end, Fraction(2)
        word = reader.token(end)
        if word.kind == WORD and lex.has("of", word.s):
            end = word.end
            word = reader.token(end)
            if word.kind != WORD or lex.has("determiners", word.s):
                end = token.end
        elif not (word.kind == WORD and (word.s in lex.hundreds or word.s in lex.scales)):
            self.done = token.end
            return
        scale = 100 if word.s in lex.hundreds else lex.scales.get(word.s, 0)
        number = Number(word.end if scale else token.end, value * (scale or 1))
        measure = measure_after(reader, word.end if scale else end, digits=False, single=False)
        stop = measure.end if measure else number.end
        unit = measure.unit if measure else None
        counted = counted_after(reader, stop, singular=False)
        self._add(start, stop, _kind(unit), number.value, unit=unit, counted=counted, qualifier="about")

    # --- articles ----------------------------------------------------------------------------------------------------

    def _another(self, token: Token) -> int | None:
        """The end of "another", "one more" before a unit, or None."""
        for phrase in self.lex.section.get("another") or ():
            if self.reader.low.startswith(phrase, token.start) and not self.reader.low[token.start + len(phrase)].isalpha():
                return token.start + len(phrase)
        return None

    def _article(self, token: Token) -> None:
        reader, lex = self.reader, self.lex
        another = self._another(token)
        if another is not None and not lex.has("articles", token.s):
            word = reader.token(another)
            measure = measure_after(reader, another, digits=False, single=True)
            if measure and lex.has("units_after_article", measure.unit) and word.s not in lex.small:
                self._unit_once(token.start, measure.unit, measure.end)
            else:
                # "Another twelve months": the number is read at its own place.
                self.done = another
                if word.kind == WORD and (word.s in lex.small or word.s in lex.hundreds or word.s in lex.scales):
                    self._number(word.start)
                elif word.kind == WORD and lex.has("halves", word.s):
                    self._number(word.start)
            return
        if self._one_or_two(token):
            return
        word = reader.token(token.end)
        if word.kind == DASH:
            word = reader.token(word.end)
        if lex.has("couple", word.s):
            self._couple(token.start, word)
            return
        if lex.number("collectives", word.s) and word.s in lex.scales and self._game(token, word):
            self.done = word.end
            return
        number = parse_number(reader, token.start)
        if number is not None and (not number.ordinal):
            self._number(token.start)
            return
        measure = measure_after(reader, token.end, digits=False, single=True)
        if measure and lex.has("units_after_article", measure.unit) and self._once(token, measure.unit, measure.end):
            self._unit_once(token.start, measure.unit, measure.end)
            return
        # The article counts nothing: read what stands after it at its own place.
        self.done = token.end
        if word.kind == WORD and not measure:
            self._word(word)

    def _unit_once(self, start: int, unit: str, end: int) -> None:
        reader, lex = self.reader, self.lex
        value = Fraction(1)
        link = reader.token(end)
        if link.kind == WORD and lex.has("and", link.s):
            part = parse_number(reader, link.end)
            if part is not None and part.part and part.value < 1:
                value, end = value + part.value, part.end
        kind = _kind(unit)
        token = reader.token(end)
        if UNITS[unit].dimension == "time" and token.kind == WORD and lex.has("ago", token.s):
            kind, end = FigureKind.RELATIVE_DATE, token.end
        qualifier = qualifier_before(reader, start) or qualifier_after(reader, end)
        self._add(start, end, kind, value, unit=unit, qualifier=qualifier)

    def _once(self, article: Token, unit: str, end: int) -> bool:
        """Whether an article before a unit counts it: not in a rate ("3,000 a year"), not in "a day will come"."""
        reader, lex = self.reader, self.lex
        before = reader.word_before(article.start)
        needs = (lex.section.get("article_units_need") or {}).get(unit)
        if needs is not None and before not in needs:
            return False
        if lex.has("times", before) or lex.number("times_words", before) or before == "once":
            return False
        after = reader.token(end)
        if after.kind == WORD and lex.has("and", after.s) and parse_number(reader, after.end):
            return True
        if lex.has("ago", after.s) or lex.has("rate_blockers", before):
            return True
        if self.found:
            piece = reader.low[self.found[-1].end : article.start]
            if len(piece) <= 60 and not any(sign in piece for sign in ".,;:!?"):
                return False
        return True

    def _one_or_two(self, article: Token) -> bool:
        """ "A shop or two", "a year or two"."""
        reader, lex = self.reader, self.lex
        noun = reader.token(article.end)
        link = reader.token(noun.end)
        if noun.kind != WORD or link.kind != WORD or not lex.has("or", link.s):
            return False
        last = reader.token(link.end)
        small = lex.small.get(last.s) if last.kind == WORD else None
        if small is None or small[0] != "units" or small[1] < 2:
            return False
        unit = lex.units.get(noun.s)
        scale = lex.scales.get(noun.s) or (100 if noun.s in lex.hundreds else 1)
        counted = None if unit or scale > 1 else noun.s
        self._add(
            article.start, last.end, _kind(unit), Fraction(scale), Fraction(small[1] * scale), unit=unit, counted=counted
        )
        return True

    def _game(self, article: Token, word: Token) -> bool:
        """ "On a score", "settle a score": no twenty."""
        return self.lex.has("not_score_of", self.reader.word_before(article.start)) and word.s == "score"

    # --- money and roman numerals ------------------------------------------------------------------------------------

    def _money(self, token: Token) -> None:
        """ "$5 million", "US$ 3 bn", "£1m"."""
        reader, lex = self.reader, self.lex
        unit = lex.units.get(token.s)
        self.done = token.end
        if unit is None:
            return
        start = token.start
        for prefix in ("us", "hk"):
            if reader.low.startswith(prefix, start - 2) and start >= 2:
                unit, start = lex.units.get(prefix + token.s, unit), start - 2
                break
        number = parse_number(reader, token.end)
        if number is None or not number.digits:
            return
        sign = reader.token(number.end)
        scale = lex.number("money_scale_signs", sign.s) if sign.kind == WORD and number.scale == 1 else None
        if scale:
            number = replace(number, end=sign.end, value=number.value * scale, scale=scale)
        span = parse_span(reader, token.end, number, between=False, currency=True)
        self._quantity(start, span, currency=unit)

    def _roman(self, position: int) -> None:
        reader, lex = self.reader, self.lex
        match = _ROMAN.match(reader.text, position)
        if match is None:
            return
        letters = match.group().rstrip("thsnrd")
        value = parse_roman(letters)
        if value is None:
            return
        end = match.end()
        if reader.text[end : end + 1] == "." and not reader.text[:position].strip():
            # "II. Railways": the number of a heading.
            return
        before = reader.word_before(position)
        after = reader.token(end)
        following = after.s if after.kind == WORD else ""
        if lex.has("century", following):
            self._add(position, after.end, FigureKind.DATE, iso=f"{value - 1:02d}")
            return
        numbered = lex.has("roman_before", following)
        named = lex.has("roman_after", before) and not lex.has("bibliographic", before)
        if len(letters) == 1 and not numbered and not (named and before not in ("no",) and letters in "IVX"):
            return
        if len(letters) > 1 and not numbered and not named:
            small = set(letters) <= set("IVX") or (letters[0] == "M" and len(letters) >= 4)
            beside = reader.capital(after.start) if following else False
            name = self._name_before(position)
            if not small or not (beside or name) or lex.has("bibliographic", before):
                return
        if reader.text[end : end + 1] == "." and len(letters) == 1:
            return
        counted = before if named and not numbered else counted_after(reader, end, singular=True)
        self._add(position, end, FigureKind.ORDINAL, Fraction(value), counted=counted)

    def _name_before(self, position: int) -> bool:
        """Whether a capitalised word stands right before: "Nicholas II"."""
        before = self.reader.word_before(position)
        start = self.reader.text.rfind(" ", 0, max(0, position - 1)) + 1
        return bool(before) and self.reader.capital(start) and self.reader.text[position - 1] == " "


def _kind(unit: str | None) -> FigureKind:
    if unit is None:
        return FigureKind.NUMBER
    if unit in CURRENCIES:
        return FigureKind.MONEY
    dimension = UNITS[unit].dimension
    if dimension == "ratio":
        return FigureKind.PERCENT
    return FigureKind.DURATION if dimension == "time" else FigureKind.QUANTITY
