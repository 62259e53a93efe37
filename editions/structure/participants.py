"""Who is said to be present: the title, the lists of participants, the front matter of the format."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from editions.model import Role
from editions.structure.grammar import fold
from editions.structure.personal_names import Name, is_family_first, is_initial, parse_name, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editions.reading import Document
    from editions.structure.grammar import Grammar

SEARCHED: Final = 60
"""Blocks at the beginning of a document in which lists of participants are looked for."""

_LIST_KEYS: Final = ("speakers", "participants", "present", "persons", "people", "interlocutors", "interpreters")
_HEAD: Final = 15  # blocks at either end in which sentences tell who was present
_SENTENCE_END: Final = re.compile(r"(?<=[a-z]{3})[.](?:\s|\Z)")
_LONGEST_LIST: Final = 20_000  # characters of a list of participants; a longer one is something else
_LONGEST_SENTENCES: Final = 1500
_INSERTED_LIST: Final = re.compile(r"(?<=[.;]\s)([\w ]{4,40}):")
_BY: Final = re.compile(r",?\s(?:and|and by|by)\s")
_BRACKETS: Final = re.compile(r"\s?(?:\[[^\]]{0,120}\]|\([^)]{0,120}\))")
_CLOSED: Final = " \x1f"  # where a bracket has been taken out: a full stop behind it ends a sentence
_ITEM_END: Final = re.compile(r"[;\n]|(?<=[a-z]{3}|.\s\x1f)\.(?=\s)")
_PART_END: Final = re.compile(r",|\s(?:and|&)\s|\s[—–-]\s|:")


@dataclass(frozen=True, slots=True)
class Participant:
    """A person of whom the document says that he is present.

    Attributes:
        name: the name, taken apart.
        printed: the name as printed.
        office: what is said of him there ("ambassador of india in moscow"), folded; "" where nothing is.
        evidence: "title" or "participants"; with a question mark where the text has to confirm it.
    """

    name: Name
    printed: str
    office: str
    evidence: str


def find_participants(document: Document, title: str, grammar: Grammar) -> tuple[Participant, ...]:
    """Collects who is said to be present, in the order of the document.

    Args:
        document: the blocks and the front matter.
        title: the title of the document.
        grammar: tells offices from names, and openings of lists.

    Returns:
        The participants; one named twice is there twice.
    """
    found = list(_in_metadata(document.metadata, grammar))
    found += names_in_title(title, grammar)
    found += _in_sentences(document, grammar)
    for index in list_blocks(document, grammar):
        found += _in_list(_list_text(document, index, grammar), grammar)
    return tuple(found)


def list_blocks(document: Document, grammar: Grammar) -> tuple[int, ...]:
    """Indices of the blocks that list participants or interpreters."""
    found: list[int] = []
    expecting = False
    for block in document.blocks[:SEARCHED]:
        if block.role is Role.METADATA:
            continue
        lines = document.printed.get(block.index)
        opens = opens_list(lines[0] if lines else block.text, grammar)
        if not opens and not (expecting and block.role is not Role.HEADING and looks_like_list(block.text, grammar)):
            expecting = False
            continue
        found.append(block.index)
        # A bare heading ("PARTICIPANTS", "On the Soviet side") has its names in the blocks below it, and so
        # has a list that breaks off with a comma or has one name a block.
        names = list(_in_list(_list_text(document, block.index, grammar), grammar))
        expecting = not names or block.text[-1] in ",;:" or (not opens and block.text[-1] != ".")
    return tuple(found)


def _list_text(document: Document, index: int, grammar: Grammar) -> str:
    """The text of a list: one person a line where its opening has a line of its own, else prose that runs on."""
    lines = document.printed.get(index)
    text = document.blocks[index].text
    if lines and (not _after_opening(lines[0], grammar).strip(" :") or _has_item_a_line(lines, text, grammar)):
        return "\n".join(lines)
    return text


def _has_item_a_line(lines: Sequence[str], text: str, grammar: Grammar) -> bool:
    """Whether the lines of a block below the heading of a list have one person each, and are no prose that runs on."""
    if opens_list(lines[0], grammar) or ";" in text or len(lines) < 2:
        return False
    starts = [next((fold(match[0]) for match in words_of(line)), "") for line in lines]
    small = grammar.prepositions | grammar.particles | grammar.conjunctions
    ends = [line.rstrip() for line in lines[:-1]]
    return not any(
        not start or line.lstrip()[:1].islower() or start in small for start, line in zip(starts, lines, strict=True)
    ) and not any(line.endswith((",", "-")) or fold(line.rpartition(" ")[2]) in small for line in ends)


def opens_list(line: str, grammar: Grammar) -> bool:
    """Whether a block that begins with this line lists participants."""
    if (end := _phrase_end(line, grammar)) is not None:
        rest = line[end:].strip()
        # "Present at the talk: ..." lists; "Present conditions require ..." does not.
        return not rest or rest[0] in ":,-—" or ":" in rest[:60] or looks_like_list(rest, grammar)
    if (end := _side_end(line, grammar)) is not None:
        rest = line[end:].strip()
        return not rest or rest[0] == ":" or looks_like_list(rest, grammar)
    return False


def _phrase_end(line: str, grammar: Grammar) -> int | None:
    """Where "Persons present" or the like at the head of a line ends."""
    words = list(words_of(line[:60]))[:5]
    for count in range(len(words), 0, -1):
        phrase = " ".join(fold(match[0]) for match in words[:count])
        if phrase in grammar.participants or phrase in grammar.interpreters:
            return words[count - 1].end()
    return None


def _side_end(line: str, grammar: Grammar) -> int | None:
    """Where "On the Soviet side" or "Chinese side:" at the head of a line ends."""
    words = list(words_of(line[:80]))[:6]
    for place, match in enumerate(words):
        if fold(match[0]) in grammar.sides and place > 0:
            is_phrase = fold(words[0][0]) in grammar.prepositions
            return match.end() if is_phrase or line[match.end() :].lstrip()[:1] == ":" else None
    return None


def looks_like_list(text: str, grammar: Grammar) -> bool:
    """Whether a block consists of names and offices rather than of sentences."""
    words = [match[0] for match in words_of(text[:600])]
    if not words or len(text) > 1500:
        return False
    capitals = sum(word[0].isupper() or fold(word) in grammar.titles for word in words)
    small = sum(word[0].islower() and fold(word) not in grammar.titles for word in words)
    ends = text.rstrip()[-1] in ".!?" and len(words) > 12 and ";" not in text
    return capitals >= 2 * small and not ends


def names_in_title(title: str, grammar: Grammar) -> Iterator[Participant]:
    """Names of persons that a title connects as the parties of the conversation.

    "Conversation between A and B about C" names A and B, with evidence "title". Where no such word connects
    them ("A and B in Moscow: a digest"), the evidence is "title?": the text has to confirm that these are
    persons who speak.
    """
    words = list(words_of(title))
    folded = [fold(match[0]) for match in words]
    joins = grammar.between | grammar.parties
    connected = next((place + 1 for place, word in enumerate(folded) if word in joins), 0)
    strong = any(word in grammar.between for word in folded)
    since = connected
    run: list[re.Match[str]] = []
    for place in range(connected, len(words) + 1):
        ended = place == len(words)
        gap = title[words[place - 1].end() : words[place].start()] if 0 < place < len(words) else ""
        is_part = not ended and _is_part_of_name(title, words, folded, place, grammar)
        if run and (not is_part or any(sign in gap for sign in ',;:()[]—–"') or " - " in gap):
            printed = _name_in_run(title[run[0].start() : run[-1].end()], grammar)
            name = parse_name(printed, grammar)
            starts_name = printed != "" and title.find(printed, run[0].start()) == run[0].start()
            if starts_name and _belongs_to_office(folded, place - len(run), grammar):
                # "the People's Republic of Tavria Pak Sung Min": what the office is of, perhaps with the name
                # behind it
                printed = title[run[-2].start() : run[-1].end()] if len(run) > 2 else ""
                name = parse_name(printed, grammar)
            if printed:
                office = [word for word in folded[since:place] if word in grammar.titles | grammar.office_words]
                # "between Prime Minister Bandara of Lankadia and Holm": "of" behind a name begins no other name.
                belongs = since > connected and folded[place - len(run) - 1] in grammar.parties
                sure = connected and not belongs and (not starts_name or strong or name.initials or office)
                yield Participant(name, printed, " ".join(office), "title" if sure else "title?")
                since = place
            run = []
        if ended or folded[place] in grammar.about or (":" in gap and not connected):
            break
        if is_part:
            run.append(words[place])


def _belongs_to_office(folded: Sequence[str], place: int, grammar: Grammar) -> bool:
    """Whether a name in a title tells of what somebody holds office: "Prime Minister of Maravia, K. R. Dastidar"."""
    while place > 0 and folded[place - 1] in grammar.articles:
        place -= 1
    office = folded[place - 2] if place > 1 and folded[place - 1] in grammar.parties else ""
    return office in grammar.titles or office in grammar.office_words


def _is_part_of_name(
    title: str, words: Sequence[re.Match[str]], folded: Sequence[str], place: int, grammar: Grammar
) -> bool:
    word, match = folded[place], words[place]
    if title[match.end() : match.end() + 1] == ".":
        return title[match.start()].isupper()
    after = title[match.end() : words[place + 1].start()] if place + 1 < len(words) else ""
    beside_number = (place > 0 and folded[place - 1][0].isdigit()) or (after == " " and folded[place + 1][0].isdigit())
    return (
        title[match.start()].isupper()
        and not beside_number
        and not any(
            word in group
            for group in (
                grammar.conjunctions,
                grammar.between,
                grammar.parties,
                grammar.about,
                grammar.title_words,
                grammar.articles,
            )
        )
    )


def _name_in_run(text: str, grammar: Grammar) -> str:
    """The name in "Ambassador Thompson" or "India K. P. S. Menon": what follows the office, or the first initial."""
    words = list(words_of(text))
    start = 0
    for place, match in enumerate(words):
        if fold(match[0]) in grammar.titles or fold(match[0]) in grammar.office_words:
            start = place + 1
    initials = [place for place, match in enumerate(words) if is_initial(match[0], text[match.end() :][:1])]
    if initials and start < initials[0] < len(words) - 1 and not is_initial(words[-1][0]):
        start = initials[0]
    return text[words[start].start() :] if start < len(words) else ""


def _in_metadata(metadata: Mapping[str, object], grammar: Grammar) -> Iterator[Participant]:
    for key in _LIST_KEYS:
        value = metadata.get(key)
        items: Sequence[object] = value if isinstance(value, list) else [value] if isinstance(value, str) else ()
        if isinstance(value, dict):
            items = list(value)
        for item in items:
            text = item if isinstance(item, str) else str(item.get("name", "")) if isinstance(item, dict) else ""
            yield from _in_list(text, grammar)


def _in_sentences(document: Document, grammar: Grammar) -> Iterator[Participant]:
    """Names in sentences ("He was accompanied by the Minister of Steel, Bose, and by the Ambassador, Pillai")."""
    blocks = document.blocks
    for block in (*blocks[:_HEAD], *blocks[max(_HEAD, len(blocks) - _HEAD) :]):
        text = block.text[:_LONGEST_SENTENCES]
        folded = fold(text)
        if len(folded) != len(text):
            continue
        inserted = (match for match in _INSERTED_LIST.finditer(folded) if match[1] in grammar.participants)
        starts = [match.end() for match in inserted]
        for phrase in grammar.presence:
            at = folded.find(phrase)
            if at >= 0 and not folded[at - 1 : at].isalnum():
                starts.append(at + len(phrase))
        for start in starts:
            end = _SENTENCE_END.search(text, start)
            yield from _in_list(_BY.sub(", ", text[start : end.start() if end else len(text)]), grammar)


def _in_list(text: str, grammar: Grammar) -> Iterator[Participant]:
    """Names and offices in the text of a list; line breaks and semicolons part persons, commas may."""
    text = _BRACKETS.sub(_CLOSED, _after_opening(text[:_LONGEST_LIST], grammar))
    in_capitals = text.isupper()
    lines = [line for line in text.split("\n") if line.strip()]
    described = sum("," in line or parse_name(line, grammar).titles != () for line in lines)
    for item in _ITEM_END.split(text):
        if item.rstrip().endswith(":"):
            continue  # "United States:" heads the names below it
        found = list(_in_item(item, grammar, in_capitals))
        heads = len(lines) > 2 or lines[:1] == [item]  # "China" over "Mr. Wu, Minister of Trade"
        if len(found) == 1 and 3 * described >= len(lines) > 1 and heads and _may_head(found[0]):
            yield replace(found[0], evidence="participants?")
        else:
            yield from found


def _in_item(item: str, grammar: Grammar, in_capitals: bool) -> Iterator[Participant]:
    printed = ""
    office: list[str] = []
    ahead: list[str] = []  # an office before its holder: "... and the Ambassador, Mr. Perera"
    joined = True
    shared = ""  # a title whose surname follows the next one
    for piece, sign in _pieces(_after_opening(item, grammar)):
        part, held = _divide_office(piece.strip(" .*•-–—\t\x1f"), grammar)
        begins, joined = joined, sign not in ("", ",")
        if not part and not held:
            continue
        if shared and (name := parse_name(part, grammar)).titles:
            # "Generalissimo and Mme Chiang", "Mr. and Mrs. Holm"
            if printed:
                yield _participant(printed, office, grammar)
                printed, office = "", []
            surname = name.words[-1]
            yield _participant(f"{shared} {surname}", [], grammar)
            shared = ""
        elif part and joined and begins and _is_title(part, grammar):
            shared = part
            continue
        if not part or _is_office(part, grammar):
            told = fold(part or held)
            (ahead if begins and told.split()[0] in grammar.articles else office).append(told)
            continue
        if printed:
            yield _participant(printed, office, grammar)
            printed, office = "", []
        if _is_name(part, grammar, in_capitals):
            printed = part
            office += [*ahead, fold(held)]
            ahead = []
    if printed:
        yield _participant(printed, office, grammar)
    elif len(ahead) == 1 and any(word in grammar.offices for word in ahead[0].split()):
        # "The Secretary" in a list is a person of whom only the office is given.
        yield _participant(item.strip(" ."), ahead, grammar)


def _pieces(item: str) -> Iterator[tuple[str, str]]:
    """The parts of an item, each with the sign or word behind it."""
    start = 0
    for match in _PART_END.finditer(item):
        yield item[start : match.start()], match[0].strip()
        start = match.end()
    yield item[start:], ""


def _participant(printed: str, office: Sequence[str], grammar: Grammar) -> Participant:
    name = parse_name(printed, grammar)
    return Participant(name, printed, ", ".join((*office, " ".join(name.titles))), "participants")


def _may_head(participant: Participant) -> bool:
    """Whether a line of a list may be the country or body to which the persons below it belong."""
    name = participant.name
    return not (participant.office.strip(", ") or name.initials or name.titles or is_family_first(name.words))


def _after_opening(text: str, grammar: Grammar) -> str:
    """The text of a list behind its opening ("Present on the Soviet side:", "PERSONS PRESENT")."""
    first = text.partition("\n")[0]
    head, colon, _ = first.partition(":")
    if colon and len(head) <= 60 and "," not in head and ";" not in head:
        return text[len(head) + 1 :]
    end = _phrase_end(first, grammar)
    end = _side_end(first, grammar) if end is None else end
    return text if end is None else text[end:]


def _divide_office(part: str, grammar: Grammar) -> tuple[str, str]:
    """The name and the office in "his secretary Imre Vas" or "Head of the Far East Division Kapitsa"."""
    words = list(words_of(part))
    folded = [fold(match[0]) for match in words]
    titled = next((place for place, word in enumerate(folded) if place and _is_form_of_address(word, grammar)), None)
    if titled is not None and not any(_is_form_of_address(word, grammar) for word in folded[:titled]):
        return part[words[titled].start() :], part[: words[titled - 1].end()]  # "North Borduria Mr. Pazar"
    last = max((place for place, word in enumerate(folded) if word in grammar.office_words), default=-1)
    phrase = " ".join(folded[max(0, last - 2) : last + 1])
    if (
        last >= 0
        and folded[last] in grammar.office_adjectives
        and not any(phrase.endswith(full) for full in grammar.full_offices)
    ):
        return part, ""  # "Minister of Foreign Trade"
    rest = words[last + 1 :]
    if last < 1 or not rest or any(not match[0][0].isupper() for match in rest):
        return part, ""
    return part[rest[0].start() :], part[: words[last].end()]


def _is_title(part: str, grammar: Grammar) -> bool:
    return all(fold(match[0]) in grammar.titles for match in words_of(part)) and part[:1].isupper()


def _is_form_of_address(word: str, grammar: Grammar) -> bool:
    return word in grammar.abbreviated_titles and word in grammar.titles


def _is_office(part: str, grammar: Grammar) -> bool:
    words = [fold(match[0]) for match in words_of(part)]
    ranked = [
        word in grammar.ranks and following in grammar.titles
        for word, following in zip(words, [*words[1:], ""], strict=True)
    ]
    names = [word for word, rank in zip(words, ranked, strict=True) if word not in grammar.titles and not rank]
    # "Ambassador" and "Ambassador to Moscow" are offices, "Ambassador Menon" is a person.
    if not names or any(word in grammar.office_words for word in names):
        return True
    if words[0] in grammar.office_words and names[0] in grammar.prepositions | grammar.particles:
        return True
    return part[0].islower() and names[0] == words[0]


def _is_name(part: str, grammar: Grammar, in_capitals: bool) -> bool:
    name = parse_name(part, grammar)
    words = name.words
    if fold(part.strip(" .")) in grammar.classifications:
        return False
    if not 0 < len(words) <= 5 or any(word.isdigit() for word in words) or not words[0][0].isupper():
        return False
    if len(words) == 1 and words[0].isupper() and len(words[0]) <= 4 and not in_capitals and not name.initials:
        return False  # an abbreviation: "USSR", "NSC"
    return any(len(word) > 1 for word in words) and all(
        not word[0].islower() or fold(word) in grammar.particles for word in words
    )
