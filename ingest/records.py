"""The vocabulary: immutable records of meetings, and their JSON.

A `Meeting` of a committee holds `Item`s of its agenda; the minutes of an item are divided into
`Statement`s (a run of sentences with one voice) and `Decision`s. `None` means that the source does
not say: nothing in a record is ever guessed, and every text in it is a slice of the source.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import date as Date
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.errors import UnreadableSource

MeetingStatus = Literal["confirmed", "draft", "cancelled"]
AttendanceStatus = Literal["present", "apologies", "absent", "substitute", "in_attendance"]
StatementKind = Literal["report", "discussion", "question", "answer", "motion", "declaration", "procedure"]
Outcome = Literal["agreed", "lost", "deferred", "refused", "withdrawn", "referred"]


class Record(BaseModel):
    """What all records share: they never change, and unknown keys of other tools are ignored."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Speaker(Record):
    """Somebody with a voice in the minutes: a named person, a post, or "a Member".

    `as_printed` is never altered. `name` is the person's name without title or post, where the item or
    the meeting's roster gives one; `title` a rank or form of address ("Councillor", "Dr").
    """

    as_printed: str
    name: str | None = None
    title: str | None = None
    role: str | None = None
    organisation: str | None = None


class Statement(Record):
    """A run of sentences in the minutes with one voice: `text` is `minutes[start:end]` of its item."""

    start: int
    end: int
    text: str
    kind: StatementKind
    speakers: tuple[Speaker, ...] = ()
    asker: Speaker | None = None
    page: int | None = None


class Vote(Record):
    """The count of a vote, each number as printed or implied by the printed count ("8 for, 1 against")."""

    for_: int | None = Field(default=None, alias="for")
    against: int | None = None
    abstentions: int | None = None


class Decision(Record):
    """What was resolved. `start` and `end` are null where it is printed in a block apart from the minutes."""

    number: str | None = None
    text: str
    start: int | None = None
    end: int | None = None
    mover: Speaker | None = None
    seconder: Speaker | None = None
    outcome: Outcome | None = None
    vote: Vote | None = None


class Document(Record):
    """A supporting paper that the item lists."""

    title: str
    url: str | None = None


class Attendee(Record):
    """One line of the roster of a meeting."""

    name: str
    role: str | None = None
    organisation: str | None = None
    status: AttendanceStatus = "present"


class Source(Record):
    """Where the record was read."""

    path: str | None = None
    url: str | None = None
    format: str | None = None


class Item(Record):
    """One item of the agenda with what was minuted under it."""

    id: str
    number: str | None = None
    reference: str | None = None
    title: str | None = None
    report_of: str | None = None
    agenda_text: str | None = None
    restricted: bool = False
    truncated: bool = False
    minutes: str = ""
    statements: tuple[Statement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    documents: tuple[Document, ...] = ()


class Meeting(Record):
    """One meeting of one committee: the unit that is read, replaced and removed."""

    id: str
    organisation: str | None = None
    committee: str | None = None
    date: Date | None = None
    time: str | None = None
    venue: str | None = None
    status: MeetingStatus | None = None
    source: Source = Source()
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()

    def to_json(self) -> str:
        """The record as one line of JSON, as `minutebook parse` prints it."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """Read one line of record JSON.

        Raises `UnreadableSource` where the line is not a record, or a text in it is not the slice of the
        minutes that it claims to be.
        """
        try:
            meeting = cls.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or "the line"
            raise UnreadableSource(f"This is not a meeting record: {place}: {first['msg']}.") from None
        for fault in faults(meeting):
            raise UnreadableSource(f"The record {meeting.id} contradicts itself: {fault}.")
        return meeting


def faults(meeting: Meeting) -> Iterator[str]:
    """What breaks the record contract in `meeting`: spans that are no slices, out of order, or leave text out."""
    seen: set[str] = set()
    for item in meeting.items:
        if item.id in seen:
            yield f"the item id {item.id} occurs twice"
        seen.add(item.id)
        yield from _span_faults(item)


def _span_faults(item: Item) -> Iterator[str]:
    spans: list[tuple[int, int]] = []
    parts: tuple[Statement | Decision, ...] = (*item.statements, *item.decisions)
    for part in parts:
        if part.start is None or part.end is None:
            continue
        if item.minutes[part.start : part.end] != part.text or part.start >= part.end:
            yield f"in item {item.id} the text at {part.start} to {part.end} is not in the minutes there"
        spans.append((part.start, part.end))
    reached = 0
    for start, end in sorted(spans):
        if start < reached:
            yield f"in item {item.id} two parts overlap at {start}"
        elif item.minutes[reached:start].strip():
            yield f"in item {item.id} nothing covers the minutes from {reached} to {start}"
        reached = max(reached, end)
    if spans and item.minutes[reached:].strip():
        yield f"in item {item.id} nothing covers the minutes from {reached}"


def meeting_id(
    *,
    organisation: str | None,
    committee: str | None,
    date: Date | None,
    source: Source,
    first_title: str | None,
    nth: int = 1,
) -> str:
    """A readable id that the same source gets again: committee, date and a short digest of what identifies it.

    `nth` tells apart the meetings of one source that are alike in everything else.
    """
    origin = source.url or Path(source.path or "").name
    parts = [organisation or "", committee or "", str(date or ""), origin, first_title or ""]
    identity = "\x1f".join([*parts, str(nth)] if nth > 1 else parts)
    digest = hashlib.sha256(identity.encode()).hexdigest()[:8]
    words = re.sub(r"[^a-z0-9]+", "-", (committee or first_title or "record").lower()).strip("-")[:48].strip("-")
    return "-".join(part for part in (words, str(date or ""), digest) if part)
