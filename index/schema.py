"""The tables of the book of record, and how its file is told from any other SQLite file."""

import sqlite3
from pathlib import Path

from index.errors import LibraryTooNew, NotALibrary

BOOK = "book.sqlite"
# "MBok": written into the header of the file.
APPLICATION_ID = 0x4D426F6B
VERSION = 1

# Numbers are never used twice (AUTOINCREMENT), so what a word or vector store still holds of a meeting that was
# removed can never be taken for another. A meeting is first staged (published = 0), then made findable in the
# stores, then published: readers see published meetings only, so they see each as before or as after.
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (
    number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE);
CREATE TABLE meetings (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, delivered_id TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES sources, origin TEXT NOT NULL, digest TEXT NOT NULL,
    published INTEGER NOT NULL DEFAULT 0,
    organisation TEXT, committee TEXT, date TEXT, head TEXT NOT NULL, attendance TEXT NOT NULL);
CREATE UNIQUE INDEX meetings_by_id ON meetings (id, published);
CREATE INDEX meetings_by_source ON meetings (source);
CREATE INDEX meetings_by_date ON meetings (date);
CREATE TABLE items (
    number INTEGER PRIMARY KEY AUTOINCREMENT, meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
    id TEXT NOT NULL, printed_number TEXT, title TEXT, record TEXT NOT NULL);
CREATE INDEX items_by_id ON items (id);
CREATE INDEX items_by_meeting ON items (meeting);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT, meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
    item INTEGER NOT NULL, part TEXT NOT NULL, boilerplate INTEGER NOT NULL, record TEXT NOT NULL,
    vector BLOB NOT NULL);
CREATE INDEX passages_by_meeting ON passages (meeting);
CREATE INDEX passages_by_item ON passages (item);
CREATE TABLE persons (
    number INTEGER PRIMARY KEY AUTOINCREMENT, searched TEXT NOT NULL, name TEXT, role TEXT, organisation TEXT,
    UNIQUE (searched, name, role, organisation));
CREATE TABLE voices (
    meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE, passage INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES persons, speaks INTEGER NOT NULL);
CREATE INDEX voices_by_meeting ON voices (meeting);
CREATE INDEX voices_by_person ON voices (person);
CREATE TABLE attendance (
    meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
    name TEXT NOT NULL, role TEXT, organisation TEXT, status TEXT NOT NULL);
CREATE INDEX attendance_by_meeting ON attendance (meeting);
CREATE TABLE reencoded (passage INTEGER PRIMARY KEY, vector BLOB NOT NULL);
CREATE TABLE retired (meeting INTEGER PRIMARY KEY);
"""


def connect(folder: Path) -> sqlite3.Connection:
    """Open the book in `folder`. Raises `NotALibrary` or `LibraryTooNew`, and never changes a file that is not ours."""
    connection = sqlite3.connect(folder / BOOK, isolation_level=None, check_same_thread=False, timeout=30)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError:
        application, version = None, None
    if application != APPLICATION_ID:
        connection.close()
        raise NotALibrary(f"{folder} is not a Minutebook library; give another folder, or the right one.")
    if version > VERSION:
        connection.close()
        raise LibraryTooNew(f"The library {folder} was made by a later version of Minutebook; update Minutebook.")
    _prepare(connection)
    return connection


def create(folder: Path, meta: dict[str, str]) -> None:
    """Make an empty book in `folder`, in one transaction: it is there entirely or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(folder / BOOK, isolation_level=None)
    try:
        _prepare(connection)
        connection.executescript(
            f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
            + TABLES
            + "".join(f"INSERT INTO meta VALUES ({_quoted(key)}, {_quoted(value)});" for key, value in meta.items())
            + "COMMIT;"
        )
    finally:
        connection.close()


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_function("casefold_", 1, lambda text: text.casefold() if text else text, deterministic=True)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
