"""When a subject came up, how often, and what came of it: every occurrence from the records, oldest first."""

from collections.abc import Sequence

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import quoted
from assistant.answer.phrases import counted, day, item_of, meeting_of, moved_by, opening, speakers_of, vote_of
from assistant.question.model import Question
from assistant.records_answers.occurrences import Occurrence
from assistant.records_answers.tracker import Link, links, receipts_in
from ingest.records import Decision

# Occurrences told in full; the rest are counted.
TOLD = 8


def precedents_answer(question: Question, found: Sequence[Occurrence]) -> tuple[str, Citations] | None:
    """Every occurrence with what was said and decided, what was asked for, and whether it came; None without any."""
    if not found:
        return None
    citations = Citations()
    linked = links([(one.head, one.item) for one in found])
    best = max(found, key=lambda one: one.point.score)
    lead = _lead(question, found, best, linked, citations)
    told = [_told(one, linked, citations) for one in found[:TOLD]]
    rest = (
        [f"{counted(len(found) - TOLD, 'later occurrence')} not shown; narrow the dates to see them."]
        if len(found) > TOLD
        else []
    )
    return "\n".join([lead, *told, *rest]), citations


def when_answer(
    question: Question, found: Sequence[Occurrence], *, first: bool, last: bool
) -> tuple[str, Citations] | None:
    """The days on which the subject came up; with `first` or `last` that one. None where no occurrence has a date."""
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
        f"- Also on {day(one.head.date)}, at {_at(one)}: {_said(one, citations)}" for one in dated if one is not best
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


def _lead(
    question: Question, found: Sequence[Occurrence], best: Occurrence, linked: Sequence[Link], citations: Citations
) -> str:
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
    span = (
        f" between {day(found[0].head.date)} and {day(found[-1].head.date)}"
        if len({one.head.date for one in found}) > 1
        else ""
    )
    return (
        f"It came up at {counted(len({one.head.id for one in found}), 'meeting')}{span}; nearest to the "
        f"question, at {_at(best)}: {_said(best, citations)}"
    )


def _told(one: Occurrence, linked: Sequence[Link], citations: Citations) -> str:
    text = f"- {opening(_at(one))}: {_said(one, citations)}"
    receipt = next(iter(receipts_in(one.head, one.item)), None)
    if receipt is not None and any(link.receipt is not None and link.receipt.key == receipt.key for link in linked):
        text += f" It answers an earlier request {citations.mark(Quote.of_sentence(receipt))}."
    if one.decisions:
        text += f" Decision: {_decision(one, one.decisions[0], citations)}"
    return text


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
