"""`parse` and `ingest`: sources become records, and records come into the library."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import ChromaOption, JsonOption, LibraryOption, library_path, use_chroma
from assistant.cli.output import progress_bar, say, say_json, tell
from ingest.errors import MinutebookError

if TYPE_CHECKING:
    from index import IngestProgress, IngestReport
    from ingest import Reading, Unread

RestrictedOption = Annotated[
    bool,
    typer.Option(
        "--include-restricted", help="Also keep the text of exempt items (Part B). Only into a library of their own."
    ),
]


def parse(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Saved minutes, or folders of them.")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which format each file was taken for, and why.")
    ] = False,
    include_restricted: RestrictedOption = False,
) -> None:
    """Print what files say as records: one JSON object a line, one a meeting.

    Example: minutebook parse minutes.html > minutes.jsonl
    """
    from ingest import Unread, read_paths

    failed = False
    for source in read_paths(files, include_restricted=include_restricted):
        if isinstance(source, Unread):
            failed = True
            tell(f"{source.path}: {source.reason}")
            continue
        if explain:
            tell(f"{source.path}: {source.format}. {source.why}")
        for warning in source.warnings:
            tell(f"{source.path}: {warning}")
        for meeting in source.meetings:
            say(meeting.to_json())
    if failed:
        raise typer.Exit(1)


def ingest(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH_OR_URL", help="Files, folders, record files (.jsonl), or web addresses of meetings."
        ),
    ],
    library: LibraryOption = None,
    chroma_url: ChromaOption = None,
    include_restricted: RestrictedOption = False,
    as_json: JsonOption = False,
) -> None:
    """Add minutes to the library, and say what became of each source.

    What was read before and has not changed is left alone; what has changed replaces its earlier records. An
    ingest that is broken off loses nothing: run it again and it carries on.

    \b
    Examples:
      minutebook ingest samples
      minutebook ingest "minutes 8 March.html" records.jsonl
    """
    from assistant.reader import load_reader
    from index import Library
    from ingest import count_sources

    use_chroma(chroma_url)
    paths = [Path(source) for source in sources if not _is_address(source)]
    place = library_path(context, library)
    with Library.open(place, create=True, restricted=include_restricted or None) as opened, progress_bar() as bar:
        task = bar.add_task("Reading minutes", total=count_sources(paths) + len(sources) - len(paths)) if bar else None

        def show(progress: "IngestProgress") -> None:
            if bar is not None and task is not None:
                bar.update(task, completed=progress.sources, description=f"{progress.passages} passages")

        report = opened.ingest(_all_sources(sources, paths, include_restricted), progress=show)
        load_reader(opened.settings.cache)  # made ready now, so that no question waits for it
    _say_report(report, place, as_json=as_json)
    if report.sources and report.count("skipped") == len(report.sources):
        raise typer.Exit(1)


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def _all_sources(sources: Iterable[str], paths: list[Path], include_restricted: bool) -> "Iterator[Reading | Unread]":
    from ingest import Unread, read_address, read_paths

    yield from read_paths(paths, include_restricted=include_restricted)
    for address in filter(_is_address, sources):
        try:
            yield read_address(address, include_restricted=include_restricted)
        except MinutebookError as error:
            yield Unread(path=address, reason=str(error))


def _say_report(report: "IngestReport", place: Path, *, as_json: bool) -> None:
    if as_json:
        say_json(report.model_dump(mode="json"))
        return
    write: Callable[[str], None] = say
    for source in report.sources:
        if source.outcome == "skipped":
            write(f"skipped    {source.path}: {source.reason}")
        else:
            write(
                f"{source.outcome:10} {source.path}: "
                f"{_count(source.meetings, 'meeting')}, {_count(source.items, 'item')}"
            )
        for note in source.notes:
            tell(f"           {note}")
    counts = [
        f"{report.count(outcome)} {outcome}"
        for outcome in ("added", "replaced", "unchanged", "skipped")
        if report.count(outcome)
    ]
    tell(f"{', '.join(counts) or 'nothing to read'}; the library is {place}.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
