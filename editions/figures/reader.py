"""A text as the parsers see it: tokens made only where somebody looks, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from editions.figures.lexicon import Lexicon

NUMBER, VULGAR, WORD, DASH, SIGN = 1, 2, 3, 4, 5
"""What a token is: digits, a sign like ½, a word, a dash or hyphen, any other sign."""


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: one of the constants of this module.
        s: the token in lower case.
        start: offset of its first character.
        end: offset after its last character.
        gap: whether white space stands before it.
    """

    kind: int
    s: str
    start: int
    end: int
    gap: bool


_END = Token(SIGN, "", 0, 0, False)


def lower_in_place(text: str) -> str:
    """The text in lower case with every character in its place (a few capitals have a longer lower case)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Reader:
    """A text, its lower case and its language.

    Attributes:
        text: the text as given.
        low: the same in lower case, character for character.
        lex: the language's tables.
    """

    __slots__ = ("_tokens", "lex", "low", "text")

    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text = text
        self.low = lower_in_place(text)
        self.lex = lex
        self._tokens: dict[int, Token] = {}

    def token(self, position: int) -> Token:
        """The token that begins at a position or after the white space there; an empty sign at the end."""
        known = self._tokens.get(position)
        if known is not None:
            return known
        match = self.lex.token.match(self.low, position)
        if match is None or match.lastindex is None:
            token = _END._replace(start=position, end=position)
        else:
            kind = match.lastindex
            start, end = match.span(kind)
            token = Token(kind, match[kind], start, end, start > position)
        if len(self._tokens) > 4096:
            # Parsers look back only a few tokens; the rest need not be kept.
            self._tokens.clear()
        self._tokens[position] = token
        return token

    def words_before(self, position: int, count: int) -> list[str]:
        """The last words before a position, in order, within the same clause and line of sight (60 characters)."""
        piece = self.low[max(0, position - 60) : position]
        cut = max(piece.rfind(sign) for sign in ".;:!?([\n")
        if cut >= 0 and not _abbreviation(piece, cut):
            piece = piece[cut + 1 :]
        return piece.replace(",", " , ").split()[-count:]

    def word_before(self, position: int) -> str:
        """The word that ends right before a position (white space or hyphen between), or ""."""
        piece = self.low[max(0, position - 24) : position].rstrip(" \n\t-\u00a0'’\"“”‘")
        if not piece or not piece[-1].isalpha():
            return ""
        index = len(piece)
        while index and piece[index - 1].isalpha():
            index -= 1
        return piece[index:]

    def capital(self, position: int) -> bool:
        """Whether the character at a position is a capital."""
        return position < len(self.text) and self.text[position].isupper()


def _abbreviation(piece: str, cut: int) -> bool:
    """Whether a stop ends a short word such as "approx." or "ca." rather than a sentence."""
    return piece[cut] == "." and piece[:cut].rsplit(" ", maxsplit=1)[-1] in {"approx", "ca", "c", "u.s", "circ"}
