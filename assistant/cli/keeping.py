"""`library`: what is held, and whether it is whole."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import (
    ChromaOption,
    CommitteeOption,
    FromOption,
    JsonOption,
    LibraryOption,
    OrganisationOption,
    SpeakerOption,
    ToOption,
    filters,
    library_path,
    use_chroma,
)
from assistant.cli.output import say, say_json, tell
from index.model import Overview
from ingest.errors import MinutebookError

if TYPE_CHECKING:
    from index import Library


class NothingToRemove(MinutebookError):
    """What is to be removed is not in the library."""


def library(
    context: typer.Context,
    check: Annotated[
        bool,
        typer.Option("--check", help="Compare every store with the book of record; status 1 if something is wrong."),
    ] = False,
    remove: Annotated[
        str | None,
        typer.Option(
            "--remove", metavar="SOURCE_OR_ID", help="Remove what this file or address gave, or the meeting of this id."
        ),
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    chroma_url: ChromaOption = None,
    committee: CommitteeOption = None,
    organisation: OrganisationOption = None,
    speaker: SpeakerOption = None,
    since: FromOption = None,
    until: ToOption = None,
) -> None:
    """Say what the library holds: committees, meetings, items, dates. With --check, whether it is whole.

    Example: minutebook library --remove "minutes 8 March.html"
    """
    from index import Library

    use_chroma(chroma_url)
    narrowed = filters(committee, organisation, speaker, since, until)
    place = library_path(context, library)
    with Library.open(place) as opened:
        if check:
            _check(opened, as_json)
            return
        if remove is not None:
            _remove(opened, remove)
            return
        held = opened.overview(narrowed)
    if as_json:
        say_json(held.model_dump(mode="json"))
    else:
        _say_overview(held, place)


def _check(opened: "Library", as_json: bool) -> None:
    report = opened.check()
    if as_json:
        say_json(report.model_dump(mode="json") | {"sound": report.sound})
    else:
        for problem in report.problems:
            say(problem)
        if report.unfinished:
            tell(
                f"{report.unfinished} meetings of an ingest that was broken off are not shown yet; "
                "run `minutebook ingest` again."
            )
        if report.sound:
            say("The library is whole: every store agrees with the book of record.")
    if not report.sound:
        raise typer.Exit(1)


def _remove(opened: "Library", named: str) -> None:
    gone = opened.remove(meeting_id=named, source=named)
    if not gone:
        raise NothingToRemove(
            f"The library holds nothing from {named}, and no meeting of that id; "
            "`minutebook search --json` shows the ids."
        )
    say(f"removed    {named}: {gone} meeting{'' if gone == 1 else 's'}")


def _say_overview(held: Overview, place: Path) -> None:
    say(f"Library       {place}")
    say(f"Organisations {', '.join(held.organisations) or 'none named'}")
    say(f"Committees    {', '.join(held.committees) or 'none named'}")
    say(
        f"Meetings      {held.meetings}"
        + (f", of which {held.undated} with no date in the source" if held.undated else "")
    )
    say(
        f"Dates         {held.first:%-d %B %Y} to {held.last:%-d %B %Y}"
        if held.first and held.last
        else "Dates         none in the sources"
    )
    say(f"Items         {held.items}")
    say(f"Statements    {held.statements}")
    say(f"Decisions     {held.decisions}")
    say(f"Passages      {held.passages}")
