"""Markup becomes printed lines: what a reader of the page sees, one line for each paragraph, entry or row.

The parser is tolerant (HTML5 rules, as browsers have); its tree is written out again as clean markup and read in one
pass, which costs a tenth of walking the tree and does not care how deep elements are nested. Nothing of a script, a
style or a form is taken. Word's HTML is what most minutes are: numbers of lists are text, words are cut by spans,
headings are bold.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.blocks import clean, printed_marker
from ingest.draft import BlockKind
from ingest.readers.labels import part_of
from ingest.readers.lines import Line

_STRIPPED = [
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "svg",
    "math",
    "select",
    "button",
    "textarea",
    "input",
    "audio",
    "video",
    "canvas",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "nav",
]
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "blockquote",
        "pre",
        "hr",
        "br",
        "form",
        "fieldset",
        "figure",
        "address",
        "center",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BOLD = frozenset(("b", "strong"))
_TOKEN = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>"]|"[^"]*")*)>|(?P<text>[^<]+|<)""", re.S
)
_CLASS = re.compile(r'\bclass="([^"]*)"')
_STYLE = re.compile(r'\bstyle="([^"]*)"')
_HREF = re.compile(r'\bhref="([^"]*)"')
_START = re.compile(r'\bstart="(\d{1,4})"')
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:mgHide|mgFileSize|sr-only|visually-hidden|hidden)(?:\s|$)")
_LABEL_CLASS = re.compile(r"\bmgSub(?:Item|Sub)TitleTxt\b")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# A cell with more than this is running text in a layout table, not a field of a row.
_LONGEST_FIELD = 300
_LONGEST_HEADING = 120


def parse(text: str) -> LexborHTMLParser:
    """The tree of a page, without what is never printed."""
    tree = LexborHTMLParser(text)
    tree.strip_tags(_STRIPPED)
    return tree


def text_of(node: LexborNode | None) -> str:
    """The printed text of an element on one line; empty where there is none."""
    return " ".join(line.text for line in flatten(node)) if node is not None else ""


def first(node: LexborNode, *selectors: str) -> LexborNode | None:
    """The first element that one of `selectors` finds, in the order of the selectors."""
    for selector in selectors:
        found = node.css_first(selector)
        if found is not None:
            return found
    return None


def flatten(node: LexborNode) -> list[Line]:
    """The printed lines of an element, in order."""
    return lines_of_markup(node.html or "")


def lines_of_markup(markup: str) -> list[Line]:
    """The printed lines of clean markup, as a parser writes it."""
    writer = _Writer()
    for token in _TOKEN.finditer(markup):
        text = token["text"]
        if text is not None:
            writer.write(unescape(text) if "&" in text else text)
        elif token["tag"] is not None:
            tag = token["tag"].lower()
            if token["end"]:
                writer.leave(tag)
            else:
                writer.enter(tag, token["attributes"])
    writer.flush()
    return writer.lines


@dataclass(slots=True)
class _Element:
    """An open element, as far as it matters for the lines in it."""

    tag: str
    hidden: bool = False
    bold: bool = False
    label: bool = False


@dataclass(slots=True)
class _List:
    ordered: bool
    count: int = 0


@dataclass(slots=True)
class _Row:
    """An open table row: where its lines begin, and where those of each cell do."""

    begin: int
    cells: list[int] = field(default_factory=list)
    is_layout: bool = False


class _Writer:
    """Collects the pieces of one line until a block element begins or ends."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._is_all_bold = True
        self._links: list[tuple[str, str]] = []
        self._open: list[_Element] = []
        self._lists: list[_List] = []
        self._rows: list[_Row] = []
        self._hidden = self._bold = self._heading = self._labels = 0
        self._marker: str | None = None
        self._link: tuple[str, int] | None = None

    def write(self, text: str) -> None:
        """Take a piece of text."""
        if self._hidden:
            return
        self._pieces.append(text)
        if not self._bold and not text.isspace():
            self._is_all_bold = False

    def enter(self, tag: str, attributes: str) -> None:
        """An element begins."""
        if tag in _BLOCKS:
            self.flush()
        if tag in _VOID:
            return
        element = _element(tag, attributes)
        self._open.append(element)
        self._hidden += element.hidden
        self._bold += element.bold
        self._labels += element.label
        self._heading += tag in _HEADINGS
        if tag in ("ul", "ol"):
            begun = _START.search(attributes)
            self._lists.append(_List(tag == "ol", int(begun[1]) - 1 if begun else 0))
        elif tag == "li":
            self._marker = self._next_marker()
        elif tag == "a":
            address = _HREF.search(attributes)
            self._link = (unescape(address[1]), len(self._pieces)) if address and not self._hidden else None
        if tag in ("tr", "td", "th", "li", "table"):
            self._enter_table(tag)

    def leave(self, tag: str) -> None:
        """An element ends; an end without its beginning is passed over."""
        if tag in _BLOCKS:
            self.flush()
        if not self._open or self._open[-1].tag != tag:
            return
        element = self._open.pop()
        self._hidden -= element.hidden
        self._bold -= element.bold
        self._labels -= element.label
        self._heading -= tag in _HEADINGS
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "li":
            self._marker = None
        elif tag == "a":
            self._end_link()
        elif tag == "tr":
            self._end_row()

    def flush(self) -> None:
        """End the line that is being written."""
        if not self._pieces:
            return
        text = clean("".join(self._pieces))
        if text:
            self._end_link()
            kind, marker = self._kind_of(text)
            self.lines.append(Line(text, kind, marker, tuple(self._links), label=self._labels > 0))
            self._marker = None
            self._links = []
        self._pieces, self._is_all_bold = [], True

    def _enter_table(self, tag: str) -> None:
        if tag == "tr":
            for row in self._rows[-1:]:
                row.is_layout = True
            self._rows.append(_Row(len(self.lines)))
        elif self._rows:
            row = self._rows[-1]
            if tag in ("td", "th"):
                row.cells.append(len(self.lines))
            else:
                row.is_layout = True

    def _end_row(self) -> None:
        """Make the fields of a row one line, unless it is a layout of running text."""
        row = self._rows.pop()
        lines = self.lines[row.begin :]
        ends = [*row.cells[1:], len(self.lines)]
        cells = [self.lines[begin:end] for begin, end in zip(row.cells, ends, strict=False)]
        printed = [cell for cell in cells if cell]
        if row.is_layout or len(printed) < 2 or any(_is_running_text(cell) for cell in printed):
            return
        if any(part_of(line.text, marked=line.label) for line in lines):
            return
        links = tuple(link for line in lines for link in line.links)
        self.lines[row.begin :] = [
            Line("\t".join(" ".join(line.text for line in cell) for cell in printed), "row", links=links)
        ]

    def _end_link(self) -> None:
        if self._link is None:
            return
        address, begun = self._link
        text = clean("".join(self._pieces[begun:]))
        if text:
            self._links.append((text, address))
            self._link = None

    def _next_marker(self) -> str:
        if not self._lists or not self._lists[-1].ordered:
            return "•"
        self._lists[-1].count += 1
        return f"{self._lists[-1].count}."

    def _kind_of(self, text: str) -> tuple[BlockKind, str | None]:
        if self._heading or (self._is_all_bold and _is_heading_like(text)):
            return "heading", None
        if self._marker is not None:
            return ("bullet" if self._marker == "•" else "numbered"), self._marker
        return "paragraph", None


def _element(tag: str, attributes: str) -> _Element:
    if not attributes:
        return _Element(tag, bold=tag in _BOLD)
    classes, style = _CLASS.search(attributes), _STYLE.search(attributes)
    hidden = (classes is not None and _HIDDEN_CLASS.search(classes[1]) is not None) or (
        style is not None and _HIDDEN_STYLE.search(style[1]) is not None
    )
    bold = tag in _BOLD or (style is not None and _BOLD_STYLE.search(style[1]) is not None)
    return _Element(tag, hidden, bold, classes is not None and _LABEL_CLASS.search(classes[1]) is not None)


def _is_heading_like(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADING and text[-1] not in ".;,:" and printed_marker(text) is None and not text.isdigit()
    )


def _is_running_text(cell: list[Line]) -> bool:
    return len(cell) > 3 or sum(len(line.text) for line in cell) > _LONGEST_FIELD
