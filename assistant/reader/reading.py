"""Reading: how surely each of some sentences answers a question."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.reader.export import INPUTS, exported_reader
from index.runtime import Runtime

Floats = npt.NDArray[np.float64]
# Tokens of a question and a sentence together; of longer ones the end is not read.
LONGEST = 112


class Reader:
    """The model, ready to use. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        # In eight bits, what stands beside a pair in a batch would change its score.
        self._runtime = Runtime(folder, LONGEST, INPUTS, batch=1)

    def read(self, question: str, sentences: Sequence[str]) -> Floats:
        """The log-odds that each sentence answers `question`."""
        odds = np.zeros(len(sentences))
        for places, found in self._runtime.rows([(question, sentence) for sentence in sentences]):
            odds[places] = found
        return odds


@lru_cache(maxsize=2)
def load_reader(cache: Path) -> Reader:
    """The reader, loaded once a process. Raises `EncoderUnavailable`."""
    return Reader(exported_reader(cache))
