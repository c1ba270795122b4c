"""A model on ONNX Runtime: texts, or pairs of texts, in; one row of numbers each out; spread over the cores."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float32]
# Texts of one batch at most; texts are sorted by length first, so that little of a batch is padding. Few texts are
# spread over the cores.
BATCH = 32
_CORES = os.cpu_count() or 1
# Normalising is slower fused with the sum before it: a sixth of the time of a text in eight-bit weights.
_UNFUSED = ["SkipLayerNormFusion"]


class Runtime:
    """`model.onnx` and `tokenizer.json` of a folder, ready to use. Safe to use from several threads.

    `batch` is how many texts are run together at most.
    """

    def __init__(self, folder: Path, max_length: int, inputs: Sequence[str], batch: int = BATCH) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(max_length)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # batches run beside each other instead: no thread waits for another
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=_UNFUSED
        )
        self._beside = ThreadPoolExecutor(max_workers=_CORES)
        self._inputs = tuple(inputs)
        self._batch = batch

    def rows(
        self, texts: Sequence[str] | Sequence[tuple[str, str]], output: str | None = None
    ) -> Iterator[tuple[list[int], Rows]]:
        """What the model makes of each text or pair, in batches: the places of their texts, and their rows.

        `output` names one of several things that the model makes of them; the first where it is not given.
        """
        tokens = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(texts)), key=lambda place: len(tokens[place].ids))
        size = min(self._batch, max(1, len(order) // (4 * _CORES)))
        batches = [order[start : start + size] for start in reversed(range(0, len(order), size))]
        run = partial(self._run, output)
        held = [[tokens[place] for place in batch] for batch in batches]
        yield from zip(batches, map(run, held) if len(held) < 2 else self._beside.map(run, held), strict=True)

    def _run(self, output: str | None, tokens: Sequence[Any]) -> Rows:
        length = max(len(one.ids) for one in tokens)
        feed = {name: np.zeros((len(tokens), length), dtype=np.int64) for name in self._inputs}
        held = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
        for name in feed:
            for row, one in enumerate(tokens):
                feed[name][row, : len(one.ids)] = getattr(one, held[name])
        found: Rows = self._session.run(None if output is None else [output], feed)[0]
        return found
