"""What a text is written in, told by its content."""

from __future__ import annotations

import re
from typing import Final

from editions.reading.markdown import has_front_matter

_HEAD: Final = 20_000  # characters looked at for markup that a document shows early
# Comments before the first tag are skipped by hand: a pattern for them could run over the whole file again
# and again.
_HTML: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_ROOT: Final = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_XML: Final = re.compile(
    r"<(?:\?xml\b|TEI\b|teiCorpus\b|tei:|!DOCTYPE\b|!ENTITY\b|[A-Za-z][\w.-]*(?::[\w.-]+)?\s+xmlns\b)"
)
_HTML_TAG: Final = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|li|table|tr|td|span|b|strong|em|i|article|section)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_MARKDOWN: Final = re.compile(
    r"^ {0,3}#{1,6}[ \t]+\S|\*\*[^*\s][^*\n]{0,200}\*\*|(?<!\w)__[^_\s][^_\n]{0,200}__(?!\w)"
    r"|\]\(https?:|^\[\^[^\]\s]+\]:",
    re.MULTILINE,
)


def find_format(text: str) -> str:
    """Tells the format of a decoded file.

    Args:
        text: the whole file.

    Returns:
        "html", "tei" (any XML), "markdown" or "text".
    """
    head = _without_comments(text[:_HEAD].lstrip())
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return "html" if _HTML_ROOT.search(head[:2000]) else "tei"
    if head.startswith("<") and len(_HTML_TAG.findall(head)) > 1:
        return "html"
    if has_front_matter(text[:_HEAD].split("\n")) or _MARKDOWN.search(text[:_HEAD]):
        return "markdown"
    return "text"


def _without_comments(head: str) -> str:
    while head.startswith("<!--"):
        end = head.find("-->")
        if end < 0:
            return head
        head = head[end + 3 :].lstrip()
    return head
