"""Ranking: what the words find and what the vectors find become one order.

Both scores are scaled by what could be reached at most, not by the best hit: so a score means the same from one
question to the next, and nothing scores high where nothing fits.
"""

import re
from dataclasses import dataclass

import numpy as np

from index.encoder import Vectors
from index.matrix import Mask, Matrix, Numbers
from index.words import Words

# Passages taken from each ranking before they become one. [MEASURE]
DEPTH = 200
# The share of the words in the fused score; the rest is the vector's. [MEASURE]
WORDS_SHARE = 0.5
# What the passages one and two places away lend of their own scores. [MEASURE]
NEIGHBOURS = {1: 0.15, 2: 0.075}
# What is left of the score of a passage that is the machinery of a meeting, unless that is asked for. [MEASURE]
MACHINERY = 0.5
_MACHINERY_ASKED = re.compile(
    r"\b(?:apolog|absen|interest|declar|attend|present|minutes|correct record|welcome|adjourn|exclu|urgent|substitut|"
    r"next meeting|start|open|clos|end)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a search looks: rows of the matrix (None: all), and numbers of meetings or passages for the words."""

    mask: Mask | None
    meetings: list[int] | None
    passages: list[int] | None


def rank(
    question: str,
    words: list[str],
    vector: Vectors | None,
    near: Numbers | None,
    store: Words,
    matrix: Matrix,
    scope: Scope,
    limit: int,
) -> list[tuple[int, float]]:
    """The best `limit` passages for a question: their numbers and scores, best first, the older first where equal.

    `near` are the rows of the matrix nearest to the question's `vector`.
    """
    by_words, _ = store.search(words, max(DEPTH, 2 * limit), scope.meetings, scope.passages)
    by_vector = matrix.passage[near] if near is not None else by_words[:0]
    candidates = np.unique(np.concatenate([by_words, by_vector]))
    candidates = _visible(candidates, matrix, scope.mask)
    if candidates.size == 0:
        return []
    around = _with_neighbours(candidates, matrix)
    own = WORDS_SHARE * _word_scores(around, words, store) + (1 - WORDS_SHARE) * _vector_scores(around, vector, matrix)
    scores = _smoothed(candidates, around, own, matrix)
    if not _MACHINERY_ASKED.search(question):
        scores *= np.where(matrix.boilerplate[matrix.first(candidates)], MACHINERY, 1.0)
    best = np.lexsort((candidates, -scores))[:limit]
    return [(int(candidates[place]), float(scores[place])) for place in best]


def _visible(candidates: Numbers, matrix: Matrix, mask: Mask | None) -> Numbers:
    """Those that the matrix has and the scope allows."""
    places = matrix.first(candidates)
    seen = places >= 0
    if mask is not None:
        seen &= mask[places]
    return candidates[seen]


def _with_neighbours(candidates: Numbers, matrix: Matrix) -> Numbers:
    reach = max(NEIGHBOURS, default=0)
    around = np.unique((candidates[:, None] + np.arange(-reach, reach + 1)).ravel())
    return around[matrix.first(around) >= 0]


def _word_scores(passages: Numbers, words: list[str], store: Words) -> Vectors:
    scores = np.zeros(passages.size, dtype=np.float32)
    if not words:
        return scores
    numbers, found = store.score(words, passages.tolist())
    scores[np.searchsorted(passages, numbers)] = found / store.bound(words)
    return np.clip(scores, 0.0, 1.0)


def _vector_scores(passages: Numbers, vector: Vectors | None, matrix: Matrix) -> Vectors:
    """The cosine of the best row of each passage, nothing below nought."""
    if vector is None:
        return np.zeros(passages.size, dtype=np.float32)
    first = matrix.first(passages)
    last = np.searchsorted(matrix.passage, passages, side="right")
    lengths = last - first
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    places = np.repeat(first - starts, lengths) + np.arange(lengths.sum())
    cosines = matrix.cosines(vector, places)
    best: Vectors = np.maximum.reduceat(cosines, starts)
    return np.clip(best, 0.0, 1.0)


def _smoothed(candidates: Numbers, around: Numbers, own: Vectors, matrix: Matrix) -> Vectors:
    """Scores of candidates with what their neighbours in the same item lend them."""
    item = matrix.item[matrix.first(around)]
    at = np.searchsorted(around, candidates)
    scores = own[at] * (1 - 2 * sum(NEIGHBOURS.values()))
    for distance, share in NEIGHBOURS.items():
        for step in (-distance, distance):
            place = np.clip(np.searchsorted(around, candidates + step), 0, around.size - 1)
            beside = (around[place] == candidates + step) & (item[place] == item[at])
            # A passage at the edge of its item is not punished for it: its own score stands in.
            scores += share * np.where(beside, own[place], own[at])
    return scores
