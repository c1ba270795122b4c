"""One library of all of QMSum's committee meetings, opened so that each step of a search can be looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import ir_measures
import numpy as np
from ir_measures import Qrel, ScoredDoc, Success, nDCG

from benchmarks.qmsum import Question, read
from index import IndexSettings, Library
from index.book import Book
from index.encoder import Encoder, Vectors, load_encoder
from index.matrix import Matrix
from index.query import searched_words
from index.ranker import Ranker
from index.ranking import DEPTH, Scope, candidates, rank
from index.stores import Stores
from index.terms import Numbers
from index.words import Words

_EVERYWHERE = Scope(None, None, None)


@dataclass(frozen=True, slots=True)
class Bench:
    """The stores of the library, its questions, and for each question the passages that answer it."""

    words: Words
    matrix: Matrix
    questions: list[Question]
    right: list[Numbers]
    vectors: Vectors

    def found(self, number: int) -> Numbers:
        """The candidates for a question, as a search takes them."""
        near = self.matrix.nearest(self.vectors[number], DEPTH, None)
        words = searched_words(self.questions[number].text)
        return candidates(words, near, self.words, self.matrix, _EVERYWHERE, 10)

    def ranked(self, number: int, by: Ranker) -> list[tuple[int, float]]:
        """The first ten passages for a question."""
        question = self.questions[number].text
        found, words = self.found(number), searched_words(question)
        return rank(question, found, words, self.vectors[number], self.words, self.matrix, 10, by)


def bench(qmsum: Path, folder: Path) -> Bench:
    """The library of both files of `qmsum`, made in `folder` where it is not there."""
    settings = IndexSettings(chroma_from=10**9)
    told = [entry for name in ("train", "val") for entry in read(qmsum / f"{name}.jsonl")]
    questions = [question for _, asked in told for question in asked]
    if not folder.exists():
        with Library.open(folder, create=True, settings=settings) as library:
            library.add([meeting for meeting, _ in told])
    book, encoder = Book(folder), load_encoder(settings.encoder, settings.cache)
    stores = Stores(folder, book, settings)
    rows = book.rows(book.live(), stores.dimension)
    number = {(row.passage.meeting_id, row.passage.start): row.number for row in rows}
    right = [np.array(sorted(number[one.meeting_id, start] for start in one.relevant)) for one in questions]
    return Bench(stores.words(), stores.matrix(), questions, right, _asked(encoder, questions))


def _asked(encoder: Encoder, questions: Sequence[Question]) -> Vectors:
    return np.stack([encoder.encode_query(question.text) for question in questions])


def measured(ranked: Sequence[Sequence[int]], right: Sequence[Numbers]) -> tuple[float, float]:
    """Mean nDCG@10 and success@5 of ranked passage numbers, a list a question."""
    wanted = [Qrel(str(place), str(one), 1) for place, numbers in enumerate(right) for one in numbers]
    given = [
        ScoredDoc(str(place), str(one), float(-rank))
        for place, numbers in enumerate(ranked)
        for rank, one in enumerate(numbers)
    ]
    values = ir_measures.calc_aggregate([nDCG @ 10, Success @ 5], wanted, given)
    return values[nDCG @ 10], values[Success @ 5]
