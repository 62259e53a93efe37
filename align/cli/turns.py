"""``hexapla turns``: how one file was read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from align.cli.arguments import Parser, check_inputs, choose
from align.cli.output import line_width, open_output
from align.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMATS = ("text", "json")
"""The formats a listing can have."""

_SIGLUM = re.compile(r"[^\W_][\w.-]{0,15}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")

_RULES = """\
reading rules (--rules FILE) override any guess; every line may be left out, and
blocks are named by the number that the listing shows:
  title: Talks in Moscow
  date: 1952-08-20
  first_turn: 6            first and last block that is a turn
  last_turn: 144
  headings: [5, 18]        blocks inside the body that are headings
  not_turns: [44]          blocks inside the body that are no turns
  speakers:                who can speak, and how else they are written
    Zhou Enlai: [Chou, the Premier]
  turns:                   who speaks in single blocks
    12: Stalin"""


def main(argv: Sequence[str]) -> int:
    """Runs the command.

    Args:
        argv: the arguments after "turns".

    Returns:
        0.

    Raises:
        AlignError: the arguments or the output cannot be worked with.
        EditionError: a file cannot be read.
    """
    parser = Parser(
        "turns",
        "Shows how a file was read: its parts, its turns, who speaks, which names and figures were found.",
        (
            "hexapla turns a.txt                        a listing to check by eye",
            "hexapla turns a.txt --rules a.rules.yaml   the same, with your own reading rules",
            "hexapla turns a.txt --format json          one edition, as in the JSON of diff",
        ),
        status=f"0 the file was read, 2 trouble\n\n{_RULES}",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the file; - is standard input")
    parser.add_argument("--format", metavar="FORMAT", help="text or json (by the name of -o, or text)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")
    parser.add_argument(
        "--names", metavar="FILE", type=Path, help="authority file (YAML): which spellings name one entity"
    )
    parser.add_argument("--rules", metavar="FILE", type=Path, help="reading rules (YAML) that override any guess")
    parser.add_argument("--language", metavar="CODE", help="ISO 639 code of the language (by default, guessed)")
    parser.add_argument("--siglum", metavar="SIGLUM", help="short name of the edition (A)")
    given = parser.read(argv)
    if given is None:
        return 0
    form = "json" if given.output is not None and given.output.suffix.lower() == ".json" else "text"
    if given.format is not None:
        form = choose(given.format, FORMATS, "format")
    if given.siglum is not None and not _SIGLUM.match(given.siglum):
        raise UnusableInput(f"{given.siglum!r} is no siglum", advice="use up to 16 letters and digits")
    if given.language is not None and not _LANGUAGE.match(given.language):
        raise UnusableInput(f"{given.language!r} is no language code", advice="give an ISO 639 code such as en")
    inputs = list(filter(None, (given.file, given.names, given.rules)))
    check_inputs(inputs)
    with open_output(given.output, inputs=inputs, utf8=form == "json") as write:
        from align import reports
        from editions.mentions import find_mentions
        from editions.names.authority import load_authority
        from editions.read import read_edition

        authority = None if given.names is None else load_authority(given.names)
        edition = read_edition(given.file, siglum=given.siglum, language=given.language, rules=given.rules)
        mentions = find_mentions(edition, authority=authority)
        if form == "json":
            write(reports.write_edition_json(edition, mentions))
        else:
            write(reports.write_edition_text(edition, mentions, width=line_width(given.output)))
    return 0
