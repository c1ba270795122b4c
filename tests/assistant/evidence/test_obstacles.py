"""What stands against an answer: here, an answer that was left to be given in writing."""

from dataclasses import replace

import pytest

from assistant.evidence.obstacles import could_not_say, cut_short, left_to_writing, not_answered_yet, not_taken_item
from assistant.evidence.points import point_at


@pytest.mark.parametrize(
    ("question", "told", "left"),
    [
        ("What answer did Mr Grey get about the oak?", "He asked for a written answer instead.", True),
        ("What was the response to Mr Grey?", "The Chair said that he would reply to him in writing.", True),
        ("What reply did Mr Grey get?", "It touches on an exempt report, and will be answered in private.", True),
        ("What answer did Mr Grey get about the oak?", "The Chair answered that it was sound.", False),
        ("What did the Chair say about the oak?", "The Chair said that he would reply to him in writing.", False),
    ],
)
def test_an_answer_left_to_be_written_is_none(made_item, scored, asked, question: str, told: str, left: bool) -> None:
    item = made_item(("Mr Lamb", told))
    points = [point_at(scored(item, 1.0)[0])]
    assert left_to_writing(asked(question), points) == (item if left else None)


@pytest.mark.parametrize(
    ("question", "told", "silent"),
    [
        ("What concerns did members raise about the oak?", "Deferred at the request of the owner.", True),
        ("Why was the oak put off?", "Deferred at the request of the owner.", False),
        ("What is happening with the oak?", "Deferred at the request of the owner.", False),
        ("What concerns did members raise about the oak?", "Concern was raised about its roots.", False),
    ],
)
def test_nothing_was_said_of_what_was_only_put_off(
    made_item, scored, asked, question: str, told: str, silent: bool
) -> None:
    item = made_item((None, told))
    found = scored(item, 1.0)
    assert not_taken_item(asked(question), [point_at(found[0])], found) == (item if silent else None)


def test_somebody_is_heard_on_what_was_put_off(made_item, scored, asked) -> None:
    item = made_item(("Mr Lamb", "Mr Lamb feared for its roots."), (None, "It was deferred."))
    found = scored(item, 1.0, 0.5)
    points = [point_at(one) for one in found]
    assert not_taken_item(asked("What concerns did members raise about the oak?"), points, found) is None


def test_a_question_that_was_not_put_has_no_answer(made_item, scored, asked) -> None:
    sound = "Mr Lamb answered that the oak was sound" + ", and the next one too" * 20 + "."
    item = made_item(("Mr Lamb", sound), (None, "The question of Mr Grey was not put, as he had left."))
    found = scored(item, 1.0, 0.4)
    points = [point_at(found[0])]
    assert not_taken_item(asked("What was the answer to Mr Grey about the oak?"), points, found) == item
    assert not_taken_item(asked("What was the answer to Mr Hogg about the oak?"), points, found) is None


@pytest.mark.parametrize(
    ("question", "told", "waiting"),
    [
        ("What reply did Marsh Homes send about the oak?", "Marsh Homes had not answered his letter.", True),
        ("How has Marsh Homes responded?", "There was no reply yet from Marsh Homes.", True),
        ("What reply did Marsh Homes send about the oak?", "Marsh Homes had written that it was sound.", False),
        ("What reply did Marsh Homes send about the oak?", "Pond Homes had not answered his letter.", False),
        ("Has Marsh Homes replied?", "Marsh Homes had not answered his letter.", False),
    ],
)
def test_who_has_not_answered_gave_no_reply(made_item, scored, asked, question: str, told: str, waiting: bool) -> None:
    item = made_item((None, told))
    assert not_answered_yet(asked(question), scored(item, 1.0)) == (item if waiting else None)


@pytest.mark.parametrize(
    ("question", "said", "untold"),
    [
        ("How many oaks were dead?", ["He could not say how many of the 74 oaks were dead."], True),
        ("What are the oaks being sold for?", ["The sale is in the hall.", "I can't give you that tonight."], True),
        ("What are the oaks being sold for?", ["They go for £40.", "I can't give you that tonight."], False),
        ("Who said that the oaks were dead?", ["Mr Lamb said so.", "He could not give an officer every night."], False),
        ("Why were the oaks dead?", ["He could not say why the oaks were dead."], False),
        ("How many oaks were dead?", ["He could not give way, with 74 dead oaks."], False),
    ],
)
def test_what_could_not_be_said_then_is_not_known(
    made_item, scored, asked, question: str, said: list[str], untold: bool
) -> None:
    item = made_item(*(("Mr Lamb", text) for text in said))
    points = [point_at(one) for one in scored(item, *[1.0] * len(said))]
    assert could_not_say(asked(question), points) == (item if untold else None)


def test_what_breaks_off_is_cut_short_where_it_holds_as_much_of_the_subject(made_item, scored) -> None:
    item = made_item(
        ("Mr Lamb", "Mr Lamb said that an oak fell."),
        ("Mr Hogg", "Mr Hogg then asked which oak fell and the"),
        truncated=True,
    )
    whole, broken = (point_at(one) for one in scored(item, 1.0, 0.9))
    assert cut_short([whole, broken]) == item
    assert cut_short([replace(whole, scored=replace(whole.scored, coverage=0.9)), broken]) is None
    assert cut_short([whole]) is None
