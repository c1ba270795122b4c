"""The turns of phrase: what is missing in the source is said to be missing, never guessed."""

from datetime import date

import pytest

from assistant.answer.phrases import counted, day, item_of, listed, meeting_of, moved_by, outcome_of, place_of, vote_of
from index.model import MeetingHead
from ingest.records import Decision, Item, Speaker, Vote


@pytest.mark.parametrize(
    ("committee", "when", "told"),
    [
        ("Audit Committee", date(2024, 1, 30), "the Audit Committee on 30 January 2024"),
        ("The Executive", date(2024, 1, 3), "The Executive on 3 January 2024"),
        (None, date(2024, 1, 30), "a meeting on 30 January 2024 (committee not in the source)"),
        ("Audit Committee", None, "the Audit Committee (date not in the source)"),
        (None, None, "a meeting (committee and date not in the source)"),
    ],
)
def test_a_meeting(committee: str | None, when: date | None, told: str) -> None:
    assert meeting_of(MeetingHead(id="m", committee=committee, date=when)) == told


def test_an_item_and_its_place() -> None:
    assert item_of(Item(id="i", number="5.", title="Budget")) == "item 5, “Budget”"
    assert item_of(Item(id="i", title="Budget")) == "“Budget”"
    assert item_of(Item(id="i")) == "an item without a title"
    head = MeetingHead(id="m", committee="Cabinet", date=date(2024, 1, 3))
    assert place_of(head, Item(id="i", title="Budget")) == "the Cabinet on 3 January 2024, “Budget”"


@pytest.mark.parametrize(
    ("names", "told"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list(names: list[str], told: str) -> None:
    assert listed(names) == told


def test_counts_and_days() -> None:
    assert counted(1, "meeting") == "1 meeting"
    assert counted(2_000, "meeting") == "2,000 meetings"
    assert counted(2, "person", "people") == "2 people"
    assert day(None) == "date not in the source"


@pytest.mark.parametrize(
    ("vote", "told"),
    [
        (Vote(for_=6, against=4, abstentions=1), "6 for, 4 against, 1 abstention"),
        (Vote(for_=4, against=0, abstentions=0), "4 for, none against"),
        (Vote(for_=4), "4 for"),
    ],
)
def test_a_vote(vote: Vote, told: str) -> None:
    assert vote_of(vote) == told


def test_mover_seconder_and_outcome() -> None:
    decision = Decision(
        text="x", mover=Speaker(as_printed="Cllr A"), seconder=Speaker(as_printed="Cllr B"), outcome="referred"
    )
    assert moved_by(decision) == "moved by Cllr A, seconded by Cllr B"
    assert outcome_of(decision) == "referred on"
    assert moved_by(Decision(text="x")) is None
    assert outcome_of(Decision(text="x")) is None
