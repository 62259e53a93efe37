"""Names of the romanization systems, and the BCP 47 tags that stand for them."""

from __future__ import annotations

from editions.names.romanization import mandarin

_NAMES = {
    "pinyin": mandarin.PINYIN,
    "hanyu pinyin": mandarin.PINYIN,
    "zh-latn-pinyin": mandarin.PINYIN,
    "zh-latn": mandarin.PINYIN,
    "wade-giles": mandarin.WADE_GILES,
    "wade giles": mandarin.WADE_GILES,
    "wadegiles": mandarin.WADE_GILES,
    "wg": mandarin.WADE_GILES,
    "zh-latn-wadegile": mandarin.WADE_GILES,
    "palladius": mandarin.PALLADIUS,
    "zh-cyrl": mandarin.PALLADIUS,
    "zh-cyrl-x-pallad": mandarin.PALLADIUS,
    "zh-latn-x-pallad": mandarin.PALLADIUS_LATIN,
    "palladius-latin": mandarin.PALLADIUS_LATIN,
    "yale": mandarin.YALE,
    "zh-latn-x-yale": mandarin.YALE,
    "efeo": mandarin.EFEO,
    "french": mandarin.EFEO,
    "zh-latn-x-efeo": mandarin.EFEO,
    "german": mandarin.GERMAN,
    "zh-latn-x-german": mandarin.GERMAN,
    "postal": mandarin.PRESS,
    "press": mandarin.PRESS,
    "zh-latn-x-postal": mandarin.PRESS,
    "zh-latn-x-press": mandarin.PRESS,
}


def canonical_system(name: str | None) -> str | None:
    """The Mandarin system a name or a BCP 47 tag stands for; None where it stands for none."""
    return None if name is None else _NAMES.get(name.strip().casefold().replace("_", "-"))
