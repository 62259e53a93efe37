"""Names of the romanization systems, and the BCP 47 tags that stand for them."""

from __future__ import annotations

from editions.names.romanization import syllables

_NAMES = {
    "pinyin": syllables.PINYIN,
    "hanyu pinyin": syllables.PINYIN,
    "zh-latn-pinyin": syllables.PINYIN,
    "zh-latn": syllables.PINYIN,
    "wade-giles": syllables.WADE_GILES,
    "wade giles": syllables.WADE_GILES,
    "wadegiles": syllables.WADE_GILES,
    "wg": syllables.WADE_GILES,
    "zh-latn-wadegile": syllables.WADE_GILES,
    "palladius": syllables.PALLADIUS,
    "zh-cyrl": syllables.PALLADIUS,
    "zh-cyrl-x-pallad": syllables.PALLADIUS,
    "zh-latn-x-pallad": syllables.PALLADIUS_LATIN,
    "palladius-latin": syllables.PALLADIUS_LATIN,
    "yale": syllables.YALE,
    "zh-latn-x-yale": syllables.YALE,
    "efeo": syllables.EFEO,
    "french": syllables.EFEO,
    "zh-latn-x-efeo": syllables.EFEO,
    "german": syllables.GERMAN,
    "zh-latn-x-german": syllables.GERMAN,
    "postal": syllables.PRESS,
    "press": syllables.PRESS,
    "zh-latn-x-postal": syllables.PRESS,
    "zh-latn-x-press": syllables.PRESS,
}


def canonical_system(name: str | None) -> str | None:
    """The Mandarin system a name or a BCP 47 tag stands for; None where it stands for none."""
    return None if name is None else _NAMES.get(name.strip().casefold().replace("_", "-"))
