"""The vectors of a library as one memory-mapped matrix, and beside it what each row belongs to.

Rows are only ever added at the end, and how many count is written in the book: what a killed writer left behind that
count is overwritten by the next one. Ranking over it is exact. Rows of removed meetings stay until it is made anew.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.book import Row
from index.encoder import Vectors

# Rows gathered at a time for a cosine, so that no copy of the whole matrix is ever made.
_PIECE = 8192
# What a row belongs to. Passages of one item follow each other, so a neighbour is the row before or after.
ROW = np.dtype([("passage", "<i8"), ("meeting", "<i8"), ("item", "<i8"), ("boilerplate", "?")])
Numbers = npt.NDArray[np.int64]
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
    """The part of the matrix that counts, open for reading. Raises `ValueError` where the files hold less."""

    def __init__(self, folder: Path, extent: Extent, dimension: int) -> None:
        self.extent = extent
        vectors, rows = _paths(folder, extent.name)
        self.vectors: Vectors = _mapped(vectors, np.dtype("<f4"), extent.rows * dimension).reshape(-1, dimension)
        belonging = _mapped(rows, ROW, extent.rows)
        self.passage: Numbers = np.ascontiguousarray(belonging["passage"])
        self.meeting: Numbers = np.ascontiguousarray(belonging["meeting"])
        self.item: Numbers = np.ascontiguousarray(belonging["item"])
        self.boilerplate: Mask = np.ascontiguousarray(belonging["boilerplate"])

    def nearest(self, query: Vectors, limit: int, mask: Mask | None) -> Numbers:
        """The places of the rows nearest to `query` among those in `mask`, best first."""
        places = None if mask is None else np.flatnonzero(mask)
        scores = self.cosines(query, places)
        best = np.argpartition(-scores, limit)[:limit] if scores.size > limit else np.arange(scores.size)
        best = best[np.lexsort((best, -scores[best]))]
        return best if places is None else places[best]

    def cosines(self, query: Vectors, places: Numbers | None) -> Vectors:
        """The cosine of `query` with the rows at `places`, or with all."""
        if places is None:
            return self.vectors @ query
        scores = np.empty(places.size, dtype=np.float32)
        for start in range(0, places.size, _PIECE):
            part = places[start : start + _PIECE]
            scores[start : start + part.size] = self.vectors[part] @ query
        return scores

    def first(self, passages: Numbers) -> Numbers:
        """The place of the first row of each passage, or -1 where the matrix has none of it."""
        places = np.searchsorted(self.passage, passages)
        inside = places < self.passage.size
        inside[inside] = self.passage[places[inside]] == passages[inside]
        return np.where(inside, places, -1)


def append(folder: Path, extent: Extent, rows: Iterable[Row], dimension: int) -> Extent:
    """Add rows behind `extent`, durably, and give the new extent, which counts once the book says so."""
    folder.mkdir(parents=True, exist_ok=True)
    vectors, belonging = _paths(folder, extent.name)
    count = extent.rows
    with vectors.open("ab") as vector_file, belonging.open("ab") as row_file:
        vector_file.truncate(count * dimension * 4)
        row_file.truncate(count * ROW.itemsize)
        for row in rows:
            vector_file.write(row.vectors.astype("<f4").tobytes())
            entry = (row.number, row.meeting, row.item, row.boilerplate)
            row_file.write(np.array([entry] * len(row.vectors), dtype=ROW).tobytes())
            count += len(row.vectors)
        for file in (vector_file, row_file):
            file.flush()
            os.fsync(file.fileno())
    return Extent(extent.name, count)


def _paths(folder: Path, name: str) -> tuple[Path, Path]:
    return folder / f"{name}.vectors", folder / f"{name}.rows"


def _mapped(path: Path, dtype: np.dtype[Any], count: int) -> npt.NDArray[Any]:
    if count == 0:
        return np.zeros(0, dtype)
    if not path.exists() or path.stat().st_size < count * dtype.itemsize:
        raise ValueError(f"{path.name} is missing or too short")
    return np.memmap(path, dtype=dtype, mode="r", shape=(count,))
