"""The library: the one door to everything that is kept and found."""

import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from filelock import FileLock, Timeout

from index import catalogue, schema
from index.book import Book
from index.check import CheckReport, check
from index.encoder import Encoder, Vectors, load_encoder
from index.errors import LibraryBusy, LibraryKindDiffers, LibraryMissing, NotALibrary, writable
from index.ingestion import Ingestion, ReadSource, UnreadSource, source_key
from index.model import Filters, Hit, MeetingHead, Overview, Passage, Person
from index.query import checked, searched_words
from index.report import IngestProgress, IngestReport
from index.search import Searcher
from index.settings import IndexSettings
from index.stores import Stores
from index.upgrade import reencode
from ingest.records import Item, Meeting

_LOCK = "writer.lock"
Progress = Callable[[IngestProgress], None]


@dataclass(frozen=True, slots=True)
class _Delivered:
    """Records that come as objects rather than from a file."""

    path: str
    meetings: Sequence[Meeting]
    warnings: Sequence[str] = ()


class Library:
    """A folder that holds the records of any number of bodies, and finds them. Safe to use from several threads.

    One process may write to it while any number read; a reader sees each meeting as before or as after.
    """

    def __init__(self, path: Path, settings: IndexSettings, *, resident: bool = False) -> None:
        """For `open`, which makes sure that there is a library."""
        self.path = path
        self.settings = settings
        self._book = Book(path)
        self._stores = Stores(path, self._book, settings)
        self._searcher = Searcher(self._book, self._stores, resident=resident)
        self._turn = threading.RLock()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        restricted: bool | None = None,
        resident: bool = False,
        settings: IndexSettings | None = None,
    ) -> Self:
        """The library in the folder `path`; with `create`, a new one where the folder is empty or not there.

        `restricted` asks for a library that keeps the text of exempt items (True), or for one that does not (False).
        `resident` is for a process that stays, as the page does: it asks Chroma for the nearest vectors.
        Raises `LibraryMissing`, `NotALibrary`, `LibraryTooNew`, `LibraryKindDiffers`.
        """
        path = Path(path)
        settings = settings or IndexSettings()
        if not _holds_book(path):
            if not create:
                raise LibraryMissing(f"There is no library in {path}; make one with `minutebook ingest`.")
            encoder = load_encoder(settings.encoder, settings.cache)
            schema.create(
                path,
                {
                    "id": secrets.token_hex(8),
                    "kind": "restricted" if restricted else "ordinary",
                    "encoder": encoder.identity,
                    "dimension": str(encoder.dimension),
                },
            )
        library = cls(path, settings, resident=resident)
        if restricted is not None and restricted != library.restricted:
            library.close()
            raise LibraryKindDiffers(
                f"{path} is an ordinary library, and the text of exempt items goes only into a library of its own; "
                "name another folder with --library."
                if restricted
                else f"{path} is a library with the text of exempt items, which is not shown here; "
                "name another folder with --library."
            )
        return library

    @property
    def restricted(self) -> bool:
        """Whether this library keeps the text of exempt items, and so must never be shown on a public page."""
        return self._book.meta("kind") == "restricted"

    @property
    def state(self) -> tuple[int, int]:
        """Two numbers that differ after anybody has written to the library: what was looked up before is stale then."""
        with self._turn:
            return self._book.state()

    def close(self) -> None:
        """Close the library; it cannot be used afterwards."""
        with self._turn:
            self._book.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ingest(self, sources: Iterable[ReadSource | UnreadSource], *, progress: Progress | None = None) -> IngestReport:
        """Take in sources as they were read, each in place of what it gave before, and say what came of each.

        What an earlier ingest did not finish is finished first. Raises `LibraryBusy`.
        """
        return self._take(sources, complete=True, progress=progress)

    def add(
        self, meetings: Iterable[Meeting], *, source: str = "records", progress: Progress | None = None
    ) -> IngestReport:
        """Take in records as objects. They replace earlier records of the same id; nothing else is removed."""
        return self._take([_Delivered(source, tuple(meetings))], complete=False, progress=progress)

    def _take(
        self, sources: Iterable[ReadSource | UnreadSource], *, complete: bool, progress: Progress | None
    ) -> IngestReport:
        with self._writing():
            with writable():
                self._stores.mend()
            reencode(self._book, self._stores, self._encoder, lambda _: None)
            ingestion = Ingestion(
                self._book,
                self._stores,
                self._encoder,
                restricted=self.restricted,
                complete=complete,
                progress=progress,
            )
            try:
                return ingestion.run(sources)
            finally:
                with writable():
                    self._stores.settle()

    def remove(self, *, meeting_id: str | None = None, source: str | None = None) -> int:
        """Remove one meeting, or all that one source gave, and say how many meetings are gone. Raises `LibraryBusy`."""
        with self._writing():
            gone = set() if meeting_id is None else set(self._book.numbers_of(meeting_id))
            if source is not None:
                gone |= {one.number for one in self._book.known(source=source_key(source))}
            with writable():
                self._book.remove(sorted(gone))
                self._stores.settle()
        return len(gone)

    def search(self, query: str, k: int = 10, filters: Filters | None = None) -> list[Hit]:
        """The best `k` passages for a question, best first. Raises `Unsearchable`."""
        return self.search_each([query], k, filters)[0]

    def search_each(self, queries: Sequence[str], k: int = 10, filters: Filters | None = None) -> list[list[Hit]]:
        """The best `k` passages for each of several questions, the later encoded meanwhile. Raises `Unsearchable`."""
        queries = [checked(query) for query in queries]
        encoded = self._encoder.identity == self._book.meta("encoder")
        found = []
        with ThreadPoolExecutor(max_workers=max(1, len(queries))) as pool:
            vectors = [pool.submit(self._encoder.encode_query, query) if encoded else None for query in queries]
            with self._turn, self._book.snapshot():
                for query, coming in zip(queries, vectors, strict=True):
                    vector = coming.result() if coming is not None else None
                    ranked = self._searcher.search(query, searched_words(query), vector, k, filters or Filters())
                    found.append(self._book.hits(ranked))
        return found

    def wait_for_chroma(self, seconds: float = 60.0) -> bool:
        """For a process that stays: wait until Chroma answers. False where it does not; vectors are compared then."""
        with self._turn, self._book.snapshot():
            return self._searcher.wait_for_chroma(seconds)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Texts as unit vectors, one a row."""
        return self._encoder.encode(texts)

    def encode_query(self, text: str) -> Vectors:
        """A question as a unit vector."""
        return self._encoder.encode_query(text)

    def meeting(self, meeting_id: str) -> Meeting:
        """One meeting with all its items. Raises `RecordMissing`."""
        with self._turn, self._book.snapshot():
            return self._book.meeting(meeting_id)

    def item(self, item_id: str, meeting_id: str | None = None) -> tuple[MeetingHead, Item]:
        """One item and the head of its meeting. Raises `RecordMissing`.

        Item ids are as delivered, so two meetings may have the same: give `meeting_id` too wherever it is known.
        """
        with self._turn, self._book.snapshot():
            _, head, item = self._book.item(item_id, meeting_id)
            return head, item

    def items_and_nearness(
        self, places: Sequence[tuple[str, str]], query: str
    ) -> list[tuple[MeetingHead, Item, Vectors]]:
        """Items by the ids of meeting and item, each with its meeting and how near its passages are to a question.

        That is the cosine of each passage, in their order; none where the vectors are of another encoder. Raises
        `RecordMissing`.
        """
        encoded = self._encoder.identity == self._book.meta("encoder")
        vector = self._encoder.encode_query(query) if encoded else None
        found = []
        with self._turn, self._book.snapshot():
            for meeting_id, item_id in places:
                number, head, item = self._book.item(item_id, meeting_id)
                near = self._searcher.cosines_in(vector, number) if vector is not None else np.zeros(0, np.float32)
                found.append((head, item, near))
        return found

    def passages(self, item_id: str, meeting_id: str | None = None) -> list[Passage]:
        """The passages of one item, in order. Raises `RecordMissing`."""
        with self._turn, self._book.snapshot():
            number, _, _ = self._book.item(item_id, meeting_id)
            return self._book.passages(number)

    def meetings(self, filters: Filters | None = None) -> list[MeetingHead]:
        """The meetings that filters leave over, by date, then id; those without a date last."""
        with self._turn, self._book.snapshot() as book:
            return catalogue.heads(book, filters or Filters())

    def items(self, filters: Filters | None = None) -> Iterator[tuple[MeetingHead, Item]]:
        """The items that filters leave over, meeting by meeting as in `meetings`."""
        for head in self.meetings(filters):
            with self._turn, self._book.snapshot() as book:
                found = list(catalogue.items(book, filters or Filters(), head.id))
            for item in found:
                yield head, item

    def silent_items(self) -> list[tuple[MeetingHead, Item]]:
        """The items of which nothing is indexed (exempt, or without text): no search finds them."""
        with self._turn, self._book.snapshot() as book:
            return catalogue.silent(book)

    def people(self, filters: Filters | None = None) -> list[Person]:
        """Everybody who is recorded by name, as a speaker or on a roster."""
        with self._turn, self._book.snapshot() as book:
            return catalogue.people(book, filters or Filters())

    def overview(self, filters: Filters | None = None) -> Overview:
        """How much filters leave over, of which bodies, from when to when."""
        with self._turn, self._book.snapshot() as book:
            return catalogue.overview(book, filters or Filters())

    def check(self) -> CheckReport:
        """Compare every store with the book of record, by what it reaches, and say what is wrong.

        What is found damaged is noted, so that the next ingest makes it anew.
        """
        with self._turn:
            with self._book.snapshot():
                report = check(self._book, self._stores, self._encoder.identity)
            if report.damaged:
                self._stores.suspect(report.damaged)
            return report

    @property
    def _encoder(self) -> Encoder:
        return load_encoder(self.settings.encoder, self.settings.cache)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The one writer's turn. Raises `LibraryBusy` where another process keeps it too long."""
        lock = FileLock(self.path / _LOCK, timeout=self.settings.lock_wait)
        try:
            lock.acquire()
        except Timeout:
            raise LibraryBusy(
                f"Another process is writing to the library {self.path}; try again when it has finished."
            ) from None
        try:
            with self._turn:
                yield
        finally:
            lock.release()


def _holds_book(path: Path) -> bool:
    """Whether a book is in the folder. Raises `NotALibrary` where the folder is in use for something else."""
    if path.exists() and not path.is_dir():
        raise NotALibrary(f"{path} is a file, not a library folder; give the folder.")
    book = path / schema.BOOK
    if book.exists() and book.stat().st_size > 0:
        return True
    if path.is_dir() and any(entry.name not in (schema.BOOK, _LOCK) for entry in path.iterdir()):
        raise NotALibrary(f"{path} is not a Minutebook library, and not empty; give another folder.")
    return False
