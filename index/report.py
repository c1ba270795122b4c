"""What came of an ingest: for each source, whether it was added, replaced, unchanged or skipped, and why."""

from typing import Literal

from ingest.records import Record

Outcome = Literal["added", "replaced", "unchanged", "skipped"]


class SourceReport(Record):
    """What came of one source. `notes` tell of anything out of the ordinary; `reason` why it was skipped."""

    path: str
    outcome: Outcome
    meetings: int = 0
    items: int = 0
    passages: int = 0
    removed: int = 0
    reason: str | None = None
    notes: tuple[str, ...] = ()


class IngestReport(Record):
    """What came of each source, in the order given."""

    sources: tuple[SourceReport, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many sources came to `outcome`."""
        return sum(source.outcome == outcome for source in self.sources)


class IngestProgress(Record):
    """How far an ingest is: sources read, and how many vectors are made of the passages read so far."""

    source: str
    sources: int
    passages: int
    indexed: int
