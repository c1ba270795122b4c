"""The ModernGov page of one decision (`ieDecisionDetails.aspx`): who decided what, when, for which reasons."""

import re
from collections.abc import Sequence

from ingest.dates import find_date
from ingest.draft import DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.labels import is_debris
from ingest.readers.lines import Line
from ingest.readers.page_fields import take_fields
from ingest.readers.page_head import page_lines
from ingest.readers.protocol import CERTAIN, Recognition
from ingest.readers.sections import read_item

NAME = "moderngov-decision"

_NAMES = (
    "Decision Maker",
    "Decided at meeting",
    "Decision status",
    "Decision type",
    "Decision reference",
    "Decision published",
    "Is Key decision",
    r"Is subject to call[ -]in",
    "Notice of proposed decision first published",
    "Date comments must be submitted by",
    "Publication date",
    "Date of decision",
    "Effective from",
    "Urgent item",
    "Contact",
    "Report author",
    "Lead officer",
    r"Wards? affected",
    "Reference",
    "Portfolio",
)
_HEADING = re.compile(
    r"(?:^|>)[^\S\n]*(?:decision details?|decision - |officer decision|delegated decision)\b", re.I | re.M
)
_LABELS = re.compile(r"\b(?:Decision Maker|Decision status|Date of decision|Is Key decision\??)\s*:", re.I)
_FIELD = re.compile(r"Decision Maker|Decision status|Date of decision", re.I)
_AT_MEETING = re.compile(r"^\s*\S+\s*[-–]\s*(?P<body>.+?)\s*$")


def recognise(source: RawSource) -> Recognition | None:
    """Known by its fields: "Decision Maker", "Decision status", "Date of decision", "Is Key decision"."""
    if (source.is_data and not source.is_html) or _FIELD.search(source.text) is None:
        return None
    labels = {
        match[0].lower().rstrip(" :?") for match in _LABELS.finditer(re.sub(r"<[^<>]*>|&nbsp;", " ", source.text))
    }
    if len(labels) >= 3 or (len(labels) >= 2 and _HEADING.search(source.head)):
        return Recognition(
            CERTAIN, "It has the fields of a decision's page (decision maker, status, date of decision)."
        )
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The decision as the one item of a meeting of whoever took it."""
    lines, organisation = page_lines(source)
    title, below = _title(lines)
    fields, rest = take_fields(below, _NAMES)
    if title is None and not rest:
        raise UnreadableSource("The decision's page holds no text. Save it again, whole, and try that file.")
    meeting = _AT_MEETING.match(fields.get("decided at meeting", ""))
    printed = fields.get("date of decision") or fields.get("decided at meeting") or ""
    date = find_date(printed)
    author = fields.get("report author") or fields.get("lead officer")
    item = read_item([Line(f"Report of {author}"), *rest] if author else rest, title=title, base=source.url)
    return (
        DraftMeeting(
            items=(item,),
            format=NAME,
            organisation=organisation,
            committee=meeting["body"] if meeting else fields.get("decision maker"),
            date=date.date if date else None,
            url=source.url,
        ),
    )


def _title(lines: Sequence[Line]) -> tuple[Line | None, Sequence[Line]]:
    """The title: the first line that neither names the kind of page nor belongs to the site around it."""
    for position, line in enumerate(lines):
        if is_debris(line.text) or re.fullmatch(
            r"decision(?: details?)?|(?:officer|delegated) decisions?", line.text, re.I
        ):
            continue
        if _LABELS.match(line.text):
            return None, lines[position:]
        return line, lines[position + 1 :]
    return None, []
