"""Minutes added on the page: kept in the library's folder, read, and taken in."""

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from index.library import Library
from index.report import IngestProgress, IngestReport
from ingest.errors import MinutebookError

UPLOADS = "uploads"


def add(library: Library, files: Sequence[str], tell: Callable[[float, str], None]) -> str:
    """Take uploaded files into the library and say what became of each. `tell` gets the share done and a word."""
    from ingest import read_paths

    kept = [_keep(library.path / UPLOADS, Path(file)) for file in files]
    total = len(kept)

    def show(progress: IngestProgress) -> None:
        tell(min(progress.sources / total, 1.0), f"{progress.passages} passages read")

    try:
        report = library.ingest(read_paths(kept), progress=show)
    except MinutebookError as error:
        return str(error)
    return _told(report)


def _keep(folder: Path, file: Path) -> Path:
    """A copy of an upload under its own name, so that the same file sent again replaces what it gave before."""
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w .()-]+", "_", file.name).lstrip(".") or "minutes"
    return Path(shutil.copyfile(file, folder / name))


def _told(report: IngestReport) -> str:
    lines = []
    for source in report.sources:
        name = Path(source.path).name
        if source.outcome == "skipped":
            lines.append(f"{name}: not added. {source.reason}")
        elif source.outcome == "unchanged":
            lines.append(f"{name}: already in the library, unchanged.")
        else:
            lines.append(f"{name}: {source.outcome}, {source.items} agenda item{'' if source.items == 1 else 's'}.")
        lines += [f"   {note}" for note in source.notes]
    return "\n".join(lines) or "There was nothing to read in these files."
