"""A draft becomes a record: blocks are placed, attendance is put together, decisions and speakers are found."""

import logging
import re
from collections.abc import Iterable

from ingest.attribution import attribute
from ingest.draft import DraftItem, DraftMeeting, PlacedMinutes, place
from ingest.people import Roster, parse_speaker
from ingest.records import Attendee, Item, Meeting, Source, Statement, faults, meeting_id
from ingest.resolutions import find_decisions
from ingest.restricted import without_restricted
from ingest.roster_text import attendance_from_blocks
from ingest.sentences import is_prose

logger = logging.getLogger(__name__)

# Items that tell who attended; other items speak of other meetings and of people who are not there.
_TELLS_ATTENDANCE = re.compile(
    r"\b(?:apolog\w+|absen\w+|attendance|present|substitut\w+|membership|welcome|chair(?:man|person)?|roll call|"
    r"sederunt|quorum)\b",
    re.I,
)
_NOTE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?")
# Attendance is told first, if it is told in the items at all.
_OPENING_ITEMS = 3


def assemble(
    draft: DraftMeeting, source: Source, *, include_restricted: bool = False, nth: int = 1
) -> tuple[Meeting, tuple[str, ...]]:
    """The record of `draft` and the warnings about it. `faults` finds nothing in any record that this returns.

    `nth` counts the meetings of one source that nothing else tells apart.
    """
    draft = without_restricted(draft, include=include_restricted)
    attendance = _merged(draft.attendance, _told_attendance(draft))
    roster = Roster.of(attendance)
    own_id = meeting_id(
        organisation=draft.organisation,
        committee=draft.committee,
        date=draft.date,
        source=source,
        first_title=next((item.title for item in draft.items if item.title), None),
        nth=nth,
    )
    items = tuple(_items(draft, own_id, roster))
    meeting = Meeting(
        id=own_id,
        organisation=draft.organisation,
        committee=draft.committee,
        date=draft.date,
        time=draft.time,
        venue=draft.venue,
        status=draft.status,
        source=source,
        attendance=attendance,
        items=items,
    )
    return _sound(meeting), draft.warnings


def _items(draft: DraftMeeting, own_id: str, roster: Roster) -> Iterable[Item]:
    """The items in order; who is named in one is known by a shorter form in those that follow."""
    for position, item in enumerate(draft.items, start=1):
        record = _item(item, f"{own_id}-{position}", roster, draft)
        roster = roster.having_met(dict.fromkeys(one for said in record.statements for one in said.speakers))
        yield record


def _item(draft: DraftItem, own_id: str, roster: Roster, meeting: DraftMeeting) -> Item:
    minutes = place(draft.minutes)
    told = _unspoken(minutes) if meeting.transcript else minutes
    decisions = find_decisions(told, apart=draft.decisions, votes=draft.votes, roster=roster)
    return Item(
        id=own_id,
        number=draft.number,
        reference=draft.reference,
        title=draft.title,
        report_of=draft.report_of,
        agenda_text=draft.agenda_text,
        restricted=draft.restricted,
        truncated=draft.truncated,
        minutes=minutes.text,
        statements=attribute(
            minutes, decisions=decisions, roster=roster, transcript=meeting.transcript, title=draft.title
        ),
        decisions=decisions,
        documents=draft.documents,
    )


def _unspoken(minutes: PlacedMinutes) -> PlacedMinutes:
    """The notes of a transcript ("(Motion agreed to)"): what is spoken decides nothing, whatever words it uses."""
    notes = (
        placed for placed in minutes.blocks if placed.block.kind == "heading" or _NOTE.fullmatch(placed.block.text)
    )
    return PlacedMinutes(minutes.text, tuple(notes))


def _told_attendance(draft: DraftMeeting) -> Iterable[Attendee]:
    """Attendance that the minutes themselves tell, in their opening items and those about apologies."""
    if draft.transcript:
        return
    for position, item in enumerate(draft.items):
        blocks = tuple(block for block in item.minutes if is_prose(block.text))
        if not item.restricted and (position < _OPENING_ITEMS or _TELLS_ATTENDANCE.search(item.title or "")):
            yield from attendance_from_blocks(blocks, item.title)


def _merged(printed: Iterable[Attendee], told: Iterable[Attendee]) -> tuple[Attendee, ...]:
    """Everybody once: as the list prints them, with a role that only the minutes tell; then those only told of."""
    people: dict[str, Attendee] = {}
    for attendee in (*printed, *told):
        key = (parse_speaker(attendee.name).name or attendee.name).casefold()
        known = people.setdefault(key, attendee)
        if known.role is None and attendee.role is not None:
            people[key] = known.model_copy(update={"role": attendee.role})
    return tuple(people.values())


def _sound(meeting: Meeting) -> Meeting:
    """The meeting; an item whose parts would break the record contract has its minutes as one statement nobody said."""
    broken = list(faults(meeting))
    if not broken:
        return meeting
    logger.error("%s: %s", meeting.id, "; ".join(broken))
    items = tuple(
        item if not any(item.id in fault for fault in broken) else _unattributed(item) for item in meeting.items
    )
    return meeting.model_copy(update={"items": items})


def _unattributed(item: Item) -> Item:
    text = item.minutes.strip()
    start = item.minutes.find(text)
    whole = Statement(start=start, end=start + len(text), text=text, kind="report")
    apart = tuple(decision for decision in item.decisions if decision.start is None)
    return item.model_copy(update={"statements": (whole,) if text else (), "decisions": apart})
