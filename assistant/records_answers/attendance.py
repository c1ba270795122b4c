"""Who was there, who was not, who took the chair, who stood in, who declared an interest: from roster and minutes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.citing import Citations, Quote
from assistant.answer.compose import quoted
from assistant.answer.phrases import counted, listed, meeting_of, opening
from assistant.evidence.sentences import Sentence, sentences_of
from assistant.question.model import Question
from assistant.records_answers.attendance_words import PRINTED, Detail, details_of
from assistant.words import stems
from index.library import Library
from index.model import MeetingHead
from ingest.people import Roster
from ingest.records import Attendee, Item, Meeting

# Meetings gone through at most.
MEETINGS = 12
# Sentences quoted of one meeting.
QUOTED = 3
# Characters before a sentence in which the one it speaks of may be named.
BEFORE = 160

_ELECTION = re.compile(r"\b(?:elect|appoint|nominat)\w*\b.*\b(?:chair|mayor|conven|president)", re.IGNORECASE)
_CHOSEN = re.compile(r"\b(?:elect|appoint|nominat|vot)\w*\b|\btook (?:the|up) ", re.IGNORECASE)
_POST = re.compile(r"\b(?:vice|deputy|chair|mayor|conven|president)", re.IGNORECASE)
# Who says so speaks of another meeting.
_ANOTHER_TIME = re.compile(
    r"\b(?:had (?:been|taken|chaired|presided)|used to|formerly|recall\w*|would (?:take|be in)|next meeting)\b",
    re.IGNORECASE,
)
_STATUSES: dict[Detail, tuple[str, ...]] = {
    "apologies": ("apologies",),
    "absent": ("absent", "apologies"),
    "unexcused": ("absent",),
    "substitutes": ("substitute",),
    "present": ("present", "substitute", "in_attendance"),
}
_NONE = re.compile(r"\b(?:no|none|nil)\b", re.IGNORECASE)
# Who asks so wants the last meeting.
_NOW = re.compile(r"\b(?:now|current(?:ly)?|at present|these days)\b|\bwho(?: is|['’]s) (?:the )?chair", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow many\b|\bnumber of\b", re.IGNORECASE)
_SAID = {
    "apologies": "sent apologies",
    "absent": "did not attend",
    "unexcused": "did not attend, without apologies,",
    "substitutes": "attended as substitute",
    "present": "attended",
    "chair": "was in the chair",
}


@dataclass(frozen=True, slots=True)
class _Found:
    meeting: Meeting
    people: tuple[Attendee, ...]
    printed: tuple[Sentence, ...]


def attendance_answer(
    library: Library, question: Question, likely: Sequence[MeetingHead]
) -> tuple[str, Citations] | None:
    """The answer out of rosters and minutes; None where they do not say. `likely`: meetings that a search points at."""
    lines: list[str] = []
    citations = Citations()
    meetings = list(_meetings(library, question, likely))
    for detail in details_of(question.raw):
        told = [_found(meeting, detail, question) for meeting in meetings]
        for found in _with_something([one for one in told if one is not None]):
            lines.extend(_told(found, detail, citations, counting=_HOW_MANY.search(question.raw) is not None))
    return ("\n".join(lines), citations) if lines else None


def _with_something(told: Sequence["_Found"]) -> Sequence["_Found"]:
    """Of several meetings, those whose minutes tell of more than that there was nothing."""
    some = [one for one in told if one.people or any(not _NONE.search(sentence.text) for sentence in one.printed)]
    return some or told


def _meetings(library: Library, question: Question, likely: Sequence[MeetingHead]) -> Iterator[Meeting]:
    heads = library.meetings(question.filters)
    narrowed = not question.filters.model_copy(update={"speaker": None}).empty
    if not narrowed or len(heads) > MEETINGS:
        known = {head.id for head in heads}
        near = [head for head in likely if head.id in known]
        heads = list(dict.fromkeys(near)) if near else heads if narrowed else []
    if question.days is None and _NOW.search(question.raw):
        heads = heads[-1:]
    for head in heads[:MEETINGS]:
        yield library.meeting(head.id)


def _found(meeting: Meeting, detail: Detail, question: Question) -> _Found | None:
    people = tuple(_people(meeting, detail))
    printed = tuple(_printed(meeting, detail, question, people))
    for voice in question.named:
        surname = (voice.surname or "").lower()
        named = tuple(sentence for sentence in printed if surname in sentence.text.lower())
        printed = named or tuple(sentence for sentence in printed if surname in _with_before(sentence).lower())
        people = (
            tuple(one for one in people if surname in f"{one.name} {one.role}".lower()) if detail != "chair" else people
        )
    if detail == "interests" or (detail == "chair" and _chaired_by_another(meeting, people, printed)):
        people = ()
    told = people or printed or _noted(meeting, detail)
    return _Found(meeting, people, printed[:QUOTED]) if told else None


def _chaired_by_another(meeting: Meeting, people: Sequence[Attendee], printed: Sequence[Sentence]) -> bool:
    """Whether the minutes print that somebody else of those present took the chair, and not the chair of the roster."""
    chair = {stem for one in people for stem in stems(one.name)[-1:]}
    others = {stem for one in meeting.attendance if one.status == "present" for stem in stems(one.name)[-1:]} - chair
    told = {stem for sentence in printed for stem in stems(sentence.text)}
    return not chair & told and bool(others & told)


def _with_before(sentence: Sentence) -> str:
    """The sentence with what stands before it ("Councillor Tuck sent apologies. Councillor Pellow substituted.")."""
    start = sentence.start or 0
    return f"{sentence.item.minutes[max(0, start - BEFORE) : start]} {sentence.text}"


def _people(meeting: Meeting, detail: Detail) -> Iterator[Attendee]:
    if detail == "chair":
        chair = Roster.of(meeting.attendance).chair
        if chair is not None:
            yield chair
        return
    for one in meeting.attendance:
        as_substitute = detail == "substitutes" and "substitut" in (one.role or "").lower()
        if one.status in _STATUSES.get(detail, ()) or as_substitute:
            yield one


def _printed(meeting: Meeting, detail: Detail, question: Question, people: Sequence[Attendee]) -> list[Sentence]:
    """The sentences that print it, those first that hold the people and the subject."""
    head = head_of(meeting)
    surnames = {stem for one in people for stem in stems(one.name)[-1:]}
    topic = {stem for word in question.topic for stem in stems(word)} - {
        stem for voice in question.named for stem in stems(voice.typed)
    }
    found = [
        sentence
        for item in meeting.items
        for sentence in sentences_of(head, item)
        if sentence.part != "agenda"
        and _prints(detail, sentence)
        and not (detail == "chair" and _ANOTHER_TIME.search(sentence.text))
    ]
    if detail == "interests":
        found = _on_subject(found, topic)
    if detail == "elected":
        posts = _posts(question.raw)
        found = [one for one in found if posts <= _posts(f"{one.item.title or ''} {one.text}")]
    fitting = [
        (len(surnames & set(stems(one.text))), len(topic & set(stems(f"{one.text} {one.item.title or ''}"))), one)
        for one in found
    ]
    named = [triple for triple in fitting if triple[0]] if detail != "chair" else []
    return [one for *_, one in sorted(named or fitting, key=lambda triple: (-triple[1], -triple[0]))]


def _posts(text: str) -> set[str]:
    return {post.lower().replace("deputy", "vice") for post in _POST.findall(text)}


def _prints(detail: Detail, sentence: Sentence) -> bool:
    """Whether a sentence tells of it; under "Declarations of Interest", whatever is declared is one.

    Under "Election of Chair", who has votes or takes the chair was elected.
    """
    title = sentence.item.title or ""
    if detail == "interests" and re.search(r"declar|interest", title, re.IGNORECASE):
        return re.search(r"\bdeclar", sentence.text, re.IGNORECASE) is not None
    if detail == "elected" and _ELECTION.search(title):
        return _CHOSEN.search(sentence.text) is not None
    return PRINTED[detail].search(sentence.text) is not None


def _on_subject(found: list[Sentence], topic: set[str]) -> list[Sentence]:
    """Declarations in the item, or about the item, that is asked for; all where none is."""
    beside = {stem for stem in topic if stem not in {"interest", "declar", "pecuniari", "person"}}
    if not beside:
        return found
    return [one for one in found if beside & (set(stems(one.text)) | set(stems(one.item.title or "")))]


def _told(found: _Found, detail: Detail, citations: Citations, *, counting: bool) -> list[str]:
    head = head_of(found.meeting)
    where = meeting_of(head)
    lines = []
    if (noted := _noted(found.meeting, detail)) and not found.printed:
        mark = citations.mark(_roster_quote(head, found.meeting, noted))
        return [f"{opening(where)} is recorded as held {'at' if detail == 'hours' else 'in'} {noted} {mark}."]
    if found.people:
        names = listed([_name(one) for one in found.people])
        marks = _marks(found, head, citations)
        verb = _SAID[detail].replace("was", "were", 1) if len(found.people) > 1 else _SAID[detail]
        place = {"apologies": f"to {where}", "present": where, "absent": where, "unexcused": where}.get(
            detail, f"at {where}"
        )
        told = f"{opening(names)} {verb} {place}"
        if counting:
            told = f"{counted(len(found.people), 'person', 'people')} {verb} {place}: {names}"
        lines.append(f"{told} {''.join(marks)}.")
    for sentence in found.printed:
        mark = citations.mark(Quote.of_sentence(sentence))
        lead = (
            f"- {quoted(sentence.text)} {mark}"
            if lines
            else f"The minutes of {where} record: {quoted(sentence.text)} {mark}"
        )
        lines.append(lead)
    return lines


def _marks(found: _Found, head: MeetingHead, citations: Citations) -> list[str]:
    """The sentence that names people, and for those whom it does not name their line on the roster."""
    sentences = found.printed[:1]
    said = {stem for sentence in sentences for stem in stems(sentence.text)}
    marks = [citations.mark(Quote.of_sentence(sentence)) for sentence in sentences]
    others = [one for one in found.people if not set(stems(one.name)[-1:]) & said]
    return marks + [citations.mark(_roster_quote(head, found.meeting, one.name)) for one in others]


def _name(one: Attendee) -> str:
    return (
        f"{one.name} ({one.role})"
        if one.role and one.role.lower() not in ("member", "officer", "committee member")
        else one.name
    )


def _noted(meeting: Meeting, detail: Detail) -> str | None:
    """The hour or the place of a meeting, where its head prints it."""
    return {"hours": meeting.time, "venue": meeting.venue}.get(detail)


def _roster_quote(head: MeetingHead, meeting: Meeting, printed: str) -> Quote:
    """What the head or attendance list prints; these belong to no item, so the first one stands for the meeting."""
    item = meeting.items[0] if meeting.items else Item(id=meeting.id)
    return Quote(head, item, "agenda", printed)


def head_of(meeting: Meeting) -> MeetingHead:
    """A meeting without its items."""
    return MeetingHead(
        id=meeting.id,
        organisation=meeting.organisation,
        committee=meeting.committee,
        date=meeting.date,
        time=meeting.time,
        status=meeting.status,
        source=meeting.source,
    )
