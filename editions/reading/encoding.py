"""Bytes to characters: byte order marks, UTF-8 strictly, then what the file declares, then the best guess."""

from __future__ import annotations

import codecs
import re
from typing import Final

from editions.errors import UndecodableText, UnreadableFile

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,30})""")
# Encodings in which documents have really been saved, by script, the likeliest first; without such a list a
# short text may come out as EBCDIC.
_FAMILIES: Final = (
    ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "mac_roman", "cp850"),
    ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    ("cp1253", "iso8859_7"),
    ("gb18030",),
    ("big5",),
    ("shift_jis",),
    ("euc_jp",),
    ("euc_kr",),
    ("cp1255",),
    ("cp1256",),
)
_USUAL: Final = [encoding for family in _FAMILIES for encoding in family]
# What the wrong encoding of a script looks like: a sign inside a word, a capital after a small letter, a
# control, a box-drawing line, a byte that stands for nothing.
_ODDITY: Final = re.compile(
    r"[^\W\d_][¹³¼½¾¿¡¸¯¨¤¦¬±×÷µ¶¢£¥©®][^\W\d_]?|[a-zà-öø-ÿа-яα-ω][A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]|[\x80-\x9f\u2500-\u259f\ufffd]"
)
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_SAMPLE: Final = 2**17  # bytes given to the guesser; it is slow, and no surer with more
_FEW_CONTROLS: Final = 8  # a short text may hold a bell
_NUL_SHARE: Final = 200  # at most one byte in so many of a longer text is a stray NUL
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, path: str) -> tuple[str, str, tuple[str, ...]]:
    """Decodes the bytes of a text file.

    Args:
        data: the whole file.
        path: the file, for the error.

    Returns:
        The text, Python's name of the encoding, and sentences for the user where the encoding had to be
        guessed.

    Raises:
        UnreadableFile: the bytes are no text in any encoding (many NUL bytes, mostly controls).
        UndecodableText: no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, path), encoding, ()
    if b"\x00" in data and (wide := _wide_encoding(data[:_SAMPLE])):
        return _strictly(data, wide, path), wide, ()
    if _is_binary(data):
        raise UnreadableFile("is binary, not text", path=path, advice="give a text, Markdown or HTML file")
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        text, encoding = _declared(data) or _guessed(data, path, fault)
    if encoding == "utf-8":
        return text, encoding, ()
    return text, encoding, (f"{path} is not in UTF-8; it was read as {encoding}.",)


def _strictly(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UndecodableText(
            f"byte {fault.start} does not fit {encoding}, which the file begins as",
            path=path,
            advice="save it as UTF-8",
        ) from None
    return text.removeprefix("\ufeff")


def _is_binary(data: bytes) -> bool:
    """Whether bytes hold more controls than a text does.

    A few stray NUL bytes are what a damaged disk or an old program leaves in a text; they are taken out with the
    other controls.
    """
    nuls = data.count(0)
    controls = len(_CONTROLS.findall(data, 0, _SAMPLE))
    return (nuls > _FEW_CONTROLS and nuls * _NUL_SHARE > len(data)) or (
        controls > _FEW_CONTROLS and controls * 20 > min(len(data), _SAMPLE)
    )


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the NUL bytes stand in one place of every two or four.

    Half the bytes of Latin text are NUL then. Text of other scripts has fewer of them, at its spaces and line ends,
    but what is left without them is no clean UTF-8; where it is, the NUL bytes are strays.
    """
    nuls = [sample[place::4].count(0) for place in range(4)]
    if sum(nuls) * 4 < len(sample) and _is_clean_utf8(sample.replace(b"\x00", b"")):
        return None
    quarter = max(1, len(sample) // 4)
    wide = None
    if min(nuls[2:]) > 0.9 * quarter:
        wide = "utf-32-le"
    elif min(nuls[:2]) > 0.9 * quarter:
        wide = "utf-32-be"
    elif nuls[1] + nuls[3] > 20 * (nuls[0] + nuls[2]):
        wide = "utf-16-le"
    elif nuls[0] + nuls[2] > 20 * (nuls[1] + nuls[3]):
        wide = "utf-16-be"
    if wide is None:
        return None
    text = sample[: len(sample) // 4 * 4].decode(wide, "replace")
    odd = sum(not (char.isprintable() or char in "\n\r\t\x0c") or char == "\ufffd" for char in text)
    return wide if odd * 20 <= len(text) else None


def _is_clean_utf8(sample: bytes) -> bool:
    """Whether bytes, the last of which may be cut, are UTF-8 with hardly a control."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return len(_CONTROLS.findall(sample)) <= _FEW_CONTROLS


def _declared(data: bytes) -> tuple[str, str] | None:
    """What a web page or an XML file says of itself near its beginning."""
    head = data[:4096]
    found = _DECLARED.search(head) if b"<" in head else None
    if found is None:
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
        # "latin-1" on a web page means cp1252 (WHATWG Encoding Standard, section 4.2).
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
        return data.decode(encoding), encoding
    except (LookupError, UnicodeError, TypeError, ValueError):
        return None


def _guessed(data: bytes, path: str, fault: UnicodeDecodeError) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    nearly = data.decode("utf-8", "replace")
    odd = nearly.count("\ufffd")
    if odd * 20 < sum(len(run) for run in _BEYOND_ASCII.findall(nearly)):
        raise UndecodableText(
            f"is in UTF-8 but for {odd} broken place{'s' * (odd > 1)}, the first at byte {fault.start}",
            path=path,
            line=data.count(b"\n", 0, fault.start) + 1,
            advice="mend it and save it as UTF-8",
        )
    # Cut at a line end, so as not to halve a character of several bytes.
    sample = data[: data.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE] if len(data) > _SAMPLE else data
    best = from_bytes(sample, cp_isolation=_USUAL, preemptive_behaviour=False).best()
    first = [best.encoding] if best else []
    for encoding in _relatives(sample, first[0]) if first else ["cp1252"] * _mostly_ascii(sample):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UndecodableText(
        f"no usual encoding fits its bytes (UTF-8 fails at byte {fault.start})",
        path=path,
        advice="save it as UTF-8",
    )


def _relatives(sample: bytes, encoding: str) -> list[str]:
    """The encodings of the same script, the one with the fewest oddities first.

    The guesser tells scripts apart well, and the encodings of one script badly: cp1252 and cp1257 share most
    letters.
    """
    family = next((family for family in _FAMILIES if encoding in family), (encoding,))
    odd = {
        name: len(_ODDITY.findall(sample.decode(name, "replace"))) + (name not in (family[0], encoding))
        for name in family
    }
    return sorted(family, key=lambda name: (odd[name], family.index(name)))


def _mostly_ascii(sample: bytes) -> bool:
    return sum(byte < 0x80 for byte in sample) > 0.9 * len(sample)
