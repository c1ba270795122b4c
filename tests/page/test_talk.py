"""A conversation: it grows, is remembered, and every citation of every turn can be opened."""

from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.model import Answer, Citation
from assistant.page.talk import Talk, narrowed, opened, reply
from index import Library
from index.model import Filters
from ingest.errors import MinutebookError

FIRST = "What did the police say about child protection teams?"


def asked(library: Library, talk: Talk, question: str) -> Talk:
    """The conversation after one more question."""
    *_, (_, grown) = reply(Assistant(library), talk, question, Filters())
    assert grown is not None
    return grown


def test_the_text_comes_before_the_whole(held: Library) -> None:
    *pieces, (whole, grown) = reply(Assistant(held), Talk(), FIRST, Filters())
    assert pieces
    assert all(one is None for _, one in pieces)
    assert pieces[-1][0] == whole
    assert grown is not None
    assert grown.exchanges[0][0] == FIRST


def test_a_follow_up_leans_on_what_was_said(held: Library) -> None:
    talk = asked(held, asked(held, Talk(), FIRST), "And what was decided?")
    assert "child protection" in talk.answers[1].question
    assert [turn.role for turn in talk.turns] == ["user", "assistant", "user", "assistant"]


def test_every_citation_and_suggestion_of_every_turn_opens(held: Library) -> None:
    talk = asked(held, asked(held, Talk(), FIRST), "What was said about the Eurovision song contest in Malmö?")
    answer, refusal = talk.answers
    for citation in answer.citations:
        assert "<mark>" in opened(held, talk, f"cite-0-{citation.number}")
    assert refusal.suggestions
    for number in range(len(refusal.suggestions)):
        assert "<mark>" not in opened(held, talk, f"near-1-{number}") != ""


def test_a_name_on_the_roster_opens_the_roster(held: Library) -> None:
    meeting = next(one for head in held.meetings() if (one := held.meeting(head.id)).attendance and one.items)
    name = meeting.attendance[0].name
    cited = Citation(number=1, meeting_id=meeting.id, item_id=meeting.items[0].id, part="agenda", quote=name)
    talk = Talk(("Who attended?",), (Answer(answered=True, answer="[1]", citations=(cited,)),))
    page = opened(held, talk, "cite-0-1")
    assert f"<mark>{name}</mark>" in page
    assert page.count("<li>") >= len(meeting.attendance)


@pytest.mark.parametrize("key", ["", "cite", "cite-9-1", "cite-0-99", "near-0-7", "cite-0-x", "cite--1-1", "cite-²-1"])
def test_a_key_of_nothing_opens_nothing(held: Library, key: str) -> None:
    assert opened(held, asked(held, Talk(), FIRST), key) == ""


@pytest.mark.parametrize("question", ["", "  \n ", "why " * 2500])
def test_what_cannot_be_asked_is_said_in_a_sentence(held: Library, question: str) -> None:
    with pytest.raises(MinutebookError, match=r"question (is empty|has 9,999 characters)"):
        list(reply(Assistant(held), Talk(), question, Filters()))


def test_an_empty_library_is_said_to_be_empty(tmp_path: Path) -> None:
    with (
        Library.open(tmp_path / "library", create=True) as library,
        pytest.raises(MinutebookError, match="This library is empty"),
    ):
        list(reply(Assistant(library), Talk(), FIRST, Filters()))


@pytest.mark.parametrize("typed", ["2023-03-08", "8 March 2023", " Wednesday, 8th March, 2023 "])
def test_a_date_is_taken_as_people_write_it(typed: str) -> None:
    assert narrowed("", None, typed, "") == Filters(date_from=date(2023, 3, 8))


def test_what_is_no_date_is_said_in_a_sentence() -> None:
    with pytest.raises(MinutebookError, match="“soon” is not a date"):
        narrowed("Cabinet", "Teague", "soon", None)
