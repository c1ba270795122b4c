"""The book of record: every meeting as delivered, in SQLite, with each passage and its vector.

Everything else in a library is made from it. A meeting is staged whole in one transaction; `publish` makes staged
meetings visible, in place of the ones they replace, once the word and vector stores hold them.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index import schema
from index.encoder import Vectors
from index.errors import RecordMissing
from index.model import Hit, MeetingHead, Passage
from index.nature import Nature, nature_of
from index.passages import Indexed
from ingest.records import Attendee, Item, Meeting, Speaker

# Values bound to one statement, below the least limit that SQLite is built with (999).
_BOUND = 900


@dataclass(frozen=True, slots=True)
class Known:
    """A published meeting, as far as deciding about a new one needs it."""

    number: int
    id: str
    delivered_id: str
    source: str
    origin: str
    digest: str


@dataclass(frozen=True, slots=True)
class Staged:
    """A meeting ready to be staged: `indexed` goes with `vectors` in order, one or several rows a passage."""

    meeting: Meeting
    delivered_id: str
    source: str
    origin: str
    digest: str
    indexed: list[tuple[Item, list[Indexed]]]
    vectors: list[Vectors]


@dataclass(frozen=True, slots=True)
class Row:
    """One passage as the stores take it from the book."""

    number: int
    meeting: int
    item: int
    nature: Nature
    day: int
    passage: Passage
    title: str
    place: str
    vectors: Vectors


class Book:
    """The book of one library. Writing needs the library's writer lock; the caller holds it."""

    def __init__(self, folder: Path) -> None:
        self.connection = schema.connect(folder)

    def close(self) -> None:
        """Close the book; it cannot be used afterwards."""
        self.connection.close()

    def meta(self, key: str) -> str | None:
        """What the library says of itself under `key`."""
        found = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def set_meta(self, key: str, value: str) -> None:
        """Write down what the library says of itself under `key`."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing of what is written within."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """All reading within sees one state of the book, whatever others write meanwhile."""
        if self.connection.in_transaction:
            yield self.connection
            return
        self.connection.execute("BEGIN")
        try:
            yield self.connection
        finally:
            self.connection.execute("COMMIT")

    def state(self) -> tuple[int, int]:
        """Two numbers that differ after anybody has written to the book."""
        outside = self.connection.execute("PRAGMA data_version").fetchone()[0]
        return outside, self.connection.total_changes

    def known(self, *, source: str | None = None, meeting_id: str | None = None) -> list[Known]:
        """Published meetings of one source, or delivered under one id."""
        where, value = ("s.key = ?", source) if source is not None else ("m.delivered_id = ?", meeting_id)
        return [
            Known(*row)
            for row in self.connection.execute(
                "SELECT m.number, m.id, m.delivered_id, s.key, m.origin, m.digest FROM meetings m "
                f"JOIN sources s ON s.number = m.source WHERE m.published AND {where} ORDER BY m.number",
                (value,),
            )
        ]

    def numbers_of(self, meeting_id: str) -> list[int]:
        """The number of the published meeting with this id, or nothing."""
        sql = "SELECT number FROM meetings WHERE published AND id = ?"
        return [row[0] for row in self.connection.execute(sql, (meeting_id,))]

    def taken(self, meeting_id: str) -> bool:
        """Whether a meeting, staged or published, has this id."""
        return self.connection.execute("SELECT 1 FROM meetings WHERE id = ?", (meeting_id,)).fetchone() is not None

    def stage(self, staged: Staged) -> int:
        """Write a meeting down whole, not yet visible, and give its number."""
        meeting = staged.meeting
        with self.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO sources (key) VALUES (?)", (staged.source,))
            source = connection.execute("SELECT number FROM sources WHERE key = ?", (staged.source,)).fetchone()[0]
            number = connection.execute(
                "INSERT INTO meetings (id, delivered_id, source, origin, digest, organisation, committee, date, head, "
                "attendance) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    meeting.id, staged.delivered_id, source, staged.origin, staged.digest, meeting.organisation,
                    meeting.committee, meeting.date.isoformat() if meeting.date else None,
                    meeting.model_dump_json(by_alias=True, exclude={"items", "attendance"}),
                    json.dumps([attendee.model_dump(mode="json") for attendee in meeting.attendance]),
                ),
            ).lastrowid  # fmt: skip
            assert number is not None
            self._stage_items(number, staged)
            connection.executemany(
                "INSERT INTO attendance VALUES (?, ?, ?, ?, ?)",
                [(number, one.name, one.role, one.organisation, one.status) for one in meeting.attendance],
            )
        return number

    def _stage_items(self, meeting: int, staged: Staged) -> None:
        vectors = iter(staged.vectors)
        for item, indexed in staged.indexed:
            item_number = self.connection.execute(
                "INSERT INTO items (meeting, id, printed_number, title, record) VALUES (?, ?, ?, ?, ?)",
                (meeting, item.id, item.number, item.title, item.model_dump_json(by_alias=True)),
            ).lastrowid
            for one in indexed:
                blob = next(vectors).astype(np.float16).tobytes()
                record = one.passage.model_dump_json(exclude_defaults=True)
                passage = self.connection.execute(
                    "INSERT INTO passages (meeting, item, part, boilerplate, record, vector) VALUES (?, ?, ?, ?, ?, ?)",
                    (meeting, item_number, one.passage.part, one.boilerplate, record, blob),
                ).lastrowid
                assert passage is not None
                self._stage_voices(meeting, passage, one.passage)

    def _stage_voices(self, meeting: int, passage: int, record: Passage) -> None:
        """Write down who speaks in a passage, and who is answered in it: all that a speaker filter looks at."""
        voices = [(speaker, True) for speaker in record.speakers] + ([(record.asker, False)] if record.asker else [])
        for speaker, speaks in voices:
            person = self._person(speaker)
            self.connection.execute("INSERT INTO voices VALUES (?, ?, ?, ?)", (meeting, passage, person, speaks))

    def _person(self, speaker: Speaker) -> int:
        parts = dict.fromkeys(part for part in (speaker.as_printed, speaker.name, speaker.role) if part)
        row = (" / ".join(parts).casefold(), speaker.name, speaker.role, speaker.organisation)
        found = self.connection.execute(
            "SELECT number FROM persons WHERE searched = ? AND name IS ? AND role IS ? AND organisation IS ?", row
        ).fetchone()
        if found is None:
            sql = "INSERT INTO persons (searched, name, role, organisation) VALUES (?, ?, ?, ?) RETURNING number"
            found = self.connection.execute(sql, row).fetchone()
        return int(found[0])

    def staged(self) -> list[int]:
        """Meetings that were written down whole but not made visible yet, in order."""
        return [row[0] for row in self.connection.execute("SELECT number FROM meetings WHERE NOT published ORDER BY 1")]

    def publish(self, numbers: Sequence[int], meta: dict[str, str]) -> None:
        """Make staged meetings visible in place of those they replace; `meta` is written in the same transaction."""
        with self.transaction() as connection:
            for number in numbers:
                replaced = connection.execute(
                    "SELECT o.number FROM meetings o JOIN meetings n ON n.id = o.id WHERE n.number = ? AND o.published",
                    (number,),
                ).fetchall()
                self._retire([row[0] for row in replaced])
                connection.execute("UPDATE meetings SET published = 1 WHERE number = ?", (number,))
            for key, value in meta.items():
                self.set_meta(key, value)

    def remove(self, numbers: Sequence[int]) -> None:
        """Remove meetings, all or none."""
        with self.transaction():
            self._retire(numbers)

    def _retire(self, numbers: Sequence[int]) -> None:
        rows = [(number,) for number in numbers]
        self.connection.executemany("INSERT OR IGNORE INTO retired VALUES (?)", rows)
        self.connection.executemany("DELETE FROM meetings WHERE number = ?", rows)

    def retired(self) -> list[int]:
        """Meetings that are gone from the book but perhaps not from the stores."""
        return [row[0] for row in self.connection.execute("SELECT meeting FROM retired ORDER BY 1")]

    def forget_retired(self, numbers: Sequence[int]) -> None:
        """The stores have let go of these meetings."""
        with self.transaction() as connection:
            connection.executemany("DELETE FROM retired WHERE meeting = ?", [(number,) for number in numbers])

    def passage_numbers(self, meeting_id: str) -> list[int]:
        """The numbers of the passages of a published meeting, in order."""
        sql = "SELECT p.number FROM passages p JOIN meetings m ON m.number = p.meeting WHERE m.published AND m.id = ?"
        return [row[0] for row in self.connection.execute(f"{sql} ORDER BY 1", (meeting_id,))]

    def reencoded(self) -> set[int]:
        """The passages of which vectors by another encoder are ready."""
        return {row[0] for row in self.connection.execute("SELECT passage FROM reencoded")}

    def reencode(self, vectors: dict[int, Vectors]) -> None:
        """Keep vectors by another encoder beside those in use."""
        rows = [(number, rows.astype(np.float16).tobytes()) for number, rows in vectors.items()]
        with self.transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO reencoded VALUES (?, ?)", rows)

    def forget_reencoded(self) -> None:
        """Drop vectors that are kept beside those in use."""
        self.connection.execute("DELETE FROM reencoded")

    def use_reencoded(self, meta: dict[str, str]) -> None:
        """Put the vectors kept beside in the place of those in use, all at once; the matrix has to be made anew."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE passages SET vector = r.vector FROM reencoded r WHERE r.passage = passages.number"
            )
            connection.execute("DELETE FROM reencoded")
            for key, value in {**meta, "matrix": "matrix-none:1"}.items():
                self.set_meta(key, value)

    def rows(self, meetings: Iterable[int], dimension: int) -> Iterator[Row]:
        """The passages of meetings, in order, as the stores take them."""
        sql = "SELECT organisation, committee, date, json_extract(head, '$.status') FROM meetings WHERE number = ?"
        for meeting in meetings:
            *bodies, date, status = self.connection.execute(sql, (meeting,)).fetchone() or (None,) * 4
            place, day = " ".join(filter(None, bodies)), int((date or "0").replace("-", ""))
            for number, item, boilerplate, title, record, vector in self.connection.execute(
                "SELECT p.number, p.item, p.boilerplate, i.title, p.record, p.vector FROM passages p "
                "JOIN items i ON i.number = p.item WHERE p.meeting = ? ORDER BY p.number",
                (meeting,),
            ).fetchall():
                vectors = np.frombuffer(vector, dtype=np.float16).reshape(-1, dimension).astype(np.float32)
                passage = Passage.model_validate_json(record)
                nature = nature_of(passage, boilerplate=bool(boilerplate), draft=status == "draft")
                yield Row(number, meeting, item, nature, day, passage, title or "", place, vectors)

    def live(self) -> list[int]:
        """The numbers of all published meetings, ascending."""
        return [row[0] for row in self.connection.execute("SELECT number FROM meetings WHERE published ORDER BY 1")]

    def passages_held(self) -> int:
        """How many passages all published meetings have."""
        sql = "SELECT COUNT(*) FROM passages p JOIN meetings m ON m.number = p.meeting WHERE m.published"
        return int(self.connection.execute(sql).fetchone()[0])

    def hits(self, ranked: Sequence[tuple[int, float]]) -> list[Hit]:
        """Ranked passage numbers with their scores, as hits; a number that is gone is left out."""
        found: dict[int, tuple[str, str, str | None, str | None]] = {}
        for start in range(0, len(ranked), _BOUND):
            numbers = [number for number, _ in ranked[start : start + _BOUND]]
            for number, *rest in self.connection.execute(
                "SELECT p.number, p.record, m.head, i.printed_number, i.title FROM passages p "
                "JOIN items i ON i.number = p.item JOIN meetings m ON m.number = p.meeting "
                f"WHERE m.published AND p.number IN ({','.join('?' * len(numbers))})",
                numbers,
            ):
                found[number] = (rest[0], rest[1], rest[2], rest[3])
        heads = {record: MeetingHead.model_validate_json(record) for record in {row[1] for row in found.values()}}
        kept = [(number, score) for number, score in ranked if number in found]
        return [
            Hit(
                rank=rank,
                score=score,
                passage=Passage.model_validate_json(found[number][0]),
                meeting=heads[found[number][1]],
                item_number=found[number][2],
                item_title=found[number][3],
            )
            for rank, (number, score) in enumerate(kept, start=1)
        ]

    def meeting(self, meeting_id: str) -> Meeting:
        """A meeting as delivered. Raises `RecordMissing`."""
        found = self.connection.execute(
            "SELECT number, head, attendance FROM meetings WHERE id = ? AND published", (meeting_id,)
        ).fetchone()
        if found is None:
            raise RecordMissing(f"The library holds no meeting {meeting_id}; `minutebook library` lists what it holds.")
        items = self.connection.execute("SELECT record FROM items WHERE meeting = ? ORDER BY number", (found[0],))
        return Meeting.model_validate_json(found[1]).model_copy(
            update={
                "items": tuple(Item.model_validate_json(row[0]) for row in items),
                "attendance": tuple(Attendee.model_validate(one) for one in json.loads(found[2])),
            }
        )

    def meetings(self) -> Iterator[Meeting]:
        """All published meetings, one after the other."""
        for (meeting_id,) in self.connection.execute(
            "SELECT id FROM meetings WHERE published ORDER BY number"
        ).fetchall():
            yield self.meeting(meeting_id)

    def item(self, item_id: str, meeting_id: str | None) -> tuple[int, MeetingHead, Item]:
        """An item with its number and meeting. Raises `RecordMissing`, also where the id alone names several."""
        rows = self.connection.execute(
            "SELECT i.number, m.head, i.record FROM items i JOIN meetings m ON m.number = i.meeting "
            "WHERE i.id = ? AND m.published AND (? IS NULL OR m.id = ?) ORDER BY i.number LIMIT 2",
            (item_id, meeting_id, meeting_id),
        ).fetchall()
        if not rows:
            raise RecordMissing(f"The library holds no item {item_id}; `minutebook search` finds items by their words.")
        if len(rows) > 1:
            raise RecordMissing(f"Several meetings have an item {item_id}; name the meeting too.")
        number, head, record = rows[0]
        return number, MeetingHead.model_validate_json(head), Item.model_validate_json(record)

    def passages(self, item: int) -> list[Passage]:
        """The passages of an item, in order."""
        rows = self.connection.execute("SELECT record FROM passages WHERE item = ? ORDER BY number", (item,))
        return [Passage.model_validate_json(row[0]) for row in rows]
