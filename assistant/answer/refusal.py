"""A plain refusal: what was searched, why there is no answer, and the nearest items, which are no answer."""

import re
from collections.abc import Sequence

from assistant.answer.phrases import counted, day, listed
from assistant.evidence.pool import Found
from assistant.model import Answer, Suggestion
from assistant.question.model import Question
from assistant.question.voices import Voice
from index.model import Filters, Overview
from ingest.records import Item


def refusal(question: Question, reason: str, overview: Overview, nearest: Sequence[Found]) -> Answer:
    """An answer that is none: `reason` is a full sentence."""
    lines = [reason, searched(overview, question.filters)]
    suggestions = tuple(_suggestion(one) for one in nearest)
    if suggestions:
        lines.append("Nearest in the records, though not an answer:")
        lines.extend(f"- {_named(one)}" for one in suggestions)
    return Answer(
        answered=False,
        answer="\n".join(lines),
        question=question.standalone,
        filters=question.filters,
        suggestions=suggestions,
    )


def asked_back(question: Question, overview: Overview) -> Answer:
    """A question that names no subject and nobody: what it can be narrowed to."""
    held = f"{counted(overview.items, 'item')} and {counted(overview.decisions, 'decision')}"
    lines = [
        f"The question names no subject and nobody, and the records searched hold {held}.",
        searched(overview, question.filters),
        "Ask about a subject, somebody, or one meeting, by its committee and date.",
    ]
    return Answer(answered=False, answer="\n".join(lines), question=question.standalone, filters=question.filters)


def searched(overview: Overview, filters: Filters) -> str:
    """What was searched, as a sentence: committees, meetings and dates."""
    if overview.meetings == 0:
        return f"No meeting in the library fits {_filters(filters)}." if not filters.empty else "The library is empty."
    committees = listed(overview.committees[:6]) or "records whose committee is not in the source"
    more = len(overview.committees) - 6
    others = f" and {counted(more, 'other committee')}" if more > 0 else ""
    span = (
        f", {day(overview.first)} to {day(overview.last)}" if overview.first and overview.first != overview.last else ""
    )
    span = span or (f", {day(overview.first)}" if overview.first else "")
    undated = f"; {counted(overview.undated, 'meeting')} without a date" if overview.undated else ""
    return f"Searched: {counted(overview.meetings, 'meeting')} of {committees}{others}{span}{undated}."


def exempt(item: Item) -> str:
    """Why nothing is said of an item that is not public."""
    return (
        f"The item “{item.title or item.number}” is exempt: its minutes are not published, so the records "
        f"hold no answer."
    )


def cut_off(item: Item) -> str:
    """Why nothing is said of what the source leaves out."""
    return f"The minutes of “{item.title}” break off in the source before this point, so the records hold no answer."


def not_taken(item: Item) -> str:
    """Why nothing is said of an item that was not discussed."""
    return f"The item “{item.title}” was put off, withdrawn or not put at the meeting, so the records hold no answer."


def in_writing(item: Item) -> str:
    """Why an answer is not told that was to be given in writing."""
    name = item.title or item.number
    return f"It was left to be answered in writing or in private (item “{name}”); the records do not hold that."


def no_reply(item: Item) -> str:
    """Why an answer is not told that had not come yet."""
    return f"The minutes of “{item.title or item.number}” say that there was no answer yet; the records hold none."


def not_known(item: Item) -> str:
    """Why an answer is not told that could not be given at the meeting either."""
    return f"The minutes of “{item.title or item.number}” say that this could not be told; the records hold no answer."


def not_printed(what: str, item: Item) -> str:
    """Why something about a vote cannot be told: `what` is "vote", "count", "seconder", "voters" or "reasons"."""
    name = item.title or item.number
    return {
        "vote": f"No vote on this is recorded; the nearest item, “{name}”, tells of none.",
        "count": f"No figures of a vote on this are recorded; the nearest item, “{name}”, prints none.",
        "seconder": f"No seconder is recorded; the nearest item, “{name}”, names none.",
        "reasons": f"The records do not say why anybody voted so; the nearest item, “{name}”, gives no reason.",
        "voters": f"The records do not say who voted which way; the nearest item, “{name}”, names nobody.",
    }[what]


def not_given(what: str, item: Item) -> str:
    """Why a question has no answer that asks for a "sum", "number", "day" or "name" not printed."""
    named = {"sum": "sum of money", "number": "figure", "day": "date", "name": "name"}[what]
    return (
        f"The records give no {named} for this; what is nearest to it stands in the item “{item.title or item.number}”."
    )


def no_date(item: Item) -> str:
    """Why a day cannot be told."""
    return f"The item “{item.title or item.number}” is in the records, but its date is not in the source."


def no_such_item(number: str, *, several: bool = False) -> str:
    """Why nothing is said of an item of a number that no meeting searched has, or that many may have."""
    if several:
        return f"Many meetings have numbered items; name the committee and the date of the item {number} that is meant."
    return f"No meeting that was searched has minutes of an item {number}."


def nothing_said_by(voice: Voice) -> str:
    """Why nothing is quoted of somebody."""
    who = re.sub(r"^[Tt]he ", "the ", voice.typed)
    return f"The records show nothing said by {who} that answers this."


def _filters(filters: Filters) -> str:
    parts = [filters.committee, filters.organisation, filters.speaker]
    parts += [f"from {day(filters.date_from)}"] if filters.date_from else []
    parts += [f"to {day(filters.date_to)}"] if filters.date_to else []
    return listed([part for part in parts if part])


def _suggestion(one: Found) -> Suggestion:
    return Suggestion(
        meeting_id=one.head.id,
        item_id=one.item.id,
        committee=one.head.committee,
        date=one.head.date,
        item_title=one.item.title,
    )


def _named(one: Suggestion) -> str:
    return (
        f"{one.item_title or 'An item without a title'}, {one.committee or 'committee not in the source'}, "
        f"{day(one.date)}"
    )
