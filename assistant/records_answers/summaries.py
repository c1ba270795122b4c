"""A meeting or an item in short, the items of a meeting as a list, and counts: from the records, each line cited."""

import re
from collections.abc import Sequence

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import quoted
from assistant.answer.phrases import counted, item_of, meeting_of, opening, speakers_of
from assistant.evidence.sentences import Sentence, sentences_of
from assistant.question.model import Question
from index.library import Library
from index.model import MeetingHead
from ingest.records import Item, Meeting

# Meetings summed up in one answer, items of one, sentences of one item.
MEETINGS, ITEMS, SENTENCES = 2, 14, 4
# Meetings whose decisions are all told, and how many of each.
DECIDING, DECISIONS = 6, 20
_SUBSTANCE = re.compile(r"\w{3,}.*\w{3,}.*\w{3,}")


def meeting_summary(library: Library, question: Question) -> tuple[str, Citations] | None:
    """The items of the meetings that `question` names by committee or date, each in a line; None without one."""
    if question.filters.committee is None and question.days is None:
        return None
    heads = library.meetings(question.filters)
    citations = Citations()
    lines = []
    for head in heads[-MEETINGS:]:
        lines.extend(_meeting_lines(head, library.meeting(head.id), citations))
    return ("\n".join(lines), citations) if citations.given else None


def decisions_answer(library: Library, question: Question) -> tuple[str, Citations] | None:
    """Every decision of the meetings that are left when `question` names no subject; None where they are many."""
    heads = library.meetings(question.filters)
    if len(heads) > DECIDING:
        return None
    citations = Citations()
    lines = []
    for head in heads:
        taken = [(item, decision) for item in library.meeting(head.id).items for decision in item.decisions]
        marked = [
            f"- {opening(item_of(item))}: {quoted(decision.text)} "
            f"{citations.mark(Quote.of_decision(head, item, decision))}"
            for item, decision in taken[:DECISIONS]
        ]
        if marked:
            more = f" {counted(len(taken) - DECISIONS, 'more decision')} not shown." if len(taken) > DECISIONS else ""
            marks = "".join(f"[{citation.number}]" for citation in citations.given[-len(marked) :])
            lines += [f"{opening(meeting_of(head))} took {counted(len(taken), 'decision')} {marks}.{more}", *marked]
    return ("\n".join(lines), citations) if lines else None


def item_summary(head: MeetingHead, item: Item) -> tuple[str, Citations] | None:
    """Who said what in one item, a sentence each, and its decisions. None where it has no minutes."""
    citations = Citations()
    sentences = [one for one in sentences_of(head, item) if one.part == "minutes" and _SUBSTANCE.search(one.text)]
    lines = [_line(one, citations) for one in _one_a_voice(sentences)]
    if not lines and not item.decisions:
        return None
    for decision in item.decisions:
        lines.append(f"- Decision: {quoted(decision.text)} {citations.mark(Quote.of_decision(head, item, decision))}")
    marks = "".join(f"[{citation.number}]" for citation in citations.given[:1])
    return "\n".join([f"In short, {item_of(item)} at {meeting_of(head)} {marks}:", *lines]), citations


def _one_a_voice(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The first sentence of each speaker, up to the most that are told; of all where nobody is named."""
    seen: dict[str, Sentence] = {}
    for one in sentences:
        if one.speakers:
            seen.setdefault(one.speakers[0].name or one.speakers[0].as_printed, one)
    return list(seen.values())[: 2 * SENTENCES] or list(sentences[:SENTENCES])


def _line(one: Sentence, citations: Citations) -> str:
    who = f"{opening(speakers_of(one.speakers))}: " if one.speakers else ""
    return f"- {who}{quoted(one.text)} {citations.mark(Quote.of_sentence(one))}"


def _meeting_lines(head: MeetingHead, meeting: Meeting, citations: Citations) -> list[str]:
    told = []
    for item in meeting.items[:ITEMS]:
        line = _item_line(head, item, citations)
        if line is not None:
            told.append(line)
    if not told:
        return []
    marks = "".join(f"[{citation.number}]" for citation in citations.given[-len(told) :])
    more = f" The first {ITEMS} are shown." if len(meeting.items) > ITEMS else ""
    return [f"{opening(meeting_of(head))} dealt with {counted(len(meeting.items), 'item')} {marks}.{more}", *told]


def _item_line(head: MeetingHead, item: Item, citations: Citations) -> str | None:
    if item.decisions:
        decision = item.decisions[-1]
        return (
            f"- {opening(item_of(item))}: {quoted(decision.text)} "
            f"{citations.mark(Quote.of_decision(head, item, decision))}"
        )
    spoken = [one for one in sentences_of(head, item) if one.part == "minutes" and _SUBSTANCE.search(one.text)]
    lead = next((one for one in spoken if one.speakers), spoken[0] if spoken else None)
    return (
        None
        if lead is None
        else f"- {opening(item_of(item))}: {quoted(lead.text)} {citations.mark(Quote.of_sentence(lead))}"
    )
