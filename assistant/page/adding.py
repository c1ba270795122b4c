"""Minutes added on the page: read, kept in the library's folder, and taken in."""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from index.library import Library
from index.report import IngestProgress, IngestReport
from ingest.beside import is_sidecar
from ingest.errors import MinutebookError, UnreadableSource
from ingest.reading import Reading, Unread, read_file

UPLOADS = "uploads"
Tell = Callable[[float, str], None]


def add(library: Library, files: Sequence[str], tell: Tell) -> IngestReport:
    """Take uploaded files into the library and say what became of each. `tell` gets the share done and a word.

    The library is opened once more for it, so that questions are answered meanwhile. Raises `LibraryBusy`, and
    `LibraryKindDiffers` where the library is a restricted one.
    """
    with (
        TemporaryDirectory() as folder,
        Library.open(library.path, restricted=False, settings=library.settings) as writer,
    ):
        brought = _together(Path(folder), [Path(file) for file in files])
        sources = [path for path in brought if not is_sidecar(path)]
        done = 0.0

        def show(progress: IngestProgress) -> None:
            nonlocal done
            indexed = progress.indexed / progress.passages if progress.passages else 0.0
            # What is still to be read is not known, so the share may only grow.
            done = max(done, (progress.sources + indexed) / (len(sources) + 1))
            name = f"{Path(progress.source).name}: " if progress.source else ""
            tell(min(done, 1.0), f"{name}{progress.indexed:,} of {progress.passages:,} passages indexed")

        return writer.ingest(_kept(library.path / UPLOADS, sources), progress=show)


def _together(folder: Path, files: Sequence[Path]) -> list[Path]:
    """The uploads side by side in one folder, so that a sidecar stands beside what it describes."""
    brought = []
    for file in files:
        name = re.sub(r"[^\w .()-]+", "_", file.name).lstrip(". ") or "minutes"
        place = folder / name
        if place in brought:
            raise MinutebookError(f"Two of the files are called {name}; add them one after the other.")
        brought.append(Path(shutil.copyfile(file, place)))
    return brought


def _kept(uploads: Path, sources: Sequence[Path]) -> Iterator[Reading | Unread]:
    """Each source as read, from where it is kept.

    It is kept by meeting and name: the same file sent again replaces what it gave before, and another meeting's file
    of the same name stands beside it.
    """
    for path in sources:
        try:
            meetings = read_file(path).meetings
            folder = uploads / (re.sub(r"[^\w.-]+", "_", meetings[0].id)[:120] if meetings else "other")
            folder.mkdir(parents=True, exist_ok=True)
            for file in (path.with_suffix(".json"), path.with_name(f"{path.name}.json"), path):
                if file.is_file():
                    shutil.copyfile(file, folder / file.name)
            yield read_file(folder / path.name)
        except UnreadableSource as error:
            yield Unread(path.name, str(error))
