"""A search over one state of the library: filters become numbers, stores are looked at, passages are ranked."""

import logging
from dataclasses import dataclass

import numpy as np

from index import catalogue
from index.book import Book
from index.encoder import Vectors
from index.matrix import Mask, Matrix
from index.model import Filters
from index.ranking import Scope, rank
from index.stores import Stores
from index.words import Words

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _View:
    """The stores as they are in one state of the book. A store that is damaged is left out."""

    state: tuple[int, int]
    words: Words | None
    matrix: Matrix
    live: Mask | None


class Searcher:
    """Searches the stores of one library; sees what others have written since the last search."""

    def __init__(self, book: Book, stores: Stores) -> None:
        self._book, self._stores = book, stores
        self._view: _View | None = None

    def search(
        self, query: str, words: list[str], vector: Vectors | None, limit: int, filters: Filters
    ) -> list[tuple[int, float]]:
        """The best passages: their numbers and scores."""
        view = self._current()
        return rank(query, words, vector, view.words, view.matrix, self._scope(view, filters), limit)

    def _current(self) -> _View:
        state = self._book.state()
        if self._view is None or self._view.state != state:
            self._view = self._look(state)
        return self._view

    def _look(self, state: tuple[int, int]) -> _View:
        matrix = self._stores.matrix()
        try:
            words = self._stores.words()
        except ValueError as error:
            logger.warning("Searching without words: %s. The next `minutebook ingest` mends it.", error)
            words = None
        live = _marked(matrix, self._book.live())
        return _View(state, words, matrix, None if live.all() else live)

    def _scope(self, view: _View, filters: Filters) -> Scope:
        if filters.empty:
            return Scope(view.live, None, None)
        chosen = catalogue.select(self._book.connection, filters)
        mask = _marked(view.matrix, chosen.meetings)
        if chosen.passages is not None:
            mask &= np.isin(view.matrix.passage, np.array(chosen.passages, dtype=np.int64))
        return Scope(mask, chosen.meetings, chosen.passages)


def _marked(matrix: Matrix, meetings: list[int]) -> Mask:
    """The rows that belong to one of `meetings`."""
    allowed = np.zeros(max(int(matrix.meeting.max(initial=0)), meetings[-1] if meetings else 0) + 1, dtype=np.bool_)
    allowed[meetings] = True
    marked: Mask = allowed[matrix.meeting]
    return marked
