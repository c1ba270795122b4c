"""What a reader hands on: the text of a meeting cut into blocks, before anybody says who spoke.

Readers know formats; `attribution` and `resolutions` know minutes. Between them stands the draft.
"""

from dataclasses import dataclass, field
from datetime import date as Date
from typing import Literal

from ingest.records import Attendee, Document, MeetingStatus

BlockKind = Literal["paragraph", "bullet", "numbered", "heading", "row"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list entry, heading or table row, with its white space made single blanks.

    `text` is as printed and holds the bullet or number where the source prints one; `marker` repeats that
    bullet or number ("•", "1.", "(a)", "14.2"), or the automatic number that a Word list shows without printing.
    `voice` is who speaks, as printed, where the format itself marks it (a turn of a transcript, "NAME: words").
    """

    text: str
    kind: BlockKind = "paragraph"
    marker: str | None = None
    page: int | None = None
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedVote:
    """One row of a table of recorded votes: its title, what was voted on, and the printed result."""

    title: str
    text: str | None
    result: str | None


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An agenda item as read. `decisions` are the blocks printed apart under "Decision(s)"."""

    title: str | None = None
    number: str | None = None
    reference: str | None = None
    report_of: str | None = None
    agenda_text: str | None = None
    restricted: bool = False
    truncated: bool = False
    minutes: tuple[Block, ...] = ()
    decisions: tuple[Block, ...] = ()
    votes: tuple[RecordedVote, ...] = ()
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftMeeting:
    """A meeting as read. `transcript` says that its blocks are turns ("NAME: words") rather than minutes."""

    items: tuple[DraftItem, ...]
    format: str
    organisation: str | None = None
    committee: str | None = None
    date: Date | None = None
    time: str | None = None
    venue: str | None = None
    status: MeetingStatus | None = None
    url: str | None = None
    attendance: tuple[Attendee, ...] = ()
    transcript: bool = False
    warnings: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block with its place in the minutes of its item: `text` is `minutes[start:end]`."""

    block: Block
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacedMinutes:
    """The minutes of one item as one text (blocks joined by line ends) and the blocks in it."""

    text: str
    blocks: tuple[PlacedBlock, ...] = field(default=())


def place(blocks: tuple[Block, ...]) -> PlacedMinutes:
    """Join blocks by line ends and say where each lies; blocks without text are left out."""
    placed: list[PlacedBlock] = []
    parts: list[str] = []
    at = 0
    for block in blocks:
        if not block.text.strip():
            continue
        placed.append(PlacedBlock(block, at, at + len(block.text)))
        parts.append(block.text)
        at += len(block.text) + 1
    return PlacedMinutes("\n".join(parts), tuple(placed))
