"""The sample records as they are read: how many, from when, and that nothing exempt comes through."""

from pathlib import Path

import pytest

from ingest import Reading, Unread, read_paths
from ingest.records import Item, Meeting, faults

CO_SLEEPING = "the work that had taken place to raise the dangers of co-sleeping"
EXEMPT = ("Juniper", "utility room", "younger child")


@pytest.fixture(scope="module")
def readings(samples: Path) -> list[Reading | Unread]:
    return list(read_paths([samples / "records"], processes=1))


@pytest.fixture(scope="module")
def meetings(readings: list[Reading | Unread]) -> list[Meeting]:
    return [meeting for reading in readings if isinstance(reading, Reading) for meeting in reading.meetings]


@pytest.fixture(scope="module")
def items(meetings: list[Meeting]) -> list[Item]:
    return [item for meeting in meetings for item in meeting.items]


def test_every_source_is_read_and_every_record_is_sound(
    readings: list[Reading | Unread], meetings: list[Meeting]
) -> None:
    assert [reading for reading in readings if isinstance(reading, Unread)] == []
    assert [fault for meeting in meetings for fault in faults(meeting)] == []


def test_the_size_that_is_promised(meetings: list[Meeting], items: list[Item]) -> None:
    assert len(meetings) == 26
    assert len({meeting.committee for meeting in meetings if meeting.committee}) == 9
    assert len(items) == 140
    days = sorted(meeting.date for meeting in meetings if meeting.date)
    assert (days[0].isoformat(), days[-1].isoformat()) == ("2022-06-14", "2025-02-11")


def test_only_what_the_source_says_is_said(meetings: list[Meeting]) -> None:
    undated = [meeting for meeting in meetings if meeting.date is None]
    assert [(meeting.committee, meeting.organisation) for meeting in undated] == [(None, None)]
    told = next(meeting for meeting in meetings if meeting.source.path and "infant-mortality" in meeting.source.path)
    assert (told.committee, str(told.date)) == ("Health and Wellbeing Board", "2023-11-07")


def test_drafts_a_cancelled_meeting_and_an_item_cut_off(meetings: list[Meeting], items: list[Item]) -> None:
    assert [str(meeting.date) for meeting in meetings if meeting.status == "cancelled"] == ["2023-11-14"]
    assert [str(meeting.date) for meeting in meetings if meeting.status == "draft"] == ["2024-12-03", "2025-02-11"]
    assert [item.number for item in items if item.truncated] == ["36"]


def test_nothing_exempt_comes_through(meetings: list[Meeting], items: list[Item]) -> None:
    restricted = [item for item in items if item.restricted]
    assert len(restricted) == 4
    assert all(item.minutes == "" and not item.decisions for item in restricted)
    everything = " ".join(meeting.to_json() for meeting in meetings)
    assert [word for word in EXEMPT if word in everything] == []


def test_the_assistant_director_speaks_of_co_sleeping_in_answer_to_a_member(items: list[Item]) -> None:
    (statement,) = [one for item in items for one in item.statements if CO_SLEEPING in one.text]
    (speaker,) = statement.speakers
    assert speaker.as_printed == "The Assistant Director (Safeguarding and Practice)"
    assert statement.asker is not None
    assert statement.asker.as_printed == "a Member"


def test_two_councillors_of_one_surname_are_two_people(items: list[Item]) -> None:
    culvert = next(item for item in items if item.title == "Ownership of the Mill Lane Culvert")
    lost = next(decision for decision in culvert.decisions if decision.outcome == "lost")
    assert lost.mover is not None
    assert lost.seconder is not None
    assert (lost.mover.name, lost.seconder.name) == ("Joan Pellow", "Rhys Pellow")
