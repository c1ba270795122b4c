"""The evidence for each candidate weighed: as a plain score, and as the numbers that the learned ranker takes."""

import numpy as np

from index.encoder import Vectors
from index.evidence import REACH, Evidence
from index.nature import Nature

# What each kind of evidence counts in the plain score, and what the share of a question counts that the passages within
# two places hold together, and those of the whole item. `docs/ranking.md` has what each is worth.
WEIGHTS = {"words": 0.5, "meaning": 0.45, "voices": 0.2, "sentence": 0.15}
BESIDE, WHOLE = 0.15, 0.25
# Within how many places passages are looked at together.
TOGETHER = (2, 6)
# The share of what a question in the minutes has more than the passage behind it that this, its reply, is given.
REPLY = 0.8
# Neighbours count by exp(-distance / scale), at these scales.
SCALES = (0.7, 1.5, 3.0)
_OWN = ("words", "cover", "phrases", "sentence", "voices", "meaning")
_KINDS = ("words", "cover", "voices", "meaning")
_SHARP = ("words", "voices", "meaning")
# Of an item, and of all candidates, so many best ones are looked at.
_FEW = 10

NAMES = (
    *_OWN,
    *(f"{kind} near {scale:g}" for kind in _KINDS for scale in SCALES),
    *(f"{kind} {step}" for kind in _SHARP for step in ("before", "after")),
    *(f"{kind} {what} of item" for kind in _SHARP for what in ("best", "most")),
    *("first", "steady", "wide"),
    *(f"{kind} {how}" for kind in ("words", "meaning", "steady", "wide") for how in ("to best", "to tenth")),
    *(f"together within {steps}" for steps in TOGETHER),
)


# What the plain score is a share of.
REACHABLE = sum(WEIGHTS.values()) + BESIDE + WHOLE


def plain(evidence: Evidence, near: "Near") -> Vectors:
    """How much of what could be reached each candidate reaches, between 0 and 1."""
    scores = _first(evidence)[evidence.at]
    scores = scores + REPLY * _replied(evidence, near, scores)
    scores = scores + BESIDE * near.together(evidence, TOGETHER[0]) + WHOLE * evidence.whole[evidence.at]
    reached: Vectors = scores / np.float32(REACHABLE)
    return np.clip(reached, 0.0, 1.0)


def _replied(evidence: Evidence, near: "Near", own: Vectors) -> Vectors:
    """How much more than a candidate the passage before it has, where that is a question and the candidate is none."""
    asks = (evidence.nature & Nature.QUESTION > 0).astype(np.float32)
    before, _ = near.beside(_first(evidence))
    asked, _ = near.beside(asks)
    more: Vectors = asked * (1 - asks[evidence.at]) * np.maximum(before - own, 0.0)
    return more


def _first(evidence: Evidence) -> Vectors:
    """The weighed evidence of every passage by itself."""
    scores: Vectors = sum(weight * getattr(evidence, kind) for kind, weight in WEIGHTS.items())
    return scores


def features(evidence: Evidence, near: "Near") -> Vectors:
    """A row of `NAMES` for each candidate."""
    first = _first(evidence)
    own = [getattr(evidence, kind)[evidence.at] for kind in _OWN]
    columns = [*own]
    for kind in _KINDS:
        columns += near.smoothed(getattr(evidence, kind))
    for kind in _SHARP:
        columns += near.beside(getattr(evidence, kind))
    for kind in _SHARP:
        columns += _of_item(getattr(evidence, kind), evidence)
    smoothed = near.smoothed(first)
    steady, wide = 0.5 * (first[evidence.at] + smoothed[1]), smoothed[2]
    columns += [first[evidence.at], steady, wide]
    for scores in (own[0], own[-1], steady, wide):
        columns += _against_the_best(scores)
    columns += [near.together(evidence, steps) for steps in TOGETHER]
    return np.stack(columns, axis=1).astype(np.float32)


class Near:
    """The passages around each candidate in its item."""

    def __init__(self, evidence: Evidence) -> None:
        steps = np.arange(-REACH, REACH + 1)
        wanted = evidence.around[evidence.at][:, None] + steps
        self._places = np.searchsorted(evidence.around, wanted).clip(max=evidence.around.size - 1)
        same = (evidence.around[self._places] == wanted) & (
            evidence.item[self._places] == evidence.item[evidence.at][:, None]
        )
        self._same = same.astype(np.float32)
        self._kernels = np.exp(-np.abs(steps)[:, None] / np.array(SCALES)).astype(np.float32)
        self._reached = self._same @ self._kernels

    def smoothed(self, scores: Vectors) -> list[Vectors]:
        """The weighted mean of `scores` at each scale; the edge of an item is no punishment."""
        found = (scores[self._places] * self._same) @ self._kernels / self._reached
        return list(found.T)

    def beside(self, scores: Vectors) -> list[Vectors]:
        """The scores of the passage before and of the one after, nought at the edge of an item."""
        around = scores[self._places] * self._same
        return [around[:, REACH - 1], around[:, REACH + 1]]

    def together(self, evidence: Evidence, steps: int) -> Vectors:
        """The share of the question that is held by the candidate and those within some steps of it together."""
        near = slice(REACH - steps, REACH + steps + 1)
        around = evidence.held[self._places[:, near]] * self._same[:, near, None]
        found: Vectors = around.max(axis=1) @ evidence.share
        return found


def _of_item(scores: Vectors, evidence: Evidence) -> list[Vectors]:
    """The best score in the candidate's item, and the mean of its ten best."""
    order = np.lexsort((-scores, evidence.item))
    item, ranked = evidence.item[order], scores[order]
    starts = np.flatnonzero(np.r_[True, item[1:] != item[:-1]])
    counts = np.diff(np.r_[starts, item.size])
    place = np.arange(item.size) - np.repeat(starts, counts)
    most = np.add.reduceat(np.where(place < _FEW, ranked, 0.0), starts) / np.minimum(counts, _FEW)
    own = np.searchsorted(item[starts], evidence.item[evidence.at])
    return [ranked[starts][own], most[own]]


def _against_the_best(scores: Vectors) -> list[Vectors]:
    """Each score as a share of the best, and its distance from the tenth best."""
    tenth = np.sort(scores)[-min(_FEW, scores.size)]
    return [scores / max(float(scores.max()), 1e-9), scores - tenth]
