"""Minutes in a Word file: paragraphs and tables in order, automatic numbers, tracked changes."""

from pathlib import Path

import pytest

from ingest import read_file
from ingest.errors import UnreadableSource

NUMBERING = """<w:root><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="5"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num></w:root>"""
STYLES = """<w:root><w:style w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style></w:root>"""


def _paragraph(text: str, *, level: int | None = None, style: str | None = None) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="9"/></w:numPr>' if level is not None else ""
    runs = text if text.startswith("<") else f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{runs}</w:p>"


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


TRACKED = (
    "<w:r><w:t>The Director said that </w:t></w:r>"
    '<w:del w:id="1"><w:r><w:delText>nobody </w:delText></w:r></w:del>'
    '<w:ins w:id="2"><w:r><w:t>everybody </w:t></w:r></w:ins><w:r><w:t>had been told.</w:t></w:r>'
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden words.</w:t></w:r>"
)
BODY = (
    _paragraph("Harrowmere Borough Council", style="H1")
    + _paragraph("Minutes of the Health and Wellbeing Board held on 9 November 2023 at 2.00 pm")
    + _table(("Name", "Role", "Attendance"), ("Councillor A Hale", "Chair", "Present"), ("Dr B Lee", "", "Apologies"))
    + _paragraph("Falls", style="H1", level=0)
    + _paragraph("The Director introduced the report.", level=1)
    + _paragraph(TRACKED, level=1)
    + _paragraph("Dentists", style="H1", level=0)
    + _table(("Practice", "Places"), ("Mill Street", "40"), ("Quay", "12"))
    + _paragraph("Councillor Hale asked why.<w:br/>Nobody knew.".replace("<w:br/>", "</w:t><w:br/><w:t>"), level=1)
    + _paragraph("RESOLVED that the report be noted.", level=1)
)


@pytest.fixture
def minutes(make_docx) -> bytes:
    header = "<w:root><w:p><w:r><w:t>Draft minutes</w:t></w:r></w:p></w:root>"
    return make_docx(BODY, numbering=NUMBERING, styles=STYLES, header1=header)


def test_automatic_numbers_cut_the_items(read_one, minutes: bytes) -> None:
    meeting = read_one(minutes)
    assert (meeting.source.format, meeting.organisation) == ("docx", "Harrowmere Borough Council")
    assert (meeting.committee, str(meeting.date)) == ("Health and Wellbeing Board", "2023-11-09")
    assert meeting.status == "draft"
    assert [(item.number, item.title) for item in meeting.items] == [("5", "Falls"), ("6", "Dentists")]


def test_a_table_of_attendance_is_the_roster(read_one, minutes: bytes) -> None:
    assert [(person.name, person.role, person.status) for person in read_one(minutes).attendance] == [
        ("Councillor A Hale", "Chair", "present"),
        ("Dr B Lee", None, "apologies"),
    ]


def test_deleted_and_hidden_words_are_left_out(read_one, minutes: bytes) -> None:
    text = read_one(minutes).items[0].minutes
    assert "The Director said that everybody had been told." in text
    assert "nobody" not in text
    assert "Hidden" not in text


def test_paragraphs_and_tables_keep_their_order(read_one, minutes: bytes) -> None:
    text = read_one(minutes).items[1].minutes
    assert text.split("\n") == [
        "Practice Places",
        "Mill Street 40",
        "Quay 12",
        "Councillor Hale asked why.",
        "Nobody knew.",
        "RESOLVED that the report be noted.",
    ]


def test_what_is_no_word_file_is_refused(read, make_docx) -> None:
    with pytest.raises(UnreadableSource, match="Word"):
        read(make_docx(BODY)[:700])
    with pytest.raises(UnreadableSource, match="no text"):
        read(make_docx("<w:p/>"))


def test_the_annotated_minutes(shared_data: Path) -> None:
    (meeting,) = read_file(next((shared_data / "minutes-dev").glob("dev-10*.docx"))).meetings
    assert all(item.number for item in meeting.items)
    assert meeting.attendance
