"""The days that a question speaks of, counted from the last recorded meeting."""

from datetime import date

import pytest

from assistant.question.dates import Calendar, Days, all_days_of, check_order, counts_from_before, days_of, meeting_days
from ingest.errors import MinutebookError

MEETINGS = (date(2022, 6, 14), date(2022, 11, 8), date(2023, 3, 7), date(2023, 10, 17), date(2024, 1, 23))
CALENDAR = meeting_days(MEETINGS, date(2025, 1, 1))
SPOKEN_OF = Calendar(CALENDAR.reference, MEETINGS, Days(date(2023, 3, 7), date(2023, 3, 7), "on 7 March 2023"))


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What was agreed on 17 October 2023?", "2023-10-17", "2023-10-17"),
        ("What was agreed on Tuesday 17th October 2023?", "2023-10-17", "2023-10-17"),
        ("What was agreed on 17/10/2023?", "2023-10-17", "2023-10-17"),
        ("What was agreed on 2023-10-17?", "2023-10-17", "2023-10-17"),
        ("What was said in March 2023?", "2023-03-01", "2023-03-31"),
        ("What was said last March?", "2023-03-01", "2023-03-31"),
        ("What was said in November?", "2022-11-01", "2022-11-30"),
        ("What was said at the June meeting?", "2022-06-01", "2022-06-30"),
        ("What was said in 2023?", "2023-01-01", "2023-12-31"),
        ("What was said in 2022/23?", "2022-05-01", "2023-04-30"),
        ("What was said in the 2022/23 municipal year?", "2022-05-01", "2023-04-30"),
        ("What was said last year?", "2023-01-01", "2023-12-31"),
        ("What was said in the spring of 2023?", "2023-03-01", "2023-05-31"),
        ("What was said in winter 2023?", "2023-12-01", "2024-02-29"),
        ("What was said in Q3 2022?", "2022-07-01", "2022-09-30"),
        ("What was said in early 2023?", "2023-01-01", "2023-04-30"),
        ("What was said between June 2022 and March 2023?", "2022-06-01", "2023-03-31"),
        ("What has been said since March 2023?", "2023-03-01", None),
        ("What has been said since the election?", "2023-05-05", None),
        ("Who was missing from the March 2023 Council meeting?", "2023-03-01", "2023-03-31"),
        ("What was said before 2023?", None, "2022-12-31"),
        ("What was said after 7 March 2023?", "2023-03-08", None),
        ("What was said two years ago?", "2022-01-01", "2022-12-31"),
        ("What was said at the last meeting?", "2024-01-23", "2024-01-23"),
        ("What was said at the last planning meeting?", "2024-01-23", "2024-01-23"),
        ("What was said at the previous meeting?", "2023-10-17", "2023-10-17"),
    ],
)
def test_days_of_a_question(question: str, first: str | None, last: str | None) -> None:
    days = days_of(question, CALENDAR)
    assert days is not None
    assert (days.first, days.last) == (_day(first), _day(last))
    assert days.typed in question


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("And since then?", "2023-03-07", None),
        ("And before that?", None, "2023-03-07"),
        ("How many was it in the end?", "2023-03-07", None),
        ("And seven months later?", "2023-10-01", "2023-10-31"),
        ("And the year before?", "2022-01-01", "2022-12-31"),
        ("And the following year?", "2024-01-01", "2024-12-31"),
        ("And at the next meeting?", "2023-10-17", "2023-10-17"),
        ("And at the previous meeting?", "2022-11-08", "2022-11-08"),
    ],
)
def test_days_counted_from_those_spoken_of(question: str, first: str | None, last: str | None) -> None:
    days = days_of(question, SPOKEN_OF)
    assert days is not None
    assert (days.first, days.last) == (_day(first), _day(last))


@pytest.mark.parametrize(
    "question",
    [
        "What may happen to the pool?",
        "What was said of the march through the town?",
        "What was said about application 22/01187/FUL?",
        "What was said about the council tax for 2023/24?",
        "And since then?",
        "What was agreed on 31 June 2023?",
    ],
)
def test_what_names_no_day(question: str) -> None:
    days = days_of(question, CALENDAR)
    assert days is None or "2023" in days.typed


def test_all_days_in_the_order_of_the_question() -> None:
    found = all_days_of("Compare what was said in October 2022 with 23 January 2024 and 2021.", CALENDAR)
    assert [(one.first, one.last) for one in found] == [
        (date(2022, 10, 1), date(2022, 10, 31)),
        (date(2024, 1, 23), date(2024, 1, 23)),
        (date(2021, 1, 1), date(2021, 12, 31)),
    ]


def test_a_stretch_covers_its_days_and_no_unknown_one() -> None:
    stretch = Days(date(2023, 1, 1), None, "since 2023")
    assert stretch.covers(date(2024, 1, 1))
    assert not stretch.covers(date(2022, 12, 31))
    assert not stretch.covers(None)


def test_dates_the_wrong_way_round() -> None:
    with pytest.raises(MinutebookError, match="wrong way round"):
        check_order(date(2023, 2, 1), date(2023, 1, 1))
    check_order(date(2023, 1, 1), None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("question", "leans"),
    [
        ("How many had used it by the following meeting?", True),
        ("Were they on course when the committee met again?", True),
        ("Had it improved two months later?", True),
        ("What was said in May 2023?", False),
        ("Who met the tenants?", False),
    ],
)
def test_days_that_are_counted_from_those_spoken_of(question: str, leans: bool) -> None:
    assert counts_from_before(question) is leans


def test_the_committee_met_again_at_its_next_meeting() -> None:
    found = days_of("Were they on course when the committee met again?", SPOKEN_OF)
    assert found == Days(date(2023, 10, 17), date(2023, 10, 17), "when the committee met again")
