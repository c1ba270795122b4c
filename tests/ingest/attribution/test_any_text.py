"""What holds for any text at all: slices, every sentence once, nobody made up, time in proportion."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.attribution import attribute
from ingest.draft import Block, PlacedMinutes, place
from ingest.people import Roster
from ingest.records import Attendee, Decision, Item, Meeting, Speaker, Statement, faults
from ingest.resolutions import find_decisions

ROSTER = Roster.of([Attendee(name="Councillor Ann Hale", role="Chair"), Attendee(name="Mr Bo Dunn")])
FRAGMENTS = (
    "Councillor Hale,Mr Dunn,The Chair,the Head of Audit (Risk),a Member,Members,She,he,they,said that,asked whether,"
    "replied,moved,seconded by,it was noted,RESOLVED that,In response to,and,but,; ,, who,from GMP,the report be noted,"
    "“No,”,.,:,(Chair),by 5 votes to 3,Both,Question from,Answer:,deferred to,,Dr,was thanked,AB,O’Neill,’s,1.,(a)"
).split(",")
phrases = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(" ".join)
words = st.one_of(phrases, st.text(max_size=120), phrases.map(lambda text: text + "."))
block_lists = st.lists(
    st.builds(
        Block,
        words.map(lambda text: " ".join(text.split())),
        st.sampled_from(["paragraph", "bullet", "numbered", "heading", "row"]),
        st.sampled_from([None, "•", "1.", "(a)"]),
    ),
    max_size=8,
)
Read = tuple[PlacedMinutes, tuple[Statement, ...], tuple[Decision, ...]]


def read(blocks: list[Block], *, transcript: bool = False) -> Read:
    minutes = place(tuple(blocks))
    decisions = find_decisions(minutes, roster=ROSTER)
    return minutes, attribute(minutes, decisions=decisions, roster=ROSTER, transcript=transcript), decisions


@settings(max_examples=300, deadline=None)
@given(block_lists, st.booleans())
def test_statements_and_decisions_hold_every_sentence_once_in_order(blocks: list[Block], transcript: bool) -> None:
    minutes, statements, decisions = read(blocks, transcript=transcript)
    item = Item(id="item", minutes=minutes.text, statements=statements, decisions=decisions)
    assert list(faults(Meeting(id="meeting", items=(item,)))) == []
    starts = [statement.start for statement in statements]
    assert starts == sorted(starts)
    assert bool(statements or decisions) == bool(minutes.text.strip())


@settings(max_examples=300, deadline=None)
@given(block_lists)
def test_nobody_is_made_up(blocks: list[Block]) -> None:
    minutes, statements, decisions = read(blocks)
    people = [one for said in statements for one in (*said.speakers, said.asker)]
    people += [one for decision in decisions for one in (decision.mover, decision.seconder)]
    for person in people:
        assert person is None or _is_printed(person, minutes.text)


def _is_printed(speaker: Speaker, text: str) -> bool:
    """Whether each word of the form stands in the text; of "Councillors Hale and Dunn" one is "Councillor Dunn"."""
    return all(word in text for word in re.findall(r"\w+", speaker.as_printed))


@pytest.mark.parametrize(
    "piece",
    [
        "A ",
        "Councillors A, B, ",
        "Both ",
        "and he said ",
        ", she said, and ",
        "X, the Head of A, ",
        "In response to A from B about C ",
        "moved by A, ",
        "was noted by ",
        "“",
        "A/B ",
        "1. ",
    ],
)
def test_the_longest_sentence_that_is_read_takes_little_time(piece: str) -> None:
    started = time.process_time()
    read([Block((piece * 8000)[:7990])])
    assert time.process_time() - started < 1.5


def test_what_is_too_long_for_prose_is_one_statement_of_nobody() -> None:
    before, behind = Block("The Chair said that it was late."), Block("She was glad.")
    started = time.process_time()
    _, statements, decisions = read([before, Block("Mr Dunn said RESOLVED that " * 80_000), behind])
    assert [len(one.speakers) for one in statements] == [1, 0, 0]
    assert not decisions
    assert time.process_time() - started < 1.5


def test_a_sentence_without_end_is_nobodys() -> None:
    _, statements, _ = read([Block("Mr Dunn said that " + "it was late and " * 1000)])
    assert [one.speakers for one in statements] == [()]
