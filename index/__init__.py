"""Records are kept and found: the book of record, and the word and vector stores that are made from it.

`Library` is the door. Importing it is cheap: the encoder and Chroma are loaded where they are first needed.
"""

from index.check import CheckReport
from index.library import Library
from index.model import Filters, Hit, MeetingHead, Overview, Passage, Person
from index.report import IngestProgress, IngestReport, SourceReport
from index.settings import IndexSettings

__all__ = [
    "CheckReport",
    "Filters",
    "Hit",
    "IndexSettings",
    "IngestProgress",
    "IngestReport",
    "Library",
    "MeetingHead",
    "Overview",
    "Passage",
    "Person",
    "SourceReport",
]
