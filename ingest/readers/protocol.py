"""What a reader is, for whoever adds a format.

A reader is a module in this folder with three names:

    NAME = "moderngov-item"                 # what `source.format` of its records says

    def recognise(source: RawSource) -> Recognition | None: ...
    def read(source: RawSource) -> tuple[DraftMeeting, ...]: ...

and a line in `ingest.readers.READERS`. `recognise` looks at the content (`source.content`, `source.text`,
`source.head`, `source.is_html`), never at the file name alone, costs little, and raises nothing. The reader with
the highest confidence reads; the first in the list where two are equally sure.

`read` hands on what is printed and nothing else: it cuts the minutes of each item into `Block`s (see
`ingest.draft`), and marks as `restricted` only what the format itself marks so; markings in words ("Part B",
"Exempt") are found afterwards for all formats (`ingest.restricted`), as are decisions, speakers, and attendance
told in prose. It raises `UnreadableSource`, with a sentence for the user, where the content cannot be read after all.
Libraries that are slow to import are imported inside its functions.
"""

from dataclasses import dataclass
from typing import Protocol

from ingest.draft import DraftMeeting
from ingest.raw import RawSource

# How sure a reader may be. Between these, any number.
CERTAIN = 1.0  # the format's own signature: "%PDF", the vendor's element ids
LIKELY = 0.8  # several labels of the format
POSSIBLE = 0.5  # it could be read so
LAST_RESORT = 0.1  # plain text that nobody knows


@dataclass(frozen=True, slots=True)
class Recognition:
    """How sure a reader is (0 to 1) that it knows the source, and the evidence as a sentence for `parse --explain`."""

    confidence: float
    why: str


class Reader(Protocol):
    """A module that knows one format."""

    NAME: str

    def recognise(self, source: RawSource) -> Recognition | None:
        """How sure this reader is that it knows `source`; None where it does not know it."""

    def read(self, source: RawSource) -> tuple[DraftMeeting, ...]:
        """The meetings in `source`, as printed. Raises `UnreadableSource`."""
