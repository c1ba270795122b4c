"""The vector store: the vectors of the book in Chroma, for a process that stays, in a folder or on a server.

Chroma's store in a folder breaks when it is killed while it is written, so none is ever added to: each is a generation
of its own, made beside by a process of its own, tried, and then named in the book. What came since it was made is
searched exactly. A process that answers one question never loads Chroma (importing it takes 1.3 s).
"""

import logging
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from index.chroma_process import client, fill, recall
from index.encoder import Vectors
from index.matrix import Matrix, vector_file
from index.terms import Numbers

logger = logging.getLogger(__name__)

# A new generation is made when this share of the rows, and at least this many, came or went since the last one. Until
# then they are searched exactly: 250,000 rows of a million take 18 ms.
CHANGED_SHARE = 0.25
CHANGED_LEAST = 2_000


@dataclass(frozen=True, slots=True)
class Generation:
    """One store in Chroma: its name, the matrix it was made from, and how many rows of that it covers."""

    name: str
    matrix: str
    rows: int

    @classmethod
    def parse(cls, written: str | None) -> "Generation | None":
        """The generation that the book names, if any."""
        if not written:
            return None
        name, matrix, rows = written.split(":")
        return cls(name, matrix, int(rows))

    def __str__(self) -> str:
        return f"{self.name}:{self.matrix}:{self.rows}"


class ChromaFolder:
    """Generations in the folder of a library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, name: str, matrix: Matrix, places: Numbers) -> bool:
        """Make the generation `name` of the rows at `places`, and say whether it is sound."""
        shutil.rmtree(self._folder / name, ignore_errors=True)
        (self._folder / name).mkdir(parents=True)
        np.save(self._places(name), places)
        return self._run("make", name, matrix) and self.sound(name, matrix)

    def sound(self, name: str, matrix: Matrix) -> bool:
        """Whether a store answers as it should, tried in a process of its own."""
        return self._places(name).exists() and self._run("try", name, matrix)

    def open(self, name: str) -> Any:
        """The collection of a generation that is known to be sound."""
        return client(self._folder / name).get_collection(name, embedding_function=None)

    def drop_all_but(self, name: str) -> None:
        """Remove generations that are no longer named."""
        for folder in self._folder.glob("chroma-*"):
            if folder.name != name:
                shutil.rmtree(folder, ignore_errors=True)

    def _places(self, name: str) -> Path:
        return self._folder / name / "places.npy"

    def _run(self, what: str, name: str, matrix: Matrix) -> bool:
        command = [
            *(sys.executable, "-m", "index.chroma_process", what, str(self._folder / name), name),
            *(str(vector_file(self._folder, matrix.extent.name)), str(matrix.dimension), str(self._places(name))),
        ]
        paths = [str(Path(__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            said = done.stderr.strip().splitlines()[-1:] or [f"it ended with status {done.returncode}"]
            logger.warning("The vector store %s is not sound: %s.", name, said[0].rstrip("."))
        return done.returncode == 0


class ChromaServer:
    """Generations on a Chroma server (1.5.9 or newer), each a collection named after the library."""

    def __init__(self, url: str, library: str) -> None:
        self._url, self._library = url, library

    def make(self, name: str, matrix: Matrix, places: Numbers) -> bool:
        """Make the generation `name` of the rows at `places`, and say whether it is sound."""
        try:
            chroma = self._client()
            if self._named(name) in [collection.name for collection in chroma.list_collections()]:
                chroma.delete_collection(self._named(name))
            fill(chroma, self._named(name), matrix.vectors, places)
        except Exception as error:  # whatever Chroma and the network raise; the library does without
            logger.warning("The vectors could not be put on %s: %s", self._url, error)
            return False
        return self.sound(name, matrix)

    def sound(self, name: str, matrix: Matrix) -> bool:
        """Whether a store answers as it should."""
        try:
            collection = self.open(name)
        except Exception as error:  # whatever Chroma and the network raise
            logger.warning("The vector store %s cannot be reached: %s", self._url, error)
            return False
        places = np.array(sorted(int(one) for one in collection.get(include=[])["ids"]), dtype=np.int64)
        return bool(places.size) and recall(collection, matrix.vectors, places) >= 0.9

    def open(self, name: str) -> Any:
        """The collection of a generation."""
        return self._client().get_collection(self._named(name), embedding_function=None)

    def drop_all_but(self, name: str) -> None:
        """Remove generations that are no longer named."""
        chroma = self._client()
        for collection in chroma.list_collections():
            if collection.name.startswith(self._named("")) and collection.name != self._named(name):
                chroma.delete_collection(collection.name)

    def _named(self, name: str) -> str:
        return f"minutebook-{self._library}-{name}"

    def _client(self) -> Any:
        import chromadb
        from chromadb.config import Settings

        address = urlsplit(self._url)
        secure = address.scheme == "https"
        return chromadb.HttpClient(
            host=address.hostname or self._url,
            port=address.port or (443 if secure else 8000),
            ssl=secure,
            settings=Settings(anonymized_telemetry=False),
        )


class Resident:
    """Chroma's answers for a process that stays. Opening takes seconds, so it is done beside the first searches."""

    def __init__(self, place: ChromaFolder | ChromaServer) -> None:
        self._place = place
        self._opened: tuple[Generation, Any] | None = None
        self._opening: Generation | None = None
        self._thread: threading.Thread | None = None

    def nearest(self, generation: Generation, matrix: Matrix, query: Vectors, limit: int) -> Numbers | None:
        """Places of the rows nearest to `query`, those that came since included; None while Chroma is not ready."""
        if self._opened is None or self._opened[0] != generation:
            self._open(generation, matrix)
            return None
        count = min(limit, generation.rows)
        try:
            asked = self._opened[1].query(query_embeddings=[query], n_results=count, include=[])
        except Exception as error:  # a server that went away, say; vectors are compared from now on
            logger.warning("The vector store %s does not answer: %s", generation.name, error)
            self._opened = None
            return None
        places = np.array([int(one) for one in asked["ids"][0]], dtype=np.int64)
        since = np.arange(matrix.extent.rows) >= generation.rows
        return np.concatenate([places, matrix.nearest(query, limit, since)]) if since.any() else places

    def wait(self, generation: Generation, matrix: Matrix, seconds: float) -> bool:
        """Wait until a generation is open, and say whether it is."""
        self._open(generation, matrix)
        if self._thread is not None:
            self._thread.join(seconds)
        return self._opened is not None and self._opened[0] == generation

    def _open(self, generation: Generation, matrix: Matrix) -> None:
        if self._opening == generation:
            return
        self._opening = generation
        self._thread = threading.Thread(target=self._open_now, args=(generation, matrix), daemon=True)
        self._thread.start()

    def _open_now(self, generation: Generation, matrix: Matrix) -> None:
        if not self._place.sound(generation.name, matrix):
            return
        try:
            self._opened = (generation, self._place.open(generation.name))
        except Exception as error:  # Chroma raises what it likes; searching goes on without it
            logger.warning("The vector store %s cannot be opened: %s", generation.name, error)
