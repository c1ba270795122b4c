"""A process of its own that makes a Chroma store, or tries one: a store that is broken can only end this process.

Started by `vectors` as `python -m index.chroma_process make|try FOLDER NAME MATRIX DIMENSION PLACES`; its exit status
says how it went.
Chroma's store in a folder does not survive being killed while it is written: opening what is left can end a process
with a fault that Python cannot catch. So a store is made beside, tried here by what its queries reach, and used
only then.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder import Vectors
from index.terms import Numbers

# Graph of the nearest-neighbour index. On 23,494 sentences of committee records (22 November 2026) these give recall
# 0.993 of the exact nearest 200 at 3.6 ms; Chroma's defaults (ef_search 100) 0.966.
GRAPH = {"space": "ip", "max_neighbors": 16, "ef_construction": 100, "ef_search": 400}
# How often the graph is written to disk while it is made. The last time falls on the last vector, for what is not
# written has to be made again whenever the store is opened (2.6 s for 23,494).
_SYNCS = 20
_TRIED = 25
# Of the exact nearest ten of a stored vector, how many a sound store finds at least.
_LEAST_RECALL = 0.9


def client(folder: Path) -> Any:
    """Chroma on a folder, without telemetry and without running anything that a store may name."""
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


def fill(chroma: Any, name: str, vectors: Vectors, places: Numbers) -> None:
    """Make the collection `name` of the rows at `places`; each is known by its place."""
    largest = min(5000, chroma.get_max_batch_size())
    batches = max(1, -(-places.size // largest))
    batches = -(-batches // _SYNCS) * _SYNCS if batches > _SYNCS else batches
    parts = np.array_split(places, batches)
    sync = max(2, (places.size // min(batches, _SYNCS)) - batches)
    graph = {**GRAPH, "sync_threshold": sync, "batch_size": min(100, sync)}
    collection = chroma.create_collection(name, embedding_function=None, configuration={"hnsw": graph})
    for part in parts:
        if part.size:
            collection.add(ids=[str(place) for place in part], embeddings=vectors[part])


def recall(collection: Any, vectors: Vectors, places: Numbers) -> float:
    """How much of the exact nearest ten of some stored vectors, spread over the store, its queries find."""
    found = []
    for place in places[np.linspace(0, places.size - 1, min(_TRIED, places.size)).astype(np.int64)]:
        query = np.asarray(vectors[place])
        asked = collection.query(query_embeddings=[query], n_results=min(10, places.size), include=[])["ids"][0]
        reached = _cosines(vectors, np.array([int(one) for one in asked], dtype=np.int64), query)
        exact = np.sort(_cosines(vectors, places, query))[-10:]
        # Compared by nearness, not by place: the same words stand in many minutes, and any of them is as good.
        found.append(float(np.mean(np.sort(reached) >= exact - 1e-4)) if reached.size == exact.size else 0.0)
    return float(np.mean(found)) if found else 1.0


def _whole_rows(path: Path, dimension: int) -> Vectors:
    """The rows of a file of vectors; a writer that was killed may have left a part of one at its end."""
    rows = path.stat().st_size // (4 * dimension)
    return np.memmap(path, dtype="<f4", mode="r", shape=(rows, dimension))


def _cosines(vectors: Vectors, places: Any, query: Vectors) -> Vectors:
    parts = [vectors[part] @ query for part in np.array_split(places, -(-places.size // 8192) or 1)]
    found: Vectors = np.concatenate(parts)
    return found


def main(arguments: list[str]) -> Iterator[str]:
    """Make or try a store; yields what is wrong with it."""
    what, folder, name, matrix, dimension, listed = arguments
    vectors = _whole_rows(Path(matrix), int(dimension))
    places = np.load(listed)
    chroma = client(Path(folder))
    if what == "make":
        fill(chroma, name, vectors, places)
        return
    collection = chroma.get_collection(name, embedding_function=None)
    if collection.count() != places.size:
        yield f"it holds {collection.count()} vectors of {places.size}"
    elif (reached := recall(collection, vectors, places)) < _LEAST_RECALL:
        yield f"its queries reach {reached:.2f} of what they should"


if __name__ == "__main__":
    faults = list(main(sys.argv[1:]))
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    sys.exit(1 if faults else 0)
