"""From a source to records: saved files, folders and pages become meetings whose every sentence has its speaker.

`read_file` reads one file, `read_paths` many and whole folders, `read_address` one page of a live site.
Inside, `readers/` knows the formats, `attribution/` says who spoke, `resolutions/` what was decided, `records` is the vocabulary.
"""

from ingest.address import read_address
from ingest.folders import count_sources, read_paths
from ingest.reading import Reading, Unread, read_file

__all__ = ["Reading", "Unread", "count_sources", "read_address", "read_file", "read_paths"]
