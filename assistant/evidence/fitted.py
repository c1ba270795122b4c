"""What was fitted, not thought out: the weights of the signals, and how sure they must be. `fitted.json` holds them.

`python -m benchmarks.fit_answers` makes the file, and writes into it what it was made from and how well it did.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

FITTED = Path(__file__).with_name("fitted.json")
# What speaks for a sentence, in the order of the weights.
SIGNALS = (
    "passage",
    "coverage",
    "around",
    "item_coverage",
    "item_score",
    "wanted",
    "names",
    "read",
    "following",
)
# What speaks for an answer as a whole, in the order of the weights.
VERDICT = ("near", "item_coverage", "item_score", "lack", "unheard", "lean", "read")


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """The weights of `SIGNALS` in a sentence's score, and of `VERDICT` in the log-odds of an answer.

    `answered_from` is the least probability with which an answer is given.
    """

    sentence: npt.NDArray[np.float64]
    verdict: npt.NDArray[np.float64]
    bias: float
    answered_from: float


@cache
def fitted() -> Fitted:
    """The weights in use."""
    held = json.loads(FITTED.read_text(encoding="utf-8"))
    return Fitted(
        np.array([held["sentence"][name] for name in SIGNALS]),
        np.array([held["verdict"][name] for name in VERDICT]),
        held["bias"],
        held["answered_from"],
    )
