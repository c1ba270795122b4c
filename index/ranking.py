"""Ranking: what the words find and what the vectors find become one order.

The candidates of both are looked at with their neighbours (`evidence`) and ordered by a plain score; in long
transcripts, where people answer over many turns, by a small learned ranker, which in minutes is no better. A score says
how much of what could be reached was reached, not how a hit compares with the best one: so it means the same from one
question to the next, and nothing scores high where nothing fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.abbreviations import Alternative
from index.encoder import Vectors
from index.evidence import Evidence, evidence, with_neighbours
from index.features import REACHABLE, Near, features, plain
from index.matrix import Mask, Matrix
from index.nature import Nature
from index.ranker import Ranker
from index.terms import Numbers
from index.wanted import dated, leaning, wanted
from index.words import Words

# Passages taken from each ranking before they become one, and how many before and after each of them become candidates
# too: an answer often has no word of its question. The candidates hold 0.92 of what answers the 351 questions of QMSum,
# against 0.63 without neighbours; with 300 and 2 it would be 0.94, and twice as much to look at.
DEPTH, BESIDE = 150, 2
# Items of which all passages become candidates, because they hold most words of the question, wherever each stands.
ITEMS = 10
# Filters that leave more than this share are searched without, and what they leave out is taken away: naming all the
# meetings of a million passages to the word store costs 20 ms.
WIDE = 0.25
# What is left of the score of a passage that is the machinery of a meeting, unless that is asked for, and how many
# standard deviations it loses in the order.
MACHINERY, MACHINERY_LOSES = 0.5, 1.0
# An item of at most so many passages is minutes, and one of at least so many a transcript: the longest item of minutes
# that was seen has 36 passages, the shortest transcript of QMSum 91.
_MINUTES, _TRANSCRIPT = 40, 80


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a search looks: rows of the matrix (None: all), and numbers of meetings or passages for the words."""

    mask: Mask | None
    meetings: list[int] | None
    passages: list[int] | None


def candidates(
    words: list[str], near: Numbers | None, store: Words, matrix: Matrix, scope: Scope, limit: int
) -> Numbers:
    """The passages that the words or the vectors find, in the order of their numbers.

    `near` are the rows of the matrix nearest to the question's vector.
    """
    by_words, items = _by_words(words, store, matrix, scope, max(DEPTH, 2 * limit))
    by_vector = matrix.passage[near] if near is not None else by_words[:0]
    found = with_neighbours(np.unique(np.concatenate([by_words, by_vector])), BESIDE, matrix)
    found = np.union1d(found, matrix.of_items(items, _TRANSCRIPT))
    return found if scope.mask is None else _within(found, matrix, scope.mask)


def _by_words(words: list[str], store: Words, matrix: Matrix, scope: Scope, limit: int) -> tuple[Numbers, Numbers]:
    """The passages and the items that the words find, best first."""
    if scope.mask is not None and scope.meetings is not None and scope.passages is None:
        share = float(np.count_nonzero(scope.mask)) / scope.mask.size
        if share > WIDE:
            more = 1.5 / share
            found, _ = store.search(words, int(more * limit), None, None)
            kept = _within(found, matrix, scope.mask)[:limit]
            if kept.size == limit or found.size < int(more * limit):
                return kept, store.items(words, int(more * ITEMS), None)
    found, _ = store.search(words, limit, scope.meetings, scope.passages)
    return found, store.items(words, ITEMS, scope.meetings)


def _within(passages: Numbers, matrix: Matrix, mask: Mask) -> Numbers:
    """Those of `passages` of which the matrix has a row that the mask allows."""
    places = matrix.first(passages)
    return passages[(places >= 0) & mask[places]]


def rank(
    question: str,
    found: Numbers,
    words: list[str],
    vector: Vectors | None,
    store: Words,
    matrix: Matrix,
    limit: int,
    by: Ranker,
    alternatives: Sequence[Alternative] = (),
) -> list[tuple[int, float]]:
    """The best `limit` of the passages `found`: their numbers and scores, best first, the older first where equal."""
    if found.size == 0:
        return []
    known = evidence(found, words, vector, store, matrix, alternatives)
    near = Near(known)
    wants, rows = wanted(question), matrix.first(found)
    # That a meeting was on the day that is asked about says nothing of the subject: it moves a passage up, no more.
    on_day = dated(wants, matrix.day[rows]) / np.float32(REACHABLE)
    scores = np.clip(plain(known, near) + leaning(wants, matrix.nature[rows]) / np.float32(REACHABLE), 0.0, 1.0)
    standing = _standing(scores + on_day)
    spoken = _transcribed(known, matrix)
    if spoken.any():
        learned = _standing(by.scores(features(known, near))) + on_day / max(float(scores.std()), 1e-9)
        standing = (1 - spoken) * standing + spoken * learned
    if not wants.machinery:
        machinery = matrix.nature[rows] & Nature.MACHINERY > 0
        scores, standing = np.where(machinery, MACHINERY * scores, scores), standing - MACHINERY_LOSES * machinery
    order = np.lexsort((found, -standing))[:limit]
    # A hit scores at least as much as those below it, so that scores never rise down the list.
    falling = np.maximum.accumulate(scores[order][::-1])[::-1]
    return [(int(found[place]), float(score)) for place, score in zip(order, falling, strict=True)]


def _standing(scores: Vectors) -> Vectors:
    """Scores in standard deviations from their mean, so that those of two scales can be weighed together."""
    standing: Vectors = (scores - scores.mean()) / max(float(scores.std()), 1e-9)
    return standing


def _transcribed(known: Evidence, matrix: Matrix) -> Vectors:
    """How far the item of each candidate is a transcript rather than minutes, from 0 to 1."""
    item = known.item[known.at]
    lengths = np.searchsorted(matrix.item, item, side="right") - np.searchsorted(matrix.item, item)
    share: Vectors = np.clip((lengths - _MINUTES) / (_TRANSCRIPT - _MINUTES), 0.0, 1.0)
    return share
