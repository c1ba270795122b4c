"""The days that a question speaks of: "in March 2023", "last March", "since the election", "at the November meeting".

Everything relative is counted from the reference day: the last recorded meeting, or today where that is earlier.
"""

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.parser import ParserError
from dateutil.parser import parse as parse_date
from dateutil.relativedelta import TH, relativedelta

from ingest.errors import MinutebookError

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_SMALL = {
    name: number
    for number, name in enumerate(("zero one two three four five six seven eight nine ten eleven twelve").split())
}
_COUNT = r"(?P<count>\d{1,2}|" + "|".join(_SMALL) + r"|a|an)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?P<day>(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? "
    + _MONTH.replace("?P<month>", "?:")
    + r",? (?:19|20)\d\d"
    r"|"
    + _MONTH.replace("?P<month>", "?:")
    + r" \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)"
)


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days as asked, open where `first` or `last` is None; `typed` is how the question puts it."""

    first: date | None
    last: date | None
    typed: str

    def covers(self, day: date | None) -> bool:
        """Whether `day` lies in the stretch; an unknown day does not."""
        return day is not None and (self.first or day) <= day <= (self.last or day)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What relative dates are counted from: the reference day, the days on which meetings are recorded, and the days
    that the conversation speaks of ("two months later")."""

    reference: date
    meetings: tuple[date, ...] = ()
    spoken_of: Days | None = None

    def month(self, number: int) -> tuple[date, date]:
        """The latest month of that number, up to the reference day, in which a meeting is recorded; else the latest."""
        held = [day for day in self.meetings if day.month == number and day <= self.reference]
        year = max(held).year if held else self.reference.year - (number > self.reference.month)
        return _month(year, number)


def days_of(question: str, days: Calendar) -> Days | None:
    """The stretch of days that `question` speaks of, or None. The first rule that fits decides."""
    for pattern, read in _RULES:
        found = pattern.search(question)
        if found is None or _ambiguous_month(found):
            continue
        stretch = read(found, days)
        if stretch is not None:
            return Days(stretch[0], stretch[1], found.group().strip())
    return None


def all_days_of(question: str, days: Calendar) -> list[Days]:
    """Every date that `question` names, in its order: "in May 2022 and in June 2023"."""
    found: list[tuple[int, Days]] = []
    taken: list[tuple[int, int]] = []
    for pattern, read in _SINGLE:
        for one in pattern.finditer(question):
            if _ambiguous_month(one) or any(one.start() < end and start < one.end() for start, end in taken):
                continue
            stretch = read(one, days)
            if stretch is not None:
                taken.append(one.span())
                found.append((one.start(), Days(stretch[0], stretch[1], f"in {one.group().strip()}")))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


Stretch = tuple[date | None, date | None]


def _ambiguous_month(found: re.Match[str]) -> bool:
    """Whether the only month named is a word of its own in lower case: "the march", "may"."""
    return re.search(r"\b(?:march|may|mar|sept?)\b", found.group()) is not None


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _one(text: str, days: Calendar) -> tuple[date, date] | None:
    """The stretch that one date names: a day, a month, a year."""
    for pattern, read in _SINGLE:
        found = pattern.search(text)
        if found is not None:
            first, last = read(found, days) or (None, None)
            if first is not None and last is not None:
                return first, last
    return None


def _day(found: re.Match[str], days: Calendar) -> Stretch | None:
    typed = found["day"].replace("the ", "").replace(" of ", " ")
    try:
        iso = re.fullmatch(r"\d{4}-\d\d-\d\d", typed) is not None
        day = parse_date(typed, dayfirst=not iso).date()
    except (ParserError, OverflowError):
        return None
    return day, day


def _month_year(found: re.Match[str], days: Calendar) -> Stretch:
    return _month(int(found["year"]), _MONTHS[found["month"].lower()])


def _month_alone(found: re.Match[str], days: Calendar) -> Stretch:
    return days.month(_MONTHS[found["month"].lower()])


def _year(found: re.Match[str], days: Calendar) -> Stretch:
    return date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31)


def _part_of_year(found: re.Match[str], days: Calendar) -> Stretch:
    """A season, a quarter, or the early, middle or late part of a year."""
    first, last = _PARTS[re.sub(r"[^a-z1-4]", "", found["part"].lower().removesuffix(" quarter"))]
    year = int(found["year"])
    return _month(year, first)[0], _month(year + (last < first), last)[1]


def _municipal_year(found: re.Match[str], days: Calendar) -> Stretch:
    start = int(found["year"])
    return date(start, 5, 1), date(start + 1, 4, 30)


def _this_municipal_year(found: re.Match[str], days: Calendar) -> Stretch:
    start = days.reference.year - (days.reference.month < 5) - ("last" in found.group().lower())
    return date(start, 5, 1), date(start + 1, 4, 30)


def _between(found: re.Match[str], days: Calendar) -> Stretch | None:
    first, last = _one(found["from"], days), _one(found["to"], days)
    if last is None:
        return None
    if first is None and (month := re.search(_MONTH, found["from"], re.IGNORECASE)):
        first = _month(last[0].year, _MONTHS[month["month"].lower()])
    return (first[0], last[1]) if first else None


def _since(found: re.Match[str], days: Calendar) -> Stretch | None:
    one = _one(found["rest"], days)
    if one is None:
        return None
    if found["side"].lower() in ("since", "from"):
        return one[0], None
    if found["side"].lower() == "after":
        return one[1] + timedelta(days=1), None
    return None, one[0] - timedelta(days=1)


def _election(found: re.Match[str], days: Calendar) -> Stretch:
    """English local elections are held on the first Thursday in May."""
    polled = date(days.reference.year, 5, 1) + relativedelta(weekday=TH(1))
    if polled >= days.reference:
        polled = date(days.reference.year - 1, 5, 1) + relativedelta(weekday=TH(1))
    return polled + timedelta(days=1), None


def _last_meeting(found: re.Match[str], days: Calendar) -> Stretch | None:
    held = [day for day in days.meetings if day <= days.reference]
    return (max(held), max(held)) if held else None


def _previous_meeting(found: re.Match[str], days: Calendar) -> Stretch | None:
    """The meeting before those that the conversation speaks of, else the one before the last."""
    before = days.spoken_of.first if days.spoken_of and days.spoken_of.first else _latest(days)
    held = [day for day in days.meetings if before and day < before]
    return (max(held), max(held)) if held else None


def _next_meeting(found: re.Match[str], days: Calendar) -> Stretch | None:
    """The first meeting after those that the conversation speaks of."""
    if days.spoken_of is None or days.spoken_of.last is None:
        return None
    held = [day for day in days.meetings if day > days.spoken_of.last]
    return (min(held), min(held)) if held else (days.spoken_of.last + timedelta(days=1), None)


def _latest(days: Calendar) -> date | None:
    return max((day for day in days.meetings if day <= days.reference), default=None)


def _last_year(found: re.Match[str], days: Calendar) -> Stretch:
    year = days.reference.year - ("last" in found.group().lower())
    return date(year, 1, 1), date(year, 12, 31)


def _ago(found: re.Match[str], days: Calendar) -> Stretch:
    """The month, or the year, that lies that long before the reference day."""
    count, unit = _number(found["count"]), found["unit"].lower().rstrip("s") + "s"
    day = days.reference - relativedelta(**{unit: count})  # type: ignore[arg-type]
    if unit == "years":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return _month(day.year, day.month) if unit == "months" else (day - timedelta(days=3), day + timedelta(days=3))


def _within(found: re.Match[str], days: Calendar) -> Stretch:
    count, unit = _number(found["count"] or "one"), found["unit"].lower().rstrip("s") + "s"
    return days.reference - relativedelta(**{unit: count}), days.reference  # type: ignore[arg-type]


def _later(found: re.Match[str], days: Calendar) -> Stretch | None:
    """So long after, or before, the days that the conversation speaks of: the whole month, or the whole year."""
    if days.spoken_of is None or days.spoken_of.first is None or days.spoken_of.last is None:
        return None
    count, unit = _number(found.groupdict().get("count") or "one"), found["unit"].lower().rstrip("s") + "s"
    sign = -1 if found["side"].lower() in ("earlier", "before", "previous") else 1
    day = days.spoken_of.first + relativedelta(**{unit: sign * count})  # type: ignore[arg-type]
    return (date(day.year, 1, 1), date(day.year, 12, 31)) if unit == "years" else _month(day.year, day.month)


def _half_later(found: re.Match[str], days: Calendar) -> Stretch | None:
    """About half a year after, or before, the days that the conversation speaks of: no meeting is held to the day."""
    if days.spoken_of is None or days.spoken_of.first is None or days.spoken_of.last is None:
        return None
    if found["side"].lower() in ("earlier", "before"):
        return days.spoken_of.first - relativedelta(months=9), days.spoken_of.first - relativedelta(months=3)
    return days.spoken_of.last + relativedelta(months=3), days.spoken_of.last + relativedelta(months=9)


def _then(found: re.Match[str], days: Calendar) -> Stretch | None:
    """From the days that the conversation speaks of on, for it may be told at the same meeting; or up to them."""
    if days.spoken_of is None:
        return None
    if found["side"].lower() == "before that":
        return None, days.spoken_of.first
    return days.spoken_of.first, None


def _number(word: str) -> int:
    word = word.lower()
    return 1 if word in ("a", "an") else _SMALL[word] if word in _SMALL else int(word)


Reader = Callable[[re.Match[str], Calendar], Stretch | None]


def _compiled(*rules: tuple[str, Reader]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in rules)


# The months in which a part of a year begins and ends.
_PARTS = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    "first": (1, 3), "second": (4, 6), "third": (7, 9), "fourth": (10, 12),
    "early": (1, 4), "mid": (5, 8), "late": (9, 12),
    "start": (1, 4), "beginning": (1, 4), "middle": (5, 8), "end": (9, 12),
}  # fmt: skip
_PART = (
    r"(?P<part>spring|summer|autumn|winter|q[1-4]|(?:first|second|third|fourth) quarter|early|mid|late|start|"
    r"beginning|middle|end)"
)
_SINGLE = _compiled(
    (_DAY, _day), (rf"\b{_MONTH},? {_YEAR}", _month_year), (rf"\b{_YEAR}\b", _year), (rf"\b{_MONTH}", _month_alone)
)

_RULES = _compiled(
    (r"\bhalf a year (?P<side>later|earlier|afterwards|after that|before|on)\b", _half_later),
    (rf"\b{_COUNT} (?P<unit>years?|months?|weeks?) (?P<side>later|earlier|afterwards|after that|before|on)\b", _later),
    (
        r"\b(?:(?:at|in|by) )?(?:the|its|their) (?:meeting after|(?:next|following|subsequent) meeting)(?: that)?\b|"
        r"\bwhen (?:it|they|the [\w ]{3,40}?) (?:next met|met (?:again|next))\b|\bthe next time (?:it|they) met\b",
        _next_meeting,
    ),
    (r"\bthe (?P<unit>year|month) (?P<side>before|after|later|earlier)\b", _later),
    (r"\bthe (?P<side>following|next|previous) (?P<unit>year|month)\b", _later),
    (r"\b(?P<side>since then|after that|afterwards|before that|in the end|eventually|ultimately)\b", _then),
    (r"\bsince the (?:last |recent |local )?elections?\b", _election),
    (r"(?<![\w-])(?:between|from) (?P<from>[\w ,/.-]{3,24}?) (?:and|to|until) (?P<to>[\w ,/.-]{3,24})", _between),
    (
        r"\b(?P<side>since|from(?! the (?:[\w’'-]+ ){1,6}(?:meeting|session|debate)\b)|after|before|until|"
        r"prior to) (?P<rest>(?:[\w,/.-]+ ?){1,4})",
        _since,
    ),
    (
        rf"(?<![\w-])(?:(?:in|during|for|of) )?(?:the )?{_YEAR}[/-](?:20)?\d\d (?:municipal|civic|council|"
        rf"committee) year\b",
        _municipal_year,
    ),
    (rf"(?<![\w-])(?:municipal|civic|council|committee) year (?:of )?{_YEAR}[/-](?:20)?\d\d\b", _municipal_year),
    (r"(?<![\w-])(?:this|last) (?:municipal|civic|council) year\b", _this_municipal_year),
    (rf"(?<![\w-])(?:in|during|throughout) {_YEAR}/(?:20)?\d\d\b", _municipal_year),
    (rf"(?<![\w-])(?:on |of |at the |the )*{_DAY}", _day),
    (rf"(?<![\w-])(?:(?:in|during|at|by|since) )?(?:the )?{_PART}[ -](?:of )?{_YEAR}\b(?![/-]\d)", _part_of_year),
    (
        rf"(?<![\w-])(?:(?:in|during|for|of|by|on|at|the|last|early|late|back) )*{_MONTH},? {_YEAR}\b(?! "
        rf"[\w]+ (?:scheme|plan)\b)",
        _month_year,
    ),
    (rf"(?<![\w-])(?:in|during|throughout|for|and|of) (?:the year )?{_YEAR}\b(?![/-]\d)", _year),
    (
        rf"(?<![\w-])(?:last|this|in|the|by|since|at the|of the) {_MONTH}(?: (?:one|meeting|session))?\b(?! \d)",
        _month_alone,
    ),
    (rf"\b{_MONTH}['’]?s? (?:meeting|session)\b", _month_alone),
    (
        r"(?<![\w-])(?:at |in |of )?the (?:previous|preceding) (?:[\w’'-]+ ){0,5}?meeting\b|"
        r"(?<![\w-])(?:at |in )?the meeting before\b",
        _previous_meeting,
    ),
    (
        r"(?<![\w-])(?:at |in |of )?(?:the |their |its )(?:last|latest|most recent) (?:[\w’'-]+ ){0,5}?meeting\b",
        _last_meeting,
    ),
    (r"(?<![\w-])(?:last|this) year\b", _last_year),
    (rf"\b{_COUNT} (?P<unit>years?|months?|weeks?) ago\b", _ago),
    (
        rf"(?<![\w-])(?:in|over|within|during) the (?:last|past) (?:{_COUNT} )?(?P<unit>years?|months?|weeks?)\b",
        _within,
    ),
)


_FROM_BEFORE = frozenset({_next_meeting, _previous_meeting, _later, _half_later})


def counts_from_before(question: str) -> bool:
    """Whether `question` counts its days from those that the conversation speaks of: "two months later"."""
    return any(read in _FROM_BEFORE and pattern.search(question) for pattern, read in _RULES)


def check_order(first: date | None, last: date | None) -> None:
    """Raises `MinutebookError` where a stretch ends before it begins."""
    if first and last and first > last:
        raise MinutebookError(f"The dates are the wrong way round: {first} is after {last}. Exchange them.")


def meeting_days(days: Sequence[date | None], today: date) -> Calendar:
    """The calendar of a library: its meetings' days, counted from the last of them or from today."""
    known = tuple(sorted({day for day in days if day is not None}))
    return Calendar(min(today, known[-1]) if known else today, known)
