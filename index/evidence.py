"""What speaks for each candidate of a search: its words, meaning and speakers, and those of its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.abbreviations import Alternative
from index.encoder import Vectors
from index.matrix import Matrix
from index.terms import FIELDS, Numbers, Occurrences
from index.words import Words

# How many passages before and after a candidate are looked at: people answer over several statements.
REACH = 12
# BM25 as usual: how soon more of a word counts no more, and how much a long passage is marked down.
_K1, _B = 1.2, 0.75
# How much a word counts in each field; who speaks is evidence of its own. Without titles, nDCG@10 on questions over
# minutes is 0.01 to 0.02 lower.
_BOOSTS = {"text": 1.0, "title": 0.6, "place": 0.3}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the candidates and of the passages around them in the same items.

    `around` are the numbers of all these passages in order, `item` the item of each, `at` the places of the
    candidates among them. Then comes one score a passage: `words` is BM25 over text, title and place as a share of
    what could be reached; `cover` is the share of the question (by weight of its words) that the text holds,
    `sentence` that its best sentence holds, `phrases` that stands in it side by side, `voices` that the names and
    posts of its speakers hold, `whole` that the title and all these passages of its item hold together; `meaning` is
    the cosine. `held` says which words of the question each text holds, `share` what each word counts, and `nature`
    what each passage is besides its subject.
    """

    around: Numbers
    item: Numbers
    at: Numbers
    words: Vectors
    cover: Vectors
    phrases: Vectors
    sentence: Vectors
    voices: Vectors
    meaning: Vectors
    held: Vectors
    share: Vectors
    whole: Vectors
    nature: Numbers


def evidence(
    candidates: Numbers,
    words: Sequence[str],
    vector: Vectors | None,
    store: Words,
    matrix: Matrix,
    alternatives: Sequence[Alternative] = (),
) -> Evidence:
    """What speaks for `candidates`, which are passage numbers in ascending order."""
    around = with_neighbours(candidates, REACH, matrix)
    places = matrix.first(around)
    found = matrix.occurrences(places, words, alternatives)
    weights = {field: store.weights(field, words) for field in FIELDS}
    total = max(float(weights["text"].sum()), 1e-9)
    held, share = np.minimum(found.counts("text"), 1.0), weights["text"] / total
    return Evidence(
        around=around,
        item=matrix.item[places],
        at=np.searchsorted(around, candidates),
        words=_bm25(found, weights, matrix.mean_length),
        cover=held @ share,
        phrases=found.phrases() @ share,
        sentence=found.best_sentence(share),
        voices=(found.counts("voices") > 0) @ weights["voices"] / total,
        meaning=_meaning(around, vector, matrix),
        held=held,
        share=share,
        whole=_of_items(np.maximum(held, found.counts("title")), matrix.item[places]) @ share,
        nature=matrix.nature[places],
    )


def with_neighbours(passages: Numbers, reach: int, matrix: Matrix) -> Numbers:
    """Those of `passages` that the matrix has, and the passages of the same items within reach of them, in order."""
    beside = passages[:, None] + np.arange(-reach, reach + 1)
    places = matrix.first(beside.ravel()).reshape(beside.shape)
    same = (places >= 0) & (places[:, reach] >= 0)[:, None]
    same &= matrix.item[places] == matrix.item[places[:, reach]][:, None]
    return np.unique(beside[same])


def _of_items(held: Vectors, item: Numbers) -> Vectors:
    """Which words the passages of each one's item hold together; passages of one item follow each other."""
    starts = np.flatnonzero(np.diff(item, prepend=-1))
    together: Vectors = np.maximum.reduceat(held, starts, axis=0)
    return np.minimum(np.repeat(together, np.diff(starts, append=item.size), axis=0), 1.0)


def _bm25(found: Occurrences, weights: dict[str, Vectors], mean_length: float) -> Vectors:
    """Each word counts once, in the field where it scores best; 1 is what no passage exceeds."""
    longer = (1 - _B + _B * found.lengths / mean_length)[:, None]
    best = np.zeros((found.lengths.size, found.words), dtype=np.float32)
    for field, boost in _BOOSTS.items():
        counts = found.counts(field)
        score = boost * weights[field] * counts / (counts + _K1 * (longer if field == "text" else 1.0))
        best = np.maximum(best, score)
    bound = np.max([boost * weights[field] for field, boost in _BOOSTS.items()], axis=0).sum()
    scaled: Vectors = (best.sum(axis=1) / max(float(bound), 1e-9)).astype(np.float32)
    return scaled


def _meaning(passages: Numbers, vector: Vectors | None, matrix: Matrix) -> Vectors:
    """The cosine of the best row of each passage, nothing below nought."""
    if vector is None:
        return np.zeros(passages.size, dtype=np.float32)
    first = matrix.first(passages)
    lengths = np.searchsorted(matrix.passage, passages, side="right") - first
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    places = np.repeat(first - starts, lengths) + np.arange(lengths.sum())
    best: Vectors = np.maximum.reduceat(matrix.cosines(vector, places), starts)
    return np.clip(best, 0.0, 1.0)
