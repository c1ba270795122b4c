"""Movers and seconders as speakers: as printed, with the name that the roster of the meeting gives."""

import re

from ingest.people import Roster, parse_speaker
from ingest.records import Attendee, Speaker

_CHAIR = re.compile(r"(?i)chair(?:man|woman|person)?(?:\s+of\s+.*)?")
_VICE_CHAIR = re.compile(r"(?i)(?:vice|deputy)[-\s]?chair(?:man|woman|person)?")
_INITIALS = re.compile(r"[A-Z]{2,4}")


def speaker_of(printed: str | None, roster: Roster) -> Speaker | None:
    """The speaker for what is printed of a mover ("the Chair", "Councillor Hale"); None for None.

    The name is completed from the roster where exactly one person on it fits.
    """
    if printed is None:
        return None
    speaker = parse_speaker(printed)
    person = _on_roster(printed, speaker, roster)
    if person is None:
        return speaker
    known = parse_speaker(person.name)
    return speaker.model_copy(update={"name": known.name or speaker.name, "title": speaker.title or known.title})


def _on_roster(printed: str, speaker: Speaker, roster: Roster) -> Attendee | None:
    if speaker.name is not None:
        initials = _INITIALS.fullmatch(printed)
        return roster.by_initials(printed) if initials else roster.by_name(speaker.name)
    role = speaker.role or ""
    if _CHAIR.fullmatch(role):
        return roster.chair
    if _VICE_CHAIR.fullmatch(role):
        return roster.vice_chair
    return roster.by_role(re.escape(role)) if role else None
