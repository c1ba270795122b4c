"""The decision tracker: every decision that asks for a paper or an action, and whether a later record shows it done."""

import re
from collections.abc import Iterator, Sequence

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import quoted
from assistant.answer.phrases import counted, day, item_of, meeting_of, opening
from assistant.records_answers.tracker import RECEIVED, REQUESTED, Link, links
from index.library import Library
from index.model import Filters, MeetingHead
from ingest.records import Item

# Meetings gone through at most; beyond them the question has to be narrowed.
MEETINGS = 400
# Decisions told in full of each sort; the rest are counted.
TOLD = 10
# Who asks so wants what is still owed, not what has come.
_OPEN_ONLY = re.compile(
    r"\b(?:outstanding|overdue|awaited|owed|missing|not (?:yet )?(?:been )?(?:received|done))\b", re.I
)

Items = Sequence[tuple[MeetingHead, Item]]
Text = tuple[str, Citations]


def outstanding_answer(library: Library, asked: str, filters: Filters, among: Items | None) -> Text | None:
    """What was asked for under `filters`, what of it has come, and what has not; None where nothing was asked for.

    `among` are the items that deal with a subject, where one is named; all without.
    """
    if among is None and len(library.meetings(filters)) > MEETINGS:
        return None
    items = among if among is not None else list(_asking_or_answering(library, filters))
    dated = sorted((one for one in items if one[0].date), key=lambda one: (one[0].date, one[0].id, one[1].id))
    asked_for = [link for link in links(dated) if link.request.part == "decision"]
    if not asked_for:
        return None
    still = [link for link in asked_for if link.receipt is None]
    done = [link for link in asked_for if link.receipt is not None]
    citations = Citations()
    told = [_line(link, citations) for link in still[:TOLD]]
    if not told or not _OPEN_ONLY.search(asked):
        told += [_line(link, citations) for link in done[:TOLD]]
    marks = "".join(f"[{one.number}]" for one in citations.given)
    lead = f"{counted(len(asked_for), 'decision')} asked for something; {_how_many(len(still))} {marks}:"
    more = [f"{len(still) - TOLD} more are not shown here; narrow the dates."] if len(still) > TOLD else []
    return "\n".join([lead, *told, *more]), citations


def _asking_or_answering(library: Library, filters: Filters) -> Iterator[tuple[MeetingHead, Item]]:
    """The items that ask for something, and those that may answer it."""
    for head, item in library.items(filters):
        asks = any(REQUESTED.search(decision.text) for decision in item.decisions)
        if asks or RECEIVED.search(f"{item.minutes} {item.agenda_text or ''}"):
            yield head, item


def _how_many(still: int) -> str:
    if still == 0:
        return "later records show that all of it came"
    return f"{still} of them {'is' if still == 1 else 'are'} not shown as done by the records searched"


def _line(link: Link, citations: Citations) -> str:
    request = link.request
    where = f"{opening(meeting_of(request.head))}, {item_of(request.item)}"
    text = f"- {where}: {quoted(request.text)} {citations.mark(Quote.of_sentence(request))}"
    if link.receipt is None:
        return f"{text} No later record found here shows it."
    receipt = link.receipt
    came = f"{day(receipt.head.date)}, {item_of(receipt.item)}: {quoted(receipt.text)}"
    return f"{text} It came on {came} {citations.mark(Quote.of_sentence(receipt))}"
