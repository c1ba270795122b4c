"""Options that several commands share, and what they mean together."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from index.model import Filters
from index.settings import IndexSettings
from ingest.errors import MinutebookError

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="The folder of the library (or set MINUTEBOOK_LIBRARY)."),
]
ChromaOption = Annotated[
    str | None,
    typer.Option(
        "--chroma-url",
        metavar="URL",
        help="Keep the vectors on this Chroma server (1.5.9 or newer) instead of in the library's folder "
        "(or set MINUTEBOOK_CHROMA_URL).",
        rich_help_panel="Library",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs to read.")]
CommitteeOption = Annotated[
    str | None,
    typer.Option("--committee", metavar="NAME", help="Only this committee (part of its name is enough)."),
]
OrganisationOption = Annotated[
    str | None,
    typer.Option("--organisation", metavar="NAME", help="Only meetings of this council or body."),
]
SpeakerOption = Annotated[
    str | None,
    typer.Option("--speaker", metavar="NAME", help="Only what this person or post said."),
]
FromOption = Annotated[
    datetime | None,
    typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="From this day on, as 2023-03-08."),
]
ToOption = Annotated[
    datetime | None,
    typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE", help="Up to this day, as 2023-03-08."),
]


class UsedWrongly(MinutebookError):
    """The words of a command do not go together: exit status 2."""


def library_path(context: typer.Context, given: Path | None) -> Path:
    """The library's folder: given with the command, before it, in the environment, or the user's own."""
    before = context.find_root().obj
    return given or (before if isinstance(before, Path) else None) or IndexSettings().library


def use_chroma(url: str | None) -> None:
    """Let every library that this process opens keep its vectors on a Chroma server, where one is given."""
    if url is not None:
        os.environ["MINUTEBOOK_CHROMA_URL"] = url


def filters(
    committee: str | None, organisation: str | None, speaker: str | None, since: datetime | None, until: datetime | None
) -> Filters:
    """The filters of a command. Raises `UsedWrongly` where the dates are the wrong way round."""
    first, last = _day(since), _day(until)
    if first and last and first > last:
        raise UsedWrongly(f"--from {first} is after --to {last}: no meeting can lie between them.")
    return Filters(committee=committee, organisation=organisation, speaker=speaker, date_from=first, date_to=last)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
