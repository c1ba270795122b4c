"""Decisions as minutes print them: each text with the decisions that a reader finds in it."""

import re
from pathlib import Path

import pytest

from ingest.draft import Block, RecordedVote, place
from ingest.people import Roster
from ingest.records import Attendee, Decision
from ingest.resolutions import find_decisions

TABLE = Path(__file__).with_name("decisions.txt")
ROSTER = Roster.of([Attendee(name="Councillor Miriam Aldous", role="Chair")])


def blocks_of(text: str) -> tuple[Block, ...]:
    blocks = []
    for line in text.split("\n"):
        marker = re.match(r"\(?[a-z0-9]{1,3}[.)](?=\s)", line)
        blocks.append(Block(line, "numbered", marker[0]) if marker else Block(line))
    return tuple(blocks)


def shown(decision: Decision) -> str:
    """A decision in one line: number, mover, seconder, outcome, vote."""
    vote = decision.vote and f"{decision.vote.for_}-{decision.vote.against}-{decision.vote.abstentions}"
    people = [person.as_printed if person else "–" for person in (decision.mover, decision.seconder)]
    return " | ".join([decision.number or "–", *people, decision.outcome or "–", vote or "–"])


def _cases() -> list[tuple[str, list[str]]]:
    """From the table: a text, and below it a line for each decision, beginning with "="."""
    cases = []
    for entry in TABLE.read_text().strip().split("\n\n"):
        lines = entry.split("\n")
        text = "\n".join(line for line in lines if not line.startswith("= "))
        cases.append((text, [line.removeprefix("= ") for line in lines if line.startswith("= ")]))
    return cases


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_the_decisions_that_a_reader_finds(text: str, expected: list[str]) -> None:
    decisions = find_decisions(place(blocks_of(text)), roster=ROSTER)
    assert [shown(decision) for decision in decisions] == expected


def test_a_decision_printed_twice_is_one() -> None:
    minutes = place(blocks_of("Members spoke.\nRESOLVED: That the lease of the depot be renewed for ten years."))
    apart = blocks_of("That the lease of the depot be renewed for ten years.")
    (decision,) = find_decisions(minutes, apart=apart, roster=ROSTER)
    assert decision.start == 15


def test_a_decision_printed_apart_has_the_motion_of_the_minutes() -> None:
    minutes = place(blocks_of("Councillor Hale moved, and Councillor Dunn seconded, that the fees be frozen."))
    (decision,) = find_decisions(minutes, apart=blocks_of("That the fees be frozen."), roster=ROSTER)
    assert shown(decision) == "– | Councillor Hale | Councillor Dunn | agreed | –"
    assert decision.start is None
    assert decision.text == "That the fees be frozen."


def test_a_heading_is_no_word_of_the_decision() -> None:
    minutes = place(blocks_of("Decisions\n1. To note the report.\n2. To receive a further one."))
    assert [decision.text for decision in find_decisions(minutes, roster=ROSTER)] == [
        "1. To note the report.",
        "2. To receive a further one.",
    ]


def test_the_chair_as_mover_has_the_name_of_the_roster() -> None:
    minutes = place(blocks_of("It was moved by the Chair, seconded by Cllr Lee and RESOLVED that the plan be adopted."))
    (decision,) = find_decisions(minutes, roster=ROSTER)
    assert decision.mover is not None
    assert (decision.mover.as_printed, decision.mover.name) == ("the Chair", "Miriam Aldous")


def test_a_table_of_votes_adds_what_nobody_tells() -> None:
    lost = RecordedVote("Amendment 1", "To delete the charge", "Amendment defeated")
    (decision,) = find_decisions(place(()), votes=[lost], roster=ROSTER)
    assert (decision.text, decision.outcome) == ("To delete the charge", "lost")
