"""Attendance printed as a table: columns for name, post, body and whether the person came, in any order."""

import re
from collections.abc import Sequence

from ingest.people import FORMS_OF_ADDRESS
from ingest.readers.attendance_words import status_of
from ingest.records import Attendee

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "name",
        re.compile(r"(?:full\s+)?names?|members?|councillors?|attendees?|governors?|trustees?|directors?|who", re.I),
    ),
    ("role", re.compile(r"roles?|posts?|positions?|(?:job\s+)?titles?|designations?|capacity|office", re.I)),
    (
        "organisation",
        re.compile(r"represent\w*|organi[sz]ations?|bod(?:y|ies)|on\s+behalf\s+of|company|agency|employer", re.I),
    ),
    (
        "status",
        re.compile(r"attendance|attended|status|present\s*/\s*(?:absent|apologies)|present\s+or\s+absent", re.I),
    ),
)
_TICK = re.compile(r"(?:x|✓|✔|√|y|yes|1|•|p|a)", re.I)
_PERSON = re.compile(rf"(?:{FORMS_OF_ADDRESS})\s+\S")


def attendance_in_table(rows: Sequence[Sequence[str]]) -> tuple[Attendee, ...]:
    """The people in a table whose first row names its columns; nobody where it is a table of something else."""
    if len(rows) < 2:
        return ()
    header = [_column(cell) for cell in rows[0]]
    if "name" not in header or len({column for column in header if column}) < 2:
        return ()
    found = (_attendee(header, row) for row in rows[1:])
    return tuple(attendee for attendee in found if attendee is not None)


def is_list_of_people(cells: Sequence[str]) -> bool:
    """Whether a row prints one person a column, rather than one person with his or her post."""
    return len(cells) > 1 and all(_PERSON.match(cell) for cell in cells)


def _column(cell: str) -> str | None:
    """What a column holds by its heading; a heading such as "Apologies" is a column of ticks."""
    words = " ".join(cell.split()).strip(" :")
    named = next((name for name, pattern in _COLUMNS if pattern.fullmatch(words)), None)
    if named is None and words and len(words) < 30 and status_of(words) is not None:
        return f"tick {words}"
    return named


def _attendee(header: Sequence[str | None], row: Sequence[str]) -> Attendee | None:
    cells: dict[str, str] = {}
    ticked: str | None = None
    for column, cell in zip(header, row, strict=False):
        text = " ".join(cell.split())
        if column is None or not text:
            continue
        if column.startswith("tick "):
            ticked = column.removeprefix("tick ") if _TICK.fullmatch(text) else ticked
        else:
            cells.setdefault(column, text)
    printed = cells.get("status") or ticked
    status = status_of(printed) if printed else None
    has_status = any(column == "status" or (column or "").startswith("tick ") for column in header)
    if "name" not in cells or (has_status and status is None):
        return None
    return Attendee(
        name=cells["name"], role=cells.get("role"), organisation=cells.get("organisation"), status=status or "present"
    )
