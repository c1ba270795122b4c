"""Minutes in a PDF: furniture removed, words mended, paragraphs and columns found, pages kept."""

from pathlib import Path

import pytest

from ingest import read_file
from ingest.errors import UnreadableSource
from ingest.readers.pdf_text import pages_of

FIRST = """*OSTREY FIRE AUTHORITY

*Minutes of the meeting held at Service Headquarters on
*Friday 16 June 2023 at 10.30 am

Present:
Councillor R Lamb (Chair)|Councillor I Veysey
Councillor P Stobb|Mr D Nunn

*12. Minutes

The minutes of the last meeting were confirmed.

*13. Day crewing

13.1 The Treasurer reported that the cost had risen and that the depart-
ment would be asked for a well-known remedy. She added that a further
report would follow in the autumn when the figures of all the other""".split("\n")
SECOND = """authorities were known.

13.2 Councillor Veysey asked whether night-
time crews would remain. The Chief Fire Officer replied that they would.

• A first point;
• a second point.

RESOLVED that the well-
known remedy be adopted by the department.

The meeting ended at 12.52 pm.""".split("\n")


def _page(number: int, lines: list[str]) -> list[tuple[float, float, str, bool]]:
    height = 760.0
    printed = [(60.0, 805.0, "Ostrey Fire Authority", False), (480.0, 805.0, "16 June 2023", False)]
    for line in lines:
        if line:
            bold, words = line.startswith("*"), line.lstrip("*")
            for column, cell in enumerate(words.split("|")):
                printed.append((60.0 + 240 * column, height, cell, bold))
        height -= 16 if line else 10
    return [*printed, (290.0, 30.0, f"Page {number}", False)]


@pytest.fixture
def minutes(make_pdf) -> bytes:
    return make_pdf([_page(37, FIRST), _page(38, SECOND), _page(39, ["Signed as a correct record."])])


def test_the_head_and_the_items(read_one, minutes: bytes) -> None:
    meeting = read_one(minutes)
    assert (meeting.source.format, meeting.organisation) == ("pdf", "Ostrey Fire Authority")
    assert (str(meeting.date), meeting.time, meeting.venue) == ("2023-06-16", "10:30", "Service Headquarters")
    assert [(item.number, item.title) for item in meeting.items] == [("12", "Minutes"), ("13", "Day crewing")]


def test_two_columns_of_names_are_so_many_people(read_one, minutes: bytes) -> None:
    assert [(person.name, person.role) for person in read_one(minutes).attendance] == [
        ("Councillor R Lamb", "Chair"),
        ("Councillor I Veysey", None),
        ("Councillor P Stobb", None),
        ("Mr D Nunn", None),
    ]


def test_running_lines_and_page_numbers_are_left_out(read_one, minutes: bytes) -> None:
    text = " ".join(item.minutes for item in read_one(minutes).items)
    assert "Page" not in text
    assert "Ostrey" not in text


def test_words_broken_at_line_ends_are_mended_and_hyphens_kept(read_one, minutes: bytes) -> None:
    text = read_one(minutes).items[1].minutes
    assert "the department would be asked for a well-known remedy." in text
    assert "whether nighttime crews would remain" in text
    assert "RESOLVED that the well-known remedy be adopted" in text


def test_a_paragraph_goes_on_over_the_page(read_one, minutes: bytes) -> None:
    assert "the figures of all the other authorities were known." in read_one(minutes).items[1].minutes


def test_each_statement_has_its_page_and_its_speaker(read_one, minutes: bytes, said_in) -> None:
    crewing = read_one(minutes).items[1]
    pages = {statement.text.split()[0]: statement.page for statement in crewing.statements}
    assert pages["13.1"] == 1
    assert pages["13.2"] == 2
    voices = [voice for voice, _ in said_in(crewing) if voice]
    assert voices[0] == "The Treasurer"
    assert "Councillor Veysey" in voices
    assert "The Chief Fire Officer" in voices


def test_template_markers_are_boundaries_and_not_text(read_one, make_pdf) -> None:
    lines = [
        "*Minutes of a meeting of the Audit Committee held on 4 May 2022", "", "<AI1>", "*1. APOLOGIES", "",
        "Apologies were received from Councillor Lamb.", "</AI1>", "<AI2>", "*2. ACCOUNTS", "",
        "The Treasurer introduced the accounts.", "</AI2>", "<TRAILER_SECTION>", "The meeting ended.",
        "</TRAILER_SECTION>",
    ]  # fmt: skip
    meeting = read_one(make_pdf([_page(1, lines)]))
    assert [(item.number, item.title) for item in meeting.items] == [("1", "APOLOGIES"), ("2", "ACCOUNTS")]
    assert "<" not in "".join(item.minutes for item in meeting.items)
    assert meeting.items[0].minutes == "Apologies were received from Councillor Lamb."


def test_a_transcript_in_a_pdf_is_read_by_its_turns(read_one, make_pdf, said_in) -> None:
    lines = [
        "*Mayor's Question Time", "*21 March 2024 at 10.00 am", "", "*1. Buses", "",
        "Una Pryce AM (Chair): Good morning to you all. Let us begin with the buses in the", "outer boroughs.",
        "Lewis Tonks AM: How many are there?", "Sadia Malik (Mayor of Hexley): There are 412.",
        "Lewis Tonks AM: Thank you.", "", "*2. Trams", "", "Lewis Tonks AM: And trams?",
        "Sadia Malik (Mayor of Hexley): There are none.",
    ]  # fmt: skip
    meeting = read_one(make_pdf([_page(1, lines)]))
    assert [(item.number, item.title) for item in meeting.items] == [("1", "Buses"), ("2", "Trams")]
    said = said_in(meeting.items[0])
    assert [voice for voice, _ in said] == [
        "Una Pryce AM (Chair)", "Lewis Tonks AM", "Sadia Malik (Mayor of Hexley)", "Lewis Tonks AM",
    ]  # fmt: skip
    assert said[0][1].endswith("in the outer boroughs.")


def test_a_scan_is_named_as_such(read, make_pdf) -> None:
    with pytest.raises(UnreadableSource, match="scan"):
        read(make_pdf([[(60, 700, "Page 1", False)], [], []]))


def test_broken_files_are_told_and_slow_ones_stopped(read, make_pdf, minutes: bytes) -> None:
    with pytest.raises(UnreadableSource, match="PDF"):
        read(minutes[:900])
    with pytest.raises(UnreadableSource, match="within 0 seconds"):
        pages_of(minutes, seconds=0.01)


def test_the_annotated_minutes(shared_data: Path) -> None:
    (meeting,) = read_file(next((shared_data / "minutes-dev").glob("dev-09*.pdf"))).meetings
    assert [item.number for item in meeting.items] == ["12", "13", "14", "15", "15A", "16", "17"]
    assert {statement.page for item in meeting.items for statement in item.statements} == {1, 2, 3}
