"""Meetings in the form of the QMSum data set: JSON with a list of turns, `{"speaker": …, "content": …}`."""

import json
from collections.abc import Iterator
from typing import Any

from ingest.blocks import clean
from ingest.draft import Block, DraftItem, DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.protocol import CERTAIN, Recognition

NAME = "qmsum"

_KEY = "meeting_transcripts"
# The annotations of a meeting may stand before its turns.
_FAR_ENOUGH = 1_000_000


def recognise(source: RawSource) -> Recognition | None:
    """Certain by the key that holds the turns."""
    if source.head.lstrip().startswith(("{", "[")) and f'"{_KEY}"' in source.text[:_FAR_ENOUGH]:
        return Recognition(CERTAIN, f"It is JSON with the key “{_KEY}” of the QMSum data set.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """Each line, or the whole file, as a meeting of one item. Raises `UnreadableSource` where the JSON is broken."""
    found = tuple(
        DraftMeeting(items=(DraftItem(minutes=blocks),), format=NAME, transcript=True)
        for meeting in _meetings(source.text)
        if (blocks := tuple(_turns(meeting)))
    )
    if not found:
        raise UnreadableSource(f"The JSON holds no turns under “{_KEY}”; it must be a list of speaker and content.")
    return found


def _meetings(text: str) -> Iterator[dict[str, Any]]:
    try:
        whole = json.loads(text)
        yield from _dictionaries(whole if isinstance(whole, list) else [whole])
        return
    except ValueError:
        pass
    except RecursionError:
        raise UnreadableSource("The JSON is nested without end; it is no transcript.") from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield from _dictionaries([json.loads(line)])
            except (ValueError, RecursionError):
                raise UnreadableSource(f"Line {number} is not JSON; each line must hold one meeting.") from None


def _dictionaries(values: list[Any]) -> Iterator[dict[str, Any]]:
    return (value for value in values if isinstance(value, dict))


def _turns(meeting: dict[str, Any]) -> Iterator[Block]:
    turns = meeting.get(_KEY)
    for turn in _dictionaries(turns if isinstance(turns, list) else []):
        text = clean(str(turn.get("content") or ""))
        if text:
            yield Block(text, voice=clean(str(turn.get("speaker") or "")) or None)
