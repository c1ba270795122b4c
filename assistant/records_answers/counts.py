"""How many, which, and what there is on a subject: counted and listed from the book of record, each line cited."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import quoted
from assistant.answer.phrases import NO_COMMITTEE, counted, day, item_of, listed, meeting_of, opening, speakers_of
from assistant.evidence.points import Point
from assistant.question.model import Question
from assistant.records_answers.occurrences import Occurrence
from ingest.records import Decision

# Lines told in full; the rest are counted.
TOLD = 10
# Items told of an overview.
NEAREST = 5
_DECISIONS = re.compile(r"\b(?:decisions?|resolutions?|resolved|decided)\b", re.IGNORECASE)
_VOTED = re.compile(r"\b(?:motions?|amendments?|votes?)\b", re.IGNORECASE)
_MEETINGS = re.compile(r"\b(?:meetings?|times|occasions)\b", re.IGNORECASE)

Text = tuple[str, Citations]


def count_answer(question: Question, found: Sequence[Occurrence]) -> Text | None:
    """How many meetings, items, decisions or votes there were on the subject, and each of them. None without any."""
    citations = Citations()
    if _VOTED.search(question.raw):
        lines = [line for one in found for line in _decided(one, citations, voted=True)]
        what = counted(len(lines), "motion or vote", "motions and votes")
    elif _DECISIONS.search(question.raw):
        lines = [line for one in found for line in _decided(one, citations)]
        what = counted(len(lines), "decision")
    else:
        lines = [_said(one, citations) for one in found]
        meetings = counted(len({one.head.id for one in found}), "meeting")
        what = meetings if _MEETINGS.search(question.raw) else f"{counted(len(found), 'item')} of {meetings}"
    return _with_lines(f"The records show {what} on this", lines, citations) if lines else None


def list_answer(question: Question, found: Sequence[Occurrence]) -> Text | None:
    """The decisions on the subject where decisions are asked for, else the items, oldest first. None without any."""
    citations = Citations()
    lines = [line for one in found for line in _decided(one, citations)] if _DECISIONS.search(question.raw) else []
    what = counted(len(lines), "decision")
    if not lines:
        lines = [_said(one, citations) for one in found]
        what = counted(len(lines), "item")
    return _with_lines(f"The records show {what} on this, oldest first", lines, citations) if lines else None


def overview_answer(found: Sequence[Occurrence]) -> Text | None:
    """What there is on a subject: how often it came up, the nearest items, and ways to narrow. None without any."""
    if not found:
        return None
    citations = Citations()
    nearest = sorted(found, key=lambda one: -one.point.score)[:NEAREST]
    told = [_said(one, citations) for one in nearest]
    marks = "".join(f"[{one.number}]" for one in citations.given)
    meetings = counted(len({one.head.id for one in found}), "meeting")
    lead = f"It came up at {meetings}{_span(found)}, nearest first {marks}:"
    return "\n".join([lead, *told, *_ways_to_narrow(found)]), citations


def _ways_to_narrow(found: Sequence[Occurrence]) -> list[str]:
    """Committees and years with their counts, where there is more than one of either."""
    committees = Counter(one.head.committee or NO_COMMITTEE for one in found)
    years = Counter(str(one.head.date.year) for one in found if one.head.date)
    ways = [
        listed([f"{name} ({count})" for name, count in counts.items()])
        for counts in (committees, years)
        if len(counts) > 1
    ]
    return [f"To narrow it, name a committee or a year: {'; '.join(ways)}."] if ways else []


def _with_lines(lead: str, lines: Sequence[str], citations: Citations) -> Text:
    marks = "".join(f"[{one.number}]" for one in citations.given)
    rest = [f"{len(lines) - TOLD:,} more are not shown; narrow the dates to see them."] if len(lines) > TOLD else []
    return "\n".join([f"{lead} {marks}:", *lines[:TOLD], *rest]), citations


def _span(found: Sequence[Occurrence]) -> str:
    dates = [one.head.date for one in found if one.head.date]
    return f", {day(dates[0])} to {day(dates[-1])}" if len(set(dates)) > 1 else ""


def _decided(one: Occurrence, citations: Citations, *, voted: bool = False) -> list[str]:
    taken = [each for each in one.decisions if not voted or _was_put(each)]
    return [
        f"- {opening(meeting_of(one.head))}, {item_of(one.item)}: {quoted(each.text)} "
        f"{citations.mark(Quote.of_decision(one.head, one.item, each))}"
        for each in taken
    ]


def _was_put(decision: Decision) -> bool:
    return decision.mover is not None or decision.vote is not None


def _said(one: Occurrence, citations: Citations) -> str:
    return f"- {opening(meeting_of(one.head))}, {item_of(one.item)}: {_voiced(one.point, citations)}"


def _voiced(point: Point, citations: Citations) -> str:
    who = f"{speakers_of(point.sentence.speakers)}: " if point.sentence.speakers else ""
    return f"{who}{quoted(point.text)} {citations.mark(Quote.of_point(point))}"
