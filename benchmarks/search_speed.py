"""How fast a library of a given size is searched, with and without filters, and how much memory that takes.

    python -m benchmarks.search_speed --passages 100000 --library bench-100k

The library is made first where there is none. Only the first passages are really encoded (`--encoded`): the vectors of
the others are theirs with noise, for encoding a million passages takes an hour, and searching them takes as long
either way.
"""

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.records import Council
from index import Filters, IndexSettings, Library
from index.encoder import Encoder, Vectors, load_encoder
from index.ingestion import Ingestion
from ingest.records import Meeting

QUESTIONS = 200


def filters(first: date, last: date) -> dict[str, Filters]:
    """The filters that are tried on records of these days, from none to a narrow one."""
    middle = first + (last - first) / 2
    return {
        "none": Filters(),
        "committee (1 in 19)": Filters(committee="Planning"),
        "organisation (all)": Filters(organisation="Made-up"),
        "dates (about half)": Filters(date_to=middle),
        "dates (about a tenth)": Filters(date_from=last - (last - first) / 10),
        "speaker": Filters(speaker="Director of Housing"),
        "committee and dates": Filters(committee="Housing", date_from=middle),
    }


class PartlyEncoder(Encoder):
    """The real encoder for the first passages; after that, their vectors with noise of its own."""

    def __init__(self, real: Encoder, really: int) -> None:
        """`really`: how many passages are encoded before vectors are drawn."""
        super().__init__(real.model)
        self._really = really
        self._known = np.zeros((0, real.dimension), np.float32)
        self._chance = np.random.default_rng(1)

    def encode_passages(self, texts: Sequence[str], done: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of the right shape and spread."""
        if len(self._known) < self._really:
            vectors = super().encode_passages(texts, done)
            self._known = np.concatenate([self._known, vectors])
            return vectors
        drawn = self._known[self._chance.integers(0, len(self._known), len(texts))]
        drawn = drawn + self._chance.normal(0, 0.025, drawn.shape).astype(np.float32)
        drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
        return drawn


class _Source:
    """One made-up meeting as a source."""

    def __init__(self, path: str, meetings: Sequence[Meeting]) -> None:
        self.path, self.meetings = path, meetings
        self.warnings: Sequence[str] = ()


def make(folder: Path, passages: int, encoded: int, settings: IndexSettings) -> float:
    """Make a library of `passages` passages, and give how many seconds it took."""
    started = time.perf_counter()
    with Library.open(folder, create=True, settings=settings) as library:
        encoder = PartlyEncoder(load_encoder(settings.encoder, settings.cache), encoded)
        library._stores.mend()
        sources = (_Source(meeting.id, (meeting,)) for meeting in Council(1).meetings(passages))
        Ingestion(library._book, library._stores, encoder, restricted=False, complete=True, progress=None).run(sources)
        library._stores.settle()
    return time.perf_counter() - started


def questions(seed: int) -> Iterator[str]:
    """Questions about what is talked of in made-up minutes."""
    chance = random.Random(seed)
    council = Council(seed)
    items = [item for meeting in council.meetings(3000) for item in meeting.items]
    for item in chance.sample(items, QUESTIONS):
        thing, ward = (item.title or "").split(": ")[-1], chance.choice(council.wards)
        yield chance.choice(
            (f"What was said about {thing} in {ward}?", f"Who asked about {thing}?", f"{thing} {ward} complaints",
             f"When would work on {thing} begin, and what would it cost?")
        )  # fmt: skip


def measure(library: Library, filters: Filters) -> tuple[float, float]:
    """Median and 95th percentile of one search, in milliseconds."""
    asked = list(questions(7))
    for question in asked[:10]:
        library.search(question, 10, filters)
    times = []
    for question in asked:
        started = time.perf_counter()
        library.search(question, 10, filters)
        times.append(1000 * (time.perf_counter() - started))
    return float(np.percentile(times, 50)), float(np.percentile(times, 95))


def cold(folder: Path) -> float:
    """Seconds from starting a process to its first hit."""
    program = (
        "import sys; from pathlib import Path; from index import Library; "
        "print(Library.open(Path(sys.argv[1])).search('What was said about damp and mould?')[0].score)"
    )
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, str(folder)], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def peak_memory() -> float:
    """The most memory that this process has had, in GB; files that are mapped count too."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1e6


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--encoded", type=int, default=4_000)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--resident", action="store_true", help="as the page does it: the nearest vectors from Chroma")
    asked = parser.parse_args()
    settings = IndexSettings(chroma_from=1 if asked.resident else 10**9)
    if not asked.library.exists():
        sys.stdout.write(f"made in {make(asked.library, asked.passages, asked.encoded, settings):.0f} s\n")
    sys.stdout.write(f"first answer of a new process: {cold(asked.library):.2f} s\n")
    with Library.open(asked.library, resident=asked.resident, settings=settings) as library:
        if asked.resident:
            sys.stdout.write(f"Chroma ready: {library.wait_for_chroma(600)}\n")
        held = library.overview()
        assert held.first
        assert held.last
        for name, narrowed in filters(held.first, held.last).items():
            median, tail = measure(library, narrowed)
            passages = library.overview(narrowed).passages
            sys.stdout.write(f"{name:22} {passages:9,} passages  median {median:6.1f} ms  p95 {tail:6.1f} ms\n")
    sys.stdout.write(f"peak memory {peak_memory():.2f} GB\n")


if __name__ == "__main__":
    main()
