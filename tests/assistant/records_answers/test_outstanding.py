"""The decision tracker, over the sample records: what was asked for, and what never came."""

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    "question",
    ["Which promised reports are outstanding?", "What is still outstanding?", "Show me the decision tracker."],
)
def test_what_never_came_is_told_of_all_meetings(composing: Assistant, question: str) -> None:
    answer = composing.ask(question)
    quotes = " ".join(one.quote for one in answer.citations)
    assert answer.answered
    assert "options for parity of allowances for kinship carers" in quotes
    assert "a report on enforcement powers be received on 14 November 2023" in quotes
    assert answer.citations[0].date is not None


def test_what_came_is_not_outstanding(composing: Assistant) -> None:
    answer = composing.ask("Which promised reports are outstanding?")
    assert not any("a report on domestic abuse" in one.quote for one in answer.citations)


def test_the_tracker_of_one_committee(composing: Assistant) -> None:
    answer = composing.ask("What is outstanding from the Communities and Environment committee?")
    assert {one.committee for one in answer.citations} == {
        "Communities and Environment Overview and Scrutiny Committee"
    }
    assert len(answer.citations) == 2


def test_the_tracker_of_one_subject_shows_what_came(composing: Assistant) -> None:
    answer = composing.ask("What requests about the school transport contract are outstanding?")
    assert answer.answered
    assert "asked for something" in answer.answer


def test_nothing_asked_for_is_refused(composing: Assistant) -> None:
    assert not composing.ask("What is outstanding from the Licensing Sub-Committee?").answered
