"""The models that compare a question with sentences: vectors, and a reader of both together.

What they made of a sentence is kept for the next question: a conversation stays with the same items.
"""

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from threading import Lock

import numpy as np
import numpy.typing as npt

from assistant.question.kind_rules import Kind
from assistant.question.kinds import kind_between
from assistant.reader import Reader, load_reader
from index.library import Library

Vectors = npt.NDArray[np.float32]
KEPT = 20_000


class Encoded:
    """Encodes texts with the encoder of a library and remembers the last `KEPT` of them. Safe for several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: OrderedDict[str, Vectors] = OrderedDict()
        self._turn = Lock()

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a row."""
        with self._turn:
            known = {text: self._kept[text] for text in dict.fromkeys(texts) if text in self._kept}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            known.update(zip(missing, self._library.encode(missing), strict=True))
            self._keep({text: known[text] for text in missing})
        rows = [known[text] for text in texts]
        return np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)

    def query(self, question: str) -> Vectors:
        """A question as one unit vector."""
        return self._library.encode_query(question)

    def _keep(self, fresh: dict[str, Vectors]) -> None:
        with self._turn:
            self._kept.update(fresh)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)


class Models:
    """The models that a library is asked with. Safe to use from several threads."""

    def __init__(self, library: Library) -> None:
        self._cache = library.settings.cache
        self.encode = Encoded(library)

    def prepare(self) -> None:
        """Begin to load the reader: 0.15 s of a new process, in which a question is understood and searched for."""
        _ = self._loading

    def kind_of(self, question: str) -> Kind:
        """The kind of thing that `question` asks for. Raises `EncoderUnavailable`."""
        return kind_between(question, self.reader.sort)

    @property
    def reader(self) -> Reader:
        """What reads a question and a sentence together. Raises `EncoderUnavailable`."""
        return self._loading.result()

    @cached_property
    def _loading(self) -> Future[Reader]:
        pool = ThreadPoolExecutor(max_workers=1)
        loading = pool.submit(load_reader, self._cache)
        pool.shutdown(wait=False)
        return loading
