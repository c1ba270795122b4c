"""From a source to records: saved files, folders and pages become meetings whose every sentence has its speaker.

`read_file` reads one file, `read_paths` many and whole folders, `read_content` bytes that are already there,
`read_address` one page of a live site. `MinutesReader` is all of it as a LlamaIndex reader.
Inside, `readers/` knows the formats, `attribution/` says who spoke, `resolutions/` what was decided, `records` is the
vocabulary. The doors are imported when first used: whoever needs only the records does not wait for the readers.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.address import read_address
    from ingest.folders import count_sources, read_paths
    from ingest.llama import MinutesReader
    from ingest.reading import Reading, Unread, read_content, read_file

__all__ = [
    "MinutesReader",
    "Reading",
    "Unread",
    "count_sources",
    "read_address",
    "read_content",
    "read_file",
    "read_paths",
]

_HOMES = {
    "MinutesReader": "ingest.llama",
    "Reading": "ingest.reading",
    "Unread": "ingest.reading",
    "count_sources": "ingest.folders",
    "read_address": "ingest.address",
    "read_content": "ingest.reading",
    "read_file": "ingest.reading",
    "read_paths": "ingest.folders",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ingest' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
