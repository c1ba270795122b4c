"""Texts become unit vectors: the exported model on ONNX Runtime, with the tokenizer of the model."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt

from index.export import Exported, exported
from index.runtime import Runtime

Vectors = npt.NDArray[np.float32]
# Questions whose vectors are remembered: an answer searches with one and then compares sentences with it.
REMEMBERED = 256


class Encoder:
    """An embedding model that is ready to use. Safe to use from several threads."""

    def __init__(self, model: Exported) -> None:
        self.model = model
        self._runtime = Runtime(model.folder, model.max_length, model.inputs)
        self._asked: OrderedDict[str, Vectors] = OrderedDict()
        self._turn = Lock()

    @property
    def identity(self) -> str:
        """What vectors of this encoder are stored under."""
        return self.model.identity

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self.model.dimension

    def encode_query(self, text: str) -> Vectors:
        """One question as one unit vector; the last `REMEMBERED` of them are not encoded again."""
        with self._turn:
            if text in self._asked:
                return self._asked[text]
        vector: Vectors = self.encode([self.model.query_prompt + text])[0]
        with self._turn:
            self._asked[text] = vector
            while len(self._asked) > REMEMBERED:
                self._asked.popitem(last=False)
        return vector

    def encode_passages(self, texts: Sequence[str], done: Callable[[int], None] | None = None) -> Vectors:
        """Passages as unit vectors; `done` is told how many more are ready."""
        prompt = self.model.passage_prompt
        return self.encode([prompt + text for text in texts] if prompt else texts, done)

    def encode(self, texts: Sequence[str], done: Callable[[int], None] | None = None) -> Vectors:
        """Texts as they are, as one unit vector a row, in the order given."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for batch, found in self._runtime.rows(texts):
            vectors[batch] = found
            if done is not None:
                done(len(batch))
        return vectors


@lru_cache(maxsize=4)
def load_encoder(model: str, cache: Path) -> Encoder:
    """The encoder for a model name or folder, loaded once a process. Raises `EncoderUnavailable`."""
    return Encoder(exported(model, cache))
