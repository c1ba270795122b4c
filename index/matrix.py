"""The vectors of a library as one memory-mapped matrix, and beside it what each row belongs to.

Rows are only ever added at the end, and how many count is written in the book: what a killed writer left behind that
count is overwritten by the next one. Ranking over it is exact. Rows of removed meetings stay until it is made anew.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.abbreviations import Alternative
from index.book import Row
from index.encoder import Vectors
from index.terms import Numbers, Occurrences, Terms, coded, occurrences

# Rows up to which every row is compared (5 ms on one core), and of more, those that are: at least so many, and one row
# in so many. On 23,494 sentences of committee records, 351 questions (23 November 2026), 2,000 rows compared reach
# 0.994 of the exact nearest 100 and all of the nearest 10; of a million, 5,000 take 12 ms.
EXACT = 10_000
SCREENED = 2_000
SCREENED_SHARE = 200
# More signs than any vector has: a row outside the mask.
_NEVER = np.uint16(2**16 - 2)
# Rows multiplied at a time: no copy of the whole matrix is ever made, and of more rows the product is given to several
# threads, which takes ten times as long (3,000 rows: 0.3 ms, or 2.5 ms at 2,048 at a time).
_PIECE = 1024
# Changes with what a row holds, so that a matrix of other rows is made anew.
VERSION = 4
# What a row belongs to, and where its words are. Passages of one item follow each other, so a neighbour is the row
# before or after.
ROW = np.dtype(
    [
        *((name, "<i8") for name in ("passage", "meeting", "item", "terms")),
        *((name, "<i4") for name in ("length", "day")),
        ("nature", "u1"),
    ]
)
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Extent:
    """Which files hold the matrix, and how many rows of them count. Written in the book as `name:rows`."""

    name: str
    rows: int

    @classmethod
    def parse(cls, written: str) -> "Extent":
        """The extent that the book names."""
        name, rows = written.rsplit(":", 1)
        return cls(name, int(rows))

    def __str__(self) -> str:
        return f"{self.name}:{self.rows}"


class Matrix:
    """The rows that count, for reading."""

    def __init__(
        self,
        extent: Extent,
        vectors: Vectors,
        signs: npt.NDArray[np.uint64],
        belonging: npt.NDArray[np.void],
        terms: Terms,
    ) -> None:
        """For `open` and `of`."""
        self.extent, self.vectors, self.dimension = extent, vectors, vectors.shape[1]
        self._terms, self._starts = terms, belonging["terms"]
        self._lengths: Numbers = np.ascontiguousarray(belonging["length"], dtype=np.int64)
        self.mean_length = float(self._lengths.mean()) if len(belonging) else 1.0
        self._signs: npt.NDArray[np.uint64] = np.ascontiguousarray(signs.T)
        self.passage: Numbers = np.ascontiguousarray(belonging["passage"])
        self.meeting: Numbers = np.ascontiguousarray(belonging["meeting"])
        self.item: Numbers = np.ascontiguousarray(belonging["item"])
        self.nature: Numbers = np.ascontiguousarray(belonging["nature"])
        self.day: Numbers = np.ascontiguousarray(belonging["day"])

    @classmethod
    def open(cls, folder: Path, extent: Extent, dimension: int) -> "Matrix":
        """The matrix in files, memory-mapped. Raises `ValueError` where the files hold less than they should."""
        vectors, signs, belonging, terms = _paths(folder, extent.name)
        words = _code_words(dimension)
        rows = _mapped(belonging, ROW, extent.rows)
        return cls(
            extent,
            _mapped(vectors, np.dtype("<f4"), extent.rows * dimension).reshape(-1, dimension),
            _mapped(signs, np.dtype("<u8"), extent.rows * words).reshape(-1, words),
            rows,
            _mapped(terms, np.dtype("<u4"), _terms_end(rows)),
        )

    @classmethod
    def of(cls, rows: Iterable[Row], dimension: int) -> "Matrix":
        """A matrix in memory, for a library whose files are damaged."""
        kept = list(rows)
        vectors = np.concatenate([np.zeros((0, dimension), np.float32), *(row.vectors for row in kept)])
        spoken = [coded(row) for row in kept]
        starts = np.cumsum([0, *(each.size for each in spoken)])[:-1]
        belonging = [_belonging(*entry) for entry in zip(kept, starts, map(len, spoken), strict=True)]
        rows, terms = np.concatenate([np.zeros(0, ROW), *belonging]), np.concatenate([np.zeros(0, np.uint32), *spoken])
        return cls(Extent("memory", len(vectors)), vectors, _codes(vectors), rows, terms)

    def nearest(self, query: Vectors, limit: int, mask: Mask | None) -> Numbers:
        """The places of the rows nearest to `query` among those in `mask`, best first.

        Up to `EXACT` rows all are compared; of more, those whose signs agree best with the query's.
        """
        count = self.extent.rows if mask is None else int(np.count_nonzero(mask))
        if count > EXACT:
            places: Numbers | None = self._screened(query, max(SCREENED, 10 * limit, count // SCREENED_SHARE), mask)
        else:
            places = None if mask is None else np.flatnonzero(mask)
        scores = self.cosines(query, places)
        best = np.argpartition(-scores, limit)[:limit] if scores.size > limit else np.arange(scores.size)
        best = best[np.lexsort((best, -scores[best]))]
        return best if places is None else places[best]

    def _screened(self, query: Vectors, keep: int, mask: Mask | None) -> Numbers:
        """About `keep` rows whose signs differ from those of `query` in the fewest places."""
        differing = np.zeros(self.extent.rows, dtype=np.uint16)
        for column, word in zip(self._signs, _codes(query[None, :])[0], strict=True):
            differing += np.bitwise_count(column ^ word)
        if mask is not None:
            differing[~mask] = _NEVER
        reached = np.cumsum(np.bincount(differing, minlength=int(_NEVER) + 1)[:-1])
        return np.flatnonzero(differing <= np.searchsorted(reached, min(keep, int(reached[-1]))))

    def cosines(self, query: Vectors, places: Numbers | None) -> Vectors:
        """The cosine of `query` with the rows at `places`, or with all."""
        count = self.extent.rows if places is None else places.size
        scores = np.empty(count, dtype=np.float32)
        for start in range(0, count, _PIECE):
            part = slice(start, start + _PIECE) if places is None else places[start : start + _PIECE]
            scores[start : start + _PIECE] = self.vectors[part] @ query
        return scores

    def occurrences(
        self, places: Numbers, words: Sequence[str], alternatives: Sequence[Alternative] = ()
    ) -> Occurrences:
        """Where `words`, or what stands for them, stand in the passages of the rows at `places`."""
        return occurrences(self._terms, self._starts[places], self._lengths[places], words, alternatives)

    def belonging_to(self, meetings: list[int]) -> Mask:
        """The rows that belong to one of `meetings`, which are in ascending order."""
        largest = max(int(self.meeting.max(initial=0)), meetings[-1] if meetings else 0)
        allowed = np.zeros(largest + 1, dtype=np.bool_)
        allowed[meetings] = True
        marked: Mask = allowed[self.meeting]
        return marked

    def of_items(self, items: Numbers, at_most: int) -> Numbers:
        """The passages of `items`, but of no item that has more than `at_most` rows."""
        starts, ends = (np.searchsorted(self.item, items, side=side) for side in ("left", "right"))
        spans = [np.arange(start, end) for start, end in zip(starts, ends, strict=True) if end - start <= at_most]
        return np.unique(self.passage[np.concatenate(spans)]) if spans else self.passage[:0]

    def cosines_in(self, query: Vectors, item: int) -> Vectors:
        """The cosine of `query` with each passage of an item, in their order; of several rows the nearest counts."""
        start, end = (int(np.searchsorted(self.item, item, side=side)) for side in ("left", "right"))
        if start == end:
            return np.zeros(0, dtype=np.float32)
        first = np.unique(self.passage[start:end], return_index=True)[1]
        nearest: Vectors = np.maximum.reduceat(self.vectors[start:end] @ query, first)
        return nearest

    def has(self, row: Row) -> bool:
        """Whether a passage of the book is here, with its vectors."""
        first = int(self.first(np.array([row.number]))[0])
        return first >= 0 and np.array_equal(self.vectors[first : first + len(row.vectors)], row.vectors)

    def first(self, passages: Numbers) -> Numbers:
        """The place of the first row of each passage, or -1 where the matrix has none of it."""
        places = np.searchsorted(self.passage, passages)
        inside = places < self.passage.size
        inside[inside] = self.passage[places[inside]] == passages[inside]
        return np.where(inside, places, -1)


def append(folder: Path, extent: Extent, rows: Iterable[Row], dimension: int) -> Extent:
    """Add rows behind `extent`, durably, and give the new extent, which counts once the book says so."""
    folder.mkdir(parents=True, exist_ok=True)
    count = extent.rows
    widths = (dimension * 4, _code_words(dimension) * 8, ROW.itemsize)
    with ExitStack() as stack:
        files = [stack.enter_context(path.open("ab")) for path in _paths(folder, extent.name)[:3]]
        for file, width in zip(files, widths, strict=True):
            file.truncate(count * width)
        spoken = stack.enter_context(_paths(folder, extent.name)[-1].open("ab"))
        end = _terms_end(_mapped(_paths(folder, extent.name)[2], ROW, count))
        spoken.truncate(end * 4)
        for row in rows:
            terms = coded(row)
            entries = (row.vectors.astype("<f4"), _codes(row.vectors), _belonging(row, end, terms.size))
            for file, entry in zip(files, entries, strict=True):
                file.write(entry.tobytes())
            spoken.write(terms.tobytes())
            count += len(row.vectors)
            end += terms.size
        for file in (*files, spoken):
            file.flush()
            os.fsync(file.fileno())
    return Extent(extent.name, count)


def remove_all_but(folder: Path, name: str) -> None:
    """Remove matrices that are no longer named."""
    for path in folder.glob("matrix-*"):
        if path.stem != name:
            path.unlink(missing_ok=True)


def vector_file(folder: Path, name: str) -> Path:
    """Where the vectors of a matrix lie, as rows of 32-bit floating point numbers."""
    return _paths(folder, name)[0]


def _paths(folder: Path, name: str) -> tuple[Path, Path, Path, Path]:
    vectors, signs, rows, terms = (folder / f"{name}.{kind}" for kind in ("vectors", "signs", "rows", "terms"))
    return vectors, signs, rows, terms


def _belonging(row: Row, terms: int, length: int) -> npt.NDArray[np.void]:
    entry = (row.number, row.meeting, row.item, terms, length, row.day, int(row.nature))
    return np.array([entry] * len(row.vectors), dtype=ROW)


def _terms_end(rows: npt.NDArray[np.void]) -> int:
    """How many terms the passages of `rows` have."""
    return int(rows["terms"][-1] + rows["length"][-1]) if len(rows) else 0


def _code_words(dimension: int) -> int:
    return -(-dimension // 64)


def _codes(vectors: Vectors) -> npt.NDArray[np.uint64]:
    """The signs of each vector as bits, in words of 64."""
    bits = np.zeros((len(vectors), _code_words(vectors.shape[1]) * 64), dtype=np.bool_)
    bits[:, : vectors.shape[1]] = vectors > 0
    return np.packbits(bits, axis=1).view("<u8")


def _mapped(path: Path, dtype: np.dtype[Any], count: int) -> npt.NDArray[Any]:
    if count == 0:
        return np.zeros(0, dtype)
    if not path.exists() or path.stat().st_size < count * dtype.itemsize:
        raise ValueError(f"{path.name} is missing or too short")
    return np.memmap(path, dtype=dtype, mode="r", shape=(count,))
