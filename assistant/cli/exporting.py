"""`export`: the library as files for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.options import (
    CommitteeOption,
    FromOption,
    LibraryOption,
    OrganisationOption,
    SpeakerOption,
    ToOption,
    filters,
    library_path,
)
from assistant.cli.output import tell


def export(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="records.jsonl for whole meetings; statements.csv or statements.parquet for a row a statement.",
        ),
    ],
    library: LibraryOption = None,
    committee: CommitteeOption = None,
    organisation: OrganisationOption = None,
    speaker: SpeakerOption = None,
    since: FromOption = None,
    until: ToOption = None,
) -> None:
    """Write what the library holds to a file; its ending says the form. `minutebook ingest` reads the JSON Lines again.

    Example: minutebook export statements.csv --committee children --from 2022-05-01
    """
    from index import Library
    from index.outlet import export as write

    narrowed = filters(committee, organisation, speaker, since, until)
    with Library.open(library_path(context, library)) as opened:
        count = write(opened, file, narrowed)
    tell(f"{file}: {count} {'meetings' if file.suffix.lower() == '.jsonl' else 'statements'}.")
