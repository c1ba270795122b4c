"""Facts beside a file: sidecars, manifests, front matter."""

import json
from pathlib import Path

import pytest

from ingest import Unread, read_file, read_paths

BARE = "Agenda item\n\nBus lanes\n\nMinutes:\n\nThe Head of Highways said that they would open in May.\n"
FACTS = {"organisation": "Aldermere Council", "committee": "Transport Panel", "date": "2023-03-07", "item": "8"}


@pytest.fixture
def item(tmp_path: Path) -> Path:
    path = tmp_path / "item.txt"
    path.write_text(BARE, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["item.json", "item.txt.json"])
def test_a_sidecar_fills_what_is_not_printed(item: Path, name: str) -> None:
    facts = {**FACTS, "address": "https://example.org/mgAi.aspx?ID=5"}
    item.with_name(name).write_text(json.dumps(facts), encoding="utf-8")
    (meeting,) = read_file(item).meetings
    assert (meeting.organisation, meeting.committee, str(meeting.date)) == (
        "Aldermere Council",
        "Transport Panel",
        "2023-03-07",
    )
    assert meeting.source.url == "https://example.org/mgAi.aspx?ID=5"
    assert meeting.items[0].number == "8"
    assert [reading.path for reading in read_paths([item.parent])] == [str(item)]


def test_without_it_nothing_is_guessed(item: Path) -> None:
    (meeting,) = read_file(item).meetings
    assert (meeting.organisation, meeting.committee, meeting.date) == (None, None, None)


def test_print_is_kept_where_a_sidecar_contradicts_it(item: Path) -> None:
    printed = BARE.replace("Minutes:", "Meeting of Cabinet, Tuesday 7 March 2023 (Item 4.)\n\nMinutes:")
    item.write_text(printed, encoding="utf-8")
    item.with_suffix(".json").write_text('{"committee": "Council", "date": "soon"}', encoding="utf-8")
    reading = read_file(item)
    assert reading.meetings[0].committee == "Cabinet"
    assert any("“Cabinet” but supplied as “Council”" in warning for warning in reading.warnings)
    assert any("“soon” is not understood" in warning for warning in reading.warnings)


def test_front_matter(item: Path) -> None:
    item.write_text(f"---\ncommittee: Transport Panel\ndate: 7 March 2023\n---\n{BARE}", encoding="utf-8")
    (meeting,) = read_file(item).meetings
    assert (meeting.committee, str(meeting.date)) == ("Transport Panel", "2023-03-07")
    assert "---" not in meeting.items[0].minutes


def test_a_manifest_describes_the_files_of_its_folder(item: Path) -> None:
    (item.parent / "manifest.csv").write_text(
        "file,organisation,committee,date,address\nITEM.txt,Aldermere,Cabinet,07/03/2023,https://example.org/5\n",
        encoding="utf-8",
    )
    (meeting,) = read_file(item).meetings
    assert (meeting.organisation, meeting.committee, str(meeting.date), meeting.source.url) == (
        "Aldermere",
        "Cabinet",
        "2023-03-07",
        "https://example.org/5",
    )


@pytest.mark.parametrize(("comma", "encoding"), [(",", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16")])
def test_a_manifest_of_any_name_stands_for_the_files_it_names(
    tmp_path: Path, item: Path, comma: str, encoding: str
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    item.rename(folder / "first.txt")
    lines = [
        ["File", "Committee", "Date"],
        ["papers/first.txt", "Cabinet – Part A", "2023-03-07"],
        ["gone.txt", "", ""],
    ]
    listed = tmp_path / "spring meetings.csv"
    listed.write_text("\n".join(comma.join(line) for line in lines), encoding=encoding)
    read, unread = read_paths([listed])
    assert not isinstance(read, Unread)
    assert (read.meetings[0].committee, str(read.meetings[0].date)) == ("Cabinet – Part A", "2023-03-07")
    assert isinstance(unread, Unread)
    assert "manifest" in unread.reason
    whole = [reading.path for reading in read_paths([tmp_path]) if not isinstance(reading, Unread)]
    assert whole == [str(folder / "first.txt")]


def test_a_table_of_something_else_is_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "costs.csv").write_text("road,cost\nMill Lane,40\n", encoding="utf-8")
    (reading,) = read_paths([tmp_path])
    assert not isinstance(reading, Unread)
    assert reading.format == "plain-text"


def test_json_that_describes_nothing_is_a_source_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "lonely.json").write_text('{"committee": "Cabinet"}', encoding="utf-8")
    (reading,) = read_paths([tmp_path])
    assert isinstance(reading, Unread)
