"""What stands above the first item of printed minutes: which body met, when, where, who was there, how final it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date

from ingest.dates import PrintedDate, find_date, find_time
from ingest.draft import Block
from ingest.readers.attendance_table import attendance_in_table, is_list_of_people
from ingest.readers.printed_bodies import bodies_in, spelled
from ingest.records import Attendee, MeetingStatus
from ingest.roster_entries import is_entry
from ingest.roster_text import attendance_from_blocks
from ingest.sentences import sentences

_ROSTER_HEADING = re.compile(
    r"(?:(?:members?|councillors?|governors?|trustees|directors|officers?|staff|also|those|voting|"
    r"non-voting|others?|committee|board|public)\s+)*"
    r"(?:present|in\s+the\s+chair(?=\s*[:–-])|in\s+attendance|attend(?:ance|ees|ing)|i\s+láthair|cathaoirleach|leithscéalta|apolog(?:y|ies)|"
    r"absent|sederunt|substitutes?|observers?|officers?|invitees?|witnesses|"
    r"contributors|members|councillors|governors|regrets|staff|guests|chair(?:man|person)?|clerk|quorum|"
    r"minute[- ]taker|name)\b.{0,40}?(?:[:–—-]|$)",
    re.I,
)
_HEADLINE = re.compile(
    r"\b(?:minutes?|meeting|held|commenc\w+|convened|draft|confirmed|unconfirmed|council|committee|board|"
    r"authority|panel|trust|school|page|"
    r"public document pack|telephone|e-?mail|contact|www\.|venue|location|time|date|place|agenda)\b",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|took|takes|presided|welcomed|opened|will|would|may|be|began|"
    r"started|advised|noted|received|sent|"
    r"declared|thanked|reminded|called|given|read|[a-z]{3,}ed)\b"
)
_HELD = re.compile(
    r"\b(?:held|convened|took\s+place|met|meeting)\b(?P<rest>.{0,240})|(?:^|\b)(?:venue|location|place|"
    r"where)\s*[:–—-]\s*(?P<venue>[^\n;]{3,120})",
    re.I | re.S,
)
_VENUE = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Vv]ia|through|on)\s+(?:the\s+)?(?P<venue>(?=[A-Z])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day)[^.;]{3,120}?)"
    r"(?=,?\s+(?:on|at|commenc\w+|from|start\w+|beginning|following)\s+(?:the\s+)?(?:\w+(?:day|DAY)\b|\d)|"
    r",?\s+(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|"
    r"\s*[.;]|\s*$|\s+\(|\s*,?\s+commencing|\s+at\s*$)"
)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|approved|final|signed)\s+minutes\b|\bminutes\s+(?:approved|confirmed)\b(?!\s+(?:of|"
    r"by\s+the\s+chair\s+at))",
    re.I,
)
_DRAFT = re.compile(
    r"\bdraft\b|\bunconfirmed\b|\bunapproved\b|\bsubject\s+to\s+(?:confirmation|approval|ratification)\b|"
    r"\bto\s+be\s+(?:approved|confirmed)\b",
    re.I,
)
_CANCELLED = re.compile(r"\b(?:meeting|was|been)\b.{0,30}\bcancelled\b|^\W*cancelled\W*$", re.I)
# A heading is at the top: what is further down is the minutes themselves.
_LINES_OF_HEADING = 25


@dataclass(frozen=True, slots=True)
class Preface:
    """The facts above the items, and the sentences among them that belong to no heading and no list."""

    organisation: str | None = None
    committee: str | None = None
    date: Date | None = None
    time: str | None = None
    venue: str | None = None
    status: MeetingStatus | None = None
    attendance: tuple[Attendee, ...] = ()
    left: tuple[Block, ...] = ()


def read_preface(blocks: Sequence[Block], *, margins: Sequence[str] = (), everywhere: str = "") -> Preface:
    """Read the blocks above the first item; `margins` are the running headers and footers of the document."""
    headings, roster = _parted(blocks)
    lines = [*headings[:_LINES_OF_HEADING], *margins]
    organisation, committee = bodies_in(lines, everywhere)
    printed = _date(lines)
    return Preface(
        organisation=organisation,
        committee=committee,
        date=printed.date if printed else None,
        time=(printed.time if printed else None) or _time(headings),
        venue=_venue(headings),
        status=_status(lines),
        attendance=_attendance(roster),
        left=tuple(_sentences_left(blocks)),
    )


def heads_meeting(heading: Block, below: Sequence[Block]) -> bool:
    """Whether a heading belongs to the head of the minutes: it names body or day, or those present, and tells nothing.

    "Minutes of the last meeting" over a sentence is an item.
    """
    if any(_is_minuted(sentence) for block in below for sentence in sentences(block.text)):
        return False
    if opens_roster(heading.text):
        return all(block.kind == "row" or is_entry(block.text) or opens_roster(block.text) for block in below)
    return find_date(heading.text) is not None or bodies_in([heading.text]) != (None, None)


def _parted(blocks: Sequence[Block]) -> tuple[list[str], list[Block]]:
    """The heading lines, and the blocks of the roster: from the first roster heading on."""
    start = next((at for at, block in enumerate(blocks) if opens_roster(block.text)), len(blocks))
    headings = [block.text for block in blocks[:start] if block.kind != "row"]
    inline = [block for block in blocks[:start] if block.kind == "row" or _roster_within(block.text)]
    roster = [replace(block, text=_roster_within(block.text) or block.text) for block in inline]
    return headings, [*roster, *blocks[start:]]


def _attendance(roster: Sequence[Block]) -> tuple[Attendee, ...]:
    """The people in tables with named columns, else those in lists; columns of names are so many lines."""
    rows = [block.text.split("\t") for block in roster if block.kind == "row"]
    for first in range(len(rows)):
        tabled = attendance_in_table(rows[first:])
        if tabled:
            return tabled
    listed: list[Block] = []
    for block in roster:
        cells = block.text.split("\t")
        if block.kind == "row" and is_list_of_people(cells):
            listed.extend(replace(block, text=cell, kind="paragraph") for cell in cells)
        else:
            listed.append(block)
    return attendance_from_blocks(listed)


def opens_roster(text: str) -> bool:
    """Whether a line begins a list of who was there or not ("In attendance: …")."""
    return _ROSTER_HEADING.match(text) is not None and find_date(text) is None


def _roster_within(text: str) -> str | None:
    """The part of a heading that runs on into a roster ("… not a formal minute. In attendance: …")."""
    found = re.search(
        r"(?<=[.\s])(?:Present|In attendance|Sederunt|Apologies|PRESENT|IN ATTENDANCE)\s*:.*$", text, re.S
    )
    return found[0] if found else None


def _date(lines: Sequence[str]) -> PrintedDate | None:
    """The date of the meeting: first in a line that says it is, else the first there is."""
    dated = [(line, found) for line in lines if (found := find_date(line)) is not None]
    said = [found for line, found in dated if re.search(r"\b(?:held|meeting|minutes?|date)\b", line, re.I)]
    found = next(iter(said or [found for _, found in dated]), None)
    if found is not None and found.time is None:
        times = [other.time for _, other in dated if other.date == found.date and other.time]
        return replace(found, time=times[0]) if times else found
    return found


def _time(headings: Sequence[str]) -> str | None:
    for line in headings:
        if find_date(line) is not None or re.match(r"\W*(?:time|at|commenc\w+|start\w*|from|held)\b", line, re.I):
            time = find_time(line)
            if time is not None:
                return time
    return None


def _venue(headings: Sequence[str]) -> str | None:
    text = "\n".join(headings)
    for held in _HELD.finditer(text):
        if held["venue"]:
            return " ".join(held["venue"].split()).rstrip(" .,")
        rest = " ".join(_of_one_style(held["rest"]).split())
        found = _VENUE.search(spelled(rest))
        if found and find_date(found["venue"]) is None and len(found["venue"].split()) <= 16:
            return rest[found.start("venue") : found.end("venue")].strip(" ,")
    return None


def _of_one_style(text: str) -> str:
    """The lines up to an empty one, or to one in capitals where the first is not: that is another heading."""
    lines = text.split("\n\n")[0].split("\n")
    end = next((at for at, line in enumerate(lines) if line.isupper() and not lines[0].isupper()), len(lines))
    return "\n".join(lines[: max(1, end)])


def _status(lines: Sequence[str]) -> MeetingStatus | None:
    text = "\n".join(lines)
    if _CANCELLED.search(text):
        return "cancelled"
    if _DRAFT.search(text):
        return "draft"
    return "confirmed" if _CONFIRMED.search(text) else None


def _sentences_left(blocks: Sequence[Block]) -> list[Block]:
    """The whole sentences above the items: they are minuted too, and belong before the first item."""
    left: list[Block] = []
    for block in blocks:
        if block.kind in ("row", "heading"):
            continue
        for sentence in map(_without_heading, sentences(block.text)):
            if _is_minuted(sentence):
                left.append(replace(block, text=sentence, marker=None, kind="paragraph"))
    return left


def _without_heading(sentence: str) -> str:
    """A sentence that a heading with the date runs into, without that heading."""
    printed = find_date(sentence)
    if printed is None or not _HEADLINE.search(sentence[: printed.start]) or _FINITE.search(sentence[: printed.start]):
        return sentence
    return sentence[printed.end :].lstrip(" ,;:–—-")


def _is_minuted(sentence: str) -> bool:
    if not sentence.endswith((".", "!", "?")) or len(sentence.split()) < 4 or _ROSTER_HEADING.match(sentence):
        return False
    return _FINITE.search(sentence) is not None and (find_date(sentence) is None or not _HEADLINE.search(sentence))
