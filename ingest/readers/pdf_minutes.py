"""Minutes in a PDF with a text layer. A scan has none: it is named as such, since nothing is read from pictures."""

from ingest.draft import DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.pdf_paragraphs import paragraphs_of
from ingest.readers.pdf_text import pages_of
from ingest.readers.printed_minutes import draft_of
from ingest.readers.protocol import CERTAIN, Recognition

NAME = "pdf"

_LEAST_A_PAGE = 25
_LARGEST = 200 * 1024 * 1024


def recognise(source: RawSource) -> Recognition | None:
    """Certain where the file begins as PDFs do."""
    if b"%PDF-" in source.content[:1024]:
        return Recognition(CERTAIN, "It begins with the signature of a PDF.")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The meeting that the PDF minutes. Raises `UnreadableSource` for scans and for what cannot be parsed."""
    if len(source.content) > _LARGEST:
        raise UnreadableSource(f"The PDF is larger than {_LARGEST // 1024**2} MB; split it by meeting.")
    pages = pages_of(source.content)
    if not pages:
        raise UnreadableSource("The PDF has no pages; print the minutes to a new PDF.")
    characters = sum(len(line.text) for page in pages for line in page)
    if characters < _LEAST_A_PAGE * len(pages):
        raise UnreadableSource(
            "The PDF is a scan: its pages are pictures without text; run it through text recognition (OCR) first."
        )
    blocks, margins = paragraphs_of(pages)
    return (draft_of(blocks, format=NAME, margins=margins, why="Its pages have a text layer."),)
