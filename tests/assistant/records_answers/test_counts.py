"""Counts, lists, overviews and comparisons on the sample records are complete and cited."""

import re

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("How many decisions were made about libraries?", r"The records show \d+ decisions on this"),
        ("List all decisions about libraries", r"The records show \d+ decisions on this, oldest first"),
        ("List all items about libraries", r"The records show \d+ items on this, oldest first"),
        ("How often have potholes been discussed?", r"It came up at \d+ meetings"),
        ("Anything on libraries?", r"It came up at \d+ meetings, .* to .*"),
    ],
)
def test_the_first_sentence_answers(composing: Assistant, question: str, begins: str) -> None:
    assert re.match(begins, composing.ask(question).answer)


def test_a_count_is_that_of_the_lines(composing: Assistant) -> None:
    answer = composing.ask("How many decisions were made about libraries?")
    count = int(re.search(r"show (\d+) decision", answer.answer)[1])
    assert count == len([one for one in answer.citations if one.part == "decision"]) == len(answer.citations)


def test_a_list_is_in_order_of_date(composing: Assistant) -> None:
    dates = [one.date for one in composing.ask("List all decisions about libraries").citations]
    assert dates == sorted(dates)


def test_an_overview_offers_ways_to_narrow(composing: Assistant) -> None:
    last = composing.ask("Anything on libraries?").answer.splitlines()[-1]
    assert last.startswith("To narrow it, name a committee or a year: ")
    assert re.search(r"20\d\d \(\d+\)", last)


def test_both_sides_are_compared(composing: Assistant) -> None:
    answer = composing.ask("Compare what was said about co-sleeping in October 2022 and January 2024")
    assert {(one.date.year, one.date.month) for one in answer.citations} == {(2022, 10), (2024, 1)}
    assert "In October 2022:" in answer.answer
    assert "In January 2024:" in answer.answer
