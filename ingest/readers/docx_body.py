"""The body of a Word document as blocks: paragraphs and tables in their order, with the numbers that Word shows.

What was deleted under tracked changes is left out, what was inserted is kept; hidden text, field codes, comments and
the second copy of a drawing are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ingest.blocks import block_of, clean, printed_marker
from ingest.draft import Block, BlockKind
from ingest.readers.docx_numbering import Numbering, list_place, read_numbering
from ingest.readers.docx_package import Package
from ingest.readers.printed_numbers import numbered_start
from ingest.readers.safe_xml import children, descendants, name_of

_LEFT_OUT = frozenset(
    ("del", "movefrom", "instrtext", "fallback", "deltext", "commentreference", "footnotereference", "ppr", "rpr",
     "pict", "binddata")
)  # fmt: skip
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-", "sym": "", "softhyphen": ""}
_OFF = frozenset(("0", "false", "off", "none"))
_LONGEST_HEADING = 140
_LONGEST_CELL = 80
_HEADING_STYLE = re.compile(r"(?:heading|title|subtitle)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style brings: whether it is a heading, bold or hidden, and the list that it counts in."""

    heading: bool = False
    bold: bool = False
    number_id: str | None = None
    level: int | None = None


@dataclass
class _Text:
    """The characters of a paragraph, and how many of them are bold."""

    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    letters: int = 0


def blocks_of(package: Package) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of the body, rows with their cells parted by tabs, and the lines of the headers and footers."""
    styles = _styles(package.styles)
    numbering = read_numbering(package.numbering)
    body = next(children(package.document, "body"), package.document)
    blocks = tuple(_blocks_in(body, styles, numbering))
    margins = [
        clean("".join(_text_of(paragraph, bold=False).pieces))
        for part in package.margins
        for paragraph in descendants(part, "p")
    ]
    return blocks, tuple(dict.fromkeys(line for line in margins if line))


def _blocks_in(element: Element, styles: dict[str, _Style], numbering: Numbering) -> Iterator[Block]:
    for child in element:
        name = name_of(child)
        if name == "p":
            yield from _paragraph(child, styles, numbering)
        elif name == "tbl":
            for row in _rows(child):
                yield from _row([[*_blocks_in(cell, styles, numbering)] for cell in _cells(row)])
        elif name not in _LEFT_OUT and name != "sectpr":
            yield from _blocks_in(child, styles, numbering)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if name_of(child) == "tr":
            if not any(name_of(mark) == "del" for properties in children(child, "trpr") for mark in properties):
                yield child
        elif name_of(child) in ("sdt", "sdtcontent", "ins", "customxml"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if name_of(child) == "tc":
            yield child
        elif name_of(child) in ("sdt", "sdtcontent", "customxml"):
            yield from _cells(child)


def _row(cells: list[list[Block]]) -> Iterator[Block]:
    """A row of fields as one block; a row of a table for layout as its paragraphs, its lone number with the first."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 for cell in filled) and not _is_number(filled[0][0]):
        yield Block("\t".join(" ".join(block.text for block in cell) for cell in cells), kind="row")
        return
    if len(filled) > 1 and len(filled[0]) == 1 and _is_number(filled[0][0]):
        number, first = filled[0][0].text, filled[1][0]
        kind: BlockKind = "heading" if first.kind == "heading" or filled[0][0].kind == "heading" else "paragraph"
        yield block_of(f"{number} {first.text}", kind=kind)
        filled = [filled[1][1:], *filled[2:]]
    for cell in filled:
        yield from cell


def _is_number(block: Block) -> bool:
    """Whether a cell holds nothing but a number, as the first column of minutes set as a table does."""
    text = block.text
    probe = f"{text} X"
    numbered = numbered_start(Block(probe))
    found = printed_marker(probe)
    return len(text) < 12 and (
        (numbered is not None and numbered.rest == "X") or (found is not None and found[1] == text)
    )


def _paragraph(element: Element, styles: dict[str, _Style], numbering: Numbering) -> Iterator[Block]:
    properties = next(children(element, "ppr"), None)
    style = styles.get(_style_id(properties), _Style())
    text = _text_of(element, bold=style.bold)
    lines = [line for line in "".join(text.pieces).split("\n") if clean(line)]
    boxed = [block for box in descendants(element, "txbxcontent") for block in _blocks_in(box, styles, numbering)]
    if lines:
        marker = _marker(properties, style, numbering)
        is_bold = text.letters > 0 and text.bold == text.letters
        if marker is None and all("\t" in line.strip() for line in lines):
            yield from map(_set_in_columns, lines)
            return
        first, *others = map(clean, lines)
        yield _block(first, marker, is_heading=(style.heading or is_bold) and len(first) <= _LONGEST_HEADING)
        yield from (block_of(line) for line in others)
    yield from boxed


def _set_in_columns(line: str) -> Block:
    """A line whose parts tabs set in columns: a row, unless the first is but a number or bullet, or one is long."""
    cells = [clean(cell) for cell in line.split("\t") if clean(cell)]
    is_numbered = printed_marker(f"{cells[0]} x") is not None or numbered_start(Block(f"{cells[0]} X")) is not None
    if len(cells) < 2 or is_numbered or any(len(cell) > _LONGEST_CELL for cell in cells):
        return block_of(line)
    return Block("\t".join(cells), kind="row")


def _block(line: str, marker: str | None, *, is_heading: bool) -> Block:
    if is_heading:
        return Block(line, kind="heading", marker=marker)
    if marker is None:
        return block_of(line)
    return Block(line, kind="bullet" if marker == "•" else "numbered", marker=marker)


def _marker(properties: Element | None, style: _Style, numbering: Numbering) -> str | None:
    number_id, level = list_place(properties)
    number_id = number_id if number_id is not None else style.number_id
    if number_id is None or number_id == "0":
        return None
    return numbering.next_marker(number_id, level if level is not None else style.level or 0)


def _text_of(element: Element, *, bold: bool) -> _Text:
    text = _Text()
    _gather(element, text, bold)
    return text


def _gather(element: Element, text: _Text, bold: bool) -> None:
    """Add the printed characters below `element`; the depth of the XML is bounded where it is parsed."""
    for child in element:
        name = name_of(child)
        if name in _LEFT_OUT or name == "txbxcontent":
            continue
        if name == "t":
            text.pieces.append(child.text or "")
            letters = len("".join((child.text or "").split()))
            text.letters += letters
            text.bold += letters if bold else 0
        elif name in _CHARACTERS:
            text.pieces.append(_CHARACTERS[name])
        elif name == "r":
            properties = next(children(child, "rpr"), None)
            if not _is_on(properties, "vanish", otherwise=False):
                _gather(child, text, _is_on(properties, "b", otherwise=bold))
        else:
            _gather(child, text, bold)


def _is_on(properties: Element | None, name: str, *, otherwise: bool) -> bool:
    for found in children(properties, name) if properties is not None else ():
        return _value(found) not in _OFF
    return otherwise


def _styles(root: Element | None) -> dict[str, _Style]:
    """The paragraph styles by their ids, with what they take from the styles that they are based on."""
    if root is None:
        return {}
    elements = {_value(style, "styleId"): style for style in children(root, "style")}
    return {style_id: _style(style_id, elements, 0) for style_id in elements}


def _style(style_id: str, elements: dict[str, Element], depth: int) -> _Style:
    element = elements.get(style_id)
    if element is None or depth > 20:
        return _Style()
    based_on = next((_value(found) for found in children(element, "basedon")), "")
    base = _style(based_on, elements, depth + 1)
    name = next((_value(found) for found in children(element, "name")), "")
    paragraph, run = next(children(element, "ppr"), None), next(children(element, "rpr"), None)
    number_id, level = list_place(paragraph)
    return _Style(
        heading=base.heading or _HEADING_STYLE.match(name) is not None,
        bold=_is_on(run, "b", otherwise=base.bold),
        number_id=number_id if number_id is not None else base.number_id,
        level=level if level is not None else base.level,
    )


def _style_id(properties: Element | None) -> str:
    return next((_value(found) for found in children(properties, "pstyle")), "") if properties is not None else ""


def _value(element: Element, name: str = "val") -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
