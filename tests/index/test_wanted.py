"""What kind of passage a question wants, and that such passages move up."""

import numpy as np
import pytest

from index.nature import Nature
from index.wanted import dated, leaning, wanted


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("What was decided on 8 March 2023?", ((2023, 3, 8),)),
        ("the meeting of the 8th March", ((0, 3, 8),)),
        ("What did the police say in October 2022?", ((2022, 10, 0),)),
        ("How big was the backlog in 2024?", ((2024, 0, 0),)),
        ("Was it raised in May or June?", ((0, 5, 0), (0, 6, 0))),
        ("What may the Chair do?", ()),
        ("the accounts of 2021/22", ()),
    ],
)
def test_days_are_read_as_far_as_they_are_said(question: str, days: tuple[tuple[int, int, int], ...]) -> None:
    assert wanted(question).days == days


def test_a_day_fits_what_is_said_of_it_and_no_undated_meeting() -> None:
    days = np.array([20230308, 20230412, 20220308, 0])
    assert (dated(wanted("in March 2023"), days) > 0).tolist() == [True, False, False, False]
    assert (dated(wanted("in March"), days) > 0).tolist() == [True, False, True, False]
    assert not dated(wanted("on potholes"), days).any()


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("What was decided about trees?", Nature.DECISION, Nature(0)),
        ("How did the vote on trees go?", Nature.DECISION, Nature.FIGURE),
        ("What was said about trees?", Nature(0), Nature.QUESTION),
        ("What was said about trees?", Nature(0), Nature.AGENDA),
        ("How many trees were felled?", Nature.FIGURE, Nature(0)),
        ("Why were the trees felled?", Nature.REASON, Nature(0)),
    ],
)
def test_the_wanted_kind_of_passage_moves_up(question: str, better: Nature, worse: Nature) -> None:
    first, second = leaning(wanted(question), np.array([better, worse]))
    assert first > second


def test_who_asked_is_answered_by_a_question() -> None:
    assert leaning(wanted("Who asked about trees?"), np.array([Nature.QUESTION]))[0] > -0.05
