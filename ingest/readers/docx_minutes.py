"""Minutes in a Word file (.docx)."""

from ingest.draft import DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.docx_body import blocks_of
from ingest.readers.docx_package import is_docx, open_docx
from ingest.readers.printed_minutes import draft_of
from ingest.readers.protocol import CERTAIN, Recognition

NAME = "docx"


def recognise(source: RawSource) -> Recognition | None:
    """Certain where the archive holds a Word document."""
    if is_docx(source.content):
        return Recognition(CERTAIN, "It is an archive that holds a Word document.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The meeting that the file minutes. Raises `UnreadableSource` where it is broken, hostile, or without text."""
    blocks, margins = blocks_of(open_docx(source.content))
    if not blocks:
        raise UnreadableSource(
            "The Word file holds no text; if it holds pictures of pages, run them through OCR first."
        )
    return (draft_of(blocks, format=NAME, margins=margins, why="Tracked deletions are left out."),)
