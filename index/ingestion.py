"""Sources become records in the library: what is new, what replaces what, what stays as it is."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

import numpy as np

from index.book import Book, Staged
from index.encoder import Encoder
from index.errors import writable
from index.passages import Indexed, passages_of
from index.report import IngestProgress, IngestReport, Outcome, SourceReport
from index.stores import Stores
from ingest.records import Item, Meeting, Source

# Passages encoded and published together: enough to fill the processor, little to do again after a kill.
BATCH = 1024


class ReadSource(Protocol):
    """A source that was read, as `ingest.reading` hands it on."""

    @property
    def path(self) -> object:
        """Where it was read."""

    @property
    def meetings(self) -> Sequence[Meeting]:
        """Its records."""

    @property
    def warnings(self) -> Sequence[str]:
        """What the reader noticed."""


class UnreadSource(Protocol):
    """A source that could not be read, and why."""

    @property
    def path(self) -> object:
        """Where it is."""

    @property
    def reason(self) -> str:
        """Why it was not read."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A meeting that waits to be encoded."""

    meeting: Meeting
    delivered_id: str
    source: str
    origin: str
    digest: str
    indexed: list[tuple[Item, list[Indexed]]]

    @property
    def passages(self) -> int:
        """How many passages it has."""
        return sum(len(passages) for _, passages in self.indexed)


@dataclass(slots=True)
class _Tally:
    """What happens to one source while it is ingested."""

    path: str
    key: str
    before: int = 0
    changed: int = 0
    meetings: int = 0
    items: int = 0
    passages: int = 0
    removed: int = 0
    notes: list[str] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def origin_of(self, meeting: Meeting) -> str:
        """Where a record comes from: two records with one id and different origins are two records.

        A source that gives several records under one id gives each of them an origin of its own.
        """
        said = meeting.source.url or meeting.source.path
        origin = source_key(said) if said else self.key
        self.seen[meeting.id, origin] += 1
        times = self.seen[meeting.id, origin]
        return origin if times == 1 else f"{origin}#{times}"

    def report(self) -> SourceReport:
        """The outcome, once all is done."""
        outcome: Outcome = "unchanged" if not (self.changed or self.removed) else "replaced" if self.before else "added"
        return SourceReport(
            path=self.path,
            outcome=outcome,
            meetings=self.meetings,
            items=self.items,
            passages=self.passages,
            removed=self.removed,
            notes=tuple(self.notes),
        )


class Ingestion:
    """One ingest: sources go in one by one, meetings are encoded and published in batches.

    `complete` says that a source gives all that it has: what it gave before and gives no more is removed.
    """

    def __init__(
        self,
        book: Book,
        stores: Stores,
        encoder: Encoder,
        *,
        restricted: bool,
        complete: bool,
        progress: Callable[[IngestProgress], None] | None,
    ) -> None:
        self._book, self._stores, self._encoder, self._restricted = book, stores, encoder, restricted
        self._complete = complete
        self._progress = progress
        self._waiting: list[_Waiting] = []
        self._reports: list[_Tally | SourceReport] = []
        self._read = self._indexed = 0
        self._source = ""

    def run(self, sources: Iterable[ReadSource | UnreadSource]) -> IngestReport:
        """Take in all sources and say what came of each."""
        for source in sources:
            self._reports.append(self._take(source))
            self._tell(str(source.path))
        self._flush()
        return IngestReport(
            sources=tuple(one if isinstance(one, SourceReport) else one.report() for one in self._reports)
        )

    def _take(self, source: ReadSource | UnreadSource) -> "_Tally | SourceReport":
        path = str(source.path)
        meetings = getattr(source, "meetings", None)
        if meetings is None:
            return SourceReport(path=path, outcome="skipped", reason=getattr(source, "reason", None))
        tally = _Tally(path, source_key(path), notes=list(getattr(source, "warnings", ())))
        before = {one.number: one for one in self._book.known(source=tally.key)}
        tally.before = len(before)
        kept = {self._take_meeting(meeting, tally) for meeting in meetings}
        gone = [number for number, one in before.items() if one.id not in kept]
        if gone and self._complete:
            self._flush()  # what comes instead is there before anything is taken away
            with writable():
                self._book.remove(gone)
            tally.removed = len(gone)
        return tally

    def _take_meeting(self, meeting: Meeting, tally: _Tally) -> str:
        """Queue a meeting if it is new or changed, and give the id under which the library has it."""
        tally.meetings += 1
        tally.items += len(meeting.items)
        delivered, origin = meeting.id, tally.origin_of(meeting)
        meeting = self._without_restricted(meeting, tally)
        digest = _digest(meeting)
        if any(one.delivered_id == delivered for one in self._waiting):
            self._flush()
        others = self._book.known(meeting_id=delivered)
        same = next((one for one in others if one.origin == origin), None)
        same = same or next((one for one in others if one.digest == digest), None)
        if same is not None and same.digest == digest:
            return same.id
        own_id = same.id if same is not None else self._free_id(delivered, tally)
        self._queue(meeting.model_copy(update={"id": own_id}), delivered, origin, digest, tally)
        return own_id

    def _free_id(self, delivered: str, tally: _Tally) -> str:
        """The id as delivered, or with a number behind it where a different record already has it."""
        if not self._book.taken(delivered):
            return delivered
        own = next(f"{delivered}~{number}" for number in count(2) if not self._book.taken(f"{delivered}~{number}"))
        tally.notes.append(f"A different record already has the id {delivered}; this one is kept as {own}.")
        return own

    def _queue(self, meeting: Meeting, delivered: str, origin: str, digest: str, tally: _Tally) -> None:
        indexed = list(passages_of(meeting))
        waiting = _Waiting(meeting, delivered, tally.key, origin, digest, indexed)
        tally.changed += 1
        tally.passages += waiting.passages
        self._read += waiting.passages
        self._waiting.append(waiting)
        if sum(one.passages for one in self._waiting) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        """Encode what waits, write it down and make it visible."""
        if not self._waiting:
            return
        texts = [one.embedded for waiting in self._waiting for _, passages in waiting.indexed for one in passages]
        vectors = self._encoder.encode_passages([text for each in texts for text in each], self._encoded)
        ends = np.cumsum([len(each) for each in texts])
        by_passage = iter(np.split(vectors, ends[:-1])) if texts else iter(())
        with writable():
            numbers = []
            for one in self._waiting:
                own = [next(by_passage) for _ in range(one.passages)]
                staged = Staged(one.meeting, one.delivered_id, one.source, one.origin, one.digest, one.indexed, own)
                numbers.append(self._book.stage(staged))
            self._stores.publish(numbers)
        self._waiting.clear()

    def _without_restricted(self, meeting: Meeting, tally: _Tally) -> Meeting:
        """In an ordinary library an exempt item keeps its number and title only, whatever was delivered."""
        if self._restricted or not any(item.restricted for item in meeting.items):
            return meeting
        left = [_shell(item) if item.restricted else item for item in meeting.items]
        dropped = sum(old != new for old, new in zip(meeting.items, left, strict=True))
        if dropped:
            tally.notes.append(
                f"The text of {dropped} restricted item(s) of {meeting.id} was left out: this is an ordinary library."
            )
        return meeting.model_copy(update={"items": tuple(left)})

    def _encoded(self, more: int) -> None:
        self._indexed += more
        self._tell(None)

    def _tell(self, source: str | None) -> None:
        self._source = source or self._source
        if self._progress is not None:
            self._progress(
                IngestProgress(
                    source=self._source, sources=len(self._reports), passages=self._read, indexed=self._indexed
                )
            )


def source_key(path: str) -> str:
    """The name under which a source is known: an address as it is, a file by its full path."""
    return path if "://" in path else str(Path(path).resolve())


def _shell(item: Item) -> Item:
    return Item(id=item.id, number=item.number, reference=item.reference, title=item.title, restricted=True)


def _digest(meeting: Meeting) -> str:
    """What a record says, apart from where it was read."""
    said = meeting.model_copy(update={"source": Source()})
    return hashlib.sha256(said.to_json().encode()).hexdigest()
