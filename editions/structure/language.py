"""Which language a text is in: by its script, and in Latin script by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from editions.languages import available_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editions.model import Block

_SAMPLE: Final = 20_000  # characters; small words make up a third of any text
# First character of a script and the first behind it; Unicode blocks, joined where they lie together.
_SCRIPTS: Final = (
    ("ru", 0x0400, 0x0530),
    ("hy", 0x0530, 0x0590),
    ("he", 0x0590, 0x0600),
    ("ar", 0x0600, 0x0780),
    ("hi", 0x0900, 0x0980),
    ("th", 0x0E00, 0x0E80),
    ("ka", 0x10A0, 0x1100),
    ("el", 0x0370, 0x0400),
    ("el", 0x1F00, 0x2000),
    ("ja", 0x3040, 0x3100),
    ("ko", 0xAC00, 0xD7B0),
    ("zh", 0x4E00, 0xA000),
)
# The dozen words that are commonest in running text and rare in the other languages here.
_SMALL_WORDS: Final = {
    "en": "the and of to that is was he for with not his",
    "fr": "le les des et est que du dans une il pour pas",
    "de": "der die und das nicht ist ich zu den mit er ein",
    "es": "el los las que del se por una con su como muy",
    "it": "il che di la non gli per una della sono si anche",
    "pt": "que os não uma do da em para com se ao foi",
    "la": "et in est non ad cum sed quod ut qui esse ex",
    "pl": "na nie się do że to jest jak od przez już ale",
    "cs": "se na je že to do by jsem jako ale jsou aby",
    "nl": "het een van en dat niet op te zijn met voor aan",
    "sv": "och att det som en är på för av inte den med",
    "hu": "az és hogy nem egy is ez van volt meg csak már",
    "ro": "și de la nu în pe cu că din este un să",
    "tr": "ve bir bu da de için ne ile çok gibi ben mi",
    "vi": "và của là có không được cho một các người tôi đã",
}
# A guess against English needs so many small words, and so many more than English has.
_LEAST: Final = 5
_LEAD: Final = 1.3
_WORD: Final = re.compile(r"[^\W\d_]+")


# Three-letter codes (ISO 639-2) and English names of languages that have a two-letter code.
_OTHER_CODES: Final = {
    **{
        "eng": "en",
        "english": "en",
        "fra": "fr",
        "fre": "fr",
        "french": "fr",
        "deu": "de",
        "ger": "de",
        "german": "de",
    },
    **{
        "rus": "ru",
        "russian": "ru",
        "zho": "zh",
        "chi": "zh",
        "chinese": "zh",
        "ell": "el",
        "gre": "el",
        "greek": "el",
    },
    **{"spa": "es", "spanish": "es", "ita": "it", "italian": "it", "por": "pt", "portuguese": "pt", "lat": "la"},
    **{"latin": "la", "pol": "pl", "polish": "pl", "ces": "cs", "cze": "cs", "czech": "cs", "nld": "nl", "dut": "nl"},
    **{"dutch": "nl", "swe": "sv", "swedish": "sv", "hun": "hu", "hungarian": "hu", "ron": "ro", "rum": "ro"},
    **{"romanian": "ro", "tur": "tr", "turkish": "tr", "vie": "vi", "vietnamese": "vi", "jpn": "ja", "japanese": "ja"},
    **{"kor": "ko", "korean": "ko", "ukr": "uk", "ukrainian": "uk", "ara": "ar", "arabic": "ar", "heb": "he"},
}


def primary_language(tag: str | None) -> str | None:
    """The code of a language in a tag as documents give it.

    Args:
        tag: "en", "en-US", "eng", "English"; or None.

    Returns:
        "en"; None where the tag is no language.
    """
    word = re.split(r"[-_\s]", (tag or "").strip().lower(), maxsplit=1)[0]
    word = _OTHER_CODES.get(word, word)
    return word if word.isascii() and word.isalpha() and len(word) in (2, 3) else None


def limits_of_language(tag: str | None, stated: str | None, language: str) -> tuple[str, ...]:
    """What cannot be done because of the language that the user or the document states.

    Args:
        tag: the language as stated, or None where nobody states one.
        stated: its code, or None where the tag is no language.
        language: the code of the language that the text is read in.

    Returns:
        Sentences for the user: for a language without tables, and for a tag that is no language.
    """
    if tag is None:
        return ()
    if stated is None:
        return (f"{tag!r} is no code of a language; the text was read as {language!r}.",)
    if stated in available_languages():
        return ()
    return (
        f"There are no tables for language {stated!r}: names, figures and reported speech are found by shape only.",
    )


def guess_language(blocks: Sequence[Block]) -> str:
    """Guesses the language of a text.

    Args:
        blocks: its blocks; the first few thousand words are looked at.

    Returns:
        An ISO 639 code; "en" where nothing speaks for another.
    """
    text = ""
    for block in blocks:
        text += f"{block.text} "
        if len(text) > _SAMPLE:
            break
    scripts: Counter[str] = Counter()
    for char in text:
        point = ord(char)
        if point > 0x36F:
            scripts[next((code for code, start, end in _SCRIPTS if start <= point < end), "")] += 1
    latin = sum(char.isalpha() and ord(char) < 0x250 for char in text)
    del scripts[""]
    code, count = scripts.most_common(1)[0] if scripts else ("", 0)
    if 2 * count > latin:
        # Japanese is written mostly in Chinese characters, Ukrainian in nearly Russian letters.
        if code == "zh" and 10 * scripts["ja"] > count:
            return "ja"
        if code == "ru" and 50 * sum(text.lower().count(letter) for letter in "іїєґ") > count:
            return "uk"
        return code
    words = Counter(match[0].lower() for match in _WORD.finditer(text[:_SAMPLE]))
    scores = {language: sum(words[word] for word in small.split()) for language, small in _SMALL_WORDS.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= max(_LEAST, _LEAD * scores["en"]) else "en"
