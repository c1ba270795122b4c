"""Questions to the book that need no ranking: what filters leave over, who is recorded, what is held."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from index.model import Filters, MeetingHead, Overview, Person
from ingest.records import Item


@dataclass(frozen=True, slots=True)
class Selection:
    """What filters leave over: meetings, and passages where a speaker is asked for (else None: all of them)."""

    meetings: list[int]
    passages: list[int] | None


def select(book: sqlite3.Connection, filters: Filters) -> Selection:
    """Resolve filters to numbers of published meetings and, under a speaker filter, of passages."""
    where, values = _where(filters)
    meetings = [row[0] for row in book.execute(f"SELECT m.number FROM meetings m WHERE {where} ORDER BY 1", values)]
    if filters.speaker is None:
        return Selection(meetings, None)
    sql = f"SELECT DISTINCT v.passage FROM {_SPOKEN} WHERE {where} AND {_SPEAKER} ORDER BY 1"
    passages = [row[0] for row in book.execute(sql, [*values, filters.speaker.strip().casefold()])]
    return Selection(meetings, passages)


def heads(book: sqlite3.Connection, filters: Filters) -> list[MeetingHead]:
    """The meetings that filters leave over, by date, then id; those without a date come last.

    Under a speaker filter, those in which the speaker speaks or is answered.
    """
    where, values = _meeting_where(filters)
    sql = f"SELECT m.head FROM meetings m WHERE {where} ORDER BY m.date IS NULL, m.date, m.id"
    return [MeetingHead.model_validate_json(row[0]) for row in book.execute(sql, values)]


def items(book: sqlite3.Connection, filters: Filters, meeting_id: str) -> Iterator[Item]:
    """The items of one meeting that filters leave over: under a speaker filter, those in which the speaker is heard."""
    where, values = "m.published AND m.id = ?", [meeting_id]
    if filters.speaker is not None:
        where += (
            f" AND i.number IN (SELECT p.item FROM {_SPOKEN} JOIN passages p ON p.number = v.passage WHERE {_SPEAKER})"
        )
        values.append(filters.speaker.strip().casefold())
    sql = f"SELECT i.record FROM meetings m JOIN items i ON i.meeting = m.number WHERE {where} ORDER BY i.number"
    for row in book.execute(sql, values):
        yield Item.model_validate_json(row[0])


def silent(book: sqlite3.Connection) -> list[tuple[MeetingHead, Item]]:
    """The items of which nothing is indexed (exempt, or without text), and which only their titles can name."""
    sql = (
        "SELECT m.head, i.record FROM meetings m JOIN items i ON i.meeting = m.number WHERE m.published "
        "AND i.title IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages p WHERE p.item = i.number) "
        "ORDER BY m.date IS NULL, m.date, m.id, i.number"
    )
    return [
        (MeetingHead.model_validate_json(head), Item.model_validate_json(record)) for head, record in book.execute(sql)
    ]


def people(book: sqlite3.Connection, filters: Filters) -> list[Person]:
    """Everybody who is recorded by name, as a speaker or on a roster, by name; one entry for each post of a person."""
    where, values = _where(filters)
    found: dict[tuple[str, str | None, str | None], Person] = {}
    spoken = (
        "SELECT e.name, e.role, e.organisation, COUNT(DISTINCT m.number), COUNT(DISTINCT v.passage), NULL "
        f"FROM {_SPOKEN} WHERE {where} AND v.speaks AND e.name IS NOT NULL GROUP BY 1, 2, 3"
    )
    listed = (
        "SELECT a.name, a.role, a.organisation, COUNT(DISTINCT m.number), 0, "
        "CASE WHEN COUNT(DISTINCT a.status) = 1 THEN MIN(a.status) END "
        f"FROM meetings m JOIN attendance a ON a.meeting = m.number WHERE {where} GROUP BY 1, 2, 3"
    )
    for name, role, organisation, meetings, statements, status in (
        *book.execute(listed, values).fetchall(),
        *book.execute(spoken, values).fetchall(),
    ):
        before = found.get((name, role, organisation), Person(name=name, role=role, organisation=organisation))
        found[name, role, organisation] = before.model_copy(
            update={
                "meetings": max(before.meetings, meetings),
                "statements": before.statements + statements,
                "status": status or before.status,
            }
        )
    wanted = (filters.speaker or "").strip().casefold()
    kept = [one for one in found.values() if wanted in f"{one.name} / {one.role or ''}".casefold()]
    return sorted(kept, key=lambda one: (one.name.casefold(), one.role or "", one.organisation or ""))


def overview(book: sqlite3.Connection, filters: Filters) -> Overview:
    """How much filters leave over, of which bodies, from when to when."""
    where, values = _meeting_where(filters)
    count, first, last, undated = book.execute(
        f"SELECT COUNT(*), MIN(date), MAX(date), SUM(date IS NULL) FROM meetings m WHERE {where}", values
    ).fetchone()
    held = f"FROM passages p JOIN meetings m ON m.number = p.meeting WHERE {where}"
    parts = dict(book.execute(f"SELECT p.part, COUNT(*) {held} GROUP BY 1", values).fetchall())
    items_held = book.execute(
        f"SELECT COUNT(*) FROM items i JOIN meetings m ON m.number = i.meeting WHERE {where}", values
    ).fetchone()[0]
    return Overview(
        meetings=count,
        items=items_held,
        statements=parts.get("minutes", 0),
        decisions=parts.get("decision", 0),
        passages=sum(parts.values()),
        organisations=_distinct(book, "organisation", where, values),
        committees=_distinct(book, "committee", where, values),
        first=Date.fromisoformat(first) if first else None,
        last=Date.fromisoformat(last) if last else None,
        undated=undated or 0,
    )


def _distinct(book: sqlite3.Connection, column: str, where: str, values: list[str]) -> tuple[str, ...]:
    sql = f"SELECT DISTINCT {column} FROM meetings m WHERE {where} AND {column} IS NOT NULL ORDER BY 1"
    return tuple(row[0] for row in book.execute(sql, values))


_SPOKEN = "voices v JOIN persons e ON e.number = v.person JOIN meetings m ON m.number = v.meeting"
_SPEAKER = "instr(e.searched, ?)"


def _where(filters: Filters) -> tuple[str, list[str]]:
    """SQL for what filters say of a meeting. Case is folded by `casefold_`, not by SQLite."""
    clauses, values = ["m.published"], []
    for column, wanted in (("committee", filters.committee), ("organisation", filters.organisation)):
        if wanted is not None:
            clauses.append(f"instr(casefold_(m.{column}), ?)")
            values.append(wanted.strip().casefold())
    for sign, day in ((">=", filters.date_from), ("<=", filters.date_to)):
        if day is not None:
            clauses.append(f"m.date {sign} ?")
            values.append(day.isoformat())
    return " AND ".join(clauses), values


def _meeting_where(filters: Filters) -> tuple[str, list[str]]:
    """As `_where`, and the speaker is heard in the meeting."""
    where, values = _where(filters)
    if filters.speaker is not None:
        where += (
            f" AND m.number IN (SELECT v.meeting FROM voices v JOIN persons e ON e.number = v.person WHERE {_SPEAKER})"
        )
        values.append(filters.speaker.strip().casefold())
    return where, values
