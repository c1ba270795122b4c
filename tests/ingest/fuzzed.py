"""What both fuzzers do with a content: read it, and let nothing through but our own errors and sound records.

`python tests/ingest/fuzzed.py -atheris_runs=100000` runs the coverage-guided one (atheris) over the samples.
"""

import contextlib
import sys
from pathlib import Path

if __name__ == "__main__":  # the coverage-guided fuzzer sees only what is imported under its eyes
    import atheris

    _watched = atheris.instrument_imports(include=["ingest"])
else:
    _watched = contextlib.nullcontext()
with _watched:
    import ingest.readers  # noqa: F401
    from ingest import read_content
    from ingest.errors import UnreadableSource
    from ingest.records import Meeting, faults

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "records"


class EscapedError(Exception):
    """Something escaped a reader that it should have foreseen."""


def read_any(content: bytes) -> None:
    """Read a content. Raises `EscapedError` where a reader failed otherwise than by refusing it."""
    try:
        reading = read_content(content, url="https://example.org/minutes", include_restricted=True)
    except UnreadableSource as refused:
        if refused.__cause__ is not None:
            raise EscapedError(repr(refused.__cause__)) from refused
        return
    for meeting in reading.meetings:
        for fault in faults(meeting):
            raise EscapedError(fault)
        if Meeting.from_json(meeting.to_json()) != meeting:
            raise EscapedError("the record changes when it is written and read")


def _fuzz() -> None:
    corpus = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    if not corpus:
        sys.argv.append(str(SAMPLES))
    atheris.Setup(sys.argv, lambda content: None if content.startswith(b"%PDF") else read_any(content))
    atheris.Fuzz()


if __name__ == "__main__":
    _fuzz()
