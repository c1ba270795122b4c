"""What sort of thing a question asks for, as learned from questions in everyday words (`benchmarks/train_kinds.py`).

"Was it tight on the pier lease?" asks for a vote without a word of it. The reader's states of a question tell its sort;
`kinds.safetensors` holds one row of weights for each.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors import safe_open

Floats = npt.NDArray[np.float64]
LEARNED = Path(__file__).with_name("kinds.safetensors")


def probabilities(states: Floats) -> Mapping[str, float]:
    """How probable each kind of question is, by the `states` that a reader has of one; together they make 1."""
    names, weights, bias = _learned()
    odds = weights @ states + bias
    shares = np.exp(odds - odds.max())
    return dict(zip(names, (shares / shares.sum()).tolist(), strict=True))


@cache
def _learned() -> tuple[tuple[str, ...], Floats, Floats]:
    with safe_open(LEARNED, framework="numpy") as held:
        names = tuple(held.metadata()["kinds"].split())
        return names, held.get_tensor("weights").astype(np.float64), held.get_tensor("bias").astype(np.float64)
