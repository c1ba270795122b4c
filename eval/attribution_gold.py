"""Annotated minutes: what people marked in a source, as `<name>.gold.json` beside the source `<name>.<format>`.

Every annotation is an anchor: four to twelve consecutive words that occur once in the source (or `copies` times).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.errors import MinutebookError
from ingest.records import Vote

GOLD_SUFFIX = ".gold.json"
Forms = tuple[str, ...]


class UnreadableAnnotations(MinutebookError):
    """A folder without annotated minutes, or an annotation file that is not of the expected form."""


class Gold(BaseModel):
    """What all annotations share."""

    model_config = ConfigDict(frozen=True)


class GoldStatement(Gold):
    """A sentence, by its anchor, and who spoke it: each person as the forms printed in the source, fullest first."""

    anchor: str
    speakers: tuple[Forms, ...]
    asker: Forms | None = None


class GoldDecision(Gold):
    """A resolution, by its anchor."""

    anchor: str
    mover: Forms | None = None
    seconder: Forms | None = None
    vote: Vote | None = None
    outcome: str | None = None
    copies: int = 1


class GoldItem(Gold):
    """One item of the agenda and what is annotated in it."""

    number: str | None = None
    title: str | None = None
    restricted: bool = False
    truncated: bool = False
    documents: tuple[str, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    no_speaker: tuple[str, ...] = ()
    decisions: tuple[GoldDecision, ...] = ()


class GoldAttendee(Gold):
    """One line of the roster."""

    name: str
    role: str | None = None
    status: str | None = None


class GoldMeeting(Gold):
    """What the source prints about the meeting; null where it prints nothing."""

    organisation: str | None = None
    committee: str | None = None
    date: str | None = None
    status: str | None = None


class GoldMinutes(Gold):
    """The annotations of one source."""

    meeting: GoldMeeting = Field(default_factory=GoldMeeting)
    attendance: tuple[GoldAttendee, ...] = ()
    items: tuple[GoldItem, ...] = ()


def annotated_minutes(folder: Path) -> Iterator[tuple[Path, GoldMinutes]]:
    """Each annotated source in `folder` with its annotations, by name.

    Raises `UnreadableAnnotations` where the folder holds none, or a file is not of that form.
    """
    golds = sorted(folder.glob(f"*{GOLD_SUFFIX}"))
    if not golds:
        raise UnreadableAnnotations(
            f"{folder} holds no annotated minutes; give a folder with files named *{GOLD_SUFFIX}."
        )
    for gold in golds:
        yield _source_of(gold), read_annotations(gold)


def read_annotations(path: Path) -> GoldMinutes:
    """Read one annotation file. Raises `UnreadableAnnotations` where it is not of that form."""
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
        return GoldMinutes.model_validate(content)
    except (ValidationError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise UnreadableAnnotations(
            f"{path.name} is not an annotation file ({reason}); mend it or take it out."
        ) from None


def _source_of(gold: Path) -> Path:
    stem = gold.name.removesuffix(GOLD_SUFFIX)
    sources = [path for path in sorted(gold.parent.glob(f"{stem}.*")) if path.suffix != ".json"]
    if not sources:
        raise UnreadableAnnotations(f"{gold.name} has no source beside it; put the file {stem}.<format> there.")
    return sources[0]
