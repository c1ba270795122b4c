"""The library for other programs: its records as JSON Lines, its statements as CSV or Parquet.

A file is written beside its place and renamed when it is whole, one meeting after another, so that a library of any
size goes out in little memory.
"""

import csv
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from index.errors import ExportUnwritable
from index.library import Library
from index.model import Filters, MeetingHead
from ingest.records import Item, Speaker, Statement

# Statements written together.
_TOGETHER = 5000
COLUMNS = (
    *("organisation", "committee", "date", "status", "meeting_id", "item_id", "item_number", "item_title"),
    *("start", "end", "kind", "speakers", "names", "roles", "asker", "page", "text", "source"),
)


def export(library: Library, path: Path, filters: Filters | None = None) -> int:
    """Write what filters leave over to `path`, and say how many records or statements it holds.

    The ending says which: `.jsonl` (a meeting a line), `.csv` or `.parquet` (a statement a row, `COLUMNS`). Under a
    speaker filter, meetings in which the speaker is heard, and statements of that speaker. Raises `ExportUnwritable`.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ExportUnwritable(f"{path} cannot be written; name a file that ends in {', '.join(_WRITERS)}.")
    beside = path.with_name(f".{path.name}.part")
    try:
        count = write(library, beside, filters or Filters())
        beside.replace(path)
    except OSError as error:
        raise ExportUnwritable(f"{path} cannot be written ({error.strerror}); name a place with room.") from error
    finally:
        beside.unlink(missing_ok=True)
    return count


def _records(library: Library, path: Path, filters: Filters) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for head in library.meetings(filters):
            file.write(library.meeting(head.id).to_json() + "\n")
            count += 1
    return count


def _csv(library: Library, path: Path, filters: Filters) -> int:
    count = 0
    # The mark at the beginning makes spreadsheet programs read the file as UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for row in _rows(library, filters):
            writer.writerow(row)
            count += 1
    return count


def _parquet(library: Library, path: Path, filters: Filters) -> int:
    import pyarrow as pa
    from pyarrow import parquet

    kinds = {"start": pa.int64(), "end": pa.int64(), "page": pa.int64(), "date": pa.date32()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        rows = _rows(library, filters)
        while together := list(islice(rows, _TOGETHER)):
            writer.write_table(pa.Table.from_pylist(together, schema=schema))
            count += len(together)
    return count


def _rows(library: Library, filters: Filters) -> Iterator[dict[str, Any]]:
    """The statements that filters leave over, meeting by meeting."""
    wanted = filters.speaker.strip().casefold() if filters.speaker else None
    for head, item in library.items(filters):
        for statement in item.statements:
            if wanted is None or any(wanted in _said_of(one) for one in statement.speakers):
                yield _row(head, item, statement)


def _said_of(speaker: Speaker) -> str:
    return " / ".join(part for part in (speaker.as_printed, speaker.name, speaker.role) if part).casefold()


def _row(head: MeetingHead, item: Item, statement: Statement) -> dict[str, Any]:
    voices = statement.speakers
    return {
        "organisation": head.organisation,
        "committee": head.committee,
        "date": head.date,
        "status": head.status,
        "meeting_id": head.id,
        "item_id": item.id,
        "item_number": item.number,
        "item_title": item.title,
        "start": statement.start,
        "end": statement.end,
        "kind": statement.kind,
        "speakers": _joined(voice.as_printed for voice in voices),
        "names": _joined(voice.name for voice in voices),
        "roles": _joined(voice.role for voice in voices),
        "asker": statement.asker.as_printed if statement.asker else None,
        "page": statement.page,
        "text": statement.text,
        "source": head.source.url or head.source.path,
    }


def _joined(parts: Iterator[str | None]) -> str | None:
    """Several speakers of one statement, with a semicolon between them."""
    return "; ".join(part for part in parts if part) or None


_Write = Callable[[Library, Path, Filters], int]
_WRITERS: dict[str, _Write] = {".jsonl": _records, ".csv": _csv, ".parquet": _parquet}
