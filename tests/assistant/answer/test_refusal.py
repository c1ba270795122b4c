"""A refusal is plain: why, what was searched, what is nearest and is no answer."""

from datetime import date

import numpy as np
import pytest

from assistant.answer.refusal import (
    asked_back,
    cut_off,
    exempt,
    in_writing,
    no_date,
    no_such_item,
    not_taken,
    refusal,
    searched,
)
from assistant.evidence.pool import Found
from assistant.question import Question
from index.model import Filters, MeetingHead, Overview
from ingest.records import Item

HELD = Overview(
    meetings=3, items=9, decisions=4, committees=("Cabinet", "Council"), first=date(2022, 1, 4), last=date(2023, 5, 6)
)
QUESTION = Question("What about cycle lanes?", "What about cycle lanes?", "said", ("cycle", "lanes"), Filters())


def test_what_was_searched() -> None:
    assert searched(HELD, Filters()) == "Searched: 3 meetings of Cabinet and Council, 4 January 2022 to 6 May 2023."
    assert searched(Overview(), Filters()) == "The library is empty."
    assert searched(Overview(), Filters(committee="Cabinet")) == "No meeting in the library fits Cabinet."
    undated = searched(HELD.model_copy(update={"undated": 1}), Filters())
    assert undated.endswith("; 1 meeting without a date.")


def test_a_refusal_cites_nothing_and_names_what_is_nearest() -> None:
    near = Found(MeetingHead(id="m", committee="Cabinet"), Item(id="i", title="Roads"), 0.2, np.zeros(0, np.float32))
    answer = refusal(QUESTION, "The records hold nothing that answers this.", HELD, [near])
    assert (answer.answered, answer.citations) == (False, ())
    assert answer.answer.splitlines()[-2:] == [
        "Nearest in the records, though not an answer:",
        "- Roads, Cabinet, date not in the source",
    ]
    assert answer.suggestions[0].item_title == "Roads"


def test_a_question_without_a_subject_is_asked_back_with_counts() -> None:
    answer = asked_back(QUESTION, HELD)
    assert not answer.answered
    assert "9 items and 4 decisions" in answer.answer


@pytest.mark.parametrize(
    ("reason", "holds"),
    [
        (exempt(Item(id="i", title="Land sale")), "“Land sale” is exempt"),
        (cut_off(Item(id="i", title="Trees")), "break off"),
        (not_taken(Item(id="i", title="Trees")), "withdrawn or not put"),
        (in_writing(Item(id="i", title="Trees")), "answered in writing"),
        (no_date(Item(id="i", title="Trees")), "date is not in the source"),
        (no_such_item("9"), "item 9"),
    ],
)
def test_every_reason_is_a_sentence(reason: str, holds: str) -> None:
    assert holds in reason
    assert reason.endswith(".")
