"""Records of a small fictional council, and libraries of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from index import IndexSettings, Library
from ingest.records import Attendee, Decision, Item, Meeting, Source, Speaker, Statement, StatementKind

MakeMeeting = Callable[..., Meeting]

DOWNEY = Speaker(
    as_printed="Superintendent Ruth Downey from the police",
    name="Ruth Downey",
    title="Superintendent",
    organisation="the police",
)
DIRECTOR = Speaker(as_printed="The Director of Children’s Services", role="Director of Children’s Services")
OKAFOR = Speaker(as_printed="Councillor Okafor", name="Okafor", title="Councillor")


@dataclass(frozen=True, slots=True)
class Reading:
    """A source that was read, in the form that `ingest` hands on."""

    path: Path
    meetings: tuple[Meeting, ...]
    format: str = "test"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read."""

    path: Path
    reason: str


def item_of(item_id: str, title: str, said: list[tuple[str, Speaker | None, StatementKind]], **more: object) -> Item:
    """An item whose minutes are the texts of `said`, a paragraph each."""
    statements, at = [], 0
    for text, speaker, kind in said:
        speakers = (speaker,) if speaker else ()
        statements.append(Statement(start=at, end=at + len(text), text=text, kind=kind, speakers=speakers))
        at += len(text) + 1
    minutes = "\n".join(text for text, _, _ in said)
    return Item(id=item_id, title=title, minutes=minutes, statements=tuple(statements), **more)


def meeting_of(
    meeting_id: str, committee: str | None, day: date | None, *items: Item, path: str | None = None
) -> Meeting:
    """A meeting of the fictional council."""
    return Meeting(
        id=meeting_id,
        organisation="Harrowmere Council",
        committee=committee,
        date=day,
        source=Source(path=path or f"{meeting_id}.html"),
        attendance=(Attendee(name="Okafor", role="Chair"), Attendee(name="Lindqvist", status="apologies")),
        items=items,
    )


def council() -> tuple[Meeting, ...]:
    """Three meetings of two committees, and one of which neither committee nor date is known."""
    sleeping = item_of(
        "cyp-1-5",
        "Safeguarding annual report",
        [
            ("The Committee considered the annual report of the safeguarding partnership.", None, "report"),
            ("Councillor Okafor asked what was being done about the dangers of co-sleeping.", OKAFOR, "question"),
            (
                "The Director of Children’s Services said that midwives raised the dangers of co-sleeping.",
                DIRECTOR,
                "answer",
            ),
            (
                "Superintendent Downey reported that three child protection teams had been established.",
                DOWNEY,
                "answer",
            ),
        ],
        number="5",
        decisions=(Decision(number="1", text="That the Committee note the report.", outcome="agreed"),),
    )
    apologies = item_of(
        "cyp-1-1", "Apologies", [("Apologies for absence were received from Lindqvist.", None, "procedure")]
    )
    roads = item_of(
        "env-1-3",
        "Highway maintenance",
        [
            ("Councillor Okafor asked when the potholes in Mill Lane would be filled.", OKAFOR, "question"),
            ("Officers advised that resurfacing of Mill Lane would begin in the spring.", None, "answer"),
        ],
        number="3",
        agenda_text="To receive an update on highway maintenance and potholes.",
    )
    trees = item_of(
        "env-2-4", "Street trees", [("A resident asked that limes be planted in Station Road.", None, "question")]
    )
    loose = item_of(
        "loose-1", "Library opening hours", [("It was noted that libraries would open on Sundays.", None, "report")]
    )
    return (
        meeting_of("cyp-1", "Children and Young People Scrutiny Committee", date(2023, 3, 8), apologies, sleeping),
        meeting_of("env-1", "Environment Committee", date(2022, 11, 2), roads),
        meeting_of("env-2", "Environment Committee", date(2023, 9, 20), trees),
        meeting_of("loose", None, None, loose),
    )


@pytest.fixture(scope="session")
def settings() -> IndexSettings:
    """No Chroma: a store of it takes three seconds to make, and few tests look at it."""
    return IndexSettings(chroma_from=1_000_000, lock_wait=0.2)


@pytest.fixture
def empty(tmp_path: Path, settings: IndexSettings) -> Iterator[Library]:
    """A library that holds nothing yet."""
    with Library.open(tmp_path / "library", create=True, settings=settings) as library:
        yield library


@pytest.fixture
def library(empty: Library) -> Library:
    """A library of the fictional council, each meeting from a source of its own."""
    empty.ingest([Reading(Path(f"{meeting.id}.html"), (meeting,)) for meeting in council()])
    return empty
