"""What a block looks like by itself: heading, cut mark, note, date line, data about the document, signature."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from editions.model import Role
from editions.structure.grammar import fold
from editions.structure.labels import is_field
from editions.structure.personal_names import words_of

if TYPE_CHECKING:
    from editions.model import Block
    from editions.structure.grammar import Grammar

_CUT: Final = re.compile(r"[\[({<]?\s*(?:…|\.{3,}|\.(?: \.){2,}|[-–—_=*~#•·+x ]{3,}|\*|\* \*)\s*[\])}>]?\Z")
_ASIDE_ONLY: Final = re.compile(r"(?:\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]|\([^()]*(?:\([^()]*\)[^()]*)*\))[.;]?\Z")
_NOTE_NUMBER: Final = re.compile(r"\[(?:\d{1,3}|[*†‡a-z])\]\s+\S|[*†‡]{1,3}\s*\S")
_LOOSE_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]?\s+\S")
_ITEM: Final = re.compile(r"(?:[-–—•*·]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s+\S")
_COUNTING: Final = re.compile(r"(\d{1,3})[.)]?\s")
_ROMAN: Final = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?:\.|:|\s[—–-])\s*(?:\S|\Z)")
_COUNTED: Final = re.compile(r"[IVXLC]+\Z")
_NUMBERED: Final = re.compile(r"(?:§\s*)?\d{1,3}(?:\.\d{1,2})*[.)]?\s+[^\W\d_a-z]")
# The mark of a note may stand behind the full stop: "agreed.⁴", "agreed.[4]".
_ENDS_SENTENCE: Final = re.compile(r"""[.!?:;,…]["'”’»)\]]*(?:[⁰¹²³⁴-⁹*†‡]{1,4}|\[\d{1,3}\]|\[\^\w{1,8}\])?\Z""")
_YEAR: Final = re.compile(r"(?<!\d)1[5-9]\d\d(?!\d)|(?<!\d)20\d\d(?!\d)")
_DIGITS: Final = re.compile(r"\d")
_LONGEST_DATE: Final = 70
_MOST_DATE_WORDS: Final = 5  # of a date with a full stop; more make a sentence
_LONGEST_ACCOUNT: Final = 200
_LONGEST_HEADING: Final = 120
_MOST_DIRECTION_WORDS: Final = 20
_MOST_HEADING_WORDS: Final = 12
_MOST_TITLE_WORDS: Final = 8
_MOST_OWN_TITLE_WORDS: Final = 40


def is_cut(block: Block) -> bool:
    """Whether a block only marks that something is left out, or parts two sections."""
    return block.role is Role.RULE or (len(block.text) <= 40 and bool(_CUT.match(block.text)))


def is_aside(block: Block) -> bool:
    """Whether a whole block stands in brackets: a stage direction or an editor's note."""
    return block.role is Role.NOTE or (block.text[0] in "[(" and bool(_ASIDE_ONLY.match(block.text)))


def is_direction(text: str, grammar: Grammar) -> bool:
    """Whether a block is a stage direction without brackets: "Enter MARTA and OLD JOOST."."""
    words = [match[0] for match in islice(words_of(text), _MOST_DIRECTION_WORDS + 1)]
    if not words or len(words) > _MOST_DIRECTION_WORDS or fold(words[0]) not in grammar.stage_words:
        return False
    return len(words) == 1 or words[1][0].isupper() or fold(words[1]) in grammar.articles


def is_note_text(text: str, *, loose: bool = False) -> bool:
    """Whether a block is the text of a numbered note.

    Args:
        text: the block.
        loose: whether "3 Thus in our copy" will do, as it does below a heading "NOTES".
    """
    return bool(_NOTE_NUMBER.match(text)) or (loose and bool(_LOOSE_NUMBER.match(text)))


def heading_style(block: Block, level: int, grammar: Grammar) -> str:
    """In what way a block looks like a heading.

    Returns:
        "h1" to "h6" where the format says so; "roman", "number", "word" ("ACT ONE"), "caps" or "title" by its
        shape; "" where it does not look like one. "title" is weak: a short turn may look like it.
    """
    text = block.text
    if block.role is Role.HEADING:
        return f"h{level or 6}"
    if block.role is not Role.TEXT or len(text) > _LONGEST_HEADING:
        return ""
    words = [match[0] for match in words_of(text)]
    if not words or len(words) > _MOST_HEADING_WORDS:
        return ""
    bare = text.rstrip(".")
    letters = [char for char in text if char.isalpha()]
    capitals = bool(letters) and not any(char.islower() for char in letters)
    if capitals and not text.endswith(("?", "!", ",", ";")) and any(char.isupper() for char in letters):
        if _ROMAN.match(text):
            return "roman"
        if len(letters) > 2 and not is_aside(block):
            return "word" if fold(words[0]) in grammar.heading_words else "caps"
        return "caps" if text.startswith("[") and len(letters) > 3 else ""
    if fold(words[0]) in grammar.heading_words and len(words) > 1 and not _ENDS_SENTENCE.search(bare):
        counted = words[1].isdigit() or bool(_COUNTED.match(words[1]))
        if counted or (len(words) == 2 and words[1].istitle()):
            return "word"
    if _ENDS_SENTENCE.search(text) or _DIGITS.match(text[-1]):
        return ""
    if _ROMAN.match(text):
        return "roman"
    if _NUMBERED.match(text) and len(words) <= _MOST_TITLE_WORDS:
        return "number"
    return "title" if text[0].isupper() and len(words) <= _MOST_TITLE_WORDS else ""


def is_in_title_case(text: str, grammar: Grammar) -> bool:
    """Whether all words but the small ones have a capital."""
    words = [match[0] for match in words_of(text)]
    small = grammar.prepositions | grammar.articles | grammar.particles | grammar.conjunctions
    return len(words) > 1 and all(word[0].isupper() or word.isdigit() or fold(word) in small for word in words)


def is_item(block: Block) -> bool:
    """Whether a block is an item of a list: "- the mill;", "1. the mill", "(a) the mill"."""
    return block.role is Role.TEXT and bool(_ITEM.match(block.text))


def number_of(text: str) -> int | None:
    """The number with which a heading begins: 2 in "2. The Mill"."""
    match = _COUNTING.match(text)
    return int(match[1]) if match else None


def is_date_line(text: str) -> bool:
    """Whether a block is hardly more than a date: a few words and a year."""
    if len(text) > _LONGEST_DATE or not _YEAR.search(text) or text.endswith(("?", "!", ":", ";", ",")):
        return False
    return not text.endswith(".") or len(text.split()) <= _MOST_DATE_WORDS


def is_title_like(text: str, grammar: Grammar) -> bool:
    """Whether a block names the document itself: "Memorandum of Conversation, Peking, October 20, 1971"."""
    words = [fold(match[0]) for match in words_of(text[:300])]
    if not title_score(text, grammar) or len(words) > _MOST_OWN_TITLE_WORDS or text.endswith(("?", "!", ":", ";")):
        return False
    verbs = grammar.reporting_verbs | grammar.auxiliaries
    told = any(word in verbs and word not in grammar.title_words for word in words)
    parties = grammar.between | grammar.parties
    return not told and bool(_YEAR.search(text) or (set(words) & parties and not text.endswith(".")))


def title_score(text: str, grammar: Grammar) -> int:
    """How many words of a block are words of a title; those that connect the parties count, too."""
    words = {fold(match[0]) for match in words_of(text[:300])}
    return len(words & grammar.title_words) and len(words & grammar.title_words) + len(words & grammar.between)


def is_data_line(text: str, grammar: Grammar) -> bool:
    """Whether a block gives data about the document: "PLACE: ...", "Original uploaded date"."""
    head, colon, _ = text[:60].partition(":")
    if colon:
        return is_field(head, grammar)
    return len(text) <= 40 and is_field(text, grammar)


def is_closing(text: str, grammar: Grammar) -> bool:
    """Whether a block belongs behind the last turn: signature, shelfmark, licence, heading of the notes."""
    folded = fold(text[:700])
    head = " ".join(match[0] for match in words_of(folded[:80]))
    if len(text) <= 200:
        for count in range(min(5, head.count(" ") + 1), 0, -1):
            phrase = " ".join(head.split(" ")[:count])
            if phrase in grammar.closings:
                # "Source: ..." and "Signed" close; "Reported by the press, ..." goes on.
                rest = folded[folded.find(phrase.split(" ")[-1]) + len(phrase.split(" ")[-1]) :].strip(" .")
                if not rest or rest[0] == ":" or (count > 1 and len(text) <= 120):
                    return True
    if fold(text.strip(" .:")) in grammar.notes:
        return True
    if len(text) <= _LONGEST_ACCOUNT and _opens_as_record(folded, grammar):
        return any(" " in phrase and _holds(folded, phrase) for phrase in grammar.closings)
    if len(text) <= 700 and any(_holds(folded, mark) for mark in grammar.closing_marks):
        return True
    if len(text) > 250:
        return False
    marks = sum(fold(match[0]) in grammar.shelf_marks for match in words_of(text))
    return marks >= 2 and bool(_DIGITS.search(text)) and marks + len(_DIGITS.findall(text)) >= 6


def tells_of_meeting(text: str, grammar: Grammar) -> bool:
    """Whether a short block tells of the meeting itself: "The conversation lasted two hours."."""
    words = [fold(match[0]) for match in islice(words_of(text[:_LONGEST_ACCOUNT]), 14)]
    if len(text) > _LONGEST_ACCOUNT:
        return False
    pointing = grammar.articles | grammar.demonstratives
    for before, noun, verb, after in zip(words, words[1:], words[2:], [*words[3:], ""], strict=False):
        if noun in grammar.meeting_nouns and before in pointing:
            return (after if verb in grammar.auxiliaries else verb) in grammar.meeting_verbs
    return False


def tells_of_arrival(text: str, grammar: Grammar) -> bool:
    """Whether a block tells how persons came together and nothing that they said: "Stalin received Zhou at nine."."""
    words = [fold(match[0]) for match in islice(words_of(text), 20)]
    speech = any(word in grammar.reporting_verbs for word in words)
    return not speech and any(word in grammar.arrival_verbs for word in words)


def is_editorial(text: str, grammar: Grammar) -> bool:
    """Whether a block speaks of the text itself and of how it was printed."""
    words = [fold(match[0]) for match in words_of(text[:400])]
    return sum(word in grammar.editorial for word in words) >= 2 or (bool(words) and words[0] in grammar.editorial)


def is_signature(text: str, grammar: Grammar) -> bool:
    """Whether a block is no sentence but a name or two."""
    words = [match[0] for match in words_of(text)]
    if not words or len(words) > 8 or text.endswith((".", "?", "!")):
        return False
    return all(not word[0].islower() or fold(word) in grammar.particles for word in words)


def _holds(folded: str, mark: str) -> bool:
    at = folded.find(mark)
    return at >= 0 and not (mark[0].isalnum() and folded[at - 1 : at].isalnum())


def _opens_as_record(folded: str, grammar: Grammar) -> bool:
    """Whether a text begins with "The conversation", "This record" or the like."""
    words = [match[0] for match in islice(words_of(folded), 2)]
    own = grammar.meeting_nouns | grammar.title_words
    return len(words) == 2 and words[0] in grammar.articles | grammar.demonstratives and words[1] in own
