"""How results look on a terminal: results on standard output, messages on standard error."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from assistant.model import Answer, Citation
from index.model import Hit

if TYPE_CHECKING:
    from rich.progress import Progress


def say(text: str = "") -> None:
    """A line of the result."""
    typer.echo(text)


def tell(text: str) -> None:
    """A message beside the result."""
    typer.echo(text, err=True)


def say_json(value: Any) -> None:
    """A value as one line of JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, default=str))


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit as the command contract prints it."""
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "meeting_id": passage.meeting_id,
        "item_id": passage.item_id,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "speakers": [speaker.as_printed for speaker in passage.speakers],
        "committee": hit.meeting.committee,
        "date": str(hit.meeting.date) if hit.meeting.date else None,
        "item_title": hit.item_title,
    }


def say_hit(hit: Hit) -> None:
    """A hit for people: where it stands, who said it, and its words."""
    passage = hit.passage
    where = ", ".join(
        part for part in (hit.meeting.committee, _day(hit.meeting.date), _item(hit.item_number, hit.item_title)) if part
    )
    who = " and ".join(speaker.as_printed for speaker in passage.speakers)
    say(f"{hit.rank}. {where}")
    say(f"   {who + ': ' if who else ''}{' '.join(passage.text.split())}\n")


def say_answer(answer: Answer) -> None:
    """An answer for people: the text, then each citation with its quote, then anything out of the ordinary."""
    say(answer.answer)
    if answer.citations:
        say()
    for citation in answer.citations:
        say(f"  [{citation.number}] {citation_place(citation)}")
    for notice in answer.notices:
        tell(f"Note: {notice}")


def citation_place(citation: Citation) -> str:
    """Where a citation stands, in one line: with its address, or with its file where the heading says too little."""
    who = " and ".join(citation.speakers)
    unplaced = citation.committee is None or citation.date is None
    file = citation.source.path if unplaced else None
    source = citation.source.url or (Path(file).name if file else "")
    parts = (citation.committee, _day(citation.date), _item(citation.item_number, citation.item_title), who, source)
    return ", ".join(part for part in parts if part)


def _day(day: object) -> str:
    return f"{day:%-d %B %Y}" if day else "date not in the source"


def _item(number: str | None, title: str | None) -> str:
    return " ".join(part for part in (f"item {number}" if number else "", f"“{title}”" if title else "") if part)


@contextmanager
def progress_bar() -> Iterator["Progress | None"]:
    """A progress bar on standard error where that is a terminal; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar
