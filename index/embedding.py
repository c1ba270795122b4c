"""The encoder as a LlamaIndex embedding, for pipelines of others."""

from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding, Embedding
from pydantic import PrivateAttr

from index.encoder import Encoder, load_encoder
from index.settings import IndexSettings


class MinutebookEmbedding(BaseEmbedding):
    """The encoder of `IndexSettings` as a `BaseEmbedding`.

    >>> len(MinutebookEmbedding().get_text_embedding("The minutes were approved."))
    384
    """

    _encoder: Encoder = PrivateAttr()

    def __init__(self, settings: IndexSettings | None = None, **fields: Any) -> None:
        """Raises `EncoderUnavailable` where the model cannot be loaded."""
        settings = settings or IndexSettings()
        super().__init__(model_name=settings.encoder, **fields)
        self._encoder = load_encoder(settings.encoder, settings.cache)

    @classmethod
    def class_name(cls) -> str:
        """The name under which LlamaIndex knows this embedding."""
        return "MinutebookEmbedding"

    def _get_query_embedding(self, query: str) -> Embedding:
        found: Embedding = self._encoder.encode_query(query).tolist()
        return found

    async def _aget_query_embedding(self, query: str) -> Embedding:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> Embedding:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[Embedding]:
        found: list[Embedding] = self._encoder.encode_passages(texts).tolist()
        return found
