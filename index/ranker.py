"""The learned ranker: one small layer over the features, its weights in `ranker.json` with the record of their making.

`python -m benchmarks.train_ranker` makes the file; `docs/ranking.md` says what was tried.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from index.encoder import Vectors
from index.features import NAMES

WEIGHTS = Path(__file__).parent / "ranker.json"


@dataclass(frozen=True, slots=True)
class Ranker:
    """Features are scaled (`middle`, `spread`), cut at `LIMIT`, and pass one hidden layer; a higher score is better."""

    middle: Vectors
    spread: Vectors
    hidden: Vectors
    hidden_bias: Vectors
    out: Vectors

    def scores(self, features: Vectors) -> Vectors:
        """One score a row, comparable within one question only."""
        scaled = np.clip((features - self.middle) / self.spread, -LIMIT, LIMIT)
        inner = scaled @ self.hidden + self.hidden_bias
        active: Vectors = np.maximum(inner, 0.0) @ self.out
        return active


# Scaled features beyond this say no more.
LIMIT = 6.0


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The ranker that was fitted. Raises `ValueError` where its features are not those of this version."""
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    if tuple(told["features"]) != NAMES:
        raise ValueError("ranker.json was fitted to other features; run benchmarks.train_ranker")
    parts = {name: np.array(told[name], dtype=np.float32) for name in Ranker.__slots__}
    return Ranker(**parts)
