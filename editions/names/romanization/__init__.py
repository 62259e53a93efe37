"""What a spelling of a name can stand for: Mandarin, Korean, Russian, and places of many names."""

from __future__ import annotations

from editions.names.romanization.comparing import SpellingMatch, compare_spellings
from editions.names.romanization.keys import spelling_keys

__all__ = ["SpellingMatch", "compare_spellings", "spelling_keys"]
