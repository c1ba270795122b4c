"""`search`: ranked passages."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.lines import batch_lines
from assistant.cli.options import (
    CommitteeOption,
    FromOption,
    JsonOption,
    LibraryOption,
    OrganisationOption,
    SpeakerOption,
    ToOption,
    UsedWrongly,
    filters,
    library_path,
)
from assistant.cli.output import hit_json, say, say_hit, say_json


def search(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(metavar="QUERY", help="Words to look for, or a question.")] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")] = 10,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch",
            metavar="FILE.jsonl",
            help='Many queries: lines of {"id", "query"}; prints lines of {"id", "hits"}.',
        ),
    ] = None,
    as_json: JsonOption = False,
    library: LibraryOption = None,
    committee: CommitteeOption = None,
    organisation: OrganisationOption = None,
    speaker: SpeakerOption = None,
    since: FromOption = None,
    until: ToOption = None,
) -> None:
    """Find the passages that fit best, best first.

    Example: minutebook search "child protection teams" --committee children --from 2022-05-01
    """
    from index import Library

    narrowed = filters(committee, organisation, speaker, since, until)
    if (query is None) == (batch is None):
        raise UsedWrongly("Give either a QUERY or --batch FILE.jsonl.")
    with Library.open(library_path(context, library)) as opened:
        if batch is not None:
            for entry in batch_lines(batch, "query"):
                hits = opened.search(entry["query"], k, narrowed)
                say_json({"id": entry["id"], "hits": [hit_json(hit) for hit in hits]})
            return
        hits = opened.search(query or "", k, narrowed)
    if as_json:
        say_json({"hits": [hit_json(hit) for hit in hits]})
        return
    for hit in hits:
        say_hit(hit)
    if not hits:
        say("Nothing in the library fits this.")
