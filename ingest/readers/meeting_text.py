"""A ModernGov meeting page as somebody's extractor left it: line blocks or a pipe table, no markup."""

import re

from ingest.draft import DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.item_rows import first_item, items_of
from ingest.readers.lines import Line, lines_of
from ingest.readers.page_head import PageHead, attendee_of, labelled, read_heading, status_of
from ingest.readers.protocol import LIKELY, POSSIBLE, Recognition

NAME = "moderngov-meeting-text"

_NO_ITEM = re.compile(r"^[^\w\n]*No\.\s*\|?\s*Item\b", re.M)
_MINUTES_LABEL = re.compile(r"^[^\w\n]*Minutes ?:", re.M)
_MINUTES = re.compile(r"\bMinutes ?:")
_NUMBER_LINE = re.compile(r"^[^\S\n]*\d{1,3}[a-z]?\.[^\S\n]*$", re.M)
_KIND = re.compile(r"(?:agenda|minutes|decisions)\b[\w, ]{0,40}", re.I)
_HEAD_LINES = 40


def recognise(source: RawSource) -> Recognition | None:
    """Known by "No. Item" above labels "Minutes:", or by numbers on lines of their own with such labels."""
    if source.is_data:
        return None
    labels = len(_MINUTES_LABEL.findall(source.head))
    if _NO_ITEM.search(source.head) and _MINUTES.search(source.head):
        return Recognition(0.95, "It has the heading “No. Item” and labels “Minutes:”: the text of a meeting page.")
    if labels >= 2 and len(_NUMBER_LINE.findall(source.head)) >= 2:
        return Recognition(
            LIKELY, "It has item numbers on lines of their own and labels “Minutes:”: the text of a meeting page."
        )
    if labels >= 2:
        return Recognition(POSSIBLE + 0.1, "It has several labels “Minutes:”: the text of a meeting page.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The meeting with the items that numbers or labels divide."""
    lines = lines_of(source.text)
    begin = first_item(lines)
    items = items_of(lines[begin:])
    if not items:
        raise UnreadableSource(
            "The text has labels of a meeting page but no item with a title. Save the page itself as HTML."
        )
    above = lines[:begin]
    head = _head(above)
    prints_minutes = any(re.search(r"\bprinted minutes\b", line.text, re.I) for line in above)
    title = next((line.text for line in above if _KIND.fullmatch(line.text)), "")
    attendance = tuple(filter(None, (attendee_of(line.text) for line in above if line.block().kind == "bullet")))
    return (
        DraftMeeting(
            items=tuple(items),
            format=NAME,
            committee=head.committee,
            date=head.date,
            time=head.time,
            venue=labelled(above, "venue"),
            status=status_of(title, is_cancelled=head.is_cancelled, prints_minutes=prints_minutes),
            url=source.url,
            attendance=attendance,
            warnings=tuple(
                f"Item {item.number or item.title}: the page breaks off its minutes."
                for item in items
                if item.truncated
            ),
        ),
    )


def _head(lines: list[Line]) -> PageHead:
    """The heading with body and date; a link to a file of the meeting ("Printed minutes …") is none."""
    heads = [read_heading(line.text) for line in lines[:_HEAD_LINES] if len(line.text) < 200]
    return next((head for head in heads if head is not None and head.committee), PageHead())
