"""Dates and times as councils print them; what is no whole date gives none."""

from datetime import date

import pytest

from ingest.dates import find_date, find_time, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday 8 March 2023",
        "8th March, 2023",
        "the 8th day of March 2023",
        "March 8, 2023",
        "Wed., 8 Mar 2023",
        "08/03/2023",
        "8.3.2023",
        "2023-03-08",
        "8 Mawrth 2023",
        "8-Mar-2023",
        "WEDNESDAY, 8 MARCH 2023",
    ],
)
def test_forms_of_one_date(text: str) -> None:
    found = find_date(f"Cabinet - {text}, Town Hall")
    assert found is not None
    assert found.date == date(2023, 3, 8)


@pytest.mark.parametrize(
    "text", ["31 June 2023", "8 March", "8/3/23", "March 2023", "minute 8.3", "2023/24", "30/02/2023"]
)
def test_what_is_no_whole_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("7.30pm", "19:30"),
        ("10.00 am", "10:00"),
        ("12 noon", "12:00"),
        ("12.15 am", "00:15"),
        ("19:30", "19:30"),
        ("1400 hrs", "14:00"),
        ("2 p.m.", "14:00"),
        ("13.75 pm", None),
        ("at 7", None),
    ],
)
def test_times(text: str, time: str | None) -> None:
    assert find_time(text) == time


def test_a_date_takes_only_the_time_right_after_it() -> None:
    found = find_date("Thursday 23 February 2023 at 7.00 pm until 9.00 pm")
    assert found is not None
    assert found.time == "19:00"
    apart = find_date("23 February 2023 in the Guildhall, which opens at 7.00 pm")
    assert apart is not None
    assert apart.time is None


def test_a_date_that_begins_a_text() -> None:
    assert parse_date(" 08/03/2023 10:00 ") == date(2023, 3, 8)
    assert parse_date("on 08/03/2023") is None
    assert parse_date("13/25/2023") is None
