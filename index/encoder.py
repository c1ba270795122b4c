"""Texts become unit vectors: the exported model on ONNX Runtime, with the tokenizer of the model."""

import os
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from index.export import Exported, exported

Vectors = npt.NDArray[np.float32]
_CORES = os.cpu_count() or 1

# Texts of one batch at most; texts are sorted by length first, so that little of a batch is padding. Few texts are
# spread over the cores.
BATCH = 32
# Questions whose vectors are remembered: an answer searches with one and then compares sentences with it.
REMEMBERED = 256


class Encoder:
    """An embedding model that is ready to use. Safe to use from several threads."""

    def __init__(self, model: Exported) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.model = model
        self._tokenizer: Any = Tokenizer.from_file(str(model.folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(model.max_length)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # batches run beside each other instead: no thread waits for another
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(model.folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
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
        """One question as one unit vector."""
        vector: Vectors = self.encode_queries([text])[0]
        return vector

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions as unit vectors, one a row; the last `REMEMBERED` of them are not encoded again."""
        with self._turn:
            known = {text: self._asked[text] for text in dict.fromkeys(texts) if text in self._asked}
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(fresh, self.encode([self.model.query_prompt + text for text in fresh]), strict=True))
        with self._turn:
            self._asked.update({text: known[text] for text in fresh})
            while len(self._asked) > REMEMBERED:
                self._asked.popitem(last=False)
        return np.stack([known[text] for text in texts])

    def encode_passages(self, texts: Sequence[str], done: Callable[[int], None] | None = None) -> Vectors:
        """Passages as unit vectors; `done` is told how many more are ready."""
        prompt = self.model.passage_prompt
        return self.encode([prompt + text for text in texts] if prompt else texts, done)

    def encode(self, texts: Sequence[str], done: Callable[[int], None] | None = None) -> Vectors:
        """Texts as they are, as one unit vector a row, in the order given."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        if not texts:
            return vectors
        tokens = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(texts)), key=lambda place: len(tokens[place].ids))
        size = min(BATCH, max(1, len(order) // (4 * _CORES)))
        batches = [order[start : start + size] for start in reversed(range(0, len(order), size))]
        for batch, found in _beside([[tokens[place] for place in batch] for batch in batches], batches, self._run):
            vectors[batch] = found
            if done is not None:
                done(len(batch))
        return vectors

    def _run(self, tokens: Sequence[Any]) -> Vectors:
        length = max(len(one.ids) for one in tokens)
        feed = {name: np.zeros((len(tokens), length), dtype=np.int64) for name in self.model.inputs}
        for row, one in enumerate(tokens):
            feed["input_ids"][row, : len(one.ids)] = one.ids
            feed["attention_mask"][row, : len(one.ids)] = one.attention_mask
        found: Vectors = self._session.run(["vector"], feed)[0]
        return found


def _beside(
    inputs: Sequence[Any], labels: Sequence[list[int]], run: Callable[[Any], Vectors]
) -> Iterator[tuple[list[int], Vectors]]:
    """Run each input, several beside each other where there is more than one."""
    if len(inputs) == 1:
        yield labels[0], run(inputs[0])
        return
    with ThreadPoolExecutor(max_workers=_CORES) as pool:
        yield from zip(labels, pool.map(run, inputs), strict=True)


@lru_cache(maxsize=4)
def load_encoder(model: str, cache: Path) -> Encoder:
    """The encoder for a model name or folder, loaded once a process. Raises `EncoderUnavailable`."""
    return Encoder(exported(model, cache))
