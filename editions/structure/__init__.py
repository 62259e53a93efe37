"""Blocks to an edition: front and back matter, headings and notes apart; a roster; a speaker and a form for each turn.

First it is worked out who can speak (`roster`), from the title, the lists of participants, the labels and the
subjects of verbs of speech. Then each block is asked whose words it gives (`labels`, `attribution`), the
document is divided (`parts`), and the turns are told off in order (`turns`). A user's `rules` override any of
it.
"""

from __future__ import annotations

from editions.structure.edition import find_structure
from editions.structure.rules import Rules, read_rules

__all__ = ["Rules", "find_structure", "read_rules"]
