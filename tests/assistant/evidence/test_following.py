"""What follows in the minutes on what a reply told is likelier to answer the question that leans on the reply."""

from dataclasses import replace

import pytest

from assistant.evidence.following import following
from assistant.evidence.sentences import Sentence, sentences_of
from tests.assistant.evidence.conftest import HEAD


@pytest.fixture
def told(made_item) -> list[Sentence]:
    item = made_item(
        ("Mr Grey", "Mr Grey said that ten trees by the pond were dead."),
        ("Mrs Lamb", "Mrs Lamb asked for a date by which they would be felled."),
        ("Mr Hogg", "Mr Hogg promised the end of May."),
        ("Mr Hogg", "Mr Hogg had the saws ready."),
        ("Mr Bray", "Mr Bray spoke of benches."),
        ("Mr Bray", "Mr Bray wanted six more."),
    )
    return sentences_of(HEAD, item)


def _leaning(question, reply: str):
    return replace(question, lean=0.9, reply=reply)


def test_the_nearer_behind_what_was_told_the_more(told, asked) -> None:
    question = _leaning(asked("What was she promised?"), "She asked for a date by which the trees would be felled.")
    assert following(question, told).tolist() == [0.0, 0.0, 1.0, 1.0, 0.7, 0.4]


def test_a_quoted_sentence_is_the_one_told(told, asked) -> None:
    question = _leaning(asked("And then?"), f"Mr Hogg is recorded: “{told[2].text}” [1]")
    assert following(question, told).tolist() == [0.0, 0.0, 0.0, 1.0, 1.0, 0.7]


def test_nothing_follows_on_a_reply_that_tells_of_nothing_found(told, asked) -> None:
    assert not following(_leaning(asked("And then?"), "The library opens on Sundays."), told).any()
    assert not following(asked("What was said about trees?"), told).any()
    assert following(_leaning(asked("And then?"), "Trees."), []).size == 0
