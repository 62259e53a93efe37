"""A saved page as a small tree: the document, with the furniture of the site around it left out.

What is furniture is told in three ways: by element and role (``nav``, ``footer``, ``[role=search]``), by the
words of class and id ("cookie", "breadcrumb", "related"), and by text that is nearly all links. None of them
takes away a part that holds most of the words of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from selectolax.lexbor import LexborHTMLParser

from editions.errors import MalformedDocument
from editions.reading.cleaning import clean_characters, even_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 2000
"""Elements inside one another; browsers stop at 512."""

LINE: Final = "data-hexapla-line"


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


BLOCKS: Final = _table(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead tr"
    " ul"
)
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_DROPPED: Final = _table(
    "area audio base button canvas datalist embed footer form frame frameset head iframe img input link map meta nav"
    " noembed noframes noscript object optgroup option output param progress script select source style svg template"
    " textarea track video"
)
_DROPPED_ROLES: Final = _table(
    "alert alertdialog banner complementary contentinfo dialog menu menubar navigation search status toolbar"
)
_NOTE_ROLES: Final = frozenset(("doc-endnote", "doc-endnotes", "doc-footnote", "note"))
_FURNITURE: Final = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|banner|breadcrumbs?|comments?|consent|cookies?|copyright|disqus|donate|download|"
    r"footer|gdpr|header|login|masthead|menu|metadata-links|modal|nav|navbar|navigation|newsletter|overlay|"
    r"pager|pagination|popup|print|promo|recommended|related|rights|search|share|sharing|sidebar|signup|site|skip|"
    r"social|sponsor\w*|subscribe|tags|toc|toolbar|tooltip|topbar|widget)(?=$|[\s_-])",
    re.IGNORECASE,
)
# Ids such as "fn3" and "_ftn3"; classes such as "footnotes".
_NOTE: Final = re.compile(r"(?:^|\s)_?(?:fn|ftn|footnotes?|endnotes?|notes?)(?:[\W_]*\d+)?(?=$|\s)", re.IGNORECASE)
# Links that lead to the very heading they stand in, for copying its address.
_ANCHOR: Final = re.compile(
    r"(?:^|[\s_-])(?:anchor(?:js|link)?|header-?link|heading-?link|permalink|hash-?link)(?=$|[\s_-])", re.IGNORECASE
)
_ANCHOR_SIGN: Final = re.compile(r"[¶§#🔗⚓∞\s\ufe0e\ufe0f]+\Z")
# Signs between links, as in "Home » Papers | Maps": no words of their own.
_SEPARATORS: Final = " \t\n\xa0|·•/\\»›>«‹<–—-,;"
_MAIN: Final = frozenset(("article", "main"))
_TAG: Final = re.compile(
    r"<(?:address|article|blockquote|body|br|center|d[dltv]|div|h[1-6r]|li|main|p|pre|section|t[dhr])(?=[\s/>])",
    re.IGNORECASE,
)
_ANY_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w-]*)")
# Elements without content, and those that the next of their kind closes.
_UNNESTED: Final = _table(
    "area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr"
)
_DENSE: Final = frozenset(("div", "dl", "ol", "p", "section", "table", "td", "ul"))


@dataclass(slots=True)
class Node:
    """One element of the page.

    Attributes:
        tag: its name, lower case.
        line: 1-based line of the source, 0 where it is not known.
        attributes: its attributes.
        children: elements and pieces of text, in order.
        words: characters of text in it that no link holds.
        linked: characters of text in links.
        links: number of links in it.
        has_blocks: whether a block-level element stands in it.
        row: what a row of a table is, once `html_tables.arrange_tables` has told.
    """

    tag: str
    line: int
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)
    parent: Node | None = None
    words: int = 0
    linked: int = 0
    links: int = 0
    has_blocks: bool = False
    row: str = ""

    @property
    def named(self) -> str:
        """Its class and id, as one string."""
        return f"{self.attributes.get('class') or ''} {self.attributes.get('id') or ''}".strip()

    @property
    def is_note(self) -> bool:
        """Whether it says that it is a footnote or an endnote, or a list of them."""
        role = self.attributes.get("role") or self.attributes.get("epub:type") or ""
        return role in _NOTE_ROLES or bool(_NOTE.search(self.named))


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page.

    Attributes:
        body: the part that holds the document.
        title: what ``<title>`` says.
        language: what ``<html lang>`` says, or None.
        headings: texts of the ``<h1>`` of the page with their lines, furniture left out.
    """

    body: Node
    title: str
    language: str | None
    headings: tuple[tuple[str, int], ...]


def parse_page(text: str, path: str) -> Page:
    """Parses a page and finds the document in it.

    Args:
        text: the source of the page.
        path: the file, for the error.

    Returns:
        The page without its furniture; an empty body where it has no text.

    Raises:
        MalformedDocument: elements are nested deeper than in any page; the parser takes quadratic time over
            them.
    """
    _check_depth(text, path)
    parser = LexborHTMLParser(_with_lines(text))
    title = parser.css_first("title")
    root: Any = parser.root
    language = (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root is not None else None
    start = parser.body if parser.body is not None else root
    nodes = list(_copy(start)) if start is not None else [Node("body", 1, {})]
    _weigh(nodes)
    _drop_furniture(nodes)
    nodes = list(walk(nodes[0]))
    _weigh(nodes)
    headings = tuple((text_of(node), node.line) for node in nodes if node.tag == "h1")
    return Page(_document_of(nodes), title.text(strip=True) if title is not None else "", language, headings)


def _check_depth(text: str, path: str) -> None:
    depth = 0
    for tag in _ANY_TAG.finditer(text):
        if tag[2].lower() in _UNNESTED:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > MAX_DEPTH:
            raise MalformedDocument(
                f"nests elements more than {MAX_DEPTH} deep",
                path=path,
                line=text.count("\n", 0, tag.start()) + 1,
                advice="save the page anew, or give its text",
            )


def _with_lines(text: str) -> str:
    """Writes its line into every block-level tag; the parser itself does not keep the place."""
    parts: list[str] = []
    line, done = 1, 0
    for tag in _TAG.finditer(text):
        line += text.count("\n", done, tag.start())
        parts.append(text[done : tag.end()])
        parts.append(f" {LINE}={line}")
        line += text.count("\n", tag.start(), tag.end())
        done = tag.end()
    parts.append(text[done:])
    return "".join(parts)


def _copy(root: Any) -> Iterator[Node]:
    """Copies the parser's tree, elements that are never text left out; parents come before their children."""
    top = Node("body", 1, {})
    yield top
    waiting: list[tuple[Any, Node]] = [(root.child, top)]
    while waiting:
        found, parent = waiting.pop()
        while found is not None:
            if found.is_text_node:
                parent.children.append(found.text_content or "")
            elif found.is_element_node and found.tag not in _DROPPED:
                attributes = found.attributes
                if not _is_hidden(attributes, found.tag):
                    line = attributes.get(LINE) or ""
                    node = Node(found.tag, int(line) if line.isdigit() else parent.line, attributes, parent=parent)
                    parent.children.append(node)
                    yield node
                    if found.child is not None:
                        waiting.append((found.child, node))
            found = found.next


def _is_hidden(attributes: dict[str, str | None], tag: str) -> bool:
    role = attributes.get("role") or ""
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in style
        or role in _DROPPED_ROLES
        or (tag == "aside" and role not in _NOTE_ROLES and not _NOTE.search(attributes.get("class") or ""))
    )


def _weigh(nodes: list[Node]) -> None:
    """Counts, for every element, its characters of text in and out of links."""
    for node in nodes:
        node.words = node.linked = node.links = 0
        node.has_blocks = False
    for node in reversed(nodes):
        own = sum(len(child.strip(_SEPARATORS)) for child in node.children if isinstance(child, str))
        node.words += own
        if node.tag == "a" and node.attributes.get("href"):
            node.linked += node.words
            node.words = 0
            node.links += 1
        if (parent := node.parent) is not None:
            parent.words += node.words
            parent.linked += node.linked
            parent.links += node.links
            parent.has_blocks = parent.has_blocks or node.has_blocks or node.tag in BLOCKS


def _drop_furniture(nodes: list[Node]) -> None:
    whole = nodes[0].words + nodes[0].linked
    dropped: set[int] = set()
    parents: dict[int, Node] = {}
    for node in nodes[1:]:
        size = node.words + node.linked
        if 5 * size > 2 * whole or node.parent is None or node.is_note:
            continue
        by_name = node.tag not in _MAIN and node.tag not in HEADINGS and bool(_FURNITURE.search(node.named))
        by_tag = node.tag == "header" and not _is_inside(node, _MAIN)
        by_links = (
            node.tag in _DENSE
            and node.linked > 0
            and (node.words == 0 or (node.links > 2 and node.linked > 2 * node.words))
            and not _is_value(node)
            and not _is_inside(node, frozenset(("td", "li", "dt", "dd")))
        )
        if by_name or by_tag or by_links or _is_anchor(node):
            dropped.add(id(node))
            parents[id(node.parent)] = node.parent
    for parent in parents.values():
        parent.children = [child for child in parent.children if id(child) not in dropped]


def _is_value(cell: Node) -> bool:
    """Whether a cell that is hardly more than links tells something of the document, as "Collection: Papers" does."""
    row = cell.parent
    if cell.tag != "td" or cell.has_blocks or row is None:
        return False
    named = next((child for child in row.children if isinstance(child, Node)), None)
    return named is not None and named is not cell and 0 < named.words <= 60 and not named.links


def _is_anchor(node: Node) -> bool:
    if node.tag != "a" or "#" not in (node.attributes.get("href") or ""):
        return False
    if _ANCHOR_SIGN.match(text_of(node)):
        return True
    if not _ANCHOR.search(node.attributes.get("class") or ""):
        return False
    heading = node.parent
    while heading is not None and heading.tag not in HEADINGS:
        heading = heading.parent
    return heading is not None and heading.words > 0


def _is_inside(node: Node, tags: frozenset[str]) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False


def walk(top: Node) -> Iterator[Node]:
    """Every element of a tree, parents before their children, in the order of the page."""
    waiting = [top]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))


def _document_of(nodes: list[Node]) -> Node:
    """The element that holds the document: an ``article`` or ``main`` with most words, else the narrowest with all."""
    top = nodes[0]
    for tag in ("article", "main"):
        largest = max((node for node in nodes if node.tag == tag), key=lambda node: node.words, default=None)
        if largest is not None and 10 * largest.words >= 6 * top.words:
            return largest
    while True:
        inner = max((c for c in top.children if isinstance(c, Node)), key=lambda node: node.words, default=None)
        if (
            inner is None
            or not inner.has_blocks
            or 20 * inner.words < 19 * top.words
            or inner.tag in ("table", "ul", "ol")
        ):
            return top
        top = inner


def text_of(node: Node) -> str:
    """The words of an element, spaces even."""
    pieces: list[str] = []
    waiting: list[Node | str] = [node]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            pieces.append(found)
        elif found.tag == "br" or found.tag in BLOCKS:
            pieces.append(" ")
            waiting.extend((" ", *reversed(found.children)))
        else:
            waiting.extend(reversed(found.children))
    return even_spaces(clean_characters("".join(pieces)))
