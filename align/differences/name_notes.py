"""Why two names that may be one are offered to the editor, and why they are not decided: notes of ``unresolved``."""

from __future__ import annotations

ALIKE = (
    "Offered because they stand in one place of the row and are alike in letters; not decided because no system of "
    "spelling gives both: a variant, a slip of the press, or another name."
)
PART = (
    "Offered because one is part of the other and they stand in one place of the row; not decided because it may be "
    "a shorter form or another name."
)
WORDED = (
    "Offered because both name a body and share words in one place of the row; not decided because names of bodies "
    "are translated: it may be one body or two."
)
SAME_PLACE = (
    "Offered because they stand in one place of the row and neither has another counterpart; not decided because no "
    "rule of spelling, table or other row says whether they are one."
)
