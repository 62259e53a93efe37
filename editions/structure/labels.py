"""Labels: speakers named before their words ("Stalin: ...", "CHOU (resuming): ...", "Q. ..."), by shape and recurrence.

What a label looks like is the same in every script: a few words, each with a capital (or of a script without
capitals), before a colon, a full stop or a dash. That such words are a speaker is told by their return, by
the list of participants, or by the company they keep: in a text in which most blocks have one, each has.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from editions.model import Role
from editions.structure.grammar import fold
from editions.structure.personal_names import Name, is_capitals, parse_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editions.model import Block
    from editions.reading import Document
    from editions.structure.grammar import Grammar

_LONGEST: Final = 70  # characters from the head of a block to the end of its label, aside included
_MOST_WORDS: Final = 7
_SEVERAL: Final = 0.3
_MANY: Final = 0.4  # share of the blocks that have a label, in a text of which labels are the rule
_LONGEST_UNCASED: Final = 12
_COLON: Final = re.compile(r"\s*\.?\s*[:：]\s*(?!//)")
_DASH: Final = re.compile(r"\.?\s*(?:--|[—–])\s*")
_NUMBER: Final = re.compile(r"(?:\[?(\d{1,4})[\].)]{1,2}|§\s?(\d{1,4})\.?|\((\d{1,4})\))\s+(?=\D)")
_ASIDE: Final = re.compile(r"\s*(?:[(\[]([^()\[\]]{0,60})[)\]])")
_AFTER_COMMA: Final = re.compile(r",\s+[^\W\d_A-ZА-ЯΑ-Ω][^:.,;!?]{2,40}(?=\s*[:：])")
_TOKEN: Final = re.compile(r"\s*([^\s:：.,;!?()\[\]—–]+)(\.?)")
_OPENS_SPEECH: Final = re.compile(r"\s+[\"'“‘«„(\[…¿¡-]*\s*(?![a-zà-öø-ÿа-яα-ω])\S")
_NUMERAL: Final = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})\Z")


@dataclass(frozen=True, slots=True)
class Label:
    """What may be a speaker before his words.

    Attributes:
        name: the speaker as printed, without number and aside, taken apart.
        printed: the same, not taken apart.
        end: offset in the block of the words that follow.
        sign: what parts it from them: ":", ".", "—", a line end or nothing but a space; "format" where the
            file format marks it.
    """

    name: Name
    printed: str
    end: int
    sign: str


def find_labels(document: Document, grammar: Grammar, is_known: Callable[[Name], bool]) -> dict[int, Label]:
    """Finds the blocks that open with the name of their speaker.

    Args:
        document: its blocks.
        grammar: tells words that are no speakers ("Date:", "First:").
        is_known: whether a name is that of a participant.

    Returns:
        Index of a block -> its label.
    """
    blocks = document.blocks
    numbered = has_numbered_paragraphs(blocks)
    candidates = {
        block.index: label
        for block in blocks
        if block.role is Role.TEXT and (label := _candidate(block, numbered, grammar)) is not None
    }
    texts = sum(block.role is Role.TEXT for block in blocks)
    accepted = _with_colon(candidates, texts, grammar, is_known)
    speakers = {label.name.key for label in accepted.values()}
    if not accepted:
        accepted = _on_own_line(document, grammar)
    return accepted | _with_other_sign(
        {index: label for index, label in candidates.items() if index not in accepted},
        texts,
        grammar,
        lambda name: name.key in speakers or is_known(name),
    )


def has_numbered_paragraphs(blocks: Sequence[Block]) -> bool:
    """Whether the paragraphs of a document are numbered one after the other ("12. Chou said ...")."""
    numbers = [
        int(match[1] or match[2] or match[3])
        for block in blocks
        if block.role is Role.TEXT and (match := _NUMBER.match(block.text))
    ]
    rising = sum(later == earlier + 1 for earlier, later in pairwise(numbers))
    return len(numbers) > 2 and rising >= 0.7 * (len(numbers) - 1)


def after_number(text: str, numbered: bool) -> int:
    """Offset in a block behind the number of its paragraph."""
    match = _NUMBER.match(text) if numbered else None
    return match.end() if match else 0


def _candidate(block: Block, numbered: bool, grammar: Grammar) -> Label | None:
    text = block.text
    if block.label is not None:
        label = _NUMBER.sub("", block.label) if numbered else block.label
        name = parse_name(label, grammar)
        return Label(name, label, block.label_end, "format") if name.words else None
    start = after_number(text, numbered)
    tokens: list[str] = []
    end = start
    while len(tokens) < _MOST_WORDS and (token := _TOKEN.match(text, end)) and token.end() - start <= _LONGEST:
        if not _may_be_in_name(token[1], not tokens, grammar):
            break
        tokens.append(token[1])
        end = token.end()
        printed = text[start:end].strip()
        if token[2] and not _is_abbreviation(tokens, text[end:], grammar):
            return _with_full_stop(text, printed, end, tokens, grammar)
        aside = _ASIDE.match(text, end)
        if (
            aside
            and text[aside.end() : aside.end() + 1] == "."
            and text[aside.end() + 1 : aside.end() + 2] in ("", " ")
        ):
            return _label(printed, min(aside.end() + 2, len(text)), ".", grammar)
        if (said := _end_of_label(text, end)) is not None:
            sign = "—" if text[end:said].strip(" .")[:1] in "—–-" else ":"
            return _label(printed, said, sign, grammar)
    # "STALIN Thank you": capitals before other words, as where a column of names has been saved as text.
    capitals = [token for token in tokens if is_capitals(token) and len(token) > 2]
    head = " ".join(capitals)
    if capitals and capitals == tokens[: len(capitals)] and text.startswith(f"{head} ", start):
        following = text[start + len(head) + 1 :]
        word = following.split(" ", 1)[0]
        if following[:1] != "" and not following[0].islower() and (not is_capitals(word) or len(word) == 1):
            return _label(head, start + len(head) + 1, " ", grammar)
    return None


def _end_of_label(text: str, end: int) -> int | None:
    """Where the words begin, if a label ends here, perhaps with an aside before its colon."""
    aside = _ASIDE.match(text, end) or _AFTER_COMMA.match(text, end)
    if colon := _COLON.match(text, aside.end() if aside else end):
        return colon.end()
    dash = _DASH.match(text, end)
    return dash.end() if dash and dash.end() < len(text) else None


def _with_full_stop(text: str, printed: str, end: int, tokens: list[str], grammar: Grammar) -> Label | None:
    if colon := _COLON.match(text, end):
        return _label(printed, colon.end(), ":", grammar)
    if dash := _DASH.match(text, end):
        return _label(printed, dash.end(), "—", grammar)
    aside = _ASIDE.match(text, end)
    said = aside.end() if aside else end
    if said < len(text) and not _OPENS_SPEECH.match(text, said):
        return None
    while said < len(text) and text[said] == " ":
        said += 1
    return _label(printed, said, ".", grammar)


def _label(printed: str, said: int, sign: str, grammar: Grammar) -> Label | None:
    printed = printed.strip(" .")
    name = parse_name(printed, grammar)
    if not name.words or not any(char.isalpha() for char in printed):
        return None
    return Label(name, printed, said, sign)


def _may_be_in_name(word: str, first: bool, grammar: Grammar) -> bool:
    letter = next((char for char in word if char.isalpha()), "")
    if not letter:
        # "1. Citizen" and "2nd Lord" have a number; so may an aside within a name not.
        return first and word.isdigit() and len(word) <= 2
    if not letter.isupper() and not letter.islower() and len(word) > _LONGEST_UNCASED:
        return False  # a clause of a script that parts neither words nor cases
    if not letter.islower() or fold(word) in grammar.name_particles:
        return True
    return not word.islower() if first else fold(word) in grammar.particles


def _is_abbreviation(tokens: list[str], rest: str, grammar: Grammar) -> bool:
    """Whether a full stop belongs to the word before it, so that the name goes on: "Mr.", "J.", "1.", "Sec. Cit."."""
    word = tokens[-1]
    if fold(word) in grammar.questions and len(tokens) == 1:
        return False
    if len(word) == 1 and len(tokens) > 1:
        return bool(rest.strip())
    if len(word) == 1 or word.isdigit() or fold(word) in grammar.abbreviated_titles:
        return bool(rest.strip()) and not (len(word) == 1 and rest.startswith(" ") and _ends_here(rest))
    # "Sec. Cit: One word": the colon tells that the name goes on behind the full stop.
    following = _TOKEN.match(rest)
    return bool(following and len(word) <= 4 and _COLON.match(rest, following.end()))


def _ends_here(rest: str) -> bool:
    """Whether after one letter and a full stop something other than a name follows ("Q. How many?")."""
    following = _TOKEN.match(rest)
    if following is None:
        return True
    after = rest[following.end() :].lstrip()
    return not (following[1][0].isupper() and (after[:1] in ":：.—–([" or after == "" or following[2]))


def _with_colon(
    candidates: Mapping[int, Label], texts: int, grammar: Grammar, is_known: Callable[[Name], bool]
) -> dict[int, Label]:
    found = {
        index: label
        for index, label in candidates.items()
        if label.sign in (":", "format") and not is_field(label.printed, grammar)
    }
    often = Counter(label.name.key for label in found.values())
    asked = _questions(often, grammar)
    sure = {
        index
        for index, label in found.items()
        if (is_known(label.name) and not is_joint(label.name, grammar))
        or label.name.key in asked
        or (often[label.name.key] > 1 and not _is_counting(label, often[label.name.key], grammar))
    }
    known = any(is_known(found[index].name) for index in sure)
    # A text with a few labels that nothing else vouches for has none, but colons after capitals.
    if not known and len(sure) < max(2, min(4, 0.3 * texts), 0.03 * texts):
        sure = set()
    common = len(found) >= 0.5 * texts if not sure else len(sure) >= 0.25 * texts
    if not common:
        return {index: found[index] for index in sorted(sure)}
    first = min(sure, default=0)
    return {
        index: label
        for index, label in found.items()
        if index in sure
        or (
            not _is_counting(label, 1, grammar) and len(label.name.words) <= 4 and (index > first or index + 1 in found)
        )
    }


def _questions(often: Mapping[tuple[str, ...], int], grammar: Grammar) -> set[tuple[str, ...]]:
    """The labels of question and answer, if both recur."""
    found: set[tuple[str, ...]] = {
        key for key, count in often.items() if count > 1 and len(key) == 1 and key[0] in grammar.questions
    }
    return found if len(found) > 1 else set()


def _on_own_line(document: Document, grammar: Grammar) -> dict[int, Label]:
    """Names that stand in a line, or in a block, of their own above the speech, as in many plays."""
    found: dict[int, Label] = {}
    for block in document.blocks:
        lines = document.printed.get(block.index)
        line = lines[0] if lines else block.text
        words = line.strip(" .:").split()
        if not 0 < len(words) <= 4 or len(line) > 40 or line[-1] in "!?,;…" or not block.text.startswith(line):
            continue
        if all(_may_be_in_name(word.strip("."), not place, grammar) for place, word in enumerate(words)) and (
            label := _label(line.strip(" .:"), min(len(line) + 1, len(block.text)), "\n", grammar)
        ):
            found[block.index] = label
    often = Counter(label.name.key for label in found.values())
    recurring = {key for key, count in often.items() if count > 2}
    kept = {index: label for index, label in found.items() if label.name.key in recurring}
    return kept if len(recurring) > 1 and 10 * len(kept) >= 3 * len(document.blocks) else {}


def _with_other_sign(
    candidates: Mapping[int, Label], texts: int, grammar: Grammar, is_known: Callable[[Name], bool]
) -> dict[int, Label]:
    found = {
        index: label
        for index, label in candidates.items()
        if label.sign in (".", "—", " ") and not is_field(label.printed, grammar)
    }
    often = Counter(label.name.key for label in candidates.values())
    recurring = {key for key, count in often.items() if count > 1}
    share = sum(label.name.key in recurring for label in found.values()) / max(1, texts)
    asked = _questions(often, grammar)
    first = min((index for index, label in found.items() if label.name.key in recurring), default=0)
    accepted: dict[int, Label] = {}
    for index, label in found.items():
        key = label.name.key
        if len(key) == 1 and (key[0] in grammar.questions or len(key[0]) == 1):
            good = key in asked
        elif _is_counting(label, often[key], grammar):
            good = False
        elif label.sign == "." and is_known(label.name):
            good = True
        elif label.sign == " ":
            good = key in recurring and share >= _MANY and len(recurring) > 1
        elif label.name.is_capitals:
            good = key in recurring or (share >= _SEVERAL and index > first)
        else:
            # Words with one capital open sentences too ("Yes. ..."): only a text full of such labels has
            # them.
            good = key in recurring and share >= _MANY and len(recurring) > 1
        if good:
            accepted[index] = label
    return accepted


def is_joint(name: Name, grammar: Grammar) -> bool:
    """Whether a label names more than one speaker ("Stalin and Molotov")."""
    return any(word in grammar.conjunctions for word in name.key)


def is_field(printed: str, grammar: Grammar) -> bool:
    """Whether words before a colon tell of the document ("Date", "Recorded by") and name nobody."""
    words = fold(" ".join(printed.split())).strip(" .")
    return bool(words) and (
        words in grammar.fields
        or words in grammar.closings
        or words in grammar.participants
        or words in grammar.interpreters
        or words in grammar.notes
        or words.split()[-1] in grammar.sides
    )


def _is_counting(label: Label, count: int, grammar: Grammar) -> bool:
    """Whether a label counts points or connects sentences ("First", "III", "For example")."""
    words = fold(label.printed).strip(" .")
    # Xi and Vi are names, too; a numeral does not return again and again.
    numeral = label.printed.isupper() and count < 3 and bool(_NUMERAL.match(words))
    return numeral or words in grammar.not_labels
