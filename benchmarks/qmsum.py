"""QMSum's committee meetings as records, and its questions with the turns that answer them.

Zhong et al., 2021, "QMSum: A New Benchmark for Query-based Multi-domain Meeting Summarization". One file line is one
meeting; a turn becomes a statement, and a turn inside a gold span is relevant.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.records import Item, Meeting, Source, Speaker, Statement


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the meeting it was asked of, and where in that meeting's minutes the relevant turns start."""

    text: str
    meeting_id: str
    relevant: frozenset[int]


def read(path: Path) -> Iterator[tuple[Meeting, list[Question]]]:
    """The meetings of one file, each with its questions."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            told = json.loads(line)
            meeting, starts = _meeting(told["meeting_transcripts"], f"{path.stem}-{number}", path)
            yield meeting, [_question(asked, meeting.id, starts) for asked in told["specific_query_list"]]


def _meeting(turns: list[dict[str, str]], meeting_id: str, path: Path) -> tuple[Meeting, list[int]]:
    """The meeting, and where each turn starts; a turn without words is kept as a dash."""
    statements, starts, at = [], [], 0
    for turn in turns:
        text = " ".join(turn["content"].split()) or "-"
        speaker = Speaker(as_printed=turn["speaker"], name=turn["speaker"])
        statements.append(Statement(start=at, end=at + len(text), text=text, kind="discussion", speakers=(speaker,)))
        starts.append(at)
        at += len(text) + 1
    minutes = "\n".join(statement.text for statement in statements)
    item = Item(id=f"{meeting_id}-1", minutes=minutes, statements=tuple(statements))
    source = Source(path=f"{path.name}#{meeting_id}", format="qmsum")
    return Meeting(id=meeting_id, source=source, items=(item,)), starts


def _question(asked: dict[str, Any], meeting_id: str, starts: list[int]) -> Question:
    relevant = {
        starts[turn]
        for first, last in asked["relevant_text_span"]
        for turn in range(int(first), min(int(last), len(starts) - 1) + 1)
    }
    return Question(asked["query"], meeting_id, frozenset(relevant))
