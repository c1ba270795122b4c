"""Records in our own form: JSON Lines, one meeting a line, from `minutebook parse`, `export` or any other tool."""

import json
import re
from collections.abc import Iterator

from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.protocol import CERTAIN, Recognition
from ingest.records import Meeting

NAME = "records"

_RECORD = re.compile(r'\A\s*\{\s*"(?:id|organisation|committee|date|items|source|attendance)"\s*:')
_MOST_ERRORS_TOLD = 5


def recognise(source: RawSource) -> Recognition | None:
    """Known by its first line: a JSON object with an id and items."""
    if _RECORD.match(source.head) is None or '"items"' not in source.text:
        return None
    return Recognition(CERTAIN, "Its lines are JSON objects with an id and items: records of meetings.")


def read_records(source: RawSource) -> tuple[tuple[Meeting, ...], tuple[str, ...]]:
    """The records, and a warning that names the number of each line that is none.

    Raises `UnreadableSource` where no line is a record.
    """
    meetings: list[Meeting] = []
    errors: list[str] = []
    for number, line in _lines(source.text):
        try:
            meetings.append(Meeting.from_json(line))
        except UnreadableSource as error:
            errors.append(f"Line {number}: {error}")
    if not meetings:
        raise UnreadableSource(errors[0] if errors else "The file holds no record.")
    told = errors[:_MOST_ERRORS_TOLD]
    if len(errors) > len(told):
        told.append(f"{len(errors) - len(told)} more lines are no records.")
    return tuple(meetings), tuple(told)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold something; one record that is printed over many lines is one."""
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if first.strip() in ("{", "[") or not first.rstrip().endswith("}"):
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError):
            whole = None
        if isinstance(whole, dict):
            yield 1, text
            return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, line
