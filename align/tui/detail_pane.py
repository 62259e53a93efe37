"""What differs at the cursor, and why the turns were paired, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.review.filters import is_slight
from align.review.sentences import say_difference, say_pairing
from align.tui.drawn_lines import DrawnLines, fit
from align.tui.printable import drawable
from align.tui.wrapping import wrap

if TYPE_CHECKING:
    from rich.style import Style

    from align.review.reader import Reader
    from align.tui.panes import Text
    from align.tui.themes import Palette

MOST = 60
"""Differences of one row put into words; the rest is counted."""


class DetailPane(DrawnLines):
    """The sentences of the row under the cursor: the difference under the cursor first."""

    DEFAULT_CSS = "DetailPane { height: 6; width: 1fr; }"

    def __init__(self, palette: Palette, *, id: str) -> None:  # noqa: A002
        super().__init__(palette, id=id)
        self._reader: Reader | None = None
        self._body: list[Text] = []
        self._title = ""
        self._first = 0

    def update(self, reader: Reader) -> None:
        """Says what there is to say of the row under the cursor."""
        self._reader = reader
        row = reader.current_row
        self._first, self._body, self._title = 0, [], ""
        if row is not None:
            comparison, palette, here = reader.comparison, self.palette, reader.current_difference
            turns = [turn for edition in comparison.editions for turn in row.turns.get(edition.siglum, ())]
            self._title = f"Row {reader.row + 1}: {', '.join(turns)}"
            found = reader.in_current_row
            ordered = sorted(found, key=lambda difference: (difference is not here, is_slight(difference)))
            said = [say_difference(difference, row, comparison) for difference in ordered[:MOST]]
            sentences = [
                (
                    "▸ " if here is not None and sentence.difference == here.id else "  ",
                    f"{sentence.lead}:",
                    palette.mark(sentence.kind, sentence.slight),
                    sentence.body,
                )
                for sentence in said
            ]
            pairing = ("  ", "Pairing:", palette["strong"], say_pairing(row, comparison))
            sentences.insert(1 if here is not None and sentences else 0, pairing)
            if len(found) > MOST:
                sentences.append(("  ", "", palette["faint"], f"and {len(found) - MOST:,} more differences"))
            for sentence in sentences:
                self._body += self._set(*sentence)
        self._draw()

    def _set(self, pointer: str, lead: str, style: Style, body: str) -> list[Text]:
        palette = self.palette
        text = drawable(f"{lead} {body}" if lead else body)
        lines: list[Text] = []
        for number, (start, end) in enumerate(wrap(text, max(4, self.size.width - 3))):
            line: Text = [(pointer if not number else "  ", palette["bar"])]
            if start < len(lead):
                cut = min(end, len(lead))
                line += [(text[start:cut], style), (text[cut:end], palette["text"])]
            else:
                line.append((text[start:end], palette["text"]))
            lines.append(line)
        return lines

    def on_resize(self) -> None:
        """Sets the sentences anew for the width and height there are now."""
        if self._reader is not None:
            self.update(self._reader)

    def scroll_by(self, lines: int) -> None:
        """Shows lines further down, or up where negative."""
        last = max(0, len(self._body) - self._room)
        self._first = max(0, min(last, self._first + lines))
        self._draw()

    @property
    def _room(self) -> int:
        return max(1, self.size.height - 1)

    def _draw(self) -> None:
        palette, width = self.palette, self.size.width
        below = max(0, len(self._body) - self._first - self._room)
        more = f" {below} more line{'s' if below != 1 else ''} ] " if below else ""
        back = " [ back " if self._first else ""
        title = fit(f" {self._title} " if self._title else "", max(0, width - len(more) - len(back) - 2))
        rule = "─" * max(0, width - len(title) - len(more) - len(back) - 1)
        head: Text = [
            ("─", palette["rule"]),
            (drawable(title), palette["strong"]),
            (rule, palette["rule"]),
            (back + more, palette["faint"]),
        ]
        self.show([head, *self._body[self._first : self._first + self._room]])
