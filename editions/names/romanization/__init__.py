"""What a spelling of a name can stand for: Mandarin, Korean, Russian, and places of many names."""

from __future__ import annotations

from editions.names.romanization.comparing import compare_spellings
from editions.names.romanization.keys import spelling_keys
from editions.names.romanization.matches import SpellingMatch

__all__ = ["SpellingMatch", "compare_spellings", "spelling_keys"]
