"""Dates and times as councils print them, found in a line of text.

British order throughout: "08/07/2024" is the 8th of July; where the second number cannot be a month the first is it.
A two-digit year, or a day without its year, is no date: nothing is guessed.
"""

import re
from dataclasses import dataclass
from datetime import date as Date

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_WELSH = "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
_DAYS = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_DATE = re.compile(
    rf"(?:\b{_DAYS}\b\.?,?\s+)?(?:the\s+)?(?:"
    rf"\b(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+day)?(?:\s+of)?[\s\-]+(?P<month>{_MONTHS}|"
    rf"{_WELSH})\b\.?,?[\s\-]+(?P<year>{_YEAR})\b|"
    rf"\b(?P<us_month>{_MONTHS})\.?\s+(?P<us_day>\d{{1,2}}){_ORDINAL},?\s+(?P<us_year>{_YEAR})\b|"
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)(?!\d)|"
    rf"\b(?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.](?P<numeric_year>{_YEAR})\b)",
    re.I,
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>\d\d))?\s?(?P<half>[ap])\.?\s?m\b\.?|"
    r"(?:\b|(?<=T))(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?:\s?h(?:ou)?rs?)?\b(?![.:/]\d)|"
    r"\b(?P<compact>(?:[01]\d|2[0-3])[0-5]\d)\s?h(?:ou)?rs?\b|"
    r"\b(?P<noon>(?:12\s+)?noon|midday)\b",
    re.I,
)
_BETWEEN = re.compile(r"^[\s,;–—-]*(?:at|from|commencing(?:\s+at)?|starting\s+at|beginning\s+at|@|T)?[\s,]*$", re.I)
_ALL_MONTHS = [
    name.lower()
    for name in [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
]
_ALL_WELSH = [name.lower() for name in _WELSH.split("|")]


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a text, the time printed right after it ("19:30"), and where both stand."""

    date: Date
    time: str | None
    start: int
    end: int


def find_date(text: str) -> PrintedDate | None:
    """The first whole date in `text` with its time; None where none is printed or it is none ("31 June 2023").

    >>> find_date("Council - Thursday 23 February 2023 7.00 pm").time
    '19:00'
    """
    for match in _DATE.finditer(text):
        date = _date_of(match)
        if date is not None:
            time = _time_after(text, match.end())
            return PrintedDate(date, time[0] if time else None, match.start(), time[1] if time else match.end())
    return None


def parse_date(text: str) -> Date | None:
    """The date that `text` is or begins with, as a sidecar or a manifest gives it."""
    found = find_date(text.strip())
    return found.date if found is not None and found.start == 0 else None


def find_time(text: str) -> str | None:
    """The first time of day in `text` as "19:30"."""
    match = _TIME.search(text)
    return _time_of(match) if match else None


def _date_of(match: re.Match[str]) -> Date | None:
    try:
        if match["iso"]:
            return Date.fromisoformat(match["iso"])
        if match["month"]:
            return Date(int(match["year"]), _month(match["month"]), int(match["day"]))
        if match["us_month"]:
            return Date(int(match["us_year"]), _month(match["us_month"]), int(match["us_day"]))
        first, second = int(match["one"]), int(match["two"])
        day, month = (second, first) if second > 12 else (first, second)
        return Date(int(match["numeric_year"]), month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    lowered = name.lower()
    if lowered in _ALL_WELSH:
        return _ALL_WELSH.index(lowered) + 1
    return next(number for number, month in enumerate(_ALL_MONTHS, 1) if month.startswith(lowered[:3]))


def _time_after(text: str, end: int) -> tuple[str, int] | None:
    match = _TIME.search(text, end, end + 40)
    if match is None or not _BETWEEN.match(text[end : match.start()]):
        return None
    time = _time_of(match)
    return (time, match.end()) if time else None


def _time_of(match: re.Match[str]) -> str | None:
    if match["noon"]:
        return "12:00"
    if match["compact"]:
        return f"{match['compact'][:2]}:{match['compact'][2:]}"
    if match["hour24"]:
        return f"{int(match['hour24']):02d}:{match['minute24']}"
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02d}:{minute:02d}"
