"""How much of the exact nearest vectors is found: by the screened matrix, filtered or not, and by Chroma.

    python -m benchmarks.vector_recall QMSUM_FOLDER --library LIBRARY

The library is made of the sentences of QMSum's committee meetings (each a passage of its own) where it is not there;
the questions of the same meetings are asked.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from benchmarks.qmsum import read
from index import IndexSettings, Library
from index.book import Book
from index.encoder import Vectors, load_encoder
from index.matrix import Mask, Matrix
from index.passages import sentences
from index.stores import Stores
from index.terms import Numbers
from index.vectors import Resident
from ingest.records import Item, Meeting, Statement

Search = Callable[[Vectors, int], Numbers | None]
SETTINGS = IndexSettings(chroma_from=1)
DEPTHS = (10, 100)
# Fewer words say nothing of their own, and many are the same.
LEAST_WORDS = 4


def in_sentences(meeting: Meeting) -> Meeting:
    """The same meeting with a statement a sentence."""
    found, at = [], 0
    for text in (one for said in meeting.items[0].statements for one in sentences(said.text)):
        if len(text.split()) >= LEAST_WORDS:
            found.append(Statement(start=at, end=at + len(text), text=text, kind="discussion"))
            at += len(text) + 1
    minutes = "\n".join(statement.text for statement in found)
    return meeting.model_copy(update={"items": (Item(id="1", minutes=minutes, statements=tuple(found)),)})


def searches(matrix: Matrix, stores: Stores, half: Mask) -> Iterator[tuple[str, Mask | None, Search]]:
    """The ways to find the nearest rows, and the rows that each looks among."""
    yield "matrix", None, lambda query, depth: matrix.nearest(query, depth, None)
    yield "matrix, half of it", half, lambda query, depth: matrix.nearest(query, depth, half)
    generation, resident = stores.generation(), Resident(stores.chroma)
    assert generation is not None
    assert resident.wait(generation, matrix, 600)
    yield "Chroma", None, lambda query, depth: resident.nearest(generation, matrix, query, depth)


def recall(found: Numbers, scores: Vectors, depth: int) -> float:
    """The share of the exact nearest that is found; rows that are as near are as good."""
    least = np.sort(scores)[-depth]
    return float(np.mean(np.sort(scores[found])[::-1][:depth] >= least - 1e-6))


def main() -> None:
    """Print one line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("qmsum", type=Path)
    parser.add_argument("--library", type=Path, required=True)
    asked = parser.parse_args()
    told = [entry for name in ("train", "val") for entry in read(asked.qmsum / f"{name}.jsonl")]
    if not asked.library.exists():
        with Library.open(asked.library, create=True, settings=SETTINGS) as library:
            library.add([in_sentences(meeting) for meeting, _ in told])
    stores, encoder = (
        Stores(asked.library, Book(asked.library), SETTINGS),
        load_encoder(SETTINGS.encoder, SETTINGS.cache),
    )
    matrix = stores.matrix()
    half = np.arange(matrix.extent.rows) % 2 == 0
    queries = [encoder.encode_query(question.text) for _, questions in told for question in questions]
    sys.stdout.write(f"{matrix.extent.rows:,} sentences, {len(queries)} questions\n")
    for name, mask, search in searches(matrix, stores, half):
        for depth in DEPTHS:
            reached = []
            for query in queries:
                scores = matrix.cosines(query, None)
                found = search(query, depth)
                assert found is not None
                reached.append(recall(found, scores if mask is None else np.where(mask, scores, -1.0), depth))
            sys.stdout.write(f"{name:20} recall of the nearest {depth:3}: {np.mean(reached):.4f}\n")


if __name__ == "__main__":
    main()
