"""The ModernGov page of a whole meeting (`ieListDocuments.aspx`), saved as markup.

Each row of the table of items has a cell with the number and a cell in which labels divide title, agenda text,
documents, decision and minutes. Long minutes are broken off there ("view the full minutes text for item 12.").
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.blocks import clean
from ingest.draft import DraftItem, DraftMeeting, RecordedVote
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.item_rows import items_of
from ingest.readers.lines import Line
from ingest.readers.markup import first, flatten, parse, text_of
from ingest.readers.page_head import (
    PageHead,
    attendee_of,
    labelled,
    main_part,
    organisation_of,
    read_heading,
    status_of,
)
from ingest.readers.protocol import CERTAIN, LIKELY, Recognition
from ingest.readers.sections import read_item
from ingest.records import Attendee

NAME = "moderngov-meeting"

_TABLE = re.compile(r"""(?:id|class)\s*=\s*["']?[^"'>]*\b(?:mgItemTable|mgItemNumberCell)\b""")
_HEADED = re.compile(r"mgSubTitleTxt")
_TITLE = re.compile(
    r"mgMainTitleTxt[^<>]*>\s*(?:agenda(?:, (?:draft )?decisions)?(?: and (?:draft )?minutes)?|(?:draft )?minutes|"
    r"decisions|meeting)\b(?! item)",
    re.I,
)
_PRINTED_MINUTES = re.compile(r"\bprinted minutes\b", re.I)


def recognise(source: RawSource) -> Recognition | None:
    """Known by the vendor's table of items, or by the heading of a meeting without one (a cancelled meeting)."""
    if not source.is_html:
        return None
    if _TABLE.search(source.text):
        return Recognition(CERTAIN, "It has the vendor's table of items (mgItemTable): a saved meeting page.")
    if _HEADED.search(source.head) and _TITLE.search(source.head):
        return Recognition(LIKELY, "Its headings are those of a meeting page without items.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The meeting with all its items."""
    tree = parse(source.text)
    root = main_part(tree)
    if root is None:
        raise UnreadableSource("The page holds no text. Save it again, whole, and try that file.")
    head, title = _head(tree, root)
    above = _lines_above_items(root)
    items = tuple(_items(tree, root, source.url))
    warnings = tuple(
        f"Item {item.number or item.title}: the page breaks off its minutes." for item in items if item.truncated
    )
    prints_minutes = any(_PRINTED_MINUTES.search(line.text) for line in above)
    return (
        DraftMeeting(
            items=items,
            format=NAME,
            organisation=organisation_of(tree),
            committee=head.committee,
            date=head.date,
            time=head.time,
            venue=labelled(above, "venue"),
            status=status_of(title, is_cancelled=head.is_cancelled, prints_minutes=prints_minutes),
            url=source.url,
            attendance=_attendance(above),
            warnings=warnings,
        ),
    )


def _head(tree: LexborHTMLParser, root: LexborNode) -> tuple[PageHead, str]:
    """Body and date, from the heading or else from the page's title; and the title of the page's kind."""
    title = text_of(first(root, ".mgMainTitleTxt", "h1"))
    printed = [text_of(first(root, ".mgSubTitleTxt", "h2")), title, text_of(tree.css_first("title"))]
    declared = tree.css_first('meta[name="DC.title"]')
    if declared is not None:
        printed.append(declared.attributes.get("content") or "")
    heads = [head for head in map(read_heading, printed) if head is not None]
    best = next((head for head in heads if head.committee), heads[0] if heads else PageHead())
    return best, title


def _lines_above_items(root: LexborNode) -> list[Line]:
    """Venue, links and attendance: all that stands before the table of items."""
    lines: list[Line] = []
    for line in flatten(root):
        if line.text in ("Items", "Items No. Item", "No. Item"):
            break
        lines.append(line)
    return lines


def _attendance(lines: list[Line]) -> tuple[Attendee, ...]:
    """The list below a heading "Attendance"."""
    found: list[Attendee] = []
    is_listed = False
    for line in lines:
        if line.kind == "heading":
            is_listed = re.match(r"(?:attendance|attendees|membership|present)\b", line.text, re.I) is not None
        elif is_listed:
            attendee = attendee_of(line.text)
            if attendee is not None:
                found.append(attendee)
    return tuple(found)


def _items(tree: LexborHTMLParser, root: LexborNode, base: str | None) -> Iterator[DraftItem]:
    cells = root.css("td.mgItemNumberCell") or tree.css("td.mgItemNumberCell")
    for cell in cells:
        content = _next_cell(cell)
        if content is not None:
            yield _item(cell, content, base)
    if not cells:
        yield from items_of(flatten(tree.css_first("#mgItemTable") or root), base)


def _next_cell(cell: LexborNode) -> LexborNode | None:
    following = cell.next
    while following is not None and following.tag != "td":
        following = following.next
    return following


def _item(number_cell: LexborNode, content: LexborNode, base: str | None) -> DraftItem:
    number = clean(text_of(number_cell)).rstrip(".").strip()
    votes = tuple(_recorded_votes(content))
    heading = content.css_first(".mgAiTitleTxt")
    title_text = text_of(heading)
    lines = flatten(content)
    at = next((position for position, line in enumerate(lines) if line.text == title_text), None)
    title = lines.pop(at) if at is not None else None
    return read_item(lines, number=number or None, title=title, base=base, votes=votes)


def _recorded_votes(content: LexborNode) -> Iterator[RecordedVote]:
    """The rows of tables headed "Recorded Vote"; the tables are taken out of the cell."""
    for table in content.css("table"):
        rows = [[text_of(cell) for cell in row.css("td, th")] for row in table.css("tr")]
        header = [name.lower() for name in rows[0]] if rows else []
        if "title" not in header or "result" not in header:
            continue
        for row in rows[1:]:
            fields = dict(zip(header, row, strict=False))
            text = fields.get("recorded vote text") or fields.get("text")
            yield RecordedVote(fields.get("title") or "", text or None, fields.get("result") or None)
        table.decompose()
