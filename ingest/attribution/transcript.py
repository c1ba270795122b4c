"""Transcripts: each turn has a printed voice, which the roster may name."""

import re
from collections.abc import Sequence

from ingest.attribution.cast import Cast
from ingest.attribution.narrative import Segment, free_stretches
from ingest.draft import PlacedBlock
from ingest.records import Speaker, StatementKind

_STAGE_DIRECTION = re.compile(r"^\s*[(\[][^()\[\]]*[)\]]\.?\s*$")


def read_turns(blocks: Sequence[PlacedBlock], taken: Sequence[tuple[int, int]], cast: Cast) -> list[Segment]:
    """A segment for each stretch of each turn; stage directions and headings are nobody's."""
    segments: list[Segment] = []
    speaker: Speaker | None = None
    for block in blocks:
        directed = block.block.kind == "heading" or _STAGE_DIRECTION.match(block.block.text) is not None
        if block.block.voice:
            speaker = _named(cast, block.block.voice)
        elif block.block.kind == "heading":
            speaker = None
        for start, end in free_stretches(block, taken):
            speakers = (speaker,) if speaker and not directed else ()
            kind: StatementKind = (
                "question"
                if speakers and block.block.text.rstrip().endswith("?")
                else "discussion"
                if speakers
                else "procedure"
            )
            segments.append(Segment(start, end, speakers, None, kind, block.block.page))
    return segments


def _named(cast: Cast, label: str) -> Speaker:
    person = cast.meet(label, label)
    if person.name is None and person.role is None:
        return Speaker(as_printed=label)
    return person.speaker(label)
