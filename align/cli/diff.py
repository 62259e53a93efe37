"""``hexapla diff``: one report on where two or more editions differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from align.cli.arguments import KIND_NAMES, Parser, add_editions, check_inputs, choose, kinds_of
from align.cli.output import line_width, open_output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.workspace import Comparison

FORMATS = ("text", "json", "html")
"""The formats a report can have."""


def main(argv: Sequence[str]) -> int:
    """Runs the command.

    Args:
        argv: the arguments after "diff".

    Returns:
        0 for no differences of the kinds asked for, 1 for differences.

    Raises:
        AlignError: the arguments, the comparison or the output cannot be worked with.
        EditionError: a file cannot be read.
    """
    parser = Parser(
        "diff",
        "Reports where two or more editions of the same minutes differ.",
        (
            "hexapla diff a.txt b.txt                         what differs, as text",
            "hexapla diff a.txt b.txt --only figure,name      figures and names only",
            "hexapla diff a.txt b.txt c.md -o report.html     a page for the browser",
            "hexapla diff a.txt b.txt --format json | jq      every fact, for programs",
            "pdftotext b.pdf - | hexapla diff a.txt -         a text from a pipe",
        ),
        status="0 no differences of the kinds asked for, 1 differences, 2 trouble",
    )
    add_editions(parser)
    parser.add_argument("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)} (by the name of -o, or text)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file")
    parser.add_argument("--only", metavar="KIND,…", type=kinds_of, help=f"kinds to report: {', '.join(KIND_NAMES)}")
    parser.add_argument("--serious", action="store_true", help="leave out what says the same in another form")
    parser.add_argument("--all", action="store_true", help="in a text: list every change of wording too")
    given = parser.read(argv)
    if given is None:
        return 0
    form = _form(given.format, given.output)
    inputs = [*given.editions, *filter(None, [given.names])]
    check_inputs(inputs)
    with open_output(given.output, inputs=inputs, utf8=form != "text") as write:
        from align.cli.progress import shown_progress
        from align.reports.digest import select
        from align.workspace import open_comparison

        with shown_progress() as progress:
            found = open_comparison(given.editions, names=given.names, base=given.base, progress=progress)
        found = select(found, kinds=given.only, serious=given.serious)
        write(report(found, form, width=line_width(given.output), everything=given.all))
    return status(found)


def report(comparison: Comparison, form: str, *, width: int, everything: bool = False) -> str:
    """Writes a comparison in one of the formats; the writer is imported only here."""
    from align import reports

    if form == "json":
        return reports.write_json(comparison)
    if form == "html":
        return reports.write_html(comparison)
    return reports.write_text(comparison, width=width, everything=everything)


def status(comparison: Comparison) -> int:
    """The exit status of a comparison: 1 where a reading differs, be it in form only, else 0."""
    from align.model import Verdict

    alike = (Verdict.EQUAL, Verdict.SAME)
    return int(any(difference.verdict not in alike for difference in comparison.differences))


def _form(given: str | None, output: Path | None) -> str:
    if given is not None:
        return choose(given, FORMATS, "format")
    suffix = output.suffix.lower() if output is not None else ""
    return {".json": "json", ".html": "html", ".htm": "html"}.get(suffix, "text")
