"""What is made from the book so that passages are found: the word store, the matrix of vectors, and their upkeep."""

from collections.abc import Sequence
from pathlib import Path

from index import words as word_store
from index.book import Book
from index.matrix import Extent, Matrix, append
from index.words import Words

STORES = "stores"
_MATRIX = "matrix"


class Stores:
    """The stores of one library, beside its book."""

    def __init__(self, folder: Path, book: Book) -> None:
        self.folder = folder / STORES
        self._book = book

    @property
    def dimension(self) -> int:
        """The length of the vectors in this library."""
        return int(self._book.meta("dimension") or 0)

    def extent(self) -> Extent:
        """The matrix that the book names."""
        return Extent.parse(self._book.meta(_MATRIX) or "matrix-1:0")

    def matrix(self) -> Matrix:
        """The matrix, open for reading. Raises `ValueError` where its files are missing or damaged."""
        return Matrix(self.folder, self.extent(), self.dimension)

    def words(self) -> Words:
        """The word store. Raises `ValueError` where it is missing or damaged."""
        return Words.open(self.folder / word_store.FOLDER)

    def publish(self, meetings: Sequence[int]) -> None:
        """Make staged meetings findable, then visible."""
        retired = self._book.retired()
        words = Words.create(self.folder / word_store.FOLDER)
        words.write(self._book.rows(meetings, self.dimension), retired)
        extent = append(self.folder, self.extent(), self._book.rows(meetings, self.dimension), self.dimension)
        self._book.publish(meetings, {_MATRIX: str(extent)})
        self._book.forget_retired(retired)

    def mend(self) -> None:
        """Finish what an earlier writer left: whatever was staged becomes findable and visible."""
        staged = self._book.staged()
        if staged:
            self.publish(staged)

    def settle(self) -> None:
        """Let the stores go of removed meetings."""
        retired = self._book.retired()
        if retired:
            Words.create(self.folder / word_store.FOLDER).write((), retired)
            self._book.forget_retired(retired)
