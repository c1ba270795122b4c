"""The library as a LlamaIndex retriever, for query engines and chat engines of others."""

from typing import Any

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from index.library import Library
from index.model import Filters, Hit


class LibraryRetriever(BaseRetriever):
    """The best `k` passages of a library as nodes: the text is verbatim, where it comes from is in the metadata.

    >>> retriever = LibraryRetriever(Library.open(Path("library")), k=5)
    >>> engine = RetrieverQueryEngine.from_args(retriever)
    """

    def __init__(self, library: Library, *, k: int = 10, filters: Filters | None = None, **fields: Any) -> None:
        """`filters` narrow every search of this retriever."""
        super().__init__(**fields)
        self._library, self._k, self._filters = library, k, filters or Filters()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._library.search(query_bundle.query_str, self._k, self._filters)
        return [NodeWithScore(node=_node(hit), score=hit.score) for hit in hits]


def _node(hit: Hit) -> TextNode:
    passage, meeting = hit.passage, hit.meeting
    said = {
        "organisation": meeting.organisation,
        "committee": meeting.committee,
        "date": meeting.date.isoformat() if meeting.date else None,
        "item_number": hit.item_number,
        "item_title": hit.item_title,
        "speakers": ", ".join(speaker.as_printed for speaker in passage.speakers) or None,
        "asker": passage.asker.as_printed if passage.asker else None,
        "part": passage.part,
    }
    place = {
        "meeting_id": passage.meeting_id,
        "item_id": passage.item_id,
        "start": passage.start,
        "end": passage.end,
        "page": passage.page,
    }
    return TextNode(
        id_=passage.id,
        text=passage.text,
        metadata={key: value for key, value in {**said, **place}.items() if value is not None},
        # Where a passage stands is for programs; a language model reads who said it, where and when.
        excluded_llm_metadata_keys=list(place),
        excluded_embed_metadata_keys=list(place),
    )
