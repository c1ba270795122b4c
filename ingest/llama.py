"""The readers as one LlamaIndex reader, for pipelines of others. Importing it imports LlamaIndex (two seconds)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from llama_index.core.readers.base import BaseReader
from llama_index.core.schema import Document as LlamaDocument

from ingest.reading import read_file
from ingest.records import Item, Meeting


class MinutesReader(BaseReader):
    """Minutes in any form that is read here, as LlamaIndex documents: one an agenda item, its text verbatim.

    >>> MinutesReader().load_data("council.html")
    >>> SimpleDirectoryReader("minutes", file_extractor={".html": MinutesReader(), ".pdf": MinutesReader()})
    """

    def __init__(self, *, include_restricted: bool = False) -> None:
        """`include_restricted` says that the text of exempt items is wanted too."""
        self._include_restricted = include_restricted

    def lazy_load_data(
        self, file: Path | str, extra_info: dict[str, Any] | None = None, **_: Any
    ) -> Iterable[LlamaDocument]:
        """The items of one saved file that have text. Raises `UnreadableSource` where it cannot be read."""
        reading = read_file(file, include_restricted=self._include_restricted)
        for meeting in reading.meetings:
            for item in meeting.items:
                if item.minutes or any(decision.start is None for decision in item.decisions):
                    yield _document(meeting, item, extra_info or {})


def _document(meeting: Meeting, item: Item, given: dict[str, Any]) -> LlamaDocument:
    apart = [decision.text for decision in item.decisions if decision.start is None]
    speakers = dict.fromkeys(speaker.as_printed for said in item.statements for speaker in said.speakers)
    said = {
        "organisation": meeting.organisation,
        "committee": meeting.committee,
        "date": meeting.date.isoformat() if meeting.date else None,
        "item_number": item.number,
        "item_title": item.title,
        "speakers": ", ".join(speakers) or None,
    }
    place = {"meeting_id": meeting.id, "format": meeting.source.format, "url": meeting.source.url}
    return LlamaDocument(
        id_=item.id,
        text="\n".join(filter(None, (item.minutes, *apart))),
        metadata={**given, **{key: value for key, value in {**said, **place}.items() if value is not None}},
        excluded_llm_metadata_keys=[*place, *given],
        excluded_embed_metadata_keys=[*place, *given],
    )
