"""Movers and seconders as speakers: as printed, with the name that the roster of the meeting gives."""

from ingest.people import Roster, parse_speaker
from ingest.records import Speaker


def speaker_of(printed: str | None, roster: Roster) -> Speaker | None:
    """The speaker for what is printed of a mover ("the Chair", "Councillor Hale"); None for None.

    The name is completed from the roster where exactly one person on it fits.
    """
    if printed is None:
        return None
    speaker = parse_speaker(printed)
    known = roster.meant_by(printed, speaker)
    if known is None:
        return speaker
    return speaker.model_copy(update={"name": known.name or speaker.name, "title": speaker.title or known.title})
