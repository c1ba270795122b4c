"""Any file at all: the form is told by the content, encodings are handled, and what cannot be read says why."""

import json
from pathlib import Path

import pytest

from ingest import read_content, read_file
from ingest.errors import UnreadableSource

ITEM = """Agenda item

Café licences – “late” hours

Minutes:

The Head of Licensing said that the fee would be £40.
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(read_one, encoding: str) -> None:
    (item,) = read_one(ITEM.encode(encoding)).items
    assert item.title == "Café licences – “late” hours"
    assert "£40" in item.minutes


def test_a_page_in_windows_1252_that_says_latin_1(read_one) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><h1>Agenda item</h1><h2>Caf\xe9</h2>'
    page += "<p>Minutes:</p><p>It cost \x9340\x94.</p></body></html>"
    (item,) = read_one(page.encode("latin-1")).items
    assert (item.title, item.minutes) == ("Café", "It cost “40”.")


@pytest.mark.parametrize("name", ["minutes.pdf", "minutes.docx", "minutes.jpg", "minutes", "minutes.xml"])
def test_the_name_of_a_file_decides_nothing(read, name: str) -> None:
    reading = read(ITEM, name)
    assert reading.format == "moderngov-item"
    assert "Agenda item" in reading.why


def test_text_of_unknown_form_is_one_item_with_a_warning(read) -> None:
    reading = read("[Notes]\n\nCouncillor Hale said that the bins were full.\n")
    assert reading.format == "plain-text"
    assert "not known" in reading.warnings[0]
    (item,) = reading.meetings[0].items
    assert item.statements[-1].speakers[0].as_printed == "Councillor Hale"


UNREADABLE = {
    "empty": (b"", "empty"),
    "blank": (b" \n\xef\xbb\xbf\n", "empty|nothing|no text"),
    "binary": (bytes(range(256)) * 40, "neither text nor a known format"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "neither text nor a known format"),
    "shop": (b"<html><body><h1>Shoes</h1><p>Ten pounds.</p></body></html>", "no minutes"),
    "other XML": (b"<?xml version='1.0'?><rss><channel><title>News</title></channel></rss>", "no format"),
    "other JSON": (b'{"colour": "red"}', "no format"),
    "broken record": (b'{"id": "x", "items": [{"id": 3}]}\n', "not a meeting record"),
    "other archive": (b"PK\x03\x04" + bytes(200), "neither text nor a known format"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_says_why(read, kind: str) -> None:
    content, reason = UNREADABLE[kind]
    with pytest.raises(UnreadableSource, match=reason) as raised:
        read(content)
    assert str(raised.value).endswith(".")


def test_places_that_hold_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no file"):
        read_file(tmp_path / "missing.html")
    with pytest.raises(UnreadableSource, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(UnreadableSource, match=r"cannot be opened|no file"):
        read_file("nul\0.txt")


def test_what_an_address_delivered_keeps_the_address() -> None:
    page = "<html><body><h1>Agenda item</h1><h2>Bins</h2><p>Minutes:</p><p>None.</p>"
    page += '<p>Supporting documents:</p><ul><li><a href="documents/s1/Bins.pdf">Bins</a></li></ul></body></html>'
    (meeting,) = read_content(page.encode(), url="https://example.org/mgAi.aspx?ID=5").meetings
    assert meeting.source.url == "https://example.org/mgAi.aspx?ID=5"
    assert meeting.items[0].documents[0].url == "https://example.org/documents/s1/Bins.pdf"


def test_the_same_content_gives_the_same_record(read) -> None:
    assert read(ITEM).meetings == read(ITEM).meetings


def test_records_are_read_again_as_they_were_printed(read) -> None:
    meeting = read(ITEM).meetings[0]
    reading = read(meeting.to_json() + "\n" + meeting.to_json().replace("£40", "£50"))
    assert reading.format == "records"
    assert reading.meetings[0] == meeting
    printed_over_lines = json.dumps(json.loads(meeting.to_json()), indent=2)
    assert read(printed_over_lines).meetings == (meeting,)


def test_a_broken_line_among_records_is_named_and_the_rest_read(read) -> None:
    line = read(ITEM).meetings[0].to_json()
    reading = read(f"{line}\n{line[:40]}\n{line.replace('said', 'sang', 1)}\n")
    assert len(reading.meetings) == 1
    assert [warning.partition(":")[0] for warning in reading.warnings] == ["Line 2", "Line 3"]


def test_restricted_records_of_others_lose_their_text(read) -> None:
    record = json.loads(read(ITEM).meetings[0].to_json())
    record["items"][0]["restricted"] = True
    assert "£40" not in read(json.dumps(record)).meetings[0].to_json()
    assert "£40" in read(json.dumps(record), include_restricted=True).meetings[0].to_json()
