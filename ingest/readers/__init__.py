"""One module for each format that minutes come in, and the list of them (`READERS`).

`protocol` says what a reader is; `find_reader` picks the one that knows a source best.
"""

from ingest.raw import RawSource
from ingest.readers import (
    akoma_ntoso,
    attendance_page,
    decision_page,
    docx_minutes,
    get_meeting,
    issue_page,
    item_page,
    meeting_page,
    meeting_text,
    pdf_minutes,
    plain_text,
    printed_minutes,
    qmsum,
    theyworkforyou,
    transcript,
    webvtt,
)
from ingest.readers.protocol import CERTAIN, Reader, Recognition

READERS: tuple[Reader, ...] = (
    meeting_page,
    meeting_text,
    item_page,
    decision_page,
    issue_page,
    attendance_page,
    get_meeting,
    pdf_minutes,
    docx_minutes,
    theyworkforyou,
    akoma_ntoso,
    webvtt,
    qmsum,
    transcript,
    printed_minutes,
    plain_text,
)


def find_reader(source: RawSource) -> tuple[Reader, Recognition] | None:
    """The reader that is surest of `source`, and why; None where no reader knows it."""
    best: tuple[Reader, Recognition] | None = None
    for reader in READERS:
        recognition = reader.recognise(source)
        if recognition is not None and (best is None or recognition.confidence > best[1].confidence):
            best = reader, recognition
        if best is not None and best[1].confidence >= CERTAIN:
            break
    return best
