"""What sort of answer a question wants, and which sentences hold one."""

import pytest

from assistant.evidence.sentences import sentences_of
from assistant.evidence.wanted import left_out, wanted_by
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


@pytest.mark.parametrize(
    ("question", "answer", "lacking"),
    [
        ("How much did the trees cost?", "Mrs Lamb said that the trees had been dear.", "sum"),
        ("How much did the trees cost?", "Mrs Lamb said that they had come to £40 each.", None),
        ("How much did the trees cost?", "2. That the trees be felled.", "sum"),
        ("What rent does the kiosk pay?", "The kiosk had been let to Mr Grey.", "sum"),
        ("When will the trees be felled?", "They will be felled by Mr Grey.", "day"),
        ("When Mrs Lamb counted the trees, how tall were they?", "Mrs Lamb found them small.", None),
        ("How much do the wardens know of trees?", "The wardens knew every tree.", None),
        ("How many trees were felled?", "Mrs Lamb said that trees had been felled.", "number"),
        ("How many trees were felled?", "Mrs Lamb said that no tree had been felled.", None),
        ("When will the pond be dug?", "Mr Grey said that the pond would be dug.", "day"),
        ("When will the pond be dug?", "Mr Grey said that it would be dug before the summer.", None),
        ("Why was it late?", "Mr Grey said that the pond would be dug.", None),
    ],
)
def test_what_is_plainly_asked_for_is_missed(question: str, answer: str, lacking: str | None) -> None:
    assert left_out(question, answer) == lacking
