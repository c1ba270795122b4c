"""Whether a library is whole: every store compared with the book of record, by what it reaches and not by counts."""

import sqlite3
from collections.abc import Iterator

from index import catalogue
from index.analysis import stems
from index.book import Book, Row
from index.model import Filters, Overview
from index.stores import Stores
from index.words import Words
from ingest.records import Meeting, Record, faults

# Passages looked at together.
_TOGETHER = 1000


class CheckReport(Record):
    """What a check found. `problems` are sentences for the user; `damaged` names the stores to make anew."""

    held: Overview
    problems: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    in_chroma: int = 0
    unfinished: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong. What a killed ingest left unfinished is not wrong: the next one goes on."""
        return not self.problems


def check(book: Book, stores: Stores, encoder: str) -> CheckReport:
    """Compare the stores of a library with its book. `encoder` is the one that is set now."""
    problems = [*_book_problems(book), *_encoder_problems(book, encoder)]
    damaged = []
    for store, found in (
        ("words", _words_problems(book, stores)),
        ("matrix", _matrix_problems(book, stores)),
        ("chroma", _chroma_problems(stores)),
    ):
        if first := next(found, None):
            damaged.append(store)
            problems.append(f"{first} The next `minutebook ingest` makes it anew from the book of record.")
    generation = stores.generation()
    return CheckReport(
        held=catalogue.overview(book.connection, Filters()),
        problems=tuple(problems),
        damaged=tuple(damaged),
        in_chroma=generation.rows if generation and "chroma" not in damaged else 0,
        unfinished=len(book.staged()),
    )


def _book_problems(book: Book) -> Iterator[str]:
    """What is wrong with the book itself, which is not made from anything else."""
    try:
        said = book.connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        yield f"The book of record is damaged ({said}); restore a copy, or ingest everything into a new library."
        return
    for meeting in book.meetings():
        yield from (f"The record {meeting.id} contradicts itself: {fault}." for fault in faults(meeting))
        yield from _passage_problems(book, meeting)


def _passage_problems(book: Book, meeting: Meeting) -> Iterator[str]:
    """Passages that are not in the words of the record."""
    for item in meeting.items:
        number, _, _ = book.item(item.id, meeting.id)
        apart = [item.agenda_text, *(decision.text for decision in item.decisions)]
        for passage in book.passages(number):
            printed = apart if passage.start is None else [item.minutes[passage.start : passage.end]]
            if passage.text not in printed:
                yield f"The passage {passage.id} is not in the words of its item."


def _encoder_problems(book: Book, encoder: str) -> Iterator[str]:
    made = book.meta("encoder")
    if made != encoder:
        yield (
            f"The vectors were made by {made}, and {encoder} is set now: only words are searched until the next "
            "`minutebook ingest` has made them anew."
        )


def _words_problems(book: Book, stores: Stores) -> Iterator[str]:
    try:
        words = stores.words()
    except ValueError as error:
        if book.live():
            yield f"The word store cannot be opened ({error})."
        return
    for rows in _pieces(book, stores):
        if not words.holds(row.number for row in rows):
            yield "The word store lacks passages."
        if (row := next((row for row in rows if not _found_by_its_words(words, row)), None)) is not None:
            yield f"The word store does not find {row.passage.id} by its words."


def _found_by_its_words(words: Words, row: Row) -> bool:
    own = stems(row.passage.text)[:8]
    numbers, _ = words.score(own, [row.number])
    return not own or numbers.size == 1


def _matrix_problems(book: Book, stores: Stores) -> Iterator[str]:
    try:
        matrix = stores.matrix()
    except ValueError as error:
        yield f"The vectors cannot be opened ({error})."
        return
    for rows in _pieces(book, stores):
        for row in rows:
            if not matrix.has(row):
                yield f"The vectors of {row.passage.id} are not those of the book."


def _chroma_problems(stores: Stores) -> Iterator[str]:
    generation = stores.generation()
    if generation is None:
        return
    try:
        sound = stores.chroma.sound(generation.name, stores.matrix())
    except ValueError:
        return  # without the matrix there is nothing to compare with, and both are made anew
    if not sound:
        yield f"The Chroma store {generation.name} does not answer as it should."


def _pieces(book: Book, stores: Stores) -> Iterator[list[Row]]:
    """All passages, some at a time."""
    piece: list[Row] = []
    for row in book.rows(book.live(), stores.dimension):
        piece.append(row)
        if len(piece) == _TOGETHER:
            yield piece
            piece = []
    if piece:
        yield piece
