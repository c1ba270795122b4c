"""Who said each sentence of the minutes of one item.

`attribute` is the door. `narrative` reads prose block by block; `joints`, `clauses` and `clause` divide a sentence
into clauses with a subject each, by `mentions` and `voiceless` (phrases that mean somebody), `asides` (what stands
beside them), `predicates` (verbs), `impersonal` (what nobody said) and `askers`; `floor` keeps who speaks, who is
answered and whom "she" means, with the people of `cast`. `written` reads labelled questions and answers, `transcript`
turns; `lexicon` holds the words.
"""

from collections.abc import Sequence

from ingest.attribution.cast import Cast
from ingest.attribution.floor import Floor
from ingest.attribution.narrative import Narrator, Segment, free_stretches
from ingest.attribution.transcript import read_turns
from ingest.draft import PlacedMinutes
from ingest.people import Roster
from ingest.records import Decision, Statement

__all__ = ["attribute"]


def attribute(
    minutes: PlacedMinutes,
    *,
    decisions: Sequence[Decision] = (),
    roster: Roster,
    transcript: bool = False,
    title: str | None = None,
) -> tuple[Statement, ...]:
    """The statements of the minutes of one item: with its decisions they hold every sentence once, in order.

    `decisions` are those found in the same minutes; their stretches are left out. `title` is the item's title: under
    "Declarations of Interest" a person who declares does not speak.
    """
    taken = sorted((part.start, part.end) for part in decisions if part.start is not None and part.end is not None)
    cast = Cast(roster)
    if transcript:
        segments = read_turns(minutes.blocks, taken, cast)
    else:
        narrator = Narrator(Floor(cast, declarations="declaration" in (title or "").lower()))
        for block in minutes.blocks:
            narrator.read(block, list(free_stretches(block, taken)))
        segments = narrator.segments
    return tuple(_statements(minutes.text, segments))


def _statements(text: str, segments: Sequence[Segment]) -> list[Statement]:
    """The segments as statements, those that follow one another with the same voice on one line made one."""
    runs: list[Segment] = []
    for segment in segments:
        start, end = _stripped(text, segment.start, segment.end)
        if start >= end:
            continue
        last = runs[-1] if runs else None
        if (
            last is not None
            and _one_voice(last, segment)
            and "\n" not in text[last.end : start]
            and not text[last.end : start].strip()
        ):
            runs[-1] = Segment(last.start, end, last.speakers, last.asker, last.kind, last.page)
        else:
            runs.append(Segment(start, end, segment.speakers, segment.asker, segment.kind, segment.page))
    return [
        Statement(
            start=run.start,
            end=run.end,
            text=text[run.start : run.end],
            kind=run.kind,
            speakers=run.speakers,
            asker=run.asker,
            page=run.page,
        )
        for run in runs
    ]


def _one_voice(first: Segment, second: Segment) -> bool:
    return (first.speakers, first.asker, first.kind) == (second.speakers, second.asker, second.kind)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
