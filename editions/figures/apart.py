"""What looks like a figure and counts nothing: note marks, references, enumerators, designations, the pronoun "one"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editions.figures.reader import DASH, WORD

if TYPE_CHECKING:
    from editions.figures.reader import Reader

_MARK = re.compile(r"[0-9]{1,3}[a-z*]?(?:\s?[,–-]\s?[0-9]{1,3}){0,8}\]")
_RUN = re.compile(r"[0-9]+(?:[.,-][0-9]+){0,12}[^\W_]{0,8}")
_NUMBERING = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){2,8}(?![0-9])")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,6}(?![0-9])")
_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{1,12})(\.?)[\s\u00a0]{0,2}$")
_REFERENCE = re.compile(r"[0-9]{1,6}[a-z]?(?![0-9.,]?[0-9])(?:\s?[-–—]\s?[0-9]{1,6}[a-z]?)?(?![^\W_])")
_CHAIN = re.compile(r"[,.;]?\s{0,2}([^\W\d_]{1,12})\.?\s{0,2}[0-9]")
_SHELF = re.compile(r"[0-9]{1,6}(?:\.[0-9]{2})?/[0-9]{1,7}(?:[-/][0-9]{1,7}){0,3}(?![0-9])")
_ITEM = re.compile(r"([0-9]{1,3})([.)])(?=\s)")


class Apart:
    """Passes over what is no figure; remembers the last reference and the last number of a list in one text."""

    __slots__ = ("_item", "_reader", "_reference")

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._reference = -10
        self._item = 0

    def digits(self, position: int) -> int | None:
        """The end of something in digits that is no figure, or None if the digits at a position may be one."""
        text = self._reader.text
        before = text[position - 1] if position else ""
        if before == "[":
            mark = _MARK.match(text, position)
            # A mark stands tight after a number ("sixty[6]"), a gloss after a space ("sixty [60]").
            if mark and not (text[position - 2 : position - 1] == " " and self._after_number(position - 1)):
                return mark.end()
        run = _RUN.match(text, position)
        end = run.end() if run else position + 1
        digits = end - position
        if digits > 24 and text[position : position + 24].isdigit():
            return self._end_of_run(position)
        if before.isalpha() or before == "_" or self._designation(position, before):
            return end
        numbering = _NUMBERING.match(text, position)
        if numbering and not _GROUPED.match(text, position):
            return None if self._may_be_date(numbering.group()) else numbering.end()
        return self._shelf_end(position) or self._reference_end(position) or self._item_end(position, before)

    def _end_of_run(self, position: int) -> int:
        text = self._reader.text
        end = position
        while end < len(text) and text[end].isdigit():
            end += 1
        return end

    def _after_number(self, position: int) -> bool:
        word = self._reader.word_before(position)
        lex = self._reader.lex
        return word in lex.small or word in lex.scales or word in lex.hundreds or word in lex.ordinals

    @staticmethod
    def _may_be_date(written: str) -> bool:
        return written.count(".") == 2 and len(written) <= 10

    def _designation(self, position: int, before: str) -> bool:
        """As in "T-34", "MiG-15", "A/1435": a name with digits in it."""
        if before not in ("-", "/", "‑") or position < 2:
            return False
        text = self._reader.text
        index = position - 1
        while index and position - index < 9 and text[index - 1].isalpha():
            index -= 1
        name = text[index : position - 1]
        lex = self._reader.lex
        low = name.lower()
        if not name or lex.has("prefixes", low) or low in lex.small or low in lex.months:
            return False
        return any(c.isupper() for c in name) or before == "/"

    def _shelf_end(self, position: int) -> int | None:
        """As in "FO 371/92233", "CAB 128/18", "795.00/6-2550": a shelf mark of letters, number and stroke."""
        shelf = _SHELF.match(self._reader.text, position)
        if shelf is None:
            return None
        before = self._reader.text[max(0, position - 6) : position]
        letters = before.rstrip(" ")[-2:]
        if ".00/" in shelf.group() or (
            before.endswith(" ") and len(letters) == 2 and letters.isupper() and letters.isalpha()
        ):
            return shelf.end()
        return None

    def _reference_end(self, position: int) -> int | None:
        reader = self._reader
        lex = reader.lex
        found = _BEFORE.search(reader.low, max(0, position - 16), position)
        if found is None:
            return None
        word, stop = found[1], found[2]
        if not lex.has("bibliographic", word) and not lex.has("archival", word):
            return None
        match = _REFERENCE.match(reader.low, position)
        if match is None:
            return None
        bracketed = found.start() > 0 and reader.low[found.start() - 1] == "["
        if bracketed and stop:
            # "[l. 52]", "[p. 3]": the leaf of the original.
            self._reference = match.end()
            return match.end()
        chained = found.start() - self._reference <= 3
        if not chained and not (lex.has("bibliographic", word) and (stop or len(word) > 2 or word == "pp")):
            link = _CHAIN.match(reader.low, match.end())
            if not (stop or len(word) > 1) or link is None or not lex.has("archival", link[1]):
                return None
        after = reader.token(match.end())
        if after.kind == WORD and (after.s in lex.scales or after.s in lex.units) and not chained:
            return None
        self._reference = match.end()
        return match.end()

    def _item_end(self, position: int, before: str) -> int | None:
        """The number of an item in a list: at the start of a line, or within a turn where the numbers follow on."""
        reader = self._reader
        low = reader.low
        item = _ITEM.match(low, position)
        if before == "(":
            closed = re.compile(r"[0-9]{1,2}\)").match(low, position)
            if closed and int(closed.group()[:-1]) <= 20 and not self._after_number(position - 1):
                after = reader.token(closed.end())
                return closed.end() if after.kind == WORD else None
            return None
        if item is None or (before in "$£€¥-–—" and before):
            return None
        lead = low[max(0, position - 3) : position].rstrip(" \t")
        number = int(item[1])
        if item[2] == ")":
            bracket = low.rfind("(", max(0, position - 80), position)
            if bracket >= 0 and low.find(")", bracket, position) < 0:
                return None
        following = reader.token(item.end())
        if following.kind == WORD and following.s in reader.lex.months:
            return None
        if not lead or lead[-1] in "\n\r":
            self._item = number
            return item.end()
        if lead[-1] not in ".:;!?,)" or not (reader.capital(following.start) or item[2] == ")"):
            return None
        if number == self._item + 1 and (number > 1 or f" 2{item[2]} " in low[position : position + 4000]):
            self._item = number
            return item.end()
        return None


def is_pronoun(reader: Reader, start: int, end: int) -> bool:
    """Whether the word "one" at a place stands for a thing instead of counting it."""
    lex = reader.lex
    before = reader.word_before(start)
    if lex.has("one_after", before):
        return True
    after = reader.token(end)
    if after.kind == DASH:
        return not after.gap
    if after.kind != WORD or lex.has("one_idioms", after.s.removesuffix("'s").removesuffix("’s")):
        return True
    word = after
    if lex.has("one_fillers", word.s):
        word = reader.token(word.end)
        return word.kind != WORD or lex.has("function_words", word.s)
    if lex.has("function_words", word.s) or _third_person(reader, word.s) or lex.has("one_verbs", word.s[-2:]):
        return True
    clause = reader.low[end : end + 90]
    cut = min((i for i in (clause.find(sign) for sign in ".;!?") if i >= 0), default=len(clause))
    clause = clause[:cut]
    return any(f" {phrase}" in clause for phrase in lex.section.get("one_contrast") or ())


def _third_person(reader: Reader, word: str) -> bool:
    """As in "One needs", "one hopes": what follows one is singular, so an s makes it a verb."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and not reader.lex.has("singular_s", word)
