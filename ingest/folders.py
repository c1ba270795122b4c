"""Many sources at once: folders are walked in order, many files are read by several processes, none stops the rest."""

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from ingest.beside import files_in, is_manifest, is_sidecar
from ingest.reading import Reading, Unread, try_file
from ingest.supplied import Supplied

# Below this much work the other processes would take longer to start than one takes to read it all.
_WORTH_PROCESSES = 400
_EFFORT = {".pdf": 20, ".docx": 5}
_BATCH = 8
_NOT_SOURCES = re.compile(r"(?:readme|licen[cs]e)(?:\.\w+)?|thumbs\.db|desktop\.ini|[.~].*|__.*", re.I)


@dataclass(frozen=True, slots=True)
class _Source:
    """A file to be read, and what a manifest says about it."""

    path: Path
    supplied: Supplied = field(default_factory=Supplied)


_ReadBatch = Callable[[Sequence[_Source]], list[Reading | Unread]]


def read_paths(
    paths: Iterable[Path | str], *, include_restricted: bool = False, processes: int | None = None
) -> Iterator[Reading | Unread]:
    """Read files and all files in folders, in sorted order; what cannot be read comes as `Unread`, the rest goes on.

    A CSV manifest stands for the files that it names. `processes` says how many processes read (1: only this one);
    without it, as many as the machine has processors where there is enough to read.
    """
    found = list(_sources(paths))
    read = partial(_read, include_restricted=include_restricted)
    sources = [source for source in found if isinstance(source, _Source)]
    workers = processes or _worthwhile_processes(sources)
    if workers <= 1 or len(sources) < 2:
        yield from (read(source) if isinstance(source, _Source) else source for source in found)
        return
    results = _read_in_parallel(sources, include_restricted, workers)
    yield from (next(results) if isinstance(source, _Source) else source for source in found)


def count_sources(paths: Iterable[Path | str]) -> int:
    """How many sources `read_paths` will yield."""
    return sum(1 for _ in _sources(paths))


def _sources(paths: Iterable[Path | str]) -> Iterator[_Source | Unread]:
    """The files that are sources, each once; for a path that is not there, why it is unread."""
    seen: set[Path] = set()
    for given in map(Path, paths):
        try:
            files = [given] if given.is_file() else list(_walk(given)) if given.is_dir() else None
        except (OSError, ValueError):
            files = None
        if files is None:
            yield Unread(str(given), f"There is no file or folder {given}. Check the name.")
            continue
        for source in _with_manifests(files):
            if (path := Path(source.path)) not in seen:
                seen.add(path)
                yield source


def _with_manifests(files: Sequence[Path]) -> Iterator[_Source | Unread]:
    """The files, with the manifests among them replaced by what they name."""
    manifests = [file for file in files if is_manifest(file)]
    named = {file: supplied for manifest in manifests for file, supplied in files_in(manifest)}
    for file in files:
        if file not in manifests:
            yield _Source(file, named.pop(file, Supplied()))
    for file, supplied in named.items():
        if file.is_file():
            yield _Source(file, supplied)
        else:
            yield Unread(str(file), "A manifest names this file, but it is not there. Correct the manifest.")


def _walk(folder: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(
            each for each in folders if not each.startswith((".", "__")) and not _is_saved_parts(name, each)
        )
        for file in sorted(files):
            path = Path(name, file)
            if not _NOT_SOURCES.fullmatch(file) and path.is_file() and not is_sidecar(path):
                yield path


def _is_saved_parts(parent: str, folder: str) -> bool:
    """Whether a browser made the folder for the pictures and styles of a page that it saved beside it."""
    stem = folder.removesuffix("_files")
    return stem != folder and any(Path(parent, f"{stem}{suffix}").is_file() for suffix in (".html", ".htm", ".aspx"))


def _worthwhile_processes(sources: Sequence[_Source]) -> int:
    effort = sum(_EFFORT.get(source.path.suffix.lower(), 1) for source in sources)
    return (os.cpu_count() or 1) if effort >= _WORTH_PROCESSES else 1


def _read(source: _Source, include_restricted: bool) -> Reading | Unread:
    return try_file(source.path, source.supplied, include_restricted=include_restricted)


def _read_batch(sources: Sequence[_Source], include_restricted: bool) -> list[Reading | Unread]:
    return [_read(source, include_restricted) for source in sources]


def _read_in_parallel(sources: Sequence[_Source], include_restricted: bool, workers: int) -> Iterator[Reading | Unread]:
    """The readings in order; where a process dies, what was under way is read again by one process at a time."""
    read = partial(_read_batch, include_restricted=include_restricted)
    rest = deque(sources[at : at + _BATCH] for at in range(0, len(sources), _BATCH))
    while rest:
        try:
            with _pool(workers) as pool:
                yield from _all_of(rest, read, pool, 3 * workers)
        except BrokenProcessPool:
            under_way = deque(rest.popleft() for _ in range(min(len(rest), 3 * workers)))
            yield from _read_warily(under_way, read)


def _all_of(
    rest: deque[Sequence[_Source]], read: _ReadBatch, pool: ProcessPoolExecutor, most_waiting: int
) -> Iterator[Reading | Unread]:
    """Read all batches and take them out of `rest`; few wait, so that a slow taker does not fill the memory."""
    waiting: deque[Future[list[Reading | Unread]]] = deque()
    while rest:
        while len(waiting) < min(most_waiting, len(rest)):
            waiting.append(pool.submit(read, rest[len(waiting)]))
        readings = waiting.popleft().result()
        rest.popleft()
        yield from readings


def _read_warily(rest: deque[Sequence[_Source]], read: _ReadBatch) -> Iterator[Reading | Unread]:
    """Read batches by one process, and those that kill it file by file, each in a process of its own."""
    while rest:
        with _pool(1) as pool:
            try:
                yield from _all_of(rest, read, pool, 1)
            except BrokenProcessPool:
                yield from (_read_apart(source, read) for source in rest.popleft())


def _read_apart(source: _Source, read: _ReadBatch) -> Reading | Unread:
    try:
        with _pool(1) as pool:
            return pool.submit(read, [source]).result()[0]
    except BrokenProcessPool:
        return Unread(
            str(source.path), "Reading it broke off without a reason; the file may be damaged. Save it again."
        )


def _pool(workers: int) -> ProcessPoolExecutor:
    # Not forked: the process that reads a library has threads, which a fork would leave in the middle of things.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
