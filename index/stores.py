"""What is made from the book so that passages are found: words, matrix and Chroma, made, mended and tidied.

The book names the word store, the matrix and the Chroma generation that count, and readers look there: a store that
is made anew is made beside and then named, in one transaction. Only a writer, who holds the lock, does any of this.
"""

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.book import Book
from index.matrix import VERSION as MATRIX_VERSION
from index.matrix import Extent, Mask, Matrix, append, remove_all_but
from index.settings import IndexSettings
from index.vectors import CHANGED_LEAST, CHANGED_SHARE, ChromaFolder, ChromaServer, Generation
from index.words import VERSION as WORDS_VERSION
from index.words import Words

logger = logging.getLogger(__name__)

FOLDER = "stores"
# Meetings made findable at a time while a store is made anew.
_TOGETHER = 200
# A matrix is made anew when more than this share of its rows belongs to meetings that are gone.
_GONE_SHARE = 0.3


class Stores:
    """The stores of one library, beside its book."""

    def __init__(self, folder: Path, book: Book, settings: IndexSettings) -> None:
        self.folder = folder / FOLDER
        self._book = book
        self.chroma: ChromaFolder | ChromaServer = (
            ChromaServer(settings.chroma_url, book.meta("id") or "")
            if settings.chroma_url
            else ChromaFolder(self.folder)
        )
        self._chroma_from = settings.chroma_from

    @property
    def dimension(self) -> int:
        """The length of the vectors in this library."""
        return int(self._book.meta("dimension") or 0)

    def matrix(self) -> Matrix:
        """The matrix, open for reading. Raises `ValueError` where its files are missing or do not fit."""
        extent = self._extent()
        if not extent.name.startswith(f"matrix-{MATRIX_VERSION}-"):
            raise ValueError("the matrix is of another version")
        return Matrix.open(self.folder, extent, self.dimension)

    def words(self) -> Words:
        """The word store. Raises `ValueError` where it is missing or damaged."""
        name = self._book.meta("words") or ""
        if not name.startswith(f"words-{WORDS_VERSION}-"):
            raise ValueError("the word store is of another version")
        return Words.open(self.folder / name)

    def matrix_in_memory(self) -> Matrix:
        """The matrix made from the book for this process alone, where the files are damaged."""
        return Matrix.of(self._book.rows(self._book.live(), self.dimension), self.dimension)

    def words_in_memory(self) -> Words:
        """The word store made from the book for this process alone, where the files are damaged."""
        words = Words.create(None)
        words.write(self._book.rows(self._book.live(), self.dimension), ())
        return words

    def generation(self) -> Generation | None:
        """The Chroma generation that the book names, where it fits the matrix."""
        generation = Generation.parse(self._book.meta("chroma"))
        return generation if generation and generation.matrix == self._extent().name else None

    def publish(self, meetings: Sequence[int]) -> None:
        """Make staged meetings findable, then visible."""
        retired = self._book.retired()
        rows = list(self._book.rows(meetings, self.dimension))
        self.words().write(rows, retired)
        extent = append(self.folder, self._extent(), rows, self.dimension)
        self._book.publish(meetings, {"matrix": str(extent)})
        self._book.forget_retired(retired)

    def mend(self) -> None:
        """Make anew what is missing or damaged, and finish what an earlier writer left."""
        suspects = (self._book.meta("suspect") or "").split()
        if "words" in suspects or not self._words_sound():
            self._make_words()
        if "matrix" in suspects or not self._matrix_sound():
            self.make_matrix()
        if "chroma" in suspects:
            self._book.set_meta("chroma", "")
        if suspects:
            self._book.set_meta("suspect", "")
        staged = self._book.staged()
        for start in range(0, len(staged), _TOGETHER):
            self.publish(staged[start : start + _TOGETHER])

    def settle(self) -> None:
        """Let the stores go of removed meetings, and bring Chroma up to date where enough has changed."""
        retired = self._book.retired()
        if retired:
            self.words().write((), retired)
            self._book.forget_retired(retired)
        matrix = self.matrix()
        gone = matrix.extent.rows - int(np.count_nonzero(self._live(matrix)))
        if gone > _GONE_SHARE * matrix.extent.rows:
            self.make_matrix()
        self._settle_chroma()

    def suspect(self, stores: Sequence[str]) -> None:
        """Write down that a check found these stores damaged, so that the next writer makes them anew."""
        self._book.set_meta("suspect", " ".join(stores))

    def _extent(self) -> Extent:
        return Extent.parse(self._book.meta("matrix") or f"matrix-{MATRIX_VERSION}-0:0")

    def _live(self, matrix: Matrix) -> Mask:
        return matrix.belonging_to(self._book.live())

    def _words_sound(self) -> bool:
        """Whether the word store opens, reaches the first and the last meeting, and has enough passages in all."""
        try:
            words = self.words()
            live = self._book.live()
            return words.passages >= self._book.passages_held() and all(
                words.holds(row.number for row in self._book.rows((meeting,), self.dimension))
                for meeting in {*live[:1], *live[-1:]}
            )
        except ValueError:
            return False

    def _matrix_sound(self) -> bool:
        """Whether the matrix opens, and has the passages of the first and the last meeting with their vectors."""
        try:
            matrix = self.matrix()
        except ValueError:
            return False
        live = self._book.live()
        return all(
            matrix.has(row)
            for meeting in {*live[:1], *live[-1:]}
            for row in self._book.rows((meeting,), self.dimension)
        )

    def _make_words(self) -> None:
        """Make the word store from the book, beside the one that is named, and name it."""
        name = f"words-{WORDS_VERSION}-{self._next('words')}"
        shutil.rmtree(self.folder / name, ignore_errors=True)
        words = Words.create(self.folder / name)
        live = self._book.live()
        if live:
            logger.info("Making the word store of %d meetings.", len(live))
            words.write(self._book.rows(live, self.dimension), ())
        self._book.set_meta("words", name)
        for folder in self.folder.glob("words-*"):
            if folder.name != name:
                shutil.rmtree(folder, ignore_errors=True)

    def make_matrix(self) -> None:
        """Make the matrix from the vectors in the book, beside the one that is named, and name it."""
        beside = Extent(f"matrix-{MATRIX_VERSION}-{self._next('matrix')}", 0)
        live = self._book.live()
        made = append(self.folder, beside, self._book.rows(live, self.dimension), self.dimension)
        self._book.set_meta("matrix", str(made))
        remove_all_but(self.folder, made.name)

    def _settle_chroma(self) -> None:
        matrix = self.matrix()
        live = self._live(matrix)
        places = np.flatnonzero(live)
        generation = self.generation()
        if places.size < self._chroma_from:
            return
        if generation is not None:
            since = matrix.extent.rows - generation.rows + int(np.count_nonzero(~live[: generation.rows]))
            if since < max(CHANGED_LEAST, CHANGED_SHARE * generation.rows):
                return
        name = f"chroma-{self._next('chroma')}"
        if self.chroma.make(name, matrix, places):
            self._book.set_meta("chroma", str(Generation(name, matrix.extent.name, matrix.extent.rows)))
            self.chroma.drop_all_but(name)

    def _next(self, kind: str) -> int:
        """A number that no store of this library has had."""
        number = int(self._book.meta("numbered") or 0) + 1
        self._book.set_meta("numbered", str(number))
        return number
