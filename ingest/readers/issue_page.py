"""The ModernGov page of an issue's history (`mgIssueHistoryHome.aspx`): one matter through all meetings that took it.

Each part begins "Meeting: 08/07/2024 - Cabinet (Item 82)" and is that meeting's item, as its own page prints it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.dates import find_date
from ingest.draft import DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.labels import is_debris
from ingest.readers.lines import Line
from ingest.readers.page_head import page_lines
from ingest.readers.protocol import CERTAIN, Recognition
from ingest.readers.sections import read_item

NAME = "moderngov-issue"

_PART = re.compile(
    r"^(?:Meeting\s*:\s*)(?P<date>[\d/]{8,10}|[^-–]{8,40}?)\s*[-–]\s*(?P<body>.{3,150}?)\s*\(Item\s*(?P<number>[^()]{0,12}?)\.?\s*\)$",
    re.I,
)
_PARTS = re.compile(r"\bMeeting\s*:\s*(?:<[^<>]*>|&nbsp;|\s){0,20}\d[^<\n]{4,40}?[-–][^<\n]{3,150}\(Item\b", re.I)
_NUMBERED = re.compile(r"^\W*\d+[a-z]?[\W_]+")
_LEAD = re.compile(r"^(?:issue(?: details| history)?|background)\s*(?:[-–:]\s*|$)", re.I)


def recognise(source: RawSource) -> Recognition | None:
    """Known by its parts "Meeting: <date> - <body> (Item N)"."""
    if source.is_data and not source.is_html:
        return None
    count = len(_PARTS.findall(source.text))
    if count:
        return Recognition(CERTAIN, f"It has {count} part(s) “Meeting: … (Item N)”, as the history of an issue has.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """One meeting with one item for each part of the history."""
    lines, organisation = page_lines(source)
    starts = [position for position, line in enumerate(lines) if _PART.match(line.text)]
    if not starts:
        raise UnreadableSource("The history of the issue names no meeting. Save the page with all its parts opened.")
    title = _issue_title(lines[: starts[0]])
    ends = [*starts[1:], len(lines)]
    return tuple(
        _meeting(lines[start:end], title, organisation, source.url) for start, end in zip(starts, ends, strict=True)
    )


def _issue_title(lines: Sequence[Line]) -> Line | None:
    for line in lines:
        text = _LEAD.sub("", line.text).strip()
        if text and not is_debris(line.text):
            return Line(text, line.kind, links=line.links)
    return None


def _meeting(lines: Sequence[Line], title: Line | None, organisation: str | None, url: str | None) -> DraftMeeting:
    match = _PART.match(lines[0].text)
    assert match is not None  # it was found by this very pattern
    number, rest = match["number"].strip() or None, list(lines[1:])
    if rest and number and rest[0].text.rstrip(".") == number:
        rest.pop(0)
    printed = find_date(match["date"])
    if rest and title is not None and _same_title(rest[0].text, title.text):
        printed_title = rest.pop(0)
        title = replace(printed_title, text=_NUMBERED.sub("", printed_title.text))
    return DraftMeeting(
        items=(read_item(rest, number=number, title=title, base=url),),
        format=NAME,
        organisation=organisation,
        committee=match["body"],
        date=printed.date if printed else None,
        time=printed.time if printed else None,
        url=url,
    )


def _same_title(printed: str, title: str) -> bool:
    return _NUMBERED.sub("", printed).casefold().startswith(title.casefold()[:40])
