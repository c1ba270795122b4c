"""Answers for each committee become one, with one run of numbers."""

from assistant.answer.merging import for_each
from assistant.model import Answer, Citation


def _answer(quote: str) -> Answer:
    citation = Citation(number=1, meeting_id=quote, item_id="i", quote=quote)
    return Answer(answered=True, answer=f"It was said: “{quote}” [1]", citations=(citation,))


def test_numbers_run_on() -> None:
    told = for_each({"Cabinet": _answer("a"), "Council": _answer("b")})
    assert told is not None
    text, citations = told
    assert text == "Cabinet:\nIt was said: “a” [1]\n\nCouncil:\nIt was said: “b” [2]"
    assert [(one.number, one.quote) for one in citations.given] == [(1, "a"), (2, "b")]


def test_a_committee_without_an_answer_is_named() -> None:
    told = for_each({"Cabinet": _answer("a"), "Planning Committee": Answer(answered=False, answer="No.")})
    assert told is not None
    assert told[0].endswith("Nothing that answers this was found for the Planning Committee.")


def test_where_nobody_answers_there_is_no_answer() -> None:
    assert for_each({"Cabinet": Answer(answered=False, answer="No.")}) is None
