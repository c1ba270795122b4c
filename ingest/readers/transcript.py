"""Transcripts in plain text: who speaks is printed before the words ("NAME: words", "Q1 Chair: words")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.draft import Block, DraftItem, DraftMeeting
from ingest.raw import RawSource
from ingest.readers.lines import lines_of
from ingest.readers.printed_items import ItemStart, find_items
from ingest.readers.printed_preface import read_preface
from ingest.readers.protocol import Recognition
from ingest.readers.turns import stamped_name, turn_of

NAME = "transcript"

_LEAST_TURNS = 4
_LEAST_SHARE = 0.3
_CONFIDENCE = 0.9
# A heading over the first turn opens an item only where other items have headings too.
_LEAST_HEADINGS = 2
_STRONG = re.compile(r"\*\*|__")


def recognise(source: RawSource) -> Recognition | None:
    """Sure where at least a third of the lines begin with somebody's name and a colon."""
    if source.is_data or source.head.startswith("WEBVTT"):
        return None
    lines = [line.strip() for line in source.head.split("\n") if line.strip()]
    voices = [voice for line in lines if (voice := _voice(line)) is not None]
    if len(voices) < _LEAST_TURNS or len(set(voices)) < 2 or len(voices) < _LEAST_SHARE * _paragraphs(source.head):
        return None
    return Recognition(
        _CONFIDENCE, f"It is text with {len(voices)} turns of {len(set(voices))} voices (“{voices[0]}:”)."
    )


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The one meeting of the transcript."""
    blocks = [line.block() for line in lines_of(_turns_apart(source.text))]
    return (draft_of_turns(blocks, format=NAME),)


def is_transcript(blocks: Sequence[Block]) -> bool:
    """Whether a good part of the paragraphs of a document begin with somebody's name and a colon."""
    voices = [voice for block in blocks if (voice := _voice(block.text)) is not None]
    return len(voices) >= max(_LEAST_TURNS, _LEAST_SHARE * len(blocks)) and len(set(voices)) > 1


def draft_of_turns(blocks: Sequence[Block], *, format: str, margins: Sequence[str] = (), why: str = "") -> DraftMeeting:
    """The meeting whose turns `blocks` print, cut at its headings; `margins` are running headers and footers."""
    blocks = tuple(_voiced(blocks))
    spoken = next((at for at, block in enumerate(blocks) if block.voice), len(blocks))
    starts = _item_starts(blocks, spoken)
    first = min(starts[0].at, spoken) if starts else spoken
    everywhere = "\n".join(block.text for block in blocks)
    preface = read_preface(blocks[:first], margins=margins, everywhere=everywhere)
    return DraftMeeting(
        items=_items(blocks, first, starts, preface.left),
        format=format,
        organisation=preface.organisation,
        committee=preface.committee,
        date=preface.date,
        time=preface.time,
        venue=preface.venue,
        status=preface.status,
        attendance=preface.attendance,
        transcript=True,
        why=" ".join(filter(None, (why, "A turn goes on until the next name."))),
    )


def _item_starts(blocks: Sequence[Block], spoken: int) -> list[ItemStart]:
    """Where items begin: what stands over the first turn without a number is the head of the transcript.

    Only the last heading there may open the first item, unless it is a name ("THE LORD MAYOR (COUNCILLOR A GARTH)").
    """
    starts = find_items(blocks)
    later = [start for start in starts if start.at >= spoken]
    above = [start for start in starts if start.at < spoken]
    if any(start.number for start in above):
        return [start for start in above if start.number] + later
    if not above or above[-1].at + above[-1].length != spoken or len(starts) < _LEAST_HEADINGS:
        return later
    names_somebody = turn_of(f"{blocks[above[-1].at].text}: x") is not None
    return later if names_somebody else [above[-1], *later]


def _paragraphs(text: str) -> int:
    """How many paragraphs a text has: the groups of lines between empty ones, or the turns where none are empty."""
    return len(re.findall(r"\S[^\n]*\n\s*\n", text)) + 1


def _voice(line: str) -> str | None:
    line = _STRONG.sub("", line)
    turn = turn_of(line)
    return turn[0] if turn else stamped_name(line)


def _voiced(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with their voices; a name on a line of its own gives its voice to the line after it."""
    waiting: str | None = None
    for block in blocks:
        printed = _STRONG.sub("", block.text).strip()
        alone = stamped_name(printed)
        if alone is not None:
            waiting = alone
            continue
        turn = turn_of(printed)
        if turn is not None and not turn[1]:
            waiting = turn[0]
            continue
        voice = turn[0] if turn else waiting
        waiting = None
        yield replace(block, text=printed, voice=voice, kind="paragraph" if voice else block.kind)


def _turns_apart(text: str) -> str:
    """The text with an empty line before each turn, so that lines are not joined over it."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() and _voice(line.strip()) is not None:
            lines.append("")
        lines.append(line)
        if line.strip() and stamped_name(line) is not None:
            lines.append("")
    return "\n".join(lines)


def _items(
    blocks: tuple[Block, ...], first: int, starts: Sequence[ItemStart], left: tuple[Block, ...]
) -> tuple[DraftItem, ...]:
    ends = [*(start.at for start in starts), len(blocks)]
    opening = (*left, *blocks[first : ends[0]])
    items = [DraftItem(minutes=opening)] if ends[0] > first or not starts else []
    for start, end in zip(starts, ends[1:], strict=True):
        over = left if not items else ()
        ran_on = (Block(start.rest),) if start.rest else ()
        minutes = (*over, *ran_on, *blocks[start.at + start.length : end])
        items.append(DraftItem(title=start.title, number=start.number, reference=start.reference, minutes=minutes))
    return tuple(items)
