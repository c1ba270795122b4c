"""The ModernGov page of a meeting's attendance (`mgMeetingAttendance.aspx`): the roster, without any items."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from ingest.draft import DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.attendance_words import status_of
from ingest.readers.markup import flatten, parse, text_of
from ingest.readers.page_head import PageHead, main_part, organisation_of, read_heading
from ingest.readers.protocol import CERTAIN, Recognition
from ingest.records import Attendee

NAME = "moderngov-attendance"

_TABLE = re.compile(r"""summary\s*=\s*["']?Table of meeting attendance""", re.I)
_HEADING = re.compile(r"<h[1-3][^<>]*>\s*(?:meeting )?attendance(?: details)?", re.I)
# What the columns of the table are called at one council or another.
_COLUMNS = {
    "name": re.compile(r"name|attendee|member|councillor", re.I),
    "role": re.compile(r"role|position|title", re.I),
    "status": re.compile(r"attendance|status|present\??", re.I),
    "organisation": re.compile(r"representing|organisation", re.I),
}


def recognise(source: RawSource) -> Recognition | None:
    """Known by the vendor's table of attendance, or by a heading "Attendance" over a table."""
    if not source.is_html:
        return None
    if _TABLE.search(source.text):
        return Recognition(CERTAIN, "It has the vendor's table of meeting attendance.")
    if _HEADING.search(source.text) and "<table" in source.text and "mgItemNumberCell" not in source.text:
        return Recognition(0.6, "Its heading is “Attendance” and it has a table.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The meeting with its roster and without items."""
    tree = parse(source.text)
    root = main_part(tree)
    attendance = tuple(_attendance(root)) if root is not None else ()
    if root is None or not attendance:
        raise UnreadableSource("The attendance page names nobody. Save it again when the attendance is published.")
    head = next((head for line in flatten(root) if (head := read_heading(line.text))), PageHead())
    return (
        DraftMeeting(
            items=(),
            format=NAME,
            organisation=organisation_of(tree),
            committee=head.committee,
            date=head.date,
            time=head.time,
            url=source.url,
            attendance=attendance,
        ),
    )


def _attendance(root: LexborNode) -> Iterator[Attendee]:
    for table in root.css("table"):
        rows = [[text_of(cell) for cell in row.css("td, th")] for row in table.css("tr")]
        columns = _columns(rows[0]) if rows else {}
        if "name" not in columns or "status" not in columns:
            continue
        for row in rows[1:]:
            fields = {name: row[at] for name, at in columns.items() if at < len(row)}
            status = status_of(fields.get("status", ""))
            if status is not None and fields.get("name"):
                role, body = fields.get("role") or None, fields.get("organisation") or None
                yield Attendee(name=fields["name"], role=role, organisation=body, status=status)


def _columns(header: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, title in enumerate(header):
        for name, pattern in _COLUMNS.items():
            if name not in found and pattern.search(title):
                found[name] = at
                break
    return found
