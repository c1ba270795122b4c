"""Many sources at once: folders are walked in order, many files are read by several processes, none stops the rest."""

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from ingest.reading import Reading, Unread, try_file
from ingest.supplied import MANIFEST, is_sidecar

# Below this much work the other processes would take longer to start than one takes to read it all.
_WORTH_PROCESSES = 400
_EFFORT = {".pdf": 20, ".docx": 5}
_BATCH = 8
_NOT_SOURCES = re.compile(
    rf"{re.escape(MANIFEST)}|(?:readme|licen[cs]e)(?:\.\w+)?|thumbs\.db|desktop\.ini|[.~].*|__.*", re.I
)


def read_paths(
    paths: Iterable[Path | str], *, include_restricted: bool = False, processes: int | None = None
) -> Iterator[Reading | Unread]:
    """Read files and all files in folders, in sorted order; what cannot be read comes as `Unread`, the rest goes on.

    `processes` says how many processes read (1: only this one); without it, as many as the machine has processors
    where there is enough to read.
    """
    files = list(_sources(paths))
    read = partial(try_file, include_restricted=include_restricted)
    present = [file for file in files if isinstance(file, Path)]
    workers = processes or _worthwhile_processes(present)
    if workers <= 1 or len(present) < 2:
        yield from (read(file) if isinstance(file, Path) else file for file in files)
        return
    results = _read_in_parallel(present, include_restricted, workers)
    yield from (next(results) if isinstance(file, Path) else file for file in files)


def count_sources(paths: Iterable[Path | str]) -> int:
    """How many sources `read_paths` will yield."""
    return sum(1 for _ in _sources(paths))


def _sources(paths: Iterable[Path | str]) -> Iterator[Path | Unread]:
    """The files that are sources, each once; for a path that is not there, why it is unread."""
    seen: set[Path] = set()
    for given in map(Path, paths):
        try:
            found = [given] if given.is_file() else list(_walk(given)) if given.is_dir() else None
        except (OSError, ValueError):
            found = None
        if found is None:
            yield Unread(str(given), f"There is no file or folder {given}. Check the name.")
            continue
        for path in found:
            if path not in seen:
                seen.add(path)
                yield path


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


def _worthwhile_processes(files: Sequence[Path]) -> int:
    effort = sum(_EFFORT.get(file.suffix.lower(), 1) for file in files)
    return (os.cpu_count() or 1) if effort >= _WORTH_PROCESSES else 1


def _read_batch(files: Sequence[Path], include_restricted: bool) -> list[Reading | Unread]:
    return [try_file(file, include_restricted=include_restricted) for file in files]


def _read_in_parallel(files: Sequence[Path], include_restricted: bool, workers: int) -> Iterator[Reading | Unread]:
    """The readings in order; only a few batches wait at any time, so that a slow taker does not fill the memory."""
    batches = [files[at : at + _BATCH] for at in range(0, len(files), _BATCH)]
    done = 0
    try:
        with _pool(workers) as pool:
            waiting: deque[Future[list[Reading | Unread]]] = deque()
            for batch in batches:
                waiting.append(pool.submit(_read_batch, batch, include_restricted))
                if len(waiting) >= 3 * workers:
                    yield from waiting.popleft().result()
                    done += 1
            while waiting:
                yield from waiting.popleft().result()
                done += 1
    except BrokenProcessPool:
        for batch in batches[done:]:
            yield from (_read_apart(file, include_restricted) for file in batch)


def _read_apart(file: Path, include_restricted: bool) -> Reading | Unread:
    """Read a file in a process of its own, after a reader's process has died: one of the files left kills it."""
    try:
        with _pool(1) as pool:
            return pool.submit(_read_batch, [file], include_restricted).result()[0]
    except BrokenProcessPool:
        return Unread(str(file), "Reading it broke off without a reason; the file may be damaged. Save it again.")


def _pool(workers: int) -> ProcessPoolExecutor:
    # Not forked: the process that reads a library has threads, which a fork would leave in the middle of things.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
