"""The words the index speaks: what is indexed (`Passage`), what narrows a search (`Filters`), what is found (`Hit`)."""

from datetime import date as Date
from typing import Literal

from ingest.records import AttendanceStatus, MeetingStatus, Record, Source, Speaker, StatementKind

Part = Literal["minutes", "decision", "agenda"]


class Filters(Record):
    """What narrows a search. Each is optional; together they must all hold.

    `committee`, `organisation` and `speaker` match without regard to case, and on part of the name; `organisation`
    is the body whose meeting it is. Dates are inclusive; a meeting without a date is outside every date filter.
    """

    committee: str | None = None
    organisation: str | None = None
    speaker: str | None = None
    date_from: Date | None = None
    date_to: Date | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is narrowed."""
        return self == Filters()


class MeetingHead(Record):
    """A meeting without its items: what a result says about where it comes from."""

    id: str
    organisation: str | None = None
    committee: str | None = None
    date: Date | None = None
    time: str | None = None
    status: MeetingStatus | None = None
    source: Source = Source()


class Passage(Record):
    """What is indexed and found: a statement, a decision, or the agenda text of one item.

    `text` is the verbatim slice `minutes[start:end]` of the item; `start` and `end` are null where the text is not
    in the minutes (agenda text, a decision printed in a block of its own). `position` orders the passages of an item.
    """

    id: str
    meeting_id: str
    item_id: str
    position: int
    part: Part
    text: str
    start: int | None = None
    end: int | None = None
    kind: StatementKind | None = None
    speakers: tuple[Speaker, ...] = ()
    asker: Speaker | None = None
    page: int | None = None


class Hit(Record):
    """One ranked passage, with where it comes from. `score` is between 0 and 1, and comparable between questions."""

    rank: int
    score: float
    passage: Passage
    meeting: MeetingHead
    item_number: str | None = None
    item_title: str | None = None


class Person(Record):
    """Somebody who is recorded: as a speaker or on a roster. `meetings` counts where."""

    name: str
    role: str | None = None
    organisation: str | None = None
    meetings: int = 0
    statements: int = 0
    status: AttendanceStatus | None = None


class Overview(Record):
    """What a library holds, for `minutebook library` and for a refusal that says what was searched."""

    meetings: int = 0
    items: int = 0
    statements: int = 0
    decisions: int = 0
    passages: int = 0
    organisations: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    first: Date | None = None
    last: Date | None = None
    undated: int = 0
