"""Reading: how surely each of some sentences answers a question, and what sort of question it is."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.reader.export import INPUTS, ODDS, SORT, exported_reader
from assistant.reader.sorting import probabilities
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
        for places, found in self._runtime.rows([(question, sentence) for sentence in sentences], ODDS):
            odds[places] = found
        return odds

    def states(self, question: str) -> Floats:
        """What the model makes of `question` alone."""
        ((_, rows),) = self._runtime.rows([question], SORT)
        states: Floats = rows[0].astype(np.float64)
        return states

    def sort(self, question: str) -> Mapping[str, float]:
        """How probable each kind is for `question`; together they make 1."""
        return probabilities(self.states(question))


@lru_cache(maxsize=2)
def load_reader(cache: Path) -> Reader:
    """The reader, loaded once a process. Raises `EncoderUnavailable`."""
    return Reader(exported_reader(cache))
