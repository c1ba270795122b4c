"""The turns of phrase of a briefing note: where something stands, who said it, what became of it."""

import re
from collections.abc import Sequence
from datetime import date

from index.model import MeetingHead
from ingest.records import Decision, Item, Speaker, Vote

_SEVERAL = re.compile(
    r"^(?:some|other|several|many|most|all|both|two|three|the)?\s*(?:of the )?(?:members|councillors|residents|"
    r"officers|police|directors|governors|parents|objectors|tenants|auditors|petitioners|representatives|trustees|people)\b|"
    r"\b(?:mr|dr|councillor) and (?:mrs|ms|mr|dr|councillor)\b",
    re.IGNORECASE,
)
NO_DATE = "date not in the source"
NO_COMMITTEE = "committee not in the source"


def day(when: date | None) -> str:
    """A date as people write it, or that the source has none."""
    return f"{when.day} {when:%B %Y}" if when else NO_DATE


def listed(names: Sequence[str], word: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 meeting", "3 meetings"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def meeting_of(head: MeetingHead) -> str:
    """ "the Audit Committee on 30 January 2024"; what the source does not say is said to be missing."""
    committee = _the(head.committee) if head.committee else "a meeting"
    if head.committee and head.date:
        return f"{committee} on {day(head.date)}"
    if head.date:
        return f"{committee} on {day(head.date)} ({NO_COMMITTEE})"
    return f"{committee} ({NO_DATE})" if head.committee else f"{committee} (committee and {NO_DATE})"


def item_of(item: Item) -> str:
    """ "item 5, “Budget”"."""
    title = f"“{item.title}”" if item.title else "an item without a title"
    return f"item {item.number.rstrip('.')}, {title}" if item.number else title


def place_of(head: MeetingHead, item: Item) -> str:
    """Meeting and item, as they stand behind a point."""
    return f"{meeting_of(head)}, {item_of(item)}"


def speakers_of(speakers: Sequence[Speaker]) -> str:
    """Those who speak, as printed; the start of a sentence is the caller's."""
    return listed([speaker_of(speaker) for speaker in speakers])


def speaker_of(speaker: Speaker) -> str:
    """ "Mr Teague (Marcus Teague, Assistant Director)": as printed, with name and post printed elsewhere."""
    printed = speaker.as_printed.lower()
    missing = [part for part in (speaker.name, speaker.role) if part and part.lower() not in printed]
    return f"{speaker.as_printed} ({', '.join(missing)})" if missing else speaker.as_printed


def are(speakers: Sequence[Speaker]) -> str:
    """ "is" of one voice, "are" of several: "Some Members"."""
    several = len(speakers) > 1 or any(_SEVERAL.search(one.as_printed) for one in speakers if one.name is None)
    return "are" if several else "is"


def opening(text: str) -> str:
    """`text` with a capital at its start."""
    return text[:1].upper() + text[1:]


def outcome_of(decision: Decision) -> str | None:
    """What became of it, in a word that fits behind "was"."""
    words = {
        "agreed": "agreed",
        "lost": "lost",
        "deferred": "deferred",
        "refused": "refused",
        "withdrawn": "withdrawn",
        "referred": "referred on",
    }
    return words.get(decision.outcome or "")


def vote_of(vote: Vote) -> str:
    """ "6 for, 4 against, 1 abstention"."""
    parts = []
    if vote.for_ is not None:
        parts.append(f"{vote.for_} for")
    if vote.against is not None:
        parts.append(f"{vote.against or 'none'} against")
    if vote.abstentions:
        parts.append(counted(vote.abstentions, "abstention"))
    return ", ".join(parts)


def moved_by(decision: Decision) -> str | None:
    """ "moved by A, seconded by B", as far as it is printed."""
    parts = []
    if decision.mover:
        parts.append(f"moved by {decision.mover.as_printed}")
    if decision.seconder:
        parts.append(f"seconded by {decision.seconder.as_printed}")
    return ", ".join(parts) or None


def _the(name: str) -> str:
    return name if name.lower().startswith("the ") or name[:1].islower() else f"the {name}"
