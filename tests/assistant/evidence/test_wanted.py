"""What sort of answer a question wants, and which sentences hold one."""

import pytest

from assistant.evidence.sentences import sentences_of
from assistant.evidence.wanted import wanted_by
from index.model import MeetingHead


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("How many trees were felled?", "There were forty of them.", "They were felled."),
        ("When will it be done?", "It will be done by Easter.", "It will be done."),
        ("Why was it late?", "It was late because of the rain.", "It was late again."),
        ("What was promised?", "He undertook to write to them.", "He had no letter."),
    ],
)
def test_a_sentence_that_holds_what_is_wanted(made_item, question: str, answer: str, other: str) -> None:
    fits, fails = sentences_of(MeetingHead(id="m1"), made_item((None, answer), (None, other)))
    wanted = wanted_by(question)
    assert wanted.share_in(fits) == 1.0
    assert wanted.share_in(fails) == 0.0


def test_nothing_particular_is_wanted(made_item) -> None:
    (sentence,) = sentences_of(MeetingHead(id="m1"), made_item((None, "There were forty by Easter.")))
    assert wanted_by("What was said about trees?").share_in(sentence) == 0.0
