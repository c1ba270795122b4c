"""Reading of contents that the tests write themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import Reading, read_file
from ingest.records import Item, Meeting, Statement, faults

Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a content as a saved file whose name says nothing of its form; every record must keep the contract."""

    def reading(content: str | bytes, name: str = "saved", **options: bool) -> Reading:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        found = read_file(path, **options)
        for meeting in found.meetings:
            assert list(faults(meeting)) == []
            assert all(item.statements or not item.minutes or item.decisions for item in meeting.items)
            assert Meeting.from_json(meeting.to_json()) == meeting
        return found

    return reading


@pytest.fixture
def read_one(read: Read) -> Callable[..., Meeting]:
    """The one meeting in a content."""

    def meeting(content: str | bytes, name: str = "saved", **options: bool) -> Meeting:
        (found,) = read(content, name, **options).meetings
        return found

    return meeting


@pytest.fixture
def said_in() -> Callable[[Item | Meeting], list[tuple[str, str]]]:
    """Who says what: pairs of the speakers as printed (empty where nobody speaks) and the words."""

    def pairs(record: Item | Meeting) -> list[tuple[str, str]]:
        items = record.items if isinstance(record, Meeting) else (record,)
        return [(_voices(statement), statement.text) for item in items for statement in item.statements]

    return pairs


def _voices(statement: Statement) -> str:
    return ", ".join(speaker.as_printed for speaker in statement.speakers)
