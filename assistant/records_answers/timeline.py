"""When a subject came up, how often, and what came of it: every occurrence from the records, oldest first."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import quoted
from assistant.answer.phrases import (
    NO_COMMITTEE,
    counted,
    day,
    item_of,
    meeting_of,
    moved_by,
    opening,
    speakers_of,
    vote_of,
)
from assistant.evidence.pool import Found
from assistant.question.kind_rules import WHOLE_HISTORY
from assistant.question.model import Question
from assistant.records_answers.occurrences import Occurrence
from assistant.records_answers.tracker import OF_REQUESTS, Link, links, receipts_in
from assistant.words import stems
from index.model import MeetingHead
from ingest.records import Decision, Item

_FIRST = re.compile(r"\b(?:first|earliest)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|latest|most recent(?:ly)?)\b", re.IGNORECASE)
# How near to the best another day comes that is told too when a day is asked for.
ALSO = 0.9
# Occurrences told in full; the rest are counted.
TOLD = 8
# Requests without a receipt that are told.
OUTSTANDING = 3


def precedents_answer(
    question: Question, found: Sequence[Occurrence], among: Sequence[Found] = ()
) -> tuple[str, Citations] | None:
    """Every occurrence with what was said and decided, what was asked for, and whether it came; None without any.

    `among` are the items in which what was asked for may have come.
    """
    if not found:
        return None
    citations = Citations()
    linked = _on_subject(question, links([(one.head, one.item) for one in found], _by_date(among)))
    best = max(found, key=lambda one: one.point.score)
    if WHOLE_HISTORY.search(question.raw):
        told = [_told(one, linked, citations) for one in found[:TOLD]]
        told += _outstanding(linked, citations)
        lead = f"It came up at {_span(found)} {''.join(f'[{one.number}]' for one in citations.given)}."
    else:
        lead = _lead(found, best, linked, citations)
        told = [_told(one, linked, citations) for one in found[:TOLD]] if len(found) > 1 else _decided(best, citations)
    rest = (
        [f"{counted(len(found) - TOLD, 'later occurrence')} not shown; narrow the dates to see them."]
        if len(found) > TOLD
        else []
    )
    return "\n".join([lead, *told, *rest]), citations


def _by_date(among: Sequence[Found]) -> list[tuple[MeetingHead, Item]]:
    dated = [(one.head, one.item) for one in among if one.head.date is not None]
    return sorted(dated, key=lambda pair: (pair[0].date or date.max, pair[0].id, pair[1].id))


def _on_subject(question: Question, linked: Sequence[Link]) -> list[Link]:
    """The requests that name something of the subject; all where none does."""
    topic = {stem for word in question.topic for stem in stems(word)} - OF_REQUESTS
    named = [link for link in linked if topic & set(stems(f"{link.request.text} {link.request.item.title or ''}"))]
    return named if topic else list(linked)


def when_answer(question: Question, found: Sequence[Occurrence]) -> tuple[str, Citations] | None:
    """The days on which the subject came up, or the first or last of them. None where no occurrence has a date."""
    first, last = _FIRST.search(question.raw) is not None, _LAST.search(question.raw) is not None
    dated = [one for one in found if one.head.date is not None]
    if not dated:
        return None
    citations = Citations()
    if first or last:
        one = dated[0] if first else dated[-1]
        return f"{'First' if first else 'Last'} recorded at {_at(one)}: {_said(one, citations)}", citations
    best = max(dated, key=lambda one: one.point.score)
    lines = [f"On {day(best.head.date)}, at {_at(best)}: {_said(best, citations)}"]
    lines += [
        f"- Also on {day(one.head.date)}, at {_at(one)}: {_said(one, citations)}"
        for one in dated
        if one is not best and one.point.score >= ALSO * best.point.score
    ][:TOLD]
    return "\n".join(lines), citations


def often_answer(question: Question, found: Sequence[Occurrence]) -> tuple[str, Citations] | None:
    """In how many meetings the subject came up, and each of them. None where there is none."""
    if not found:
        return None
    citations = Citations()
    meetings = len({one.head.id for one in found})
    marks = "".join(citations.mark(Quote.of_point(one.point)) for one in found)
    lines = [f"It came up at {counted(meetings, 'meeting')}, in {counted(len(found), 'item')} {marks}."]
    lines += [f"- {opening(_at(one))}: {_said(one, citations)}" for one in found]
    return "\n".join(lines), citations


def _lead(found: Sequence[Occurrence], best: Occurrence, linked: Sequence[Link], citations: Citations) -> str:
    """One sentence that answers: the request and its receipt where that is the story, else the best occurrence."""
    story = [link for link in linked if link.receipt is not None]
    if story:
        link = story[0]
        receipt = link.receipt
        assert receipt is not None
        asked, came = citations.mark(Quote.of_sentence(link.request)), citations.mark(Quote.of_sentence(receipt))
        return (
            f"It was asked for at {meeting_of(link.request.head)} {asked} and received at "
            f"{meeting_of(receipt.head)} {came}."
        )
    open_request = next(
        (link for link in linked if (link.request.head.id, link.request.item.id) == (best.head.id, best.item.id)), None
    )
    if open_request is not None:
        return (
            f"At {_at(best)}, it was asked for: {quoted(open_request.request.text)} "
            f"{citations.mark(Quote.of_sentence(open_request.request))}; "
            f"no later record found here shows it as received."
        )
    if len(found) == 1:
        return f"It came up once, at {_at(best)}: {_said(best, citations)}"
    return f"It came up at {_span(found)}; nearest to the question, at {_at(best)}: {_said(best, citations)}"


def _outstanding(linked: Sequence[Link], citations: Citations) -> list[str]:
    """The decisions that ask for something which no later record shows, each in a line."""
    return [
        f"- Still outstanding, as far as these records show: {quoted(link.request.text)} "
        f"{citations.mark(Quote.of_sentence(link.request))}, asked for on {day(link.request.head.date)}."
        for link in linked
        if link.receipt is None and link.request.part == "decision" and link.request.head.date is not None
    ][:OUTSTANDING]


def _span(found: Sequence[Occurrence]) -> str:
    """ "3 meetings between 11 October 2022 and 3 December 2024"; those without a date are counted only."""
    dates = [one.head.date for one in found if one.head.date]
    between = f" between {day(dates[0])} and {day(dates[-1])}" if len(set(dates)) > 1 else ""
    return counted(len({one.head.id for one in found}), "meeting") + between


def _told(one: Occurrence, linked: Sequence[Link], citations: Citations) -> str:
    committee = one.head.committee or NO_COMMITTEE
    text = f"- {opening(day(one.head.date))}, {committee}, {item_of(one.item)}: {_said(one, citations)}"
    receipt = next(iter(receipts_in(one.head, one.item)), None)
    if receipt is not None and any(link.receipt is not None and link.receipt.key == receipt.key for link in linked):
        text += f" It answers an earlier request {citations.mark(Quote.of_sentence(receipt))}."
    if one.decisions:
        text += f" Decision: {_decision(one, one.decisions[0], citations)}"
    return text


def _decided(one: Occurrence, citations: Citations) -> list[str]:
    """The first decision of an item, where it has not been quoted yet."""
    quoted_yet = {citation.quote for citation in citations.given}
    fresh = [decision for decision in one.decisions[:1] if decision.text not in quoted_yet]
    return [f"- Decision: {_decision(one, decision, citations)}" for decision in fresh]


def _at(one: Occurrence) -> str:
    return f"{meeting_of(one.head)}, {item_of(one.item)}"


def _said(one: Occurrence, citations: Citations) -> str:
    sentence = one.point.sentence
    who = f"{speakers_of(sentence.speakers)}: " if sentence.speakers else ""
    return f"{who}{quoted(one.point.text)} {citations.mark(Quote.of_point(one.point))}"


def _decision(one: Occurrence, decision: Decision, citations: Citations) -> str:
    details = "; ".join(filter(None, (moved_by(decision), vote_of(decision.vote) if decision.vote else None)))
    mark = citations.mark(Quote.of_decision(one.head, one.item, decision))
    return f"{quoted(decision.text)}{f' ({details})' if details else ''} {mark}"
