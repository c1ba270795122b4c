"""A search over one state of the library: filters become numbers, stores are looked at, passages are ranked."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from index import catalogue
from index.book import Book
from index.encoder import Vectors
from index.matrix import Mask, Matrix
from index.model import Filters
from index.ranker import ranker
from index.ranking import DEPTH, Scope, candidates, rank
from index.stores import Stores
from index.terms import Numbers, with_alternatives
from index.vectors import Generation, Resident
from index.words import Words

logger = logging.getLogger(__name__)
# Filters that are kept resolved: a conversation asks again and again under the same ones.
_SCOPES = 16
_Store = TypeVar("_Store", Matrix, Words)


@dataclass(frozen=True, slots=True)
class _View:
    """The stores as they are in one state of the book."""

    state: tuple[int, int]
    words: Words
    matrix: Matrix
    live: Mask | None
    generation: Generation | None
    scopes: dict[Filters, Scope] = field(default_factory=dict)


class Searcher:
    """Searches the stores of one library; sees what others have written since the last search."""

    def __init__(self, book: Book, stores: Stores, *, resident: bool) -> None:
        self._book, self._stores = book, stores
        self._resident = Resident(stores.chroma) if resident else None
        self._view: _View | None = None

    def search(
        self, query: str, words: list[str], vector: Vectors | None, limit: int, filters: Filters
    ) -> list[tuple[int, float]]:
        """The best passages: their numbers and scores."""
        view = self._current()
        if view.matrix.extent.rows == 0:
            return []
        scope, words = self._scope(view, filters), view.words.known(words)
        near = self._near(view, vector, scope, max(DEPTH, 2 * limit)) if vector is not None else None
        alternatives = view.words.alternatives(words)
        every = with_alternatives(words, alternatives)
        found = candidates(every, near, view.words, view.matrix, scope, limit)
        return rank(query, found, words, vector, view.words, view.matrix, limit, ranker(), alternatives)

    def cosines_in(self, vector: Vectors, item: int) -> Vectors:
        """How near each passage of an item is to a question, in their order."""
        return self._current().matrix.cosines_in(vector, item)

    def wait_for_chroma(self, seconds: float) -> bool:
        """Wait until the generation that the book names is open, and say whether it is."""
        view = self._current()
        if self._resident is None or view.generation is None:
            return False
        return self._resident.wait(view.generation, view.matrix, seconds)

    def _near(self, view: _View, vector: Vectors, scope: Scope, depth: int) -> Numbers:
        """The rows nearest to a question: from Chroma where a process stays and nothing is filtered, else exactly."""
        near = None
        if self._resident is not None and view.generation is not None and scope.meetings is None:
            near = self._resident.nearest(view.generation, view.matrix, vector, depth)
        return view.matrix.nearest(vector, depth, scope.mask) if near is None else near

    def _current(self) -> _View:
        state = self._book.state()
        if self._view is None or self._view.state != state:
            self._view = self._look(state)
        return self._view

    def _look(self, state: tuple[int, int]) -> _View:
        matrix = self._opened(self._stores.matrix, self._stores.matrix_in_memory)
        words = self._opened(self._stores.words, self._stores.words_in_memory)
        live = matrix.belonging_to(self._book.live())
        return _View(state, words, matrix, None if live.all() else live, self._stores.generation())

    def _opened(self, open_files: Callable[[], _Store], in_memory: Callable[[], _Store]) -> _Store:
        """A store as it is on disk, or where that is damaged, one made from the book for this process."""
        if not self._book.live():
            return in_memory()
        try:
            return open_files()
        except ValueError as error:
            logger.warning("A store is damaged (%s); searching without it. `minutebook ingest` mends it.", error)
            return in_memory()

    def _scope(self, view: _View, filters: Filters) -> Scope:
        if filters.empty:
            return Scope(view.live, None, None)
        if filters not in view.scopes:
            if len(view.scopes) >= _SCOPES:
                view.scopes.pop(next(iter(view.scopes)))
            view.scopes[filters] = self._resolved(view, filters)
        return view.scopes[filters]

    def _resolved(self, view: _View, filters: Filters) -> Scope:
        chosen = catalogue.select(self._book.connection, filters)
        mask = view.matrix.belonging_to(chosen.meetings)
        if chosen.passages is not None:
            mask &= np.isin(view.matrix.passage, np.array(chosen.passages, dtype=np.int64))
        return Scope(mask, chosen.meetings, chosen.passages)
